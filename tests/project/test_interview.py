"""Mending with a person at the keyboard, whose answers are written down here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claimlint.project.fix import Fixed
from claimlint.project.interview import Interview, Question, Reply
from claimlint.project.lint import make_linter
from claimlint.project.model import Settings

DRAFT = "Zinc shortens colds. Copper literally cures acne.\n\nTake 400 mg before bed.\n"
ACCEPT, SKIP, QUIT = Reply("accept"), Reply("skip"), Reply("quit")


def interview(
    text: str, *replies: Reply, path: str = "a.md", settings: Settings = Settings()
) -> tuple[Fixed, list[Question]]:
    asked: list[Question] = []
    answers: Iterator[Reply] = iter(replies)

    def ask(question: Question) -> Reply:
        asked.append(question)
        return next(answers)

    fixed = Interview(ask)(make_linter(settings).without_notes(), text, path)
    assert next(answers, None) is None, "every answer was asked for"
    return fixed, asked


def test_each_finding_is_asked_about_in_the_draft_as_it_is_by_then() -> None:
    fixed, asked = interview(DRAFT, ACCEPT, SKIP, SKIP, ACCEPT)
    assert [(q.finding.rule, q.unit, q.remaining) for q in asked] == [
        ("uncited-claim", "Zinc shortens colds.", 4),
        ("uncited-claim", "Copper literally cures acne.", 3),
        ("absolute-language", "Copper literally cures acne.", 2),
        ("unsourced-dose", "Take 400 mg before bed.", 1),
    ]
    assert fixed.text == (
        "Zinc may shorten colds [source needed]. Copper literally cures acne.\n\n"
        "A dose of 400 mg before bed is sometimes used [source needed]; check with a clinician or pharmacist.\n"
    )
    assert [f.rule for f in fixed.applied] == ["uncited-claim", "unsourced-dose"]


def test_a_finding_that_another_answer_settled_is_not_asked_about() -> None:
    edit = Reply("edit", "I put copper on my skin.")
    fixed, asked = interview(DRAFT, SKIP, edit, SKIP)
    assert [q.finding.rule for q in asked] == ["uncited-claim", "uncited-claim", "unsourced-dose"]
    assert fixed.text == DRAFT.replace("Copper literally cures acne.", "I put copper on my skin.")


def test_one_of_two_in_a_sentence_stays_skipped_when_the_other_is_mended() -> None:
    text = "Zinc cures acne and literally calms the brain [1].\n"
    fixed, asked = interview(text, SKIP, ACCEPT)
    assert [q.finding.text.split()[0] for q in asked] == ["cures", "literally"]
    assert fixed.text == "Zinc cures acne and calms the brain [1].\n"


def test_quit_keeps_what_was_decided_and_asks_nothing_more() -> None:
    fixed, _ = interview(DRAFT, ACCEPT, QUIT)
    assert fixed.text == DRAFT.replace("Zinc shortens colds", "Zinc may shorten colds [source needed]")
    over = Interview(lambda _: QUIT)
    over(make_linter(), DRAFT, "a.md")
    assert over.over
    assert over(make_linter(), DRAFT, "b.md").text == DRAFT


def test_slots_are_asked_about_only_when_their_rule_is_chosen_alone() -> None:
    text = "Zinc may shorten colds [source needed].\n"
    assert interview(text)[1] == []
    fixed, _ = interview(text, Reply("edit", "Zinc may shorten colds [1]."), settings=Settings(select=("open-slot",)))
    assert fixed.text == "Zinc may shorten colds [1].\n"


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("a.md", "Zinc cures acne [1].\n",
         "Zinc cures acne [1]. <!-- claimlint-disable-line absolute-language: our title -->\n"),
        ("a.mdx", "Zinc cures acne [1].\n",
         "Zinc cures acne [1]. {/* claimlint-disable-line absolute-language: our title */}\n"),
        ("a.md", "# Zinc cures acne\n\nText.\n",
         "# Zinc cures acne <!-- claimlint-disable-line absolute-language: our title -->\n\nText.\n"),
        ("a.md", "| what | how |\n|---|---|\n| zinc | cures acne [1] |\n",
         "| what | how |\n|---|---|\n"
         "| zinc | cures acne [1] <!-- claimlint-disable-line absolute-language: our title --> |\n"),
        ("a.md", "It is zinc that\ncures acne [1]. More text.\n",
         "It is zinc that\ncures acne [1]. <!-- claimlint-disable-line absolute-language: our title --> More text.\n"),
        ("a.txt", "Zinc cures acne [1].\r\n",
         "Zinc cures acne [1]. <!-- claimlint-disable-line absolute-language: our title -->\r\n"),
        ("a.html", "<p>Zinc cures acne [1].</p>\n",
         "<p>Zinc cures acne [1]. <!-- claimlint-disable-line absolute-language: our title --></p>\n"),
    ],
)  # fmt: skip
def test_disable_writes_a_comment_that_works(path: str, before: str, after: str) -> None:
    only = Settings(select=("absolute-language",))
    fixed, _ = interview(before, Reply("disable", "our title"), path=path, settings=only)
    assert fixed.text == after
    assert fixed.result.findings == ()


def test_a_reason_cannot_end_its_comment() -> None:
    only = Settings(select=("absolute-language",))
    fixed, _ = interview("Zinc cures acne.\n", Reply("disable", "no --> <b>bold</b> --\nmove"), settings=only)
    assert fixed.text == (
        "Zinc cures acne. <!-- claimlint-disable-line absolute-language: no -> <b>bold</b> - move -->\n"
    )
    assert interview("Zinc cures acne.\n", Reply("disable"), settings=only)[0].text == (
        "Zinc cures acne. <!-- claimlint-disable-line absolute-language: meant so -->\n"
    )


def test_two_rules_of_a_sentence_can_both_be_disabled() -> None:
    fixed, _ = interview("Copper literally cures acne.\n", Reply("disable", "a"), Reply("disable", "b"))
    assert fixed.result.findings == ()
    assert fixed.text.startswith("Copper literally cures acne. <!-- claimlint-disable-line ")
