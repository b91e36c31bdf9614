"""Absolute language: which absolute words make a health statement say more than evidence can bear.

LABELLING.md, "absolute-language". Candidates are the words of the list (`rules/lexicons/absolutes.yaml`) and the forms
that grammar shows (`absolute_forms`). Of each, two things are asked: is it the author's own, unlimited claim
(`absolute_scope`, `absolute_voice`), and has it the company that makes it one about health (`absolute_company`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimlint.language.absolute_company import has_company
from claimlint.language.absolute_forms import forms
from claimlint.language.absolute_scope import in_scope, is_excused
from claimlint.language.absolute_words import ANYWHERE, CLOSE, COUNTS, FEW, HEALTH, OF_HEALTH, REPORTED_AS, SAFE_WORDS
from claimlint.language.grammar import FIRST_PERSON
from claimlint.language.model import Mark
from claimlint.language.slots import asks_for_weaker
from claimlint.language.unit import UnitText

OF_PEOPLE = frozenset("cases patients people users men women".split())
MOST = 60
"""More absolute words than any sentence has: what follows them in a unit of a thousand is not looked at."""


def marks(text: UnitText, topics: frozenset[str] = frozenset(), acts: frozenset[str] = frozenset()) -> list[Mark]:
    """The `absolute` marks of a unit; `topics` of the draft: in a health post a sentence need not name health.

    `acts` are the unit's speech acts (`language/speech.py`): advice and one's own story promise less than a statement.
    """
    words = _candidates(text)
    if not words or is_excused(text):
        return []
    places = {token.start: i for i, token in enumerate(text.tokens)}
    kept = in_scope(text, words, places, acts)
    if not kept:
        return []
    healthy = _is_healthy(text, topics)
    found = []
    for mark in kept:
        if mark.value in ANYWHERE:
            sure = _stands_alone(text, mark, healthy)
        else:
            sure = has_company(text, mark, places[mark.start], kept, healthy)
        if sure:
            value = REPORTED_AS.get(mark.value, mark.value)
            found.append(Mark("absolute", mark.start, _span_end(text, mark), value))
    return [mark for mark in _merged(found) if not asks_for_weaker(text.document.prose, mark.end)]


def _candidates(text: UnitText) -> list[Mark]:
    """The absolute words of the unit, mild ones aside, and its absolute forms."""
    words: list[Mark] = []
    if "absolute-word" in text.kinds:
        words = [mark for mark in text.of("absolute-word") if mark.value != "mild"][:MOST]
    words += forms(text)
    if "1" in text.words or "100" in text.words:
        words += _signs(text)
    return words


def _signs(text: UnitText) -> Iterable[Mark]:
    """ "#1", "100 % effective": the word list cannot see the sign."""
    source = text.document.text
    for i, token in enumerate(text.tokens):
        numbered = i == 0 and text.block.kind == "heading"  # "#1 Good for the skin", of a list of reasons
        if token.word == "1" and token.start and source[token.start - 1] == "#" and not numbered:
            yield Mark("absolute-word", token.start, token.end, "superlative")
        elif token.word == "100" and source[token.end : token.end + 3].strip()[:1] == "%":
            after = text.tokens[i + 1] if i + 1 < len(text.tokens) else None
            if after is not None and (after.word in SAFE_WORDS or after.word == "success"):
                yield Mark("absolute-word", token.start, after.end, "booster")
            elif after is not None and after.word == "of" and i + 2 < len(text.tokens):
                of = text.tokens[i + 2]
                if of.word in OF_PEOPLE:
                    yield Mark("absolute-word", token.start, of.end, "universal")


def _stands_alone(text: UnitText, mark: Mark, healthy: bool) -> bool:
    """Whether a word that is absolute anywhere stands in a health statement."""
    if text.lower.startswith("never", mark.start) and not FIRST_PERSON.isdisjoint(text.words):
        return False
    named = any(kind in text.kinds for kind in HEALTH if kind.startswith("health"))
    if mark.value == "superlative":
        # In a short sentence of a health draft "the best in the world" may be a soup.
        safe = "claim-phrase:safety" in text.kinds or "safe" in text.words
        return healthy and (len(text.tokens) > FEW or named or safe)
    if mark.value == "universal" and " work" in text.lower[mark.start : mark.end]:
        # "It always works" tells no effect on health by itself, of a program as little as of a pill.
        return healthy and (len(text.tokens) <= FEW or named)
    if mark.value == "total-effect" and (_leaves_out(text, mark) or _counts(text, mark)):
        return False
    near = OF_HEALTH.search(text.lower, mark.start, min(text.unit.end, mark.end + 20))
    return healthy or "health:food" in text.kinds or near is not None


def _leaves_out(text: UnitText, mark: Mark) -> bool:
    """ "The diet eliminates all plant-based foods": what one does not eat is no effect."""
    foods = (food.start for food in text.of("health:food"))
    leaves = text.lower.startswith(("eliminat", "remov", "completely eliminat", "completely remov"), mark.start)
    return leaves and any(0 <= start - mark.end < CLOSE for start in foods)


def _counts(text: UnitText, mark: Mark) -> bool:
    """ "The skyrocketing use of statins", "obesity rates skyrocketed": a market or a statistic."""
    if "rocket" not in text.lower[mark.start : mark.end]:
        return False
    near = (token.word for token in text.tokens if -3 * CLOSE < token.start - mark.start < CLOSE)
    return not COUNTS.isdisjoint(near)


def _is_healthy(text: UnitText, topics: frozenset[str]) -> bool:
    """Whether the unit speaks of health: by its words, or by an effect on the reader or in a draft about health."""
    if any(kind in text.kinds for kind in HEALTH if not kind.startswith("claim")) or _claims_apart(text):
        return True
    reader = any(token.word in ("your", "you") for token in text.tokens)
    if "health:ambiguous" in text.kinds and reader:
        return True
    if "off-topic" in text.kinds:
        return False
    # "It always works" tells no effect on health, of a program as little as of a pill.
    if any(not text.lower.startswith("work", mark.start) for mark in text.of("effect")) and (
        "health" in topics or reader
    ):
        return True
    return "health" in topics and ("claim-phrase" in text.kinds or len(text.tokens) <= FEW)


def _claims_apart(text: UnitText) -> bool:
    """Whether a phrase of efficacy, safety or prevalence stands in the unit that is not the absolute phrase itself."""
    absolute = [mark for mark in text.of("absolute-word") if mark.value != "mild"]
    for kind in ("claim-phrase:efficacy", "claim-phrase:safety", "claim-phrase:prevalence"):
        for mark in text.of(kind):
            if not any(other.start <= mark.start and mark.end <= other.end for other in absolute):
                return True
    return False


def _span_end(text: UnitText, mark: Mark) -> int:
    """A booster is shown with the effect that it boosts."""
    if mark.value not in ("adverb", "booster"):
        return mark.end
    for effect in text.of("effect"):
        if 0 < effect.start - mark.end <= 2:
            return effect.end
    return mark.end


def _merged(found: Sequence[Mark]) -> list[Mark]:
    """Overlapping marks as one, the longest."""
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda m: (m.start, -m.end)):
        if kept and mark.start < kept[-1].end:
            continue
        kept.append(mark)
    return kept
