"""The lines of a dump, with their numbers and places, however long and however damaged."""

from __future__ import annotations

import codecs
import gzip
import os
import zlib
from typing import BinaryIO, cast

from claimlint.errors import ClaimlintError
from claimlint.project.archive.model import MOST, Place
from claimlint.records import NamedTuple

DAMAGED = (OSError, EOFError, zlib.error)
"""What reading a file raises that is not there, or was cut off or changed since it was compressed."""


class Line(NamedTuple):
    """A line without its line break. `fault` says what is wrong with it; the text is then only about right."""

    number: int
    text: str
    fault: str = ""


class Lines:
    """The lines of a file from some place on. Never is more than one of them in memory, and no more than `MOST` bytes
    of it."""

    def __init__(self, path: str, place: Place) -> None:
        """Raises ClaimlintError when the file cannot be read, or is UTF-16."""
        self.path = path
        self.number = place.line
        try:
            self._stream = open_dump(path)
            if place.offset:
                self._stream.seek(place.offset)
                self.offset = place.offset
            else:
                self.offset = self._skip_mark()
        except DAMAGED as error:
            raise unreadable(path, error) from error

    def next(self) -> Line | None:
        """The next line; None at the end. Raises ClaimlintError when the file cannot be read further."""
        try:
            data = self._stream.readline(MOST + 1)
            self.offset += len(data)
            if len(data) > MOST and not data.endswith(b"\n"):
                self.number += 1
                self._skip_line()
                return Line(self.number, "", f"is longer than {MOST:,} bytes")
        except DAMAGED as error:
            raise unreadable(self.path, error) from error
        if not data:
            return None
        self.number += 1
        return _line(self.number, data)

    def back_to(self, offset: int, number: int) -> None:
        """Go on behind line `number`, at `offset`."""
        try:
            self._stream.seek(offset)
        except DAMAGED as error:
            raise unreadable(self.path, error) from error
        self.offset, self.number = offset, number

    def close(self) -> None:
        """Let go of the file."""
        self._stream.close()

    def _skip_mark(self) -> int:
        head = self._stream.read(4)
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise ClaimlintError("is UTF-16: save it as UTF-8 first", path=self.path)
        start = len(codecs.BOM_UTF8) if head.startswith(codecs.BOM_UTF8) else 0
        self._stream.seek(start)
        return start

    def _skip_line(self) -> None:
        while True:
            data = self._stream.readline(MOST)
            self.offset += len(data)
            if not data or data.endswith(b"\n"):
                return


def _line(number: int, data: bytes) -> Line:
    data = data.removesuffix(b"\n").removesuffix(b"\r")
    fault = ""
    if b"\0" in data:
        fault = "holds a NUL byte"
        data = data.replace(b"\0", b"\x1a")
    try:
        return Line(number, data.decode(), fault)
    except UnicodeDecodeError as error:
        return Line(number, data.decode(errors="replace"), f"is not UTF-8 at byte {error.start} of line {number}")


def open_dump(path: str) -> BinaryIO:
    """A dump for reading; one whose name ends in `.gz` is unpacked. Raises OSError."""
    if path.lower().endswith(".gz"):
        return cast(BinaryIO, gzip.open(path, "rb"))
    return open(path, "rb", buffering=1 << 20)


def unreadable(path: str, error: Exception) -> ClaimlintError:
    """The error for a dump that cannot be read."""
    if isinstance(error, FileNotFoundError):
        return ClaimlintError("no such file", path=path)
    why = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return ClaimlintError(f"cannot be read: {why}", path=path)


def size_of(path: str) -> int:
    """The bytes of a dump on disk."""
    return os.stat(path).st_size
