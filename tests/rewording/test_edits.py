"""Where the slot stands, and what an edit must leave as it was."""

from __future__ import annotations

import pytest

from claimlint.rewording.words import article_for, can_be_lowered, tokens_of
from rewording.rewording_helper import document_of, reworded, suggestion


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Zinc shortens [colds](https://example.org/a).",
            "Zinc may shorten [colds](https://example.org/a) [source needed].",
        ),
        ("**Zinc shortens colds.**", "**Zinc may shorten colds** [source needed]."),
        ("*Zinc* shortens **colds**.", "*Zinc* may shorten **colds** [source needed]."),
        ("It blocks `HRV`.", "It may block `HRV` [source needed]."),
        ("Zinc shortens colds. [1]", "Zinc may shorten colds [source needed]. [1]"),
        ("Zinc shortens colds.4", "Zinc may shorten colds [source needed].4"),
        ("(Zinc shortens colds.)", "(Zinc may shorten colds [source needed].)"),
        ("Zinc shortens colds (in most people).", "Zinc may shorten colds (in most people) [source needed]."),
        ("“Zinc shortens colds.”", "“Zinc may shorten colds.” [source needed]"),
        ("Zinc raises IgA, IgG, etc.", "Zinc may raise IgA, IgG, etc. [source needed]"),
        ("Zinc shortens colds!!!", "Zinc may shorten colds [source needed]!!!"),
        ("Zinc shortens colds . . .", "Zinc may shorten colds [source needed] . . ."),
        ("Zinc shortens colds:", "Zinc may shorten colds [source needed]:"),
        ("Zinc shortens colds", "Zinc may shorten colds [source needed]"),
        ("Zinc shortens colds.<br>", "Zinc may shorten colds [source needed].<br>"),
        ("Zinc shortens <b>colds</b>.", "Zinc may shorten <b>colds</b> [source needed]."),
        ("Zinc raises &quot;IgA&quot;", "Zinc may raise &quot;IgA&quot; [source needed]"),
        ("It shortens colds [source needed].", "It may shorten colds [source needed]."),
    ],
)
def test_the_slot_stands_before_the_final_punctuation_and_outside_markup(before: str, after: str) -> None:
    assert reworded(before, "claim") == after


def test_a_table_row_gets_the_slot_in_its_last_cell() -> None:
    assert reworded("| Zinc | shortens colds |", "claim", kind="row") == "| Zinc | shortens colds [source needed] |"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_hard_wrapped_lines_stay_wrapped(newline: str) -> None:
    before = f"Lack of sleep has been{newline}shown to raise{newline}cortisol."
    assert reworded(before, "claim") == f"Lack of sleep may{newline}raise{newline}cortisol [source needed]."


def test_dropping_the_first_word_of_a_line_leaves_no_space() -> None:
    before = "It\nabsolutely calms the mind."
    assert reworded(before, "absolute", words="absolutely") == "It\ncalms the mind."


def test_only_the_unit_is_edited() -> None:
    text = "Zinc is cheap. Zinc shortens colds. It tastes bad."
    made = suggestion(text, "claim", unit="Zinc shortens colds.")
    assert made.text == "Zinc may shorten colds [source needed]."
    assert all(15 <= edit.start <= edit.end <= 35 for edit in made.edits)


@pytest.mark.parametrize(
    ("word", "article"),
    [
        ("apple", "an"), ("useful", "a"), ("unique", "a"), ("uninteresting", "an"), ("hour", "an"), ("one-off", "a"),
        ("European", "a"), ("SSRI", "an"), ("UTI", "a"), ("NASA", "a"), ("GABA", "a"), ("MRI", "an"), ("X-ray", "an"),
        ("8-week", "an"), ("11", "an"), ("18", "an"), ("110", "a"), ("honest", "an"), ("herb", "a"), ("universal", "a"),
        ("unimportant", "an"), ("L-theanine", "an"), ("β-blocker", "a"), ("onerous", "an"), ("once-daily", "a"),
    ],
)  # fmt: skip
def test_articles_follow_the_sound(word: str, article: str) -> None:
    assert article_for(word) == article


@pytest.mark.parametrize(
    ("text", "small"),
    [("The drug", True), ("Prozac works", False), ("DHEA works", False), ("I sleep", False),
     ("Finasteride works", True), ("Smith found it", False), ("McCoy works", False),
     ("Ubik works, and ubik is cheap", True)],
)  # fmt: skip
def test_names_keep_their_capital(text: str, small: bool) -> None:
    document = document_of(text, [(0, len(text))])
    assert can_be_lowered(document, tokens_of(document, 0, len(text))[0], ()) is small
