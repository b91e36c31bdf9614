"""What speaks for and against a unit's being a claim: named observations, each weighed in `claim-weights.yaml`.

An observation is a plain fact about the unit ("has an effect verb in a finite form", "starts with an imperative"), so
that the weights can be read and argued about. Nothing here knows a single word of a draft: words are in the lexicons.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.language.grammar import (
    AUXILIARIES,
    COPULAS,
    DETERMINERS,
    FIRST_PERSON,
    MODALS,
    PREPOSITIONS,
    REASONS,
    SUBORDINATORS,
    WE,
)
from claimlint.language.model import Mark, Token
from claimlint.language.unit import Surroundings, UnitText

ARROWS = frozenset("→↑↓⇒⟶➔➜")
BACK = frozenset("it this these they that those such its their".split())
"""Words at a unit's start that take up what the unit before was about."""

ADVERBS = frozenset("not also often never always just only still even sometimes then both".split())

QUANTITIES = frozenset("more less fewer much little both several two three".split())

MODAL_KINDS = {
    **dict.fromkeys(("should", "must", "shall", "shouldn't"), "modal of duty"),
    **dict.fromkeys(("may", "might", "could", "couldn't"), "modal of chance"),
    **dict.fromkeys(("will", "would", "won't", "wouldn't", "it'll", "you'll", "they'll"), "modal of future"),
}

THIRD_PERSON = frozenset("he she him her his hers he's she's".split())

NEIGHBOUR_KINDS = ("health", "effect", "claim-phrase", "off-topic", "directive", "imperative-verb", "human")
"""What is noted of the units around."""

STATING = frozenset({"effect finite", "effect initial third", "effect initial past"})

NEAR = 25
"""How many characters may stand between a copula and the phrase that it joins."""

FINITE = STATING | {"copula", "modal", "auxiliary", "verb finite", "verb initial third"}
"""What makes a unit a statement."""

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
    verbs: frozenset[str] | None = None,
) -> list[str]:
    """The names of all observations on a unit; `body` are its tokens behind a run-in label, `verbs` its `verbs_in`."""
    start = body[0].start
    marks = [m for m in text.lexical if m.start >= start]
    names = [*_counts(marks), *(f"speech:{act}" for act in sorted(speech))]
    names += _verbs(text, body, verbs)
    names += _shape(text, body, marks, topics)
    names += _together(frozenset(names))
    if any(other is not None for other in around):
        names += _around("before", around.previous)
        names += _around("lead", around.lead)
        names += _around("heading", around.heading)
    else:
        names.append("stands alone")
    if "instruction" in speech and gives_reason(text, body):
        names.append("instruction with a reason")
    return names


def states_more(text: UnitText, body: tuple[Token, ...]) -> bool:
    """Whether a story of one's own goes on to a general statement: "I read that zinc lowers …", "…, as it raises …"."""
    telling = [m.start for m in text.lexical if m.kind in ("effect", "claim-phrase")]
    health = [m.start for m in text.lexical if m.kind == "health"]
    for i, token in enumerate(body[:-1]):
        if token.word in REASONS and body[i + 1].word not in FIRST_PERSON:
            clause = body[i + 1 :]
            own = next((t.start for t in clause if t.word in FIRST_PERSON), text.unit.end)
            if all(any(token.end < start < own for start in starts) for starts in (telling, health)):
                return True
    return False


def has_arrow(text: UnitText) -> bool:
    """Whether an arrow stands for a verb ("stress → cortisol ↑")."""
    return not ARROWS.isdisjoint(text.document.prose[text.unit.start : text.unit.end])


def states_effect(text: UnitText, body: tuple[Token, ...]) -> bool:
    """Whether an effect verb is finite, or a copula joins a phrase that claims ("is linked to")."""
    seen = verbs_in(text, body)
    if not seen.isdisjoint(STATING):
        return True
    phrases = [mark.start for mark in text.of("claim-phrase")]
    return any(token.word in COPULAS and any(0 <= start - token.end <= NEAR for start in phrases) for token in body)


def has_finite_verb(verbs: frozenset[str]) -> bool:
    """Whether anything is stated at all, by the unit's `verbs_in`."""
    return not FINITE.isdisjoint(verbs)


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


def gives_reason(text: UnitText, body: tuple[Token, ...]) -> bool:
    """Whether an instruction says why: "… to double your HGH", "…, because it lowers cortisol"."""
    effects = {mark.start for mark in text.of("effect")}
    return any(
        token.word in REASONS or (body[i].word in ("to", "for", "by") and token.start in effects)
        for i, token in enumerate(body[1:])
    )


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


def _verbs(text: UnitText, body: tuple[Token, ...], verbs: frozenset[str] | None) -> Iterator[str]:
    seen = verbs_in(text, body) if verbs is None else verbs
    yield from sorted(seen)
    if seen.isdisjoint(FINITE):
        yield "no finite verb"


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
