"""Writing the comment that keeps a finding from being reported: where it must stand, and whether it works."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.project.lint import Examination, Linter
from claimlint.project.model import Finding
from claimlint.rewording.model import Edit
from claimlint.rewording.polish import reworded

NO_REASON = "meant so"


def disabled(linter: Linter, examined: Examination, finding: Finding, reason: str) -> Edit | None:
    """The comment that disables the finding's rule for its sentence, as an edit; None where none would do.

    It goes behind the sentence on the same line, which breaks no paragraph, else on a line of its own above.
    """
    text, path = examined.result.text, finding.path
    for edit in _candidates(examined, finding, _plain(reason) or NO_REASON):
        after = linter.examine(reworded(text, 0, len(text), [edit]), path=path).result
        if len(after.findings) < len(examined.result.findings) and _is_gone(after.findings, finding, edit):
            return edit
    return None


def _candidates(examined: Examination, finding: Finding, reason: str) -> Iterator[Edit]:
    text, result = examined.result.text, examined.result
    opening, closing = ("{/*", "*/}") if finding.path.lower().endswith(".mdx") else ("<!--", "-->")
    said = f"{finding.rule}: {reason} {closing}"
    at = max([finding.unit_end, *(link.end for link in examined.document.links if link.start < finding.unit_end)])
    if text[at - 1] == "|":
        at -= 1  # in a table row the last cell takes it
    while at > finding.unit_start and text[at - 1] in " \t":
        at -= 1
    yield Edit(at, at, f" {opening} claimlint-disable-line {said}")
    start = result.line_starts[finding.line - 1]
    line = result.line_text(finding.line)
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    newline = "\r\n" if text.startswith("\r\n", start + len(line)) else "\n"
    yield Edit(start, start, f"{indent}{opening} claimlint-disable-next-line {said}{newline}")


def _is_gone(findings: tuple[Finding, ...], finding: Finding, edit: Edit) -> bool:
    moved = len(edit.replacement) if edit.start <= finding.start else 0
    return not any(f.rule == finding.rule and f.start == finding.start + moved for f in findings)


def _plain(reason: str) -> str:
    """A reason that cannot end the comment it stands in."""
    words = " ".join(reason.split())
    while "--" in words or "*/" in words:
        words = words.replace("--", "-").replace("*/", "/")
    return words.strip("-> ")
