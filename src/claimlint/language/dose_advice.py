"""Advice: whether the words round an amount tell a reader to take it, and which words do."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.language.dose_context import Place
from claimlint.language.dose_entries import NOTHING, Found, entry, in_dose_column, is_dose_field
from claimlint.language.dose_grammar import KITCHEN, MASS, VOLUME
from claimlint.language.dose_rates import by_body_weight, told_as_done
from claimlint.language.dose_signs import is_cooking, is_food, is_personal, is_study, is_toxic, reports
from claimlint.language.dose_words import (
    BEFORE_IMPERATIVE,
    BODY_PARTS,
    BREWING,
    CLOCK,
    DOSE_NOUNS,
    DOSING_VERBS,
    ENOUGH,
    FIRM,
    FREE_MODALS,
    GIVERS,
    GIVING,
    GUIDANCE,
    INGESTING,
    INTAKE,
    KITCHENWARE,
    LIMITING,
    NAMED_AS,
    NOUN_FOLLOWERS,
    OPENING,
    PREPARING,
    RECOMMENDING,
    REPORTED,
    SIZES,
    SUBJECTS,
    TAKEN,
    TO_ADJECTIVES,
    TYPICAL,
    USED,
)
from claimlint.language.grammar import AUXILIARIES, FIRST_PERSON

FAR = 14
"""How many words may stand between an order and its amount."""
NEAR = 7
SMALL = frozenset(
    """usually about around approximately roughly between from up to typically the a an one just only at normally
    generally in four less more than over under below above""".split()
)
ADVISING = frozenset("recommend suggest advise prescribe".split())
NO_SUBJECT_BEHIND = frozenset("for in says say said suggests recommends advises".split())
LINKING = frozenset("is are ranges range be from between starts start begin begins".split())


def advice(here: Place) -> Found:
    """The value of the `dose-instruction` mark and where its words begin, or `NOTHING`. The surest ways come first."""
    amount = here.amount
    ordered = imperative(here)
    if ordered >= 0:
        brewed = amount.kind == KITCHEN and not BREWING.isdisjoint(here.words[here.after : here.after + NEAR])
        kitchen = not KITCHENWARE.isdisjoint(here.words[here.after : here.after + NEAR])
        recipe = (is_cooking(here) or brewed or kitchen) and not (here.frequent() or here.any(INGESTING))
        if recipe and (kitchen or amount.kind in (KITCHEN, VOLUME, MASS) or here.words[ordered] in PREPARING):
            return NOTHING
        return "imperative", here.start_of(ordered)
    if is_personal(here) and not _advises(here):
        return _personal(here)
    study = is_study(here)
    found, start = recommended(here)
    if found and (not study or _firm(here)):
        return "recommend", start
    if in_dose_column(here):
        return "row", here.text.unit.start
    if study or is_toxic(here) or (is_food(here) and by_body_weight(here) < 0):
        return NOTHING
    if here.setting.label and amount.start >= here.setting.label_end and is_dose_field(here):
        return ("row" if here.text.block.kind == "row" else "field"), here.text.unit.start
    at = modal(here)
    if at >= 0:
        return "recommend", here.start_of(at)
    at = _typical(here)
    if at < 0:
        at = told_as_done(here)
    if at >= 0:
        return "typical", min(here.start_of(at), amount.start)
    return entry(here)


def imperative(here: Place) -> int:
    """The index of an order to take something, before the amount in its clause ("take …", "then wait"), or -1."""
    words = here.words
    for i in range(min(here.at, len(words)) - 1, max(-1, here.at - FAR), -1):
        if words[i] in DOSING_VERBS and _opens(here, i):
            return i
    for i in range(here.after, min(len(words) - 1, here.after + NEAR)):
        if words[i] == "then" and (words[i + 1] in DOSING_VERBS or words[i + 1] == "wait"):
            return here.at
    return -1


def _opens(here: Place, i: int) -> bool:
    """Whether the verb at index `i` is an order: nothing but openers before it, or a comma, "and", "then" …"""
    words, tokens = here.words, here.clause.tokens
    if _noun_use(here, i) or tokens[i].start < here.setting.label_end <= here.amount.start:
        return False
    if i == 0:
        return True
    gap = here.text.lower[tokens[i - 1].end : tokens[i].start]
    subjects = words[0] not in OPENING and any(_is_subject(words, k) for k in range(max(0, i - 8), i))
    if any(char in gap for char in ",:(–—→>|\n") or " - " in gap:
        return not subjects
    if words[i - 1] in ("and", "or"):
        return not subjects and not words[i - 2].endswith("ing") and (i > 8 or _verb_first(here, i))
    return words[i - 1] in BEFORE_IMPERATIVE and (i < 2 or words[i - 2] not in SUBJECTS)


def _is_subject(words: Sequence[str], k: int) -> bool:
    """Whether the word can be the subject of the verb behind it: "for men" and "says that" are none."""
    if words[k] in FIRST_PERSON:
        return True
    return words[k] in SUBJECTS and words[k - 1 if k else 0] not in NO_SUBJECT_BEHIND


def _verb_first(here: Place, i: int) -> bool:
    """Whether what "and" joins to is an order too: the clause starts with a verb of giving."""
    return (
        any(word in DOSING_VERBS for word in here.words[: min(3, i)])
        or here.words[0] in OPENING
        or "imperative-verb" in here.clause.kinds
    )


def _noun_use(here: Place, i: int) -> bool:
    """ "Dose: …", "Use of …", "Start is …": the word names a thing."""
    following = here.words[i + 1] if i + 1 < len(here.words) else ""
    end = here.clause.tokens[i].end
    return following in NOUN_FOLLOWERS or here.text.lower[end : end + 1] == ":"


def modal(here: Place) -> int:
    """ "You should/can/may take 5 g", "it is best to take 5 g": the index of the modal, or -1."""
    words = here.words
    for i in range(here.at - 1, max(-1, here.at - 10), -1):
        if words[i] not in DOSING_VERBS and words[i] not in TAKEN:
            continue
        back = words[max(0, i - 3) : i]
        if any(word in FREE_MODALS for word in back):
            return max(0, i - len(back))
        if back and back[-1] == "to" and any(word in TO_ADJECTIVES for word in words[max(0, i - 5) : i]):
            return max(0, i - len(back))
    return -1


def recommended(here: Place) -> tuple[bool, int]:
    """Words in the clause that recommend the amount, limit it or call it enough."""
    words = here.words
    for i, word in enumerate(words):
        if word in RECOMMENDING and -NEAR - 3 <= i - here.at <= NEAR + 8:
            if word in ENOUGH and (here.at - i > NEAR or i - here.after > NEAR):
                continue
            return True, min(here.start_of(i), here.amount.start)
        if word in ("i'd", "would") and i + 1 < len(words) and i < here.at and words[i + 1] in DOSING_VERBS:
            return True, here.start_of(i)
    lower = here.clause_text()
    for phrase in INTAKE:
        at = lower.find(phrase)
        if at >= 0 and not (phrase in LIMITING and here.any(BODY_PARTS)):
            return True, min(here.clause.start + at, here.amount.start)
    return False, 0


def _firm(here: Place) -> bool:
    """A recommendation that a study word beside it does not turn into a report: somebody recommends it today."""
    return here.any(FIRM) and not here.any(REPORTED)


def _personal(here: Place) -> Found:
    """One's own amount is advice when it is praised or the reader is told to follow."""
    words = here.words
    if any(word in ("i'd", "would") and words[i + 1] in DOSING_VERBS for i, word in enumerate(words[:-1])):
        return "personal", here.amount.start
    return ("personal", here.amount.start) if here.any(GUIDANCE) and not here.text.ends_with("?") else NOTHING


