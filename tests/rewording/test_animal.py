"""Animal findings told as human ones."""

from __future__ import annotations

from claimlint.language.model import Mark
from rewording.rewording_helper import STUDY_IN_CELLS, STUDY_IN_MICE, STUDY_IN_RATS, reworded

LIMIT = "; this has not been shown here for people"


def kind(value: str) -> tuple[Mark, ...]:
    return (Mark("animal-as-human", 0, 4, value),)


def test_the_species_of_the_title_is_put_in() -> None:
    before = "Exercise-induced pain relief was blocked by synthesis inhibitors [22]"
    after = "In rats, exercise-induced pain relief was blocked by synthesis inhibitors [22]" + LIMIT
    assert reworded(before, "animal", source=STUDY_IN_RATS, marks=kind("reference")) == after


def test_the_finding_is_told_in_the_past() -> None:
    before = "Chronic stress downregulates allopregnanolone biosynthesis [25]."
    after = f"In mice, chronic stress downregulated allopregnanolone biosynthesis [25]{LIMIT}."
    assert reworded(before, "animal", source=STUDY_IN_MICE, marks=kind("reference")) == after


def test_a_name_keeps_its_capital() -> None:
    before = "McCoy extract lowers cortisol [22]."
    after = f"McCoy extract lowered cortisol in rats [22]{LIMIT}."
    assert reworded(before, "animal", source=STUDY_IN_RATS, marks=kind("reference")) == after


def test_an_item_without_a_subject_keeps_its_verb_in_front() -> None:
    assert reworded("Increases brain GABA", "animal", source=STUDY_IN_RATS, kind="item", marks=kind("reference")) == (
        "Increased brain GABA in rats" + LIMIT
    )


def test_cells_and_a_marker_behind_the_stop() -> None:
    before = "It protects neurons. [3]"
    after = f"In cultured cells, it protected neurons{LIMIT}. [3]"
    assert reworded(before, "animal", source=STUDY_IN_CELLS, marks=kind("reference")) == after


def test_a_conclusion_for_people_is_cut() -> None:
    before = "Rats got smarter on it, so it will sharpen your memory."
    assert reworded(before, "animal", marks=kind("explicit")) == f"Rats got smarter on it{LIMIT}."


def test_a_conclusion_that_cannot_be_cut_is_weakened() -> None:
    before = "In rodents it raises BDNF and it improves memory in people."
    after = f"In rodents it raises BDNF and it may improve memory in people{LIMIT}."
    assert reworded(before, "animal", marks=kind("explicit")) == after


def test_a_conclusion_in_the_next_sentence_names_the_animal() -> None:
    text = "Rats lived longer. This means that it extends your life."
    made = reworded(text, "animal", unit="This means that it extends your life.", marks=kind("conclusion"))
    assert made == "This means that it may extend your life; the evidence given here is from rats, not people."


def test_a_pet_is_one_animal() -> None:
    before = "My dog calmed down, so it works."
    assert reworded(before, "animal", marks=kind("anecdote")) == (
        "My dog calmed down; this is one animal and shows nothing about people."
    )
