"""Whether any of claimlint's own patterns can be made slow.

    python benchmarks/patterns.py [--short]

Each pattern is fed with texts made from itself: what a repetition in it repeats, many times over, before something that
does not fit. It has to be through with 200 characters at once (`--short` stops here), and with 20,000 in a time that
grows with them: what takes a while over 2,000 is tried over ten times as many. Each pattern that hangs or is slow is
printed with the text, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import ast
import re
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import FrameType
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

import claimlint  # noqa: E402
from claimlint.lazy import _Lazy  # noqa: E402

parser: Any = import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse")

SHORT, MIDDLE, LONG = 200, 2_000, 20_000
SECONDS = {SHORT: 0.25, MIDDLE: 0.25, LONG: 0.5}
"""Of processor time, generously: a sound pattern takes a thousandth."""
SUSPICIOUS = 0.002
"""Seconds over `MIDDLE` characters: what then grows with their square takes a fifth of one over `LONG`."""
GROWTH = 40
"""How much more `LONG` may take than `MIDDLE`: ten times where the time grows with the text, a hundred with its
square."""
ENDS = ("", "\0", " x", "\n\n")
VARIANTS = 4
"""So many alternatives of a group are tried."""


ANYWHERE = frozenset({"search", "finditer", "findall", "sub", "subn", "split", "compile"})


class TooSlowError(Exception):
    """A search was stopped."""


class Pattern(NamedTuple):
    """A pattern and its flags."""

    source: Any
    flags: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the slow ones; whether there is any."""
    options = argparse.ArgumentParser(description="Whether any of claimlint's own patterns can be made slow.")
    options.add_argument("--short", action="store_true", help="only look for those that hang")
    short = options.parse_args(arguments).short
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    signal.signal(signal.SIGVTALRM, _stop)
    patterns = sorted(every_pattern().items(), key=repr)
    found = 0
    for pattern, ways in patterns:
        for way in sorted(ways):
            worst = _worst(pattern, way, short=short)
            if worst is not None:
                found += 1
                print(f"{worst[0]:6} {way:9} {pattern.source!r:.300}\n   on  {worst[1][:60]!r} …")
    print(f"{len(patterns)} patterns, {found} hang or are slow")
    return int(bool(found))


def every_pattern() -> dict[Pattern, set[str]]:
    """Every pattern in claimlint's code, and how it is looked for: by `match`, `fullmatch` or `search`, which stands
    for whatever finds it anywhere."""
    found: dict[Pattern, set[str]] = {}
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in Path(claimlint.__file__).parent.rglob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    uses: dict[str, set[str]] = {}
    for node in calls:
        if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name | ast.Attribute):
            holder = node.func.value
            uses.setdefault(holder.id if isinstance(holder, ast.Name) else holder.attr, set()).add(node.func.attr)
            first = node.args[0] if node.args else None
            if isinstance(holder, ast.Name) and holder.id == "re" and isinstance(first, ast.Constant):
                flags = sum(
                    getattr(re, name) for name in ("IGNORECASE", "MULTILINE", "DOTALL") if name in ast.dump(node)
                )
                found.setdefault(Pattern(first.value, flags), set()).update(_ways({node.func.attr}))
    for module in walk_packages(claimlint.__path__, "claimlint."):
        for name, value in _values(module.name):
            inside = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else None
            for entry in (value,) if inside is None else inside:
                if isinstance(entry, re.Pattern | _Lazy):
                    flags = int(entry.flags) & ~re.UNICODE
                    ways = _ways(uses.get(name, set()) if inside is None else set())
                    found.setdefault(Pattern(entry.pattern, flags), set()).update(ways)
    return found


def _values(module: str) -> Iterable[tuple[str, Any]]:
    if module.endswith("__main__"):
        return ()
    try:
        return vars(import_module(module)).items()
    except ImportError:  # an extra that is not installed
        return ()


def _ways(methods: set[str]) -> set[str]:
    """How a pattern is looked for with these methods; in every way where they tell nothing."""
    ways = {"search" if name in ANYWHERE else name for name in methods & {*ANYWHERE, "match", "fullmatch"}}
    return ways or {"search", "match", "fullmatch"}


def _worst(pattern: Pattern, way: str, *, short: bool) -> tuple[str, Any] | None:
    """The first text that the pattern is too slow over, and in which way."""
    look = _look(re.compile(*pattern), way)
    for attack in attacks(pattern):
        if short:
            if _seconds(look, attack.text(pattern, SHORT), SHORT) is None:
                return "HANGS", attack.text(pattern, SHORT)
            continue
        before = _seconds(look, attack.text(pattern, MIDDLE), MIDDLE)
        if before is None or before > SUSPICIOUS:
            large = attack.text(pattern, LONG)
            after = _seconds(look, large, LONG)
            if before is None or after is None or after > GROWTH * before:
                return "slow", large
    return None


