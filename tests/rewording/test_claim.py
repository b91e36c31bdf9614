"""Uncited claims: what the author reads in place of the sentence."""

from __future__ import annotations

import pytest

from claimlint.rewording.model import Edit
from rewording.rewording_helper import reworded, suggestion


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Zinc shortens colds.", "Zinc may shorten colds [source needed]."),
        ("It lowered cortisol.", "It reportedly lowered cortisol [source needed]."),
        (
            "It gave relief to men and lowered cortisol.",
            "It reportedly gave relief to men and lowered cortisol [source needed].",
        ),
        ("Magnesium is effective for insomnia.", "Magnesium may be effective for insomnia [source needed]."),
        ("These compounds are linked to depression.", "These compounds may be linked to depression [source needed]."),
        (
            "Ashwagandha significantly increases testosterone.",
            "Ashwagandha may significantly increase testosterone [source needed].",
        ),
        (
            "This herb raises GABA and lowers glutamate.",
            "This herb may raise GABA and lower glutamate [source needed].",
        ),
        (
            "Zinc lowers copper and so blocks the enzyme, and is then bad for nerves.",
            "Zinc may lower copper and so block the enzyme, and then be bad for nerves [source needed].",
        ),
        ("<strong>Lowers pain:</strong> a tea.", "<strong>May lower pain:</strong> a tea [source needed]."),
        (
            "It raises GABA, lowers glutamate and is good for sleep.",
            "It may raise GABA, lower glutamate and be good for sleep [source needed].",
        ),
        ("High doses lower cortisol.", "High doses may lower cortisol [source needed]."),
        ("It will raise your testosterone.", "It may raise your testosterone [source needed]."),
        ("Caffeine has a strong effect on sleep.", "Caffeine may have a strong effect on sleep [source needed]."),
        ("It's effective for pain.", "It may be effective for pain [source needed]."),
        ("It’s often helpful for pain.", "It may often be helpful for pain [source needed]."),
        ("TRT often suppresses DHEA production.", "TRT may often suppress DHEA production [source needed]."),
    ],
)  # fmt: skip
def test_the_verb_is_weakened_in_its_own_tense_and_number(before: str, after: str) -> None:
    assert reworded(before, "claim") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It does not raise cortisol.", "It may not raise cortisol [source needed]."),
        ("Vitamin C doesn't prevent colds.", "Vitamin C may not prevent colds [source needed]."),
        ("Zinc did not shorten colds.", "Zinc reportedly did not shorten colds [source needed]."),
        ("It won't raise cortisol.", "It may not raise cortisol [source needed]."),
        ("It isn't effective for pain.", "It may not be effective for pain [source needed]."),
    ],
)
def test_a_denial_stays_a_denial(before: str, after: str) -> None:
    assert reworded(before, "claim") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("In mice, rapamycin extended lifespan.", "In mice, rapamycin reportedly extended lifespan [source needed]."),
        ("Zinc has shortened colds.", "Zinc has reportedly shortened colds [source needed]."),
        ("The colds were caused by stress.", "The colds were reportedly caused by stress [source needed]."),
        ("Zinc significantly lowered cortisol.", "Zinc significantly lowered cortisol [source needed]."),
        ("They wrote that zinc lowered cortisol.", "They wrote that zinc lowered cortisol [source needed]."),
    ],
)
def test_what_happened_is_told_as_reported(before: str, after: str) -> None:
    assert reworded(before, "claim") == after


@pytest.mark.parametrize(
    "sentence",
    [
        "Zinc is usually helpful for colds.",
        "Zinc sometimes shortens colds.",
        "The effect is then prolonged.",
    ],
)
def test_no_may_beside_how_often_or_in_a_procedure(sentence: str) -> None:
    assert reworded(sentence, "claim") == sentence.removesuffix(".") + " [source needed]."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Two processes decide when you sleep.", "Two processes decide when you sleep [source needed]."),
        (
            "Food that raises cortisol tends to cause acne.",
            "Food that raises cortisol tends to cause acne [source needed].",
        ),
        (
            "It affects two per cent of people and is common.",
            "It affects two per cent of people and is common [source needed].",
        ),
    ],
)
def test_nouns_shares_and_hedged_main_clauses_take_no_may(before: str, after: str) -> None:
    assert reworded(before, "claim") == after


