"""The report for programs: JSON, version 1.

The keys, their order and their meaning are fixed; a change that a reader could notice makes it version 2 (a key more is
none). Lines and columns are 1-based code points, end columns exclusive. Each finding is one line, so that reports can
be compared.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from claimlint.lazy import lazy
from claimlint.project.model import FileResult, Finding, Summary, Suppressed
from claimlint.project.tally import Tally
from claimlint.reporting.aside import Aside
from claimlint.reporting.paths import shown
from claimlint.reporting.statistics import Statistics
from claimlint.reporting.style import Style

VERSION = 1
UNSAFE = lazy("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Legal in a JSON string, but able to steer a terminal or to end a line, or not to be written as UTF-8: escapes."""

ENCODE = json.JSONEncoder(ensure_ascii=False).encode


def render(results: Iterable[FileResult], style: Style) -> Iterator[str]:
    """One JSON document, in chunks, as the results come."""
    tally = Tally(results)
    counted = Statistics(tally, wanted=style.statistics)
    errors, hidden = Aside(",\n"), Aside(",\n")
    yield f'{{"version": {VERSION}, "findings": ['
    separator = "\n"
    for result in counted:
        if result.error is not None:
            errors.add(dump(error_data(result)))
        for finding in result.findings:
            yield separator + dump(finding_data(finding, result))
            separator = ",\n"
        for suppressed in result.suppressed:
            hidden.add(dump(suppressed_data(suppressed, result)))
    yield "\n" if separator != "\n" else ""
    yield '], "suppressed": ['
    yield from _lines(hidden)
    yield '], "errors": ['
    yield from _lines(errors)
    yield f'], "summary": {dump(summary_data(tally.summary()))}'
    yield f', "statistics": {dump(counted.data())}}}\n' if style.statistics else "}\n"


def _lines(items: Aside) -> Iterator[str]:
    if items.count:
        yield "\n"
        yield from items
        yield "\n"


def suppressed_data(suppressed: Suppressed, result: FileResult) -> dict[str, Any]:
    """What is known of a finding that is not reported, and why it is not."""
    about = finding_data(suppressed.finding, result)
    return {**about, "by": suppressed.by, "reason": suppressed.reason, "comment_line": suppressed.line or None}


def error_data(result: FileResult) -> dict[str, Any]:
    """Why a draft could not be checked."""
    return {"path": shown(result.path), "message": result.error}


def finding_data(finding: Finding, result: FileResult) -> dict[str, Any]:
    """A finding of version 1. `post` is there in a thread only."""
    data = _of_any_draft(finding, result)
    return data if finding.post is None else {**data, "post": finding.post._asdict()}


def _of_any_draft(finding: Finding, result: FileResult) -> dict[str, Any]:
    return {
        "path": shown(finding.path),
        "rule": finding.rule,
        "severity": finding.severity,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "text": finding.text,
        "message": finding.message,
        "suggestion": _suggestion(finding, result),
    }


def _suggestion(finding: Finding, result: FileResult) -> dict[str, Any] | None:
    if finding.suggestion is None:
        return None
    edits = []
    for start, end, replacement in finding.suggestion.edits:
        line, column = result.position(start)
        end_line, end_column = result.position(end)
        place = {"line": line, "column": column, "end_line": end_line, "end_column": end_column}
        edits.append({**place, "replacement": replacement})
    return {"text": finding.suggestion.text, "edits": edits, "safe": finding.suggestion.safe}


def summary_data(summary: Summary) -> dict[str, Any]:
    """The counts of version 1."""
    return {
        "files": summary.files,
        "files_with_findings": summary.files_with_findings,
        "findings": summary.findings,
        "errors": summary.errors,
        "by_severity": dict(summary.by_severity),
        "by_rule": dict(summary.by_rule),
        "suppressed": dict(summary.suppressed),
    }


def dump(value: Any) -> str:
    """JSON on one line, with nothing that a terminal would obey."""
    line = ENCODE(value)
    return line if UNSAFE.search(line) is None else UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", line)
