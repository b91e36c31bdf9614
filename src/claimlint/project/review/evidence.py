"""The evidence of a post: its claims and doses with what covers each, and the sources that it offers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claimlint.evidence.addresses import parse_address
from claimlint.evidence.model import Source
from claimlint.evidence.sources import is_claim_source, is_dose_source, population_of, species_of
from claimlint.language.model import UnitMarks
from claimlint.project.lint import Examination
from claimlint.project.notes import coverage_reason
from claimlint.project.review.model import Claim, Remark, SourceUse

CLAIM = "claim"
DOSE = "dose-instruction"


class DraftEvidence:
    """What a draft offers, sorted once, so that each post of a thread is cut out of it without a look at the others."""

    def __init__(self, examined: Examination) -> None:
        self.document, self.evidence, self.reading = examined.document, examined.evidence, examined.reading
        self.by_place = sorted((source.start, at) for at, source in enumerate(self.evidence.sources))
        self.link_order = sorted((link.start, at) for at, link in enumerate(self.document.links))

    def tables(
        self, start: int, end: int, remarks: Sequence[Remark]
    ) -> tuple[tuple[Claim, ...], tuple[SourceUse, ...]]:
        """The claims and the sources of the post that stands at `start`..`end`."""
        post = _Post(self, start, end, remarks)
        claims = tuple(post.claim(marks) for marks in post.readings() if {CLAIM, DOSE} & marks.kinds)
        return claims, (*post.sources(), *post.other_links())


class _Post:
    def __init__(self, draft: DraftEvidence, start: int, end: int, remarks: Sequence[Remark]) -> None:
        self._draft = draft
        self._start, self._end = start, end
        self._remarks: dict[int, list[int]] = {}
        for remark in remarks:
            self._remarks.setdefault(remark.finding.unit_start, []).append(remark.number)
        self._numbers: dict[int, int] = {}
        """Index into `Evidence.sources` -> number in the post."""
        self._uses: dict[int, int] = {}
        for index in self._sources_here():
            self._number(index)

    def readings(self) -> list[UnitMarks]:
        """The marks of the post's units that were read."""
        units = self._draft.document.units
        first, last = (bisect_left(units, at, key=lambda unit: unit.start) for at in (self._start, self._end))
        return [marks for marks in self._draft.reading.units[first:last] if marks is not None]

    def _sources_here(self) -> list[int]:
        """The sources written down in the post, and those that it cites from elsewhere."""
        citations = self._draft.evidence.citations
        first, last = (bisect_left(citations, at, key=lambda c: c.start) for at in (self._start, self._end))
        cited = {source for citation in citations[first:last] for source in citation.sources}
        return sorted(cited.union(self._within(self._draft.by_place)))

    def _within(self, places: Sequence[tuple[int, int]]) -> list[int]:
        low, high = (bisect_left(places, (at, -1)) for at in (self._start, self._end))
        return [index for _, index in places[low:high]]

    def _number(self, index: int) -> int:
        return self._numbers.setdefault(index, len(self._numbers) + 1)

    def claim(self, marks: UnitMarks) -> Claim:
        """The row of a unit in the evidence table."""
        document, evidence = self._draft.document, self._draft.evidence
        unit = document.units[marks.unit]
        coverage = evidence.coverage[unit.index]
        # Without coverage, what stands in the sentence is told all the same: a seller's page is no source, but named.
        at_hand = coverage.citations if coverage is not None else evidence.unit_citations[unit.index]
        citations = [evidence.citations[at] for at in at_hand]
        indexes = tuple(dict.fromkeys(source for citation in citations for source in citation.sources))
        for index in indexes if coverage is not None else ():
            self._uses[index] = self._uses.get(index, 0) + 1
        return Claim(
            unit.start,
            unit.end,
            document.position(unit.start).line,
            DOSE in marks.kinds,
            coverage_reason(document, evidence, unit.index),
            coverage is not None and all(citation.form == "lost-link" for citation in citations),
            tuple(self._number(index) for index in indexes),
            population_of(evidence, unit.index),
            species_of(evidence, unit.index),
            tuple(self._remarks.get(unit.start, ())),
        )

    def sources(self) -> list[SourceUse]:
        """What the post offers as sources; to be asked for after the claims, which count their uses."""
        sources = self._draft.evidence.sources
        return [self._use(sources[index], number, self._uses.get(index, 0)) for index, number in self._numbers.items()]

    def other_links(self) -> list[SourceUse]:
        """Links of the post that are no source of a claim: sellers above all."""
        known = {self._draft.evidence.sources[index].url for index in self._numbers}
        found: list[SourceUse] = []
        for index in self._within(self._draft.link_order):
            link, kind = self._draft.document.links[index], self._draft.evidence.links[index]
            if link.kind == "chrome" or link.target in known or not parse_address(link.target).host:
                continue
            known.add(link.target)
            text = self._draft.document.text[link.text_start : link.text_end]
            title = "" if text == link.target else text
            source = Source(kind.kind, "unknown", "", title, link.target, "", link.start, link.end)
            found.append(self._use(source, len(self._numbers) + len(found) + 1, 0))
        return found

    def _use(self, source: Source, number: int, uses: int) -> SourceUse:
        return SourceUse(
            number,
            source.kind,
            source.label,
            " ".join(source.title.split()),
            source.url,
            parse_address(source.url).host if source.url else "",
            source.population,
            source.species,
            source.year,
            source.identifiers,
            self._draft.document.position(source.start).line,
            uses,
            is_claim_source(source),
            is_dose_source(source),
        )
