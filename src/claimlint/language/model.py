"""Marks: what one pass over a unit's words leaves behind for the rules to query."""

from __future__ import annotations

from claimlint.records import NamedTuple


class Token(NamedTuple):
    """A word or number of `Document.prose`, lower-cased, curly apostrophes straightened; offsets into the text."""

    word: str
    start: int
    end: int


class Mark(NamedTuple):
    """A stretch of a unit that means something: `kind` is what rules ask for, `value` refines it.

    The kinds that code computes are listed in `language/kinds.py`, the others in the lexicons (a test holds both
    complete).
    """

    kind: str
    start: int
    end: int
    value: str = ""


class UnitMarks(NamedTuple):
    """The marks of one unit, sorted by start."""

    unit: int
    marks: tuple[Mark, ...]
    kinds: frozenset[str]
    """Every mark as `kind` and as `kind:value`, for fast queries."""

    def of(self, kind: str) -> tuple[Mark, ...]:
        """The marks of one kind (or `kind:value`), in text order."""
        if kind not in self.kinds:
            return ()
        name, _, value = kind.partition(":")
        if value:
            return tuple([m for m in self.marks if m[3] == value and m[0] == name])
        return tuple([m for m in self.marks if m[0] == name])


class Reading(NamedTuple):
    """All marks of a document: one `UnitMarks` a unit that is scanned, None for one that is not."""

    units: tuple[UnitMarks | None, ...]
    topics: frozenset[str]
    """Properties of the whole draft: `health`, `recipe`, `veterinary`, `software` …"""
