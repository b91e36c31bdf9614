"""The line of the draft that a finding is in, cut to fit, with the words underlined by carets."""

from __future__ import annotations

from typing import NamedTuple

from claimlint.reporting.terminal import char_width, escape

TAB = "    "
CUT = "…"
REACH = 4
"""How many characters are looked at for each column: enough for text full of combining marks, and a bound for a
line of a megabyte."""


class Excerpt(NamedTuple):
    """Two lines for a terminal, with no line break and nothing a terminal would obey."""

    source: str
    carets: str


class _Cell(NamedTuple):
    """A character as shown, and how wide that is."""

    shown: str
    columns: int


def excerpt(line: str, start: int, end: int, columns: int, *, more: bool = False) -> Excerpt:
    """The words `line[start:end]` in their line, in at most `columns` columns.

    `more` says that they go on in the next line. A line that is too long is cut round the words; words that are too
    long themselves are shown from their start.
    """
    columns = max(columns, 8)
    low, high = max(0, start - REACH * columns), min(len(line), start + REACH * columns)
    cells = [_cell(char) for char in line[low:high]]
    first, last = start - low, max(min(end, high) - low, start - low)
    left, right = _window(cells, first, last, columns, cut_left=low > 0, cut_right=high < len(line))
    while left < first and cells[left].shown.isspace() and not (low > 0 and left == 0):
        left += 1
    before = CUT if (low > 0 or left > 0) and line[: low + left].strip() else ""
    after = CUT if (high < len(line) or right < len(cells)) and line[low + right :].strip() else ""
    source = before + "".join(cell.shown for cell in cells[left:right]) + after
    indent = len(before) + sum(cell.columns for cell in cells[left:first])
    underlined = max(sum(cell.columns for cell in cells[first : min(last, right)]), 1)
    goes_on = CUT if more and not after else ""
    return Excerpt(source + goes_on, " " * indent + "^" * (underlined + (last > right) + len(goes_on)))


def _cell(char: str) -> _Cell:
    if char == "\t":
        return _Cell(TAB, len(TAB))
    if " " <= char <= "~":
        return _Cell(char, 1)
    shown = escape(char)
    return _Cell(shown, len(shown) if shown != char else char_width(char))


def _window(
    cells: list[_Cell], first: int, last: int, columns: int, *, cut_left: bool, cut_right: bool
) -> tuple[int, int]:
    """Which cells to show: all when they fit, else the words with as much on either side as there is room for."""
    if not cut_left and not cut_right and sum(cell.columns for cell in cells) <= columns:
        return 0, len(cells)
    room = columns - 2 * len(CUT)
    right = first
    while right < last and cells[right].columns <= room:
        room -= cells[right].columns
        right += 1
    if right < last:
        return first, right
    left, share = first, room // 2
    while left > 0 and cells[left - 1].columns <= share:
        left -= 1
        share -= cells[left].columns
        room -= cells[left].columns
    while right < len(cells) and cells[right].columns <= room:
        room -= cells[right].columns
        right += 1
    while left > 0 and cells[left - 1].columns <= room:
        left -= 1
        room -= cells[left].columns
    while left < first and cells[left].columns == 0:  # a mark without its letter would settle on the cut sign
        left += 1
    return left, right
