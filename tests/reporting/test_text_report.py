"""The report that people read."""

from __future__ import annotations

import pytest

from claimlint.project.model import FileResult, Settings, Summary, Suppressed
from claimlint.reporting.style import Style
from claimlint.reporting.text_report import closing, render
from claimlint.rewording.model import Edit, Suggestion
from wordlinter import WordLinter


def report(text: str, *, path: str = "a.md", **style: object) -> str:
    return "".join(render([WordLinter(Settings()).lint(text, path=path)], Style(**{"quiet": True, **style})))  # type: ignore[arg-type]


def test_a_finding_is_a_place_a_line_and_a_wording() -> None:
    assert report("Zinc is a miracle.\r\nA cure!\r\n") == (
        'a.md:1:11 warning miracle "miracle" is too strong\n'
        "    Zinc is a miracle.\n"
        "              ^^^^^^^\n"
        "    suggest: no miracle\n"
        "\n"
        'a.md:2:3 error cure "cure" is too strong\n'
        "    A cure!\n"
        "      ^^^^\n"
        "    suggest: no cure\n"
        "\n"
    )


def test_verbose_says_why_and_what_was_left_alone_in_text_order() -> None:
    assert report("sourced, then a cure", verbose=True) == (
        "a.md:1:1 note covered by [1] in the sentence itself\n"
        "    sourced\n"
        "\n"
        'a.md:1:17 error cure "cure" is too strong\n'
        "    sourced, then a cure\n"
        "                    ^^^^\n"
        "    suggest: no cure\n"
        "    why: because\n"
        "\n"
    )


def test_verbose_says_what_is_not_reported_and_why() -> None:
    result = WordLinter(Settings()).lint("a cure and a miracle", path="a.md")
    cure, miracle = result.findings
    hidden = (Suppressed(cure, "comment", "as in the song", 7), Suppressed(miracle, "baseline"))
    assert "".join(render([result._replace(findings=(), suppressed=hidden)], Style(verbose=True, quiet=True))) == (
        "a.md:1:3 note cure, suppressed by the comment on line 7: as in the song\n"
        "    cure\n"
        "\n"
        "a.md:1:14 note miracle, in the baseline\n"
        "    miracle\n"
        "\n"
    )
    assert "".join(render([result._replace(findings=(), suppressed=hidden)], Style(quiet=True))) == ""


def test_an_edit_that_only_deletes_is_said_in_words() -> None:
    result = WordLinter(Settings()).lint("cure", path="a.md")
    finding = result.findings[0]._replace(suggestion=Suggestion("", (Edit(0, 4, ""),), True))
    assert "    suggest: (delete it)\n" in "".join(render([result._replace(findings=(finding,))], Style()))


def test_colour_is_only_added() -> None:
    text = "Zinc is a miracle and a tonic. sourced"
    coloured = report(text, colour=True, verbose=True)
    assert "\x1b[1;33mwarning\x1b[0m" in coloured
    import re

    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == report(text, verbose=True)


def test_nothing_that_a_draft_or_its_name_holds_reaches_the_terminal_as_a_command() -> None:
    out = report("\x1b]0;owned\x07 cure \x9b2J", path="evil\n\x1b[2J.md")
    assert out.startswith("evil\\n\\x1b[2J.md:1:12 error cure")
    assert not set(out) & set("\x1b\x07\x9b")


def test_long_wordings_are_wrapped_with_a_hanging_indent() -> None:
    (finding,) = WordLinter(Settings()).lint("cure", path="a.md").findings
    finding = finding._replace(suggestion=Suggestion("one two\nthree four five six", (Edit(0, 4, "x"),), False))
    out = "".join(render([FileResult("a.md", (finding,), text="cure")], Style(columns=30, quiet=True)))
    assert out.split("\n")[3:] == [
        "    suggest: one two three",
        "             four five six",
        "",
        "",
    ]


def test_a_finding_over_several_lines_shows_the_first() -> None:
    (finding,) = WordLinter(Settings()).lint("a cure\nfor all", path="a.md").findings
    finding = finding._replace(end=14, end_line=2, end_column=8, suggestion=None)
    result = FileResult("a.md", (finding,), text="a cure\nfor all", line_starts=(0, 7))
    assert "".join(render([result], Style(quiet=True))).split("\n")[1:3] == ["    a cure…", "      ^^^^^"]


def test_a_narrow_terminal_still_gets_whole_places() -> None:
    out = report("before " * 20 + "miracle" + " after" * 20, columns=5)
    assert out.startswith('a.md:1:141 warning miracle "miracle" is too strong\n')
    assert max(map(len, out.split("\n")[1:])) <= 30


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        (Summary(2, 2, 12, 0, (("error", 3), ("warning", 9)), (), True),
         "12 findings (3 errors, 9 warnings) in 2 of 2 files\n"),
        (Summary(1, 1, 1, 0, (("info", 1),), (), False), "1 finding (1 info) in 1 of 1 file\n"),
        (Summary(1200, 0, 0, 0, (), (), False), "no findings in 1,200 files\n"),
        (Summary(1, 0, 0, 2, (), (), False), "no findings in 1 file; 2 could not be checked\n"),
        (
            Summary(2, 0, 0, 0, (), (), False, suppressed=(("comment", 2), ("baseline", 1_200), ("unchanged", 3))),
            "no findings in 2 files; 2 suppressed by comments; 1,200 in the baseline; 3 on unchanged lines\n",
        ),
    ],
)  # fmt: skip
def test_the_last_line_counts(summary: Summary, line: str) -> None:
    assert closing(summary) == line
