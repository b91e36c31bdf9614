"""Lists of shops: among links that mostly lead to sellers, one to an address that nobody knows is another seller's."""

from __future__ import annotations

from collections import Counter, defaultdict

from claimlint.document.model import Document
from claimlint.evidence.model import Evidence

LEAST = 3
"""So many sellers make a list one of shops."""

LEAST_IN_DRAFT = 8
"""So many sellers make a whole draft a shopping list."""

SHARE = 0.75
"""The share of sellers among the links whose kind is known."""


def links_in_shop_lists(document: Document, evidence: Evidence) -> frozenset[int]:
    """The indexes of links of unknown kind that stand in a list or table of shops, or in a draft that is one."""
    whole: Counter[str] = Counter()
    by_group: defaultdict[int, Counter[str]] = defaultdict(Counter)
    unknown: list[tuple[int, int]] = []
    for index, (link, link_class) in enumerate(zip(document.links, evidence.links, strict=True)):
        if link.kind == "chrome" or not link.target.lower().startswith(("http://", "https://", "www.")):
            continue
        unit = document.unit_at(link.start)
        group = document.blocks[document.units[unit].block].group if unit >= 0 else -1
        whole[link_class.kind] += 1
        by_group[group][link_class.kind] += 1
        if link_class.kind == "unknown":
            unknown.append((index, group))
    everywhere = _are_shops(whole, LEAST_IN_DRAFT)
    return frozenset(
        index for index, group in unknown if everywhere or (group >= 0 and _are_shops(by_group[group], LEAST))
    )


def _are_shops(kinds: Counter[str], least: int) -> bool:
    vendors = kinds["vendor"]
    known = sum(kinds.values()) - kinds["unknown"]
    return vendors >= least and vendors >= SHARE * known and vendors >= kinds["unknown"]
