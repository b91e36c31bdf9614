"""Whether any of claimlint's own patterns can be made slow.

    python benchmarks/patterns.py

Each pattern is fed with texts made from itself: what a repetition in it repeats, many times over, before something that
does not fit. It has to be through with 200 characters at once, and with 20,000 in a time that grows with them; what is
not is printed, with the text. The exit code says whether there was any in the first, short form: those hang.
"""

from __future__ import annotations

import re
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from claimlint.lazy import all_patterns  # noqa: E402

parser: Any = import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse")

SHORT, LONG = 200, 20_000
SECONDS = {SHORT: 0.1, LONG: 1.0}
"""Of processor time, generously: a sound pattern takes a thousandth."""
ENDS = ("", "\0", "!", " x", "\n\n")
VARIANTS = 4
"""So many alternatives of a group are tried."""


class TooSlowError(Exception):
    """A search was stopped."""


def main() -> int:
    """Print the slow ones; whether any hangs."""
    hanging = slow = 0
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    patterns = sorted(set(all_patterns()), key=repr)
    signal.signal(signal.SIGVTALRM, _stop)
    for source, flags in patterns:
        compiled = re.compile(source, flags)
        worst = next((text for text in attacks(source, flags, SHORT) if _is_slow(compiled, text, SHORT)), None)
        if worst is not None:
            hanging += 1
            print(f"HANGS  {source!r}\n   on  {worst!r}")
            continue
        worst = next((text for text in attacks(source, flags, LONG) if _is_slow(compiled, text, LONG)), None)
        if worst is not None:
            slow += 1
            print(f"slow   {source!r:.300}\n   on  {worst[:60]!r} …")
    print(f"{len(patterns)} patterns, {hanging} hang, {slow} are slow on a text of {LONG:,} characters")
    return int(bool(hanging))


def attacks(source: Any, flags: int, size: int) -> Iterator[Any]:
    """Texts of about this size that repeat what a pattern repeats."""
    tree = parser.parse(source, flags)
    seen: set[str] = set()
    for before, body in _repeats(list(tree)):
        for variant in range(VARIANTS):
            piece = _sample(body, variant)
            for end in ENDS:
                text = before + piece * (size // max(len(piece), 1)) + end
                if piece and text not in seen:
                    seen.add(text)
                    yield text.encode("utf-8", "replace") if isinstance(source, bytes) else text


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


def _is_slow(compiled: re.Pattern[Any], text: Any, size: int) -> bool:
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS[size])
    try:
        for _ in compiled.finditer(text):
            pass
        compiled.fullmatch(text)
    except TooSlowError:
        return True
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return False


def _stop(_: int, __: FrameType | None) -> None:
    raise TooSlowError


if __name__ == "__main__":
    started = time.process_time()
    code = main()
    print(f"{time.process_time() - started:.0f} s of processor time")
    sys.exit(code)
