"""Vendors: links, codes and pointers that send a reader to a seller.

LABELLING.md, "vendor-link". Links are judged here, where evidence has classed them and wherever in the draft they
stand; pointers in words ("a legit vendor sells it [here]", "use code SAVE10") in `vendor_pointers`, in the author's own
prose only.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from claimlint.document.model import Document, Link
from claimlint.evidence.links import LISTED
from claimlint.evidence.model import Evidence, LinkClass
from claimlint.language.model import Mark
from claimlint.language.shoplists import links_in_shop_lists
from claimlint.language.vendor_words import CALL_TEXT, CODE, DENIALS, DISCOUNT, LINK_TEXT, PRICED, SHOP_PATH

UNCLASSED = ("unknown", "own-site")
PRICE_NEAR = 30
SPONSORED = "sponsored"
"""The value of `rel` by which a page marks a paid link in its HTML."""


def document_marks(
    document: Document,
    evidence: Evidence,
    lower: str,
    topics: frozenset[str] = frozenset(),
) -> list[tuple[int, Mark]]:
    """The `vendor` marks of links and reference entries, each with the index of the unit that reports it.

    A link in page furniture is left out; one in a reference list, a footnote or round an image is not.
    """
    found: list[tuple[int, Mark]] = []
    software = "software" in topics
    among_shops = frozenset() if software else links_in_shop_lists(document, evidence, lower)
    for index, (link, link_class) in enumerate(zip(document.links, evidence.links, strict=True)):
        value = _link_value(document, link, link_class) or ("link" if index in among_shops else "")
        if not value and not software and _sells(document, link, link_class, topics):
            value = "link"
        if value and link.kind != "chrome":
            unit = _unit_for(document, link.start)
            if (
                unit >= 0
                and not document.blocks[document.units[unit].block].quoted
                and not _denied(lower, document, unit, link)
            ):
                found.append((unit, Mark("vendor", link.start, link.end, value)))
    starts = sorted(mark.start for _, mark in found)
    for source in evidence.sources:
        if source.kind == "vendor" and source.label and source.end > source.start:
            unit = _unit_for(document, source.start, source.end)
            linked = bisect_left(starts, source.start) < bisect_left(starts, source.end)
            if unit in evidence.reference_units and not linked:
                found.append((unit, Mark("vendor", source.start, source.end, "reference")))
    found += _codes_among_references(document, evidence, lower)
    return found


def _codes_among_references(document: Document, evidence: Evidence, lower: str) -> Iterator[tuple[int, Mark]]:
    """Coupon codes under "Links" or "Sources", where nothing else is read."""
    for index in sorted(evidence.reference_units):
        unit = document.units[index]
        if " code" not in lower[unit.start : unit.end] or not DISCOUNT.search(lower, unit.start, unit.end):
            continue
        for match in CODE.finditer(document.text, unit.start, unit.end):
            if match["code"].isupper():
                yield index, Mark("vendor", match.start(), match.end(), "code")


def _link_value(document: Document, link: Link, link_class: LinkClass) -> str:
    if link_class.kind in (*UNCLASSED, "article") and SPONSORED in document.text[link.start : link.text_start]:
        return "affiliate"
    if link_class.kind == "vendor":
        return "affiliate" if link_class.why.startswith("parameter") else "link"
    if link_class.commercial and link_class.kind in (*UNCLASSED, "article"):
        return "affiliate"
    if link_class.kind in UNCLASSED and link.kind not in ("autolink", "bare"):
        text = document.text[link.text_start : link.text_end].lower()
        if LINK_TEXT.search(text) and (link_class.kind == "unknown" or SHOP_PATH.search(link.target.lower())):
            return "link"
    return ""


def _sells(document: Document, link: Link, link_class: LinkClass, topics: frozenset[str]) -> bool:
    """Whether a link to an unknown site has a price behind it, or asks the reader to sign up or to start a trial."""
    if link_class.kind != "unknown" or link_class.why.startswith(LISTED):
        return False
    if PRICED.match(document.prose[link.end : link.end + PRICE_NEAR].lower()):
        return True
    if "health" not in topics or link.kind in ("autolink", "bare"):
        return False
    words = " ".join(document.prose[link.text_start : link.text_end].lower().split()).strip("*_!→>» ")
    return CALL_TEXT.fullmatch(words) is not None


def _unit_for(document: Document, start: int, end: int = 0) -> int:
    """The unit that holds `start`, else the first that begins before `end` (an entry's number stands in none), else
    the nearest one before, else the first."""
    at = document.unit_at(start)
    if at >= 0 or not document.units:
        return at
    before = bisect_right(document.units, start, key=lambda unit: unit.start) - 1
    follows = before + 1 < len(document.units) and document.units[before + 1].start < end
    return before + 1 if follows else max(before, 0)


def _denied(lower: str, document: Document, unit: int, link: Link) -> bool:
    """Whether the words before the link warn against the seller ("do not buy from")."""
    start = document.units[unit].start
    return DENIALS.search(lower, max(start, link.start - 80), max(start, link.start)) is not None
