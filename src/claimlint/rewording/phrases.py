"""The table of absolute phrases and what they are toned down to (`rules/lexicons/rewordings.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimlint.records import NamedTuple

NOTHING: Mapping[str, str] = {}


class Phrases(NamedTuple):
    """Plain look-up tables; keys are lower-case words separated by one space."""

    drop: frozenset[str] = frozenset()
    drop_adjective: frozenset[str] = frozenset()
    unsafe: frozenset[str] = frozenset()
    """Of the words that can go, those that take some meaning with them."""
    predicate: Mapping[str, str] = NOTHING
    swap: Mapping[str, str] = NOTHING
    level: Mapping[str, str] = NOTHING
    """Verb (or verb and particle) of total effect -> the base that takes its place before a level or symptom."""
    other: Mapping[str, str] = NOTHING
    """The same before anything else."""
    level_objects: frozenset[str] = frozenset()
    symptom_objects: frozenset[str] = frozenset()
    longest: int = 1
    """The number of words of the longest key."""

    @classmethod
    def from_data(cls, data: Mapping[str, Mapping[str, Any]]) -> Phrases:
        """From the lexicons' data of other shapes (`Lexicons.data`); without the file the tables are empty."""
        data = data.get("rewordings", {})
        predicate, level, other = (_turned(data.get(name, {})) for name in ("predicate", "level", "other"))
        swap = {str(key): str(value) for key, value in data.get("swap", {}).items()}
        unsafe = frozenset(data.get("drop_unsafe", ())) | frozenset(data.get("drop_adjective_unsafe", ()))
        drop = frozenset(data.get("drop", ())) | frozenset(data.get("drop_unsafe", ()))
        adjectives = frozenset(data.get("drop_adjective", ())) | frozenset(data.get("drop_adjective_unsafe", ()))
        keys = [*swap, *drop, *adjectives, *predicate, *level, *other]
        longest = max((key.count(" ") + 1 for key in keys), default=1)
        levels, symptoms = (frozenset(data.get(name, ())) for name in ("level_objects", "symptom_objects"))
        return cls(drop, adjectives, unsafe, predicate, swap, level, other, levels, symptoms, longest)


def _turned(groups: Mapping[str, Any]) -> dict[str, str]:
    """{replacement: [phrases]} -> {phrase: replacement}."""
    return {str(phrase): str(replacement) for replacement, phrases in groups.items() for phrase in phrases}


NO_PHRASES = Phrases()
