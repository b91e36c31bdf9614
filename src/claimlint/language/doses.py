"""Doses: which amounts tell a reader how much to take, and what the others are.

LABELLING.md, "unsourced-dose": an instruction is an order, a label, a recommended or typical amount, or one's own
amount offered as guidance; a caveat does not excuse it. Study results, lab values, nutrition facts, recipes, product
strengths, toxic thresholds and plain personal reports are none.
"""

from __future__ import annotations

from claimlint.language.dose_advice import advice, imperative, modal, recommended
from claimlint.language.dose_context import Place, Setting, clause_of, numeric_cells, setting_of
from claimlint.language.dose_grammar import (
    ACTIVITY,
    COUNT,
    KITCHEN,
    MASS,
    PERCENT,
    VOLUME,
    Amount,
    amounts,
    is_article_only,
    is_described,
    is_thing,
    spelled_amounts,
)
from claimlint.language.dose_signs import is_cooking, is_equation, is_food, is_personal, is_study
from claimlint.language.dose_words import (
    CONCENTRATION,
    DEVICES,
    DOSE_NOUNS,
    DRINKS,
    FLUIDS,
    HOURLY,
    INFUSIONS,
    NAMED_DOSES,
    PACKS,
    PER_DOSE_FORM,
    PLANT_MATTER,
    REPORTED,
    SOLUTIONS,
    TOXIC,
    VESSELS,
    WATERY,
    WEAK_COUNTS,
    WEAK_VOLUMES,
)
from claimlint.language.model import Mark
from claimlint.language.unit import UnitText
from claimlint.lazy import lazy

INSTRUCTION, REPORT = "dose-instruction", "dose-report"
NO_AMOUNT = "none"
SOLD_AS = frozenset("blend pack pouch tin refill box carton".split())
"""Behind an amount: the size of what is sold ("60 g morning blend")."""
PINCH_OF_SALT = lazy(r"an?\s(?:\w{2,8}\s)?(?:pinch|grain)\sof\ssalt\b(?!\s(?:in|to|with|per|under|and))")
"""With which news is taken."""
AGAIN = lazy(r"\s?[(,=]\s?(?:about|approximately|roughly|or|around|i\.e\.|~)?\s?")


def marks(text: UnitText, header: UnitText | None = None) -> list[Mark]:
    """`dose` for every amount, and for each a `dose-instruction` or `dose-report` with the reason as value.

    `header` is the header of the table that a row belongs to.
    """
    found = amounts(text.lower, text.unit.start, text.unit.end) if text.figures else []
    if "unit" in text.kinds:
        found += spelled_amounts(text.tokens, text.of("unit"), text.lower)
    if text.block.kind == "row":
        found += numeric_cells(text)
    if not found:
        return []
    found.sort(key=lambda amount: (amount.start, -amount.end))
    setting = setting_of(text, header)
    result: list[Mark] = []
    last_end = -1
    for amount in found:
        if amount.start < last_end:
            continue
        last_end = amount.end
        kind, value, start = judge(text, amount, setting)
        if not kind:
            continue
        result.append(Mark("dose", amount.start, amount.end, amount.text))
        before = result[-2] if len(result) > 1 else None
        if before is not None and before.kind == INSTRUCTION and AGAIN.fullmatch(text.lower, before.end, amount.start):
            # "one scoop (6 g)": the same amount told twice is one instruction.
            result[-2] = before._replace(end=amount.end)
        else:
            result.append(Mark(kind, min(start, amount.start), amount.end, value))
    return result


def judge(text: UnitText, amount: Amount, setting: Setting) -> tuple[str, str, int]:
    """Kind and value of the mark for one amount, and where the words that make it so begin; "" for no dose at all."""
    clause = clause_of(text, amount)
    at = next((i for i, token in enumerate(clause.tokens) if token.end > amount.start), len(clause.words))
    after = next((i for i, token in enumerate(clause.tokens) if token.start >= amount.end), len(clause.words))
    here = Place(text, amount, setting, clause, at, after)
    other = not_given(here)
    if other:
        return ("", "", amount.start) if other == NO_AMOUNT else (REPORT, other, amount.start)
    value, start = advice(here)
    if value:
        return INSTRUCTION, value, start
    return REPORT, _report(here), amount.start