def _advises(here: Place) -> bool:
    """Whether somebody who speaks of himself speaks to others: "what most of my clients do well on", "I recommend"."""
    words = here.words
    if any(word in ("i", "we") and not ADVISING.isdisjoint(words[i + 1 : i + 3]) for i, word in enumerate(words[:-1])):
        return True
    lower = here.clause_text()
    return any(
        phrase in lower
        for phrase in (
            "do well on",
            "tell people to",
            "tell my",
            "our clients",
            "my clients",
            "our recommendation",
            "my recommendation",
            "my advice",
            "i'd say",
        )
    )


def _typical(here: Place) -> int:
    """ "Typical doses are 5 g", "usually 10-50 mg", "effective at low doses (1 mg)": the index of the word, or -1."""
    words, at = here.words, here.at
    near = range(max(0, at - NEAR - 3), min(len(words), here.after + NEAR + 5))
    doses = [i for i in near if words[i] in DOSE_NOUNS]
    if reports(here):
        return -1
    for i in near:
        if words[i] not in TYPICAL:
            continue
        if i > here.after and {"is", "are"} & set(words[max(here.after, i - 2) : i]):
            return at
        used = any(words[j] in USED for j in range(max(0, i - 4), min(len(words), i + 5)))
        used = used or (i == 0 < at and words[1] == "is")
        adverb = words[i].endswith("ly") and words[i] not in CLOCK and here.frequent()
        if used or adverb or any(abs(i - j) <= 4 for j in doses):
            return i
    if here.timed() and (
        words[max(0, at - 1) : at] in (["it's"], ["that's"]) or list(words[max(0, at - 2) : at]) == ["it", "is"]
    ):
        return at - 1
    for i in range(max(0, at - 5), at - 1):
        if words[i] in GIVERS and words[i + 1] in GIVING:
            return i
    for i in doses:
        if i < at and (_linked(words[i + 1 : at]) or _names_amount(here, i)):
            return i
        if i > at and {"is", "are"} & set(words[here.after : i]):
            return at
        sized = any(words[j] in SIZES for j in range(max(0, i - 2), i))
        if here.setting.dose and sized:
            return max(0, i - 1)
    return -1


def _names_amount(here: Place, i: int) -> bool:
    """ "A dose of 1.5 mg/kg, with a booster after 90 minutes": no verb, so nothing is reported of it; "a dosage of
    1 to 3 mg is listed", "is taken in doses of 2 to 4 g"."""
    words = here.words
    if list(words[i + 1 : here.at]) != ["of"]:
        return False
    if not here.any(AUXILIARIES):
        return here.frequent()
    taken = not {"taken", "given", "used", "prescribed"}.isdisjoint(words[max(0, i - 3) : i])
    behind = list(words[here.after : here.after + 3])
    told = behind[:1] in (["is"], ["are"]) and not (TYPICAL | NAMED_AS).isdisjoint(behind[1:])
    return (taken or told) and not {"was", "were"} & set(words)


def _linked(between: Sequence[str]) -> bool:
    """Whether a verb of being, and then nothing but small words, stand between "dose" and the amount."""
    last = max((i for i, word in enumerate(between) if word in LINKING), default=-1)
    return 0 <= last <= NEAR and between[0] != "of" and all(word in SMALL for word in between[last + 1 :])
