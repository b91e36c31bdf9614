"""The report as annotations of GitHub Actions: workflow commands, which the runner takes from a step's output.

GitHub keeps ten annotations of each level for a step (actions/toolkit, docs/problem-matchers.md) and drops the rest
without a word. So ten are written at most; what is left out is listed in the log, one plain line each, and one notice
says how much that is.

Columns are UTF-16 code units: GitHub does not say which unit it means, and its pages are JavaScript. They are left out
when a finding spans several lines, as GitHub asks. Commands and their escapes are those of `@actions/core`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from claimlint.project.model import FileResult, Finding
from claimlint.project.tally import Tally
from claimlint.reporting.concise_report import line
from claimlint.reporting.paths import in_repository, shown
from claimlint.reporting.places import Places
from claimlint.reporting.sentences import said, unchecked, wording
from claimlint.reporting.style import Style
from claimlint.reporting.terminal import escape, inert
from claimlint.reporting.text_report import closing
from claimlint.rules.model import Severity

Level = Literal["error", "warning", "notice"]
LEVELS: dict[Severity, Level] = {"error": "error", "warning": "warning", "info": "notice"}
MOST = 10
"""How many annotations of a level GitHub keeps for a step."""
LONGEST = 4000
"""Characters of a message; GitHub takes 64 KB, and nobody reads that beside a line."""
DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(results: Iterable[FileResult], style: Style) -> Iterator[str]:
    """The annotations as they come, then how many were left out."""
    tally = Tally(results)
    # The last notice is kept for saying how many there was no room for.
    room: dict[Level, int] = {"error": MOST, "warning": MOST, "notice": MOST - 1}
    left_out = 0
    for result in tally:
        chunk = []
        for level, annotation, plain in _annotations(result):
            room[level] -= 1
            left_out += room[level] < 0
            chunk.append(annotation if room[level] >= 0 else inert(plain))
        yield "".join(part + "\n" for part in chunk)
    if left_out:
        yield command("notice", {"title": "claimlint"}, _more(left_out)) + "\n"
    if not style.quiet:
        yield closing(tally.summary())


def command(level: Level, properties: dict[str, str | int], message: str) -> str:
    """One workflow command on one line."""
    named = ",".join(f"{name}={str(value).translate(PROPERTY)}" for name, value in properties.items())
    return f"::{level} {named}::{message[:LONGEST].translate(DATA)}"


def _annotations(result: FileResult) -> Iterator[tuple[Level, str, str]]:
    """Each with its level, as a command, and as a line of the log for when there is no room for it."""
    file = escape(shown(in_repository(result.path)))
    if result.error is not None:
        message = unchecked(result.error)
        yield "error", command("error", {"file": file, "title": "claimlint"}, message), f"{file}: {message}"
    places = Places(result, "utf-16")
    for finding in result.findings:
        level = LEVELS[finding.severity]
        properties: dict[str, str | int] = {
            "file": file,
            **_lines(finding, places),
            "title": f"claimlint {finding.rule}",
        }
        yield level, command(level, properties, _message(finding)), line(finding)


def _lines(finding: Finding, places: Places) -> dict[str, int]:
    start, end = places.span(finding.start, finding.end)
    if start.line != end.line:
        return {"line": start.line, "endLine": end.line}
    return {"line": start.line, "endLine": end.line, "col": start.column, "endColumn": end.column}


def _message(finding: Finding) -> str:
    offered = wording(finding)
    return f"{said(finding)}\nSuggestion: {offered}" if offered else said(finding)


def _more(count: int) -> str:
    what = "1 more finding is" if count == 1 else f"{count:,} more findings are"
    return f"{what} in the log and the job summary: GitHub shows {MOST} annotations of a kind for a step"
