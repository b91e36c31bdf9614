"""The benchmarks that judge suggestions: what they call a failure."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.append(str(ROOT))

from benchmarks import grammar_judge, suggestions  # noqa: E402
from benchmarks.grammar_judge import Match  # noqa: E402


def judge(folder: Path, monkeypatch: pytest.MonkeyPatch, *options: str) -> int:
    monkeypatch.setattr(sys, "argv", ["suggestions.py", str(folder), *options])
    return suggestions.main()


def test_the_figures_of_a_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.md").write_text(
        "Zinc shortens colds. Take 5 g. ⟦uncited-claim: Zinc⟧\n\nIt literally cures acne [1].\n"
    )
    assert judge(folder, monkeypatch, "--verbose") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("1 drafts, ")
    assert lines[2].split() == [
        "each",
        "finding",
        "by",
        "itself",
        "findings",
        "with",
        "edit",
        "gone",
        "no",
        "new",
        "no",
        "fault",
    ]
    assert lines[6].split() == ["all", "3", "100.00%", "100.00%", "100.00%", "100.00%"]
    assert lines[-2].startswith("fix               0 findings mended,     3 left besides open slots; a second run ")
    assert lines[-1].endswith(
        " 3 findings mended,     0 left besides open slots; a second run changes nothing in 1 of 1 drafts"
    )


def test_a_finding_that_stays_and_one_that_comes_are_failures() -> None:
    from claimlint.project.fix import change_of
    from claimlint.project.lint import lint_text
    from claimlint.rewording.model import Edit, Suggestion

    before = lint_text("Zinc cures acne [1]. Tea is warm.", path="a.md")
    edit = Edit(20, 20, " It cures gout [1].")
    change = change_of(before.findings, Suggestion("", (edit,), False))
    after = lint_text("Zinc cures acne [1]. It cures gout [1]. Tea is warm.", path="a.md")
    stays, new = suggestions.compared(before, after, change)
    assert stays == ("absolute-language",)
    assert new == ("absolute-language “cures”", "absolute-language “cures”")[:1]


def test_markup_is_taken_off_before_the_grammar_is_judged() -> None:
    text = "**Zinc** may [shorten](https://a.example) <b>colds</b> [source needed]; see https://b.example/c."
    assert grammar_judge.plain(text) == "Zinc may shorten colds [1]; see example.org"


def test_only_what_the_sentence_did_not_have_counts() -> None:
    spelling, comma = Match("MORFOLOGIK_RULE_EN_US", "Zink", ""), Match("COMMA", ",", "")
    assert list(grammar_judge.added([spelling], [comma, spelling])) == [comma]
    assert list(grammar_judge.added([spelling], [spelling, spelling])) == [spelling]


@pytest.mark.parametrize(
    ("rule", "words", "before", "explained"),
    [
        ("UPPERCASE_SENTENCE_START", "may", "raises GABA", True),
        ("UPPERCASE_SENTENCE_START", "may", "Raises GABA", False),
        ("MORFOLOGIK_RULE_EN_US", "upregulate", "It upregulates GABA.", True),
        ("MORFOLOGIK_RULE_EN_US", "shorttens", "It shortens colds.", False),
        ("MD_BASEFORM", "shortens", "It shortens colds.", False),
    ],
)
def test_what_is_the_authors_doing(rule: str, words: str, before: str, explained: bool) -> None:
    assert grammar_judge.is_authors(Match(rule, words, ""), before) is explained