def not_given(here: Place) -> str:
    """Why the amount is none of a substance given to somebody ("lab", "strength" …), `NO_AMOUNT`, or "" if it may
    be."""
    amount = here.amount
    per = set(amount.per.split("/")) if amount.per else set()
    ordered = imperative(here) >= 0
    if (
        (per & CONCENTRATION and not (per <= HOURLY and here.any(DOSE_NOUNS)))
        or amount.unit.startswith("mmol")
        or (per & {"ml"} and amount.unit[:1] in "nmpuµμ")
    ):
        return "strength" if amount.unit == "mg" and per == {"ml"} else "lab"
    if amount.unit[0] == "n" and not here.frequent():
        return "lab"
    if amount.kind == PERCENT and not (_of_remedy(here) and (here.timed() or ordered or recommended(here)[0])):
        return NO_AMOUNT
    if PINCH_OF_SALT.match(here.text.lower, amount.start):
        return NO_AMOUNT
    if here.after_words[:1] == ["of"] and here.after_words[1:2] and here.after_words[1] in FLUIDS:
        return NO_AMOUNT
    if is_thing(amount) or (is_article_only(amount) and (here.before_words[-1:] == ["in"] or amount.unit == "grain")):
        return NO_AMOUNT
    if _weak(amount) and not (
        here.frequent()
        or ordered
        or here.setting.dose
        or (not (amount.kind == COUNT and is_article_only(amount)) and (modal(here) >= 0 or recommended(here)[0]))
    ):
        return NO_AMOUNT
    if amount.unit in VESSELS or amount.unit in WEAK_VOLUMES:
        # A glass or a litre is a drink, unless it is of something that is given as a remedy.
        told = here.any(NAMED_DOSES)
        drinks = DRINKS - {"tea"} if told else DRINKS if here.frequent() else WATERY
        drink = here.around(0, 4) & drinks
        remedy = (
            bool(here.around(0, 4) & PLANT_MATTER)
            or "health:substance" in here.clause.kinds
            or here.any(INFUSIONS)
            or told
            or bool(set(here.setting.label.split()) & INFUSIONS)
        )
        if drink or not (remedy and (here.frequent() or ordered or told)):
            return "cooking" if drink or amount.unit in VESSELS else NO_AMOUNT
    if is_equation(here) or (here.after_words[:1] and here.after_words[0] in DEVICES):
        return "strength"
    labelled = not DOSE_NOUNS.isdisjoint(here.setting.label.strip("*_ ").split())
    if not ordered and (
        (per & PER_DOSE_FORM and not labelled)
        or (here.around(0, 4) & SOLD_AS and not here.frequent())
        or (here.after_words[:1] and here.after_words[0] in PACKS and not recommended(here)[0])
    ):
        return "strength"
    if here.before_words and here.before_words[-1] in ("$", "€", "£"):
        return "money"
    return ""


def _of_remedy(here: Place) -> bool:
    """Whether a percentage is the strength of something that is given: "2 % solution", "0.025 % tretinoin"."""
    near = any(0 <= mark.start - here.amount.end <= 2 for mark in here.marked("health:substance"))
    return near or bool(here.around(3, 3) & SOLUTIONS)


def _weak(amount: Amount) -> bool:
    """Whether the unit or the number alone is too common a word to make an amount."""
    return (
        is_article_only(amount)
        or is_described(amount)
        or amount.unit in WEAK_COUNTS
        or (amount.kind == ACTIVITY and amount.unit.startswith("u"))
    )


def _report(here: Place) -> str:
    """What the amount is when it is no instruction."""
    if is_personal(here):
        return "personal"
    if is_study(here):
        return "study"
    if here.any(TOXIC):
        return "toxic"
    if is_food(here):
        return "nutrition"
    if is_cooking(here) and here.amount.kind in (KITCHEN, VOLUME, MASS):
        return "cooking"
    for value in ("lab", "training", "weight", "money", "strength", "nutrition"):
        if f"dose-context:{value}" in here.clause.kinds:
            return value
    return "study" if here.any(REPORTED) else "strength" if here.amount.kind == COUNT else "other"
