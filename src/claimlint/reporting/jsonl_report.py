"""The report for programs that read line by line: one JSON object a line, each as soon as its draft is checked.

`kind` says what it is: a `finding`, one that is `suppressed`, an `error` (a draft that could not be checked) or, last,
the `summary`. The other
keys are those of the JSON report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimlint.project.model import FileResult
from claimlint.project.tally import Tally
from claimlint.reporting.json_report import dump, error_data, finding_data, summary_data, suppressed_data
from claimlint.reporting.style import Style


def render(results: Iterable[FileResult], style: Style) -> Iterator[str]:
    """A chunk a draft, and one for the summary."""
    tally = Tally(results)
    for result in tally:
        lines = [{"kind": "finding", **finding_data(finding, result)} for finding in result.findings]
        lines += [{"kind": "suppressed", **suppressed_data(hidden, result)} for hidden in result.suppressed]
        if result.error is not None:
            lines.append({"kind": "error", **error_data(result)})
        yield "".join(dump(line) + "\n" for line in lines)
    yield dump({"kind": "summary", **summary_data(tally.summary())}) + "\n"
