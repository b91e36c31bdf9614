"""The lexicons in the form that the hot path uses: two dictionaries, and data of other shapes by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimlint.lexicons.vocabulary import Vocabulary, packed_vocabulary
from claimlint.records import NamedTuple


class Lexicons(NamedTuple):
    """Everything that the stages look up."""

    words: Vocabulary
    data: Mapping[str, Mapping[str, Any]]
    """Lexicon files of their own shape (links, verb forms, rewordings), by name."""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Lexicons:
        """From the plain values that `build_lexicons` makes."""
        return cls(Vocabulary(packed_vocabulary(data["words"], data["phrases"])), data["data"])
