"""Tables whose entries stay packed until they are asked for: a draft uses a few hundred of forty thousand words.

A table is packed into two strings of bytes and a tuple: an index, the entries behind each other in marshal's form, and
the values that several words share. The index holds, at the place of a word's checksum or at the next free one, where
the word's entry starts. Reading a file of such tables costs next to nothing.
"""

from __future__ import annotations

import marshal
from collections import Counter
from collections.abc import Mapping
from typing import Any
from zlib import crc32

Packed = tuple[bytes, bytes, tuple[Any, ...]]
"""Index (where entries start, plus one; zero for a free place), entries (word, number of a shared value or -1, value),
shared values."""

MOST = 20_000
"""So many words are remembered: more than a draft of usual size has, but a process may see a million posts."""

ROOM = 3
"""Places in the index for each word: with fewer, words get in each other's way."""


def packed(entries: Mapping[str, Any]) -> Packed:
    """A mapping of words to plain values (none of them None), packed."""
    from array import array

    forms = {word: marshal.dumps(value, 2) for word, value in entries.items()}  # 2: without references, so comparable
    counts = Counter(forms.values())
    shared: dict[bytes, int] = {}
    index = array("I", bytes(4 * (int(ROOM * len(entries)) + 1)))
    blob = bytearray()
    for word, value in entries.items():
        place = crc32(word.encode("utf-8", "surrogatepass")) % len(index)
        while index[place]:
            place = (place + 1) % len(index)
        index[place] = len(blob) + 1
        form = forms[word]
        number = shared.setdefault(form, len(shared)) if counts[form] > 1 else -1
        blob += marshal.dumps((word, number, value if number < 0 else None))
    return index.tobytes(), bytes(blob), tuple(map(marshal.loads, shared))


class Table(dict[str, Any]):
    """A packed table. `table[word]` is the word's value, None for a word that it does not hold. What was asked for is
    remembered, and is all that the dictionary itself ever holds: iterating over a table tells nothing."""

    __slots__ = ("_entries", "_index", "_values")

    def __init__(self, parts: Packed) -> None:
        super().__init__()
        self._index = memoryview(parts[0]).cast("I")
        self._entries = memoryview(parts[1])
        self._values = parts[2]

    @classmethod
    def of(cls, entries: Mapping[str, Any]) -> Table:
        """A table of these entries."""
        return cls(packed(entries))

    def __missing__(self, word: str) -> Any:
        if len(self) >= MOST:
            self.clear()
        value = self[word] = self._stored(word)
        return value

    def _stored(self, word: str) -> Any:
        index, entries = self._index, self._entries
        place = crc32(word.encode("utf-8", "surrogatepass")) % len(index)
        while start := index[place]:
            key, number, value = marshal.loads(entries[start - 1 :])
            if key == word:
                return value if number < 0 else self._values[number]
            place = (place + 1) % len(index)
        return None

    def get(self, word: str, default: Any = None) -> Any:
        """The word's value, or `default`."""
        value = self[word]
        return default if value is None else value

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self[word] is not None
