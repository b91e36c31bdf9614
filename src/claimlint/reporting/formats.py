"""The formats of a report: one module each, imported only when it is asked for.

A format NAME is `claimlint.reporting.NAME_report`, whose `render(results, style)` turns results into text, chunk by
chunk, as they come. docs/formats.md says the same in full.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module

from claimlint.project.model import FileResult
from claimlint.records import NamedTuple
from claimlint.reporting.style import Style


class Format(NamedTuple):
    """What a format is for."""

    about: str
    for_people: bool = False
    """Whether it is read on a terminal: it heeds the terminal's encoding, and a line that begins with `::` would be a
    command to a continuous integration server that shows it."""


FORMATS: dict[str, Format] = {
    "text": Format("each finding with its line, the words underlined and a suggestion", for_people=True),
    "concise": Format("one line a finding: path:line:column: severity rule message", for_people=True),
    "json": Format("one JSON object, version 1"),
    "jsonl": Format("one JSON object a line, as the drafts are checked"),
    "sarif": Format("SARIF 2.1.0, for code scanning and editors"),
    "github": Format("annotations of GitHub Actions, and the job summary"),
    "gitlab": Format("GitLab Code Quality"),
    "checkstyle": Format("Checkstyle XML"),
    "junit": Format("JUnit XML"),
    "rdjson": Format("Reviewdog Diagnostic Format"),
    "html": Format("one page for a browser"),
    "markdown": Format("to paste into a pull request"),
}


def render(name: str, results: Iterable[FileResult], style: Style) -> Iterator[str]:
    """The report in a format of `FORMATS`, in chunks."""
    chunks: Iterator[str] = import_module(f"claimlint.reporting.{name}_report").render(results, style)
    return chunks
