"""Collects what a format's reader finds and makes the `Document` of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimlint.document.fieldlines import field_lines, is_field
from claimlint.document.model import (
    Block,
    BlockKind,
    Document,
    Format,
    Link,
    LinkKind,
    Post,
    Quote,
    Region,
    RegionKind,
    Unit,
)
from claimlint.document.sentences import Segment, split
from claimlint.document.webaddresses import Address, addresses, wiki_links
from claimlint.lazy import lazy
from claimlint.records import NamedTuple

_VISIBLE = lazy(r"[^\r\n]")
_NOT_BLANK = lazy(r"[^\s\u200b\ufeff]")
_CITATION_TEXT = lazy(
    r"\[*\^?\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,10}\]*|[¹²³⁰⁴-⁹]{1,4}|[*†‡]"
    r"|[\[(]?(?:here|link|source|sources|ref|study|reference|paper|citation|\d{4})[\])]?",
    re.IGNORECASE,
)

_CITATION_LENGTH = 12
_HALF_LINE = 25
"""Characters a paragraph must have to count as a line that broke off, not as a label."""


class Decoding(NamedTuple):
    """An entity: the stretch it takes in the text and the character(s) it stands for."""

    start: int
    end: int
    character: str


class Builder:
    """The growing document: readers add blocks, links and regions in text order, and blank what is markup."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blanks: list[tuple[int, int]] = []
        self.decodings: list[Decoding] = []
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.regions: list[Region] = []
        self.posts: tuple[Post, ...] = ()
        self.quotes: list[Quote] = []
        self.section = -1
        self._segments: list[Segment] = []
        self._markers: dict[int, int] = {}
        self._groups = -1

    def new_group(self) -> int:
        """A number for one list or table."""
        self._groups += 1
        return self._groups

    def add(
        self,
        kind: BlockKind,
        start: int,
        end: int,
        *,
        level: int = 0,
        parent: int = -1,
        group: int = -1,
        cells: tuple[tuple[int, int], ...] = (),
        quoted: bool = False,
        breaks: Sequence[int] = (),
        title_end: int = 0,
        whole: bool = False,
    ) -> int:
        """Add a block and return its index, or -1 if nothing visible stands in the span.

        `breaks` are offsets that no sentence crosses. `title_end` is where the run-in title of an item ends: the title
        becomes a heading block of its own, standing inside the item. `whole`: one unit, whatever stops stand in it.
        """
        start, end = self._trimmed(start, end)
        if start >= end:
            return -1
        if kind == "paragraph" and not breaks and self._goes_on(start, end, parent, quoted):
            return len(self.blocks) - 1
        index = len(self.blocks)
        self.blocks.append(Block(index, kind, start, end, level, parent, self.section, group, cells, quoted))
        if start < title_end < end:
            inner = self._trimmed(start, title_end)
            self.blocks.append(Block(index + 1, "heading", *inner, 6, index, self.section, quoted=quoted))
            self._segments.append(Segment(*inner, index + 1))
            start = title_end
        for at in breaks or (field_lines(self.text, start, end) if kind in ("paragraph", "item") else ()):
            if start < at < end:
                self._segments.append(Segment(start, at, index))
                start = at
        self._segments.append(Segment(start, end, index, whole))
        if kind == "heading" and not quoted and parent < 0:
            self.section = index
        return index

    def link(
        self, start: int, end: int, text_start: int, text_end: int, target: str, title: str, kind: LinkKind
    ) -> None:
        """Record a link; one whose visible text only cites is kept with the sentence before it."""
        self.links.append(Link(start, end, text_start, text_end, target, title, kind))
        if kind != "chrome" and text_end - text_start <= _CITATION_LENGTH:
            cites = _CITATION_TEXT.fullmatch(self.text, text_start, text_end)
            if cites is not None:
                self.marker(start, end)

    def marker(self, start: int, end: int) -> None:
        """A stretch that is only a citation: directly after a full stop it belongs to the sentence before."""
        self._markers[start] = end

    def region(self, start: int, end: int, kind: RegionKind) -> None:
        """A stretch that is not the author's prose."""
        if start < end:
            self.regions.append(Region(start, end, kind))

    def blank(self, start: int, end: int) -> None:
        """Show spaces in the prose for this stretch."""
        if start < end:
            self.blanks.append((start, end))

    def finish(self, format: Format, *, wiki: bool = False) -> Document:  # noqa: A002
        """The document. `wiki`: also read `[[target|text]]` links."""
        prose = _masked(self.text, self.blanks, self.decodings).replace("\u00a0", " ").replace("\u202f", " ")
        known = len(self.blanks)
        if wiki:
            self._add_addresses(wiki_links(self.text, prose))
            prose = _masked(prose, self.blanks[known:], ())
            known = len(self.blanks)
        self._add_addresses(addresses(self.text, prose))
        if len(self.blanks) > known:
            prose = _masked(prose, self.blanks[known:], ())
        regions = self._all_regions()
        links = sorted(self.links)
        jumps = {r.start: r.end for r in self.regions if r.kind != "quote"}
        units = [
            Unit(index, block, start, end)
            for index, (start, end, block) in enumerate(
                split(self.text, prose, sorted(self._segments), self._markers, jumps, [link.start for link in links])
            )
        ]
        document = Document(
            self.text,
            prose,
            format,
            tuple(self.blocks),
            tuple(units),
            tuple(links),
            regions,
            line_starts(self.text),
        )
        if not self.posts and not self.quotes:
            return document
        from claimlint.document.requotes import settle  # few drafts are threads

        return settle(document, self.posts, self.quotes)

    def _goes_on(self, start: int, end: int, parent: int, quoted: bool) -> bool:
        """Join a paragraph to the one before it when that breaks off in mid-sentence and this goes on in lower case:
        scans and pastes often put a blank line after every line."""
        if not self.blocks or not self.text[start].islower():
            return False
        last = self.blocks[-1]
        if last.kind != "paragraph" or last.end - last.start < _HALF_LINE:
            return False
        if is_field(self.text, start, end) and is_field(self.text, last.start, last.end):
            return False
        if (last.parent, last.quoted) != (parent, quoted):
            return False
        before = self.text[last.end - 1]
        if not (before.isalnum() or before in ",;-–—)'’") or not self.text[last.end : start].isspace():
            return False
        if self._segments[-1].block != last.index or "://" in self.text[max(last.start, last.end - 80) : last.end]:
            return False
        self.blocks[-1] = last._replace(end=end)
        self._segments[-1] = self._segments[-1]._replace(end=end)
        return True

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        text = self.text
        head = _NOT_BLANK.search(text, start, end)
        if head is None:
            return start, start
        while text[end - 1].isspace() or text[end - 1] in "\u200b\ufeff":
            end -= 1
        return head.start(), end

    def _add_addresses(self, found: list[Address]) -> None:
        """Record web addresses written out in the prose, or wiki links."""
        for address in found:
            start, end, text_start, text_end, target, kind, hidden = address
            if kind == "image":
                self.region(start, end, "image")
            else:
                self.link(start, end, text_start, text_end, target, "", kind)
            if not hidden:
                continue
            if text_start > start or text_end < end:
                self.blank(start, text_start)
                self.blank(text_end, end)
                self.region(start, text_start, "url")
                self.region(text_end, end, "url")
            else:
                self.blank(start, end)
                if kind != "image":
                    self.region(start, end, "url")
                    self.marker(start, end)

    def _all_regions(self) -> tuple[Region, ...]:
        """Sorted and disjoint: outer stretches win over inner ones, and quotations take what the others leave."""
        taken = _disjoint(sorted(self.regions, key=lambda r: (r.start, -r.end)))
        quotes = [(b.start, b.end) for b in self.blocks if b.quoted]
        if not quotes:
            return tuple(taken)
        merged: list[Region] = []
        place = 0
        for start, end in quotes:
            while place < len(taken) and taken[place].end <= start:
                merged.append(taken[place])
                place += 1
            at = start
            while place < len(taken) and taken[place].start < end:
                if at < taken[place].start:
                    merged.append(Region(at, taken[place].start, "quote"))
                merged.append(taken[place])
                at = taken[place].end
                place += 1
            if at < end:
                merged.append(Region(at, end, "quote"))
        merged += taken[place:]
        return tuple(_disjoint(merged))