def test_a_capital_behind_a_tag() -> None:
    before = "<strong>Lowers cortisol:</strong> it was measured."
    assert reworded(before, "claim").startswith("<strong>May lower cortisol:</strong>")


def test_a_denial_keeps_its_emphasis() -> None:
    before = "Acne is **not** caused by stress."
    assert reworded(before, "claim") == "Acne may **not be** caused by stress [source needed]."


@pytest.mark.parametrize(
    "hedged",
    [
        "Zinc may shorten colds",
        "Zinc can shorten colds",
        "Zinc possibly shortens colds",
        "It appears that zinc shortens colds",
    ],
)
def test_a_claim_that_hedges_gets_only_the_slot(hedged: str) -> None:
    assert reworded(f"{hedged}.", "claim") == f"{hedged} [source needed]."


@pytest.mark.parametrize(
    "plain",
    [
        "Potent neuroprotective effects",
        "Associated with a lower risk of falls",
        "Side effects include: nausea, headache",
        "Increases in cortisol",
        "GHB is an agonist at the GHB receptor",
        "The gut contains two kinds of neurons",
        "By 1950 he had left the lab",
        "I think zinc shortens colds",
    ],
)
def test_what_no_may_fits_into_gets_only_the_slot(plain: str) -> None:
    assert reworded(plain, "claim", kind="item") == f"{plain} [source needed]"


def test_an_item_without_a_subject_starts_with_may() -> None:
    before = "Regulates appetite, promotes sleep onset, and provides protection"
    after = "May regulate appetite, promote sleep onset, and provide protection [source needed]"
    assert reworded(before, "claim", kind="item") == after


def test_a_figure_is_kept_and_attributed() -> None:
    before = "About 40% of adults have low vitamin D."
    assert (
        reworded(before, "claim", claim="statistic")
        == "According to [source needed], about 40% of adults have low vitamin D."
    )


def test_a_figure_behind_a_name_keeps_the_sentence() -> None:
    assert reworded("It cuts anxiety by 40%.", "claim") == "It cuts anxiety by 40% [source needed]."


def test_harms_are_reported_and_mechanisms_thought() -> None:
    assert (
        reworded("The drug wrecks your liver.", "claim", claim="harm")
        == "The drug is reported to wreck your liver [source needed]."
    )
    assert (
        reworded("It binds GABA receptors.", "claim", claim="mechanism")
        == "It is thought to bind GABA receptors [source needed]."
    )


def test_approval_is_a_fact_that_only_needs_a_source() -> None:
    assert (
        reworded("Zinc is approved for colds.", "claim", claim="approval")
        == "Zinc is approved for colds [source needed]."
    )


def test_hearsay_of_studies_suggests_instead_of_showing() -> None:
    assert (
        reworded("Studies show that zinc prevents colds.", "claim")
        == "Studies suggest that zinc prevents colds [source needed]."
    )
    assert reworded("It is known to increase appetite.", "claim") == "It may increase appetite [source needed]."


def test_conditions_are_left_alone() -> None:
    before = "When stress rises, cortisol increases appetite."
    assert reworded(before, "claim") == "When stress rises, cortisol may increase appetite [source needed]."


def test_a_noun_that_looks_like_a_verb_is_no_verb() -> None:
    before = "Side effects changes and dose increases are common."
    assert reworded(before, "claim") == "Side effects changes and dose increases are common [source needed]."


def test_edits_are_small_and_at_the_words_they_change() -> None:
    made = suggestion("Zinc shortens colds.", "claim")
    assert made.edits == (Edit(5, 13, "may shorten"), Edit(19, 19, " [source needed]"))
    assert not made.safe


def test_british_spelling_of_the_author_is_kept() -> None:
    assert reworded("It fuelled inflammation.", "claim").startswith("It reportedly fuelled inflammation")
