"""What is read from a dump, and what is written about it."""

from __future__ import annotations

from typing import Any

from claimlint.records import NamedTuple

MOST = 4_000_000
"""Bytes of a record: whatever is larger is no post, but a dump whose quotes or line breaks went wrong."""


class Place(NamedTuple):
    """How far a dump was read: the records and lines before, and the byte at which the next record begins (in a
    compressed dump, of what is compressed)."""

    row: int = 0
    line: int = 0
    offset: int = 0


class Post(NamedTuple):
    """A record of a dump."""

    row: int
    """1-based."""
    id: Any
    text: str


class Fault(NamedTuple):
    """A record that is no post, and why."""

    row: int
    message: str
    """With the line at which it begins, where there are lines."""
    id: Any = None


class Read(NamedTuple):
    """A record, and the place behind it. There is neither post nor fault in one without a text: a post that was
    deleted."""

    record: Post | Fault | None
    after: Place


class Columns(NamedTuple):
    """Where a dump has what matters."""

    text: str
    id: str | None = None


Row = dict[str, Any]
"""What is written: a finding, or why a record could not be checked."""

FIELDS = (
    "row", "id", "rule", "severity", "line", "column", "end_line", "end_column", "text", "message", "suggestion",
    "safe", "error",
)  # fmt: skip
"""The keys of a row. `row` is the record's number in the dump; places are within the post, 1-based, in code points, end
columns exclusive; `suggestion` is the whole sentence as reworded. A record that could not be checked has an `error` and
nothing else but `row` and `id`."""


def error_row(fault: Fault) -> Row:
    """The row of a record that could not be checked."""
    return {**dict.fromkeys(FIELDS), "row": fault.row, "id": fault.id, "error": fault.message}
