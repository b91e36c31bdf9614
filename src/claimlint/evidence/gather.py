"""From a document to everything that it offers as evidence."""

from __future__ import annotations

import re
from bisect import bisect_right

from claimlint.document.model import Document
from claimlint.evidence.addresses import parse_address
from claimlint.evidence.citations import find_citations
from claimlint.evidence.coverage import cover
from claimlint.evidence.lexicon import SourceLexicon
from claimlint.evidence.links import classify_link
from claimlint.evidence.model import Citation, Evidence
from claimlint.evidence.references import find_references
from claimlint.evidence.tables import table_citations

_CANONICAL = re.compile(
    r"(?:rel=[\"']canonical[\"'][^<>]{0,40}href=|property=[\"']og:url[\"'][^<>]{0,40}content=)[\"']([^\"'<>]{8,300})"
    r"|^(?:url|canonical|canonical_url|canonicalURL|site|baseURL|permalink):\s?[\"']?(https?://[^\s\"']{4,300})",
    re.MULTILINE,
)
_HEAD = 20_000
"""Canonical addresses stand in the head of a page or in its front matter."""


def gather(document: Document, lexicon: SourceLexicon) -> Evidence:
    """The sources, citations, link classes and coverage of a draft. Never raises, whatever the draft holds."""
    own = _own_hosts(document)
    text = document.text
    links = tuple(
        classify_link(link, text[link.text_start : link.text_end], lexicon, own) for link in document.links
    )
    lists = find_references(document, links, lexicon)
    citations = find_citations(document, links, lists, lexicon)
    citations = table_citations(document, citations, lists)
    placed = _by_unit(document, citations)
    coverage = cover(document, citations, lists.sources, placed)
    references = frozenset(unit.index for unit in document.units if lists.holds(unit.start))
    return Evidence(tuple(lists.sources), tuple(citations), links, coverage, references, placed)


def _own_hosts(document: Document) -> frozenset[str]:
    """The host names that a draft gives as its own: canonical link, og:url, or an address in the front matter."""
    head = document.text[:_HEAD]
    if "canonical" not in head and "og:url" not in head and "://" not in head:
        return frozenset()
    front = document.regions[0].end if document.regions and document.regions[0].kind == "front-matter" else 0
    hosts = set()
    for match in _CANONICAL.finditer(head):
        if match[1] or match.end() <= front:
            hosts.add(parse_address(match[1] or match[2]).host)
    return frozenset(hosts - {""})


def _by_unit(document: Document, citations: list[Citation]) -> tuple[tuple[int, ...], ...]:
    """For each unit the citations in it; one that stands between two units belongs to none."""
    placed: list[list[int]] = [[] for _ in document.units]
    starts = [unit.start for unit in document.units]
    for index, citation in enumerate(citations):
        place = bisect_right(starts, citation.start) - 1
        if place >= 0 and citation.start < document.units[place].end:
            placed[place].append(index)
    return tuple(map(tuple, placed))
