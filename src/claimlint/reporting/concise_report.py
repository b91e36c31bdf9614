"""The report with one line a finding, for editors and `grep`: `path:line:column: severity rule message`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimlint.project.model import FileResult, Finding
from claimlint.project.tally import Tally
from claimlint.reporting.sentences import said
from claimlint.reporting.statistics import Statistics
from claimlint.reporting.style import Style
from claimlint.reporting.terminal import escape
from claimlint.reporting.text_report import closing


def render(results: Iterable[FileResult], style: Style) -> Iterator[str]:
    """Each file's findings as they come; errors are the caller's to show."""
    tally = Tally(results)
    counted = Statistics(tally, wanted=style.statistics)
    for result in counted:
        if result.findings:
            yield "".join(line(finding) + "\n" for finding in result.findings)
    yield counted.text()
    if not style.quiet:
        yield closing(tally.summary())


def line(finding: Finding) -> str:
    """One finding, on one line whatever its path and words are."""
    place = f"{escape(finding.path)}:{finding.line}:{finding.column}"
    return f"{place}: {finding.severity} {finding.rule} {said(finding)}"
