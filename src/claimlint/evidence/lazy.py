"""Patterns that are compiled when first used: most drafts need only a few, and compiling all would slow every start."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, but compiled at the first call of one of its methods."""
    return cast("re.Pattern[str]", _Lazy(source, flags))


def words(*alternatives: str) -> str:
    """A group of alternatives, written as words separated by white space (`_` stands for a space within one)."""
    return "(?:" + "|".join(word for line in alternatives for word in line.split()).replace("_", r"\s") + ")"


class _Lazy:
    """Stands for a pattern until a method is asked for; from then on the methods are the pattern's own."""

    def __init__(self, source: str, flags: int) -> None:
        self.source = source
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.source, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(self, name)
