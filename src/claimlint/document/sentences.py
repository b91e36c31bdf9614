"""Where one sentence ends and the next begins, with citation markers kept on the sentence they follow.

Works on the masked prose (markup is spaces there), so emphasis marks and link targets round a full stop cannot mislead
it. Every pattern is linear; each candidate stop is looked at once.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from claimlint.document.fullstops import ends, follows_plain_word, may_touch
from claimlint.lazy import lazy
from claimlint.records import NamedTuple

LONGEST = 2_000
"""Characters of a sentence, at most. The longest that people wrote in the labelled drafts has 1,175."""

LONGEST_WHOLE = 8_000
"""Characters of a table row or other block that is one unit whatever stands in it."""

_CANDIDATE = lazy(
    r"[.!?…。！？](?<![.!?…。！？]{2})[.!?…。！？]*[\"”’'»)\]」』）]*"
    r"(?:(?=[\s\[(^¹²³⁰⁴-⁹]|$)|(?<=[。！？”’」』）])|(?=\d{1,3}(?:[,–-]\d{1,3}){0,8}\s{1,9}[A-Z“\"(])|(?=[A-Z][a-z]))"
)
"""A stop, with what may close round it, from the first of a row of them on. It starts with one set of characters, which
is what `re` searches fast."""

_MARKER = lazy(
    r"\[\^[^\]\s]{1,60}\]"
    r"|\[{1,2}\d{1,4}(?:\s?[,;–—-]\s?\d{1,4}){0,20}\]{1,2}"
    r"|\[(?:here|links?|sources?|refs?|references?|study|studies|paper|review|citation needed|source needed)\]"
    r"|\((?:source|sources|link|study|ref|reference|paper|review)\)"
    r"|\(\s?\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20}\s?\)"
    r"|\((?:[A-Z]|see |e\.g\.,? |reviewed in )[^()\n]{1,120}?,?\s?(?:19|20)\d\d[a-z]?(?:[,;][^()\n]{0,120})?\)"
    r"|\^\[?\d{1,3}(?:[,–-]\d{1,3}){0,20}\]?\^?"
    r"|[¹²³⁰⁴-⁹]+(?:[,⁻˒][¹²³⁰⁴-⁹]+){0,20}"
    r"|(?<=[a-z)\]][.!?])\d{1,3}(?:[,–-]\d{1,3}){0,8}(?=\s)",
    re.IGNORECASE,
)
_BETWEEN_MARKERS = lazy(r"[\s.,;]*")
_MOST_MARKERS = 12
_WRAPPER = lazy(r"</?(?:span|font|div|p|center|br|wbr|hr)\b", re.IGNORECASE)
_LONGEST_TAG = 400
_NON_SPACE = lazy(r"[^\s\u200b\ufeff]")
_WORD = lazy(r"[^\W_]")
_LONGEST_MARKER = 200
"""Characters that a sentence of nothing but citation markers may take."""


class Segment(NamedTuple):
    """A stretch of one block that no sentence may cross."""

    start: int
    end: int
    block: int
    whole: bool = False
    """One unit, whatever stops stand in it."""


class Sentence(NamedTuple):
    """A trimmed sentence and the block that it stands in."""

    start: int
    end: int
    block: int


class _Layout(NamedTuple):
    """What the splitter must know of the markup: where citation-like links begin and end, and where masked
    constructs that must not be cut in two begin and end."""

    text: str
    prose: str
    markers: Mapping[int, int]
    jumps: Mapping[int, int]
    links: Sequence[int]


def split(
    text: str,
    prose: str,
    segments: Iterable[Segment],
    markers: Mapping[int, int],
    jumps: Mapping[int, int],
    links: Sequence[int],
) -> list[Sentence]:
    """The sentences of `segments` (sorted, not overlapping), in order.

    `markers` maps the start of a link that is only a citation ("[1](url)", a superscript) to its end; `jumps` the start
    of a masked construct to its end; `links` are the starts of all links, sorted.
    """
    layout = _Layout(text, prose, markers, jumps, links)
    found: list[Sentence] = []
    stops = _CANDIDATE.finditer(prose)
    stop = next(stops, None)
    for start, end, block, whole in segments:
        first = len(found)
        at = start
        while stop is not None and stop.start() < at:
            stop = next(stops, None)
        while stop is not None and (after := stop.end()) < end:
            if not whole and stop.start() >= at:
                cut = _cut(layout, stop.start(), after, at, end)
                if cut > 0:
                    _append_pieces(layout, found, first, (at, cut, block), LONGEST)
                    at = cut
            stop = next(stops, None)
        _append_pieces(layout, found, first, (at, end, block), LONGEST_WHOLE if whole else LONGEST)
    return found


def _append_pieces(layout: _Layout, found: list[Sentence], first: int, piece: tuple[int, int, int], most: int) -> None:
    """Add a sentence; one that is absurdly long is cut at spaces, so that no later stage meets it whole."""
    start, end, block = piece
    while end - start > most:
        cut = layout.text.rfind(" ", start + most // 2, start + most)
        cut = cut if cut > 0 else start + most
        _append(layout, found, first, start, cut, block)
        start = cut
    _append(layout, found, first, start, end, block)


def _append(layout: _Layout, found: list[Sentence], first: int, start: int, end: int, block: int) -> None:
    """Add the trimmed piece, or join it to the sentence before when it holds no words of its own."""
    text, prose = layout.text, layout.prose
    if text[start] == " ":
        start += 1
    if start < end and prose[start].isalpha() and (prose[end - 1] == "." or prose[end - 1].isalnum()):
        found.append(Sentence(start, end, block))  # words to its end: the usual case, decided at once
        return
    start, end = _trimmed(layout, start, end)
    if start >= end:
        return
    joins = len(found) > first
    shown = _NON_SPACE.search(prose, start, end)
    if shown is None:
        if not joins and not _holds_link(layout, start, end):
            return
        joins = joins and not _holds_link(layout, start, end)
    else:
        alone = end - shown.start() > _LONGEST_MARKER or not _is_only_markers(prose[shown.start() : end].strip())
        if alone and _WORD.search(prose, shown.start(), end):
            joins = False
        elif not joins:
            return
    if joins:
        found[-1] = found[-1]._replace(end=end)
    else:
        found.append(Sentence(start, end, block))


def _is_only_markers(words: str) -> bool:
    """Whether there is nothing but citation markers. One after the other and not as one pattern: a row of superscripts
    can be cut into markers in more ways than there are atoms."""
    at = 0
    for _ in range(_MOST_MARKERS):
        marker = _MARKER.match(words, at)
        between = marker and _BETWEEN_MARKERS.match(words, marker.end())
        if between is None:
            return False
        at = between.end()
        if at == len(words):
            return True
    return False


def _holds_link(layout: _Layout, start: int, end: int) -> bool:
    """Whether a link begins in the stretch: an address alone on its line is a unit, though no prose."""
    place = bisect_left(layout.links, start)
    return place < len(layout.links) and layout.links[place] < end


def _trimmed(layout: _Layout, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space, quote marks, and tags that only wrap or style it."""
    text, prose, jumps = layout.text, layout.prose, layout.jumps
    while (head := _NON_SPACE.search(text, start, end)) is not None:
        start = head.start()
        if prose[start] == " " and text[start] == ">":
            start += 1
        elif prose[start] == " " and text[start] == "<" and start in jumps and _WRAPPER.match(text, start):
            start = jumps[start]
        else:
            return start, _trimmed_end(text, prose, start, end)
    return end, end


