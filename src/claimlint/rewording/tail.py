"""Where a slot or a clause goes at the end of a statement."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from claimlint.document.model import Document
from claimlint.evidence.model import Evidence
from claimlint.evidence.sources import citations_in
from claimlint.lazy import lazy
from claimlint.records import NamedTuple
from claimlint.rewording.model import Edit

_FINAL = ".!?…;:,。"
_CLOSERS = "\"'”’)]}»"
_ABBREVIATION = lazy(
    r"(?:^|[\s(])(?:etc|e\.g|i\.e|approx|vs|al|inc|a\.m|p\.m|U\.S|no|cf|min|max|tbsp|tsp|oz)\Z", re.IGNORECASE
)
_TRAILING_MARK = lazy(
    r"(?:\[(?:\d{1,3}[\d,;\s–-]{0,30}|\^[^\]\s]{1,40})\]|\^\[?[\d,\s–-]{1,20}\]?\^?|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,6}|<sup>.{1,60}</sup>)\Z"
)
_GLUED_MARK = lazy(r"(?<=[A-Za-z)\]”\"][.!?])(\d{1,2})\Z")
"""A footnote number that a paste left at the stop ("infertility.4")."""

_PAIRS = ("**", "__", "~~", "*", "_", "`")
_ENTITY = lazy(r"&#?\w{1,8};\Z")
_BREAK_TAG = lazy(r"<br\s{0,2}/?>\Z", re.IGNORECASE)
_END_TAG = lazy(
    r"</(?:b|i|em|strong|u|mark|span|font|small|p|li|td|h[1-6])>\Z|\[/(?:b|i|u|size|color|font)\]\Z", re.IGNORECASE
)
_START = attrgetter("start")


class Tail(NamedTuple):
    """An insertion point. `moved` is final punctuation that stands inside a pair of marks and has to follow them."""

    at: int
    moved: tuple[int, int] | None = None

    def edits(self, added: str, text: str) -> list[Edit]:
        """The edits that put `added` there."""
        if self.moved is None:
            return [Edit(self.at, self.at, added)]
        start, end = self.moved
        return [Edit(start, end, ""), Edit(self.at, self.at, added + text[start:end])]


def cell_tail(document: Document, cells: Sequence[tuple[int, int]], span: tuple[int, int]) -> Tail:
    """The end of the table cell that holds the finding, or of the last one that says anything."""
    text = document.text
    chosen = [c for c in cells if c[0] <= span[0] < c[1] and text[c[0] : c[1]].strip()]
    filled = chosen or [c for c in cells if text[c[0] : c[1]].strip()] or list(cells)
    start, end = filled[-1]
    if not (start < span[1] <= end) and not chosen and span[0] < filled[0][1]:
        start, end = filled[-1]
    while end > start and text[end - 1] in " \t\r\n":
        end -= 1
    final = end
    while final > start and text[final - 1] in ".;,!" and final == end:
        final -= 1
    return Tail(behind_links(document, final))


def tail_of(document: Document, evidence: Evidence, start: int, end: int) -> Tail:
    """The place in front of the final punctuation, behind links, code and emphasis."""
    text = document.text
    at = _skip_breaks(text, start, end)
    at = _skip_late_markers(document, evidence, start, at)
    at = _skip_quote(text, start, at)
    closers = _closing_markup(document, start, at)
    if closers < at:
        before = _final_punctuation(text, start, closers)
        if before < closers and text[before - 1] in "*_~" and at - closers in (1, 2):
            # Only the stop itself is emphasised ("energy **.**"): go in front of the pair.
            return Tail(behind_links(document, _skip_space(text, start, before - (at - closers))))
        if before < closers and not _is_abbreviation(text, start, before):
            return Tail(behind_links(document, at), (before, closers))
        return Tail(behind_links(document, at))
    final = _final_punctuation(text, start, at)
    if final < at:
        inner = _skip_space(text, start, final)
        if _is_abbreviation(text, start, inner) and text[final:at] == ".":
            return Tail(behind_links(document, at))
        place = behind_links(document, inner if inner < final else final)
        return Tail(place if start < place <= at else at) if place <= at else Tail(place)
    return Tail(behind_links(document, at))


def before_citations(document: Document, evidence: Evidence, start: int, end: int) -> int | None:
    """The place in front of the citations that close a statement, None when none do."""
    text = document.text
    at = _skip_space(text, start, _final_punctuation(text, start, _skip_space(text, start, end)))
    place = None
    for citation in reversed(citations_in(evidence, start, at)):
        if start < citation.start and citation.end == at:
            at = place = _skip_space(text, start, citation.start)
    return _final_punctuation(text, start, place) if place is not None else None


def _skip_space(text: str, start: int, at: int) -> int:
    while at > start and text[at - 1] in " \t\r\n\u00a0":
        at -= 1
    return at


def _skip_breaks(text: str, start: int, at: int) -> int:
    """In front of line-break tags at the end."""
    while True:
        at = _skip_space(text, start, at)
        tag = _BREAK_TAG.search(text, max(start, at - 8), at)
        if tag is None or tag.start() <= start:
            return at
        at = tag.start()


def _skip_late_markers(document: Document, evidence: Evidence, start: int, end: int) -> int:
    """In front of citation markers that follow the final stop ("… receptors. [1,2]")."""
    text = document.text
    at = end
    ends = {c.end: c.start for c in citations_in(evidence, start, end) if c.end <= end and c.form != "link"}
    while at > start:
        marker = ends.get(at)
        if marker is None:
            glued = _GLUED_MARK.search(text, max(start, at - 6), at)
            if glued is not None:
                return glued.start(1)
            found = _TRAILING_MARK.search(text, max(start, at - 80), at)
            marker = found.start() if found else None
        if marker is None or not start < marker < at:
            break
        at = _skip_space(text, start, marker)
    return at if at < end and text[at - 1 : at] in (".", "!", "?", "…") else end


def _skip_quote(text: str, start: int, at: int) -> int:
    """In front of a closing bracket whose opening one opens the unit ("(It lowers cortisol.)")."""
    if at > start and text[at - 1] == ")" and text[start] == "(" and text[start:at].count("(") == 1:
        return at - 1
    return at


def _closing_markup(document: Document, start: int, at: int) -> int:
    """Leftwards over emphasis that closes here and opened inside the unit."""
    text, prose = document.text, document.prose
    while at > start:
        tag = _END_TAG.search(text, max(start, at - 12), at)
        if tag is not None and prose[tag.start() : tag.end()].isspace():
            at = tag.start()
            continue
        pair = next((p for p in _PAIRS[:5] if text.endswith(p, start, at)), None)
        if pair is None or not prose[at - len(pair) : at].isspace() or pair not in text[start : at - len(pair)]:
            return at
        at -= len(pair)
    return at


def _final_punctuation(text: str, start: int, at: int) -> int:
    final = at
    while final > start and text[final - 1] in _FINAL:
        if text[final - 1] == ";" and _ENTITY.search(text, max(start, final - 10), final):
            break
        final -= 1
        if text[final - 2 : final + 1] in (". .", "! !", "? ?"):
            final -= 1
    return final


def _is_abbreviation(text: str, start: int, at: int) -> bool:
    return _ABBREVIATION.search(text, max(start, at - 12), at) is not None


def behind_links(document: Document, at: int) -> int:
    """Behind the link or code that a place stands in."""
    links = document.links
    n = bisect_left(links, at, key=_START) - 1
    for link in links[max(0, n - 1) : n + 1]:
        if link.start < at < link.end:
            at = link.end
    region = document.region_at(at) if at < len(document.text) else None
    if region is not None and region.kind in ("code", "url", "tag", "image") and region.start < at < region.end:
        return region.end
    return at
