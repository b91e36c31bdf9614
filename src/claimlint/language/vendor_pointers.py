"""Pointers to sellers in words: codes, offers, "I get mine from …", "order through …", "DM me for the list".

A name is a word written with a capital where a lower-case one would stand. It points to a seller only behind a verb of
buying and a word such as "from" or "at", and where it is no country, platform, food or supplier of laboratories.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from claimlint.evidence.addresses import parse_address
from claimlint.language.model import Mark
from claimlint.language.unit import UnitText
from claimlint.language.vendor_praise import praised
from claimlint.language.vendor_words import (
    BARE_CODE,
    BETWEEN,
    BUYERS,
    BUYS,
    CHEAP,
    CODE,
    CODE_FIRST,
    CRITICAL,
    DENIALS,
    DISCOUNT,
    FREE_OFFER,
    GO_TO,
    GOODS,
    HERE,
    HOST,
    LOUD,
    MARKET_NAMES,
    MARKETS,
    MAYBE_SELLERS,
    NO_CODES,
    NO_SELLERS,
    OFFER,
    OFFERS,
    ONE_SELLER,
    ORDER_LINE,
    OWN_PRODUCT,
    PAYS,
    PERCENT_OFF,
    PRICE_AT,
    PROFILE_LINK,
    QUOTED_CODE,
    ROUND_SUM,
    SAVING,
    SELLERS,
    SIGN_UP,
    SMALL_CODE,
    SOLD_THERE,
    SOLICIT,
    STORES,
    STRONG_CODE,
    TOWARDS,
    TOWARDS_NAME,
    TRADE_QUERY,
    TRUST,
    WANTS,
    WHOLESALE_NAME,
)

NEAR = 8
SPOKEN_OF = frozenset(("the product", "this product", "these products", "their product", "their products"))
"""Products that a sentence speaks of; a link in it is a shop's only right behind them ("these products: …")."""
BESIDE = 12
CODE_VERBS = frozenset(("use", "with", "enter", "apply", "gets", "gives", "saves"))
"""Before a coupon that stands alone ("use PINNED10")."""
AS_FAR = 6
"""Words between "from" and the seller's name: "from a lab in town called …"."""
Span = tuple[int, int]


def marks(text: UnitText, topics: frozenset[str] = frozenset()) -> list[Mark]:
    """The `vendor` marks that a unit's own words leave: codes, and pointers to a seller."""
    if "vendor-word" in text.kinds:
        found = _codes(text) or list(_pointers(text)) or list(_promoted_links(text, topics))
    else:
        words = text.words
        found = [] if CODE_VERBS.isdisjoint(words) else _codes(text)
        if not found and not (BUYS.isdisjoint(words) or TOWARDS_NAME.isdisjoint(words)):
            span = _bought_from_name(text, [token.word for token in text.tokens])
            found = [Mark("vendor", *span, "pointer")] if span else []
    if not found and "software" not in topics:
        found = praised(text)
    return [] if not found or text.ends_with("?") else [mark for mark in found if not _refused(text, mark)]


def _refused(text: UnitText, mark: Mark) -> bool:
    """Whether the words up to and in the pointer deny it: "not available from", "we do not link to sellers"."""
    return DENIALS.search(text.lower, max(text.unit.start, mark.start - 60), mark.end) is not None


def _codes(text: UnitText) -> list[Mark]:
    """ "Use code SAVE10", "coupon WELCOME15", "code jane gets you 20% off", "20% off your order"."""
    source, prose = text.document.text, text.prose
    start, end = text.unit.start, text.unit.end
    found: list[Mark] = []
    advertised = sum(1 for _ in text.of("vendor-word:promo")) > 1
    saving = SAVING.search(prose) is not None
    loud = LOUD.search(source, start, end) is not None
    for match in BARE_CODE.finditer(source, start, end) if loud else ():
        if match["code"] not in NO_CODES and (saving or ROUND_SUM.search(match["code"])) and not _named(text, match):
            found.append(Mark("vendor", match.start(), match.end(), "code"))
    for match in CODE.finditer(source, start, end) if loud else ():
        code = match["code"]
        known = match["word"].lower() != "code" or STRONG_CODE.match(code) or DISCOUNT.search(prose) or advertised
        if code.isupper() and known and code not in NO_CODES:
            found.append(Mark("vendor", match.start(), match.end(), "code"))
    if saving:
        for pattern in (QUOTED_CODE, SMALL_CODE):
            for match in pattern.finditer(source, start, end):
                found.append(Mark("vendor", match.start(), match.end(), "code"))
    for match in CODE_FIRST.finditer(source, start, end) if loud else ():
        if not found and match["code"] not in NO_CODES and not _named(text, match):
            found.append(Mark("vendor", match.start(), match.end(), "code"))
    offer = OFFER.search(prose) if not found else None
    if offer and (SIGN_UP.search(prose) or FREE_OFFER.search(prose)):
        found.append(Mark("vendor", start + offer.start(), start + offer.end(), "code"))
    return found


