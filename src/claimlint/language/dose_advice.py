"""Advice: whether the words round an amount tell a reader to take it, and which words do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimlint.language.dose_context import STACK_WORDS, Place
from claimlint.language.dose_grammar import ACTIVITY, COUNT, KITCHEN, MASS, PERCENT, VOLUME, is_article_only
from claimlint.language.dose_words import (
    BEFORE_IMPERATIVE,
    BEYOND,
    BODY_MAKES,
    BODY_PARTS,
    BREWING,
    CLOCK,
    CONTAINING,
    DOSE_NOUNS,
    DOSING_VERBS,
    ENOUGH,
    FIRM,
    FREE_MODALS,
    GERUND_OPENERS,
    GERUNDS,
    GIVERS,
    GIVING,
    GROUPS,
    GUIDANCE,
    INGESTING,
    INTAKE,
    LIMITING,
    MAY_OPEN,
    NO_DOSE_LABELS,
    NOUN_FOLLOWERS,
    NUTRIENTS,
    OPENING,
    PREPARING,
    RECOMMENDING,
    REPORTED,
    SIZES,
    STRENGTHS,
    STUDY,
    SUBJECTS,
    TO_ADJECTIVES,
    TOXIC,
    TREATED,
    TYPICAL,
    USED,
    VITAMINS,
    WATERING,
    WATERY,
)
from claimlint.language.grammar import AUXILIARIES, FIRST_PERSON

FAR = 14
"""How many words may stand between an order and its amount."""
NEAR = 7
SHORT = 14
"""A list item, row or fragment of at most this many words can be a bare "substance amount" entry."""
BARE = 5
"""An entry of at most this many words is nothing but the amount (or two of them) and what it is of."""
ENTRIES = ("item", "row", "cell")
SMALL = frozenset("usually about around approximately roughly between from up to typically the a an one just only at normally generally in four".split())
LINKING = frozenset("is are ranges range be from between starts".split())
GROCERIES = re.compile(
    r"\b(?:tbsp|tsp|cups?|flour|sugar|honey|lemons?|oranges?|olive oil|butter|milk|pepper|eggs?|onions?|garlic cloves?|chopped|grated|sliced|oats?|tomatoes|"
    r"apples?|carrots?|yog(?:h)?urt|natto|gouda|cheese|yolks?|spinach|kale|sauerkraut|broccoli|beans|nuts|salmon|sardines|beef|chicken|cinnamon|walnuts|broth|rice|pasta|potatoes)\b"
)
Found = tuple[str, int]
NOTHING: Found = ("", 0)


def advice(here: Place) -> Found:
    """The value of the `dose-instruction` mark and where its words begin, or `NOTHING`. The surest ways come first."""
    amount = here.amount
    ordered = imperative(here)
    if ordered >= 0:
        brewed = amount.kind == KITCHEN and not BREWING.isdisjoint(here.words[here.after : here.after + NEAR])
        recipe = (is_cooking(here) or brewed) and not (here.frequent() or here.any(INGESTING))
        if recipe and (amount.kind in (KITCHEN, VOLUME, MASS) or here.words[ordered] in PREPARING):
            return NOTHING
        return "imperative", here.start_of(ordered)
    if is_personal(here) and not _advises(here):
        return _personal(here)
    study = is_study(here)
    found, start = recommended(here)
    if found and (not study or _firm(here)):
        return "recommend", start
    if study or _is_toxic(here) or is_food(here):
        return NOTHING
    if here.setting.label and amount.start >= here.setting.label_end and _dose_label(here):
        return ("row" if here.text.block.kind == "row" else "field"), here.text.unit.start
    at = modal(here)
    if at >= 0:
        return "recommend", here.start_of(at)
    at = _typical(here)
    if at < 0:
        at = _gerund(here)
    if at < 0:
        at = _rate(here)
    if at >= 0:
        return "typical", min(here.start_of(at), amount.start)
    return _entry(here)


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
    before = words[max(0, i - 8) : i]
    subjects = words[0] not in OPENING and any(word in SUBJECTS or word in FIRST_PERSON for word in before)
    if any(char in gap for char in ",:(–—→>|\n") or " - " in gap:
        return not subjects
    if words[i - 1] in ("and", "or"):
        return not subjects and not words[i - 2].endswith("ing") and (i > 8 or _verb_first(here, i))
    return words[i - 1] in BEFORE_IMPERATIVE and (i < 2 or words[i - 2] not in SUBJECTS)


def _verb_first(here: Place, i: int) -> bool:
    """Whether what "and" joins to is an order too: the clause starts with a verb of giving."""
    return any(word in DOSING_VERBS for word in here.words[: min(3, i)]) or here.words[0] in OPENING or "imperative-verb" in here.clause.kinds


def _noun_use(here: Place, i: int) -> bool:
    """"Dose: …", "Use of …", "Start is …": the word names a thing."""
    following = here.words[i + 1] if i + 1 < len(here.words) else ""
    end = here.clause.tokens[i].end
    return following in NOUN_FOLLOWERS or here.text.lower[end : end + 1] == ":"


def modal(here: Place) -> int:
    """"You should/can/may take 5 g", "it is best to take 5 g": the index of the modal, or -1."""
    words = here.words
    for i in range(here.at - 1, max(-1, here.at - 10), -1):
        if words[i] not in DOSING_VERBS and words[i] not in ("be", "taken", "consumed", "used", "given", "drunk"):
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
            if word in ENOUGH and abs(i - here.at) > NEAR:
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
    if any(word in ("i", "we") and words[i + 1] in ("recommend", "suggest", "advise", "prescribe") for i, word in enumerate(words[:-1])):
        return True
    lower = here.clause_text()
    return any(phrase in lower for phrase in ("do well on", "our recommendation", "my recommendation", "my advice", "i'd say"))


def _typical(here: Place) -> int:
    """"Typical doses are 5 g", "usually 10-50 mg", "effective at low doses (1 mg)": the index of the word, or -1."""
    words, at = here.words, here.at
    near = range(max(0, at - NEAR - 3), min(len(words), here.after + NEAR + 5))
    doses = [i for i in near if words[i] in DOSE_NOUNS]
    if _reports(here):
        return -1
    for i in near:
        if words[i] not in TYPICAL:
            continue
        if i > here.after and words[i - 1] in ("is", "are"):
            return at
        used = any(words[j] in USED for j in range(max(0, i - 4), min(len(words), i + 5)))
        adverb = words[i].endswith("ly") and words[i] not in CLOCK and here.frequent()
        if used or adverb or any(abs(i - j) <= 4 for j in doses):
            return i
    if here.timed() and (words[max(0, at - 1) : at] in (["it's"], ["that's"]) or list(words[max(0, at - 2) : at]) == ["it", "is"]):
        return at - 1
    for i in range(max(0, at - 5), at - 1):
        if words[i] in GIVERS and words[i + 1] in GIVING:
            return i
    for i in doses:
        if i < at and _linked(words[i + 1 : at]):
            return i
        if i > at and {"is", "are"} & set(words[here.after : i]):
            return at
        sized = any(words[j] in SIZES for j in range(max(0, i - 2), i))
        if here.setting.dose and sized:
            return max(0, i - 1)
    return -1


def _reports(here: Place) -> bool:
    """Whether a verb of the past tells what happened; one in an introductory clause ("If it was found, …") does not."""
    words = here.words
    first = 0
    if words[0] in OPENING:
        comma = here.text.lower.find(",", here.clause.start, here.amount.start)
        first = next((i for i, token in enumerate(here.clause.tokens) if token.start > comma), 0) if comma >= 0 else 0
    return any(word in REPORTED for word in words[first:])


def _linked(between: Sequence[str]) -> bool:
    """Whether a verb of being, and then nothing but small words, stand between "dose" and the amount."""
    last = max((i for i, word in enumerate(between) if word in LINKING), default=-1)
    return 0 <= last <= NEAR and between[0] != "of" and all(word in SMALL for word in between[last + 1 :])


def _gerund(here: Place) -> int:
    """"Taking 400 mg before bed helps": advice in the form of a subject."""
    words = here.words
    for i in range(here.at - 1, max(-1, here.at - 5), -1):
        if words[i] in GERUNDS and (i == 0 or words[i - 1] in GERUND_OPENERS):
            return i if here.frequent() and not here.any(REPORTED) else -1
    return -1


def _rate(here: Place) -> int:
    """"HCG at 500 IU every other day keeps things running": a substance at a rate, told as what is done."""
    if _reports(here) or here.any(BODY_MAKES) or here.any(BODY_PARTS) or here.text.ends_with("?"):
        return -1
    if not {"health:substance", "health:food"} & here.clause.kinds and here.amount.kind != PERCENT:
        return -1
    if here.words[0] in WATERING:
        return -1
    if not here.timed():
        return _claims(here)
    of_it = here.amount.kind == PERCENT or any(
        0 <= mark.start - here.amount.end <= 4 for mark in here.text.of("health:substance")
    )
    led = (here.at == 0 and of_it) or here.words[here.at - 1] in ("at", "of", "on", "with", "take", "taking", "about", "around", "by")
    named = here.at > 0 and any(
        mark.start <= here.start_of(here.at - 1) < mark.end and mark.value in ("substance", "food")
        for mark in here.text.of("health")
    )
    return max(0, here.at - 1) if led or named else -1


def _claims(here: Place) -> int:
    """"Magnesium 400 mg reduces cramps": the substance with its amount, told to work."""
    if here.at == 0 or here.amount.kind not in (MASS, ACTIVITY) or BEYOND & set(here.before_words[-1:]):
        return -1
    before = here.start_of(here.at - 1)
    gap = here.text.lower[here.clause.tokens[here.at - 1].end : here.amount.start].strip(" \n")
    named = any(mark.start <= before < mark.end for mark in here.text.of("health:substance"))
    works = any(here.amount.end <= mark.start < here.clause.end for mark in here.text.of("effect"))
    return here.at - 1 if named and works and gap in ("", ",", "(", "~", "-", "–") else -1


def _entry(here: Place) -> Found:
    """A list item, table row or fragment that is itself the instruction: "Magnesium glycinate 400 mg at night"."""
    text, setting, words = here.text, here.setting, here.words
    start, count = text.unit.start, len(text.tokens)
    if text.block.kind == "heading" or text.ends_with("?"):
        return NOTHING
    if not NO_DOSE_LABELS.isdisjoint(setting.label.split()) or BEYOND & set(here.before_words[-1:]):
        return NOTHING
    listed = text.block.kind in ENTRIES or (bool(setting.label) and here.amount.start - setting.label_end <= 3)
    fragment = not any(word in AUXILIARIES for word in words)
    if not listed and not _opens_entry(here):
        # A sentence with a verb of its own is no entry, and verbs are too many to list: only what opens the line counts.
        return NOTHING
    frequent = here.timed() or (here.frequent() and count <= SHORT)
    if (here.any(REPORTED) and not fragment) or (is_article_only(here.amount) and not here.timed()):
        return NOTHING
    if setting.cooking and not setting.dose and not frequent:
        return NOTHING
    value: Found = ("row" if listed else "label", start)
    if setting.dose and not setting.study and (listed or fragment) and (count <= SHORT or frequent):
        return value
    if frequent and not setting.study and (listed or (fragment and count <= SHORT and (here.at <= 1 or _names_substance(here)))):
        return value
    if fragment and setting.label and (frequent or listed) and STACK_WORDS.search(setting.label):
        return value
    return value if listed and fragment and count <= SHORT and _bare(here) else NOTHING


def _opens_entry(here: Place) -> bool:
    """Whether only a substance, a route or small words stand between the start of the unit and the amount."""
    start = here.setting.label_end if here.setting.label_end <= here.amount.start else here.text.unit.start
    named = [mark for mark in here.text.lexical if mark.kind in ("health", "route") and mark.value != "food"]
    return all(
        token.word in MAY_OPEN or token.word[0].isdigit() or any(m.start <= token.start < m.end for m in named)
        for token in here.text.tokens
        if start <= token.start < here.amount.start
    )


def _bare(here: Place) -> bool:
    """An entry of a list of things to take: a substance and its amount, nothing else."""
    setting = here.setting
    if setting.nutrition or setting.strength or setting.study or here.amount.kind not in (MASS, ACTIVITY, COUNT):
        return False
    if _among_foods(here):
        return False
    named = any(not word[0].isdigit() for word in here.words)
    if here.any(NUTRIENTS):
        return False
    if not setting.cooking and here.amount.kind != COUNT and len(here.words) <= BARE:
        return True
    return _names_substance(here) or (setting.stack and named)


def _among_foods(here: Place) -> bool:
    """Whether the entries beside it are a shopping list or a recipe."""
    document, block = here.text.document, here.text.block
    near = [
        document.blocks[i]
        for i in range(max(0, block.index - 4), min(len(document.blocks), block.index + 5))
        if i != block.index and document.blocks[i].group == block.group
    ]
    return any(GROCERIES.search(here.text.lower, other.start, other.end) for other in (*near, here.text.unit))


def _names_substance(here: Place) -> bool:
    return here.setting.label in VITAMINS or "health:substance" in here.text.kinds


def _dose_label(here: Place) -> bool:
    """Whether the run-in label or first cell makes the amount a dose field."""
    label, setting = here.setting.label, here.setting
    words = label.replace("/", " ").replace("(", " ").replace(")", " ").split()
    if not NO_DOSE_LABELS.isdisjoint(words) or BEYOND & set(here.before_words[-1:]):
        return False
    if any(word in DOSE_NOUNS for word in words) and len(words) <= 6:
        return True
    if ("you" in words and not INGESTING.isdisjoint(words)) or words[:1] == ["if"]:
        return True
    if len(words) == 1 and words[0] in STRENGTHS and here.amount.kind in (MASS, VOLUME, ACTIVITY, COUNT):
        return True
    if any(mark.start < setting.label_end for mark in here.text.of("route")) and len(words) <= 3:
        return True
    return setting.dose and not setting.study and len(words) <= 6


def _is_toxic(here: Place) -> bool:
    """Whether the amount is told as one that harms; "… to combat an overdose" is what it is given for."""
    words = here.words
    return any(word in TOXIC and TREATED.isdisjoint(words[max(0, i - 3) : i]) for i, word in enumerate(words))


def is_personal(here: Place) -> bool:
    """Whether the clause or its label speaks in the first person."""
    words = here.setting.label.split()
    own = any(word in FIRST_PERSON for word in words) and not GUIDANCE.union({"advice", "rule", "tip"}) & set(words)
    if own:
        return True
    source = here.text.document.text
    near = here.clause.tokens[max(0, here.at - FAR) : here.after + FAR]
    return any(
        token.word in FIRST_PERSON and token.word not in words and source[token.start : token.end] != "IM" for token in near
    )


def is_study(here: Place) -> bool:
    """Whether the clause speaks of a study or its participants."""
    return here.any(STUDY) or bool(here.around(0, 1) & GROUPS) or "human:study" in here.clause.kinds


def is_cooking(here: Place) -> bool:
    """Whether the amount is one of a recipe."""
    if here.setting.cooking and not here.setting.dose:
        return True
    return bool(here.around(0, 4) & WATERY) or "dose-context:cooking" in here.clause.kinds


def is_food(here: Place) -> bool:
    """Whether the amount is what a food holds."""
    if here.frequent() or here.any(GIVERS):
        return False
    label = here.setting.label.split()
    return bool(here.around(0, 2) & NUTRIENTS and "with" not in here.around(0, 2)) or here.any(CONTAINING) or (bool(label) and label[-1] in NUTRIENTS)
