"""Claims: does a unit state something about health that a reader could check?

In a draft about health almost every general declarative sentence is a claim, so the work is mostly to know what is not
one: speech acts (see `speech`), bare topics, fields, and sentences that say nothing about a body.
"""

from __future__ import annotations

from claimlint.language.grammar import AUXILIARIES, COPULAS, DETERMINERS, REASONS
from claimlint.language.model import Mark, Token
from claimlint.language.speech import body_tokens
from claimlint.language.unit import UnitText

SILENT = frozenset({"question", "quotation", "lack-of-evidence", "courtesy", "topic", "plan", "personal-report"})
"""Speech acts that state nothing about the world."""

ARROWS = "→↑↓⇒⟶➔➜"
FRACTIONS = frozenset("percent percentage fold twice double triple half third quarter majority".split())

PHRASE_VALUES = {
    "association": "association", "property": "property", "efficacy": "efficacy", "safety": "safety",
    "approval": "approval", "prevalence": "prevalence", "comparison": "comparison", "need": "need",
}  # fmt: skip


def marks(text: UnitText, speech: frozenset[str], topics: frozenset[str]) -> list[Mark]:
    """The `claim` mark of a unit, if it makes one, and its `statistic` marks."""
    if not text.tokens or text.block.kind in ("footnote", "header"):
        return []
    found = statistics(text)
    if speech & SILENT:
        return found
    body = body_tokens(text)
    if not body:
        return found
    if "instruction" in speech:
        body = _reason(text, body)
    if body:
        value = _claim_value(text, body, bool(found), speech, topics)
        if value:
            found.append(Mark("claim", body[0].start, text.unit.end, value))
    return found


def statistics(text: UnitText) -> list[Mark]:
    """Shares, ratios and multiples: "40%", "2 in 3", "threefold", "4x"."""
    found = []
    for i, token in enumerate(text.tokens):
        word = token.word
        nearby = text.tokens[i + 1].word if i + 1 < len(text.tokens) else ""
        numeric = word[0].isdigit()
        if (numeric and (word.endswith("%") or nearby in FRACTIONS)) or word.endswith("fold"):
            found.append(Mark("statistic", token.start, token.end, word))
        elif numeric and nearby in ("in", "of") and i + 2 < len(text.tokens) and text.tokens[i + 2].word.isdigit():
            found.append(Mark("statistic", token.start, text.tokens[i + 2].end, word))
    return found


def _claim_value(
    text: UnitText, body: tuple[Token, ...], has_statistic: bool, speech: frozenset[str], topics: frozenset[str]
) -> str:
    start = body[0].start
    health = [m for m in text.of("health") if m.start >= start and m.value != "ambiguous"]
    effects = [m for m in text.of("effect") if m.start >= start]
    phrases = [m for m in text.of("claim-phrase") if m.start >= start and m.value in PHRASE_VALUES]
    # A word that is both ("exercise", "stress") cannot be effect and object at once.
    effects = [m for m in effects if any(h.start >= m.end or h.end <= m.start for h in health)]
    finite = _is_finite(body, effects)
    if text.block.kind == "heading":
        return "effect" if finite and effects and "health" in topics else ""
    if not health:
        return ""
    if "health" not in topics and not _strong(health):
        return ""
    if phrases:
        return PHRASE_VALUES[phrases[0].value]
    if effects:
        return "effect"
    if any(arrow in text.document.prose[start : text.unit.end] for arrow in ARROWS):
        return "mechanism"
    if has_statistic and finite:
        return "statistic"
    if "health" in topics and finite and "definition" not in speech and text.block.kind != "row":
        return "state"
    return ""


def _strong(health: list[Mark]) -> bool:
    """Enough to claim something about health in a draft about something else."""
    return len({m.value for m in health} & {"condition", "biomarker", "outcome", "process"}) >= 1 and len(health) >= 2


def _is_finite(body: tuple[Token, ...], effects: list[Mark]) -> bool:
    """Whether the unit has a verb that states something, as far as closed classes and effect verbs tell."""
    starts = {m.start for m in effects}
    for i, token in enumerate(body):
        if token.word in AUXILIARIES or token.word in COPULAS:
            return True
        if token.start in starts and i > 0 and token.word.endswith(("s", "ed")) and body[i - 1].word not in DETERMINERS:
            return True
        if token.start in starts and i > 0 and body[i - 1].word.endswith("s"):
            return True
    return False


def _reason(text: UnitText, body: tuple[Token, ...]) -> tuple[Token, ...]:
    """The part of an instruction that gives its reason: "… to double your HGH", "…, because it lowers cortisol"."""
    effects = {m.start for m in text.of("effect")}
    for i in range(1, len(body)):
        if body[i].word in REASONS:
            return body[i:]
        if body[i - 1].word in ("to", "for", "by") and body[i].start in effects:
            return body[i:]
    return ()
