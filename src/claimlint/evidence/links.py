"""What a link leads to, told from its address and, where the address says nothing, from its text."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.document.model import Link
from claimlint.evidence.addresses import Address, host_words, parse_address, redirected
from claimlint.evidence.lexicon import Hosts, SourceLexicon
from claimlint.evidence.model import LinkClass, SourceKind
from claimlint.evidence.population import split_words
from claimlint.lazy import lazy

HOME_PAGE = "home page"
"""The `why` of an address without a path: it names a site, not a text."""

LISTED = "listed: "
SHOP_PATH = "path: "
_MUTE_SCHEMES = frozenset({"mailto", "tel", "sms", "javascript", "data", "file", "callto", "whatsapp"})
_STUDY_SCHEMES = frozenset({"doi", "pmid", "arxiv"})
_IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".ico")
_SOURCE_KINDS: frozenset[SourceKind] = frozenset(
    {"study", "review", "authority", "encyclopaedia", "article", "forum", "video"}
)
_NEEDS_A_PAGE: frozenset[SourceKind] = frozenset({"encyclopaedia", "article", "forum", "video", "unknown"})
_SLUG_HYPHENS = 2
_HOUSE_PAGES = frozenset(
    {"policies", "privacy", "privacy-policy", "terms", "terms-of-service", "legal", "about", "contact"}
)


_SCRIPT = lazy(r"\.(?:php|aspx?|jsp|cfm)$")
# The amount in a package closes the names of product pages: "magnesium-400mg", "resin-30g", "d3-120-capsules".
_PACKAGE = lazy(
    r"[-_]\d{1,5}[-_]?(?:k?g|m[gl]|mcg|iu|oz|lbs?|ct|count|pack|caps?|capsules|tab(?:let)?s|pills|softgels)(?:\.html?)?$"
)


def classify_link(link: Link, text: str, lexicon: SourceLexicon, own: frozenset[str] = frozenset()) -> LinkClass:
    """The class of `link`, whose visible text is `text`; `own` holds the site's own host names."""
    written = link.target if link.kind not in ("bare", "autolink") or ":" in link.target[:12] else "//" + link.target
    found = classify_target(written, lexicon.hosts, own)
    if found.kind == "study" or (found.kind in ("unknown", "article") and not found.why.startswith(LISTED)):
        return _by_text(found, text, lexicon.hosts)
    return found


def classify_target(target: str, hosts: Hosts, own: frozenset[str] = frozenset()) -> LinkClass:
    """The class of an address alone."""
    address = parse_address(target)
    if address.scheme in _MUTE_SCHEMES:
        return LinkClass("unknown", LISTED + address.scheme)
    if address.scheme in _STUDY_SCHEMES:
        return LinkClass("study", address.scheme)
    if not address.host or _among(address.host, own):
        trade = _shop_path(address, hosts) or _parameters(address, hosts, ("trade",))
        return LinkClass("own-site", address.host or "relative", bool(trade))
    if _among(address.host, hosts.allowed):
        listed = _listed(address, hosts)
        known = listed is not None and listed.kind != "vendor"
        return listed if listed is not None and known else LinkClass("article", "allowed")
    if _among(address.host, hosts.denied):
        return LinkClass("vendor", "denied", True)
    if address.path.endswith(_IMAGES):
        return LinkClass("unknown", LISTED + "image")
    found = _listed(address, hosts) or _guessed(address, hosts)
    return _with_trade(found, address, target, hosts)


def same_shops(links: Sequence[Link], classes: Sequence[LinkClass], hosts: Hosts) -> tuple[LinkClass, ...]:
    """The classes, with every page of a host that shows a product page elsewhere in the draft taken for a shop's too.

    Its articles (`/blog/…`) stay articles.
    """
    shops = {
        parse_address(link.target).host
        for link, found in zip(links, classes, strict=True)
        if found.kind == "vendor" and found.why.startswith(SHOP_PATH)
    }
    if not shops:
        return tuple(classes)
    return tuple(
        LinkClass("vendor", "same host as a product page", found.commercial)
        if _of_shop(link, found, shops, hosts)
        else found
        for link, found in zip(links, classes, strict=True)
    )


def _of_shop(link: Link, found: LinkClass, shops: set[str], hosts: Hosts) -> bool:
    if found.kind not in ("unknown", "article") or found.why.startswith(LISTED):
        return False
    address = parse_address(link.target if "://" in link.target else "//" + link.target)
    return address.host in shops and not frozenset(address.segments) & (hosts.paths["article"] | _HOUSE_PAGES)


def is_source(found: LinkClass) -> bool:
    """Whether a link of this class is a source of LABELLING.md: not shops, handles, own pages, or mere home pages."""
    if found.kind in _SOURCE_KINDS:
        return not (found.kind in _NEEDS_A_PAGE and found.why.endswith(HOME_PAGE))
    return found.kind == "unknown" and not found.why.startswith(LISTED) and found.why != HOME_PAGE


def _listed(address: Address, hosts: Hosts) -> LinkClass | None:
    """By the longest entry of the list of domains, or the end of the host's name."""
    labels = address.host.split(".")
    segments = address.segments
    page = "" if segments or address.query else ", " + HOME_PAGE
    for at in range(len(labels)):
        host = ".".join(labels[at:])
        for depth in range(min(2, len(segments)), 0, -1):
            entry = host + "/" + "/".join(segments[:depth])
            kind = hosts.domains.get(entry)
            if kind is not None:
                return LinkClass(kind, LISTED + entry + page)
        kind = hosts.domains.get(host)
        if kind is not None:
            return LinkClass(kind, LISTED + host + page)
    for ending, kind in hosts.endings:
        if address.host.endswith(ending):
            return LinkClass(kind, ending + page)
    return None


