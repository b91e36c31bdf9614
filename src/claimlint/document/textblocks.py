"""Writes the classified lines of a plain text as blocks: paragraphs joined or not, nested lists, rows, quotes."""

from __future__ import annotations

from itertools import pairwise

from claimlint.document.builder import Builder
from claimlint.document.textlines import Line
from claimlint.lazy import lazy
from claimlint.records import NamedTuple

_NARROW = 40
_WIDE = 140
_SLACK = 10
_NOTE = lazy(r" ?\[[a-z][a-z' ]{2,60}\]")
_ENDINGS = ".!?:;”\"')]…"


class _Level(NamedTuple):
    """An open list level."""

    indent: int
    group: int
    block: int
    style: str


class TextBlocks:
    """One walk over the lines; the open list levels are all it remembers."""

    def __init__(
        self, builder: Builder, lines: list[Line], headings: dict[int, int], cells: dict[int, int], quoted: set[int]
    ) -> None:
        self._builder = builder
        self._lines = lines
        self._headings = headings
        self._cells = cells
        self._quoted = quoted
        self._levels: list[_Level] = []
        self._tables: dict[int, int] = {}
        self._rows = -1

    def write(self) -> None:
        """Write every block."""
        index = 0
        while index < len(self._lines):
            index = self._write_at(index)

    def _write_at(self, index: int) -> int:
        """Write the block that begins with line `index`; returns the line after it."""
        line, builder = self._lines[index], self._builder
        kind = line.kind
        if kind == "blank":
            return index + 1
        if kind != "row":
            self._rows = -1
        if kind in ("rule", "image", "chrome", "hidden", "code"):
            return self._furniture(index)
        if kind == "fence":
            return self._fenced(index)
        if index in self._headings:
            self._levels = []
            start = line.body if line.kind == "hash" else line.start
            builder.blank(line.start, start)
            builder.add("heading", start, line.end, level=self._headings[index], quoted=index in self._quoted)
            return index + 1
        if index in self._cells:
            self._levels = []
            group = self._tables.setdefault(self._cells[index], -1)
            if group < 0:
                group = self._tables[self._cells[index]] = builder.new_group()
            builder.add("cell", line.start, line.end, group=group, quoted=index in self._quoted, whole=True)
            return index + 1
        if kind == "row":
            return self._row(index)
        if kind == "quote":
            return self._quote(index)
        if kind in ("bullet", "numbered"):
            return self._item(index)
        return self._paragraph(index)

    def _furniture(self, index: int) -> int:
        line = self._lines[index]
        if line.kind == "image":
            self._builder.region(line.start, line.end, "image")
            self._builder.blank(line.start, line.end)
        elif line.kind == "chrome":
            self._builder.region(line.start, line.end, "chrome")
        elif line.kind in ("hidden", "code"):
            self._builder.region(line.start, line.end, "front-matter" if line.kind == "hidden" else "code")
            self._builder.blank(line.start, line.end)
        else:
            self._builder.blank(line.start, line.end)
        return index + 1

    def _fenced(self, index: int) -> int:
        """Fenced code, to the closing fence or to the end."""
        opening = self._lines[index].text[:3]
        end = index + 1
        while end < len(self._lines) and not self._lines[end].text.startswith(opening):
            end += 1
        last = self._lines[min(end, len(self._lines) - 1)]
        self._builder.region(self._lines[index].start, last.end, "code")
        self._builder.blank(self._lines[index].start, last.end)
        return end + 1

    def _row(self, index: int) -> int:
        """A row of a table drawn with bars."""
        line, builder = self._lines[index], self._builder
        first = self._rows < 0
        if first:
            self._rows = builder.new_group()
        bars = [line.start + i for i, c in enumerate(line.text) if c == "|"]
        if not line.text.strip("|-+: \t="):
            builder.blank(line.start, line.end)
            return index + 1
        cells = tuple((self._cell_start(a), b) for a, b in pairwise(bars))
        ruled = first and index + 1 < len(self._lines) and not self._lines[index + 1].text.strip("|-+: \t=")
        for bar in bars:
            builder.blank(bar, bar + 1)
        builder.add(
            "header" if ruled or builder.text.startswith("[th", line.start) else "row",
            line.start,
            bars[-1] if builder.text[bars[-1]] == "[" else line.end,
            group=self._rows,
            cells=cells,
            quoted=index in self._quoted,
            whole=True,
        )
        return index + 1

    def _cell_start(self, bar: int) -> int:
        """Where a cell's text begins: after its bar, or after the tag that the bar stands for."""
        text = self._builder.text
        return text.find("]", bar) + 1 if text[bar] == "[" else bar + 1

    def _quote(self, index: int) -> int:
        """A run of `>` lines is one quoted block."""
        end = index
        while end < len(self._lines) and self._lines[end].kind == "quote":
            self._builder.blank(self._lines[end].start, self._lines[end].body)
            end += 1
        self._builder.add("paragraph", self._lines[index].body, self._lines[end - 1].end, quoted=True)
        return end

    def _item(self, index: int) -> int:
        line, builder = self._lines[index], self._builder
        builder.blank(line.start, line.body)
        while self._levels and self._levels[-1].indent > line.indent:
            self._levels.pop()
        style = _style(line)
        same = self._levels.pop() if self._levels and self._levels[-1].indent == line.indent else None
        group = same.group if same is not None and same.style == style else builder.new_group()
        last = index
        while last + 1 < len(self._lines) and self._continues_item(last + 1, line):
            last += 1
        block = builder.add(
            "item",
            line.body,
            self._lines[last].end,
            level=len(self._levels) + 1,
            parent=self._levels[-1].block if self._levels else -1,
            group=group,
            quoted=index in self._quoted,
        )
        self._levels.append(_Level(line.indent, group, block, style))
        return last + 1

    def _continues_item(self, index: int, item: Line) -> bool:
        """Whether the line goes on with the item above it: indented under its text, or a wrapped line."""
        line = self._lines[index]
        if line.kind != "text" or index in self._headings or index in self._cells or index in self._quoted:
            return False
        above = self._lines[index - 1]
        if line.indent > item.indent:
            return True
        return line.text[0].islower() and above.text[-1] not in ".!?:"

    def _paragraph(self, index: int) -> int:
        lines = self._lines
        line = lines[index]
        parent = self._levels[-1].block if self._levels and line.indent > self._levels[-1].indent else -1
        if parent < 0:
            self._levels = []
        end = index + 1
        quoted = index in self._quoted
        while end < len(lines) and self._is_plain(end) and (end in self._quoted) == quoted:
            end += 1
        width = max(_wrapped_length(each.text) for each in lines[index:end])
        first = index
        for at in range(index + 1, end + 1):
            if at == end or not self._joins(lines[at - 1], lines[at], width, lines[first]):
                self._builder.add("paragraph", lines[first].start, lines[at - 1].end, parent=parent, quoted=quoted)
                first = at
        return end

    def _is_plain(self, index: int) -> bool:
        known = index in self._headings or index in self._cells
        return not known and self._lines[index].kind in ("text", "section")

    def _joins(self, above: Line, line: Line, width: int, first: Line) -> bool:
        """Whether a line break is only a wrap: the next word would not have fitted, or the sentence visibly goes on.
        A lower-case start says nothing where the author begins every line so."""
        if line.text[0].islower() and above.text[-1] not in ".!?:" and not first.text[0].islower():
            return True
        if not _NARROW <= width <= _WIDE:
            return False
        word = line.text.split(None, 1)[0]
        return len(above.text) + 1 + len(word) >= width - _SLACK


def _wrapped_length(text: str) -> int:
    """How long a line was when it was wrapped: notes such as "[source needed]" come in later."""
    return len(_NOTE.sub("", text)) if "[" in text else len(text)


def _style(line: Line) -> str:
    """What kind of marker the item has: lists of two kinds are two lists."""
    marker = line.text[: max(line.body - line.start, 1)].strip()
    return "1" if marker.strip("().[]").isdecimal() else "a" if marker.strip("().").isalpha() else marker[:1]
