"""The edit that mends a finding."""

from __future__ import annotations

from typing import NamedTuple


class Edit(NamedTuple):
    """Replace `text[start:end]` by `replacement`; offsets are code points into the original text."""

    start: int
    end: int
    replacement: str


class Suggestion(NamedTuple):
    """The unit as reworded, and the edits of the original text that make it so (sorted, never overlapping)."""

    text: str
    edits: tuple[Edit, ...]
    safe: bool
    """True only when applying it unread changes no meaning beyond toning down."""
