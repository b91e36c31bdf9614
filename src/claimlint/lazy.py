"""Patterns that are ready when first used: most drafts need only a few, and compiling all would slow every start.

Compiling a pattern takes Python a hundred times as long as setting up one whose code is known. So the code of all of
them is kept in the compiled rule pack (`rules/pack.py`). It is what `re` itself hands to `_sre.compile`, which checks
it; the form is private to a Python version, so whatever goes wrong, `re.compile` does the work as it always did.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Any, AnyStr, cast

PreparedCodes = Mapping[tuple[bool, int, Any], tuple[Any, ...]]
"""Whether the pattern is of bytes, its flags, the pattern -> all flags, code words, number of groups, names of groups,
group names by number. Values that marshal keeps."""

LINTING = ("document", "evidence", "language", "rules", "rewording", "project", "reporting")
"""The folders whose patterns a draft may need."""

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")

_prepared: dict[tuple[bool, int, Any], tuple[Any, ...]] = {}


def lazy(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, but compiled at the first call of one of its methods."""
    return cast("re.Pattern[AnyStr]", _Lazy(source, flags))


def words(*alternatives: str) -> str:
    """A group of alternatives, written as words separated by white space (`_` stands for a space within one)."""
    return "(?:" + "|".join(word for line in alternatives for word in line.split()).replace("_", r"\s") + ")"


def use_prepared(codes: PreparedCodes) -> None:
    """Take patterns from these codes from now on. A pattern has one code only, so it does not matter who gave it."""
    _prepared.update(codes)


def engine() -> tuple[object, ...]:
    """What codes depend on: they are of no use where this differs."""
    import sys

    try:
        sre: Any = import_module("_sre")
        return (sys.implementation.cache_tag, sys.byteorder, sre.MAGIC, sre.CODESIZE)
    except (ImportError, AttributeError):
        return (sys.implementation.cache_tag, sys.byteorder)


def prepare() -> PreparedCodes:
    """The codes of all patterns that linting may need, for `use_prepared`; none where this Python tells none."""
    try:
        return {_key(source, flags): _code_of(source, flags) for source, flags in all_patterns()}
    except (ImportError, AttributeError, TypeError):
        return {}


class _Lazy:
    """Stands for a pattern until a method is asked for; from then on the methods are the pattern's own."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = _compiled(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(self, name)


def _compiled(source: Any, flags: int) -> re.Pattern[Any]:
    stored = _prepared.get(_key(source, flags))
    if stored is not None:
        try:
            return _from_code(source, stored)
        except (ImportError, TypeError, ValueError, RuntimeError, OverflowError):
            pass  # damaged, or of another Python
    return re.compile(source, flags)


def _from_code(source: Any, stored: tuple[Any, ...]) -> re.Pattern[Any]:
    sre: Any = import_module("_sre")
    flags, code, *groups = stored
    pattern: re.Pattern[Any] = sre.compile(source, flags, memoryview(code).cast("I").tolist(), *groups)
    return pattern


def _key(source: Any, flags: int) -> tuple[bool, int, Any]:
    return isinstance(source, bytes), int(flags), source


def _code_of(source: Any, flags: int) -> tuple[Any, ...]:
    """What `re.compile` would hand to `_sre.compile`."""
    from array import array

    compiler: Any = import_module("re._compiler" if hasattr(re, "_compiler") else "sre_compile")
    parser: Any = import_module("re._parser" if hasattr(re, "_compiler") else "sre_parse")
    parsed = parser.parse(source, int(flags))
    code = array("I", compiler._code(parsed, int(flags)))  # there is no public way
    names: dict[str, int] = dict(parsed.state.groupdict)
    by_number: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        by_number[number] = name
    return int(flags | parsed.state.flags), code.tobytes(), parsed.state.groups - 1, names, tuple(by_number)


def all_patterns() -> Iterable[tuple[Any, int]]:
    """Every pattern that a module of the linting folders defines."""
    from pkgutil import iter_modules

    for folder in LINTING:
        package = import_module(f"claimlint.{folder}")
        for found in iter_modules(package.__path__):
            try:
                module = import_module(f"claimlint.{folder}.{found.name}")
            except ImportError:  # what it needs is not installed where the wheel is built
                continue
            for value in vars(module).values():
                entries = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
                yield from ((entry.pattern, entry.flags) for entry in entries if isinstance(entry, _Lazy))
