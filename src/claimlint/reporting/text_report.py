"""The report for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimlint.project.model import FileResult, Finding, HiddenBy, Note, Summary, Suppressed
from claimlint.project.tally import Tally
from claimlint.reporting.excerpt import excerpt
from claimlint.reporting.statistics import Statistics
from claimlint.reporting.style import Style
from claimlint.reporting.terminal import clip, escape, wrap
from claimlint.rules.model import Severity

INDENT = "    "
NARROWEST = 30
COLOURS: dict[str, str] = {"error": "1;31", "warning": "1;33", "info": "1;36", "path": "1", "faint": "2", "new": "32"}
HIDDEN: dict[HiddenBy, str] = {
    "comment": "suppressed by comments",
    "baseline": "in the baseline",
    "unchanged": "on unchanged lines",
}


def render(results: Iterable[FileResult], style: Style) -> Iterator[str]:
    """Each file's findings as they come, in chunks that end in a line break; errors are the caller's to show."""
    tally = Tally(results)
    counted = Statistics(tally, wanted=style.statistics)
    for result in counted:
        chunk = "".join(_result(result, style))
        if chunk:
            yield chunk
    yield counted.text()
    if not style.quiet:
        yield closing(tally.summary())


def _result(result: FileResult, style: Style) -> Iterator[str]:
    notes = (*result.notes, *map(_told, result.suppressed)) if style.verbose else ()
    items: list[Finding | Note] = sorted((*result.findings, *notes), key=lambda item: (item.line, item.column))
    for item in items:
        yield _note(item, style) if isinstance(item, Note) else _finding(item, result, style)


def _finding(finding: Finding, result: FileResult, style: Style) -> str:
    place = _paint(f"{escape(finding.path)}:{finding.line}:{finding.column}", "path", style)
    severity = _paint(finding.severity, finding.severity, style)
    lines = [f"{place} {severity} {finding.rule} {escape(finding.message)}{_whose(finding)}"]
    columns = max(style.columns, NARROWEST)
    several = finding.end_line > finding.line
    source = result.line_text(finding.line)
    end = len(source) if several else finding.end_column - 1
    shown = excerpt(source, finding.column - 1, end, columns - len(INDENT), more=several)
    lines.append(INDENT + shown.source)
    carets = shown.carets.lstrip()
    lines.append(INDENT + shown.carets[: -len(carets)] + _paint(carets, finding.severity, style))
    if finding.suggestion:
        lines.append(_labelled("suggest:", finding.suggestion.text or "(delete it)", columns, "new", style))
    if style.verbose and finding.why:
        lines.append(_labelled("why:", finding.why, columns, "faint", style))
    return "\n".join(lines) + "\n\n"


def _whose(finding: Finding) -> str:
    """Which post of a thread it is about."""
    if finding.post is None:
        return ""
    from claimlint.reporting.sentences import in_thread  # few drafts are threads

    return f" ({escape(in_thread(finding.post))})"


def _note(note: Note, style: Style) -> str:
    place = f"{escape(note.path)}:{note.line}:{note.column}"
    why = escape(note.why)
    text = clip(escape(" ".join(note.text.split())), max(style.columns, NARROWEST) - len(INDENT))
    return _paint(f"{place} note {why}\n{INDENT}{text}", "faint", style) + "\n\n"


def _told(suppressed: Suppressed) -> Note:
    """What is not reported, as a note."""
    finding, by, reason, line = suppressed
    why = f"suppressed by the comment on line {line}" if by == "comment" else HIDDEN[by]
    said = f": {reason}" if reason else ""
    return Note(finding.path, finding.line, finding.column, finding.text, f"{finding.rule}, {why}{said}")


def _labelled(label: str, text: str, columns: int, colour: str, style: Style) -> str:
    hanging = INDENT + " " * (len(label) + 1)
    body = wrap(escape(" ".join(text.split())), columns, f"{INDENT}{label} ", hanging)
    return body.replace(label, _paint(label, colour, style), 1)


def _paint(text: str, colour: str, style: Style) -> str:
    return f"\x1b[{COLOURS[colour]}m{text}\x1b[0m" if style.colour else text


def closing(summary: Summary) -> str:
    """The last line of a report: what was found, in how many files."""
    checked = _count(summary.files, "file")
    if summary.findings:
        severities = ", ".join(_severity(severity, n) for severity, n in summary.by_severity)
        found = _count(summary.findings, "finding")
        line = f"{found} ({severities}) in {summary.files_with_findings:,} of {checked}"
    else:
        line = f"no findings in {checked}"
    if summary.mended:
        line = f"{_count(summary.mended, 'finding')} mended in {_count(summary.files_mended, 'file')}; {line}"
    line += "".join(f"; {n:,} {HIDDEN[by]}" for by, n in summary.suppressed)
    return f"{line}; {summary.errors:,} could not be checked\n" if summary.errors else f"{line}\n"


def _severity(severity: Severity, count: int) -> str:
    return f"{count} info" if severity == "info" else _count(count, severity)


def _count(count: int, thing: str) -> str:
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"
