"""Findings as an editor underlines them."""

from __future__ import annotations

from lsprotocol import types

from claimlint.errors import ClaimlintError
from claimlint.project.model import FileResult, Finding
from claimlint.reporting.places import Places, Unit

SOURCE = "claimlint"
SEVERITY = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
UNITS: dict[str, Unit] = {"utf-8": "utf-8", "utf-16": "utf-16", "utf-32": "code points"}
"""The unit of columns, by the position encoding that editor and server agreed upon."""


class Ranges:
    """Turns offsets into one draft into the editor's ranges: lines and columns from 0."""

    def __init__(self, result: FileResult, encoding: str) -> None:
        self._places = Places(result, UNITS.get(encoding, "utf-16"), of_git=False)

    def __call__(self, start: int, end: int) -> types.Range:
        """The range of a stretch of the draft's text."""
        return types.Range(self._position(start), self._position(end))

    def _position(self, offset: int) -> types.Position:
        line, column = self._places(offset)
        return types.Position(line - 1, column - 1)


def diagnostics(result: FileResult, ranges: Ranges) -> list[types.Diagnostic]:
    """One a finding, in text order."""
    return [diagnostic(finding, ranges) for finding in result.findings]


def diagnostic(finding: Finding, ranges: Ranges) -> types.Diagnostic:
    """A finding, with the suggested wording behind the message."""
    message = finding.message
    if finding.suggestion is not None and finding.suggestion.text:
        message = f"{message}\nsuggest: {' '.join(finding.suggestion.text.split())}"
    return types.Diagnostic(
        range=ranges(finding.start, finding.end),
        message=message,
        severity=SEVERITY[finding.severity],
        code=finding.rule,
        source=SOURCE,
    )


def trouble(error: ClaimlintError) -> types.Diagnostic:
    """Why a draft could not be checked, at its beginning."""
    start = types.Position(0, 0)
    message = f"could not check this draft: {error}"
    return types.Diagnostic(types.Range(start, start), message, severity=types.DiagnosticSeverity.Error, source=SOURCE)
