"""The lexicons in the form that the hot path uses: two dictionaries, and data of other shapes by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from claimlint.lexicons.table import Table

WILDCARDS = ("*", "...")
"""In a phrase, `*` stands for one word and `...` for up to three."""


class Lexicons(NamedTuple):
    """Everything that the stages look up."""

    words: Table
    """A lower-cased word -> (mark kind, value) pairs."""
    phrases: Table
    """First word of a phrase -> second word or wildcard -> (all words but the first, mark kind, value), longest
    first."""
    data: Mapping[str, Mapping[str, Any]]
    """Lexicon files of their own shape (links, verb forms, rewordings), by name."""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Lexicons:
        """From the plain values that `build_lexicons` makes."""
        return cls(Table.of(data["words"]), Table.of(data["phrases"]), data["data"])
