"""The report as Checkstyle writes it (checkstyle-report-1.0.0.xsd), for the many programs that read that.

Columns are UTF-16 code units, as Java counts; a tab is one. There is no place for the end of a finding or for a
wording, so the wording follows the message.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimlint import __version__
from claimlint.project.model import FileResult, Finding
from claimlint.reporting.paths import relative
from claimlint.reporting.places import Places
from claimlint.reporting.sentences import advice, unchecked
from claimlint.reporting.style import Style
from claimlint.reporting.xmltext import DECLARATION, attributes


def render(results: Iterable[FileResult], style: Style) -> Iterator[str]:
    """A `file` element for each draft, clean ones too; one that could not be checked holds an error that says so."""
    yield f"{DECLARATION}<checkstyle{attributes(version=__version__)}>\n"
    for result in results:
        yield "".join(_file(result))
    yield "</checkstyle>\n"


def _file(result: FileResult) -> Iterator[str]:
    name = attributes(name=relative(result.path))
    if result.error is None and not result.findings:
        yield f"  <file{name}/>\n"
        return
    places = Places(result, "utf-16")
    yield f"  <file{name}>\n"
    for finding in result.findings:
        yield f"    <error{_error(finding, places)}/>\n"
    if result.error is not None:
        error = attributes(line=1, severity="error", message=unchecked(result.error), source="claimlint.unchecked")
        yield f"    <error{error}/>\n"
    yield "  </file>\n"


def _error(finding: Finding, places: Places) -> str:
    line, column = places(finding.start)
    source = f"claimlint.{finding.rule}"
    return attributes(line=line, column=column, severity=finding.severity, message=advice(finding), source=source)
