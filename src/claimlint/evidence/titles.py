"""The title in one entry of a reference list, in whatever order its parts come.

Entries are cut where a full stop ends a part. Styles differ in what comes first (authors, title, journal, year), but a
title is the part that reads like prose, with several words written small; where none does ("Melatonin Suppresses Tumor
Growth"), it is what stands behind the names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from claimlint.lazy import lazy

_STOP = lazy(r"(?<!\bvs)(?<!\bal)[.?!](?:[\s*_”\"]{1,4}|$)")
_AFTER_INITIAL = lazy(r"[A-Z]\.|&|and\b|\(|,")
_QUOTED = lazy(r"[“\"«]([^”\"»]{12,250})[”\"»]")
_BRACKETED_YEAR = lazy(r"\((?:19|20)\d\d[a-z]?(?:[,;][^()]{0,30})?\)")
AUTHORS = lazy(
    r"[^\W\d_][\w'’.-]{0,30}(?:[ -][^\W\d_][\w'’-]{1,30}){0,3},?\s(?:[A-Z]\.?[ -]?){1,4}"
    r"(?:[,;.&(]|\s(?:and|et al)\b|$)|[^.]{0,80}\bet al\b"
)
"""What an entry that begins with names looks like: "Smith J, Doe A", "Smith et al"."""
_NAMES = lazy(
    r"(?:(?:[A-Z]\.[ -]?){1,4}(?:[A-Z][\w'’-]{1,30}\s?){1,3}(?:,|and\b|&|:)\s?(?:and\s)?"
    r"|[A-Z][\w'’-]{1,30},?\s(?:[A-Z]\.?[ -]?){1,4}(?:,|;|and\b|&|:)\s?(?:and\s|&\s)?){1,20}"
)
_ET_AL = lazy(r".{0,250}?\b(et\s?a[lI1])\b[.,;:\s]{1,4}")
_LEADING_YEAR = lazy(r"[\s.,:;*_(–—-]{0,6}(?:(?:19|20)\d\d[a-z]?\)?[\s.,:;*_–—-]{1,6})?")
_PUBLISHED = lazy(r",\s(?:[A-Z][\w.&]{1,20}\s){0,6}\(?(?:19|20)\d\d\b")
_VOLUME = lazy(r"\d\s?[;:(]\s?[a-zA-Z]?\d|^\W{0,3}(?:19|20)\d\d\b|^(?:https?:|doi\b|www\.|pm(?:id|c)\b)", re.IGNORECASE)
_SMALL = lazy(r"(?<![\w'’./-])[a-z][\w'’-]{1,40}")
_NOT_PROSE = frozenset("and et al von van de der den di da du la le eds ed vol pp doi http https accessed".split())
_JOURNAL = lazy(
    r"\b(?:journal|proceedings|proc|annals|archives|acta|transactions|bulletin|press|university)\b", re.IGNORECASE
)
_SUBTITLE = lazy(r"\b(?:in|of|on|with|from)\b")
_PROSE = 3
"""So many small words make a part prose ("the hypothyroid rat")."""
_SHORT = 6
_MOST = 14
"""Parts of an entry that are looked at."""


class Linked(Protocol):
    """What is asked of a link in an entry."""

    @property
    def text(self) -> str:
        """The visible words."""

    @property
    def title(self) -> str:
        """The title attribute."""


def title_of(text: str, links: Sequence[Linked], *, journal_like: bool) -> str:
    """The title as the entry has it, or "" when it cannot be told from the rest.

    `text` is the entry without number and markup; `journal_like` says that it has a year, and volume or authors.
    """
    for link in links:
        if len(link.title) > 20:
            return link.title
    quoted = _QUOTED.search(text)
    if quoted:
        return quoted[1].strip()
    bracketed = _BRACKETED_YEAR.search(text)
    if bracketed and AUTHORS.match(text):
        title = _until_stop(text, bracketed.end())
        if title and not _VOLUME.search(title):
            return title
    if not journal_like:
        for link in links:
            if len(link.text) > 15 and "://" not in link.text:
                return " ".join(link.text.split())
    return _prose(text)


def _prose(text: str) -> str:
    """The first part that reads like prose and the sentence that goes on with it, else what stands behind the names."""
    parts = list(_parts(text))
    found = next((at for at, part in enumerate(parts) if _small_words(part) >= _PROSE), -1)
    if found < 0:
        return _behind_names(text)
    after = parts[found + 1] if found + 1 < len(parts) else ""
    goes_on = _SUBTITLE.search(after) and not _JOURNAL.search(after) and not any(map(str.isdigit, after))
    title = _cleaned(parts[found])
    return f"{title}. {after}" if goes_on and not AUTHORS.match(after) else title


def _behind_names(text: str) -> str:
    """The part behind the authors, or behind a short first part (a site, a journal), volume and pages left out."""
    others = _ET_AL.match(text)
    start, end = (others.start(1), others.end()) if others else _stop(text, 0)
    if end >= len(text):
        return ""
    if not AUTHORS.match(text) and len(text[:start].split()) > _SHORT:
        return text[:start].strip()
    title = _until_stop(text, end)
    if _VOLUME.search(title):
        title = next((part for part in _parts(text[end:]) if not _VOLUME.search(part)), title)
    return title


def _parts(text: str) -> Iterator[str]:
    at = 0
    for _ in range(_MOST):
        if at >= len(text):
            return
        start, end = _stop(text, at)
        part = text[at:start].strip(" *_\t\n")
        if part:
            yield part
        at = max(end, at + 1)


def _small_words(part: str) -> int:
    return sum(word not in _NOT_PROSE for word in _SMALL.findall(part))


def _cleaned(part: str) -> str:
    """Without the names before the title, and without the journal and year behind it."""
    others = _ET_AL.match(part)
    names = _NAMES.match(part)
    start = max(others.end() if others else 0, names.end() if names else 0)
    year = _LEADING_YEAR.match(part, start)
    start = year.end() if year else start
    published = _PUBLISHED.search(part, start)
    title = part[start : published.start() if published else len(part)].partition(" | ")[0].strip(" *_\n\t,;:")
    return title or part


def _stop(text: str, at: int) -> tuple[int, int]:
    """The next full stop that ends a part of an entry: the one of an initial ("J. Smith", "Smith, J. A.") does not."""
    for match in _STOP.finditer(text, at):
        start = match.start()
        initial = text[start - 1 : start].isupper() and not text[start - 2 : start - 1].isalnum()
        if initial and (
            start < 2
            or text[start - 3 : start - 1] == ", "
            or text[start - 2] == "."  # the second of two ("M.S. Biskind")
            or _AFTER_INITIAL.match(text, match.end())
        ):
            continue
        return start, match.end()
    return len(text), len(text)


def _until_stop(text: str, at: int) -> str:
    while at < len(text) and text[at] in " .,:;*_\t\n":
        at += 1
    return text[at : _stop(text, at)[0]].partition(" | ")[0].strip(" *_\n\t")
