"""Dumps as a table of comma-separated values: with commas, semicolons, tabs or bars, as its head tells."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from claimlint.errors import ClaimlintError
from claimlint.lexicons.nearest import nearest
from claimlint.project.archive.lines import Lines
from claimlint.project.archive.model import MOST, Columns, Fault, Place, Post, Read

DELIMITERS = (",", "\t", ";", "|")


def read_table(path: str, columns: Columns, place: Place) -> Iterator[Read]:
    """The records from a place on; the head is none, nor is a blank line.

    A record that breaks the rules of quoting is a fault, and reading goes on with the line below its first: a quote
    that is never closed costs one record and not all that follow.

    Raises ClaimlintError when the file cannot be read or lacks a column.
    """
    csv.field_size_limit(2 * MOST)  # lines see to it that no record is larger
    head = _Head(path, columns)
    table = _Table(path, head, place if place.offset else head.after)
    try:
        yield from table.records(place.row)
    finally:
        table.lines.close()


class _Head:
    """The first line."""

    def __init__(self, path: str, columns: Columns) -> None:
        lines = Lines(path, Place())
        line = lines.next()
        self.after = Place(0, lines.number, lines.offset)
        lines.close()
        if line is not None and line.fault:
            raise ClaimlintError(line.fault, path=path, line=1)
        if line is None or not line.text.strip():
            raise ClaimlintError("is empty: its first line has to name the columns", path=path)
        try:
            heads = {mark: next(csv.reader([line.text], delimiter=mark), []) for mark in DELIMITERS}
        except csv.Error as error:
            message = "holds carriage returns that end no line: save the table with line feeds"
            raise ClaimlintError(message, path=path, line=1) from error
        self.delimiter = max(DELIMITERS, key=lambda mark: (columns.text in heads[mark], len(heads[mark])))
        self.names = heads[self.delimiter]
        self.text = self._place_of(columns.text, path)
        self.id = None if columns.id is None else self._place_of(columns.id, path)

    def _place_of(self, name: str, path: str) -> int:
        if name not in self.names:
            raise ClaimlintError(f'has no column "{name}"{nearest(name, self.names)}', path=path, line=1)
        return self.names.index(name)


class _OverlongError(Exception):
    """More than a record may hold."""


class _Table:
    def __init__(self, path: str, head: _Head, place: Place) -> None:
        self.lines = Lines(path, place)
        self._head = head
        self._begins = 0
        """Where the record that is being read begins."""
        self._second = (0, 0)
        """Where its second line does, and the number of its first."""
        self._fault = ""

    def __iter__(self) -> Iterator[str]:
        """The lines that the parser asks for."""
        while (line := self.lines.next()) is not None:
            if not self._second[1]:
                self._second = (self.lines.offset, line.number)
            if line.fault and not self._fault:
                self._fault = line.fault
            if self.lines.offset - self._begins > MOST:
                raise _OverlongError
            yield line.text + "\n"

    def records(self, row: int) -> Iterator[Read]:
        parser = self._parser()
        while True:
            self._begins, self._second, self._fault = self.lines.offset, (0, 0), ""
            try:
                fields = next(parser, None)
                if fields is None:
                    return
                if not fields and not self._fault:
                    continue
                row += 1
                record = self._record(fields, row)
            except (csv.Error, _OverlongError) as error:
                row += 1
                record = self._damaged(error, row)
                parser = self._parser()
            yield Read(record, Place(row, self.lines.number, self.lines.offset))

    def _parser(self) -> Iterator[list[str]]:
        return csv.reader(iter(self), delimiter=self._head.delimiter, strict=True)

    def _damaged(self, error: Exception, row: int) -> Fault:
        offset, number = self._second
        if self._fault:
            message = self._fault
        elif isinstance(error, _OverlongError) or "end of data" in str(error):
            message = "a quote is opened and not closed"
        else:
            message = f"is not well quoted: {error}"
        self.lines.back_to(offset, number)
        return Fault(row, f"line {number}: {message}")

    def _record(self, fields: list[str], row: int) -> Post | Fault:
        head, where = self._head, f"line {self._second[1]}"
        named = head.id is not None and head.id < len(fields)
        identity = fields[head.id] if named and head.id is not None else None
        if self._fault:
            return Fault(row, f"{where}: {self._fault}", identity)
        if len(fields) != len(head.names):
            count = "1 column" if len(fields) == 1 else f"{len(fields)} columns"
            return Fault(row, f"{where}: has {count}, and the head has {len(head.names)}", identity)
        return Post(row, identity, fields[head.text])