def _look(compiled: re.Pattern[Any], way: str) -> Callable[[Any], object]:
    if way == "search":
        return lambda text: sum(1 for _ in compiled.finditer(text))
    return compiled.match if way == "match" else compiled.fullmatch


class Attack(NamedTuple):
    """A text that repeats what a pattern repeats."""

    before: str
    piece: str
    end: str

    def text(self, pattern: Pattern, size: int) -> Any:
        """One of about this size, of characters or bytes as the pattern is."""
        made = self.before + self.piece * (size // len(self.piece) or 1) + self.end
        return made.encode("utf-8", "replace") if isinstance(pattern.source, bytes) else made


def attacks(pattern: Pattern) -> list[Attack]:
    """For each repetition, with each of a few things it may repeat."""
    found = dict.fromkeys(
        Attack(*whole, end)
        for before, body in _repeats(list(parser.parse(*pattern)))
        for piece in dict.fromkeys(_sample(body, variant) for variant in range(VARIANTS))
        for whole in ((before, piece), ("", before + piece), ("", before))
        for end in ENDS
        if whole[1]
    )
    return list(found)


def _repeats(nodes: Sequence[Any], before: str = "") -> Iterator[tuple[str, Sequence[Any]]]:
    """Each repetition with a text that leads to it."""
    for name, value in nodes:
        kind = str(name)
        for inner in _inside(kind, value):
            yield from _repeats(list(inner), before)
        if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[1] > 1:
            yield before, list(value[2])
        before += _sample([(name, value)], 0)


def _inside(kind: str, value: Any) -> list[Any]:
    if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return [value[2]]
    if kind == "SUBPATTERN":
        return [value[3]]
    if kind == "BRANCH":
        return list(value[1])
    if kind in ("ASSERT", "ASSERT_NOT"):
        return [value[1]]
    return [value] if kind == "ATOMIC_GROUP" else []


def _sample(nodes: Sequence[Any], variant: int) -> str:
    """A text that the nodes match; another for each variant, where there is a choice."""
    pieces = []
    for name, value in nodes:
        kind = str(name)
        if kind == "LITERAL":
            pieces.append(chr(value))
        elif kind in ("NOT_LITERAL", "ANY"):
            pieces.append("a")
        elif kind == "IN":
            pieces.append(_member(value, variant))
        elif kind == "BRANCH":
            pieces.append(_sample(list(value[1][variant % len(value[1])]), variant))
        elif kind == "SUBPATTERN":
            pieces.append(_sample(list(value[3]), variant))
        elif kind == "ATOMIC_GROUP":
            pieces.append(_sample(list(value), variant))
        elif kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            least = min(value[0], 50) if variant % 2 == 0 else max(value[0], 1)
            pieces.append(_sample(list(value[2]), variant) * least)
    return "".join(pieces)


CATEGORIES = {"DIGIT": "1", "NOT_DIGIT": "a", "SPACE": " ", "NOT_SPACE": "a", "WORD": "a", "NOT_WORD": "."}


def _member(value: Sequence[Any], variant: int) -> str:
    """A character of a class."""
    negated = str(value[0][0]) == "NEGATE"
    if negated:
        candidates = [char for char in "a1 .-(é" if not _holds(value[1:], char)] or ["\u0394"]
        return candidates[variant % len(candidates)]
    name, inner = value[variant % len(value)]
    kind = str(name)
    if kind == "LITERAL":
        return chr(inner)
    if kind == "RANGE":
        return chr(inner[0] + variant % (inner[1] - inner[0] + 1))
    return CATEGORIES[str(inner).removeprefix("CATEGORY_")]


def _holds(members: Sequence[Any], char: str) -> bool:
    for name, inner in members:
        kind = str(name)
        if kind == "LITERAL" and chr(inner) == char:
            return True
        if kind == "RANGE" and inner[0] <= ord(char) <= inner[1]:
            return True
        if kind == "CATEGORY":
            category = str(inner).removeprefix("CATEGORY_")
            tested = {"DIGIT": char.isdigit(), "SPACE": char.isspace(), "WORD": char.isalnum() or char == "_"}
            if category.startswith("NOT_"):
                if not tested[category[4:]]:
                    return True
            elif tested[category]:
                return True
    return False


def _seconds(look: Callable[[Any], object], text: Any, size: int) -> float | None:
    """The processor time of looking through the text; None if it was stopped."""
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS[size])
    started = time.process_time()
    try:
        look(text)
    except TooSlowError:
        return None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - started


def _stop(_: int, __: FrameType | None) -> None:
    raise TooSlowError


if __name__ == "__main__":
    started = time.process_time()
    code = main()
    print(f"{time.process_time() - started:.0f} s of processor time")
    sys.exit(code)