def _guessed(address: Address, hosts: Hosts) -> LinkClass:
    """By the words of an address that is in no list."""
    segments = address.segments
    words = frozenset(host_words(address.host))
    reading = _reading(address, segments, words, hosts)
    if reading is not None and reading.kind != "article":
        return reading
    shop = (
        ""
        if reading is not None and segments[:1] and segments[0] in hosts.paths["article"]
        else _shop(address, words, hosts)
    )
    if shop:
        return LinkClass("vendor", shop, True)
    if reading is not None:
        return reading
    return LinkClass("unknown", address.host if segments else HOME_PAGE)


def _reading(address: Address, segments: tuple[str, ...], words: frozenset[str], hosts: Hosts) -> LinkClass | None:
    """A text to read: a study, a thread, a wiki page, an article."""
    parts = frozenset(segments)
    if "/10." in address.path or parts & hosts.paths["study"]:
        return LinkClass("study", "path of a paper")
    if words & hosts.words["forum_words"] or parts & hosts.paths["forum"]:
        return LinkClass("forum", "path of a forum" if segments else HOME_PAGE)
    if words & hosts.words["wiki_words"] or "wiki" in parts:
        return LinkClass("encyclopaedia", "path of a wiki" if segments else HOME_PAGE)
    if not segments:
        return None
    last = segments[-1]
    slug = last.count("-") >= _SLUG_HYPHENS or last.count("_") >= _SLUG_HYPHENS or last.count("%20") >= _SLUG_HYPHENS
    dated = any(len(part) == 4 and part.isdigit() and part[:2] in ("19", "20") for part in segments)
    if parts & hosts.paths["article"] or words & hosts.words["blog_words"] or slug or dated:
        return LinkClass("article", "path of an article")
    return LinkClass("article", "document") if last.endswith((".pdf", ".html", ".htm", ".shtml")) else None


def _shop(address: Address, words: frozenset[str], hosts: Hosts) -> str:
    """Why an unlisted address is a shop's, or ""."""
    for word in words & hosts.words["shop_words"]:
        return f"host: {word}"
    for part in hosts.shop_parts:
        if part in address.host:
            return f"host: {part}"
    for name in address.host.split(".")[:-1]:
        if name.endswith(hosts.shop_ends) or name.startswith(hosts.shop_starts):
            return f"host: {name}"
    if address.segments and _PACKAGE.search(address.segments[-1]):
        return f"{SHOP_PATH}{address.segments[-1]}"
    segment = _shop_path(address, hosts)
    return f"{SHOP_PATH}/{segment}/" if segment else ""


def _shop_path(address: Address, hosts: Hosts) -> str:
    """The part of a path that only a shop's has ("products", "cart"), or ""."""
    segments = address.segments
    if address.path.endswith(".pdf") or (segments and segments[0] in hosts.paths["article"]):
        return ""
    return next((segment for segment in segments if _SCRIPT.sub("", segment) in hosts.paths["shop"]), "")


def _with_trade(found: LinkClass, address: Address, target: str, hosts: Hosts) -> LinkClass:
    """Add the marks of trade that the query carries."""
    strong = _parameters(address, hosts, ("trade",))
    if found.kind == "vendor":
        weak = strong or _parameters(address, hosts, ("weak", "campaign"))
        shop = _shop_path(address, hosts)
        return found._replace(commercial=found.commercial or bool(weak or shop or redirected(target)))
    unlisted = not found.why.startswith(LISTED)
    bare = found.kind == "unknown" and unlisted
    # Blog engines hang `?ref=` on every link to an article, so there it means nothing.
    mark = strong or (_parameters(address, hosts, ("weak",)) if bare else "")
    if mark and found.kind in ("unknown", "article") and unlisted:
        return LinkClass("vendor", f"parameter: {mark}", True)
    return found._replace(commercial=bool(strong))


def _parameters(address: Address, hosts: Hosts, lists: tuple[str, ...]) -> str:
    """The first query parameter that stands in one of `lists`, or ""."""
    if not address.query:
        return ""
    names = address.parameters
    return next((name for name in names for listed in lists if name in hosts.parameters[listed]), "")


def _by_text(found: LinkClass, text: str, hosts: Hosts) -> LinkClass:
    """Let the link's words speak where the address is in no list, and tell reviews from studies."""
    words = split_words(text)[:60]
    if found.kind == "study":
        return found._replace(kind="review") if hosts.text["review"].found_in(words) else found
    if not words or found.why == HOME_PAGE:
        return found
    if found.kind == "unknown" and hosts.text["vendor"].found_in(words[:3]):
        return LinkClass("vendor", "text", True)
    for kind in ("study", "authority"):
        if hosts.text[kind].found_in(words[:12]):
            return found._replace(kind=kind, why="text")
    return found


def _among(host: str, domains: frozenset[str]) -> bool:
    """Whether `host` is one of `domains` or below one."""
    if not domains:
        return False
    labels = host.split(".")
    return any(".".join(labels[at:]) in domains for at in range(len(labels)))
