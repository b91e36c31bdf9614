"""One look-up tells all that the lexicons say of a word: its marks, its phrases, the parts of a compound."""

from __future__ import annotations

import pytest

from claimlint.language.words import lexical_marks, tokens_of
from claimlint.lexicons import vocabulary as module
from claimlint.lexicons.model import Lexicons
from claimlint.lexicons.vocabulary import Vocabulary, packed_vocabulary

WORDS = {
    "stress": (("health", "condition"),),
    "cortisol": (("health", "biomarker"),),
    "lowers": (("effect", "decrease"),),
}
PHRASES = {
    "has": {
        "*": ((("*", "effect"), "claim-phrase", "property"),),
        "...": ((("...", "benefits"), "claim-phrase", "efficacy"),),
    },
    "stress": {"hormone": ((("hormone", "axis"), "health", "process"), (("hormone",), "health", "biomarker"))},
}


def found(text: str) -> list[tuple[str, str, str]]:
    lexicons = Lexicons.of({"words": WORDS, "phrases": PHRASES, "data": {}})
    marks = lexical_marks(tokens_of(text, 0, len(text)), lexicons)
    return [(text[m.start : m.end], m.kind, m.value) for m in marks]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("it lowers cortisol", [("lowers", "effect", "decrease"), ("cortisol", "health", "biomarker")]),
        # the longest phrase wins over a shorter one and over its first word
        ("the stress hormone axis", [("stress hormone axis", "health", "process")]),
        ("a stress hormone", [("stress hormone", "health", "biomarker")]),
        ("stress hormones", [("stress", "health", "condition")]),
        # wildcards: one word, and up to three
        ("has some effect", [("has some effect", "claim-phrase", "property")]),
        ("has effect", []),
        ("has benefits", [("has benefits", "claim-phrase", "efficacy")]),
        ("has a few real benefits", [("has a few real benefits", "claim-phrase", "efficacy")]),
        ("has a few very real benefits", []),
        ("benefits it has", []),
        # compounds that no list holds
        ("stress-reducing", [("stress", "health", "condition")]),
        ("anti-stress", [("stress", "health", "condition")]),
        ("cortisol's", [("cortisol", "health", "biomarker")]),
        ("a well-known-fact", []),
    ],
)
def test_marks_of_words_phrases_and_parts(text: str, marks: list[tuple[str, str, str]]) -> None:
    assert found(text) == marks


def test_what_is_remembered_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 3)
    vocabulary = Vocabulary(packed_vocabulary(WORDS, PHRASES))
    for word in ("a", "stress", "b", "c", "stress", "d", "stress"):
        entry = vocabulary[word]
        assert (entry is not None and entry.pairs) == (word == "stress" and WORDS["stress"])
        assert len(vocabulary) <= 3