def _masked(text: str, blanks: Sequence[tuple[int, int]], decodings: Sequence[Decoding]) -> str:
    """The text with every blanked stretch shown as spaces and every entity as its character; newlines stay."""
    changes: list[tuple[int, int, str]] = [(start, end, "") for start, end in blanks]
    changes += decodings
    changes.sort()
    pieces: list[str] = []
    at = 0
    for start, end, character in changes:
        if end <= at:
            continue
        begin = start if start > at else at
        pieces.append(text[at:begin])
        hidden = text[begin:end]
        if character and begin == start and len(character) <= end - start:
            pieces.append(character.ljust(end - start))
        elif hidden.isspace():
            pieces.append(hidden)
        elif "\n" in hidden or "\r" in hidden:
            pieces.append(_VISIBLE.sub(" ", hidden))
        else:
            pieces.append(" " * len(hidden))
        at = end
    pieces.append(text[at:])
    return "".join(pieces)


def _disjoint(regions: list[Region]) -> list[Region]:
    kept: list[Region] = []
    last = 0
    for region in regions:
        if region.start >= last:
            kept.append(region)
            last = region.end
        elif region.end > last and kept[-1].kind != "chrome":
            kept.append(region._replace(start=last))
            last = region.end
    return kept


def line_starts(text: str) -> tuple[int, ...]:
    """The offset of every line's first character; `\\n`, `\\r\\n` and a lone `\\r` end a line."""
    starts = [0]
    if "\r" in text:
        starts += [m.end() for m in re.finditer(r"\r\n|\r|\n", text)]
        return tuple(starts)
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return tuple(starts)
