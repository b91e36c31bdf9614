"""Where the rows go: a file of JSON lines, or a folder of Parquet parts. Both can go on where they were left."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from time import monotonic
from typing import Any, Protocol

from claimlint.errors import ClaimlintError
from claimlint.project.archive.claim import Claim
from claimlint.project.archive.model import Row
from claimlint.project.archive.parquet import part_name, part_of, parts_in, table_of
from claimlint.project.writing import write_file

PART = 50_000
"""Rows of a part. They are held in memory until it is written, as Parquet has them once there are `PACKED`."""
PACKED = 1_000
_WRITE = os.O_RDWR | getattr(os, "O_BINARY", 0)
PATIENCE = 300.0
"""Seconds after which a part is written even if it is small: what waits would be lost by a power cut."""


class Output(Protocol):
    """What takes the rows."""

    def add(self, rows: Sequence[Row]) -> None:
        """Take some; they need not be written at once."""

    def settle(self, *, whole: bool) -> int | None:
        """Write what is due (or, with `whole`, everything) so that it outlives a power cut. How much is written then:
        None when some rows wait on."""

    def close(self) -> None:
        """Let go, without writing what waits."""


class JsonLines:
    """One row a line."""

    def __init__(self, path: str, written: int) -> None:
        """What lies beyond the first `written` bytes is of a run that was killed, and goes.

        Raises ClaimlintError when the file cannot be written, is shorter than that, or another run writes it.
        """
        self._path = path
        self._written = written
        try:
            # What another run has written must stay until this one knows that it may.
            file = os.open(path, _WRITE if written else _WRITE | os.O_CREAT, 0o666)
            self._stream = open(file, "r+b")  # noqa: SIM115 - held open for the whole run
            self._claim = Claim(path)
            if os.fstat(file).st_size < written:
                self.close()
                raise ClaimlintError("has lost what was written before: start anew", path=path)
            self._stream.truncate(written)
            self._stream.seek(written)
        except OSError as error:
            raise _unwritable(path, error) from error

    def add(self, rows: Sequence[Row]) -> None:
        """Write some, not yet for good."""
        data = "".join(json.dumps(row) + "\n" for row in rows).encode()
        try:
            self._stream.write(data)
            self._written += len(data)
        except OSError as error:
            raise _unwritable(self._path, error) from error

    def settle(self, *, whole: bool) -> int | None:  # noqa: ARG002
        """See to it that everything is on the disk."""
        try:
            self._stream.flush()
            os.fsync(self._stream.fileno())
            return self._written
        except OSError as error:
            raise _unwritable(self._path, error) from error

    def close(self) -> None:
        """Close the file."""
        with suppress(OSError):  # a full disk has been told of
            self._stream.close()
        self._claim.release()


class Parts:
    """A folder of Parquet files, as other programs for large data write and read them."""

    def __init__(self, path: str, written: int) -> None:
        """Parts from number `written` on are of a run that was killed, and go.

        Raises ClaimlintError when the folder cannot be written, parts are gone, or another run writes it.
        """
        self._path = path
        self._written = written
        self._rows: list[Row] = []
        self._tables: list[Any] = []
        self._waiting = 0
        """The rows of both."""
        self._since = monotonic()
        try:
            os.makedirs(path, exist_ok=True)
            self._claim = Claim(path)
            there = parts_in(path)
            kept = [part_name(number) for number in range(written)]
            if not set(kept) <= set(there):
                self.close()
                raise ClaimlintError("has lost what was written before: start anew", path=path)
            for name in there:
                if name not in kept:
                    os.unlink(os.path.join(path, name))
        except OSError as error:
            raise _unwritable(path, error) from error

    def add(self, rows: Sequence[Row]) -> None:
        """Hold some until there are enough for a part."""
        if not self._waiting:
            self._since = monotonic()
        self._rows += rows
        self._waiting += len(rows)
        if len(self._rows) >= PACKED:
            self._pack()

    def settle(self, *, whole: bool) -> int | None:
        """Write a part, if there is enough for one. Even an output without rows has one: it says what the columns
        are."""
        is_due = self._waiting >= PART or (self._waiting and monotonic() - self._since > PATIENCE)
        if is_due or (whole and (self._waiting or not self._written)):
            self._pack()
            write_file(os.path.join(self._path, part_name(self._written)), [part_of(self._tables)])
            self._written += 1
            self._tables, self._waiting = [], 0
        return None if self._waiting else self._written

    def close(self) -> None:
        """Forget what waits."""
        self._rows, self._tables, self._waiting = [], [], 0
        self._claim.release()

    def _pack(self) -> None:
        self._tables.append(table_of(self._rows))
        self._rows = []


def open_output(path: str, written: int) -> Output:
    """The output at a path, of which so much is written already. Raises ClaimlintError when it cannot be written."""
    return Parts(path, written) if path.lower().endswith(".parquet") else JsonLines(path, written)


def _unwritable(path: str, error: OSError) -> ClaimlintError:
    return ClaimlintError(f"cannot be written: {error.strerror or error}", path=path)
