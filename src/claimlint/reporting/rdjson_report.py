"""The report in the Reviewdog Diagnostic Format: one `DiagnosticResult` (reviewdog's proto/rdf/reviewdog.proto).

Columns are UTF-8 bytes, ends exclusive. reviewdog turns each suggestion into a block of its own that replaces whole
lines, so the edits of one wording are one suggestion: the whole stretch from the first to the last edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claimlint.project.model import FileResult, Finding
from claimlint.reporting.json_report import dump
from claimlint.reporting.paths import relative, shown
from claimlint.reporting.places import Places
from claimlint.reporting.sentences import said, unchecked
from claimlint.reporting.style import Style
from claimlint.rewording.model import Suggestion

SOURCE = {"name": "claimlint"}


def render(results: Iterable[FileResult], style: Style) -> Iterator[str]:
    """One JSON document, a line a diagnostic."""
    yield f'{{"source": {dump(SOURCE)}, "diagnostics": ['
    separator = "\n"
    for result in results:
        for diagnostic in _diagnostics(result):
            yield separator + dump(diagnostic)
            separator = ",\n"
    yield "]}\n" if separator == "\n" else "\n]}\n"


def _diagnostics(result: FileResult) -> Iterator[dict[str, Any]]:
    path = shown(relative(result.path))
    if result.error is not None:
        yield {"message": unchecked(result.error), "location": {"path": path}, "severity": "ERROR"}
    places = Places(result, "utf-8")
    for finding in result.findings:
        yield _diagnostic(finding, path, result, places)


def _diagnostic(finding: Finding, path: str, result: FileResult, places: Places) -> dict[str, Any]:
    data: dict[str, Any] = {
        "message": said(finding),
        "location": {"path": path, "range": _range(places, finding.start, finding.end)},
        "severity": finding.severity.upper(),
        "code": {"value": finding.rule},
    }
    suggestion = finding.suggestion
    if suggestion and suggestion.edits:
        start, end = suggestion.edits[0].start, suggestion.edits[-1].end
        text = _mended(result.text, suggestion)
        data["suggestions"] = [{"range": _range(places, start, end), "text": text}]
    return data


def _mended(text: str, suggestion: Suggestion) -> str:
    """What stands from the first edit to the last, once they are made."""
    pieces: list[str] = []
    at = suggestion.edits[0].start
    for start, end, replacement in suggestion.edits:
        pieces += [text[at:start], replacement]
        at = end
    return "".join(pieces)


def _range(places: Places, start: int, end: int) -> dict[str, Any]:
    first, last = places.span(start, end)
    return {"start": first._asdict(), "end": last._asdict()}
