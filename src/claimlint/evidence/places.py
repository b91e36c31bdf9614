"""Places with sources: markers that stand together count as one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimlint.document.model import Block, Document, Unit
from claimlint.evidence.model import Citation, Source
from claimlint.evidence.sources import is_claim_source
from claimlint.evidence.tables import reference_cells

_WORD = re.compile(r"\w")
_BETWEEN = re.compile(r"[\W_]*(?:(?:and|also|see|or|et|plus|via|source|sources|ref|refs)\b[\W_]*){0,3}", re.IGNORECASE)
_ANNOUNCES = re.compile(
    r"[\W_]*(?:(?:sources?|refs?|references?|via|from|study|studies|paper|article|adapted from|based on|citations?|link|links|see|read|original|more|data|credit|doi|pmid|and|by|the|in|on|here|full|further|reading|info|information|review)\b[\W_]*){0,4}",
    re.IGNORECASE,
)
_STOP_BEFORE = re.compile(r"[.!?][\s\"”’')*_]{0,3}$")
_TOGETHER = 60
"""Characters between two markers of one place; more cannot be punctuation alone."""


class Place(NamedTuple):
    """One stretch of the text where sources stand, and the citations there."""

    start: int
    end: int
    citations: tuple[int, ...]


class Places:
    """The places of a document, asked for by unit and block."""

    def __init__(
        self,
        document: Document,
        citations: Sequence[Citation],
        sources: Sequence[Source],
        placed: Sequence[tuple[int, ...]],
    ) -> None:
        self.document = document
        self.citations = citations
        self.sources = sources
        self.placed = placed
        self.cells = {span: True for span in reference_cells(document)}

    def covers(self, index: int) -> bool:
        """Whether a citation is a source at all: one whose every known source is a shop, a handle or an own page is not."""
        known = self.citations[index].sources
        return not known or any(is_claim_source(self.sources[source]) for source in known)

    def firm(self, index: int) -> bool:
        """Whether a citation is a place of its own, so that it can close a paragraph; half-named sources are not."""
        citation = self.citations[index]
        if citation.form == "named-body" or (citation.form == "named-study" and not citation.sources):
            return False
        return self.covers(index)

    def own(self, unit: int) -> tuple[int, ...]:
        """The citations in a unit that cover it."""
        return tuple(index for index in self.placed[unit] if self.covers(index))

    def of_block(self, block: int, units: Sequence[Unit]) -> list[Place]:
        """The places of a block in order."""
        places: list[Place] = []
        for unit in units:
            for index in self.placed[unit.index]:
                if not self.firm(index):
                    continue
                start, end, *_ = self.citations[index]
                last = places[-1] if places else None
                if last is not None and self._joined(last.end, start):
                    places[-1] = Place(last.start, end, (*last.citations, index))
                else:
                    places.append(Place(start, end, (index,)))
        return places

    def last_of(self, block: int, units: Sequence[Unit]) -> Place | None:
        """The last place of a block."""
        places = self.of_block(block, units)
        return places[-1] if places else None

    def ends(self, place: Place, block: Block) -> bool:
        """Whether nothing but punctuation follows a place in its block."""
        return not _WORD.search(self.document.prose, place.end, block.end)

    def after_full_stop(self, place: Place, block: Block) -> bool:
        """Whether the sentence before a place is closed: "… derive. [26]" or "… derive [26]."; a colon closes nothing."""
        prose = self.document.prose
        if _STOP_BEFORE.search(prose, max(block.start, place.start - 6), place.start):
            return True
        return prose[place.end : block.end].strip(" \t\n)]*_\"”’").startswith((".", "!", "?"))

    def only_sources(self, block: Block, units: Sequence[Unit]) -> tuple[int, ...]:
        """The citations of a block that holds nothing else but "Source:" and the like; empty when it holds more."""
        found: list[int] = []
        at = block.start
        for unit in units:
            for index in self.placed[unit.index]:
                if not self.firm(index):
                    continue
                start, end, *_ = self.citations[index]
                if not self._announced(at, start):
                    return ()
                found.append(index)
                at = end
        if not found or _WORD.search(self.document.prose, at, block.end):
            return ()
        return tuple(found)

    def in_reference_cell(self, unit: Unit) -> bool:
        """Whether a citation of a row stands in the table's reference column."""
        return any(
            start <= self.citations[index].start < end
            for index in self.placed[unit.index]
            for start, end in self.document.blocks[unit.block].cells
            if (start, end) in self.cells
        )

    def _joined(self, start: int, end: int) -> bool:
        return end - start <= _TOGETHER and _BETWEEN.fullmatch(self.document.prose, start, end) is not None

    def _announced(self, start: int, end: int) -> bool:
        return end - start <= _TOGETHER and _ANNOUNCES.fullmatch(self.document.prose, start, end) is not None