def _named(text: UnitText, match: object) -> bool:
    """Whether what looks like a code is a substance ("with GLP1")."""
    begin, end = match.span("code")  # type: ignore[attr-defined]
    return any(mark.start < end and begin < mark.end for mark in text.of("health"))


def _pointers(text: UnitText) -> Iterator[Mark]:
    words = [token.word for token in text.tokens]
    orders = [match.span() for match in ORDER_LINE.finditer(text.lower, text.unit.start, text.unit.end)]
    yield from (Mark("vendor", *span, "pointer") for span in orders)
    if orders:
        return
    for finder in (_seller_offers, _bought_at, _bought_from_name, _sends_to, _asks_to_join, _solicits):
        span = finder(text, words)
        if span is not None:
            yield Mark("vendor", *span, "pointer")
            return


def _promoted_links(text: UnitText, topics: frozenset[str]) -> Iterator[Mark]:
    """A link to an unknown site that carries a campaign, or that the author calls his product or the brand he uses."""
    links = text.document.links
    at = bisect_left(links, text.unit.start, key=lambda link: link.start)
    brands = [] if "software" in topics else list(text.of("vendor-word:brand-pointer"))
    own = "software" not in topics and (
        any(text.lower[mark.start : mark.end] not in SPOKEN_OF for mark in brands)
        or OWN_PRODUCT.search(text.prose)
        or SOLD_THERE.search(text.prose)
        or PERCENT_OFF.search(text.prose)
    )
    while at < len(links) and links[at].start < text.unit.end:
        link, found = links[at], text.evidence.links[at]
        if found.kind == "unknown":
            if TRADE_QUERY.search(link.target):
                yield Mark("vendor", link.start, link.end, "affiliate")
            elif (
                (own or any(0 <= link.start - mark.end <= BESIDE for mark in brands))
                and link.target.startswith(("http", "www."))
                and not found.why.startswith("listed")
            ):
                yield Mark("vendor", link.start, link.end, "link")
        at += 1


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


def _buying(words: Sequence[str]) -> Iterator[int]:
    """The places of verbs of buying; "in order to" and what laboratories "were purchased" are none."""
    for i, word in enumerate(words):
        if word not in BUYS:
            continue
        before = words[i - 1] if i else ""
        if word in ("order", "orders") and before in ("in", "the", "of", "an", "this", "that", "first"):
            continue
        if word in ("purchased", "bought", "ordered", "sold", "sourced") and before in ("was", "were"):
            continue
        if word in ("source", "sourced") and before not in ("i", "we", "you", "to", "can", "i've", "we've"):
            continue
        yield i


def _bought_at(text: UnitText, words: Sequence[str]) -> Span | None:
    """ "Order from shop.example", "can be bought on Amazon", "grab it [here]"."""
    for i in _buying(words):
        start = text.tokens[i].start
        reach = text.tokens[min(len(words) - 1, i + NEAR)].end
        host = HOST.search(text.document.text, start, min(text.unit.end, reach + 60))
        if host is not None and _may_sell(text, host.start()) and any(w in TOWARDS for w in words[i : i + NEAR + 4]):
            return start, host.end()
        market = next((j for j in range(i + 1, min(len(words), i + NEAR)) if words[j] in MARKETS), 0)
        if market and not TOWARDS.isdisjoint(words[max(i, market - 3) : market]):
            return start, text.tokens[market].end
        here = HERE.search(text.document.text, text.tokens[i].end, min(text.unit.end, text.tokens[i].end + 60))
        if here is not None and words[i] not in ("get", "getting", "got"):
            return start, here.end()
        chain = MARKET_NAMES.search(text.document.text, start, min(text.unit.end, reach + 20))
        if chain is not None:
            return start, chain.end()
    listed = STORES.search(text.lower, text.unit.start, text.unit.end)
    if listed is not None:
        sold = next((token for token in text.tokens if token.start >= listed.end() and token.word in MARKETS), None)
        chain = MARKET_NAMES.search(text.document.text, listed.end(), text.unit.end)
        if sold is not None or chain is not None:
            return listed.start(), chain.end() if chain is not None else sold.end if sold is not None else listed.end()
    for j, word in enumerate(words):
        if word in MARKETS and words[j - 1] in ("is", "at", "from", "on") and not CHEAP.isdisjoint(words):
            return text.tokens[j - 1].start, text.tokens[j].end
    return None


