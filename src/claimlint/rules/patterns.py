"""Patterns that a rule brings along: regular expressions over a unit's prose, for what no list of words can say.

They are the only place where a user's expression runs, so each search has a time limit, which the `regex` package
enforces. It is imported only when a rule with patterns is in use: no built-in rule has any.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimlint.document.model import Document, Unit
from claimlint.errors import ClaimlintError
from claimlint.language.model import Mark, UnitMarks

if TYPE_CHECKING:
    from regex import Pattern

    from claimlint.rules.model import Rule

SECONDS = 0.5
"""How long one pattern may search one unit. A sound pattern takes microseconds."""

MAX_MATCHES = 1000
"""More marks than that in one unit say nothing more."""

MOST_ATOMS = 100_000
"""More than that no pattern needs."""

_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*(?:\]|\Z)|\{(?:\d*,)?(?P<count>\d+),?\}|.", re.DOTALL)
"""An escape, a class, a counted repetition (its highest count, or its least where none is given), or a character."""


class Patterns:
    """The compiled patterns of one rule."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule.id
        self.compiled = [(mark, compile_pattern(pattern)) for mark, pattern in rule.patterns]

    def added(self, marks: UnitMarks, document: Document, unit: Unit) -> UnitMarks:
        """The marks of a unit with those of the patterns.

        Raises ClaimlintError naming the rule when a pattern takes too long.
        """
        found = list(marks.marks)
        for mark, pattern in self.compiled:
            try:
                for count, match in enumerate(pattern.finditer(document.prose, unit.start, unit.end, timeout=SECONDS)):
                    if count == MAX_MATCHES:
                        break
                    if match.end() > match.start():
                        found.append(Mark(mark, match.start(), match.end()))
            except TimeoutError as error:
                raise ClaimlintError(
                    f'the pattern {pattern.pattern!r} of the rule "{self.rule}" takes too long; '
                    "avoid a repetition inside a repetition"
                ) from error
        found.sort(key=lambda m: (m.start, m.end, m.kind, m.value))
        return UnitMarks(marks.unit, tuple(found), marks.kinds | {mark.kind for mark in found})


def compile_pattern(pattern: str) -> Pattern[str]:
    """A pattern as the engine runs it; case does not matter.

    Raises ValueError saying what is wrong with it.
    """
    import regex

    if _written_out(pattern) > MOST_ATOMS:
        raise ValueError("its repetitions are too many")
    try:
        return regex.compile(pattern, regex.IGNORECASE)
    except (regex.error, OverflowError) as error:
        raise ValueError(str(error)) from error
    except RecursionError as error:
        raise ValueError("is nested too deeply") from error


def _written_out(pattern: str) -> int:
    """About how many characters and classes a pattern has once its counted repetitions are written out, as the engine
    does before it looks at any text: `(a{60000}){60000}` would keep it busy for hours."""
    groups = [[0, 0]]
    """Of each open group: what is done, and the last atom, which a repetition would multiply."""
    for token in _TOKEN.finditer(pattern):
        group = groups[-1]
        if token[0] == "(":
            groups.append([0, 0])
        elif token[0] == ")" and len(groups) > 1:
            inner = sum(groups.pop())
            groups[-1] = [sum(groups[-1]), inner]
        elif token["count"]:
            group[1] = min(group[1] * max(int(token["count"][:6]), 1), MOST_ATOMS + 1)
        else:
            groups[-1] = [sum(group), 1]
    return sum(map(sum, groups))
