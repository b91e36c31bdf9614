"""Claims: does a unit state something about health that a reader could check?

In a draft about health almost every general declarative sentence is a claim, and no single word decides. So the
observations of `features` are weighed (`weighing`): the weights of those that hold are added up, and a unit whose sum
is above zero is a claim.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimlint.language.features import observe
from claimlint.language.model import Mark, Token, UnitMarks
from claimlint.language.statements import does_otherwise, has_arrow, has_finite_verb, states_effect
from claimlint.language.unit import Surroundings, UnitText
from claimlint.language.verbuse import verbs_in
from claimlint.language.weighing import Weights, score

SILENT = frozenset({"question", "quotation", "lack-of-evidence"})
"""Speech acts that never state anything themselves."""

SURE = 2
"""In a draft about something else, so many health words make a sentence one about health."""

PROMISED = frozenset({"increase", "decrease", "improve", "prevent", "treat", "protect"})
REACH = 30
"""How far behind its verb the thing affected may start, in code points."""

NEEDED = frozenset({"health", "effect", "claim-phrase"})
"""A unit with none of these says nothing about a body that words could tell."""

PHRASES = frozenset({"association", "property", "efficacy", "safety", "approval", "prevalence", "comparison", "need"})
"""Values of `claim-phrase` that say which kind of claim a unit makes."""

APPROVING = ("approv", "authori", "licensed for", "cleared by", "withdrawn")
"""Parts of the phrases of approval that tell of a decision on a medicine; "banned", "schedule II" tell of the law."""

FRACTIONS = frozenset("percent percentage fold twice double triple half third quarter majority".split())


def standing(
    text: UnitText, speech: frozenset[str], topics: frozenset[str], around: Surroundings, weights: Weights
) -> float | None:
    """How much speaks for the unit's being a claim, or None when it does something else than to state."""
    if not text.tokens or text.block.kind in ("footnote", "header") or is_silent(text, text.body, speech, topics):
        return None
    return score(observe(text, text.body, speech, topics, around), text.body, weights)


def marks(text: UnitText, speech: frozenset[str], standing: float | None) -> list[Mark]:
    """The `claim` mark of a unit, if its standing makes it one, and its `statistic` marks."""
    if not text.tokens or text.block.kind in ("footnote", "header"):
        return []
    found = statistics(text)
    body = text.body
    if standing is None:
        return found
    promise = promised_effect(text, body) if "instruction" in speech else None
    if promise is not None:
        found.append(Mark("claim", promise.start, text.unit.end, "effect"))
    elif standing > 0 or _approves(text, body):
        found.append(Mark("claim", body[0].start, text.unit.end, _value(text, bool(found))))
    return found


def _approves(text: UnitText, body: tuple[Token, ...]) -> bool:
    """Whether an authority is said to have approved something of health, or not to have: a fact that can be looked up.

    Too few drafts say so to weigh it.
    """
    if "claim-phrase:approval" not in text.kinds or "health" not in text.kinds or text.block.kind == "heading":
        return False
    said = any(
        word in text.lower[mark.start : mark.end] for mark in text.of("claim-phrase:approval") for word in APPROVING
    )
    return said and has_finite_verb(verbs_in(text, body))


def promised_effect(text: UnitText, body: tuple[Token, ...]) -> Mark | None:
    """The effect that an order promises ("take 5 g to double your strength"), if it names what is affected."""
    health = [mark.start for mark in text.of("health")]
    for effect in text.of("effect"):
        if effect.value not in PROMISED:
            continue
        at = next((i for i, token in enumerate(body) if token.start == effect.start), 0)
        if at > 0 and body[at - 1].word == "to" and any(0 <= start - effect.end <= REACH for start in health):
            return effect
    return None


def is_silent(text: UnitText, body: tuple[Token, ...], speech: frozenset[str], topics: frozenset[str]) -> bool:
    """Whether no weighing could make the unit a claim: it asks, orders, quotes, or is not about health."""
    if not body or speech & SILENT or NEEDED.isdisjoint(text.kinds):
        return True
    if "health" not in topics and not is_surely_of_health(text):
        return True
    return does_otherwise(text, body, speech)


def is_surely_of_health(text: UnitText) -> bool:
    """Whether a sentence is about health even in a draft that is not."""
    words = sum(mark.kind == "health" and mark.value != "ambiguous" for mark in text.lexical)
    return words >= SURE or (words > 0 and "effect" in text.kinds and "human:people" in text.kinds)


def heading_claim(text: UnitText, below: Iterable[UnitMarks]) -> Mark | None:
    """The claim of a heading that states an effect of one thing of health on another, if nothing below takes it up.

    A statement heading over text that makes or sources the same claim is a teaser; standing alone it is the claim.
    """
    body = text.body
    if text.block.kind != "heading" or not body or text.ends_with("?") or not states_effect(text, body):
        return None
    health = [mark for mark in text.of("health") if mark.value != "ambiguous"]
    joined = any(
        any(mark.end <= effect.start for mark in health) and any(mark.start >= effect.end for mark in health)
        for effect in text.of("effect")
    )
    if not joined or any(unit.kinds & {"claim", "covered", "health"} for unit in below):
        return None
    return Mark("claim", body[0].start, text.unit.end, "effect")


def statistics(text: UnitText) -> list[Mark]:
    """Shares, ratios and multiples: "40%", "2 in 3", "threefold", "4x"."""
    found: list[Mark] = []
    if not text.figures and text.lower.find("fold", text.unit.start, text.unit.end) < 0:
        return found
    for i, token in enumerate(text.tokens):
        word = token.word
        if not word[0].isdigit() and not word.endswith("fold"):
            continue
        nearby = text.tokens[i + 1].word if i + 1 < len(text.tokens) else ""
        numeric = word[0].isdigit()
        if (numeric and (word.endswith("%") or nearby in FRACTIONS)) or word.endswith("fold"):
            found.append(Mark("statistic", token.start, token.end, word))
        elif numeric and nearby in ("in", "of") and i + 2 < len(text.tokens) and text.tokens[i + 2].word.isdigit():
            found.append(Mark("statistic", token.start, text.tokens[i + 2].end, word))
    return found


def _value(text: UnitText, has_statistic: bool) -> str:
    """Which kind of claim it is, for the wording of the suggestion."""
    values = [mark.value for mark in text.of("claim-phrase")]
    if "safety" in values:
        return "safety"
    if has_statistic:
        return "statistic"
    for value in values:
        if value in PHRASES:
            return value
    effects = {mark.value for mark in text.of("effect")}
    if "worsen" in effects:
        return "harm"
    if effects:
        return "effect"
    return "mechanism" if has_arrow(text) else "state"
