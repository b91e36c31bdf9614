"""Comments that suppress findings: what each covers, and what is told about the comments themselves."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.document.model import Format
from claimlint.project.lint import Linter, make_linter
from claimlint.project.model import FileResult, Finding, Settings

DOSE = "Take 400 mg of magnesium every night before bed."
CLAIM = "Zinc lowers blood pressure in adults."
SHOP = "Buy zinc at [this shop](https://www.amazon.com/s?k=zinc)."


@cache
def the_linter() -> Linter:
    return make_linter(Settings()).without_notes()


@pytest.fixture
def linter() -> Linter:
    return the_linter()


def told(result: FileResult) -> list[str]:
    return [f"{f.line}:{f.column} {f.severity} {f.rule} {f.message}" for f in result.findings]


def rules(result: FileResult) -> list[tuple[int, str]]:
    return [(finding.line, finding.rule) for finding in result.findings]


def hidden(result: FileResult) -> list[tuple[int, str, int, str]]:
    return [(s.finding.line, s.finding.rule, s.line, s.reason) for s in result.suppressed]


def lint(linter: Linter, text: str, format: Format = "markdown") -> FileResult:  # noqa: A002
    return linter.lint(text, path="draft.md", format=format)


class TestWhatIsCovered:
    def test_the_line_below(self, linter: Linter) -> None:
        result = lint(linter, f"<!-- claimlint-disable-next-line unsourced-dose: on the label -->\n{DOSE}\n\n{DOSE}\n")
        assert rules(result) == [(4, "unsourced-dose")]
        assert hidden(result) == [(2, "unsourced-dose", 1, "on the label")]

    def test_the_line_below_is_the_next_with_anything_on_it(self, linter: Linter) -> None:
        comments = (
            "<!-- claimlint-disable-next-line unsourced-dose -->\n\n<!-- claimlint-disable-next-line vendor-link -->"
        )
        result = lint(linter, f"{comments}\n\n{DOSE} {SHOP}\n")
        assert rules(result) == []
        assert [(line, rule, at) for line, rule, at, _ in hidden(result)][:2] == [
            (5, "unsourced-dose", 1), (5, "vendor-link", 3)
        ]  # fmt: skip

    def test_its_own_line(self, linter: Linter) -> None:
        result = lint(linter, f"{DOSE} <!-- claimlint-disable-line unsourced-dose -- on the label -->\n\n{DOSE}\n")
        assert rules(result) == [(3, "unsourced-dose")]
        assert hidden(result) == [(1, "unsourced-dose", 1, "on the label")]

    def test_a_stretch(self, linter: Linter) -> None:
        text = f"{DOSE}\n\n<!-- claimlint-disable -->\n\n{DOSE}\n\n{CLAIM}\n\n<!-- claimlint-enable -->\n\n{CLAIM}\n"
        result = lint(linter, text)
        assert rules(result) == [(1, "unsourced-dose"), (11, "uncited-claim")]
        assert [line for line, *_ in hidden(result)] == [5, 7]

    def test_a_stretch_is_ended_rule_by_rule_or_by_the_end_of_the_draft(self, linter: Linter) -> None:
        text = (
            "<!-- claimlint-disable unsourced-dose, uncited-claim -->\n\n"
            f"{DOSE}\n\n{CLAIM}\n\n<!-- claimlint-enable uncited-claim -->\n\n{DOSE}\n\n{CLAIM}\n"
        )
        assert rules(lint(linter, text)) == [(11, "uncited-claim")]
        everything = text.replace(" unsourced-dose, uncited-claim", "", 1)
        assert rules(lint(linter, everything)) == [(11, "uncited-claim")]

    def test_the_whole_draft_wherever_it_is_said(self, linter: Linter) -> None:
        result = lint(
            linter, f"{DOSE}\n\n{CLAIM}\n\n{DOSE}\n\n<!-- claimlint-disable-file unsourced-dose: a leaflet -->\n"
        )
        assert rules(result) == [(3, "uncited-claim")]
        assert hidden(result) == [(1, "unsourced-dose", 7, "a leaflet"), (5, "unsourced-dose", 7, "a leaflet")]

    def test_several_rules_or_all(self, linter: Linter) -> None:
        assert (
            rules(lint(linter, f"{DOSE} {SHOP} <!-- claimlint-disable-line vendor-link,unsourced-dose: x -->\n")) == []
        )
        assert rules(lint(linter, f"{DOSE} {SHOP} <!-- claimlint-disable-line: x -->\n")) == []
        assert rules(lint(linter, f"{DOSE} {SHOP} <!-- claimlint-disable-line -->\n")) == []

    def test_the_nearest_comment_counts(self, linter: Linter) -> None:
        text = (
            "<!-- claimlint-disable-file: file -->\n\n<!-- claimlint-disable: stretch -->\n\n"
            f"{DOSE} <!-- claimlint-disable-line unsourced-dose: line -->\n\n{DOSE}\n\n"
            f"<!-- claimlint-enable -->\n\n{DOSE}\n"
        )
        assert [reason for *_, reason in hidden(lint(linter, text))] == ["line", "stretch", "file"]

    def test_findings_keep_their_order_and_suggestions(self, linter: Linter) -> None:
        plain = lint(linter, f"{DOSE}\n\n{CLAIM}\n")
        result = lint(linter, f"{DOSE}\n\n{CLAIM} <!-- claimlint-disable-line vendor-link -->\n")
        assert [f for f in result.findings if f.rule != "unused-suppression"] == list(plain.findings)


WRAPPED = "Magnesium calms the nerves and\nabsolutely destroys insomnia in\nall adults.{}\n"


class TestSentencesOverSeveralLines:
    def test_above_the_sentence(self, linter: Linter) -> None:
        text = "<!-- claimlint-disable-next-line -->\n" + WRAPPED.format("")
        assert rules(lint(linter, text)) == []

    def test_above_the_line_of_the_finding(self, linter: Linter) -> None:
        assert rules(lint(linter, WRAPPED.format(""))) == [(1, "uncited-claim"), (2, "absolute-language")]
        text = WRAPPED.format("").replace("absolutely", "<!-- claimlint-disable-next-line -->\nabsolutely")
        assert rules(lint(linter, text)) == [(1, "uncited-claim")]

    def test_at_the_end_of_the_sentence(self, linter: Linter) -> None:
        assert rules(lint(linter, WRAPPED.format(" <!-- claimlint-disable-line -->"))) == []

    def test_above_any_other_line_it_covers_nothing(self, linter: Linter) -> None:
        text = WRAPPED.format("").replace("all adults", "<!-- claimlint-disable-next-line -->\nall adults")
        assert rules(lint(linter, text)) == [
            (1, "uncited-claim"), (2, "absolute-language"), (3, "unused-suppression")
        ]  # fmt: skip


class TestWhatIsToldOfComments:
    def test_one_that_suppresses_nothing(self, linter: Linter) -> None:
        text = "Tin is a metal.\n\n<!-- claimlint-disable-next-line unsourced-dose: x -->\nIt is grey.\n"
        result = lint(linter, text)
        assert told(result) == ["3:1 info unused-suppression no finding of unsourced-dose on line 4"]
        (finding,) = result.findings
        assert finding.text == "<!-- claimlint-disable-next-line unsourced-dose: x -->"
        assert finding.suggestion is not None
        assert (finding.suggestion.text, finding.suggestion.safe) == ("", True)
        assert mended(text, finding) == "Tin is a metal.\n\nIt is grey.\n"

    def test_one_at_the_end_of_a_line_goes_with_the_blanks_before_it(self, linter: Linter) -> None:
        text = "Tin is a metal. <!-- claimlint-disable-line -->\nIt is grey.\n"
        (finding,) = lint(linter, text).findings
        assert finding.message == "no finding on line 1"
        assert mended(text, finding) == "Tin is a metal.\nIt is grey.\n"

    def test_one_of_whose_rules_only_some_are_of_use(self, linter: Linter) -> None:
        text = f"{DOSE} <!-- claimlint-disable-line vendor-link, unsourced-dose, absolute-language: on the label -->\n"
        (finding,) = lint(linter, text).findings
        assert finding.message == "no finding of vendor-link, absolute-language on line 1"
        assert mended(text, finding) == f"{DOSE} <!-- claimlint-disable-line unsourced-dose: on the label -->\n"

    @pytest.mark.parametrize(
        ("comment", "message"),
        [
            (
                "claimlint-disable vendor-link",
                "no finding of vendor-link from here on, up to where it is enabled again",
            ),
            ("claimlint-disable-file vendor-link", "no finding of vendor-link in this draft"),
            ("claimlint-disable-file", "no finding in this draft"),
            ("claimlint-enable", "nothing is disabled here"),
            (
                "claimlint-disable-line",
                "no finding on line 3, which holds this comment only (for the line below: claimlint-disable-next-line)",
            ),
        ],
    )
    def test_how_it_is_said(self, linter: Linter, comment: str, message: str) -> None:
        result = lint(linter, f"Tin is a metal.\n\n<!-- {comment} -->\n\nIt is grey.\n")
        assert told(result) == [f"3:1 info unused-suppression {message}"]

    def test_a_rule_that_was_not_run_may_be_of_use(self) -> None:
        comment = "<!-- claimlint-disable-line vendor-link -->\n\nTin. <!-- claimlint-disable-line -->\n"
        some = make_linter(Settings(select=("unsourced-dose",)))
        assert told(lint(some, comment)) == []

    @pytest.mark.parametrize(
        ("comment", "message"),
        [
            ("claimlint-disable-line vender-link: x", 'unknown rule "vender-link"; did you mean "vendor-link"?'),
            (
                "claimlint-disable-nextline: x",
                'claimlint knows no comment "claimlint-disable-nextline"; did you mean "claimlint-disable-next-line"?',
            ),
            ("claimlint: disable-line", 'claimlint knows no comment "claimlint: disable-line"; did you mean '
             '"claimlint-disable-line"?'),
            ("claimlint-ignore", 'claimlint knows no comment "claimlint-ignore"; known: claimlint-disable, '
             "claimlint-disable-file, claimlint-disable-line, claimlint-disable-next-line, claimlint-enable"),
            (
                "claimlint-disable-line since the label says so",
                'unknown rule "since"; known: absolute-language, animal-as-human, open-slot, uncited-claim, '
                "unsourced-dose, vendor-link (a reason comes after a colon)",
            ),
        ],
    )  # fmt: skip
    def test_one_that_claimlint_does_not_know(self, linter: Linter, comment: str, message: str) -> None:
        result = lint(linter, f"{DOSE} <!-- {comment} -->\n")
        assert told(result)[1:] == [f"1:{len(DOSE) + 2} warning unknown-suppression {message}"]
        assert rules(result)[0] == (1, "unsourced-dose"), "it does nothing"

    def test_the_rules_that_are_known_still_count(self, linter: Linter) -> None:
        result = lint(linter, f"{DOSE} <!-- claimlint-disable-line unsourced-dose, vender-link: x -->\n")
        assert rules(result) == [(1, "unknown-suppression")]

    def test_a_reason_is_asked_for_where_the_configuration_says_so(self) -> None:
        strict = make_linter(Settings(require_reason=True))
        bare = lint(strict, f"{DOSE} <!-- claimlint-disable-line unsourced-dose -->\n")
        assert told(bare) == [
            f"1:{len(DOSE) + 2} warning suppression-reason no reason given: say after a colon why this is all right"
        ]
        assert rules(lint(strict, f"{DOSE} <!-- claimlint-disable-line unsourced-dose: on the label -->\n")) == []
        stretch = f"<!-- claimlint-disable: a leaflet -->\n\n{DOSE}\n\n<!-- claimlint-enable -->\n"
        assert rules(lint(strict, stretch)) == []

    def test_they_are_switched_off_and_reweighed_like_rules(self) -> None:
        comment = "Tin is a metal. <!-- claimlint-disable-line -->\n"
        off = make_linter(Settings(ignore=("unused-suppression",)))
        assert told(lint(off, comment)) == []
        error = make_linter(Settings(severity=(("unused-suppression", "error"),)))
        assert lint(error, comment).findings[0].severity == "error"


def mended(text: str, finding: Finding) -> str:
    assert finding.suggestion is not None
    ((start, end, replacement),) = finding.suggestion.edits
    return text[:start] + replacement + text[end:]


def test_a_wording_never_takes_a_comment_out(linter: Linter) -> None:
    text = "For my wife it absolutely\n<!-- claimlint-disable-next-line vendor-link: x -->\ndestroys insomnia.\n"
    for finding in lint(linter, text).findings:
        for start, end, _ in finding.suggestion.edits if finding.suggestion else ():
            assert finding.rule == "unused-suppression" or "claimlint" not in text[start:end]


LINES = st.sampled_from(
    [
        DOSE, CLAIM, SHOP, "", "", "Magnesium absolutely destroys insomnia,", "and it guarantees deep sleep.",
        "Zinc cures colds in every adult.", "- Take 5 g of creatine daily.", "  - Zinc raises testosterone.",
        "1. Take 20 IU of oxytocin.", "## Dosage", "| a | b |\n|---|---|\n| c | d |", "| Zinc | take 50 mg daily |",
        "Zinc", "---", "It was tested in rats, so it will help you too [1].", "In rats it improved memory.", "```",
        "> Zinc cures colds.", "It is a metal that everybody knows,", "which completely eliminates pain [2].",
        "Their shop: www.amazon.com/zinc",
    ]
)  # fmt: skip


def seen(finding: Finding) -> tuple[str, int, str]:
    return finding.rule, finding.column, finding.message


@given(
    st.lists(LINES, min_size=1, max_size=14),
    st.sampled_from(
        [("markdown", "<!-- {} -->"), ("text", "# {}"), ("html", "<!-- {} -->"), ("bbcode", "[comment]{}[/comment]")]
    ),
    st.data(),
)
def test_a_comment_above_a_line_takes_away_the_findings_of_that_line_and_nothing_else(
    lines: list[str], way: tuple[Format, str], data: st.DataObject
) -> None:
    linter = the_linter()
    form, comment = way
    lines = "\n".join(lines).split("\n")
    before = lint(linter, "\n".join(lines) + "\n", form)
    if not before.findings:
        return
    place = data.draw(st.sampled_from(sorted({finding.line for finding in before.findings})))
    more = [*lines[: place - 1], comment.format("claimlint-disable-next-line: fine"), *lines[place - 1 :]]
    after = lint(linter, "\n".join(more) + "\n", form)

    def covered(finding: Finding) -> bool:
        return place in (finding.line, before.position(finding.unit_start).line)

    def moved(line: int) -> int:
        return line + (line >= place)

    assert [(*seen(f), f.line) for f in after.findings] == [
        (*seen(f), moved(f.line)) for f in before.findings if not covered(f)
    ]
    assert [(*seen(s.finding), s.finding.line) for s in after.suppressed] == [
        (*seen(f), moved(f.line)) for f in before.findings if covered(f)
    ]


def test_comments_may_be_ignored() -> None:
    """As a moderator does, who lets no author say that a dose is all right."""
    strict = make_linter(Settings(heed_comments=False))
    result = lint(strict, f"{DOSE} <!-- claimlint-disable-line: trust me -->\n\n<!-- claimlint-enable -->\n")
    assert rules(result) == [(1, "unsourced-dose")]
    assert result.suppressed == ()
