"""The engine: each rule's query against each unit's marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimlint.document.model import Document
from claimlint.language.model import Mark, Reading, UnitMarks
from claimlint.rules.model import Case, Match, Query, Rule

if TYPE_CHECKING:
    from claimlint.rules.patterns import Patterns


def find(rules: Sequence[Rule], document: Document, reading: Reading) -> Iterator[Match]:
    """Every match in text order; within a unit in the order of the rules. The first case that fits counts."""
    matcher = _Matcher(document, reading)
    gates = {rule.id: _gate(rule) for rule in rules}
    patterns = {rule.id: _patterns_of(rule) for rule in rules if rule.patterns}
    anywhere = None if patterns else _one_of(list(gates.values()))
    for plain in reading.units:
        if plain is None or (anywhere is not None and anywhere.isdisjoint(plain.kinds)):
            continue
        for rule in rules:
            marks = plain
            if rule.id in patterns:
                marks = patterns[rule.id].added(plain, document, document.units[plain.unit])
            gate = gates[rule.id]
            if gate is not None and gate.isdisjoint(marks.kinds):
                continue
            for case in rule.cases:
                if marks.kinds and matcher.holds(case.when, marks):
                    yield from _report(rule, case, document, marks)
                    break


def _gate(rule: Rule) -> frozenset[str] | None:
    """Marks of which a unit has at least one if it breaks the rule; None when that cannot be told."""
    return _one_of([_needed(case.when) for case in rule.cases])


def _needed(query: Query) -> frozenset[str] | None:
    operator = query[0]
    if operator == "mark":
        return frozenset({query[1]})
    if operator == "any":
        return _one_of([_needed(part) for part in query[1]])
    if operator == "all":
        known = [needed for part in query[1] if (needed := _needed(part)) is not None]
        return min(known, key=len, default=None)
    return None


def _one_of(parts: Sequence[frozenset[str] | None]) -> frozenset[str] | None:
    known = [part for part in parts if part is not None]
    return frozenset().union(*known) if len(known) == len(parts) else None


def _patterns_of(rule: Rule) -> Patterns:
    from claimlint.rules.patterns import Patterns

    return Patterns(rule)


def _report(rule: Rule, case: Case, document: Document, marks: UnitMarks) -> Iterator[Match]:
    unit = document.units[marks.unit]
    for kind in case.report:
        if kind == "unit":
            yield Match(rule, case, unit.index, unit.start, unit.end)
            return
        found = marks.of(kind)
        if found:
            for mark in found if case.every else found[:1]:
                yield Match(rule, case, unit.index, mark.start, mark.end)
            return
    yield Match(rule, case, unit.index, unit.start, unit.end)


class _Matcher:
    """Evaluates queries; one for a document."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self.document = document
        self.reading = reading

    def holds(self, query: Query, marks: UnitMarks) -> bool:
        operator = query[0]
        if operator == "mark":
            return query[1] in marks.kinds
        if operator == "all":
            return all(self.holds(part, marks) for part in query[1])
        if operator == "any":
            return any(self.holds(part, marks) for part in query[1])
        if operator == "none":
            return not any(self.holds(part, marks) for part in query[1])
        if operator == "previous":
            return self._neighbour(marks.unit - 1, query[1])
        if operator == "next":
            return self._neighbour(marks.unit + 1, query[1])
        if operator == "block":
            return self.document.blocks[self.document.units[marks.unit].block].kind in query[1]
        if operator == "topic":
            return query[1] in self.reading.topics
        if operator == "near":
            return self._near(marks, query[1], query[2], query[3])
        raise AssertionError(f"a query that the loader does not make: {operator}")

    def _neighbour(self, unit: int, query: Query) -> bool:
        if not 0 <= unit < len(self.reading.units):
            return False
        marks = self.reading.units[unit]
        return marks is not None and self.holds(query, marks)

    def _near(self, marks: UnitMarks, first: str, second: str, words: int) -> bool:
        starts = [mark.start for mark in marks.of(second)]
        if not starts:
            return False
        return any(self._words_between(mark, starts) <= words for mark in marks.of(first))

    def _words_between(self, mark: Mark, starts: Sequence[int]) -> int:
        # The nearest second mark on either side is enough.
        at = bisect_left(starts, mark.start)
        prose = self.document.prose
        gaps = [
            prose[min(mark.end, other) : max(mark.start, other)].count(" ")
            for other in (*starts[max(0, at - 1) : at], *starts[at : at + 1])
        ]
        return min(gaps)