def _trimmed_end(text: str, prose: str, start: int, end: int) -> int:
    """`end` without white space, a line break that is written out (`\\`, `<br>`), and tags that close a wrapper."""
    while end > start:
        last = text[end - 1]
        if last.isspace() or last in "\u200b\ufeff" or (last == "\\" and prose[end - 1] == " "):
            end -= 1
        elif last == ">" and prose[end - 1] == " ":
            opening = text.rfind("<", max(start, end - _LONGEST_TAG), end)
            if opening <= start or not _WRAPPER.match(text, opening):
                break
            end = opening
        else:
            break
    return end


def _cut(layout: _Layout, stop: int, after: int, start: int, limit: int) -> int:
    """The end of the sentence whose stop stands at `stop`, its markers included, or -1 if it goes on."""
    prose = layout.prose
    if prose[after].isalnum() and not may_touch(prose, stop, after):
        return -1
    if prose[after].isspace() and after + 1 < limit and (prose[after + 1].isupper()):
        if after == stop + 1 and follows_plain_word(prose, stop, start):
            return after
        end, following = after, after + 1
        if after in layout.jumps or not layout.text[after].isspace():
            end, following = _over_markers(layout, after, limit)
    else:
        end, following = _over_markers(layout, after, limit)
    if following < 0:
        return -1
    return end if ends(prose, stop, after, start, following, limit) else -1


def _over_markers(layout: _Layout, at: int, limit: int) -> tuple[int, int]:
    """Past closing markup and the citations after a stop: (end of the sentence, start of what follows or -1)."""
    text, prose, markers, jumps, _ = layout
    end = at
    while end < limit:
        if not text[end].isspace() and prose[end].isspace() and end not in markers and text[end] not in "[!<":
            end = jumps.get(end, end + 1)
            continue
        if text[end] == "<" and prose[end].isspace() and text[end + 1 : end + 2] == "/":
            end = jumps.get(end, end + 1)
            continue
        ahead = _NON_SPACE.search(text, end, limit)
        if ahead is None:
            return limit, -1
        place = ahead.start()
        if place in markers:
            end = min(markers[place], limit)
            continue
        shown = _NON_SPACE.search(prose, place, limit)
        marker = _MARKER.match(prose, shown.start(), limit) if shown else None
        if marker is None:
            break
        end = marker.end()
        if end < limit and prose[end] == ".":
            end += 1
    following = _NON_SPACE.search(prose, end, limit)
    return end, following.start() if following else -1
