"""UTF-8 byte offsets to code points, for a parser that counts bytes."""

from __future__ import annotations

import re

_WIDE = re.compile(rb"[\x80-\xff]+")


class ByteOffsets:
    """Turns byte offsets into code points in one pass; asking in (nearly) rising order keeps it linear."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._runs = _WIDE.finditer(data)
        self._surplus = 0
        self._start = self._end = self._last = self._point = 0
        self._next()

    def __call__(self, offset: int) -> int:
        """The code point that begins at byte `offset`."""
        if offset < self._last:
            return self._point - len(self._data[offset : self._last].decode())
        while offset >= self._end:
            width = self._end - self._start
            self._surplus += width - len(self._data[self._start : self._end].decode())
            self._next()
        if offset > self._start:
            width = offset - self._start
            self._surplus += width - len(self._data[self._start : offset].decode())
            self._start = offset
        self._last = offset
        self._point = offset - self._surplus
        return self._point

    def _next(self) -> None:
        run = next(self._runs, None)
        self._start, self._end = run.span() if run else (len(self._data) + 1, len(self._data) + 2)
