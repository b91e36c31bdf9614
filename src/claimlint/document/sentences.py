"""Where one sentence ends and the next begins, with citation markers kept on the sentence they follow.

Works on the masked prose (markup is spaces there), so emphasis marks and link targets round a full stop cannot mislead
it. Every pattern is linear; each candidate stop is looked at once.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from claimlint.document.abbreviations import (
    ABBREVIATIONS,
    CAPITAL_ONLY,
    LETTER_NAMES,
    MAYBE_LAST,
    NEVER_LAST,
    OPENERS,
    SHORT_LAST,
    UNITS,
)
from claimlint.lazy import lazy

_CANDIDATE = lazy(
    r"[.!?…。！？][.!?…。！？]*[\"”’'»)\]」』）]*"
    r"(?:(?=[\s\[(^¹²³⁰⁴-⁹]|$)|(?<=[。！？”’」』）])|(?=\d{1,3}(?:[,–-]\d{1,3}){0,8}\s{1,9}[A-Z“\"(])|(?=[A-Z][a-z]))"
)
"""A stop, with what may close round it. It starts with one set of characters, which is what `re` searches fast."""

_MARKER = lazy(
    r"\[\^[^\]\s]{1,60}\]"
    r"|\[{1,2}\d{1,4}(?:\s?[,;–—-]\s?\d{1,4}){0,20}\]{1,2}"
    r"|\[(?:here|links?|sources?|refs?|references?|study|studies|paper|review|citation needed|source needed)\]"
    r"|\((?:source|sources|link|study|ref|reference|paper|review)\)"
    r"|\(\s?\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20}\s?\)"
    r"|\((?:[A-Z]|see |e\.g\.,? |reviewed in )[^()\n]{1,120}?,?\s?(?:19|20)\d\d[a-z]?(?:[,;][^()\n]{0,120})?\)"
    r"|\^\[?\d{1,3}(?:[,–-]\d{1,3}){0,20}\]?\^?"
    r"|[¹²³⁰⁴-⁹]+(?:[,⁻˒][¹²³⁰⁴-⁹]+){0,20}"
    r"|(?<=[a-z)][.!?])\d{1,3}(?:[,–-]\d{1,3}){0,8}(?=\s)",
    re.IGNORECASE,
)
_ONLY_MARKERS = lazy(rf"(?:(?:{_MARKER.pattern})[\s.,;]*){{1,12}}", re.IGNORECASE)
_WRAPPER = lazy(r"</?(?:span|font|div|p|center|br|wbr|hr)\b", re.IGNORECASE)
_LONGEST_TAG = 400
_NON_SPACE = lazy(r"[^\s\u200b\ufeff]")
_WORD = lazy(r"[^\W_]")
_OPENING = "\"“‘«([{'¿¡*_—–-•"
_CONTINUING = frozenset(",;:)]}%/&=+<>|")
_LONGEST_MARKER = 200
"""Characters that a sentence of nothing but citation markers may take."""
_WINDOW = 24
"""How far back the word before a stop is looked for: longer than any abbreviation."""


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
                    _append(layout, found, first, at, cut, block)
                    at = cut
            stop = next(stops, None)
        _append(layout, found, first, at, end, block)
    return found


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
        alone = end - shown.start() > _LONGEST_MARKER or not _ONLY_MARKERS.fullmatch(prose[shown.start() : end].strip())
        if alone and _WORD.search(prose, shown.start(), end):
            joins = False
        elif not joins:
            return
    if joins:
        found[-1] = found[-1]._replace(end=end)
    else:
        found.append(Sentence(start, end, block))


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
    if prose[after].isalnum() and not _may_touch(prose, stop, after):
        return -1
    if prose[after].isspace() and after + 1 < limit and (prose[after + 1].isupper()):
        if after == stop + 1 and _follows_plain_word(prose, stop, start):
            return after
        end, following = after, after + 1
        if after in layout.jumps or not layout.text[after].isspace():
            end, following = _over_markers(layout, after, limit)
    else:
        end, following = _over_markers(layout, after, limit)
    if following < 0:
        return -1
    return end if _ends(prose, stop, after, start, following, limit) else -1


def _follows_plain_word(prose: str, stop: int, start: int) -> bool:
    """Whether the full stop follows a word that is no abbreviation: with a capital after it, the usual case."""
    space = prose.rfind(" ", max(start, stop - _WINDOW), stop)
    word = prose[space + 1 : stop]
    return space >= 0 and len(word) > 2 and prose[stop] == "." and word.isalpha() and word.lower() not in ABBREVIATIONS


def _may_touch(prose: str, stop: int, after: int) -> bool:
    """Whether a stop without a space after it can end a sentence: a flattened superscript ("tissue.2 It"), a space
    forgotten ("receptors.It"), or a script that writes none."""
    if prose[stop] in "。！？":
        return True
    if prose[after].isdigit():
        return prose[stop - 1 : stop].isalpha() or prose[stop - 1 : stop] in ")]"
    return prose[max(stop - 3, 0) : stop].isalpha() and prose[max(stop - 3, 0) : stop].islower()


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


def _ends(prose: str, stop: int, after: int, start: int, following: int, limit: int) -> bool:
    """Whether the sentence that began at `start` ends with the stop at `stop`, given what follows."""
    mark, ahead = prose[stop], prose[following]
    if ahead in _CONTINUING:
        return False
    opening = ahead
    if ahead in "–—-" and prose[following + 1 : following + 2].isspace() and prose[after - 1] in "\"”’'»":
        return False  # the name of whoever said it follows
    if ahead in _OPENING:
        inner = following + 1
        while inner < limit and prose[inner] in _OPENING:
            inner += 1
        opening = prose[inner] if inner < limit else ahead
    if mark in "。！？":
        return True
    lower = opening.islower()
    if mark != "." or (after - stop > 1 and prose[stop + 1] in ".!?…"):
        return _ends_loudly(prose, stop, following, lower, limit)
    return _ends_plainly(prose, stop, after, start, following, opening, limit)


def _ends_loudly(prose: str, stop: int, following: int, lower: bool, limit: int) -> bool:
    """`!`, `?`, an ellipsis or a mixture."""
    dots = prose[stop] in ".…"
    if not lower:
        return True
    if dots:
        return False
    mixed = prose[following : min(following + 12, limit)].split()[:1]
    return bool(mixed) and any(c.isupper() for c in mixed[0])


def _ends_plainly(prose: str, stop: int, after: int, start: int, following: int, opening: str, limit: int) -> bool:
    """A single full stop."""
    before = prose[max(start, stop - _WINDOW) : stop].split()
    if not before:
        return True
    word = before[-1].lstrip("([{\"“'‘*_/—–-")
    if not word:
        return True
    lowered = word.lower()
    if lowered in NEVER_LAST:
        return False
    if word.isdigit() and len(word) <= 3 and prose[start:stop].strip(" \t\r\n([*_") == word:
        return False  # "1." at the very start numbers the sentence
    if lowered in UNITS and len(before) > 1 and before[-2][-1].isdigit():
        return opening.isupper() or not opening.isalnum()
    if lowered in MAYBE_LAST and not (lowered in CAPITAL_ONLY and word.islower()):
        return _opens_sentence(prose, following, opening, limit)
    if len(word) == 1 and word.isalpha():
        return _lone_letter_ends(prose, before, word, following, opening, limit)
    if "." in word and word.replace(".", "").isalpha() and len(max(word.split("."), key=len)) == 1:
        return _opens_sentence(prose, following, opening, limit)
    if opening.islower():
        closed = after - stop > 1
        known = len(word) >= 3 or not word.isalpha() or lowered in SHORT_LAST
        return closed or known or _has_inner_capital(prose, following, limit)
    return True


def _opens_sentence(prose: str, following: int, opening: str, limit: int) -> bool:
    """Whether what follows reads like a sentence's first word, for use after an abbreviation."""
    if not opening.isupper():
        return False
    words = prose[following : min(following + 20, limit)].split()
    if len(words[0]) == 2 and words[0][1] == ".":
        return False  # another initial
    first = words[0].strip("\"“‘'([{*_,;:.!?)”’")
    return first.lower() in OPENERS or (first[1:].islower() and len(first) > 3 and first.lower().endswith("ly"))


def _lone_letter_ends(prose: str, before: Sequence[str], word: str, following: int, opening: str, limit: int) -> bool:
    """A single letter: an initial ("J. Smith") or a name's last letter ("vitamin C.")."""
    if len(before) > 1 and before[-2].strip("(\"“'*_").lower() in LETTER_NAMES:
        return not opening.islower() or True
    if word.islower() and len(before) > 1:
        return opening.isupper()
    return _opens_sentence(prose, following, opening, limit)


def _has_inner_capital(prose: str, following: int, limit: int) -> bool:
    """ "mTOR", "pH": lower-case first, yet able to open a sentence."""
    words = prose[following : min(following + 16, limit)].split()
    return any(c.isupper() for c in words[0])
