"""Paragraphs that are a record: every line a field of its own.

    Oral: 50-200 mg
    Sublingual: 25-100 mg

No sentence crosses such a line, whatever Markdown makes of a single line break.
"""

from __future__ import annotations

from claimlint.lazy import lazy

_FIELD = lazy(
    r"[ \t>*_•·–-]{0,8}(?:(?!https?:)[^\W_][^\n:.!?;]{0,40}:(?!\d)[ *_]{0,4}[^\s/]"
    r"|\d[\d.,–-]{0,8}\s?(?:mg|mcg|µg|g|ml|mL|IU|iu|units?|drops?|capsules?|tablets?)\b)"
)
_TITLE = lazy(r"[ \t]{0,4}[*_]{1,3}[^*_\n]{2,40}[*_]{1,3}[ \t]{0,4}")
"""An emphasised line over the fields."""


def is_field(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins with a short label and a colon."""
    return _FIELD.match(text, start, end) is not None


def field_lines(text: str, start: int, end: int) -> tuple[int, ...]:
    """Where the lines of a record begin, the first left out; empty if any line is no field."""
    at = text.find("\n", start, end)
    if at < 0 or (_FIELD.match(text, start, end) is None and _TITLE.fullmatch(text, start, at) is None):
        return ()
    breaks = []
    while at >= 0:
        if _FIELD.match(text, at + 1, end) is None:
            return ()
        breaks.append(at + 1)
        at = text.find("\n", at + 1, end)
    return tuple(breaks)
