"""One entry of a reference list: its number, title, year, identifiers and the kind of source that it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimlint.evidence.identifiers import identifiers
from claimlint.evidence.lexicon import SourceLexicon
from claimlint.evidence.links import LISTED, classify_target
from claimlint.evidence.model import LinkClass, Source, SourceKind
from claimlint.evidence.population import population, split_words
from claimlint.evidence.titles import AUTHORS, title_of
from claimlint.lazy import lazy
from claimlint.records import NamedTuple

_LABEL = lazy(
    r"[ \t>*•·–-]{0,12}(?:\\?\[(\d{1,3}|\^[\w-]{1,40})\\?\][:.)]?|\(?(\d{1,3})\\?[.)\]:]\)?(?!\d)"
    r"|([¹²³⁰⁴-⁹]{1,3})|\^(\d{1,3})\^?[:.)]?|<sup>(\d{1,3})</sup>)\s{0,8}"
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_YEAR = lazy(r"(?<![\d/.:-])((?:19|20)\d\d)[a-z]?(?![\d/-])")
_BRACKETED_YEAR = lazy(r"\(((?:19|20)\d\d)[a-z]?(?:[,;][^()]{0,30})?\)")
_ISSUE_YEAR = lazy(r"(?<![\d/.])((?:19|20)\d\d)(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?\s?[;:]\s?\d")
_VOLUME = lazy(
    r"\d{1,4}\s?\([\w .–-]{1,12}\)\s?[:,]\s?[a-zA-Z]?\d|[;,]\s?\d{1,4}\s?:\s?[a-zA-Z]?\d|\bpp?\.\s?\d"
    r"|\d{1,4}[,:]\s?\d{1,5}[–-]\d{1,5}|\bvol(?:ume)?\.?\s?\d|, \d{1,4}, [a-z]?\d{1,7}[–-]\d",
    re.IGNORECASE,
)
_ADDRESS = lazy(r"(?:https?://|www\.)[^\s<>\"\])]{3,400}")
_MARKUP = lazy(r"<[^<>]{1,200}>|[*_`]{1,3}|\[\^?\d{1,3}\]:?|[\[\]]|\((?:https?:|www\.|#)[^()\s]{0,400}\)")
_MAX_TEXT = 1200


class Link(NamedTuple):
    """What an entry needs of a link that stands in it."""

    target: str
    text: str
    title: str
    found: LinkClass


def label_of(text: str) -> tuple[str, int]:
    """The number or key that a line starts with and where the rest begins; ("", 0) without one."""
    match = _LABEL.match(text)
    if match is None:
        return "", 0
    label = next(group for group in match.groups() if group is not None)
    return label.translate(_SUPERSCRIPTS), match.end()


def looks_like_reference(text: str, has_link: bool, lexicon: SourceLexicon) -> bool:
    """Whether a line could be an entry of a reference list: an address, an identifier, or authors, year and place."""
    text = text[:_MAX_TEXT]
    if has_link or _ADDRESS.search(text) or identifiers(text):
        return True
    if _journal_like(text):
        return True
    words = split_words(text)[:40]
    return len(words) <= 30 and any(lexicon.kinds[kind].found_in(words) for kind in ("encyclopaedia", "video", "forum"))


def is_bibliographic(text: str) -> bool:
    """The same, but by signs that no ordinary list item has."""
    text = text[:_MAX_TEXT]
    return bool(identifiers(text)) or _journal_like(text) or (_ADDRESS.match(text) is not None)


def read_entry(text: str, label: str, start: int, end: int, links: Sequence[Link], lexicon: SourceLexicon) -> Source:
    """The source that an entry describes; `text` is without its number, `start` and `end` hold all of it."""
    shown = text[:_MAX_TEXT]
    ids = tuple(dict.fromkeys(found.name for found in identifiers(shown)))
    plain = " ".join(_MARKUP.sub("", shown).split())
    found, url = _link_class(shown, links, lexicon)
    title = title_of(plain, links, journal_like=_journal_like(plain))
    kind = _kind(plain, title, bool(ids), found, lexicon)
    studied = population(title or plain, lexicon)
    return Source(kind, *studied, title or plain[:200], url, label, start, end, _year(shown), ids)


def _link_class(text: str, links: Sequence[Link], lexicon: SourceLexicon) -> tuple[LinkClass | None, str]:
    """The class and address of the first link that leads off the site."""
    for link in links:
        if link.found.kind != "own-site":
            return link.found, link.target
    match = _ADDRESS.search(text)
    if match is None:
        return None, ""
    url = match[0].rstrip(".,;:)")
    return classify_target(url, lexicon.hosts), url


def _journal_like(text: str) -> bool:
    if not _YEAR.search(text):
        return False
    return bool(_VOLUME.search(text) or _BRACKETED_YEAR.search(text) or _ISSUE_YEAR.search(text) or AUTHORS.match(text))


def _kind(text: str, title: str, has_id: bool, found: LinkClass | None, lexicon: SourceLexicon) -> SourceKind:
    words = split_words(text)[:120]
    kinds = lexicon.kinds
    listed = found is not None and (found.why.startswith((LISTED, ".")) or found.commercial or found.kind == "vendor")
    if found is not None and listed and found.kind not in ("unknown", "study"):
        return found.kind
    paper = has_id or (found is not None and found.kind == "study") or bool(_YEAR.search(text) and _VOLUME.search(text))
    paper = paper or bool(_ISSUE_YEAR.search(text))
    if paper:
        head = split_words(title)[:60] or words
        return (
            "authority"
            if kinds["authority"].found_in(head)
            else "review"
            if kinds["review"].found_in(head)
            else "study"
        )
    for kind in ("encyclopaedia", "forum", "video", "social"):
        if kinds[kind].found_in(words):
            return kind
    if kinds["article"].found_in(words):
        return "article"
    if kinds["vendor_names"].found_in(words) and kinds["vendor"].found_in(words):
        return "vendor"
    if kinds["authority"].found_in(words) or lexicon.bodies.found_in(
        text.replace(",", " ").replace(".", " ").split()[:60] or [""]
    ):
        return "authority"
    if found is not None and found.kind != "unknown":
        return found.kind
    if AUTHORS.match(text) and _YEAR.search(text):
        return "review" if kinds["review"].found_in(words) else "study"
    return "unknown"


def _year(text: str) -> int:
    for pattern in (_ISSUE_YEAR, _BRACKETED_YEAR):
        match = pattern.search(text)
        if match:
            return int(match[1])
    years = _YEAR.findall(_ADDRESS.sub(" ", text))
    return int(years[-1]) if years else 0
