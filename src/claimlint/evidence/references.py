"""The lists of references of a draft: under a heading, as footnotes, or as a run of entries without a heading."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from claimlint.document.model import Block, Document
from claimlint.evidence.entries import Link, is_bibliographic, label_of, looks_like_reference, read_entry
from claimlint.evidence.entrylines import Reference, label_before, line_start, split_entries
from claimlint.evidence.lexicon import SourceLexicon
from claimlint.evidence.model import LinkClass, Source
from claimlint.lazy import lazy

_NOT_LETTERS = lazy(r"[^\w&]+")
_NUMBERING = lazy(r"^(?:\d{1,2}(?: \d{1,2}){0,3}|[ivx]{1,4}|appendix|section|chapter|part) ")
_LIST_TAG = lazy(r"<(ol|ul)\b", re.IGNORECASE)
_FOOTNOTE = lazy(r"\[(\^[^\]\s]{1,60})\]:?")
_INLINE = lazy(r"\b(?:References|REFERENCES):?\s{1,3}(\(?1\.?[.)]\s)")
_INLINE_NUMBER = lazy(r"(?<![\w.,–-])\(?(\d{1,3})\.?[.)]\s(?=\S)")
_HEADING_LENGTH = 70
_STARTS = frozenset("[(0123456789¹²³^")
_RUN = 3
_GAP = 2
"""Blocks that may stand between two entries of one numbered list (a stray line, a sub-heading)."""


class ReferenceLists:
    """Every source that the draft writes out, and the stretches of text that are lists."""

    def __init__(self) -> None:
        self.sources: list[Source] = []
        self.spans: list[tuple[int, int]] = []
        self.labels: dict[str, list[tuple[int, int]]] = {}
        """Label -> (start of a list that has it, index in `sources`), in text order."""

    def find(self, label: str, at: int) -> int:
        """The source that a marker `label` at offset `at` means: of the next list that has it, else the last; or -1."""
        listed = self.labels.get(label)
        if not listed:
            return -1
        return listed[min(bisect_right(listed, (at, 1 << 60)), len(listed) - 1)][1]

    def holds(self, at: int) -> bool:
        """Whether an offset lies in a list of references."""
        place = bisect_right(self.spans, (at, 1 << 60)) - 1
        return place >= 0 and at < self.spans[place][1]


def find_references(document: Document, classes: Sequence[LinkClass], lexicon: SourceLexicon) -> ReferenceLists:
    """All reference lists of `document`; `classes` are the classes of its links."""
    return _Finder(document, classes, lexicon).find()


class _Finder:
    def __init__(self, document: Document, classes: Sequence[LinkClass], lexicon: SourceLexicon) -> None:
        self.document = document
        self.text = document.text
        self.classes = classes
        self.lexicon = lexicon
        self.link_starts = [link.start for link in document.links]
        self.lists = ReferenceLists()
        self.inline = _INLINE.search(document.text) is not None if "eferences" in document.text else False

    def find(self) -> ReferenceLists:
        blocks = self.document.blocks
        at = 0
        while at < len(blocks):
            block = blocks[at]
            kind = self._announces(block)
            end = self._read_list(at, kind == "loose") if kind else at
            if end == at and block.kind == "footnote":
                end = self._read_footnotes(at)
            elif end == at and (
                block.kind == "item" or (block.kind != "heading" and self.text[block.start] in _STARTS)
            ):
                end = self._read_run(at)
            if end == at and self.inline:
                self._read_inline(block)
            at = max(end, at + 1)
        self.lists.spans.sort()
        for listed in self.lists.labels.values():
            listed.sort()
        return self.lists

    def _announces(self, block: Block) -> str:
        """Whether a block's first line is the heading of a reference list: "strict", "loose" or ""."""
        if block.kind not in ("heading", "paragraph", "caption", "cell"):
            return ""
        end = self.text.find("\n", block.start, block.end)
        end = block.end if end < 0 else end
        if end - block.start > _HEADING_LENGTH or (
            block.kind != "heading" and " " in self.text[block.start : end].strip("*_# :.")
        ):
            return ""
        words = _NOT_LETTERS.sub(" ", self.document.prose[block.start : end].lower()).strip()
        words = _NUMBERING.sub("", words)
        if words in self.lexicon.headings or words.endswith((" references", " bibliography", " citations")):
            # "Source: https://…" on one line is a line with a source, not the head of a list.
            return "strict" if block.kind == "heading" or not self._holds_link(block.start, end) else ""
        return "loose" if words in self.lexicon.loose_headings and not self._holds_link(block.start, end) else ""

    def _read_list(self, at: int, loose: bool) -> int:
        """Read the list that block `at` announces; the index of the block after it, or `at` when there is none."""
        blocks = self.document.blocks
        head = blocks[at]
        entries: list[Reference] = []
        first_line = self.text.find("\n", head.start, head.end)
        if first_line >= 0:
            entries += self._split(first_line + 1, head.end, head)
        place = at + 1
        gap = 0
        last = at + 1 if entries else at
        while place < len(blocks) and gap <= _GAP:
            block = blocks[place]
            place += 1
            if block.kind == "heading" and block.parent < 0:
                if block.level <= head.level or (head.level in (0, 6) and block.level <= 6):
                    break
                continue
            if entries and block.start < entries[-1].end:
                continue
            found = self._split(block.start, block.end, block)
            if self._belongs(found, entries, block, blocks[place - 2] if place >= 2 else head):
                entries += found
                last = place
                gap = 0
            else:
                gap += 1
                if entries and not entries[-1].label:
                    break
        if not entries or not self._convincing(entries, loose):
            return at
        self._keep(entries, head.start)
        return last

    def _convincing(self, entries: list[Reference], loose: bool) -> bool:
        """Half of the entries look like references, three in five under a heading that is used for much else."""
        if not loose and all(entry.label for entry in entries):
            return True
        good = sum(self._like(entry) for entry in entries)
        return good * 5 >= len(entries) * 3 if loose else good * 2 >= len(entries)

    def _belongs(self, found: list[Reference], entries: list[Reference], block: Block, before: Block) -> bool:
        """Whether a block goes on with the list read so far."""
        if not found or block.quoted:
            return False
        if not entries:
            return True
        if entries[-1].label:
            same_list = block.group >= 0 and block.group == before.group
            return bool(found[0].label) and (same_list or found[0].label != entries[0].label)
        return (block.group >= 0 and block.group == before.group) or all(self._like(entry) for entry in found)

    def _read_footnotes(self, at: int) -> int:
        blocks = self.document.blocks
        entries: list[Reference] = []
        place = at
        while place < len(blocks) and (
            blocks[place].kind == "footnote" or (entries and blocks[place].start < entries[-1].end)
        ):
            block = blocks[place]
            place += 1
            line = line_start(self.text, block.start)
            match = _FOOTNOTE.match(self.text, block.start) or _FOOTNOTE.search(self.text, line, block.start + 80)
            if match is None:
                continue
            start = max(match.end(), block.start)
            entries.append(Reference(match[1], min(match.start(), block.start), start, block.end))
        self._keep(entries, blocks[at].start, only_references=True)
        return place

    def _read_run(self, at: int) -> int:
        """Entries that no heading announces: at least three in a row, each one beyond doubt."""
        blocks = self.document.blocks
        first = blocks[at]
        if not label_of(self.text[first.start : first.start + 60])[0] and not label_before(self.document, first)[0]:
            return at
        entries: list[Reference] = []
        place = at
        while place < len(blocks):
            block = blocks[place]
            if block.kind == "heading" or block.quoted:
                break
            found = self._split(block.start, block.end, block)
            if not found or not all(self._surely(entry, block) for entry in found):
                break
            entries += found
            place += 1
        footnotes = bool(entries) and all(entry.label.startswith("^") for entry in entries)
        bracketed = bool(entries) and place == len(blocks) and all(self.text[entry.start] == "[" for entry in entries)
        if len(entries) >= _RUN or footnotes or bracketed:
            self._keep(entries, entries[0].start)
            return place
        return at

    def _surely(self, entry: Reference, block: Block) -> bool:
        """Whether a labelled line can only be a reference, or a footnote that lost its colon."""
        if not entry.label:
            return False
        if entry.label.startswith("^") and block.kind == "paragraph":
            return self._like(entry)
        return is_bibliographic(self.text[entry.text_start : entry.end])

    def _read_inline(self, block: Block) -> None:
        """A list that runs on in one paragraph: "References 1. Adams … 2. Baker …"."""
        head = _INLINE.search(self.text, block.start, block.end)
        if head is None:
            return
        entries: list[Reference] = []
        for match in _INLINE_NUMBER.finditer(self.text, head.start(1), block.end):
            if int(match[1]) == len(entries) + 1:
                if entries:
                    entries[-1].end = match.start()
                entries.append(Reference(match[1], match.start(), match.end(), block.end))
        if len(entries) >= _RUN:
            self._keep(entries, head.start())

    def _split(self, start: int, end: int, block: Block) -> list[Reference]:
        return split_entries(self.document, block, start, end, self._like)

    def _keep(self, entries: list[Reference], start: int, only_references: bool = False) -> None:
        """Read the entries into sources. A footnote that is no reference stays prose (`only_references`)."""
        if not entries:
            return
        known: set[str] = set()
        ordered = self._ordinals(entries)
        for entry, label in zip(entries, ordered, strict=True):
            index = len(self.lists.sources)
            links = self._links(entry.start, entry.end)
            text = self.text[entry.text_start : entry.end]
            self.lists.sources.append(read_entry(text, label, entry.start, entry.end, links, self.lexicon))
            if label and label not in known:
                known.add(label)
                self.lists.labels.setdefault(label, []).append((start, index))
            if only_references and self._like(entry):
                self.lists.spans.append((entry.start, entry.end))
        if not only_references:
            self.lists.spans.append((start, max(entry.end for entry in entries)))

    def _ordinals(self, entries: list[Reference]) -> list[str]:
        """The labels; an ordered list that writes "1." every time, or none, counts by place."""
        labels = [entry.label for entry in entries]
        if len(entries) > 1 and all(label == "1" for label in labels):
            return [str(at + 1) for at in range(len(entries))]
        start = entries[0].start
        if not any(labels) and "<" in self.text[max(0, start - 60) : start]:
            tags = _LIST_TAG.findall(self.text, max(0, start - 2000), start)
            if tags and tags[-1].lower() == "ol":
                return [str(at + 1) for at in range(len(entries))]
        return labels

    def _like(self, entry: Reference) -> bool:
        text = self.text[entry.text_start : entry.end]
        return looks_like_reference(text, self._holds_link(entry.start, entry.end), self.lexicon)

    def _holds_link(self, start: int, end: int) -> bool:
        place = bisect_left(self.link_starts, start)
        return place < len(self.link_starts) and self.link_starts[place] < end

    def _links(self, start: int, end: int) -> list[Link]:
        first, last = bisect_left(self.link_starts, start), bisect_left(self.link_starts, end)
        return [
            Link(link.target, self.text[link.text_start : link.text_end], link.title, self.classes[at])
            for at, link in enumerate(self.document.links[first:last], first)
        ]
