"""Markdown to a `Document`, from pulldown-cmark's events: every span is the parser's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pyromark

from claimlint.document.builder import Builder, Decoding
from claimlint.document.definitions import mark_definitions
from claimlint.document.frontmatter import front_matter
from claimlint.document.hypertext import HtmlReader
from claimlint.document.inlinehtml import InlineHtml
from claimlint.document.leaf import Leaf
from claimlint.document.leaves import LeafWriter
from claimlint.document.model import Document, LinkKind
from claimlint.document.offsets import ByteOffsets
from claimlint.document.templates import mask
from claimlint.document.threadsigns import may_be_thread

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_MATH
)
_LINK_KINDS: dict[str, LinkKind] = {"Inline": "inline"}
_AUTOLINKS = ("Autolink", "Email")
_PLAIN_STARTS = ("Paragraph", "Item")
_SPANS = ("Strong", "Emphasis", "Strikethrough")
_VISIBLE = re.compile(r"[^\r\n]")


def read_markdown(text: str, gaps: Sequence[tuple[int, int]] = ()) -> Document:
    """The document of a Markdown draft (CommonMark with GFM tables, footnotes, task lists; MDX, Liquid, Hugo).

    `gaps` are blank stretches that the parser must not take for indentation or a hard line break.
    """
    builder = Builder(text)
    start, end = front_matter(text)
    source = _with_tags(text, gaps)
    if end:
        builder.region(start, end, "front-matter")
        source = _VISIBLE.sub(" ", source[:end]) + source[end:]
    lines = [line.strip() for line in source.split("\n")]
    if may_be_thread(lines):
        from claimlint.document.requotes import read_heads  # few drafts are threads

        source = read_heads(builder, source, lines)
    source, regions, notes = mask(source)
    builder.regions += regions
    builder.blanks += [(region.start, region.end) for region in regions]
    data = source.encode("utf-8", "replace")
    if not source.isascii():
        source = data.decode()  # lone surrogates, which the parser does not take, are now question marks
    at = ByteOffsets(data)
    _Reader(builder, source, at, notes).read()
    if "]:" in source:
        mark_definitions(builder, source)
    return builder.finish("markdown", wiki="[[" in source)


def _with_tags(text: str, gaps: Sequence[tuple[int, int]]) -> str:
    """Every gap as an HTML tag of its length: nothing to see, and no white space either."""
    pieces: list[str] = []
    at = 0
    for start, end in gaps:
        pieces += [text[at:start], "<x".ljust(end - start - 1), ">"]
        at = end
    return "".join([*pieces, text[at:]])


class _Reader:
    """Walks the events with one cursor: whatever no text event covers is markup and is blanked."""

    def __init__(self, builder: Builder, source: str, at: ByteOffsets, notes: frozenset[int]) -> None:
        self.builder = builder
        self.source = source
        self.at = at
        self.cursor = 0
        self.silent = 0
        """How many images, code blocks and silent tags are open: their text is not prose."""
        self.leaf = Leaf()
        self.writer = LeafWriter(builder, source, notes)
        self.inline = InlineHtml(builder)
        self.hypertext = HtmlReader(builder)
        self.links: list[tuple[int, str, str, str]] = []
        self.code_start = -1
        self.html = (-1, -1)

    def read(self) -> None:  # noqa: PLR0912
        """Read every event. The one hot loop of the folder: paragraphs, their text and their line ends are dealt with
        in place, and offsets inside a run of ASCII are counted without a call."""
        at, leaf, blanks, decodings = self.at, self.leaf, self.builder.blanks, self.builder.decodings
        low, high, surplus = at.stretch(0)
        value: Any
        for event, span in pyromark.events_with_range(self.source, options=_OPTIONS):
            start, end = span["start"], span["end"]
            if low <= start and end <= high:
                start -= surplus
                end -= surplus
            else:
                if start > high:
                    low, high, surplus = at.stretch(start)
                start, end = at(start), at(end)
            if event.__class__ is str:
                self._line_end(event, end)
                continue
            ((kind, value),) = event.items()  # type: ignore[union-attr]
            if kind == "Text":
                if self.silent:
                    leaf.end = end
                    continue
                if leaf.start < 0:
                    leaf.start = start
                if start > self.cursor:
                    blanks.append((self.cursor, start))
                if end - start != len(value):
                    decodings.append(Decoding(start, end, value))
                self.cursor = leaf.end = end
            elif kind == "Start":
                if value in _PLAIN_STARTS:
                    if leaf.start >= 0:
                        self._write()
                    if value == "Item":
                        self.writer.enter("Item", start)
                else:
                    self._start(value, start)
            elif kind == "End":
                if value == "Paragraph":
                    self._write()
                else:
                    self._end(value, end)
            else:
                self._inline(kind, start, end)
        self._write()
        self.builder.blank(self.cursor, len(self.source))

    def _write(self, heading: bool = False) -> None:
        """The leaf is complete."""
        leaf = self.leaf
        if self.inline.is_open:
            self.silent -= self.inline.reset(leaf.end)
        if leaf.start >= 0:
            if self.cursor > leaf.start or leaf.linked:
                self.writer.write(leaf, heading)
            leaf.clear()

    def _line_end(self, event: str, end: int) -> None:
        if event == "Rule":
            self._write()
        elif self.leaf.start >= 0:
            self.leaf.soft.append(end)
            if event == "HardBreak":
                self.leaf.hard.append(end)

    def _start(self, tag: Any, at: int) -> None:
        detail: Any
        name, detail = (tag, None) if tag.__class__ is str else next(iter(tag.items()))
        leaf = self.leaf
        if name in _SPANS or name in ("Link", "Image"):
            if leaf.start < 0:
                leaf.open(at)
            if name in _SPANS:
                leaf.spans.append((name, at))
                return
            how = "Image" if name == "Image" else detail["link_type"]
            self.links.append((at, detail["dest_url"], detail["title"], how))
            if how == "Image" or how in _AUTOLINKS:
                self.silent += 1
            leaf.linked = leaf.linked or how != "Image"
            return
        self._write()
        if name == "Heading":
            self.writer.level = int(detail["level"][1])
        elif name == "CodeBlock":
            self.code_start = at
            self.silent += 1
        elif name == "HtmlBlock":
            self.html = (-1, -1)
        elif name in ("TableHead", "TableRow"):
            self.writer.open_row(at)
        elif name != "TableCell":
            self.writer.enter(name, at)

    def _end(self, tag: Any, at: int) -> None:
        name = tag if tag.__class__ is str else next(iter(tag))
        leaf = self.leaf
        if name in _SPANS:
            leaf.close_span(at)
        elif name in ("Link", "Image"):
            self._end_link(at)
        elif name == "Heading":
            self._write(heading=True)
        elif name == "CodeBlock":
            self.silent -= 1
            self.builder.region(self.code_start, at, "code")
            leaf.clear()
        elif name == "HtmlBlock":
            self._html_block()
        elif name == "TableCell":
            self.silent -= self.inline.reset(leaf.end) if self.inline.is_open else 0
            self.writer.close_cell(leaf, at)
            leaf.clear()
        elif name in ("TableHead", "TableRow"):
            self.writer.close_row("header" if name == "TableHead" else "row", at)
        else:
            self._write()
            self.writer.leave(name)

    def _end_link(self, at: int) -> None:
        start, target, title, how = self.links.pop()
        leaf, builder = self.leaf, self.builder
        if how == "Image":
            self.silent -= 1
            builder.region(start, at, "image")
        elif how in _AUTOLINKS:
            self.silent -= 1
            builder.link(start, at, start + 1, at - 1, target, title, "autolink")
            builder.region(start, at, "url")
            builder.marker(start, at)
        else:
            inner = min(max(leaf.end, start + 1), at)
            target = target or builder.text[inner + 2 : at - 1].strip()
            builder.link(start, at, start + 1, inner, target, title, _LINK_KINDS.get(how, "reference"))
            builder.region(inner, at, "url")
        leaf.end = at

    def _inline(self, kind: str, start: int, end: int) -> None:
        """Code, math, footnote references, task markers and HTML."""
        leaf = self.leaf
        if kind == "Html":
            self.html = (start if self.html[0] < 0 else self.html[0], end)
            return
        if kind == "TaskListMarker":
            return
        if leaf.start < 0:
            leaf.open(start)
        leaf.end = end
        if kind == "FootnoteReference":
            self.builder.blank(self.cursor, start)
            self.cursor = end
        elif kind == "InlineHtml":
            self.silent += self.inline.tag(start, end, leaf)
        elif self.silent == 0:
            self.builder.region(start, end, "code")

    def _html_block(self) -> None:
        start, end = self.html
        if start < 0:
            return
        self.builder.blank(self.cursor, start)
        self.hypertext.read(start, end, parent=self.writer.item, quoted=self.writer.quoted)
        self.cursor = end
        self.leaf.clear()
