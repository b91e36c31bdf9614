"""Quotation marks: which stretches of a unit are somebody else's words."""

from __future__ import annotations

from claimlint.language.unit import UnitText
from claimlint.lazy import lazy

MIN_WORDS = 3
"""Fewer words between quotation marks are a scare quote, a title's name or a coined term: still the author's voice."""

QUOTED = lazy(
    r"“[^“”\n]{1,600}”|(?<![\w\"])\"(?=\S)[^\"\n]{1,600}(?<=\S)\"(?!\w)|«[^«»\n]{1,600}»|„[^„“”\n]{1,600}[“”]"
    r"|‘[^‘’\n]{1,200}’(?!\w)"
)
OPENER = lazy('[“"«„‘]')


def quoted_spans(text: UnitText) -> list[tuple[int, int]]:
    """Spans between quotation marks with at least three words in them, marks included, in text order."""
    source = text.document.text
    start, end = text.unit.start, text.unit.end
    # The cheap gate: most units have no quotation mark at all.
    if OPENER.search(source, start, end) is None:
        return []
    return [m.span() for m in QUOTED.finditer(source, start, end) if len(m.group().split()) >= MIN_WORDS]


def short_quotes(text: UnitText) -> list[tuple[int, int]]:
    """Every span between quotation marks, however short: a single quoted word may be somebody else's too."""
    return [m.span() for m in QUOTED.finditer(text.document.text, text.unit.start, text.unit.end)]


def is_quoted(spans: list[tuple[int, int]], at: int) -> bool:
    """Whether an offset stands inside one of the spans."""
    return any(start <= at < end for start, end in spans)
