"""What speaks for and against a unit's being a claim: named observations, each weighed in `claim-weights.yaml`.

An observation is a plain fact about the unit ("has an effect verb in a finite form", "starts with an imperative"), so
that the weights can be read and argued about. Nothing here knows a single word of a draft: words are in the lexicons.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.language.grammar import DETERMINERS, FIRST_PERSON, PREPOSITIONS, READER, SUBORDINATORS, WE
from claimlint.language.model import Mark, Token
from claimlint.language.statements import gives_reason, has_arrow, states_nothing
from claimlint.language.unit import Surroundings, UnitText
from claimlint.language.verbuse import FINITE, STATING, VerbUse, verb_use

BACK = frozenset("it this these they that those such its their".split())
"""Words at a unit's start that take up what the unit before was about."""

THIRD_PERSON = frozenset("he she him her his hers he's she's".split())

NEIGHBOUR_KINDS = frozenset(("health", "effect", "claim-phrase", "off-topic", "directive", "imperative-verb", "human"))
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
    """The names of all observations on a unit, in no order; `body` are its tokens behind a run-in label."""
    whole = body is text.tokens
    marks: Sequence[Mark] = text.lexical if whole else [m for m in text.lexical if m.start >= body[0].start]
    verbs = verb_use(text, body)
    names = _counts(marks)
    names += [f"speech:{act}" for act in speech]
    names += verbs.seen
    names += _statement(text, body, speech, verbs.seen)
    names += _clause(body, marks, verbs)
    names += _shape(text, body, marks, text.words if whole else frozenset([token.word for token in body]))
    names += _draft(topics)
    names += _together(frozenset(names))
    if around.previous or around.lead or around.heading or around.header:
        names += _around("before", around.previous)
        names += _around("lead", around.lead)
        names += _around("heading", around.heading)
    else:
        names.append("stands alone")
    return names


def _statement(text: UnitText, body: tuple[Token, ...], speech: frozenset[str], verbs: frozenset[str]) -> list[str]:
    """Whether anything is stated, or something else is done with the words."""
    names = []
    if verbs.isdisjoint(FINITE):
        names.append("no finite verb")
    if "instruction" in speech and gives_reason(text, body):
        names.append("instruction with a reason")
    if states_nothing(text, verbs):
        names.append("states nothing")
    return names


def _clause(body: tuple[Token, ...], marks: Sequence[Mark], verbs: VerbUse) -> list[str]:
    """The tense, how the subject starts, and on which side of the main verb the health words stand."""
    names = [f"tense {verbs.tense}"]
    if verbs.main < 0:
        return names
    verb = body[verbs.main].start
    health = [start for kind, start, _, _ in marks if kind == "health"]
    if health and min(health) < verb:
        names.append("health before the verb")
    if health and max(health) > verb:
        names.append("health behind the verb")
    if verbs.main > 0:
        names.append(f"subject starts with {_opening(body[0].word)}")
    return names


def _opening(word: str) -> str:
    if word in DETERMINERS:
        return "a determiner"
    if word in POINTERS:
        return "a pronoun"
    if word in PREPOSITIONS:
        return "a preposition"
    return "a clause" if word in SUBORDINATORS or word in ("if", "when") else "a noun"


def _together(names: frozenset[str]) -> list[str]:
    """Observations that mean more together than each alone."""
    states = not names.isdisjoint(STATING)
    copula = "copula" in names
    says = states or copula or "modal" in names
    phrase = "1+ claim-phrase" in names
    health = "1+ health" in names
    together = []
    if health and states:
        together.append("effect stated of health")
        if "block heading" in names:
            together.append("heading that states an effect")
    if health and phrase and copula:
        together.append("claim phrase stated of health")
    if not names.isdisjoint(SHORT):
        starts = not names.isdisjoint(STARTS)
        if starts:
            together.append("short and starts with an effect")
        elif not says and not phrase:
            together.append("short and states nothing")
    if "verb finite" in names and not says and not phrase:
        together.append("only other verbs are finite")
    if "effect nominal" in names and not says:
        together.append("effects only as nouns")
    if not states:
        if not phrase and "speech:personal-report" in names:
            together.append("own story without a claim")
        if not phrase and ("effect infinitive" in names or "effect ing" in names):
            together.append("effects only to come")
        if copula and "effect infinitive" in names:
            together.append("effects to come after a copula")
    return together


def _around(name: str, other: UnitText | None) -> list[str]:
    """What stands around the unit makes it more or less likely to be a claim."""
    if other is None:
        return [f"{name}: none"]
    names = [f"{name}: {kind}" for kind in NEIGHBOUR_KINDS & other.kinds]
    if name == "heading":
        names += {f"heading: {kind}:{value}" for kind, _, _, value in other.lexical if kind in COUNTED}
    return names


def _counts(marks: Sequence[Mark]) -> list[str]:
    values: set[str] = set()
    counts: dict[str, int] = {}
    for kind, _, _, value in marks:
        name = f"{kind}:{value}" if value else kind
        if kind in COUNTED:
            values.add(name if value else f"{kind}:")
            name = kind
        counts[name] = counts.get(name, 0) + 1
    names = [*values, *[f"1+ {name}" for name in counts]]
    for name, most in COUNTED.items():
        if name in counts:
            names += [f"{n}+ {name}" for n in range(2, min(counts[name], most) + 1)]
    return names


def _draft(topics: frozenset[str]) -> list[str]:
    names = [f"draft is about {topic}" for topic in topics]
    if "health" not in topics:
        names.append("draft is not about health")
    return names


def _shape(text: UnitText, body: tuple[Token, ...], marks: Sequence[Mark], words: frozenset[str]) -> list[str]:
    names = [f"block {text.block.kind}"]
    length = len(body)
    first = body[0].word
    health = [kind for kind, _, _, _ in marks].count("health")
    if first in BACK:
        names.append("takes up")
    if first in SUBORDINATORS:
        names.append("starts with a subordinate clause")
    if length <= 6:
        names.append("up to 3 words" if length <= 3 else "up to 6 words")
        if text.ends_with("."):
            names.append("short and a sentence")
    elif length > 25:
        names.append("over 25 words")
    if has_arrow(text):
        names.append("arrow")
    if text.ends_with(":"):
        names.append("ends with a colon")
    if health * 4 >= length:
        names.append("dense in health words")
    elif health * 12 < length:
        names.append("thin in health words")
    return names + _of_words(words, text.figures)


def _of_words(words: frozenset[str], figures: bool) -> list[str]:
    names = []
    if not THIRD_PERSON.isdisjoint(words):
        names.append("somebody's story")
    if not WE.isdisjoint(words):
        names.append("we")
    if figures and any(word[0].isdigit() for word in words):
        names.append("number")
    if figures and any(word[-1] == "%" for word in words):
        names.append("percent")
    return names
