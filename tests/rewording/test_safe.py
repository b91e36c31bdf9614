"""`safe` tells the truth: what may be applied unread, and what waits for a person."""

from __future__ import annotations

import re

import pytest

from claimlint.document.formats import format_of
from claimlint.project.lint import make_linter
from drafts_gold import drafts
from rewording.rewording_helper import suggestion


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("It absolutely improves memory.", "absolutely", "It improves memory."),
        ("It literally calms the brain.", "literally", "It calms the brain."),
        ("An insanely effective herb for acne.", "insanely", "An effective herb for acne."),
        ("It is, hands down, the better herb.", "hands down", "It is the better herb."),
        ("Undoubtedly, zinc shortens colds.", "Undoubtedly", "Zinc shortens colds."),
        ("It brings insane gains in strength.", "insane", "It brings gains in strength."),
        ("An unbelievable boost in mood follows.", "unbelievable", "A boost in mood follows."),
        ("Zinc is guaranteed to shorten a cold.", "guaranteed to", "Zinc may shorten a cold."),
        ("They are bound to lower cortisol.", "bound to", "They may lower cortisol."),
        (
            "Acne cannot be wished away, but it can absolutely be treated.",
            "absolutely",
            "Acne cannot be wished away, but it can be treated.",
        ),
        ("It's sure to help.", "sure to", "It may help."),
        ("Two shots are certain to be enough.", "certain to", "Two shots may be enough."),
    ],
)
def test_taking_out_emphasis_or_a_promise_is_safe(before: str, words: str, after: str) -> None:
    made = suggestion(before, "absolute", words=words)
    assert (made.text, made.safe) == (after, True)


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("It completely blocks the receptor.", "completely"),  # an extent
        ("It permanently lowers cortisol.", "permanently"),
        ("It clearly labels the allergens.", "clearly"),  # a manner
        ("It has magic mushrooms for depression.", "magic"),  # a name
        ("It caused life-changing injuries.", "life-changing"),  # a term
        ("It brought overwhelming fatigue.", "overwhelming"),  # a symptom
        ("It cures acne.", "cures"),  # another verb
        ("It always works.", "always works"),
        ("It has no side effects.", "no side effects"),  # a slot
        ("It is proven to help.", "proven to"),
        ("A remedy guaranteed to help.", "guaranteed to"),
        ("Nothing is guaranteed to shorten a cold.", "guaranteed to"),  # no promise
        ("It does not really, absolutely help.", "absolutely"),
        ("Try the Incredible Greens powder for sleep.", "Incredible"),  # a brand
        ("Read [an amazing review](https://a.example) of zinc.", "amazing"),  # somebody's title
        ("It almost certainly raises cortisol.", "certainly"),  # a hedge
    ],
)
def test_what_may_change_the_meaning_waits_for_a_person(before: str, words: str) -> None:
    assert not suggestion(before, "absolute", words=words).safe


@pytest.mark.parametrize("recipe", ["claim", "dose", "animal", "vendor", "slot", "delete", "remove-slot"])
def test_nothing_else_is_safe(recipe: str) -> None:
    assert not suggestion("Take 5 g of zinc to double your HGH [here](https://shop.example).", recipe).safe


def test_what_is_bound_to_a_protein_makes_no_promise() -> None:
    assert "may" not in suggestion("Most of it is bound to albumin.", "absolute", words="bound to").text.split()[:5]


def test_on_our_drafts_a_safe_edit_takes_words_out_or_says_may() -> None:
    linter = make_linter().without_notes()
    seen = 0
    for draft in drafts():
        for finding in linter.lint(draft.text, path=draft.path.name, format=format_of(draft.path.name)).findings:
            if finding.suggestion is None or not finding.suggestion.safe:
                continue
            seen += 1
            before = re.findall(r"\w+", draft.text[finding.unit_start : finding.unit_end].lower())
            for word in re.findall(r"\w+", finding.suggestion.text.lower()):
                if word in ("may", "a", "an"):
                    continue
                assert word in before, (finding.text, finding.suggestion.text)
                del before[: before.index(word) + 1]
    assert seen >= 4
