"""Entries: list items, table rows and fields that are themselves the instruction ("Light: 10–15 mg")."""

from __future__ import annotations

from claimlint.language.dose_context import DOSE_WORDS, STACK_WORDS, STUDY_WORDS, Place
from claimlint.language.dose_grammar import ACTIVITY, COUNT, MASS, VOLUME, is_article_only
from claimlint.language.dose_words import (
    BEYOND,
    DOSE_NOUNS,
    INGESTING,
    MAY_OPEN,
    NAMED_DOSES,
    NO_DOSE_LABELS,
    NUTRIENTS,
    REPORTED,
    SIZES,
    STRENGTHS,
    TOXIC,
    TYPICAL,
    VITAMINS,
)
from claimlint.language.grammar import AUXILIARIES
from claimlint.lazy import lazy

SHORT = 14
"""A list item, row or fragment of at most this many words can be a bare "substance amount" entry."""
BARE = 5
"""An entry of at most this many words is nothing but the amount (or two of them) and what it is of."""
ENTRIES = ("item", "row", "cell")
TIME_COLUMN = lazy(
    r"[|\s*_]{0,6}(?:day|days|week|weeks|month|time|when|phase|stage|step|date|morning|evening|age|weight)\b"
)
"""The first column of a schedule."""
TIMED_COLUMN = lazy(r"[|\s*_]{0,4}(?:w|wk|week|weeks|day|days|month|months)\s?\d")
"""A column of a schedule: "W1-4"."""
SCHEDULE = lazy(r"\b(?:titrat\w{1,4}|dos(?:ing|age|e))\s(?:\w{3,10}\s)?(?:schedule|protocol|plan|chart|guide)\b")
"""What says that a table is to be followed, though trials stand behind it."""
PATIENTS = frozenset(
    "adult adults child children kid kids teen teens teenagers infants toddlers seniors elderly".split()
)
"""The labels of a leaflet: "Adults: 2 tablets"."""
NUTRITION_FACTS = lazy(r"\b(?:calories|kcal|kilojoules|saturated fat|trans fat|cholesterol|total fat|net carbs)\b")
"""What stands beside an amount on a food's label."""
GROCERIES = lazy(
    r"\b(?:tbsp|tsp|cups?|flour|sugar|honey|lemons?|oranges?|olive oil|butter|milk|pepper|eggs?|onions?"
    r"|garlic cloves?|chopped|grated|sliced|oats?|tomatoes|"
    r"apples?|carrots?|yog(?:h)?urt|natto|gouda|cheese|yolks?|spinach|kale|sauerkraut|broccoli|beans|nuts"
    r"|salmon|sardines|beef|chicken|cinnamon|walnuts|broth|rice|pasta|potatoes)\b"
)
OPENERS = MAY_OPEN | SIZES | TYPICAL | DOSE_NOUNS
"""What may stand before the amount of an entry."""
Found = tuple[str, int]
NOTHING: Found = ("", 0)


def entry(here: Place) -> Found:
    """A list item, table row or fragment that is itself the instruction: "Magnesium glycinate 400 mg at night"."""
    text, setting, words = here.text, here.setting, here.words
    start, count = text.unit.start, len(text.tokens)
    if text.block.kind == "heading" or text.ends_with("?"):
        return NOTHING
    if not NO_DOSE_LABELS.isdisjoint(setting.label.split()) or BEYOND & set(here.before_words[-1:]):
        return NOTHING
    listed = text.block.kind in ENTRIES or (bool(setting.label) and here.amount.start - setting.label_end <= 3)
    fragment = not any(word in AUXILIARIES for word in words)
    opens_clause = here.at == 0 and bool(setting.label) and here.timed()
    if not listed and not opens_clause and not _opens_entry(here):
        # A sentence with a verb of its own is no entry. Verbs are too many to list: what opens the line counts.
        return NOTHING
    frequent = here.timed() or (here.frequent() and count <= SHORT)
    if (here.any(REPORTED) and not fragment) or (is_article_only(here.amount) and not here.timed()):
        return NOTHING
    if setting.cooking and not setting.dose and not frequent:
        return NOTHING
    value: Found = ("row" if listed else "label", start)
    if setting.dose and not setting.study and (listed or fragment) and (count <= SHORT or frequent):
        return value
    if (
        frequent
        and not setting.study
        and (listed or (fragment and count <= SHORT and (here.at <= 1 or _names_substance(here))))
    ):
        return value
    if fragment and setting.label and (frequent or listed) and STACK_WORDS.search(setting.label):
        return value
    return value if listed and fragment and count <= SHORT and _bare(here) else NOTHING


