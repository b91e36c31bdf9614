"""Dumps with one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from claimlint.errors import ClaimlintError
from claimlint.lexicons.nearest import nearest
from claimlint.project.archive.batch import post_of
from claimlint.project.archive.lines import Line, Lines
from claimlint.project.archive.model import Columns, Fault, Place, Post, Read

FIRST = 20
"""So many lines are looked at to know what the columns are called."""


def read_jsonl(path: str, columns: Columns, place: Place) -> Iterator[Read]:
    """The records from a place on. Blank lines are none.

    Raises ClaimlintError when the file cannot be read, or its first records all lack the text.
    """
    lines = Lines(path, place)
    row = place.row
    try:
        if not row:
            _look_for_text(lines, columns)
        while (line := lines.next()) is not None:
            if line.fault or line.text.strip():
                row += 1
                yield Read(_record(line, row, columns), Place(row, lines.number, lines.offset))
    finally:
        lines.close()


def _look_for_text(lines: Lines, columns: Columns) -> None:
    """See to it that a column which is named wrongly is told once, and not of each record."""
    offset, number = lines.offset, lines.number
    names: dict[str, None] = {}
    for _ in range(FIRST):
        line = lines.next()
        data = _parsed(line.text) if line and not line.fault else None
        if isinstance(data, dict):
            names.update(dict.fromkeys(data))
    lines.back_to(offset, number)
    for name in columns:
        if name is not None and names and name not in names:
            raise ClaimlintError(f'has no "{name}"{nearest(name, names)}', path=lines.path, line=number + 1)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _record(line: Line, row: int, columns: Columns) -> Post | Fault | None:
    where = f"line {line.number}"
    if line.fault:
        return Fault(row, f"{where}: {line.fault}")
    try:
        data = json.loads(line.text)
    except json.JSONDecodeError as error:
        return Fault(row, f"{where}: is not JSON: {error.msg} (column {error.colno})")
    except (ValueError, RecursionError) as error:
        return Fault(row, f"{where}: is not JSON that can be read: {error}")
    if not isinstance(data, dict):
        return Fault(row, f"{where}: is no JSON object")
    record = post_of(data, row, *columns)
    return record._replace(message=f"{where}: {record.message}") if isinstance(record, Fault) else record
