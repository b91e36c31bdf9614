"""HTML tags inside a Markdown paragraph."""

from __future__ import annotations

from claimlint.document.builder import Builder
from claimlint.document.htmltokens import attributes, tag_name
from claimlint.document.leaf import Leaf

_SILENT = frozenset("code script style pre kbd samp svg iframe button select ref math textarea".split())
_BOLD = frozenset("b strong".split())
_ITALIC = frozenset("i em".split())


class InlineHtml:
    """Keeps the tags that are open in the current paragraph."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._anchor: tuple[int, int, str, str] | None = None
        self._sup = -1
        self._silent: list[tuple[str, int]] = []

    def tag(self, start: int, end: int, leaf: Leaf) -> int:
        """Read the tag that stands at the span; returns how many silent stretches it opens (1) or closes (-1)."""
        builder, source = self._builder, self._builder.text
        if source.startswith("<!--", start):
            builder.region(start, end, "comment")
            return 0
        name, closing = tag_name(source, start)
        if self._silent:
            if closing and name == self._silent[-1][0]:
                return -self._close_silent(end)
            return 0
        if name in _SILENT and not closing and source[end - 2] != "/":
            self._silent.append((name, start))
            return 1
        builder.region(start, end, "image" if name == "img" else "tag")
        if name == "br":
            leaf.soft.append(end)
            leaf.hard.append(end)
        elif name == "a":
            self._read_anchor(start, end, closing, leaf)
        elif name == "sup":
            if closing and self._sup >= 0 and end - self._sup < 60:
                builder.marker(self._sup, end)
            self._sup = -1 if closing else start
        elif name in _BOLD or name in _ITALIC:
            if closing:
                leaf.close_span(end)
            else:
                leaf.spans.append(("Strong" if name in _BOLD else "Emphasis", start))
        return 0

    def reset(self, at: int) -> int:
        """The paragraph ends at `at`, and with it all that is open; returns the number of silent stretches closed."""
        self._sup = -1
        if self._anchor is not None:
            start, text_start, target, title = self._anchor
            self._anchor = None
            if text_start < at:
                self._builder.link(start, at, text_start, at, target, title, "html")
        return self._close_silent(at) if self._silent else 0

    @property
    def is_open(self) -> bool:
        """Whether any tag waits for its end."""
        return self._anchor is not None or bool(self._silent) or self._sup >= 0

    def _close_silent(self, end: int) -> int:
        name, start = self._silent.pop()
        self._builder.region(start, end, "tag" if name == "ref" else "code")
        if name == "ref":
            self._builder.marker(start, end)
        return 1

    def _read_anchor(self, start: int, end: int, closing: bool, leaf: Leaf) -> None:
        builder = self._builder
        if self._anchor is not None:
            first, text_start, target, title = self._anchor
            builder.link(first, end if closing else start, text_start, start, target, title, "html")
            self._anchor = None
        if not closing:
            values = attributes(builder.text, start, end)
            if "href" in values:
                self._anchor = (start, end, values["href"], values.get("title", ""))
                leaf.linked = True
