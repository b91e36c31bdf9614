"""Finding the phrases of the table in a unit."""

from __future__ import annotations

from claimlint.records import NamedTuple
from claimlint.rewording.clauses import Words
from claimlint.rewording.phrases import Phrases
from claimlint.rewording.words import DETERMINERS, PREPOSITIONS, is_nounish


class Found(NamedTuple):
    """A phrase of the table in the unit: its words `first` to `last`, its table, and what stands there."""

    first: int
    last: int
    table: str
    value: str
    verb: int = -1
    """The index of the word that `~verb` stands for."""


def phrases_in_span(words: Words, span: tuple[int, int], phrases: Phrases) -> list[Found]:
    """The longest phrases of the table that share a word with the finding, from left to right."""
    inside = [n for n, token in enumerate(words.tokens) if token.start < span[1] and span[0] < token.end]
    if not inside:
        return []
    low, high = inside[0], inside[-1]
    candidates = [f for at in range(max(0, low - 4), high + 1) if (f := _longest(words, at, phrases, low)) is not None]
    candidates.sort(key=lambda f: (-(min(f.last, high) - max(f.first, low)), f.first - f.last, f.first))
    found: list[Found] = []
    for candidate in candidates:
        if all(candidate.last < f.first or f.last < candidate.first for f in found):
            found.append(candidate)
    found.sort()
    return found + (_verb_behind(words, found, phrases) or _emphasis_behind(words, found))


def _emphasis_behind(words: Words, found: list[Found]) -> list[Found]:
    """ "whatsoever" behind "no side effects" only means that none are meant."""
    if not found or words.next_in_clause(found[-1].last) != "whatsoever":
        return []
    return [Found(found[-1].last + 1, found[-1].last + 1, "drop", "whatsoever")]


def _verb_behind(words: Words, found: list[Found], phrases: Phrases) -> list[Found]:
    """The verb that a booster stands before belongs to the finding ("absolutely" of "absolutely destroys")."""
    if not found or found[-1].table != "drop":
        return []
    after = found[-1].last + 1
    if after >= len(words.tokens) or words.broken[after]:
        return []
    verb = _longest(words, after, phrases, after)
    return [verb] if verb is not None and verb.verb >= 0 else []


def _longest(words: Words, at: int, phrases: Phrases, low: int) -> Found | None:
    for length in range(min(phrases.longest, len(words.tokens) - at), 0, -1):
        last = at + length - 1
        if last < low or any(words.broken[at + 1 : last + 1]):
            continue
        found = _look_up(words, at, last, phrases)
        if found is not None:
            return found
    return None


def _look_up(words: Words, first: int, last: int, phrases: Phrases) -> Found | None:
    text = " ".join(words.word(n) for n in range(first, last + 1))
    if text in phrases.swap:
        return Found(first, last, "swap", phrases.swap[text])
    found = _with_gap(words, first, last, phrases) or _with_verb(words, first, last, phrases)
    if found is None and (text in phrases.drop or text in phrases.drop_adjective or text in phrases.predicate):
        return Found(first, last, "drop", text)
    return found


def _with_gap(words: Words, first: int, last: int, phrases: Phrases) -> Found | None:
    """An entry with `*` for one inner word."""
    for gap in range(first + 1, last):
        key = " ".join("*" if n == gap else words.word(n) for n in range(first, last + 1))
        if key in phrases.swap:
            return Found(first, last, "swap", phrases.swap[key].replace("*", words.word(gap)))
    return None


def _with_verb(words: Words, first: int, last: int, phrases: Phrases) -> Found | None:
    """An entry with `~verb`, or a verb of total effect with its particles."""
    for verb in range(first, last + 1):
        reading = words.forms.base_of(words.word(verb))
        if reading is None:
            continue
        before = [words.word(n) for n in range(first, verb)]
        after = [words.word(n) for n in range(verb + 1, last + 1)]
        key = " ".join([*before, "~" + reading[0], *after])
        if key in phrases.swap:
            return Found(first, last, "swap", phrases.swap[key], verb)
        plain = " ".join([reading[0], *after])
        if verb == first and (plain in phrases.level or plain in phrases.other):
            return Found(first, last, "verb", plain, verb)
    return None


def with_conjunction(words: Words, found: Found) -> tuple[int, int]:
    """First and last word to drop with an adjective: "a prescribed and proven remedy" loses its "and" too."""
    before = "" if words.broken[found.first] else words.word(found.first - 1)
    after = words.next_in_clause(found.last)
    if is_nounish(found.value.split(" ")[-1]):
        if before in ("and", "or") and found.first > 1 and is_nounish(words.word(found.first - 2)) and after:
            return found.first - 1, found.last
        if after in ("and", "or") and before in DETERMINERS | PREPOSITIONS:
            return found.first, found.last + 1
    return found.first, found.last