def _opens_entry(here: Place) -> bool:
    """Whether only a substance, a route or small words stand between the start of the unit and the amount."""
    start = here.setting.label_end if here.setting.label_end <= here.amount.start else here.text.unit.start
    named = [mark for mark in here.clause.marks if mark.kind in ("health", "route") and mark.value != "food"]
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
    if not setting.stack and _among_foods(here):
        return False
    named = any(not word[0].isdigit() for word in here.words)
    if here.any(NUTRIENTS):
        return False
    if not setting.cooking and here.amount.kind != COUNT and len(here.words) <= BARE:
        return True
    return _names_substance(here) or (setting.stack and named)


def _among_foods(here: Place) -> bool:
    """Whether the entries beside it are a shopping list, a recipe or the nutrition facts of a food."""
    document, block = here.text.document, here.text.block
    spans = [(here.text.unit.start, here.text.unit.end)]
    for i in range(max(0, block.index - 4), min(len(document.blocks), block.index + 5)):
        other = document.blocks[i]
        if i != block.index and other.group == block.group:
            spans.append((other.start, other.end))
    lower = here.text.lower
    return any(GROCERIES.search(lower, start, end) or NUTRITION_FACTS.search(lower, start, end) for start, end in spans)


def _names_substance(here: Place) -> bool:
    return here.setting.label in VITAMINS or "health:substance" in here.text.kinds


def in_dose_column(here: Place) -> bool:
    """Whether the amount stands in a column of doses ("| Very high | 25 mg+ | strong intoxication |"), or in one of a
    substance in a table of times ("| Day | Melatonin |" above "| +2 | 3 mg |")."""
    header = here.setting.header
    if header is None:
        return False
    above, _, heads = here.setting.around.rpartition(" \n ")
    heads = heads.replace("evidence", "")  # a column of evidence beside the doses makes no study of them
    if STUDY_WORDS.search(f"{above} {heads}") and SCHEDULE.search(above) is None:
        return False
    for (start, end), (head_start, head_end) in zip(here.text.block.cells, header.block.cells, strict=False):
        if start <= here.amount.start < end:
            head = here.text.lower[head_start:head_end]
            if DOSE_WORDS.search(head):
                return TOXIC.isdisjoint(head.split())
            if here.amount.unit in ("mg", "mcg", "ml") and TIMED_COLUMN.match(head):
                return not here.setting.nutrition
            timed = TIME_COLUMN.match(here.text.lower, header.unit.start, header.unit.end) is not None
            given = any(head_start <= mark.start < head_end for mark in header.of("health:substance"))
            return timed and given and here.amount.kind in (MASS, ACTIVITY, COUNT) and not here.setting.nutrition
    return False


def is_dose_field(here: Place) -> bool:
    """Whether the run-in label or first cell makes the amount a dose field."""
    label, setting = here.setting.label, here.setting
    words = label.replace("/", " ").replace("(", " ").replace(")", " ").split()
    other = not NO_DOSE_LABELS.isdisjoint(words) and NAMED_DOSES.isdisjoint(words)
    if other or BEYOND & set(here.before_words[-1:]):
        return False
    if any(word in DOSE_NOUNS for word in words) and len(words) <= 6:
        return True
    if ("you" in words and not INGESTING.isdisjoint(words)) or words[:1] == ["if"]:
        return True
    if words[:1] and words[0] in PATIENTS and here.amount.kind == COUNT:
        return True
    if len(words) == 1 and words[0] in STRENGTHS and here.amount.kind in (MASS, VOLUME, ACTIVITY, COUNT):
        return True
    if any(mark.start < setting.label_end for mark in here.marked("route")) and len(words) <= 3:
        return True
    return setting.dose and not setting.study and len(words) <= 6
