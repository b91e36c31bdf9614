"""The stretch of inline text that a Markdown reader is in: a paragraph, a heading, a cell, an item's own text."""

from __future__ import annotations


class Leaf:
    """The text being read: where it starts and ends, its line breaks and its outermost emphasised spans."""

    __slots__ = ("bold", "end", "hard", "linked", "soft", "spans", "start")

    def __init__(self) -> None:
        self.start = -1
        self.end = -1
        self.soft: list[int] = []
        """Offsets after line breaks of either kind."""
        self.hard: list[int] = []
        self.spans: list[tuple[str, int]] = []
        self.bold: list[tuple[int, int, str]] = []
        """(start, end, kind) of the closed spans that stand in no other."""
        self.linked = False

    def open(self, start: int) -> None:
        """Begin at `start`."""
        self.clear()
        self.start = self.end = start

    def clear(self) -> None:
        """Forget everything."""
        self.start = self.end = -1
        self.linked = False
        if self.soft:
            self.soft = []
        if self.hard:
            self.hard = []
        if self.spans:
            self.spans = []
        if self.bold:
            self.bold = []

    def close_span(self, end: int) -> None:
        """The innermost open emphasis ends."""
        if self.spans:
            kind, start = self.spans.pop()
            if not self.spans:
                self.bold.append((start, end, kind))
        self.end = end
