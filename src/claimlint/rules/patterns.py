"""Patterns that a rule brings along: regular expressions over a unit's prose, for what no list of words can say.

They are the only place where a user's expression runs, so each search has a time limit, which the `regex` package
enforces. It is imported only when a rule with patterns is in use: no built-in rule has any.
"""

from __future__ import annotations

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

    try:
        return regex.compile(pattern, regex.IGNORECASE)
    except regex.error as error:
        raise ValueError(str(error)) from error
