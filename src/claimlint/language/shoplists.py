"""Lists of shops: where a heading, a lead-in or a column says so, or where most links lead to sellers, a link to an
address that nobody knows is another seller's."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator

from claimlint.document.model import Block, Document, Link
from claimlint.evidence.links import HOME_PAGE, LISTED
from claimlint.evidence.model import Evidence
from claimlint.language.listheads import HEAD_MAX, header_of, lead_in
from claimlint.language.vendor_words import SHOP_COLUMN, SHOPS_ANNOUNCED

LEAST = 3
"""So many sellers make a list one of shops."""

LEAST_BESIDE_HOME_PAGE = 2
"""The same for a link to a bare home page, which is no text to read."""

LEAST_IN_DRAFT = 8
"""So many sellers make a whole draft a shopping list."""

SENTENCE = 14
"""Words round a link in a paragraph under a heading such as "Products"."""

SHARE = 0.75
"""The share of sellers among the links whose kind is known."""


def links_in_shop_lists(document: Document, evidence: Evidence, lower: str) -> frozenset[int]:
    """The indexes of links of unknown kind that stand in a list or table of shops, or in a draft that is one."""
    whole: Counter[str] = Counter()
    by_group: defaultdict[int, Counter[str]] = defaultdict(Counter)
    unknown: list[tuple[int, int]] = []
    announced: set[int] = set()
    for index, (link, link_class) in enumerate(zip(document.links, evidence.links, strict=True)):
        if link.kind == "chrome" or not link.target.lower().startswith(("http://", "https://", "www.")):
            continue
        unit = document.unit_at(link.start)
        block = document.blocks[document.units[unit].block] if unit >= 0 else None
        group = block.group if block is not None else -1
        whole[link_class.kind] += 1
        by_group[group][link_class.kind] += 1
        if link_class.kind == "unknown":
            unknown.append((index, group))
            listed = link_class.why.startswith(LISTED)
            told = block is not None and block.kind == "paragraph" and _in_sentence(document, unit, link)
            if block is not None and not listed and not told and _announced(document, block, link.start, lower):
                announced.add(index)
    everywhere = _are_shops(whole, LEAST_IN_DRAFT)
    for index, group in unknown:
        home = evidence.links[index].why == HOME_PAGE
        least = LEAST_BESIDE_HOME_PAGE if home else LEAST
        if everywhere or (group >= 0 and _are_shops(by_group[group], least)):
            announced.add(index)
    return frozenset(announced)


def _in_sentence(document: Document, unit: int, link: Link) -> bool:
    """Whether a longer sentence stands round the link: then it says itself what the link is for."""
    start, end = document.units[unit].start, document.units[unit].end
    return len(document.prose[start : link.start].split()) + len(document.prose[link.end : end].split()) >= SENTENCE


def _are_shops(kinds: Counter[str], least: int) -> bool:
    vendors = kinds["vendor"]
    known = sum(kinds.values()) - kinds["unknown"]
    return vendors >= least and vendors >= SHARE * known and vendors >= kinds["unknown"]


def _announced(document: Document, block: Block, at: int, lower: str) -> bool:
    """Whether a heading, a lead-in or the head of the column says that shops stand here."""
    if any(SHOPS_ANNOUNCED.search(lower, start, end) for start, end in _heads(document, block)):
        return True
    header = header_of(document, block)
    if header is None or not block.cells:
        return False
    column = bisect_right(block.cells, (at, 1 << 60)) - 1
    if not 0 <= column < len(header.cells):
        return False
    start, end = header.cells[column]
    return SHOP_COLUMN.fullmatch(lower[start:end].strip()) is not None


def _heads(document: Document, block: Block) -> Iterator[tuple[int, int]]:
    """The headings above a block and the sentence that leads in its list."""
    above, level = block.heading, 7
    while above >= 0:
        heading = document.blocks[above]
        if heading.level < level:
            level = heading.level
            yield heading.start, min(heading.end, heading.start + HEAD_MAX)
        above = heading.heading if heading.heading < above and level > 1 else -1
    lead = lead_in(document, block)
    if lead is not None:
        yield max(lead.start, lead.end - HEAD_MAX), lead.end
    if block.parent >= 0:
        parent = document.blocks[block.parent]
        yield parent.start, min(parent.end, parent.start + HEAD_MAX)
