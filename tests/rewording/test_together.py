"""Several findings of one unit become one sentence."""

from __future__ import annotations

import pytest

from claimlint.rewording.check import problems
from claimlint.rewording.model import Request
from claimlint.rewording.reword import suggest, suggest_together
from rewording.rewording_helper import document_of, request_for


def together(text: str, *findings: tuple[str, str]) -> str:
    requests = [request_for(text, recipe, words=words) for recipe, words in findings]
    shared = [r._replace(document=requests[0].document, unit=requests[0].unit) for r in requests]
    made = suggest_together(shared)
    assert problems(shared[0].document, shared[0].unit, made) == ()
    return made.text


def test_booster_and_claim() -> None:
    text = "Finasteride absolutely destroys allopreg."
    assert together(text, ("claim", ""), ("absolute", "absolutely destroys")) == (
        "Finasteride is reported to lower allopreg [source needed]."
    )


def test_dose_and_claim_share_one_slot() -> None:
    text = "Take 5 g to double your HGH."
    assert together(text, ("dose", "5 g"), ("claim", "")).count("[source needed]") == 1


def test_vendor_and_claim() -> None:
    text = "Zinc shortens colds ([shop](https://shop.example/x))."
    assert together(text, ("claim", "Zinc"), ("vendor", "[shop]")) == "Zinc may shorten colds [source needed]."


def test_a_pointer_and_its_link_are_taken_out_once() -> None:
    text = "I buy mine [here](https://shop.example/x)."
    assert together(text, ("vendor", "buy mine [here](https://shop.example/x"), ("vendor", "[here]")) == "I buy mine."


def test_two_absolutes() -> None:
    text = "It absolutely works and is totally free."
    assert together(text, ("absolute", "absolutely"), ("absolute", "totally")) == "It works and is free."


def test_what_does_not_hold_together_is_worked_in_as_far_as_it_goes() -> None:
    text = "Science has proven that ASMR **calms** people."
    made = together(text, ("absolute", "proven"), ("claim", ""))
    assert made.endswith(" [source needed].")
    assert "proven" not in made


def test_three_absolutes_and_a_claim() -> None:
    text = "It literally cures acne, never causes nausea and is 100% safe."
    made = together(
        text, ("absolute", "literally cures"), ("absolute", "never causes"), ("absolute", "100% safe"), ("claim", "")
    )
    assert made == "It may help with acne, rarely cause nausea and be generally well tolerated [source needed]."


def test_a_dose_that_states_an_effect() -> None:
    text = "Take 5 g to double your HGH."
    assert together(text, ("dose", "5 g"), ("claim", "")) == (
        "Some people take 5 g to double their HGH [source needed]; check with a clinician or pharmacist."
    )


def test_no_request_and_two_units_are_refused() -> None:
    with pytest.raises(ValueError, match="nothing"):
        suggest_together([])
    one, other = request_for("Zinc shortens colds.", "claim"), request_for("Zinc is a cheap metal.", "claim")
    with pytest.raises(ValueError, match="different units"):
        suggest_together([one, other])


def test_an_unknown_recipe_gets_a_slot() -> None:
    assert suggest(request_for("Zinc shortens colds.", "later")).text == "Zinc shortens colds [source needed]."


def test_without_words_there_is_still_an_edit() -> None:
    document = document_of("→ ↑", [(0, 3)])
    request: Request = request_for("→ ↑", "claim")._replace(document=document)
    assert suggest(request).text == "→ ↑ [source needed]"
