"""The result of a draft as bytes, and back.

What the draft itself tells (its text, the words found, lines and columns) is not written down, nor what belongs to one
place or one run: the path, and which severity fails. What is read is checked like any other input: the folder it comes
from may be part of a repository that nobody vetted.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Any

from claimlint.document.model import PostRef
from claimlint.lazy import lazy
from claimlint.project.model import HIDDEN_BY, FailOn, FileResult, Finding, Note, Suppressed
from claimlint.rewording.model import Edit, Suggestion
from claimlint.rules.model import SEVERITIES

RULE = lazy(r"[a-z0-9][a-z0-9-]{0,99}\Z")


def packed(result: FileResult) -> bytes | None:
    """The result as bytes; None for one that holds something which this module does not know how to keep."""
    if result.error is not None or result.mended:
        return None
    try:
        data = {
            "lines": [after - before for before, after in pairwise(result.line_starts)],
            "findings": [_row(finding) for finding in result.findings],
            "suppressed": [
                [_row(hidden.finding), hidden.by, hidden.reason, hidden.line] for hidden in result.suppressed
            ],
            "notes": [[note.line, note.column, note.text, note.why] for note in result.notes],
        }
    except ValueError:
        return None
    return json.dumps(data, separators=(",", ":")).encode()


def unpacked(data: bytes, *, path: str, text: str, fail_on: FailOn) -> FileResult | None:
    """The result that was packed, for the same text at a path of its own; None when the bytes are none of ours."""
    try:
        return _result(json.loads(data), path, text, fail_on)
    except (ValueError, TypeError, KeyError, IndexError, RecursionError):
        return None


def _row(finding: Finding) -> list[Any]:
    # A field that is not named here is one that would be lost: this then fails, and the result is not kept.
    _, rule, severity, start, end, _, _, _, _, _, message, why, unit_start, unit_end, suggestion, post = finding
    return [rule, severity, start, end, message, why, unit_start, unit_end, suggestion, post]


def _result(data: Any, path: str, text: str, fail_on: FailOn) -> FileResult:
    lengths = data["lines"]
    _check(all(type(length) is int and length > 0 for length in lengths) and sum(lengths) <= len(text))
    empty = FileResult(path, text=text, line_starts=tuple(accumulate(lengths, initial=0)), fail_on=fail_on)
    return FileResult(
        path,
        tuple(_finding(row, empty) for row in data["findings"]),
        tuple(_note(row, path) for row in data["notes"]),
        None,
        text,
        empty.line_starts,
        fail_on,
        suppressed=tuple(_suppressed(row, empty) for row in data["suppressed"]),
    )


def _finding(row: Sequence[Any], of: FileResult) -> Finding:
    rule, severity, start, end, message, why, unit_start, unit_end, suggestion, post = row
    size = len(of.text)
    _check_span(start, end, size)
    _check_span(unit_start, unit_end, size)
    _check(severity in SEVERITIES and RULE.match(rule) is not None)
    _check(type(message) is str and type(why) is str)
    return Finding(
        of.path,
        rule,
        severity,
        start,
        end,
        *of.position(start),
        *of.position(end),
        of.text[start:end],
        message,
        why,
        unit_start,
        unit_end,
        None if suggestion is None else _suggestion(suggestion, size),
        None if post is None else _post(post),
    )


def _suggestion(row: Sequence[Any], size: int) -> Suggestion:
    text, edits, safe = row
    _check(isinstance(text, str) and isinstance(safe, bool))
    for start, end, replacement in edits:
        _check_span(start, end, size)
        _check(isinstance(replacement, str))
    return Suggestion(text, tuple(Edit(*edit) for edit in edits), safe)


def _post(row: Sequence[Any]) -> PostRef:
    number, author, quoted = row
    _check(type(number) is int and isinstance(author, str) and isinstance(quoted, bool))
    return PostRef(number, author, quoted)


def _suppressed(row: Sequence[Any], of: FileResult) -> Suppressed:
    finding, by, reason, line = row
    _check(by in HIDDEN_BY and isinstance(reason, str) and type(line) is int)
    return Suppressed(_finding(finding, of), by, reason, line)


def _note(row: Sequence[Any], path: str) -> Note:
    line, column, text, why = row
    _check(type(line) is int and type(column) is int and isinstance(text, str) and isinstance(why, str))
    return Note(path, line, column, text, why)


def _check_span(start: Any, end: Any, size: int) -> None:
    _check(type(start) is int and type(end) is int and 0 <= start <= end <= size)


def _check(holds: bool) -> None:
    if not holds:
        raise ValueError("not what was packed")
