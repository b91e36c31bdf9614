"""Quoted replies in a thread: "X said:", and text that a paste repeats word for word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from claimlint.document.textlines import Line
from claimlint.lazy import lazy

if TYPE_CHECKING:
    from claimlint.document.threads import QuoteLines

_SAID = lazy(r"(?:@?[\w.'’ -]{1,40}|on .{5,80}) (?:said|wrote|writes|posted|schrieb):? ?[↑⤴]?:?$", re.IGNORECASE)
_EXPAND = "click to expand"
_LONGEST_QUOTE = 80
_SHORTEST_COPY = 40


def find_quotes(lines: list[Line], known: Iterable[QuoteLines] = ()) -> set[int]:
    """Indexes of the lines that are somebody else's words or a copy of a line above; `known`: what a thread quotes."""
    quoted = {index for quote in known for index in range(quote.first, quote.end)}
    quoted |= _attributed(lines)
    quoted |= _copies(lines, quoted)
    return quoted


def _copies(lines: list[Line], quoted: set[int]) -> set[int]:
    """Lines of some length that stand, folded, elsewhere in the file: the first copy is kept, later ones are quotes."""
    seen: set[str] = set()
    copies: set[int] = set()
    for index, line in enumerate(lines):
        if len(line.text) < _SHORTEST_COPY or line.kind not in ("text", "bullet", "numbered") or index in quoted:
            continue
        folded = " ".join(line.text.split())
        if len(folded) < _SHORTEST_COPY:
            continue
        if folded in seen:
            copies.add(index)
        else:
            seen.add(folded)
    return copies


def _attributed(lines: list[Line]) -> set[int]:
    """Lines under "X said:": up to "Click to expand…" if that follows, otherwise the next paragraph."""
    quoted: set[int] = set()
    ends = [i for i, line in enumerate(lines) if line.text[:15].lower() == _EXPAND]
    place = 0
    for index, line in enumerate(lines):
        if (
            line.kind == "chrome"
            or len(line.text) > 120
            or not line.text
            or line.text[-1] not in ":↑⤴"
            or not _SAID.fullmatch(line.text)
        ):
            continue
        lines[index] = line._replace(kind="chrome")
        if index in quoted:
            continue  # a quotation within a quotation
        while place < len(ends) and ends[place] <= index:
            place += 1
        if place < len(ends) and ends[place] - index <= _LONGEST_QUOTE:
            quoted.update(range(index + 1, ends[place]))
            continue
        at = index + 1
        while at < len(lines) and not lines[at].text:
            at += 1
        while at < len(lines) and lines[at].text and at - index <= _LONGEST_QUOTE:
            quoted.add(at)
            at += 1
    return quoted
