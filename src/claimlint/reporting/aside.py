"""What a report says later than it is known: kept aside, on disk once it is much, so that memory stays bounded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

IN_MEMORY = 2_000_000
"""Characters that are kept before a file is used."""
CHUNK = 100_000
"""Characters that are read from it together."""


class Aside:
    """Pieces of text, told again in their order. The file has no name that anybody could open, and is gone with the
    process."""

    def __init__(self, separator: str = "") -> None:
        """`separator` comes between two pieces."""
        self._separator = separator
        self._pieces: list[str] = []
        self._size = 0
        self._file: TextIO | None = None
        self.count = 0

    def add(self, piece: str) -> None:
        """Keep a piece. Raises OSError when the disk is full."""
        if self.count:
            piece = self._separator + piece
        self.count += 1
        self._pieces.append(piece)
        self._size += len(piece)
        if self._size > IN_MEMORY:
            self._spill()

    def __iter__(self) -> Iterator[str]:
        """All of it, in chunks. To be called when nothing more is to come."""
        if self._file is not None:
            self._file.seek(0)
            while chunk := self._file.read(CHUNK):
                yield chunk
            self._file.close()
        yield from self._pieces

    def _spill(self) -> None:
        if self._file is None:
            from tempfile import TemporaryFile  # few reports come to that

            # The end of a line stays what it is, and so does half a character in the name of a file.
            self._file = TemporaryFile("w+", encoding="utf-8", errors="surrogatepass", newline="")  # noqa: SIM115
        self._file.writelines(self._pieces)
        self._pieces, self._size = [], 0
