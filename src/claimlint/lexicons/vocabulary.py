"""Everything that the lexicons say of a word, found in one look-up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from claimlint.lexicons.table import MOST, Packed, Table, packed
from claimlint.records import NamedTuple

WILDCARDS = ("*", "...")
"""In a phrase, `*` stands for one word and `...` for up to three."""

Pairs = tuple[tuple[str, str], ...]
"""(mark kind, value) pairs."""

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str, str], ...]]
"""Second word of a phrase or wildcard -> (all words but the first, mark kind, value), longest first."""


class Entry(NamedTuple):
    """What the lexicons say of a word; a word of which they say nothing has no entry."""

    pairs: Pairs
    phrases: Phrases | None
    """The phrases that the word begins, None for most words."""
    open_to: frozenset[str]
    """Where one of these words stands in the unit, a phrase with a wildcard may follow; empty where none begins so."""
    parts: tuple[tuple[int, int, Pairs], ...]
    """Of a compound that no list holds ("stress-reducing", "ashwagandha's"): start and end of each part that one does,
    counted from the start of the word."""


class Vocabulary(dict[str, Entry | None]):
    """`vocabulary[word]` is the entry of a lower-cased word, or None; entries are made when first asked for."""

    __slots__ = ("_table",)

    def __init__(self, parts: Packed) -> None:
        super().__init__()
        self._table = Table(parts)

    def __missing__(self, word: str) -> Entry | None:
        if len(self) >= MOST:
            self.clear()
        entry = self[word] = self._entry(word)
        return entry

    def _entry(self, word: str) -> Entry | None:
        pairs, phrases = self._table[word] or ((), None)
        parts = () if pairs else tuple(self._parts(word))
        if not pairs and not phrases and not parts:
            return None
        return Entry(pairs, phrases, frozenset(_needed(word, phrases)) if phrases else frozenset(), parts)

    def _parts(self, word: str) -> Iterator[tuple[int, int, Pairs]]:
        start = 0
        for part in re.split("[-']", word) if "-" in word or "'" in word else ():
            pairs, _ = self._table[part] or ((), None)
            if pairs:
                yield start, start + len(part), pairs
            start += len(part) + 1


def packed_vocabulary(words: Mapping[str, Any], phrases: Mapping[str, Any]) -> Packed:
    """The words and phrases that `build_lexicons` has gathered, packed for `Vocabulary`."""
    return packed({word: (words.get(word, ()), phrases.get(word)) for word in {**words, **phrases}})


def _needed(head: str, phrases: Phrases) -> Iterator[str]:
    """For each phrase with a wildcard behind its first word, the last of its plain words."""
    for wildcard in WILDCARDS:
        for rest, _, _ in phrases.get(wildcard, ()):
            yield next((word for word in reversed(rest) if word not in WILDCARDS), head)
