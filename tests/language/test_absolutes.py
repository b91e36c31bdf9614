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
    ],
)
def test_no_absolutes(marks: Marks, text: str) -> None:
    assert marks(text, "absolute") == []


def test_a_denial_reaches_no_further_than_its_clause(marks: Marks) -> None:
    text = "They did not tell him that the herb absolutely destroys tumours."
    assert [seen.words for seen in marks(text, "absolute")] == ["absolutely destroys"]
