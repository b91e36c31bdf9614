"""UTF-8 byte offsets to code points, for a parser that counts bytes."""

from __future__ import annotations

from bisect import bisect_right

from claimlint.lazy import lazy
from claimlint.records import NamedTuple

_WIDE = lazy(rb"[\x80-\xff]+")


class Stretch(NamedTuple):
    """A run of ASCII from byte `low` up to and with byte `high`: a byte offset in it is a code point plus `surplus`."""

    low: int
    high: int
    surplus: int


class ByteOffsets:
    """Turns byte offsets into code points; the text is looked through once, when this is made."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._starts = [-1]
        self._ends = [0]
        self._surplus = [0]
        surplus = 0
        for run in _WIDE.finditer(data):
            start, end = run.span()
            surplus += end - start - len(data[start:end].decode())
            self._starts.append(start)
            self._ends.append(end)
            self._surplus.append(surplus)

    def __call__(self, offset: int) -> int:
        """The code point that begins at byte `offset`."""
        place = bisect_right(self._starts, offset) - 1
        if offset >= self._ends[place]:
            return offset - self._surplus[place]
        start = self._starts[place]
        return start - self._surplus[place - 1] + len(self._data[start:offset].decode())

    def stretch(self, offset: int) -> Stretch:
        """The run of ASCII that begins at or before byte `offset`, so that a reader can count in it by itself."""
        place = bisect_right(self._starts, offset) - 1
        following = self._starts[place + 1] if place + 1 < len(self._starts) else len(self._data)
        return Stretch(self._ends[place], following, self._surplus[place])