def _bought_from_name(text: UnitText, words: Sequence[str]) -> Span | None:
    """ "I get mine from Northfield", "we buy our vitamin D from …", "costs $29 at …": a name-plus-pointer."""
    for i in _buying(words):
        if words[i] not in PAYS and not _gets_goods(text, words, i):
            continue
        for j in range(i + 1, min(len(words), i + 2 * NEAR)):
            if words[j] in TOWARDS_NAME and (j < i + NEAR or words[j - 1] in ("only", "exclusively")):
                name = _name_after(text, words, j)
                if name:
                    return text.tokens[max(0, i - 1)].start if words[i - 1 : i] == ["i"] else text.tokens[i].start, name
    price = PRICE_AT.search(text.document.text, text.unit.start, text.unit.end)
    if price is not None:
        at = next((j for j, token in enumerate(text.tokens) if token.start >= price.end("at")), 0)
        name = _name_after(text, words, at - 1) if at else 0
        if name:
            return price.start(), name
    return None


def _gets_goods(text: UnitText, words: Sequence[str], i: int) -> bool:
    """Whether "get", "find" or "available" speaks of a product and of what the author or the reader does."""
    if words[i] in ("available", "stocked", "carried"):
        who = True
    else:
        who = (
            i == 0
            or not BUYERS.isdisjoint(words[max(0, i - 3) : i])
            or text.tokens[i - 1].end + 1 < text.tokens[i].start
        )
    near = words[max(0, i - 4) : i + NEAR]
    start, end = text.tokens[max(0, i - 6)].start, text.tokens[min(len(words) - 1, i + NEAR)].end
    substance = any(start <= mark.start < end for mark in text.of("health:substance"))
    return who and (substance or not GOODS.isdisjoint(near))


def _name_after(text: UnitText, words: Sequence[str], at: int) -> int:
    """Where the seller's name behind the word at index `at` ends; 0 without one."""
    source = text.document.text
    for j in range(at + 1, min(len(words), at + 1 + AS_FAR)):
        token = text.tokens[j]
        gap = source[text.tokens[j - 1].end : token.start]
        if any(char in gap for char in ".,;:!?()\n"):
            return 0
        if not source[token.start].isupper():
            continue
        if words[j] in NO_SELLERS or any(m.start <= token.start < m.end for m in _known_things(text)):
            return 0
        beyond = j > at + 3 and not any(word in SELLERS or word in MAYBE_SELLERS for word in words[at + 1 : j])
        if beyond or WHOLESALE_NAME.match(text.lower, token.start):
            return 0
        end = token.end
        for later in text.tokens[j + 1 : j + 4]:
            if not source[later.start].isupper() or source[end : later.start].strip(" &'’"):
                break
            end = later.end
        return end
    return 0


def _known_things(text: UnitText) -> Iterator[Mark]:
    """Words that name something else than a seller: foods, body parts, people's conditions."""
    for kind in ("health:food", "health:body", "health:condition", "health:process", "human:people"):
        yield from text.of(kind)


def _sends_to(text: UnitText, words: Sequence[str]) -> Span | None:  # noqa: ARG001 - the shape of the finders
    """ "Head over to northfield.example and pick up a tub", "link in bio for 10% off"."""
    source, start, end = text.document.text, text.unit.start, text.unit.end
    link = PROFILE_LINK.search(text.lower, start, end)
    if link is not None and (SAVING.search(text.prose) or WANTS.search(text.prose)):
        return link.span()
    gone = GO_TO.search(source, start, end)
    if gone is not None and WANTS.search(text.prose):
        host = HOST.match(source, gone.end(), end)
        if host is not None and _may_sell(text, host.start(), articles=True):
            return gone.start(), host.end()
    return None


def _asks_to_join(text: UnitText, words: Sequence[str]) -> Span | None:
    """ "Subscribe to Restwell and start tracking": an order with the name of a firm whose pages the draft links to."""
    if words[0] not in ("subscribe", "join", "order", "shop", "try", "sign") or len(words) < 3:
        return None
    for token in text.tokens[1:5]:
        if text.document.text[token.start].isupper() and len(token.word) > 3 and _is_firm(text, token.word):
            return text.tokens[0].start, token.end
    return None


def _is_firm(text: UnitText, name: str) -> bool:
    """Whether a shop or the draft's own site has `name` in its address."""
    for link, found in zip(text.document.links, text.evidence.links, strict=True):
        if found.kind == "vendor" or (found.kind == "own-site" and found.why != "relative"):
            host = parse_address(link.target).host
            if any(label.startswith(name) for label in host.split(".")):
                return True
    return False


def _may_sell(text: UnitText, at: int, *, articles: bool = False) -> bool:
    """Whether the address at `at` is not known to be a study, an authority, an article …

    With `articles`, one that only looks like an article's ("shop.example/podcast") may be a shop's page.
    """
    links = text.document.links
    place = bisect_right(links, at, key=lambda link: link.start) - 1
    if place < 0 or at >= links[place].end:
        return True
    found = text.evidence.links[place]
    return found.kind in ("unknown", "vendor") or (
        articles and found.kind == "article" and not found.why.startswith("listed")
    )


def _solicits(text: UnitText, words: Sequence[str]) -> Span | None:  # noqa: ARG001 - the shape of the finders
    match = SOLICIT.search(text.lower, text.unit.start, text.unit.end)
    return match.span() if match else None
