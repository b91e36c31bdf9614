"""What was looked at and not flagged, and why: for `--verbose` and the moderator's report."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.document.model import Document
from claimlint.evidence.model import Evidence
from claimlint.language.model import Reading, UnitMarks
from claimlint.project.model import Finding, Note

REASONS = {
    "own": "{marker} stands in it",
    "paragraph-end": "{marker} closes the paragraph",
    "lead-in": "{marker} closes the lead-in of its list",
    "heading": "{marker} closes the heading above",
    "source-line": "{marker} stands alone under the heading",
    "continuation": "it continues the sentence before, which has {marker}",
    "label-line": "{marker} closes its line",
    "table": "{marker} is the table's reference",
}
ACTS = {
    "question": "a question",
    "instruction": "an instruction without a claim",
    "personal-report": "a personal report",
    "plan": "a plan",
    "opinion": "an opinion",
    "definition": "a definition",
    "lack-of-evidence": "it says that evidence is lacking",
    "quotation": "a quotation",
}
WEAKER = {
    "reported-speech": "told as somebody's words",
    "limit": "it says that this was not shown in people",
    "hedge": "hedged",
}
"""What is only said where nothing else explains it."""


def notes_of(
    path: str, document: Document, evidence: Evidence, reading: Reading, findings: Sequence[Finding]
) -> tuple[Note, ...]:
    """A note for each unit that claims or doses, and has no finding of those rules."""
    flagged = {f.unit_start for f in findings if f.rule in ("uncited-claim", "unsourced-dose")}
    notes = []
    for marks in reading.units:
        if marks is None:
            continue
        unit = document.units[marks.unit]
        if unit.start in flagged or not marks.kinds & {"claim", "dose", "effect"}:
            continue
        why = _why(document, evidence, marks)
        if why:
            line, column = document.position(unit.start)
            notes.append(Note(path, line, column, document.text[unit.start : unit.end], why))
    return tuple(notes)


def coverage_reason(document: Document, evidence: Evidence, unit: int) -> str:
    """Why a unit counts as sourced ("[1,2] stands in it"), or ""."""
    coverage = evidence.coverage[unit]
    if coverage is None:
        return ""
    spans = [evidence.citations[at] for at in coverage.citations]
    marker = ", ".join(" ".join(document.text[span.start : span.end].split()) for span in spans) or "a source"
    return REASONS[coverage.reason].format(marker=marker)


def _why(document: Document, evidence: Evidence, marks: UnitMarks) -> str:
    kinds = marks.kinds
    covered = coverage_reason(document, evidence, marks.unit)
    if covered and kinds & {"claim", "dose"}:
        return "sourced: " + covered
    for kind, why in ACTS.items():
        if kind in kinds:
            return f"not a claim: {why}"
    reports = marks.of("dose-report")
    if reports:
        return f"not a dose instruction: {reports[0].value}"
    return next((f"not a claim: {why}" for kind, why in WEAKER.items() if kind in kinds and "claim" not in kinds), "")
