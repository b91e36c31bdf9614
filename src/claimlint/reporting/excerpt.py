"""The line of the draft that a finding is in, cut to fit, with the words underlined by carets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from claimlint.records import NamedTuple
from claimlint.reporting.terminal import EVEN, char_width, escape

TAB = "    "
CUT = "…"
REACH = 4
"""How many characters are looked at for each column: enough for text full of combining marks, and a bound for a
line of a megabyte."""


class Excerpt(NamedTuple):
    """Two lines for a terminal, with no line break and nothing a terminal would obey."""

    source: str
    carets: str


class _Shown(NamedTuple):
    """Characters as a terminal shows them."""

    cells: Sequence[str]
    ends: Sequence[int]
    """Before how many columns each cell begins, and where the last one ends."""

    def columns(self, first: int, last: int) -> int:
        """How wide the cells from `first` up to `last` are."""
        return self.ends[last] - self.ends[first]


def excerpt(line: str, start: int, end: int, columns: int, *, more: bool = False) -> Excerpt:
    """The words `line[start:end]` in their line, in at most `columns` columns.

    `more` says that they go on in the next line. A line that is too long is cut round the words; words that are too
    long themselves are shown from their start.
    """
    columns = max(columns, 8)
    low, high = max(0, start - REACH * columns), min(len(line), start + REACH * columns)
    shown = _shown(line[low:high])
    cells = shown.cells
    first, last = start - low, max(min(end, high) - low, start - low)
    left, right = _window(shown, first, last, columns, is_cut=low > 0 or high < len(line))
    while left < first and cells[left].isspace() and not (low > 0 and left == 0):
        left += 1
    before = CUT if (low > 0 or left > 0) and line[: low + left].strip() else ""
    after = CUT if (high < len(line) or right < len(cells)) and line[low + right :].strip() else ""
    source = before + "".join(cells[left:right]) + after
    indent = len(before) + shown.columns(left, first)
    underlined = max(shown.columns(first, max(first, min(last, right))), 1)
    goes_on = CUT if more and not after else ""
    return Excerpt(source + goes_on, " " * indent + "^" * (underlined + (last > right) + len(goes_on)))


def _shown(text: str) -> _Shown:
    if EVEN.fullmatch(text):
        return _Shown(text, range(len(text) + 1))
    cells, widths = zip(*map(_cell, text), strict=True)
    return _Shown(cells, [0, *accumulate(widths)])


@lru_cache(maxsize=4096)
def _cell(char: str) -> tuple[str, int]:
    """A character as it is shown, and how wide that is. Texts are made of few different ones."""
    shown = TAB if char == "\t" else escape(char)
    return shown, char_width(char) if shown == char else len(shown)


def _window(shown: _Shown, first: int, last: int, columns: int, *, is_cut: bool) -> tuple[int, int]:
    """Which cells to show: all when they fit, else the words with as much on either side as there is room for."""
    cells, ends = shown
    if not is_cut and ends[-1] <= columns:
        return 0, len(cells)
    room = columns - 2 * len(CUT)
    right = min(last, bisect_right(ends, ends[first] + room) - 1)
    if right < last:
        return first, right
    room -= shown.columns(first, last)
    left = bisect_left(ends, ends[first] - room // 2)
    right = bisect_right(ends, ends[last] + room - shown.columns(left, first)) - 1
    left = bisect_left(ends, ends[first] - room + shown.columns(last, right))
    while left < first and shown.columns(left, left + 1) == 0:  # a mark without its letter would settle on the cut sign
        left += 1
    return left, right
