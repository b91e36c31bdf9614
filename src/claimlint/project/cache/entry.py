"""The result of a draft as bytes, and back.

What the draft itself tells (its text, the words found, lines and columns) is not written down, nor what belongs to one
place or one run: the path, and which severity fails. What is read is checked like any other input: the folder it comes
from may be part of a repository that nobody vetted.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from typing import Any

from claimlint.document.model import PostRef
from claimlint.lazy import lazy
from claimlint.project.model import HIDDEN_BY, FailOn, FileResult, Finding, Note, Suppressed
from claimlint.rewording.model import Edit, Suggestion
from claimlint.rules.model import SEVERITIES

TOLD = ("path", "line", "column", "end_line", "end_column", "text")
"""The fields of a finding that path and text tell."""
FIELDS = tuple(name for name in Finding._fields if name not in TOLD)
RULE = lazy(r"[a-z0-9][a-z0-9-]{0,99}\Z")
_SCALARS = (str, int, type(None))


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
    except TypeError:
        return None
    return json.dumps(data, separators=(",", ":")).encode()


def unpacked(data: bytes, *, path: str, text: str, fail_on: FailOn) -> FileResult | None:
    """The result that was packed, for the same text at a path of its own; None when the bytes are none of ours."""
    try:
        return _result(json.loads(data), path, text, fail_on)
    except (ValueError, TypeError, KeyError, IndexError, RecursionError):
        return None


def _row(finding: Finding) -> list[Any]:
    values = finding._asdict()
    if not all(name in NESTED or isinstance(values[name], _SCALARS) for name in FIELDS):
        raise TypeError("a field of a kind that was not there when this was written")
    return [values[name] for name in FIELDS]


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
    values = dict(zip(FIELDS, row, strict=True))
    size, start, end = len(of.text), values["start"], values["end"]
    _check(values["severity"] in SEVERITIES and RULE.match(values["rule"]) is not None)
    _check(isinstance(values["message"], str) and isinstance(values["why"], str))
    _check_span(start, end, size)
    _check_span(values["unit_start"], values["unit_end"], size)
    for name, restored in NESTED.items():
        if values[name] is not None:
            values[name] = restored(values[name], size)
    line, column = of.position(start)
    end_line, end_column = of.position(end)
    return Finding(
        path=of.path,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        text=of.text[start:end],
        **values,
    )


def _suggestion(row: Sequence[Any], size: int) -> Suggestion:
    text, edits, safe = row
    _check(isinstance(text, str) and isinstance(safe, bool))
    for start, end, replacement in edits:
        _check_span(start, end, size)
        _check(isinstance(replacement, str))
    return Suggestion(text, tuple(Edit(*edit) for edit in edits), safe)


def _post(row: Sequence[Any], size: int) -> PostRef:  # noqa: ARG001
    number, author, quoted = row
    _check(type(number) is int and isinstance(author, str) and isinstance(quoted, bool))
    return PostRef(number, author, quoted)


NESTED: dict[str, Callable[[Sequence[Any], int], Any]] = {"suggestion": _suggestion, "post": _post}
"""The fields of a finding that hold more than one value, and how each is put together again."""


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
