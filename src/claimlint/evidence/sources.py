"""Questions that rules ask of the evidence."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from claimlint.evidence.model import Citation, Evidence, Population, Source, SourceKind

_NOT_FOR_DOSES: frozenset[SourceKind] = frozenset(
    {"forum", "encyclopaedia", "article", "vendor", "video", "social", "own-site"}
)
_NOT_FOR_CLAIMS: frozenset[SourceKind] = frozenset({"vendor", "social", "own-site"})
_START = attrgetter("start")


def sources_of(evidence: Evidence, unit: int) -> tuple[Source, ...]:
    """The known sources that cover a unit, in the order of their citations; empty when none does or none is known."""
    coverage = evidence.coverage[unit]
    if coverage is None:
        return ()
    indexes = (source for citation in coverage.citations for source in evidence.citations[citation].sources)
    return tuple(evidence.sources[index] for index in dict.fromkeys(indexes))


def citations_in(evidence: Evidence, start: int, end: int) -> tuple[Citation, ...]:
    """The citations that start in a stretch of the text, found without a look at all the others."""
    citations = evidence.citations
    first = bisect_left(citations, start, key=_START)
    return citations[first : bisect_left(citations, end, first, key=_START)]


def is_dose_source(source: Source) -> bool:
    """Whether LABELLING.md lets a source of this kind carry a dose: not a thread, wiki, blog, shop or video."""
    return source.kind not in _NOT_FOR_DOSES


def is_claim_source(source: Source) -> bool:
    """Whether a source of this kind covers a claim at all: a shop, a social handle or the site's own page does not."""
    return source.kind not in _NOT_FOR_CLAIMS


def population_of(evidence: Evidence, unit: int) -> Population:
    """Whom the sources of a unit studied by their titles; animals or cells only if all that tell agree."""
    known = {source.population for source in sources_of(evidence, unit)} - {"unknown"}
    if not known:
        return "unknown"
    if len(known) == 1:
        return known.pop()
    return "animal" if known <= {"animal", "cell"} else "mixed"


def species_of(evidence: Evidence, unit: int) -> str:
    """The species word of the first source of a unit whose title has one ("rats"), or ""."""
    return next((source.species for source in sources_of(evidence, unit) if source.species), "")
