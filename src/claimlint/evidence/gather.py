"""From a document to everything that it offers as evidence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from claimlint.document.model import Document
from claimlint.evidence.addresses import parse_address
from claimlint.evidence.citations import find_citations
from claimlint.evidence.coverage import cover
from claimlint.evidence.lexicon import SourceLexicon
from claimlint.evidence.links import classify_link, same_shops
from claimlint.evidence.model import Citation, Evidence
from claimlint.evidence.references import ReferenceLists, find_references
from claimlint.evidence.tables import table_citations
from claimlint.lazy import lazy

_CANONICAL = lazy(
    r"<(?:link|meta)\s[^<>]{0,200}?(?:rel=[\"']?canonical|property=[\"']og:url)[^<>]{0,300}?(?:href|content)=[\"']([^\"'<>]{8,300})"
)
_FRONT = lazy(
    r"^(?:url|canonical|canonical_url|canonicalURL|site|baseURL|permalink):\s?[\"']?(https?://[^\s\"']{4,300})",
    re.MULTILINE,
)
_HEAD = 20_000
"""Canonical addresses stand in the head of a page or in its front matter."""


def gather(document: Document, lexicon: SourceLexicon) -> Evidence:
    """The sources, citations, link classes and coverage of a draft. Never raises, whatever the draft holds."""
    own = _own_hosts(document)
    text = document.text
    links = tuple(classify_link(link, text[link.text_start : link.text_end], lexicon, own) for link in document.links)
    links = same_shops(document.links, links, lexicon.hosts)
    lists = find_references(document, links, lexicon)
    citations = find_citations(document, links, lists, lexicon)
    citations = table_citations(document, citations, lists)
    placed = _by_unit(document, citations)
    coverage = cover(document, citations, lists.sources, placed)
    references = _in_lists(document, lists)
    return Evidence(tuple(lists.sources), tuple(citations), links, coverage, references, placed)


def _own_hosts(document: Document) -> frozenset[str]:
    """The host names that a draft gives as its own: canonical link, og:url, or an address in the front matter."""
    text = document.text
    targets: list[str] = []
    if text.find("canonical", 0, _HEAD) >= 0 or text.find("og:url", 0, _HEAD) >= 0:
        targets += _CANONICAL.findall(text, 0, _HEAD)
    if document.regions and document.regions[0].kind == "front-matter":
        targets += _FRONT.findall(text, 0, document.regions[0].end)
    return frozenset(parse_address(target).host for target in targets) - {""}


def _in_lists(document: Document, lists: ReferenceLists) -> frozenset[int]:
    """The units that stand in a list of references."""
    starts = [unit.start for unit in document.units] if lists.spans else []
    return frozenset(
        index for start, end in lists.spans for index in range(bisect_left(starts, start), bisect_left(starts, end))
    )


def _by_unit(document: Document, citations: list[Citation]) -> tuple[tuple[int, ...], ...]:
    """For each unit the citations in it; one that stands between two units belongs to none."""
    placed: list[list[int]] = [[] for _ in document.units]
    starts = [unit.start for unit in document.units]
    for index, citation in enumerate(citations):
        place = bisect_right(starts, citation.start) - 1
        if place < 0 or citation.start >= document.units[place].end:
            # A link's tag may open before the first word of its unit.
            place += 1
            if place == len(starts) or starts[place] >= citation.end:
                continue
        placed[place].append(index)
    return tuple(map(tuple, placed))
