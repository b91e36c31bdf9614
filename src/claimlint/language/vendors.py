"""Vendors: links, codes and pointers that send a reader to a seller.

LABELLING.md, "vendor-link". Links are judged where evidence has classed them, wherever in the draft they stand;
pointers in words ("a legit vendor sells it [here]", "use code SAVE10") only in the author's own prose.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from claimlint.document.model import Document, Link
from claimlint.evidence.model import Evidence, LinkClass
from claimlint.language.model import Mark
from claimlint.language.shoplists import links_in_shop_lists
from claimlint.language.unit import UnitText
from claimlint.language.vendor_words import (
    BARE_CODE,
    BETWEEN,
    BUYS,
    CODE,
    CRITICAL,
    DENIALS,
    DISCOUNT,
    HERE,
    HOST,
    LINK_TEXT,
    MARKETS,
    MAYBE_SELLERS,
    OFFERS,
    ONE_SELLER,
    ORDER_LINE,
    SELLERS,
    SHOP_PATH,
    SOLICIT,
    STRONG_CODE,
    TOWARDS,
    TRADE_QUERY,
    TRUST,
)
from claimlint.lexicons.model import Lexicons

NEAR = 8
UNCLASSED = ("unknown", "own-site")


def document_marks(
    document: Document,
    evidence: Evidence,
    lower: str,
    lexicons: Lexicons,  # noqa: ARG001 - the shape that `read` calls
) -> list[tuple[int, Mark]]:
    """The `vendor` marks of links and reference entries, each with the index of the unit that reports it.

    A link in page furniture is left out; one in a reference list, a footnote or round an image is not.
    """
    found: list[tuple[int, Mark]] = []
    among_shops = links_in_shop_lists(document, evidence)
    for index, (link, link_class) in enumerate(zip(document.links, evidence.links, strict=True)):
        value = _link_value(document, link, link_class) or ("link" if index in among_shops else "")
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
    if link_class.kind == "vendor":
        return "affiliate" if link_class.why.startswith("parameter") else "link"
    if link_class.commercial and link_class.kind in (*UNCLASSED, "article"):
        return "affiliate"
    if link_class.kind in UNCLASSED and link.kind not in ("autolink", "bare"):
        text = document.text[link.text_start : link.text_end].lower()
        if LINK_TEXT.search(text) and (link_class.kind == "unknown" or SHOP_PATH.search(link.target.lower())):
            return "link"
    return ""


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


def marks(text: UnitText) -> list[Mark]:
    """The `vendor` marks that a unit's own words leave: codes, and pointers to a seller."""
    if "vendor-word" not in text.kinds:
        return []
    if text.ends_with("?"):
        return []
    found = list(_codes(text)) or list(_pointers(text)) or list(_tagged_links(text))
    return [mark for mark in found if not _refused(text, mark)]


def _refused(text: UnitText, mark: Mark) -> bool:
    """Whether the words up to and in the pointer deny it: "not available from", "we do not link to sellers"."""
    return DENIALS.search(text.lower, max(text.unit.start, mark.start - 60), mark.end) is not None


def _codes(text: UnitText) -> Iterator[Mark]:
    """ "Use code SAVE10", "coupon WELCOME15", "20% off your order"."""
    source = text.document.text
    advertised = sum(1 for _ in text.of("vendor-word:promo")) > 1
    for match in BARE_CODE.finditer(source, text.unit.start, text.unit.end):
        yield Mark("vendor", match.start(), match.end(), "code")
    for match in CODE.finditer(source, text.unit.start, text.unit.end):
        code = match["code"]
        known = match["word"].lower() != "code" or STRONG_CODE.match(code) or DISCOUNT.search(text.prose) or advertised
        if code.isupper() and known:
            yield Mark("vendor", match.start(), match.end(), "code")
    if re.search(r"\d\s?%\s(?:off|discount)", text.prose) and re.search(
        r"\b(?:checkout|coupon|voucher|today only|shop now|buy now|your (?:first |next )?(?:order"
        r"|purchase) (?:at|from|with|when))\b",
        text.prose,
    ):
        at = text.lower.find("%", text.unit.start, text.unit.end)
        yield Mark("vendor", text.unit.start, at + 1, "code")


