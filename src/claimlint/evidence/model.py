"""What a draft offers as evidence: its sources, the citations that point at them, and what each citation covers."""

from __future__ import annotations

from typing import Literal

from claimlint.records import NamedTuple

SourceKind = Literal[
    "study",
    "review",
    "authority",
    "encyclopaedia",
    "article",
    "vendor",
    "forum",
    "video",
    "social",
    "own-site",
    "unknown",
]
"""`authority`: regulator, health service, guideline, label; `article`: news, magazine, blog, book;
`unknown`: cannot be told."""

Population = Literal["human", "animal", "cell", "mixed", "unknown"]
"""Whom a source studied, as far as its own title or link text says."""

CitationForm = Literal[
    "numbered", "footnote", "author-year", "link", "lost-link", "identifier", "named-study", "named-body", "tag"
]
"""`lost-link`: a bare `[here]`, `(study)` whose target is gone; `named-study`: "a 2014 study in Psychopharmacology";
`named-body`: a health body named with neither link nor year; `tag`: a template language's citation tag."""

CoverageReason = Literal[
    "own", "paragraph-end", "lead-in", "heading", "source-line", "continuation", "label-line", "table"
]
"""Which point of LABELLING.md, "What counts as a source", makes a unit covered."""


class Source(NamedTuple):
    """One thing that a citation can point at: an entry of the reference list, a footnote, or a link's target."""

    kind: SourceKind
    population: Population
    species: str
    """The species word as the title has it ("rats"), or ""."""
    title: str
    url: str
    label: str
    """Its number or key in the reference list ("22", "^note"), or ""."""
    start: int
    end: int
    """Where it is written down: the entry, the footnote or the link."""
    year: int = 0
    identifiers: tuple[str, ...] = ()
    """DOI, PMID, PMCID, NCT and ISRCTN numbers, prefixed ("PMID:30579760")."""


class Citation(NamedTuple):
    """A marker in the text. `sources` indexes `Evidence.sources`; empty when the target is not known."""

    start: int
    end: int
    form: CitationForm
    sources: tuple[int, ...]


class Coverage(NamedTuple):
    """Why a unit counts as sourced: the reason, and the citations (indexes into `Evidence.citations`)."""

    reason: CoverageReason
    citations: tuple[int, ...]


class LinkClass(NamedTuple):
    """What a link of `Document.links` (same index) leads to, and which rule of the lexicon said so."""

    kind: SourceKind
    why: str
    commercial: bool = False
    """The address itself carries a mark of trade: affiliate, referral, coupon or campaign parameter, a shop path."""


class Evidence(NamedTuple):
    """Everything found about sources in one document."""

    sources: tuple[Source, ...]
    citations: tuple[Citation, ...]
    """Sorted by start."""
    links: tuple[LinkClass, ...]
    """One a link of the document, in the same order."""
    coverage: tuple[Coverage | None, ...]
    """One a unit of the document."""
    reference_units: frozenset[int]
    """Units that are entries of the reference list or its heading: never scanned but for vendors."""
    unit_citations: tuple[tuple[int, ...], ...]
    """One a unit: the citations that stand in it."""
