"""The one error that leaves claimlint's API."""

from __future__ import annotations


class ClaimlintError(Exception):
    """Something could not be read or checked.

    `path`, `line` (1-based) and `key` say where, as far as known; `str()` gives one line for people.
    """

    def __init__(self, message: str, *, path: str = "", line: int = 0, key: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.key = key

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.path and self.line else self.path
        detail = f"{self.key}: {self.message}" if self.key else self.message
        return f"{where}: {detail}" if where else detail
