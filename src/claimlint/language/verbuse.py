"""How the verbs of a unit are used: finite or not, of effect or not, in which tense, and where the main one stands."""

from __future__ import annotations

from claimlint.language.grammar import AUXILIARIES, COPULAS, DETERMINERS, MODALS, PREPOSITIONS
from claimlint.language.model import Token
from claimlint.language.unit import UnitText
from claimlint.records import NamedTuple

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
NONE: frozenset[int] = frozenset()


class VerbUse(NamedTuple):
    """How the verbs of a unit are used."""

    seen: frozenset[str]
    """Which there are: finite or not, of effect or not, auxiliaries."""
    main: int
    """The index of the first finite one among the unit's tokens, or -1."""
    tense: str
    """Whether the unit speaks of the past, of what holds in general (present), of both (mixed), or none can be told."""


def verb_use(text: UnitText, body: tuple[Token, ...]) -> VerbUse:
    """Everything about the verbs of a unit, read in one pass."""
    effects = {start for kind, start, _, _ in text.lexical if kind == "effect"} if "effect" in text.kinds else NONE
    readings = text.verbs
    seen: set[str] = set()
    main = -1
    past = present = False
    for i, (word, start, _) in enumerate(body):
        closed = word in CLOSED_VERBS
        if closed:
            seen.update(CLOSED_VERBS[word])
            if main < 0 and word not in NOT_FINITE:
                main = i
            past = past or word in PAST_WORDS
            present = present or word in PRESENT_WORDS
        if word in readings:
            form = readings[word][1]
            past = past or form == "past"
            present = present or form == "third"
            if not closed:
                name = _form(form, _before(body, i), i, body[i + 1][0] if i + 1 < len(body) else "")
                seen.add(f"effect {name}" if start in effects else f"verb {name}")
                if main < 0 and name in MAIN_FORMS:
                    main = i
        elif start in effects and not closed:
            seen.add("effect unread")
    return VerbUse(frozenset(seen), main, _tense(past, present))


def _tense(past: bool, present: bool) -> str:
    if past:
        return "mixed" if present else "past"
    return "present" if present else "none"


def verbs_in(text: UnitText, body: tuple[Token, ...]) -> frozenset[str]:
    """What the verbs of a unit are: finite or not, of effect or not, auxiliaries."""
    return verb_use(text, body).seen


def _closed_verb(word: str) -> tuple[str, ...]:
    if word in COPULAS:
        return ("copula", "past copula" if word in ("was", "were") else "present copula")
    if word in MODALS:
        return ("modal", MODAL_KINDS.get(word, "modal of ability"))
    return ("auxiliary",)


CLOSED_VERBS = {word: _closed_verb(word) for word in COPULAS | MODALS | AUXILIARIES}
"""What each verb of a closed class is."""


POINTING = {
    "third": frozenset({"this", "that"}),
    "past": frozenset({"that"}),
    "base": frozenset({"these", "those"}),
}
"""Words that stand alone as a subject before such a form, for they cannot belong to it as to a noun: "this cures"."""

MAIN_FORMS = frozenset({"finite", "initial third", "initial past", "initial participle"})


def _before(body: tuple[Token, ...], at: int) -> str:
    """The word before a verb, adverbs passed over ("can negatively impact")."""
    for i in range(at - 1, max(-1, at - 4), -1):
        word = body[i][0]
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
    if form in POINTING and before in POINTING[form] and after not in PREPOSITIONS:
        return "finite"
    if before in DETERMINERS or before in PREPOSITIONS:
        return "nominal"
    if form in ("third", "past"):
        return "finite"
    if form == "base":
        plural = before in MODALS or before.endswith("s") or before in ("they", "you", "we", "people")
        return "finite" if plural or after in DETERMINERS or after in QUANTITIES else "base"
    return "participle"
