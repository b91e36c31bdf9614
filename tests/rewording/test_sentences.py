"""What must hold for every suggestion, over sentences of our own and over mixtures of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.rewording.check import problems
from claimlint.rewording.model import Request
from claimlint.rewording.reword import suggest, suggest_together
from rewording.rewording_helper import STUDY_IN_RATS, request_for
from rewording.rewording_sentences import ABSOLUTES, CLAIMS, DOSES, VENDORS


def all_requests() -> list[Request]:
    requests = [request_for(text, "claim") for text in CLAIMS]
    requests += [request_for(text, "absolute", words=words) for text, words in ABSOLUTES]
    requests += [request_for(text, "dose") for text in DOSES]
    requests += [request_for(text, "vendor", words=words) for text, words in VENDORS]
    requests += [request_for(text, "animal", source=STUDY_IN_RATS) for text in CLAIMS]
    return requests


def test_there_are_enough_sentences() -> None:
    assert len(CLAIMS) + len(ABSOLUTES) + len(DOSES) + len(VENDORS) >= 150


@pytest.mark.parametrize("request_", all_requests(), ids=lambda r: f"{r.recipe}: {r.document.text[:40]}")
def test_every_suggestion_is_sound(request_: Request) -> None:
    made = suggest(request_)
    assert problems(request_.document, request_.unit, made) == ()
    assert made.text.strip()


@pytest.mark.parametrize("recipe", ["claim", "dose", "animal", "absolute", "vendor", "slot"])
@pytest.mark.parametrize("text", [t for t, _ in ABSOLUTES[:20]] + list(DOSES[:12]) + list(CLAIMS[:20]))
def test_any_recipe_on_any_sentence_is_sound(recipe: str, text: str) -> None:
    request = request_for(text, recipe)
    assert problems(request.document, request.unit, suggest(request)) == ()


@pytest.mark.parametrize(("text", "words"), ABSOLUTES, ids=lambda v: v[:30])
def test_together_with_a_claim_is_sound(text: str, words: str) -> None:
    claim = request_for(text, "claim")
    absolute = claim._replace(recipe="absolute", span=request_for(text, "absolute", words=words).span)
    made = suggest_together([claim, absolute])
    assert problems(claim.document, claim.unit, made) == ()


WORDS = st.sampled_from(
    "zinc it this which raises lowers destroys cures may is are was not always never the a an and or , . ; ( ) ** * ` "
    "[1] [here](https://shop.example) 40% 5 mg take your everyone no side effects \n because so people rats".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=14), st.sampled_from(["claim", "absolute", "dose", "animal", "vendor"]))
def test_nonsense_never_breaks_the_edits(words: list[str], recipe: str) -> None:
    text = " ".join(words)
    if not text.strip():
        return
    request = request_for(text, recipe)
    made = suggest(request)
    assert made.edits
    assert made.text != text[request.unit.start : request.unit.end]
    assert all(request.unit.start <= e.start <= e.end for e in made.edits)
    assert all(a.end <= b.start for a, b in zip(made.edits, made.edits[1:], strict=False))
