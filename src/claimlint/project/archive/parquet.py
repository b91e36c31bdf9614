"""Parquet, by way of pyarrow: dumps that are read, and findings that are written."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from importlib import import_module
from io import BytesIO
from typing import Any

from claimlint.errors import ClaimlintError
from claimlint.lexicons.nearest import nearest
from claimlint.project.archive.batch import post_of
from claimlint.project.archive.lines import unreadable
from claimlint.project.archive.model import FIELDS, Columns, Fault, Place, Post, Read, Row

AT_ONCE = 1000
"""Records that are read from the file together."""

NUMBERS = ("row", "line", "column", "end_line", "end_column")
"""The columns that are whole numbers; `safe` is true or false, all others are text."""


def _pyarrow(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise ClaimlintError("Parquet needs pyarrow: pip install 'claimlint[archive]'") from error


def need_pyarrow() -> None:
    """Raises ClaimlintError when pyarrow is not installed."""
    _pyarrow("pyarrow.parquet")


def read_parquet(path: str, columns: Columns, place: Place) -> Iterator[Read]:
    """The records from a place on.

    Raises ClaimlintError when the file cannot be read or lacks a column, or pyarrow is not installed.
    """
    arrow, parquet = _pyarrow("pyarrow"), _pyarrow("pyarrow.parquet")
    wanted = list(dict.fromkeys(name for name in columns if name is not None))
    try:
        with parquet.ParquetFile(path) as file:
            names = file.schema_arrow.names
            for name in wanted:
                if name not in names:
                    raise ClaimlintError(f'has no column "{name}"{nearest(name, names)}', path=path)
            row, groups = _skipped(file.metadata, place.row)
            for batch in file.iter_batches(AT_ONCE, row_groups=groups, columns=wanted):
                if row + batch.num_rows <= place.row:
                    row += batch.num_rows
                    continue
                for at in range(batch.num_rows):
                    row += 1
                    if row > place.row:
                        yield Read(_record(batch, at, row, columns), Place(row))
    except (OSError, ValueError, arrow.ArrowException) as error:  # ValueError: names that are no UTF-8
        raise unreadable(path, error) from error


def _record(batch: Any, at: int, row: int, columns: Columns) -> Post | Fault | None:
    try:
        return post_of({name: batch.column(name)[at].as_py() for name in batch.schema.names}, row, *columns)
    except UnicodeDecodeError:
        return Fault(row, "is not UTF-8")
    except (ValueError, OverflowError) as error:  # such as a date that Python has no room for
        return Fault(row, f"cannot be read: {error}")


def rows_in(path: str) -> int:
    """How many records a Parquet file says that it has; 0 for one that cannot be read."""
    try:
        with _pyarrow("pyarrow.parquet").ParquetFile(path) as file:
            return int(file.metadata.num_rows)
    except Exception:  # whoever reads it says why
        return 0


def _skipped(metadata: Any, done: int) -> tuple[int, list[int]]:
    """How many records the row groups hold that need not be read again, and the others."""
    row = first = 0
    while first < metadata.num_row_groups and row + metadata.row_group(first).num_rows <= done:
        row += metadata.row_group(first).num_rows
        first += 1
    return row, list(range(first, metadata.num_row_groups))


def part_name(number: int) -> str:
    """The file of a part, in the folder of its kind."""
    return f"part-{number:05}.parquet"


def table_of(rows: Sequence[Row]) -> Any:
    """Rows as Parquet has them, in a fraction of the memory. Identifiers are text."""
    arrow = _pyarrow("pyarrow")
    kinds = {name: arrow.int64() if name in NUMBERS else arrow.string() for name in FIELDS}
    kinds["safe"] = arrow.bool_()
    data = {name: [row[name] for row in rows] for name in FIELDS}
    data["id"] = [None if value is None else str(value) for value in data["id"]]
    return arrow.table(data, schema=arrow.schema(list(kinds.items())))


def part_of(tables: Sequence[Any]) -> bytes:
    """Tables of `table_of`, at least one, as a Parquet file."""
    arrow, parquet = _pyarrow("pyarrow"), _pyarrow("pyarrow.parquet")
    into = BytesIO()
    parquet.write_table(arrow.concat_tables(tables), into)
    return into.getvalue()


def parts_in(folder: str) -> list[str]:
    """The parts in a folder, by name."""
    return sorted(name for name in os.listdir(folder) if name.startswith("part-") and name.endswith(".parquet"))
