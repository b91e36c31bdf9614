"""Signs round an amount of what it is not: somebody's own, a study's, a recipe's, a food's, a poison's."""

from __future__ import annotations

from claimlint.language.dose_context import Place
from claimlint.language.dose_words import (
    CONTAINING,
    DOSE_NOUNS,
    GIVERS,
    GROUPS,
    GUIDANCE,
    NUTRIENTS,
    OFTEN,
    OPENING,
    REPORTED,
    STUDY,
    TOXIC,
    TREATED,
    WATERY,
)
from claimlint.language.grammar import FIRST_PERSON

TAKERS = frozenset(("in adults", "in children", "in humans", "in men", "in women", "in man"))
FED = frozenset("diet diets food foods meal meals menu".split())
"""With a verb of holding: what somebody's food holds."""
FAR = 14
"""How many words may stand between an order and its amount."""


def reports(here: Place) -> bool:
    """Whether a verb of the past tells what happened; one in an introductory clause ("If it was found, …") does not."""
    words = here.words
    first = 0
    if words[0] in OPENING:
        comma = here.text.lower.find(",", here.clause.start, here.amount.start)
        first = next((i for i, token in enumerate(here.clause.tokens) if token.start > comma), 0) if comma >= 0 else 0
    return any(
        word in REPORTED
        and not (word == "reported" and words[i - 1] in OFTEN)
        and not (word.endswith("ed") and words[i - 1] in ("is", "are", "be"))
        for i, word in enumerate(words[first:], start=first)
    )


def is_toxic(here: Place) -> bool:
    """Whether the amount is told as one that harms; "… to combat an overdose" is what it is given for."""
    words = here.words
    return any(word in TOXIC and TREATED.isdisjoint(words[max(0, i - 3) : i]) for i, word in enumerate(words))


def is_personal(here: Place) -> bool:
    """Whether the clause or its label speaks in the first person."""
    words = here.setting.label.split()
    source = here.text.document.text
    if words == ["im"] and "IM" in source[here.text.unit.start : here.setting.label_end]:
        words = []  # into a muscle
    own = any(word in FIRST_PERSON for word in words) and not GUIDANCE.union({"advice", "rule", "tip"}) & set(words)
    if own:
        return True
    near = here.clause.tokens[max(0, here.at - FAR) : here.after + FAR]
    return any(
        token.word in FIRST_PERSON and token.word not in words and source[token.start : token.end] != "IM"
        for token in near
    )


def is_study(here: Place) -> bool:
    """Whether the clause speaks of a study or its participants."""
    if here.any(STUDY) or here.around(0, 1) & GROUPS:
        return True
    # "in adults" names those who take it, in a trial as in a guide.
    return any(here.text.lower[mark.start : mark.end] not in TAKERS for mark in here.marked("human:study"))


def is_cooking(here: Place) -> bool:
    """Whether the amount is one of a recipe."""
    if here.setting.cooking and not here.setting.dose:
        return True
    return bool(here.around(0, 4) & WATERY) or "dose-context:cooking" in here.clause.kinds


def is_food(here: Place) -> bool:
    """Whether the amount is what a food holds."""
    held = here.words[: here.at]
    if not FED.isdisjoint(held) and not CONTAINING.isdisjoint(held):
        return True
    if here.frequent() or here.any(GIVERS):
        return False
    label = here.setting.label.split()
    return (
        bool(here.around(0, 2) & NUTRIENTS and "with" not in here.around(0, 2))
        or here.any(CONTAINING)
        or (bool(label) and label[-1] in NUTRIENTS)
    )


def is_equation(here: Place) -> bool:
    """Whether the amount is one side of a conversion: "1 squirt = 20 drops", "1 ml equals 20 drops"."""
    if here.frequent() or not DOSE_NOUNS.isdisjoint(here.setting.label.split()):
        return False
    lower, clause = here.text.lower, here.clause
    before = lower[max(clause.start, here.amount.start - 12) : here.amount.start].rstrip(" ~≈(")
    after = lower[here.amount.end : min(clause.end, here.amount.end + 14)].lstrip(" )")
    return before.endswith(("=", "≈", "equals", "equal to")) or after.startswith(("=", "≈", "equals", "is equal to"))
