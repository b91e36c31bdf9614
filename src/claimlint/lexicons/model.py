"""The lexicons in the form that the hot path uses: two dictionaries, and data of other shapes by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

Words = Mapping[str, Sequence[Sequence[str]]]
"""A lower-cased word -> (mark kind, value) pairs."""

WILDCARDS = ("*", "...")
"""In a phrase, `*` stands for one word and `...` for up to three."""

Phrases = Mapping[str, Mapping[str, Sequence[Sequence[Any]]]]
"""First word of a phrase -> second word or wildcard -> (all words but the first, mark kind, value), longest first."""


class Lexicons(NamedTuple):
    """Everything that the stages look up. Values are what JSON holds, so that they can be cached."""

    words: Words
    phrases: Phrases
    data: Mapping[str, Mapping[str, Any]]
    """Lexicon files of their own shape (links, verb forms, rewordings), by name."""
