"""How the verbs of a unit are used: finite or not, of effect or not, in which tense, and where the main one stands."""

from __future__ import annotations

from claimlint.language.grammar import AUXILIARIES, COPULAS, DETERMINERS, MODALS, PREPOSITIONS
from claimlint.language.model import Token
from claimlint.language.unit import UnitText

ADVERBS = frozenset("not also often never always just only still even sometimes then both".split())

QUANTITIES = frozenset("more less fewer much little both several two three".split())

MODAL_KINDS = {
    **dict.fromkeys(("should", "must", "shall", "shouldn't"), "modal of duty"),
    **dict.fromkeys(("may", "might", "could", "couldn't"), "modal of chance"),
    **dict.fromkeys(("will", "would", "won't", "wouldn't", "it'll", "you'll", "they'll"), "modal of future"),
}

STATING = frozenset({"effect finite", "effect initial third", "effect initial past"})

FINITE = STATING | {"copula", "modal", "auxiliary", "verb finite", "verb initial third"}
"""What makes a unit a statement."""

PAST_WORDS = frozenset("was were had did wasn't weren't didn't hadn't".split())
PRESENT_WORDS = frozenset("is are has have does do can".split())

NOT_FINITE = frozenset("be being been".split())


def verbs_in(text: UnitText, body: tuple[Token, ...]) -> frozenset[str]:
    """What the verbs of a unit are: finite or not, of effect or not, auxiliaries."""
    effects = {mark.start for mark in text.lexical if mark.kind == "effect"}
    readings = text.verbs
    seen: set[str] = set()
    for i, (word, start, _) in enumerate(body):
        if word in CLOSED_VERBS:
            seen.update(CLOSED_VERBS[word])
        elif word in readings:
            name = _form(readings[word][1], _before(body, i), i, body[i + 1].word if i + 1 < len(body) else "")
            seen.add(f"effect {name}" if start in effects else f"verb {name}")
        elif start in effects:
            seen.add("effect unread")
    return frozenset(seen)


def _closed_verb(word: str) -> tuple[str, ...]:
    if word in COPULAS:
        return ("copula", "past copula" if word in ("was", "were") else "present copula")
    if word in MODALS:
        return ("modal", MODAL_KINDS.get(word, "modal of ability"))
    return ("auxiliary",)


CLOSED_VERBS = {word: _closed_verb(word) for word in COPULAS | MODALS | AUXILIARIES}
"""What each verb of a closed class is."""


def main_verb(text: UnitText, body: tuple[Token, ...]) -> int:
    """The index in `body` of the first finite verb, or -1."""
    for i, (word, _, _) in enumerate(body):
        if word in CLOSED_VERBS:
            if word not in NOT_FINITE:
                return i
        elif word in text.verbs:
            after = body[i + 1].word if i + 1 < len(body) else ""
            if _form(text.verbs[word][1], _before(body, i), i, after) in MAIN_FORMS:
                return i
    return -1


MAIN_FORMS = frozenset({"finite", "initial third", "initial past", "initial participle"})


def tense(text: UnitText, body: tuple[Token, ...]) -> str:
    """Whether the unit speaks of the past, of what holds in general, of both, or cannot be told."""
    past = present = False
    for word, _, _ in body:
        form = text.verbs[word][1] if word in text.verbs else ""
        past = past or form == "past" or word in PAST_WORDS
        present = present or form == "third" or word in PRESENT_WORDS
    if past:
        return "mixed" if present else "past"
    return "present" if present else "none"


def _before(body: tuple[Token, ...], at: int) -> str:
    """The word before a verb, adverbs passed over ("can negatively impact")."""
    for i in range(at - 1, max(-1, at - 4), -1):
        word = body[i].word
        if word not in ADVERBS and not word.endswith("ly"):
            return word
    return body[at - 1].word if at else ""


def _form(form: str, before: str, at: int, after: str) -> str:
    """How a verb form is used: finite, initial, infinitive, nominal or ing."""
    if at == 0:
        return f"initial {form}"
    if form == "ing":
        return "ing"
    if before == "to":
        return "infinitive"
    if before in DETERMINERS or before in PREPOSITIONS:
        return "nominal"
    if form in ("third", "past"):
        return "finite"
    if form == "base":
        plural = before in MODALS or before.endswith("s") or before in ("they", "you", "we", "people")
        return "finite" if plural or after in DETERMINERS or after in QUANTITIES else "base"
    return "participle"
