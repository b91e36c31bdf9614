"""Doses: from an order to a report."""

from __future__ import annotations

import pytest

from claimlint.language.model import Mark
from rewording.rewording_helper import reworded

CHECK = "; check with a clinician or pharmacist."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Take 600 mg before bed.", "A dose of 600 mg before bed is sometimes used [source needed]"),
        ("Take one capsule in the morning.", "A dose of one capsule in the morning is sometimes used [source needed]"),
        ("For sleep, take 3 g of glycine.", "For sleep, a dose of 3 g of glycine is sometimes used [source needed]"),
        (
            "Start with 5 mg and add 5 mg every week.",
            "Some people start with 5 mg and add 5 mg every week [source needed]",
        ),
        ("Take 5 g to double your HGH.", "Some people take 5 g to double their HGH [source needed]"),
        ("You should take 400 mg daily.", "Some people take 400 mg daily [source needed]"),
        ("Adults should take 400 mg with your meal.", "Some adults take 400 mg with their meal [source needed]"),
        ("I recommend taking 400 mg daily.", "Some people take 400 mg daily [source needed]"),
        ("Most people do well on 5 g.", "Some people use 5 g [source needed]"),
        ("The recommended dose is 5 g per day.", "A dose of 5 g per day is sometimes used [source needed]"),
        ("Take plain zinc: 50 mg daily.", "Some people take plain zinc: 50 mg daily [source needed]"),
        ("**Take 600 mg** before bed.", "**A dose of 600 mg** before bed is sometimes used [source needed]"),
    ],
)
def test_an_order_becomes_a_report(before: str, after: str) -> None:
    assert reworded(before, "dose") == after + CHECK


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Dosage: 25–50 mg daily", "Dosage: 25–50 mg daily [source needed]"),
        ("3g 1h before sleep", "3g 1h before sleep [source needed]"),
        ("100-200 mg is recommended.", "100-200 mg is sometimes recommended [source needed]."),
        ("The powder (5 g) should be taken with water.", "The powder (5 g) may be taken with water [source needed]."),
        ("increase D to 20k IU", "some people increase D to 20k IU [source needed]"),
    ],
)
def test_fields_and_fragments_get_the_slot(before: str, after: str) -> None:
    assert reworded(before, "dose", kind="item") == after


def test_a_personal_dose_stays_personal() -> None:
    mark = (Mark("dose-instruction", 0, 5, "personal"),)
    after = "I took 6+ grams before bed [source needed]; this is one person's experience."
    assert reworded("I found 6+ grams best before bed.", "dose", marks=mark) == after
    after = "I took 6+ grams before bed [source needed]; this is one person's experience."
    assert reworded("I found doses of 6+ grams was best used before bed.", "dose", marks=mark) == after


def test_a_table_row_gets_the_slot_in_the_cell_of_the_dose() -> None:
    row = "| Zinc | 25 mg | morning |"
    dose = (Mark("dose", 9, 14), Mark("dose-instruction", 0, 20, "row"))
    assert reworded(row, "dose", kind="row", marks=dose) == "| Zinc | 25 mg [source needed] | morning |"
