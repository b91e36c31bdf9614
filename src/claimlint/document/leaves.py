"""The leaves of a Markdown tree (paragraphs, headings, items, rows) written as blocks."""

from __future__ import annotations

import re

from claimlint.document.builder import Builder
from claimlint.document.leaf import Leaf
from claimlint.document.model import BlockKind
from claimlint.document.outline import BULLET, hash_heading, is_title_text
from claimlint.lazy import lazy
from claimlint.records import NamedTuple

_CARE = frozenset("*#+-•●◦▪■□○‣∙·➤➢►▶✓✔✅❌✗☑★☆⭐🔹🔸👉–—")
_LITERAL_BOLD = lazy(r"\*\*([^*\n]{1,100}?)[ \t]{0,4}\*\*[ \t]{0,8}(?=[\r\n]|$)")
_TITLE_WORDS = 12
_CLOSERS = "*_ \t"


class _Part(NamedTuple):
    kind: BlockKind
    start: int
    end: int
    level: int = 0


class _Item:
    """An open list item: its own block, once that is written."""

    __slots__ = ("block", "group", "level", "note")

    def __init__(self, group: int, level: int, note: bool) -> None:
        self.block = -1
        self.note = note
        """Not an item at all, but an admonition written as one for the parser's sake."""
        self.group = group
        self.level = level


