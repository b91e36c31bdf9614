"""Is a reworded unit still correct? Plain checks of what an edit can break, used as guard, in tests and in benchmarks.

Everything is compared with the original: a fault that the author made is not held against the suggestion.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from claimlint.document.model import Document, Unit
from claimlint.lazy import lazy
from claimlint.rewording.model import SLOT, Suggestion
from claimlint.rewording.polish import reworded
from claimlint.rewording.words import article_for, links_between

_DOUBLED = lazy(r"(?<![\w'’-])([^\W\d_]{2,})[ \t\r\n]+\1(?![\w'’-])", re.IGNORECASE)
_ALLOWED_DOUBLES = frozenset({"that", "had", "very", "bla", "yin", "agar"})
_ARTICLE = lazy(r"(?<![\w'’.-])(an?)[ \t\r\n]+[\"'“*_(\[]{0,3}([^\W_][\w'’-]*)", re.IGNORECASE)
_SPACES = lazy(r"(?<=\S)[ \t]{2,}(?=\S)")
_PUNCTUATION = lazy(
    r"(?<![.])\.\.(?!\.)|,,|;;|::|,\.|;\.|:\.|\.,|\.;|,;|;,|!\.|\?\.|,!| [,.;!](?=\s|\Z)|\(\s|\s\)|\(\)"
)
_MODALS = lazy(
    r"\b(?:may|might|can|could|will|would|should|must)\s+(?:not\s+)?(?:may|might|can|could|will|would|should|must|is|are|was|were|has|does|did)\b"
    r"|\bto\s+may\b|\b(?:a|an|the|of|for|with|in)\s+may\s+(?:have|be|not)\b|\bmay\s+\w+ly\s+(?:is|are|was|were|has)\b",
    re.IGNORECASE,
)
_FAULTS = (
    ("doubled word", _DOUBLED),
    ("doubled space", _SPACES),
    ("punctuation", _PUNCTUATION),
    ("verb group", _MODALS),
)
SPAN = 80
"""No fault reaches over more characters."""

_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"), ("“", "”"), ("«", "»"))
_MARKERS = ("**", "__", "~~", "`", '"')


def problems(document: Document, unit: Unit, suggestion: Suggestion) -> tuple[str, ...]:
    """What is wrong with a suggestion; empty when nothing is."""
    return tuple(_problems(document, unit, suggestion))


def _problems(document: Document, unit: Unit, suggestion: Suggestion) -> Iterator[str]:
    text = document.text
    before, after = text[unit.start : unit.end], suggestion.text
    if not suggestion.edits or after == before:
        yield "changes nothing"
    yield from _edit_problems(document, unit, suggestion)
    yield from sentence_problems(before, after, _same_ends(unit, suggestion))
    if _opens_with_capital(before) and not (after.lstrip(" *_>#-").startswith("[") or _opens_with_capital(after)):
        yield "no capital at the start"


def _edit_problems(document: Document, unit: Unit, suggestion: Suggestion) -> Iterator[str]:
    text = document.text
    near = links_between(document, unit.start, unit.end)
    reach = max([unit.end, *(link.end for link in near)])
    at = -1
    for edit in suggestion.edits:
        if edit.start < unit.start or edit.end > reach:
            yield "an edit leaves the unit"
        if edit.start < at or edit.end < edit.start:
            yield "edits overlap"
        if text[edit.start : edit.end] == edit.replacement:
            yield "an edit changes nothing"
        if SLOT in edit.replacement and any(
            link.text_start < edit.start < link.end and edit.end < link.end for link in near
        ):
            yield "slot inside a link"
        at = edit.end
    if reworded(text, unit.start, unit.end, suggestion.edits) != suggestion.text:
        yield "text and edits disagree"


def sentence_problems(before: str, after: str, same: tuple[int, int] = (0, 0)) -> Iterator[str]:
    """Faults of the reworded text that the original did not have.

    `same` is how many characters at the start and at the end are the same in both; what stands far inside them is not
    looked at again.
    """
    if after.count(SLOT) > max(1, before.count(SLOT)):
        yield "two slots"
    old, new = _Stretch.around_change(before, same), _Stretch.around_change(after, same)
    for name, pattern in _FAULTS:
        found = _found(pattern, new)
        for what in Counter(found) - Counter(_found(pattern, old)) if found else ():
            if not (name == "doubled word" and what.split()[0] in _ALLOWED_DOUBLES):
                yield f"{name}: {what!r}"
    wrong = _articles(new)
    for what in sorted(wrong - _articles(old)) if wrong else ():
        yield f"article: {what}"
    gone, come = before[same[0] : len(before) - same[1]], after[same[0] : len(after) - same[1]]
    for opening, closing in _PAIRS:
        if _imbalance(come, opening, closing) != _imbalance(gone, opening, closing):
            yield f"unbalanced {opening}{closing}"
    for marker in _MARKERS:
        if after.count(marker) % 2 != before.count(marker) % 2:
            yield f"unbalanced {marker}"


class _Stretch(NamedTuple):
    """A part of a text, from white space to white space."""

    text: str
    start: int
    end: int

    @classmethod
    def around_change(cls, text: str, same: tuple[int, int]) -> _Stretch:
        """What changed, with as many words on either side as a fault can span."""
        start = text.rfind(" ", 0, max(0, same[0] - SPAN)) + 1
        end = text.find(" ", len(text) - max(0, same[1] - SPAN))
        return cls(text, start, len(text) if end < 0 else end)


def _same_ends(unit: Unit, suggestion: Suggestion) -> tuple[int, int]:
    """How many characters at the start and at the end of a unit its edits leave alone."""
    if not suggestion.edits:
        return 0, 0
    return max(0, suggestion.edits[0].start - unit.start), max(0, unit.end - suggestion.edits[-1].end)


def _found(pattern: re.Pattern[str], where: _Stretch) -> list[str]:
    return [found.group().lower() for found in pattern.finditer(*where)]


def _articles(where: _Stretch) -> set[str]:
    """Wrong articles, as far as spelling shows."""
    return {
        f"{found.group(1)} {found.group(2)}".lower()
        for found in _ARTICLE.finditer(*where)
        if article_for(found.group(2)) != found.group(1).lower()
        and not (found.group(1) == "A" and not found.group(2)[0].isalpha())
    }


def _imbalance(text: str, opening: str, closing: str) -> int:
    return text.count(opening) - text.count(closing)


def _opens_with_capital(text: str) -> bool:
    found = re.match(r"[\W_]*([^\W_])", text)
    return (found is not None and (found.group(1).isupper() or not found.group(1).isalpha())) or not found
