"""What speaks for and against a unit's being a claim: named observations, each weighed in `claim-weights.yaml`.

An observation is a plain fact about the unit ("has an effect verb in a finite form", "starts with an imperative"), so
that the weights can be read and argued about. Nothing here knows a single word of a draft: words are in the lexicons.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.language.grammar import DETERMINERS, FIRST_PERSON, PREPOSITIONS, READER, SUBORDINATORS, WE
from claimlint.language.model import Mark, Token
from claimlint.language.statements import gives_reason, has_arrow, states_nothing
from claimlint.language.unit import Surroundings, UnitText
from claimlint.language.verbuse import FINITE, STATING, main_verb, tense, verbs_in

BACK = frozenset("it this these they that those such its their".split())
"""Words at a unit's start that take up what the unit before was about."""

THIRD_PERSON = frozenset("he she him her his hers he's she's".split())

NEIGHBOUR_KINDS = ("health", "effect", "claim-phrase", "off-topic", "directive", "imperative-verb", "human")
"""What is noted of the units around."""

POINTERS = BACK | THIRD_PERSON | WE | FIRST_PERSON | READER | {"there", "who", "what"}
"""Subjects that only point to somebody or something."""

SHORT = frozenset({"up to 3 words", "up to 6 words"})
STARTS = frozenset({"effect initial third", "effect initial past", "effect initial ing", "effect initial base"})

COUNTED = {"health": 3, "effect": 2, "claim-phrase": 2, "off-topic": 2}
"""Mark kinds whose values count, and up to how often."""


def observe(
    text: UnitText,
    body: tuple[Token, ...],
    speech: frozenset[str],
    topics: frozenset[str],
    around: Surroundings,
) -> list[str]:
    """The names of all observations on a unit; `body` are its tokens behind a run-in label."""
    start = body[0].start
    marks = [m for m in text.lexical if m.start >= start]
    verbs = verbs_in(text, body)
    names = [*_counts(marks), *(f"speech:{act}" for act in sorted(speech))]
    names += sorted(verbs)
    names += _statement(text, body, speech, verbs)
    names += _clause(text, body, marks)
    names += _shape(text, body, marks, topics)
    names += _together(frozenset(names))
    if any(other is not None for other in around):
        names += _around("before", around.previous)
        names += _around("lead", around.lead)
        names += _around("heading", around.heading)
    else:
        names.append("stands alone")
    return names


def _statement(text: UnitText, body: tuple[Token, ...], speech: frozenset[str], verbs: frozenset[str]) -> Iterator[str]:
    """Whether anything is stated, or something else is done with the words."""
    if verbs.isdisjoint(FINITE):
        yield "no finite verb"
    if "instruction" in speech and gives_reason(text, body):
        yield "instruction with a reason"
    if states_nothing(text, verbs):
        yield "states nothing"


def _clause(text: UnitText, body: tuple[Token, ...], marks: list[Mark]) -> Iterator[str]:
    """The tense, how the subject starts, and on which side of the main verb the health words stand."""
    yield f"tense {tense(text, body)}"
    at = main_verb(text, body)
    if at < 0:
        return
    verb = body[at].start
    health = [mark.start for mark in marks if mark.kind == "health"]
    if any(start < verb for start in health):
        yield "health before the verb"
    if any(start > verb for start in health):
        yield "health behind the verb"
    if at > 0:
        yield f"subject starts with {_opening(body[0].word)}"


def _opening(word: str) -> str:
    if word in DETERMINERS:
        return "a determiner"
    if word in POINTERS:
        return "a pronoun"
    if word in PREPOSITIONS:
        return "a preposition"
    return "a clause" if word in SUBORDINATORS or word in ("if", "when") else "a noun"


def _together(names: frozenset[str]) -> Iterator[str]:
    """Observations that mean more together than each alone."""
    states = not names.isdisjoint(STATING)
    says = states or "copula" in names or "modal" in names
    phrase = "1+ claim-phrase" in names
    health = "1+ health" in names
    for name, holds in (
        ("effect stated of health", health and states),
        ("claim phrase stated of health", health and phrase and "copula" in names),
        ("short and starts with an effect", bool(names & SHORT and names & STARTS)),
        ("short and states nothing", bool(names & SHORT) and not (names & STARTS or says or phrase)),
        ("only other verbs are finite", "verb finite" in names and not (says or phrase)),
        ("own story without a claim", "speech:personal-report" in names and not phrase and not states),
        ("effects only as nouns", "effect nominal" in names and not says),
        ("effects only to come", bool(names & {"effect infinitive", "effect ing"}) and not states and not phrase),
        ("heading that states an effect", health and states and "block heading" in names),
        ("effects to come after a copula", "effect infinitive" in names and not states and "copula" in names),
    ):
        if holds:
            yield name


def _around(name: str, other: UnitText | None) -> Iterator[str]:
    """What stands around the unit makes it more or less likely to be a claim."""
    if other is None:
        yield f"{name}: none"
        return
    yield from (f"{name}: {kind}" for kind in NEIGHBOUR_KINDS if kind in other.kinds)
    if name == "heading":
        yield from sorted({f"heading: {mark.kind}:{mark.value}" for mark in other.lexical if mark.kind in COUNTED})


def _counts(marks: list[Mark]) -> Iterator[str]:
    values: dict[str, None] = {}
    kinds: dict[str, int] = {}
    for kind, _, _, value in marks:
        name = f"{kind}:{value}" if value else kind
        if kind in COUNTED:
            values[f"{kind}:{value}"] = None
            name = kind
        kinds[name] = kinds.get(name, 0) + 1
    yield from values
    for name, count in kinds.items():
        for n in range(1, min(count, COUNTED.get(name, 1)) + 1):
            yield f"{n}+ {name}"


def _shape(text: UnitText, body: tuple[Token, ...], marks: list[Mark], topics: frozenset[str]) -> Iterator[str]:
    yield f"block {text.block.kind}"
    yield from (f"draft is about {topic}" for topic in sorted(topics))
    length = len(body)
    words = {token.word for token in body}
    health = sum(1 for mark in marks if mark.kind == "health")
    for name, holds in (
        ("takes up", body[0].word in BACK),
        ("starts with a subordinate clause", body[0].word in SUBORDINATORS),
        ("up to 3 words", length <= 3),
        ("up to 6 words", 3 < length <= 6),
        ("over 25 words", length > 25),
        ("arrow", has_arrow(text)),
        ("ends with a colon", text.ends_with(":")),
        ("draft is not about health", "health" not in topics),
        ("somebody's story", not words.isdisjoint(THIRD_PERSON)),
        ("we", not words.isdisjoint(WE)),
        ("number", any(word[0].isdigit() for word in words)),
        ("percent", any(word.endswith("%") for word in words)),
        ("dense in health words", health * 4 >= length),
        ("thin in health words", health * 12 < length),
    ):
        if holds:
            yield name
