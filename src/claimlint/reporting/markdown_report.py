"""The report as Markdown, to paste into a pull request or for a job summary.

Whatever comes from a draft stands in a code span, where GitHub and GitLab see no markup, mention, reference, link or
image. A message that quotes anything but plain words does, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimlint.lazy import lazy
from claimlint.project.model import FileResult, Finding
from claimlint.project.tally import Tally
from claimlint.reporting.aside import Aside
from claimlint.reporting.sentences import one_line, said, unchecked, wording
from claimlint.reporting.style import Style
from claimlint.reporting.text_report import closing

BACKTICKS = lazy("`+")
PLAIN = lazy(r"(?:[^\W_]|[ ,;:!?.'\"()%–‘’“”-])*")
"""Words and their punctuation, without anything that is markup inside a line."""
MEANT = lazy(r"[.:][^\s.\"')”]|\bGH-\d|\b[0-9a-f]{7}", re.IGNORECASE)
"""What becomes a link or a picture though it is only letters: `www.x`, `:x:`, an issue, a commit."""


def render(results: Iterable[FileResult], style: Style) -> Iterator[str]:
    """A heading with the counts, what could not be checked, and a list of findings for each draft; a chunk for each."""
    tally = Tally(results)
    errors, findings = Aside(), Aside()
    for result in tally:
        if result.error is not None:
            errors.add(f"- {code(result.path)} {_plain(unchecked(result.error))}\n")
        heading = f"\n#### {code(result.path)}\n\n"
        for finding in result.findings:
            findings.add(heading + _finding(finding))
            heading = ""
    yield f"### claimlint: {closing(tally.summary())}"
    if errors.count:
        yield "\n"
        yield from errors
    yield from findings


def _finding(finding: Finding) -> str:
    offered = wording(finding)
    place = f"{finding.line}:{finding.column}"
    head = f"- **{place} {_plain(finding.rule)}** ({finding.severity}): {_plain(said(finding))}"
    instead = f"  - instead: {code(offered)}\n" if offered else ""
    return f"{head}\n  - {code(finding.text)}\n{instead}"


def code(text: str) -> str:
    """The text as a code span: nothing in it is markup, whatever it holds."""
    shown = one_line(text) or "(nothing)"
    longest = max((len(run) for run in BACKTICKS.findall(shown)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if shown[0] == "`" or shown[-1] == "`" else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def _plain(text: str) -> str:
    """Words as they are where that is safe, else as code."""
    line = one_line(text)
    return line if PLAIN.fullmatch(line) and not MEANT.search(line) else code(line)
