"""Whether a unit states something at all, or does something else: gives an order, tells a story, announces a plan."""

from __future__ import annotations

from claimlint.language.grammar import COPULAS, FIRST_PERSON, REASONS
from claimlint.language.model import Token
from claimlint.language.unit import UnitText
from claimlint.language.verbuse import FINITE, STATING, verbs_in

ARROWS = frozenset("→↑↓⇒⟶➔➜")
CAUSES = frozenset("because cause thereby thus hence therefore".split())
"""Words that give a reason wherever they stand; the other `REASONS` do so behind a comma."""

PURPOSES = frozenset({"to", "for", "by"})
CATENATIVES = frozenset(
    """continue try begin start want need have like attempt aim learn plan remember seem tend able likely ready safe
    love hope choose decide forget fail cease wish""".split()
)
"""Words that a "to" with a verb completes (any reference grammar lists the catenative verbs)."""

NEAR = 25
"""How many characters may stand between a copula and the phrase that it joins."""


def has_arrow(text: UnitText) -> bool:
    """Whether an arrow stands for a verb ("stress → cortisol ↑")."""
    return not ARROWS.isdisjoint(text.document.prose[text.unit.start : text.unit.end])


def has_finite_verb(verbs: frozenset[str]) -> bool:
    """Whether anything is stated at all, by the unit's `verbs_in`."""
    return not FINITE.isdisjoint(verbs)


def states_effect(text: UnitText, body: tuple[Token, ...]) -> bool:
    """Whether an effect verb is finite, or a copula joins a phrase that claims ("is linked to")."""
    seen = verbs_in(text, body)
    if not seen.isdisjoint(STATING):
        return True
    phrases = [mark.start for mark in text.of("claim-phrase")]
    return any(token.word in COPULAS and any(0 <= start - token.end <= NEAR for start in phrases) for token in body)


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


def gives_reason(text: UnitText, body: tuple[Token, ...]) -> bool:
    """Whether an instruction says why: "… to double your HGH", "…, as it lowers cortisol"."""
    effects = {mark.start for mark in text.of("effect")}
    prose = text.document.prose
    for i, token in enumerate(body[1:]):
        if token.word in CAUSES:
            return True
        if token.word in REASONS and "," in prose[body[i].end : token.start]:
            return True
        if body[i].word in PURPOSES and token.start in effects and not (i > 0 and _goes_on(text, body[i - 1].word)):
            return True
    return False


def _goes_on(text: UnitText, word: str) -> bool:
    """Whether a verb takes another one with "to" ("continue to flush"), which is no purpose then."""
    return text.verbs.get(word, (word, ""))[0] in CATENATIVES


def states_nothing(text: UnitText, verbs: frozenset[str]) -> bool:
    """Whether a unit that should be a sentence has neither a finite verb nor an arrow for one."""
    if text.block.kind in ("heading", "paragraph") or text.ends_with(":"):
        return not has_finite_verb(verbs) and not has_arrow(text)
    return False


def does_otherwise(text: UnitText, body: tuple[Token, ...], speech: frozenset[str]) -> bool:
    """Whether the unit does something else than to state: an order without a reason, a story of one's own, a plan."""
    if "instruction" in speech and not gives_reason(text, body):
        # "Reduce inflammation" may be an order or, in a list, an effect; "Avoid driving" is an order.
        form = text.verbs.get(body[0].word, ("", ""))[1]
        listed = text.block.kind != "paragraph" and form in ("base", "third", "ing")
        return not (listed and any(mark.start == body[0].start for mark in text.of("effect")))
    if "personal-report" in speech and not states_more(text, body):
        return True
    announces = "plan" in speech or ("announcement" in speech and text.ends_with(":"))
    return announces and not states_effect(text, body)
