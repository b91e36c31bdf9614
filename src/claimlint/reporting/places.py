"""Lines and columns as other programs count them.

claimlint counts code points, and a lone carriage return ends a line. Programs that lay a report over a diff know only
the lines of git, which end in a line feed, and count columns in UTF-16 code units (whatever is written in JavaScript,
Java or .NET) or in UTF-8 bytes (reviewdog). A place is counted from the start of its line and not of the draft, and no
text is looked through twice, so that a line of a megabyte with a thousand findings takes no longer than a thousand
lines.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import Literal

from claimlint.document.model import Position
from claimlint.lazy import lazy
from claimlint.project.model import FileResult
from claimlint.records import NamedTuple

Unit = Literal["code points", "utf-16", "utf-8"]
STRIDE = 256
"""Code points from one counted place to the next."""
LINE = lazy(r"\n")


class Span(NamedTuple):
    """Where something begins, and the first place after it."""

    start: Position
    end: Position


class Places:
    """Turns offsets into one draft into lines and columns in some unit, both 1-based."""

    def __init__(self, result: FileResult, unit: Unit, *, of_git: bool = True) -> None:
        """`of_git`: lines as git has them; else a lone carriage return ends a line, too, as editors see it."""
        text = result.text
        self._text = text
        found = of_git and "\r" in text
        self._starts = [0, *(match.end() for match in LINE.finditer(text))] if found else result.line_starts
        self._unit = unit
        self._counted: list[int] = []
        if self._size(text) != len(text):
            pieces = (text[at : at + STRIDE] for at in range(0, len(text), STRIDE))
            self._counted = [0, *accumulate(map(self._size, pieces))]

    def __call__(self, offset: int) -> Position:
        """The place of an offset; `len(text)` is allowed."""
        line = bisect_right(self._starts, offset)
        start = self._starts[line - 1]
        width = self._units(offset) - self._units(start) if self._counted else offset - start
        return Position(line, width + 1)

    def span(self, start: int, end: int) -> Span:
        """The places of both ends of a stretch."""
        return Span(self(start), self(end))

    def _units(self, offset: int) -> int:
        stride = offset // STRIDE
        return self._counted[stride] + self._size(self._text[stride * STRIDE : offset])

    def _size(self, text: str) -> int:
        if self._unit == "code points" or text.isascii():
            return len(text)
        if self._unit == "utf-8":
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text.encode("utf-16-le", "surrogatepass")) // 2