def _pointers(text: UnitText) -> Iterator[Mark]:
    words = [token.word for token in text.tokens]
    for match in ORDER_LINE.finditer(text.lower, text.unit.start, text.unit.end):
        yield Mark("vendor", *match.span(), "pointer")
    for finder in (_seller_offers, _bought_at, _solicits):
        span = finder(text, words)
        if span is not None:
            yield Mark("vendor", *span, "pointer")
            return


def _tagged_links(text: UnitText) -> Iterator[Mark]:
    """A link whose address carries a campaign or referral, in a sentence that speaks of buying or praises a product."""
    links = text.document.links
    at = bisect_left(links, text.unit.start, key=lambda link: link.start)
    while at < len(links) and links[at].start < text.unit.end:
        if text.evidence.links[at].kind == "unknown" and TRADE_QUERY.search(links[at].target):
            yield Mark("vendor", links[at].start, links[at].end, "affiliate")
        at += 1


Span = tuple[int, int]


def _seller_offers(text: UnitText, words: Sequence[str]) -> Span | None:
    """ "One legit vendor does offer it [here]", "a vendor sells that": one seller, and that it sells the thing."""
    for i, word in enumerate(words):
        if word not in SELLERS and word not in MAYBE_SELLERS:
            continue
        one = bool(set(words[max(0, i - 3) : i]) & ONE_SELLER) and not word.endswith("s")
        trusted = bool(set(words[max(0, i - 3) : i]) & TRUST)
        if not (trusted or (one and word in SELLERS)) or set(words) & CRITICAL:
            continue
        for j in range(i + 1, min(len(words), i + 6)):
            if words[j] in OFFERS and all(between in BETWEEN for between in words[i + 1 : j]):
                return text.tokens[max(0, i - 1)].start, _through_here(
                    text, text.tokens[min(len(words) - 1, j + 1)].end
                )
        if trusted and HERE.search(
            text.document.text, text.tokens[i].end, min(text.unit.end, text.tokens[i].end + 120)
        ):
            return text.tokens[i].start, _through_here(text, text.tokens[i].end)
    return None


def _through_here(text: UnitText, end: int) -> int:
    """Extended over a lost link that follows."""
    match = HERE.search(text.document.text, end, min(text.unit.end, end + 40))
    return match.end() if match else end


def _bought_at(text: UnitText, words: Sequence[str]) -> Span | None:
    """ "Order from shop.example", "can be bought on Amazon", "grab it [here]"."""
    for i, word in enumerate(words):
        if word not in BUYS or (
            word in ("order", "orders") and i and words[i - 1] in ("in", "the", "of", "an", "this", "that", "first")
        ):
            continue
        start = text.tokens[i].start
        reach = text.tokens[min(len(words) - 1, i + NEAR)].end
        host = HOST.search(text.document.text, start, min(text.unit.end, reach + 60))
        if host is not None and _may_sell(text, host.start()) and any(w in TOWARDS for w in words[i : i + NEAR + 4]):
            return start, host.end()
        for j in range(i + 1, min(len(words), i + NEAR)):
            if words[j] in MARKETS and words[j - 1] in TOWARDS:
                return start, text.tokens[j].end
        here = HERE.search(text.document.text, text.tokens[i].end, min(text.unit.end, text.tokens[i].end + 60))
        if here is not None and word not in ("get", "getting", "got"):
            return start, here.end()
    return None


def _may_sell(text: UnitText, at: int) -> bool:
    """Whether the address at `at` is not known to be a study, an authority, an article …"""
    links = text.document.links
    place = bisect_right(links, at, key=lambda link: link.start) - 1
    if place < 0 or at >= links[place].end:
        return True
    return text.evidence.links[place].kind in ("unknown", "vendor")


def _solicits(text: UnitText, words: Sequence[str]) -> Span | None:  # noqa: ARG001 - the shape of the finders
    match = SOLICIT.search(text.lower, text.unit.start, text.unit.end)
    return match.span() if match else None
