"""`[label]: url "title"` lines of Markdown: link reference definitions, which no reader sees and which are no sentence.

The parser gives no events for them (and pyromark only from 0.10 on, which needs Python 3.11, a list of them), so what
looks like one is one where the parser has left nothing to show: in a paragraph or a footnote the same line is text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from claimlint.document.builder import Builder
from claimlint.lazy import lazy

_DEFINITION = lazy(
    r"""
    ^[ \t>]{0,12} (?:(?:[-*+]|\d{1,9}[.)])[ \t>]{1,8}){0,4}  # in a quotation, a list item
    ( \[ (?!\^) (?:[^\[\]\\]|\\.){1,300} \]: [ \t]{0,9} (?:\n[ \t>]{0,12})?
      (?: <[^<>\n]{0,2000}> | [^\s<]\S{0,2000} )
      (?: [ \t]{0,9} (?:[ \t]|\n[ \t>]{0,12})
          (?: "[^"\\]{0,300}" | '[^'\\]{0,300}' | \([^()\\]{0,300}\) ) (?=[ \t]*$) )?
    ) [ \t]*$
    """,
    re.MULTILINE | re.VERBOSE,
)


def mark_definitions(builder: Builder, source: str) -> None:
    """Make a draft's definitions regions, once its text has been read. `source` is the text that the parser saw."""
    found = [match.span(1) for match in _DEFINITION.finditer(source)]
    if not found:
        return
    hidden, other = _Stretches(builder.blanks), _Stretches((region.start, region.end) for region in builder.regions)
    for start, end in found:
        if hidden.hold(start, end) and not other.hold(start, end):
            builder.region(start, end, "url")


class _Stretches:
    """Stretches of a text, which may overlap."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def hold(self, start: int, end: int) -> bool:
        """Whether one of them holds all from start to end."""
        place = bisect_right(self._starts, start) - 1
        return place >= 0 and end <= self._reach[place]
