"""A rule as the engine runs it, and what it finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, cast

from claimlint.records import NamedTuple

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")

Query = Sequence[Any]
"""A compiled condition: `["mark", kind]`, `["all"|"any"|"none", [queries]]`, `["previous"|"next", query]`,
`["near", kind, kind, words]`, `["block", [kinds]]` or `["topic", name]`."""


class Case(NamedTuple):
    """One way in which a unit breaks a rule: when it does, which words to report, and what to say."""

    name: str
    when: Query
    report: tuple[str, ...]
    """Mark kinds in order of preference whose span is the finding; `unit` is the whole unit."""
    message: str
    reword: str
    every: bool
    """Report each mark of the first kind found, not only the first."""


class Rule(NamedTuple):
    """One rule file. What only people read (why, sources, examples) stays in the file: see `rules.pages`."""

    id: str
    severity: Severity
    summary: str
    why: str
    cases: tuple[Case, ...]
    patterns: tuple[tuple[str, str], ...] = ()
    """(mark kind, regular expression) pairs that the rule brings along."""

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Rule:
        """From the compiled form."""
        cases = tuple(
            Case(c["name"], c["when"], tuple(c["report"]), c["message"], c["reword"], c["every"]) for c in data["cases"]
        )
        patterns = tuple((mark, pattern) for mark, pattern in data["patterns"])
        return cls(data["id"], cast(Severity, data["severity"]), data["summary"], data["why"], cases, patterns)


class Match(NamedTuple):
    """A unit that breaks a rule. The span is in offsets into the original text."""

    rule: Rule
    case: Case
    unit: int
    start: int
    end: int
