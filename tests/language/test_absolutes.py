"""Absolute words in health statements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Marks = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Finasteride absolutely destroys your hormones.", "absolutely destroys"),
        ("The tea cures depression.", "cures"),
        ("The herb is 100 % safe for your liver.", "100 % safe"),
        ("It has no harmful side effects.", "no harmful side effects"),
        ("It lowers cortisol in everyone, without exception.", "without exception"),
        ("Magnesium always fixes insomnia.", "always fixes"),
        ("It accelerates all aspects of skin ageing.", "all aspects of"),
        ("It kills deep sleep completely, say users.", "completely"),
        ("Running is the most effective treatment for depression.", "the most effective"),
        ("Hs-CRP: the #1 marker of inflammation", "1"),
        ("By far the most effective treatment for hair loss is minoxidil.", "the most effective"),
        ("The protocol fully restores natural testosterone.", "fully restores"),
        ("There is no better treatment for acne than zinc.", "no better treatment"),
        ("There is no question that fluoride lowers intelligence.", "There is no question"),
        ("Every chronic illness is caused by inflammation.", "Every chronic illness"),
        ("Users report unbelievable improvements in memory and insomnia.", "unbelievable improvements"),
        ("Coconut oil is the perfect fat for your brain.", "the perfect"),
        ("This mushroom will change your life and your sleep.", "change your life"),
        ("No other supplement comes close for recovery of muscle.", "No other supplement comes close"),
        ("We guarantee you will sleep better.", "We guarantee"),
        ("It doesn't cause any side effects in people with diabetes.", "doesn't cause any side effects"),
        ("The herb is entirely non-toxic and lowers cortisol.", "entirely non-toxic"),
        ("Relief from arthritis is instant.", "is instant"),
        ("The effect on insomnia is nothing short of miraculous.", "nothing short of"),
    ],
)
def test_absolutes(marks: Marks, text: str, words: str) -> None:
    assert words in [seen.words for seen in marks(text, "absolute")]


@pytest.mark.parametrize(
    "text",
    [
        "The absolute risk of cancer fell.",
        "It is not a miracle cure for cancer.",
        "It does not always help with insomnia.",
        "Hardly any treatment works for everyone.",
        "Does it really cure insomnia?",
        'The shop calls it a "miracle cure" for cancer.',
        "Anyone who promises a guaranteed cure for cancer lies.",
        "Always check the label of your medicine.",
        "Never mix it with your medication.",
        "The app syncs instantly.",
        "Half of all patients with migraine have never been diagnosed.",
        "A fully optimised hormonal environment helps.",
        "It nearly always helps with insomnia.",
        "The dose is very potent and significantly lowers cortisol.",
        "It helps everyone who smokes.",
        "No side effects were reported in the trial.",
        "Antibiotics cure many infections, but not all of them.",
        "It is unlikely that any dose is entirely safe for the liver.",
        "A stroke can be a life-changing event for patients.",
        "The trial used unmatched controls with diabetes.",
        "The herb is far from the most effective treatment for insomnia.",
        "There is no cure for rheumatoid arthritis.",
        "Vitamin D significantly reduced fracture risk.",
        "It reverses muscle loss in older adults.",
        "Every tablet contains 500 mg of paracetamol.",
        "No treatment for cancer is perfect.",
        "No adverse effects on the liver were seen.",
        "The wound healed completely in 60 % of patients.",
    ],
)
def test_no_absolutes(marks: Marks, text: str) -> None:
    assert marks(text, "absolute") == []


def test_a_denial_reaches_no_further_than_its_clause(marks: Marks) -> None:
    text = "They did not tell him that the herb absolutely destroys tumours."
    assert [seen.words for seen in marks(text, "absolute")] == ["absolutely destroys"]


@pytest.mark.parametrize(
    "text",
    [
        "There is no such thing as a silver bullet in nutrition.",
        "Animal research ≠ guaranteed results for your joints.",
        "These exercises have proven quite useful for sore knees.",
        "People expect instant healing of the tendon.",
        "The bottle contains 100% pure peppermint oil for your skin.",
        "### #1 Excellent source of antioxidants",
    ],
)
def test_denied_expected_or_merely_counted(marks: Marks, text: str) -> None:
    assert marks(f"Zinc shortens colds and calms the gut [1].\n\n{text}", "absolute") == []
