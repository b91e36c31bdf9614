"""All of something as what an effect is done to: "flushes every toxin", "heals anything", "in every case"."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.language.absolute_effects import CLAIMING, claims_at, effect_before, is_told_now, names_health
from claimlint.language.absolute_grammar import clause_start, gap_before, head_of, joined, marked, word_at
from claimlint.language.absolute_universals import PARTS
from claimlint.language.absolute_words import DISEASES, RESTRICTING
from claimlint.language.grammar import COORDINATORS
from claimlint.language.model import Mark
from claimlint.language.unit import UnitText

QUANTIFIERS = frozenset("all every any".split())
ENTIRE = frozenset(("whole", "entire"))
WHOLES = frozenset("everything anything".split())
PERSONS = frozenset("everyone everybody anyone anybody".split())
OPENS_CLAUSE = frozenset("you we i he she they it from the that's to about else but".split())
"""Behind "everything" these make it something else: "everything you eat", "everything from sleep to mood"."""
HEALING = frozenset(("treat", "improve", "prevent", "protect"))
RULES = frozenset("controls governs regulates".split())
CASES = frozenset("case cases instance instances amount amounts quantity dose".split())
FOR_ALL = frozenset(
    """must essential vital crucial indispensable necessary safe suitable perfect ideal beneficial good great effective
    effectively well harmless""".split()
)
"""Before "for everyone"."""
CURING = (
    "cur", "heal", "treat", "assuag", "prevent", "eradicat", "remed", "revers", "fix", "beat", "combat", "fight",
    "improv", "protect",
)  # fmt: skip
UNCERTAIN = frozenset(
    "underlying possible potential remaining existing specific other further new such these of".split()
)
"""Behind "any" these say that there may be none."""
BETWEEN_CLAUSES = COORDINATORS | frozenset("to that which by with when for as in on at".split())
REACH = 3
"""How many words may stand between a verb and "all" of its object: "rid you of", "heal itself of"."""


def objects(text: UnitText) -> Iterator[Mark]:
    """Every effect of the unit that is done to all of something."""
    claims = claims_at(text, CLAIMING - {"work"})
    claims |= {mark.start for mark in text.of("absolute-word") if mark.value == "verb"}
    healing = claims_at(text, HEALING) | {token.start for token in text.tokens if token.word in RULES}
    for i in range(1, len(text.tokens)):
        word = word_at(text, i)
        if word_at(text, i - 1) in ("not", "almost", "nearly", "than"):
            continue
        if word in WHOLES and word_at(text, i + 1) not in OPENS_CLAUSE:
            verb = _verb_before(text, i, healing)
            if verb >= 0 and word_at(text, verb) not in ("make", "makes"):
                yield marked(text, verb, i, "universal")
        elif word in ENTIRE and word_at(text, i - 1) in ("the", "your", "our"):
            named = names_health(text, i + 1, i + 2)
            if named >= 0 and _verb_before(text, i - 1, claims) >= 0:
                yield marked(text, i - 1, named, "universal")
        elif word in QUANTIFIERS and (named := _named(text, i)) >= 0:
            ill = word_at(text, named) in DISEASES
            against = word_at(text, i - 1) == "against" and (word != "any" or ill)
            aim = (ill or word_at(text, named) in PARTS) and _is_aim(text, i)
            if against or aim or _verb_before(text, i, claims) >= 0:
                yield marked(text, i, named, "universal")


def _named(text: UnitText, quantifier: int) -> int:
    """The part, ill or function of the body that "all", "every" or "any" is said of, or -1."""
    at = quantifier + 1 + (word_at(text, quantifier + 1) == "single")
    at += 2 * (word_at(text, at) == "of" and word_at(text, at + 1) in ("the", "your", "our", "their"))
    doubtful = UNCERTAIN if word_at(text, quantifier) == "any" else ("these", "those")
    if word_at(text, at) in doubtful:
        return -1
    part = head_of(text, at, PARTS | DISEASES, 3)
    return part if part >= 0 else names_health(text, at, at + 3)


def needs(text: UnitText) -> Iterator[Mark]:
    """ "Everything your gut needs", "all the nutrients your body requires": nothing is left to wish for."""
    bodies = {mark.start for mark in text.of("health:body")} | {
        token.start for token in text.tokens if token.word in ("body", "brain")
    }
    for i in range(2, len(text.tokens)):
        if word_at(text, i) not in ("needs", "requires") or text.tokens[i - 1].start not in bodies:
            continue
        whole = next(
            (n for n in range(i - 3, i - 8, -1) if word_at(text, n) in ("everything", "nothing", "all", "every")), -1
        )
        that = word_at(text, whole + 1) == "that"
        if whole >= 0 and joined(text, whole, i) and (that or word_at(text, i + 1) not in ("to", "from")):
            yield marked(text, whole, i, "universal")


def _is_aim(text: UnitText, at: int) -> bool:
    """ "(A tea) to heal any infection", "curing all diseases": what it is for."""
    start = text.tokens[at - 1].start
    told = text.verbs.get(word_at(text, at - 1), ("", ""))[1]
    aim = (told in ("base", "") and word_at(text, at - 2) in ("to", "can", "will")) or told == "ing"
    return aim and joined(text, at - 1, at) and text.lower.startswith(CURING, start)


def _verb_before(text: UnitText, at: int, claims: set[int]) -> int:
    """The verb told now that a phrase is the object of, or -1."""
    for i in range(at - 1, max(-1, at - 2 - REACH), -1):
        if not joined(text, i, i + 1) or word_at(text, i) in BETWEEN_CLAUSES:
            return -1
        if text.tokens[i].start in claims:
            can = word_at(text, i - 1) in ("can", "will", "would")
            return i if can or is_told_now(text, i) else -1
    return -1


def for_everybody(text: UnitText) -> Iterator[Mark]:
    """ "A must for everyone", "safe for anybody"; not "safe for anyone with healthy kidneys"."""
    for i in range(2, len(text.tokens)):
        if word_at(text, i) not in PERSONS or word_at(text, i - 1) != "for" or word_at(text, i - 2) not in FOR_ALL:
            continue
        if gap_before(text, i + 1) or not _restricts(word_at(text, i + 1)):
            yield marked(text, i - 2, i, "universal")


def in_every_case(text: UnitText) -> Iterator[Mark]:
    """ "(Lowers it) in every case", "(estrogen) in any amount (promotes cancer)"."""
    for i in range(2, len(text.tokens)):
        if word_at(text, i) not in QUANTIFIERS or word_at(text, i - 1) not in ("in", "at") or gap_before(text, i):
            continue
        head = head_of(text, i + 1, CASES, 1)
        if head < 0 or word_at(text, i - 2) in ("as", "not", "so", "almost", "nearly"):
            continue
        if effect_before(text, i - 1, 8) >= 0 or _effect_behind(text, i - 1, head):
            yield marked(text, i - 1, head, "universal")


def _restricts(word: str) -> bool:
    return word in RESTRICTING or word in ("else", "wanting", "looking") or word.endswith("ing")


def _effect_behind(text: UnitText, at: int, head: int) -> bool:
    """ "Estrogen in any amount promotes cancer": the phrase belongs to the subject."""
    if word_at(text, head) not in ("amount", "amounts", "quantity", "dose") or clause_start(text, at) == at:
        return False
    return text.tokens[min(head + 1, len(text.tokens) - 1)].start in claims_at(text) and is_told_now(text, head + 1)
