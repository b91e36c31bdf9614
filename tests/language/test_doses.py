"""Which amounts tell a reader how much to take."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Marks = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Take 600 mg of it before bed.", "imperative"),
        ("For adults, apply 2 ml twice a day.", "imperative"),
        ("If it does not help, double that to 50 mg.", "imperative"),
        ("The recommended amount is 5 g a day.", "recommend"),
        ("You can take up to 3 g of it.", "recommend"),
        ("More than 300 mg a day is not recommended.", "recommend"),
        ("0.3 mg is plenty.", "recommend"),
        ("The usual dose is two capsules with breakfast.", "typical"),
        ("Doctors usually give between 1 and 10 mg to combat the overdose.", "typical"),
        ("Clinics give 500 mg over four hours.", "typical"),
        ("Taking 400 mg of magnesium every night helps people sleep.", "typical"),
        ("I found that 6+ grams works best before bed.", "personal"),
        ("- **Dose for memory:** >5 g/day", "field"),
        ("Moderate dose: 10–20 mg", "field"),
        ("- Light: 50–100 mg", "field"),
        ("- Magnesium glycinate 400 mg", "row"),
        ("Take 2 magnesium capsules with dinner.", "imperative"),
        ("Take two 500 mg tablets of it every six hours.", "imperative"),
        ("Swish 20 ml of coconut oil for ten minutes.", "imperative"),
        ("A starting point might be 200 mcg of it daily.", "recommend"),
        ("The most commonly reported dose in adults is 250 mcg.", "typical"),
        ("| Drug | Start (mg) |\n|---|---|\n| Placebamine | 25 |", "row"),
        ("| Level | Dose | Effect |\n|---|---|---|\n| Very high | 25 mg+ | intoxication |", "row"),
        ("| Supplement | Dose |\n|---|---|\n| Probiotic | 50B CFU |", "row"),
        ("- 3 g one hour before sleep", "row"),
    ],
)
def test_instructions(marks: Marks, text: str, value: str) -> None:
    assert [seen.value for seen in marks(text, "dose-instruction")] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Participants received 400 mg or placebo for eight weeks.", "study"),
        ("In one trial, 600 mg a day lowered cortisol.", "study"),
        ("My testosterone was 540 ng/dL in May.", "lab"),
        ("I take 200 mg of it in the morning.", "personal"),
        ("The capsules hold 500 mg per capsule.", "strength"),
        ("A lethal amount is about 10 g.", "toxic"),
        ("One bar has 12 g of protein.", "nutrition"),
        ("Melt 50 g of butter, stir in 200 ml of milk.", "cooking"),
    ],
)
def test_reports(marks: Marks, text: str, value: str) -> None:
    assert marks(text, "dose-instruction") == []
    assert marks(text, "dose-report")[0].value == value


def test_a_caveat_does_not_excuse(marks: Marks) -> None:
    text = "This is experimental and needs supervision, but take 5 mg at night."
    assert [seen.words for seen in marks(text, "dose-instruction")] == ["take 5 mg"]


def test_the_same_amount_told_twice_is_one_instruction(marks: Marks) -> None:
    text = "Take 1 scoop (6 g) before your workout."
    assert [seen.words for seen in marks(text, "dose-instruction")] == ["Take 1 scoop (6 g"]


def test_the_heading_makes_a_list_a_dose_list(marks: Marks) -> None:
    listed = "- 1 mg in the first week\n- 2 mg\n"
    assert len(marks(f"## Dosage\n\n{listed}", "dose-instruction")) == 2
    assert len(marks(f"## Results of the study\n\n{listed}", "dose-instruction")) == 0


def test_the_unit_may_stand_in_the_table_header(marks: Marks) -> None:
    table = "| Level | Dose (mg) |\n|---|---|\n| Light | 25-50 |\n| Strong | 100 |\n"
    assert [seen.value for seen in marks(table, "dose-instruction")] == ["row", "row"]


def test_groceries_are_no_stack(marks: Marks) -> None:
    shopping = "## You need\n\n- 50 g fresh turmeric\n- 4 lemons\n- 2 tbsp honey\n"
    assert marks(shopping, "dose-instruction") == []


def test_bold_numbers_keep_their_units(marks: Marks) -> None:
    assert marks("Take **400** mg at night.", "dose-instruction") != []


def test_every_line_of_a_record_is_a_field(marks: Marks) -> None:
    seen = marks("## Dosage\n\nOral: 50-200 mg\nSublingual: 25-100 mg", "dose-instruction")
    assert [mark.words for mark in seen] == ["Oral: 50-200 mg", "Sublingual: 25-100 mg"]


@pytest.mark.parametrize(
    "text",
    [
        "1 squirt = 20 drops (avg)",
        "Use a 1 ml syringe for the drops.",
        "The box holds 60 vegan magnesium capsules.",
        "| Nutrition | Amount |\n|---|---|\n| Energy | 21 calories |\n| Phosphorus | 83 mg |",
        "In adults, 400 mg of it tripled the level.",
    ],
)
def test_what_tells_nobody_to_take_it(marks: Marks, text: str) -> None:
    assert marks(text, "dose-instruction") == []


def test_a_substance_heads_the_column_of_a_schedule(marks: Marks) -> None:
    schedule = "| Day | Light | Melatonin |\n|---|---|---|\n| +2 | outside | 3 mg |"
    assert [seen.value for seen in marks(schedule, "dose-instruction")] == ["row"]
    labels = "| Food | Magnesium |\n|---|---|\n| Spinach | 79 mg |"
    assert marks(labels, "dose-instruction") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chew 4 to 8 seeds thoroughly and wait an hour.", "4 to 8 seeds"),
        ("5 grains three times a day.", "5 grains"),
        ("A physiological dose is 4 mcg per hour.", "4 mcg per hour"),
        ("The dose may be doubled to 20 mg after a week.", "20 mg"),
    ],
)
def test_old_and_plant_measures(marks: Marks, text: str, words: str) -> None:
    assert [words in mark.words for mark in marks(text, "dose-instruction")] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Grind the required quantity of a whole grain in a blender.",
        "Add several leaves of basil to the pot.",
        "The leaves contain 2 mg of the alkaloid per gram.",
        "She took a few drops of blood from the finger.",
    ],
)
def test_grains_and_leaves_that_nobody_takes_as_a_dose(marks: Marks, text: str) -> None:
    assert marks(text, "dose-instruction") == []


def test_a_cup_is_a_dose_where_it_is_called_one(marks: Marks) -> None:
    assert marks("Suggested daily dosage, cooked, is 1/2 cup.", "dose-instruction") != []
    assert marks("The cooked weight is about 1/2 cup.", "dose-instruction") == []


def test_notes_on_meals_in_a_column_of_doses(marks: Marks) -> None:
    table = "| Supplement | Recommended per day | Note |\n|---|---|---|\n| Berberine | 300 mg | with carbs |"
    assert [seen.value for seen in marks(table, "dose-instruction")] == ["row"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Against a stiff neck after a long drive, 20 to 30 mg of placebamine will be sufficient.", "recommend"),
        ("As little as 4 mg can calm a cough.", "typical"),
        ("Kids should stay below 12 mg.", "recommend"),
        ("For grown-ups the dose is: 1 cup of nettle tea, twice a day.", "field"),
        ("- IM: 100 mg every week", "field"),
        ("Lean mass needs 2 grams of protein per kilo", "typical"),
        ("The plan starts at 6 mg once a week for a month.", "typical"),
        ("Work your way up to 5 g over two weeks.", "recommend"),
        ("Adults: 1-2 tablets every 4 to 6 hours.", "field"),
        ("Children under 12: half a tablet.", "field"),
        ("Dilute 6 drops in a spoon of almond oil and rub it on the calf.", "imperative"),
        ("|  | Creatine |\n|---|---|\n| **Dosage** | 5 g per serving |", "row"),
        ("| Step | Day 1 | Day 8 |\n|---|---|---|\n| low | 30 mg | 60 mg |", "row"),
        ("| Plant | Dosage | Evidence |\n|---|---|---|\n| Bark extract | 90 mg | weak |", "row"),
        (
            "Dosing plan (from the trials):\n\n| Month | Dose | Remarks |\n|---|---|---|\n| 2 | 70mg | Second step |",
            "row",
        ),
    ],
)
def test_doses_as_leaflets_and_schedules_write_them(marks: Marks, text: str, value: str) -> None:
    assert value in [seen.value for seen in marks(text, "dose-instruction")]


@pytest.mark.parametrize(
    "text",
    [
        "As little as 9 g can kill a grown man.",
        "A menu with fish provides 300 mg of iodine a week.",
        "Travellers prefer the ease of a capsule.",
        "One could swallow a pill in place of dinner.",
        "## Suggested Use\n\n- 60g Morning Blend of five roots",
        "| Weeks | Weight |\n|---|---|\n| 1-4 | 2 kg |",
        "One gram of protein has 4 kcal per gram.",
        "| Herb | Study dose | Results |\n|---|---|---|\n| Root | 300 units | moderate |",
    ],
)
def test_amounts_that_only_look_like_doses(marks: Marks, text: str) -> None:
    assert marks(text, "dose-instruction") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The optimal dose is .3 mg before bed.", ".3 mg"),
        ("Dose range: .25 to .5 mg.", ".25 to .5 mg"),
        ("Take .5mg at night.", ".5mg"),
        ("600mg seems to be the magic number.", "600mg"),
        ("You'd need at least 3 g for any effect.", "3 g"),
        ("Typical is 2 caps/day.", "2 caps/day"),
    ],
)
def test_numbers_that_begin_with_their_point(marks: Marks, text: str, words: str) -> None:
    assert [words in mark.words for mark in marks(text, "dose-instruction")] == [True]


def test_a_point_before_a_number_may_end_a_sentence(marks: Marks) -> None:
    assert [seen.words for seen in marks("Take it at night.5 mg is what I recommend.", "dose")] == []
    assert marks("See section v.5 mg is the unit.", "dose") == []
