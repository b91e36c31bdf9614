"""Effects told as they are now: what "all", "never" and "in every case" must belong to before they promise."""

from __future__ import annotations

from claimlint.language.absolute_grammar import DOUBT, clause_start, gap_before, joined, word_at, words_of
from claimlint.language.absolute_words import ILLS
from claimlint.language.unit import UnitText

CLAIMING = frozenset(("increase", "decrease", "improve", "worsen", "treat", "prevent", "protect", "help", "work"))
"""Values of effect verbs that promise or threaten; how a body works ("act") and what happens ("cause") does neither."""
CAUSING = ("cause", "trigger", "lead to", "leads to", "produce", "induce", "promote", "result in", "results in")
CAREFUL = (
    "address", "avoid", "clear up", "cope", "cut out", "deal", "detect", "diagnos", "discourage", "limit", "lose",
    "manag", "operate", "overcome", "postpone", "prescri", "replac", "report", "rule out", "save", "screen", "sidestep",
    "spare", "tackl", "target", "work through",
)  # fmt: skip
"""Verbs of care: "manages any symptoms", "detects all cancers" promise no effect."""
OFTEN = frozenset("often usually sometimes generally typically tend tends seem seems appear appears".split())
NAMED = ("health:condition", "health:body", "health:outcome", "health:process", "health:biomarker")
"""What has to be named for a promise about all of it to be one about health."""


def claims_at(text: UnitText, values: frozenset[str] = CLAIMING) -> set[int]:
    """Where the verbs start that tell an effect of these values, or that something is caused."""
    found = set()
    for mark in text.of("effect"):
        careful = text.lower.startswith(CAREFUL, mark.start)
        if (mark.value in values and not careful) or (
            mark.value == "cause" and text.lower.startswith(CAUSING, mark.start)
        ):
            found.add(mark.start)
    return found


def is_told_now(text: UnitText, at: int) -> bool:
    """Whether the verb at a token tells what is so, now and without doubt: no order, no wish, no past, no chance."""
    reading = text.verbs.get(word_at(text, at), ("", ""))[1]
    before = words_of(text, at - 3, at - 1)
    if not DOUBT.isdisjoint(before[-2:]) or not OFTEN.isdisjoint(before) or before[-1:] == ["to"]:
        return False
    if reading == "third":
        return True
    return reading == "base" and clause_start(text, at) < at and before[-1:] not in (["should"], ["must"], ["and"])


def names_health(text: UnitText, first: int, last: int) -> int:
    """The last token of what is named between two tokens of the body or its ills, or -1."""
    ends = {mark.start: mark.end for kind in NAMED for mark in text.of(kind)}
    for i in range(first, min(last + 1, len(text.tokens))):
        if i > first and gap_before(text, i):
            return -1
        start = text.tokens[i].start
        if start in ends or word_at(text, i) in ILLS:
            end = ends.get(start, start)
            return max(n for n in range(i, len(text.tokens)) if n == i or text.tokens[n].start < end)
    return -1


def effect_before(text: UnitText, at: int, most: int) -> int:
    """The token of an effect told now at most so many words before a token, in its clause, or -1."""
    claims = claims_at(text)
    for i in range(at - 1, max(-1, at - 1 - most), -1):
        if not joined(text, i, i + 1):
            return -1
        if text.tokens[i].start in claims:
            return i if is_told_now(text, i) else -1
    return -1
