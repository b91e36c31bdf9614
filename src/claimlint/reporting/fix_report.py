"""What mending drafts came to: a diff, or who was mended and what is left to do."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.project.model import FileResult, Summary
from claimlint.reporting.terminal import escape

SLOT_RULE = "open-slot"


def diff(path: str, before: str, after: str) -> Iterator[str]:
    """A unified diff, for people and for `patch`; nothing when the draft has not changed. Line breaks stay as found."""
    import difflib

    name = escape(path)
    for line in difflib.unified_diff(_lines(before), _lines(after), name, name):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """The lines with their ends; "\\n" ends one, and nothing else does that `patch` does not know."""
    lines = text.split("\n")
    return [line + "\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def file_line(result: FileResult) -> str:
    """A line about a draft that was mended; "" about any other."""
    if not result.mended:
        return ""
    left = _left(*_left_in(result))
    return f"{escape(result.path)}: {_findings(result.mended)} mended{'; ' + left if left else ''}\n"


def closing(summary: Summary, *, would: bool, unsafe: bool) -> str:
    """The last line. `would`: nothing was written, it was only shown."""
    of_files = f"{summary.files_mended} of {_count(summary.files, 'file')}"
    if summary.mended:
        done = f"{_findings(summary.mended)} {'would be mended' if would else 'mended'} in {of_files}"
    else:
        done = f"nothing to mend in {_count(summary.files, 'file')}"
    slots = dict(summary.by_rule).get(SLOT_RULE, 0)
    waiting = summary.findings - slots
    parts = [done]
    if waiting:
        how = "could not be mended" if unsafe else "left for a person (--unsafe mends all, --interactive one by one)"
        parts.append(f"{waiting:,} {how}")
    if slots:
        parts.append(f"{_count(slots, 'slot')} to fill")
    if summary.errors:
        parts.append(f"{_count(summary.errors, 'file')} could not be mended")
    return "; ".join(parts) + "\n"


def _left_in(result: FileResult) -> tuple[int, int]:
    slots = sum(finding.rule == SLOT_RULE for finding in result.findings)
    return len(result.findings) - slots, slots


def _left(findings: int, slots: int) -> str:
    parts = [f"{_findings(findings)} left"] if findings else []
    return "; ".join(parts + ([f"{_count(slots, 'slot')} to fill"] if slots else []))


def _findings(count: int) -> str:
    return _count(count, "finding")


def _count(count: int, thing: str) -> str:
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"
