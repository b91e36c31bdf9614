"""The report for GitLab Code Quality: its reduced form of the Code Climate issue.

GitLab compares the fingerprints of two branches to say what a merge request brings and what it mends, and shows only
one of several with the same. They are made of the path, the rule and the sentence, and never of a line number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claimlint.project.model import FileResult
from claimlint.reporting.identity import Identities
from claimlint.reporting.json_report import dump
from claimlint.reporting.paths import in_repository, shown
from claimlint.reporting.places import Places
from claimlint.reporting.sentences import advice, unchecked
from claimlint.reporting.style import Style
from claimlint.rules.model import Severity

SEVERITY: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}
UNCHECKED = "unchecked"


def render(results: Iterable[FileResult], style: Style) -> Iterator[str]:
    """One JSON list, a line an issue."""
    separator = "[\n"
    for result in results:
        for issue in _issues(result):
            yield separator + dump(issue)
            separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


def _issues(result: FileResult) -> Iterator[dict[str, Any]]:
    path = shown(in_repository(result.path))
    identity = Identities(result, scope=path)
    if result.error is not None:
        nowhere = {"line": 1, "column": 1}
        positions = {"begin": nowhere, "end": nowhere}
        yield _issue(UNCHECKED, unchecked(result.error), "blocker", identity.of(UNCHECKED, ""), path, positions)
    places = Places(result, "code points")
    for finding in result.findings:
        begin, end = places.span(finding.start, finding.end)
        positions = {"begin": begin._asdict(), "end": end._asdict()}
        severity = SEVERITY[finding.severity]
        yield _issue(finding.rule, advice(finding), severity, identity(finding), path, positions)


def _issue(
    rule: str, description: str, severity: str, fingerprint: str, path: str, positions: dict[str, Any]
) -> dict[str, Any]:
    return {
        "type": "issue",
        "check_name": rule,
        "description": description,
        "categories": ["Clarity"],
        "severity": severity,
        "fingerprint": fingerprint,
        "location": {"path": path, "positions": positions},
    }
