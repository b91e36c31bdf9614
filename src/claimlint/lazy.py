"""Patterns that are compiled when first used: most drafts need only a few, and compiling all would slow every start."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


def lazy(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, but compiled at the first call of one of its methods."""
    return cast("re.Pattern[AnyStr]", _Lazy(source, flags))


def words(*alternatives: str) -> str:
    """A group of alternatives, written as words separated by white space (`_` stands for a space within one)."""
    return "(?:" + "|".join(word for line in alternatives for word in line.split()).replace("_", r"\s") + ")"


class _Lazy:
    """Stands for a pattern until a method is asked for; from then on the methods are the pattern's own."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(self, name)
