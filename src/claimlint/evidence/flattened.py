"""Markers that a paste flattened: "pain.1,2 Food" and "pain (3)"; they count only beside a numbered reference list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.evidence.markers import Marker, numbers
from claimlint.evidence.references import ReferenceLists
from claimlint.lazy import lazy, words

_NUMBERS = r"(\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,12})"
_RAISED = lazy(rf"(?<=[^\W\d_][.,;:!?)\]”\"]){_NUMBERS}(?=\s|$|[.;:)])")
_ROUND = lazy(rf"\(\s?{_NUMBERS}\s?\)(?=\s|$|[.,;:!?)])")
_ABBREVIATIONS = words(
    "fig figs figure no nos vol p pp ch eq tab table ver v approx ca vs st art sec step day week phase type n"
)
_ABBREVIATED = lazy(rf"\b{_ABBREVIATIONS}[.,;:)]?\s?$", re.IGNORECASE)
_FEWEST = 2
"""One number alone may be anything; a draft that cites in this way does so again."""


def flattened_markers(text: str, lists: ReferenceLists) -> list[Marker]:
    """All of them when every number stands in the list, else none of that style: a style is used throughout or not."""
    labels = frozenset(label for label in lists.labels if label.isdigit())
    if len(labels) < _FEWEST:
        return []
    for pattern in (_RAISED, _ROUND):
        found = list(_candidates(pattern, text, lists))
        known = [marker for marker in found if labels.issuperset(marker.labels)]
        if len(known) >= _FEWEST and len(known) * 4 >= len(found) * 3:
            return known
    return []


def _candidates(pattern: re.Pattern[str], text: str, lists: ReferenceLists) -> Iterator[Marker]:
    for match in pattern.finditer(text):
        if lists.holds(match.start()) or _ABBREVIATED.search(text, max(0, match.start() - 12), match.start()):
            continue
        labels = numbers(match[1])
        if labels:
            yield Marker(match.start(), match.end(), "numbered", labels)
