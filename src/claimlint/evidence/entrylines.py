"""Cutting a stretch of text into the entries of a reference list."""

from __future__ import annotations

from collections.abc import Callable

from claimlint.document.model import Block, Document
from claimlint.evidence.entries import label_of
from claimlint.lazy import lazy

_LIST_ID = lazy(r"<(?:li|p|div|span|a)\b[^<>]{0,200}\b(?:id|name)=[\"'][^\"'<>]{0,60}?(\d{1,3})[\"'][^<>]{0,200}>")


class Reference:
    """An entry before it is read: its number or key, the span of all of it, and where its text starts."""

    def __init__(self, label: str, start: int, text_start: int, end: int) -> None:
        self.label = label
        self.start = start
        self.text_start = text_start
        self.end = end


def split_entries(
    document: Document, block: Block, start: int, end: int, like: Callable[[Reference], bool]
) -> list[Reference]:
    """The entries of a stretch: one a labelled line; without labels one, or one a line if each is `like` one."""
    lines = text_lines(document.text, start, end)
    if not lines:
        return []
    if block.kind == "row" and len(block.cells) > 1:
        number = document.prose[slice(*block.cells[0])].strip(" []().\n\t")
        if number.isdigit() and len(number) <= 3:
            return [Reference(number, start, block.cells[1][0], end)]
    entries: list[Reference] = []
    for at, stop in lines:
        entry = _labelled(document, block, at, stop)
        if entry.label or not entries:
            entries.append(entry)
        else:
            entries[-1].end = stop
    if len(entries) == 1 and not entries[0].label and len(lines) > 1:
        single = [Reference("", at, at, stop) for at, stop in lines]
        if all(like(entry) for entry in single):
            return single
    return entries


def text_lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the lines that hold anything."""
    lines: list[tuple[int, int]] = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if text[start:stop].strip():
            lines.append((start, stop))
        start = stop + 1
    return lines


def label_before(document: Document, block: Block) -> tuple[str, int]:
    """The number that the markup before a block gives it: "3." of an ordered list, `id="ref-3"` of an HTML item.

    The second value is where the entry starts then.
    """
    text = document.text
    line = line_start(text, block.start)
    before = text[line : block.start]
    label, length = label_of(before) if before.strip() else ("", 0)
    if label and not before[length:].strip(" \t*_["):
        return label, line
    if block.kind == "item" and "<" in before:
        tag = text.rfind("<li", max(0, block.start - 300), block.start)
        match = _LIST_ID.search(text, tag, block.start) if tag >= 0 else None
        if match:
            return match[1], block.start
    return "", block.start


def line_start(text: str, at: int) -> int:
    """The offset of the first character of the line that holds `at`."""
    return text.rfind("\n", 0, at) + 1


def _labelled(document: Document, block: Block, at: int, stop: int) -> Reference:
    label, skip = label_of(document.text[at : min(stop, at + 80)])
    if not label and at == block.start:
        label, start = label_before(document, block)
        return Reference(label, start, at, stop)
    return Reference(label, at, at + skip, stop)
