"""Amounts: how writers spell how much of something, found once and normalised.

An amount is a number (or range) with a unit in which substances are given: mass, volume, activity units, counted
forms (capsules, drops, puffs), kitchen measures, or a percentage strength. Whether it tells somebody to take it is
not decided here. Unit spellings follow the ISMP list of error-prone abbreviations (2021) and the MedlinePlus and
DailyMed dosage forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from claimlint.language.model import Mark, Token
from claimlint.lazy import lazy
from claimlint.records import NamedTuple

MASS, VOLUME, ACTIVITY, COUNT, KITCHEN, PERCENT = "mass", "volume", "activity", "count", "kitchen", "percent"


class Amount(NamedTuple):
    """One amount: the span of its words, what kind of unit it has, and what it is taken per."""

    start: int
    end: int
    kind: str
    unit: str
    """The unit as written, lower-cased."""
    text: str
    """The amount with its white space made single."""
    per: str = ""
    """What stands after a slash or "per": "kg", "day", "dl" …; several are joined by "/"."""


UNITS = {
    MASS: r"(?:m|mc|[µμun])gs?|(?:milli|micro|nano)gram(?:me)?s?|gram(?:me)?s?|gms?|grains?|g",
    VOLUME: r"mls?|millilit(?:er|re)s?|ccs?|cl|fl\.?\s?oz|fluid\sounces?|ounces?|oz|lit(?:er|re)s?|l",
    ACTIVITY: r"i\.?u\.?s?|international\sunits?|(?:usp\s)?units?|u|meq|"
    r"(?:billion|million|bn?|mn?)\s?cfus?|cfus?|mmols?",
    COUNT: r"drop(?:per)?s?(?:ful(?:l)?s?)?|(?:veg(?:gie|etarian)?\s?|gel\s?)?cap(?:sule|let)?s?|tab(?:let)?s?|"
    r"pills?|soft-?\s?gels?"
    r"|gumm(?:y|ies)|lozenges?|troches?|patch(?:es)?|scoops?|sprays?|pumps?|puffs?|clicks?|vials?|ampoules?|amps?|"
    r"sachets?"
    r"|packets?|squirts?|suppositor(?:y|ies)|injections?|doses?|servings?|pellets?|globules?|shots?|inhalations?|"
    r"sticks?|seeds?|lea(?:f|ves)|pods?|buttons?|kernels?|tokes?",
    KITCHEN: r"tea\s?spoon(?:s|s?fuls?)?|tsps?|table\s?spoon(?:s|s?fuls?)?|tbsps?|cups?|cupfuls?|glass(?:es)?|"
    r"pinch(?:es)?"
    r"|handfuls?|fistfuls?",
    PERCENT: r"%|percent|per\scent",
}
NUMBER = (
    r"[0-9½¼¾⅓⅔](?:[0-9]|[.,/](?=[0-9])){0,11}[½¼¾]?(?:(?:th|rd)(?=\s))?"
    r"(?:\s?k(?![a-z0-9])|\s(?:million|thousand)(?![a-z]))?"
)
JOIN = r"(?:\s{0,4}[-–—−~/]\s{0,4}|\s{1,4}(?:to|or|and)\s{1,4}(?:up\sto\s|as\s(?:high|much)\sas\s)?|\s?[x×]\s?)"
SIZE = r"(?:(?:small|large|level|heaped|heaping|rounded|full|whole|homeopathic|usp)\s)?"
PER = r"\s?(?:/|per\b|a(?=\s(?:day|week)\b))\s?(?:[0-9]{1,3}\s?)?(?P<per{n}>[a-zµμ][a-z0-9²]{0,14})"

AMOUNT = lazy(
    rf"{NUMBER}\+?(?:{JOIN}\.?{NUMBER}){{0,3}}(?:\s?\(\s?[-–~]?\s?{NUMBER}\))?\+?(?:\s{{0,8}}|-)"
    r"(?:\(\w{1,12}\)\s)?"
    rf"{SIZE}"
    + "(?:"
    + "|".join(f"(?P<{kind}>{spelling})" for kind, spelling in UNITS.items())
    + r")(?![a-z0-9µμ])(?:s\b)?"
    + rf"(?:{PER.replace('{n}', '1')})?(?:{PER.replace('{n}', '2')})?"
)
"""A number, perhaps a range or a product ("3x40-60"), a unit, and what it is per. Starts at a digit: a cheap gate."""

GLUED = lazy(r"[\w$€£¥.]|(?<=\d),|(?<=\w)-", re.ASCII)
"""What must not stand directly before the number: a letter ("b12 mg"), money, the middle of another number."""

OPEN = " \t\n(~≈<>|–—-"
"""What stands before a number that begins with its decimal point."""

THINGS = frozenset(
    "handful fistful pump pumps patch patches cap tab spray dose click ampoule caplet lozenge suppository pellet cup "
    "glass".split()
)

NUMBER_WORDS = frozenset(
    "half quarter one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty fifty "
    "hundred few several another one-half one-third one-quarter one-fourth one-eighth two-thirds three-quarters".split()
)
ONE_WORDS = frozenset(("a", "an"))
SMALL_WORDS = frozenset(
    "of the a an to or and more small large level heaped heaping rounded full whole homeopathic".split()
)
SPELLED = {
    MASS: "mg mcg ml grain grains gram grams gramme grammes milligram milligrams microgram micrograms",
    VOLUME: "ounce ounces milliliter milliliters millilitre millilitres",
    COUNT: "ampoule ampoules caplet caplets capsule capsules cap caps drop drops dropper droppers dropperful "
    "dropperfuls gummies gummy lozenge lozenges patch patches pellet pellets pill pills puff puffs pump pumps sachet "
    "sachets scoop scoops softgel softgels spray sprays suppository "
    "seed seeds leaf leaves pod pods button buttons tablet tablets tab tabs troche troches dose doses click clicks",
    KITCHEN: "teaspoon teaspoons teaspoonful tablespoon tablespoons tablespoonful tsp tbsp handful fistful pinch cup "
    "cups glass glasses",
}
SPELLED_KIND = {word: kind for kind, words in SPELLED.items() for word in words.split()}
"""Units whose number is often a word, and what kind each is."""

DESCRIBING = 3
"""So many words may describe a form: "one vitamin D capsule"."""
LONG_NUMBER = 3
NOT_FORMS = frozenset(
    """in with for per each every this these that your my his her their our is are was were be been has have had contain
    contains containing take taking takes took use using at on by from into as than if when after before then plus
    minus not no other another more less most few many several some any all both day days week weeks times time hour
    hours x times open crush swallow chew half""".split()
)
"""Words that end the look back for a number."""

MERGE = lazy(r"\s?(?:-|–|—|to|or)\s?")


def amounts(lower: str, start: int, end: int) -> list[Amount]:
    """Every amount written with digits in `lower[start:end]`, ranges whose unit stands twice joined ("25 mg to 50
    mg")."""
    found: list[Amount] = []
    for match in AMOUNT.finditer(lower, start, end):
        at = match.start()
        if at > start and lower[at - 1] == "." and (at - 1 == start or lower[at - 2] in OPEN):
            at -= 1  # ".5 mg"
        elif at > start and GLUED.match(lower, at - 1):
            continue
        kind = match.lastgroup or ""
        kind = next(name for name in UNITS if match[name] is not None)
        unit = " ".join(match[kind].split())
        if kind == ACTIVITY and unit == "u" and lower[match.start(kind) - 1] in "-–":
            continue
        per = "/".join(part for part in (match["per1"], match["per2"]) if part)
        amount = Amount(at, match.end(), kind, unit, " ".join(lower[at : match.end()].split()), per)
        if found and found[-1].kind == kind and MERGE.fullmatch(lower, found[-1].end, at):
            last = found.pop()
            amount = amount._replace(start=last.start, text=" ".join(lower[last.start : amount.end].split()))
        found.append(amount)
    return found


def spelled_amounts(tokens: Sequence[Token], units: Iterable[Mark], lower: str) -> list[Amount]:
    """Amounts whose number is a word ("two tablets", "half a teaspoon", "a capsule"); `units` are the unit words found.

    A bare article counts as "one"; whether "a capsule" is an amount at all is left to the context.
    """
    starts = {mark.start for mark in units}
    found: list[Amount] = []
    for at, token in enumerate(tokens):
        kind = SPELLED_KIND.get(token.word) if token.start in starts else None
        first = _number_before(tokens, at) if kind else -1
        if first < 0:
            continue
        start = tokens[first].start
        text = " ".join(lower[start : token.end].split())
        found.append(Amount(start, token.end, kind or COUNT, token.word, text))
    return found


def _number_before(tokens: Sequence[Token], at: int) -> int:
    """The index of the first token of the number that stands before token `at`, or -1.

    Words that describe the form may stand between ("two fish oil capsules", "one 500 mg tablet").
    """
    first = -1
    described = 0
    for back in range(at - 1, max(-1, at - 6), -1):
        word, following = tokens[back].word, tokens[back + 1].word
        if word in NUMBER_WORDS or (word in ONE_WORDS and first < 0 and not described):
            first = back
        elif word[0].isdigit():
            if first < 0 and described and not _is_size(word, following):
                return back if len(word) < LONG_NUMBER else -1
            if first < 0 and not _is_size(word, following):
                return -1
        elif word in SMALL_WORDS:
            if described and first < 0:
                return -1
        elif first < 0 and described < DESCRIBING and _describes(word, tokens[at].word):
            described += 1
        else:
            break
    return first


def _is_size(word: str, following: str) -> bool:
    """Whether a number is the strength of the form behind it: "500 mg" and "500mg" of "two 500 mg tablets"."""
    return word[-1].isalpha() or (following in SPELLED_KIND and SPELLED_KIND[following] != COUNT)


def _describes(word: str, unit: str) -> bool:
    return SPELLED_KIND.get(unit) == COUNT and word not in NOT_FORMS


def is_described(amount: Amount) -> bool:
    """Whether other words stand between number and unit ("two fish oil capsules"): the context must tell a dose."""
    between = amount.text.split()[1:-1]
    return amount.kind == COUNT and any(word.isalpha() and word not in SMALL_WORDS for word in between)


def is_article_only(amount: Amount) -> bool:
    """Whether the number is only "a" or "an", which says little by itself."""
    return amount.text.startswith(("a ", "an "))


def is_thing(amount: Amount) -> bool:
    """Whether "a" with this unit is as likely a thing as an amount ("a pump", "a patch", "in a capsule")."""
    return is_article_only(amount) and amount.unit in THINGS
