"""Which citation covers which unit, by the five points and the settled cases of LABELLING.md; nothing else covers."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.document.model import Block, Document, Unit
from claimlint.evidence.model import Citation, Coverage, CoverageReason, Source
from claimlint.evidence.places import Place, Places
from claimlint.evidence.referback import is_caption, is_label_line, refers_back, refers_to_study
from claimlint.evidence.tables import flat_rows

_SOURCE_LINES = 5
"""Lines of sources that may stand between a heading and what they cover; more are a list of links."""
_COVERED_BLOCKS = ("paragraph", "item", "footnote")


def cover(
    document: Document, citations: Sequence[Citation], sources: Sequence[Source], placed: Sequence[tuple[int, ...]]
) -> tuple[Coverage | None, ...]:
    """One coverage a unit; `placed` holds the citations that stand in each unit."""
    if not citations:
        return (None,) * len(document.units)
    return _Cover(document, citations, sources, placed).cover()


class _Cover:
    def __init__(
        self,
        document: Document,
        citations: Sequence[Citation],
        sources: Sequence[Source],
        placed: Sequence[tuple[int, ...]],
    ) -> None:
        self.document = document
        self.blocks = document.blocks
        self.units: list[list[Unit]] = [[] for _ in document.blocks]
        for unit in document.units:
            if unit.block >= 0:
                self.units[unit.block].append(unit)
        self.citations = citations
        self.sources = sources
        self.places = Places(document, citations, sources, placed)
        self.found: list[Coverage | None] = [None] * len(document.units)
        self.groups: dict[int, Coverage] = {}
        """Coverage of a whole list or table, by its group."""
        self.children: dict[int, Coverage] = {}
        """Coverage of everything in a parent item."""

    def cover(self) -> tuple[Coverage | None, ...]:
        for index, own in self.places.own():
            self.found[index] = Coverage("own", own)
        for index, places in self.places.blocks.items():
            self._paragraph(self.blocks[index], places)
        self._tables()
        for block in self.blocks:
            self._from_above(block)
        if self.groups:
            for block in self.blocks:
                self._inherit(block)
        self._continue()
        return tuple(self.found)

    def _set(self, units: Sequence[Unit], reason: CoverageReason, citations: tuple[int, ...]) -> None:
        for unit in units:
            if self.found[unit.index] is None:
                self.found[unit.index] = Coverage(reason, citations)

    # -- inside one block ---------------------------------------------------------------------------------------

    def _paragraph(self, block: Block, places: Sequence[Place]) -> None:
        """Point 2, and the label line."""
        if block.kind not in _COVERED_BLOCKS:
            return
        units = self.units[block.index]
        if len(places) == 1:
            if self.places.ends(places[0], block) and self.places.closes(places[0], block):
                self._set(units, "paragraph-end", places[0].citations)
        elif is_label_line(self.document.prose, units):
            self._label_line(units, places)

    def _label_line(self, units: Sequence[Unit], places: Sequence[Place]) -> None:
        """ "Dosing: Women … . Men … . [12,15] Note: … [12]": each sentence leans on the next marker."""
        at = 0
        for unit in units:
            while at < len(places) and places[at].end <= unit.start:
                at += 1
            if at < len(places):
                self._set([unit], "label-line", places[at].citations)

    def _tables(self) -> None:
        """Point 5: the row's reference cell, a header or a caption with a source."""
        flat: dict[int, list[Block]] = {}
        for block in self.blocks:
            if block.kind == "cell":
                flat.setdefault(block.group, []).append(block)
            elif block.kind in ("header", "caption") and block.group >= 0:
                place = self.places.last_of(block)
                if place is not None:
                    self.groups.setdefault(block.group, Coverage("table", place.citations))
            elif block.kind == "row":
                self._caption_below(block)
                for unit in self.units[block.index]:
                    own = self.found[unit.index]
                    if own is not None and self.places.in_reference_cell(unit):
                        self.found[unit.index] = own._replace(reason="table")
        for cells in flat.values():
            for row in flat_rows(self.document, cells):
                place = self.places.last_of(row[-1])
                if place is not None:
                    for cell in row:
                        self._set(self.units[cell.index], "table", place.citations)

    def _caption_below(self, row: Block) -> None:
        """A caption that stands under the last row: "Table 1. … from [1-11].", "Source: …"."""
        after = self.blocks[row.index + 1] if row.index + 1 < len(self.blocks) else None
        if after is None or after.kind not in ("paragraph", "caption") or row.group in self.groups:
            return
        place = self.places.last_of(after)
        if place is not None and is_caption(self.document.prose, after.start, after.end):
            self.groups[row.group] = Coverage("table", place.citations)

    # -- from the block above -----------------------------------------------------------------------------------

    def _from_above(self, block: Block) -> None:
        """Point 3 and the source line: what stands directly above a list, table or paragraph."""
        if block.kind in ("heading", "caption") or block.quoted:
            return
        if block.group >= 0:
            if block.group in self.groups or (block.index and self._before_in_group(block)):
                return
        elif block.kind not in _COVERED_BLOCKS:
            return
        coverage = self._above(block)
        if coverage is None:
            return
        if block.group >= 0:
            self.groups[block.group] = coverage
        else:
            self._set(self.units[block.index], coverage.reason, coverage.citations)

    def _before_in_group(self, block: Block) -> bool:
        """Whether an earlier block belongs to the same list or table."""
        above = self._previous(block)
        return above is not None and above.group == block.group

    def _above(self, block: Block) -> Coverage | None:
        above = self._previous(block)
        if above is None or above.quoted:
            return None
        if above.index == block.parent:
            return self._lead_in(above) if block.group >= 0 else None
        if above.kind == "heading":
            return self._of_heading(above) or self._source_line(self._previous(above))
        if above.kind != "paragraph":
            return None
        if block.kind in ("row", "header") and is_caption(self.document.prose, above.start, above.end):
            place = self.places.last_of(above)
            return Coverage("table", place.citations) if place is not None else None
        lead = self._lead_in(above) if block.group >= 0 or self.places.is_title(above) else None
        return lead or self._source_line(above)

    def _previous(self, block: Block) -> Block | None:
        """The block before that stands beside `block`, or the item that holds it; not one nested in a neighbour."""
        if not block.index:
            return None
        above = self.blocks[block.index - 1]
        while above.parent >= 0 and block.parent not in (above.parent, above.index):
            above = self.blocks[above.parent]
        return above if self._in_one_post(above.start, block.start) else None

    def _in_one_post(self, first: int, second: int) -> bool:
        """Whether two places belong to one author: nobody's source covers what somebody else says in a thread."""
        posts = self.document.posts
        return not posts or self.document.post_index(first) == self.document.post_index(second)

    def _of_heading(self, heading: Block) -> Coverage | None:
        place = self.places.last_of(heading)
        if place is None or not self.places.ends(place, heading):
            return None
        return Coverage("heading", place.citations)

    def _lead_in(self, above: Block) -> Coverage | None:
        """The source at the end of a list's lead-in: a sentence that goes on, with a colon or no full stop."""
        place = self.places.last_of(above)
        if place is None or not self.places.ends(place, above) or self.places.after_full_stop(place, above):
            return None
        if self.places.is_bare(place) and not self.document.prose[place.end : above.end].lstrip().startswith(":"):
            return None  # an address on a line of its own leads into nothing
        return Coverage("lead-in", place.citations)

    def _source_line(self, line: Block | None) -> Coverage | None:
        """A line that holds only sources, directly under a heading or the title."""
        citations: tuple[int, ...] = ()
        lines = 0
        while line is not None and line.kind == "paragraph" and not line.quoted:
            found = self.places.only_sources(line)
            lines += 1
            if not found or lines > _SOURCE_LINES:
                return None
            citations = found + citations
            line = self._previous(line)
        if not citations or (line is not None and line.kind != "heading"):
            return None
        # A video alone under a title is what the post shows, not where its claims come from.
        kinds = {self.sources[at].kind for citation in citations for at in self.citations[citation].sources}
        return None if kinds == {"video"} else Coverage("source-line", citations)

    def _inherit(self, block: Block) -> None:
        """Hand a list's coverage to its blocks and to what is nested in them."""
        coverage = self.groups.get(block.group) if block.group >= 0 else None
        if coverage is None and block.parent >= 0 and block.kind != "heading":
            coverage = self.children.get(block.parent)
        if coverage is None:
            return
        self.children[block.index] = coverage
        if block.kind != "heading":
            self._set(self.units[block.index], coverage.reason, coverage.citations)

    # -- from the unit before -----------------------------------------------------------------------------------

    def _continue(self) -> None:
        """Point 4: a unit that refers back to the covered unit directly before it."""
        prose = self.document.prose
        before: Unit | None = None
        for unit in self.document.units:
            covered = self.found[before.index] if before is not None else None
            if before is not None and covered is not None and self.found[unit.index] is None:
                near = self._near(before, unit)
                if near and (
                    refers_to_study(prose, unit.start, unit.end)
                    or (near == "close" and refers_back(prose, unit.start, unit.end))
                ):
                    self.found[unit.index] = Coverage("continuation", covered.citations)
            before = unit

    def _near(self, before: Unit, unit: Unit) -> str:
        """ "close" in one paragraph or one list, "next" in neighbouring paragraphs, "" across a heading."""
        if before.block == unit.block:
            return "close"
        first, second = self.blocks[before.block], self.blocks[unit.block]
        if not self._in_one_post(before.start, unit.start):
            return ""
        if "heading" in (first.kind, second.kind) or first.quoted != second.quoted:
            return ""
        if first.kind == second.kind == "item" and first.group == second.group:
            return "close"
        return "next" if first.kind in _COVERED_BLOCKS and second.kind in _COVERED_BLOCKS else ""
