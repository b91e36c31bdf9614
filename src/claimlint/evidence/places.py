"""Places with sources: markers that stand together count as one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimlint.document.model import Block, Document, Unit
from claimlint.evidence.model import Citation, Source
from claimlint.evidence.sources import is_claim_source
from claimlint.evidence.tables import reference_cells
from claimlint.lazy import lazy, words
from claimlint.records import NamedTuple

_WORD = lazy(r"\w")
_BETWEEN = lazy(rf"[\W_]*(?:{words('and also see or et plus via sources? refs?')}\b[\W_]*){{0,3}}", re.IGNORECASE)
_LABELS = words(
    "sources? refs? references? via from study studies paper article adapted_from based_on citations? links? see read",
    "original more data credit doi pmid and by the in on here full further reading info information review",
)
_ANNOUNCES = lazy(rf"[\W_]*(?:{_LABELS}\b[\W_]*){{0,4}}", re.IGNORECASE)
_STOP_BEFORE = lazy(r"[.!?][\s\"”’')*_]{0,3}$")
_BOLD = ("**", "__", "<b", "<strong", "[b]", "[B]")
_BOLD_END = ("**", "__", "</b>", "</strong>", "[/b]", "[/B]")
_TITLE = 100
"""Characters of a title, at most."""
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
        self.cells = frozenset(reference_cells(document))
        self.blocks = self._by_block()

    def covers(self, index: int) -> bool:
        """Whether a citation is a source: not if it is known to point at shops, handles and own pages only."""
        known = self.citations[index].sources
        return not known or any(is_claim_source(self.sources[source]) for source in known)

    def firm(self, index: int) -> bool:
        """Whether a citation is a place of its own, which can close a paragraph; half-named sources are none."""
        citation = self.citations[index]
        if citation.form == "named-body" or (citation.form == "named-study" and not citation.sources):
            return False
        return self.covers(index)

    def own(self) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Each unit with the citations in it that cover it."""
        for unit, indexes in enumerate(self.placed):
            if indexes:
                covering = tuple(index for index in indexes if self.covers(index))
                if covering:
                    yield unit, covering

    def _by_block(self) -> dict[int, list[Place]]:
        runs: dict[int, list[list[int]]] = {}
        for unit, indexes in zip(self.document.units, self.placed, strict=True):
            for index in indexes:
                if not self.firm(index):
                    continue
                places = runs.setdefault(unit.block, [])
                if places and self._joined(self.citations[places[-1][-1]].end, self.citations[index].start):
                    places[-1].append(index)
                else:
                    places.append([index])
        return {
            block: [Place(self.citations[run[0]].start, self.citations[run[-1]].end, tuple(run)) for run in places]
            for block, places in runs.items()
        }

    def last_of(self, block: Block) -> Place | None:
        """The last place of a block."""
        places = self.blocks.get(block.index)
        return places[-1] if places else None

    def ends(self, place: Place, block: Block) -> bool:
        """Whether nothing but punctuation follows a place in its block."""
        return not _WORD.search(self.document.prose, place.end, block.end)

    def closes(self, place: Place, block: Block) -> bool:
        """Whether a place at the end of a block speaks for all of it. A bare "[here]" stands for the words that it is
        tied to: inside the last sentence it speaks for that sentence alone."""
        if any(self.citations[index].form != "lost-link" for index in place.citations):
            return True
        return self.after_full_stop(place, block, closed=False)

    def is_bare(self, place: Place) -> bool:
        """Whether a place begins with a web address written out."""
        return self.document.text.startswith(("http://", "https://", "www.", "<http"), place.start)

    def after_full_stop(self, place: Place, block: Block, closed: bool = True) -> bool:
        """Whether the sentence before a place is closed: "… derive. [26]", or (`closed`) "… derive [26]." too."""
        prose = self.document.prose
        if _STOP_BEFORE.search(prose, max(block.start, place.start - 6), place.start):
            return True
        return closed and prose[place.end : block.end].strip(' \t\n)]*_"”’').startswith((".", "!", "?"))

    def is_title(self, block: Block) -> bool:
        """Whether a paragraph is a bold title with a source after it: "**Stretching** [3]"."""
        place = self.last_of(block)
        if place is None or place.start - block.start > _TITLE or not self.document.text.startswith(_BOLD, block.start):
            return False
        title = self.document.text[block.start : place.start].rstrip(" ([:")
        return title.endswith(_BOLD_END) and title.count("*") <= 4

    def only_sources(self, block: Block) -> tuple[int, ...]:
        """The citations of a block that holds nothing else but "Source:" and the like; empty when it holds more."""
        found: tuple[int, ...] = ()
        at = block.start
        for place in self.blocks.get(block.index, ()):
            if not self._announced(at, place.start):
                return ()
            found += place.citations
            at = place.end
        return found if found and not _WORD.search(self.document.prose, at, block.end) else ()

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