class LeafWriter:
    """Writes leaves into the builder, knowing the lists, quotes and footnotes that they stand in."""

    def __init__(self, builder: Builder, source: str, notes: frozenset[int] = frozenset()) -> None:
        self.builder = builder
        self._notes = notes
        self.source = source
        self.level = 1
        self._lists: list[int] = []
        self._items: list[_Item] = []
        self._quotes = 0
        self._footnotes = 0
        self._table = -1
        self._row = 0
        self._cells: list[tuple[int, int]] = []

    @property
    def quoted(self) -> bool:
        """Whether the place is inside a block quote."""
        return self._quotes > 0

    @property
    def item(self) -> int:
        """The block of the innermost item that has one, or -1."""
        for item in reversed(self._items[-3:]):
            if item.block >= 0:
                return item.block
        return -1

    @property
    def _in_new_item(self) -> bool:
        """Whether the leaf is the own text of a list item."""
        return bool(self._items) and self._items[-1].block < 0 and not self._items[-1].note

    def _outer_item(self) -> int:
        """The block of the item that the innermost item stands in, or -1."""
        for item in reversed(self._items[-4:-1]):
            if item.block >= 0:
                return item.block
        return -1

    def enter(self, name: str, at: int) -> None:
        """A container opens at `at`."""
        if name == "List":
            self._lists.append(self.builder.new_group())
        elif name == "Item":
            self._items.append(_Item(self._lists[-1], len(self._lists), at in self._notes))
        elif name == "BlockQuote":
            self._quotes += 1
        elif name == "FootnoteDefinition":
            self._footnotes += 1
        elif name == "Table":
            self._table = self.builder.new_group()

    def leave(self, name: str) -> None:
        """A container closes."""
        if name == "List":
            self._lists.pop()
        elif name == "Item":
            self._items.pop()
        elif name == "BlockQuote":
            self._quotes -= 1
        elif name == "FootnoteDefinition":
            self._footnotes -= 1

    def open_row(self, at: int) -> None:
        """A table row begins at `at`."""
        self._cells = []
        self._row = at

    def close_cell(self, leaf: Leaf, at: int) -> None:
        """A cell ends at `at`; an empty one keeps its place."""
        self._cells.append((leaf.start, leaf.end) if leaf.start >= 0 else (at, at))

    def close_row(self, kind: BlockKind, at: int) -> None:
        """The row ends at `at`: one block, one unit."""
        if any(start < end for start, end in self._cells):
            self.builder.add(
                kind,
                self._row,
                at,
                parent=self.item,
                group=self._table,
                cells=tuple(self._cells),
                quoted=self.quoted,
                whole=True,
            )

    def write(self, leaf: Leaf, heading: bool = False) -> None:
        """The leaf as one block, or as several where its lines are bullets or pseudo-headings."""
        start, end = leaf.start, leaf.end
        if heading:
            self.builder.add("heading", start, end, level=self.level, parent=self.item, quoted=self.quoted)
        elif leaf.soft or leaf.bold or self.source[start] in _CARE:
            self._write_parts(leaf)
        else:
            self._write_text(start, end, leaf)

    def _write_text(self, start: int, end: int, leaf: Leaf) -> None:
        """A paragraph, or an item's own text, or a footnote."""
        item = self._items[-1] if self._items else None
        breaks = leaf.hard and [at for at in leaf.hard if start < at < end and not self._goes_on(at)]
        if item is not None and item.block < 0 and not item.note:
            title = self._title_end(start, end, leaf)
            item.block = self.builder.add(
                "item",
                start,
                end,
                level=item.level,
                parent=self._outer_item(),
                group=item.group,
                quoted=self.quoted,
                breaks=breaks,
                title_end=title,
            )
            return
        kind: BlockKind = "footnote" if self._footnotes else "paragraph"
        self.builder.add(kind, start, end, parent=self.item, quoted=self.quoted, breaks=breaks)

    def _goes_on(self, at: int) -> bool:
        """Whether the line after a hard break continues the sentence."""
        return self.source[at : at + 1].islower()

    def _title_end(self, start: int, end: int, leaf: Leaf) -> int:
        """Where the run-in title that opens an item ends, if it is closed by a full stop; otherwise 0."""
        for begin, finish, _ in leaf.bold[:1]:
            if begin != start or finish >= end:
                return 0
            inner = self.source[begin:finish].rstrip(_CLOSERS)
            if inner.endswith(">"):
                inner = inner[: max(inner.rfind("</"), 0)].rstrip(_CLOSERS)
            if len(inner.split()) > _TITLE_WORDS:
                return 0
            if inner.endswith((".", "!", "?")):
                return finish
            if self.source[finish] == "." and self.source[finish + 1 : finish + 2].isspace():
                return finish + 1
        return 0

    def _write_parts(self, leaf: Leaf) -> None:
        if not self._is_bold_at(leaf, leaf.start) and self.source.startswith("**", leaf.start):
            self._mend_bold(leaf)
        item = self._items[-1] if self._in_new_item else None
        parts = self._parts(leaf)
        group = item.group if item else -1
        for kind, start, end, level in parts:
            if kind == "heading":
                self.builder.add("heading", start, end, level=level, parent=self.item, quoted=self.quoted)
            elif kind == "item":
                if group < 0:
                    group = self.builder.new_group()
                self.builder.add(
                    "item",
                    start,
                    end,
                    level=item.level if item else len(self._lists) + 1,
                    parent=self._outer_item() if item else self.item,
                    group=group,
                    quoted=self.quoted,
                    breaks=leaf.hard,
                    title_end=self._title_end(start, end, leaf),
                )
            else:
                labels = self._label_breaks(start, end, leaf)
                if labels:
                    leaf.hard = sorted({*leaf.hard, *labels})
                self._write_text(start, end, leaf)

    def _parts(self, leaf: Leaf) -> list[_Part]:
        """The leaf's lines, gathered into paragraphs, bullets and pseudo-headings."""
        starts = [leaf.start, *(at for at in leaf.soft if at < leaf.end)]
        bullets = self._bullets(starts)
        parts: list[_Part] = []
        ends = [*starts[1:], leaf.end]
        for start, end in zip(starts, ends, strict=True):
            level = self._heading_level(start, end, leaf, first=start == leaf.start)
            if level:
                parts.append(_Part("heading", start, end, level))
            elif start in bullets:
                self.builder.blank(start, bullets[start])
                parts.append(_Part("item", bullets[start], end))
            elif parts and parts[-1].kind != "heading":
                parts[-1] = parts[-1]._replace(end=end)
            else:
                parts.append(_Part("paragraph", start, end))
        return parts

    def _bullets(self, starts: list[int]) -> dict[int, int]:
        """Lines that begin with a bullet Markdown does not know, and where their text starts."""
        found: dict[int, int] = {}
        doubtful = 0
        for start in starts:
            match = BULLET.match(self.source, start)
            if match is not None:
                found[start] = match.end()
                doubtful += match["sure"] is None
        if doubtful == len(found) and doubtful < min(1 if self._in_new_item else 2, len(starts)):
            return {}
        return found

    def _heading_level(self, start: int, end: int, leaf: Leaf, *, first: bool) -> int:
        """6 for a line that is all bold, 1 to 6 for hashes without a space, otherwise 0."""
        source = self.source
        if source[start] == "#":
            level = hash_heading(source, start, end)
            if level:
                self.builder.blank(start, start + level)
            return level
        if self._in_new_item:
            return 0
        for begin, finish, kind in leaf.bold:
            if begin == start and kind == "Strong":
                rest = source[finish:end].strip(" \t\r\n:\\")
                if rest or finish > end or not is_title_text(_without_tags(source[begin:finish])):
                    return 0
                breaks_in = not first and source[max(start - 8, 0) : start].rstrip()[-1:] not in ".!?:*"
                return 0 if breaks_in or source[end : end + 1].islower() else 6
            if begin > start:
                break
        return 0

    def _label_breaks(self, start: int, end: int, leaf: Leaf) -> list[int]:
        """Line starts at which a bold label begins ("**Author:** …"): each is a line of its own."""
        labels = {
            begin
            for begin, finish, kind in leaf.bold
            if kind == "Strong" and ":" in self.source[finish - 4 : finish + 1]
        }
        return [at for at in leaf.soft if start < at < end and at in labels]

    def _is_bold_at(self, leaf: Leaf, start: int) -> bool:
        return bool(leaf.bold) and leaf.bold[0][0] == start

    def _mend_bold(self, leaf: Leaf) -> None:
        """`**Benefits: **` is not bold to CommonMark, but to its author."""
        match = _LITERAL_BOLD.match(self.source, leaf.start, leaf.end)
        if match is not None:
            leaf.bold.insert(0, (match.start(), match.end(), "Strong"))
            self.builder.blank(match.start(), match.start(1))
            self.builder.blank(match.end(1), match.end())


def _without_tags(text: str) -> str:
    return re.sub(r"<[^<>]{0,200}>", "", text) if "<" in text else text
