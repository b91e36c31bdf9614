"""Amounts told as what is done: "taking 400 mg before bed helps", "HCG at 500 IU every other day", "1 g per pound"."""

from __future__ import annotations

from claimlint.language.dose_context import Place
from claimlint.language.dose_grammar import ACTIVITY, MASS, PERCENT
from claimlint.language.dose_signs import reports
from claimlint.language.dose_words import (
    BEYOND,
    BODY_MAKES,
    BODY_PARTS,
    CONTAINING,
    GERUND_OPENERS,
    GERUNDS,
    REPORTED,
    WATERING,
)

BUILDERS = frozenset("protein carbs body bodyweight muscle lean rule".split())
"""What one eats by body weight for: "1 gram of protein per pound"."""
BODY_WEIGHTS = frozenset("pound lb lbs kg kilo kilogram".split())
LITTLE = (["as", "little", "as"], ["as", "low", "as"])
"""Before an amount that is told to do something."""
HARMFUL = frozenset("kill kills harm harms hurt hurts damage damages destroy poison cause causes worsen".split())


def told_as_done(here: Place) -> int:
    """The index of the first word that tells the amount as what is done, or -1."""
    for way in (_gerund, _little, by_body_weight, _rate):
        at = way(here)
        if at >= 0:
            return at
    return -1


def _little(here: Place) -> int:
    """ "As little as 4 mg can calm a cough", "it starts at 6 mg"; "as little as 9 g can kill" is a warning."""
    before = list(here.words[max(0, here.at - 3) : here.at])
    if here.any(HARMFUL) or reports(here):
        return -1
    if before in LITTLE:
        return here.at - 3
    return here.at - 2 if before[-2:] == ["starts", "at"] else -1


def by_body_weight(here: Place) -> int:
    """ "2 grams of protein per kilo": what to eat a day, told as a rule."""
    amount, behind = here.amount, list(here.after_words)
    if amount.unit not in ("g", "gram", "grams") or not here.any(BUILDERS) or here.any(CONTAINING) or reports(here):
        return -1
    each = behind.index("per") + 1 if "per" in behind[:-1] else 0
    per = {*amount.per.split("/"), *(behind[each : each + 1] if each else ())}
    return here.at if per & BODY_WEIGHTS else -1


def _gerund(here: Place) -> int:
    """ "Taking 400 mg before bed helps": advice in the form of a subject."""
    words = here.words
    for i in range(here.at - 1, max(-1, here.at - 5), -1):
        if words[i] in GERUNDS and (i == 0 or words[i - 1] in GERUND_OPENERS):
            told = here.frequent() or "can be used" in here.clause_text() or "may be used" in here.clause_text()
            return i if told and not here.any(REPORTED) else -1
    return -1


def _rate(here: Place) -> int:
    """ "HCG at 500 IU every other day keeps things running": a substance at a rate, told as what is done."""
    if reports(here) or here.any(BODY_MAKES) or here.any(BODY_PARTS) or here.text.ends_with("?"):
        return -1
    if not {"health:substance", "health:food"} & here.clause.kinds and here.amount.kind != PERCENT:
        return -1
    if here.words[0] in WATERING:
        return -1
    if not here.timed():
        return _claims(here)
    of_it = here.amount.kind == PERCENT or any(
        0 <= mark.start - here.amount.end <= 4 for mark in here.marked("health:substance")
    )
    led = (here.at == 0 and of_it) or here.words[here.at - 1] in (
        "at",
        "of",
        "on",
        "with",
        "take",
        "taking",
        "about",
        "around",
        "by",
    )
    named = here.at > 0 and any(
        mark.start <= here.start_of(here.at - 1) < mark.end and mark.value in ("substance", "food")
        for mark in here.marked("health")
    )
    return max(0, here.at - 1) if led or named else -1


def _claims(here: Place) -> int:
    """ "Magnesium 400 mg reduces cramps": the substance with its amount, told to work."""
    if here.at == 0 or here.amount.kind not in (MASS, ACTIVITY) or BEYOND & set(here.before_words[-1:]):
        return -1
    before = here.start_of(here.at - 1)
    gap = here.text.lower[here.clause.tokens[here.at - 1].end : here.amount.start].strip(" \n")
    named = any(mark.start <= before < mark.end for mark in here.marked("health:substance"))
    works = any(here.amount.end <= mark.start < here.clause.end for mark in here.marked("effect"))
    return here.at - 1 if named and works and gap in ("", ",", "(", "~", "-", "–") else -1
