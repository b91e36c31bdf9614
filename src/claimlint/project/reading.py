"""Drafts from disk or standard input: bytes to text, or a clear reason why not."""

from __future__ import annotations

import sys
from typing import BinaryIO

from claimlint.document.decode import Decoded, decode
from claimlint.errors import ClaimlintError

USUAL = 65_536
"""Hardly a draft has more bytes."""


def read_draft(path: str, max_bytes: int) -> str:
    """The text of a file, character for character: no line break is changed; a byte order mark is dropped.

    Raises as `load_draft` does.
    """
    return load_draft(path, max_bytes).text


def read_stdin(path: str, max_bytes: int) -> str:
    """The text of standard input; `path` names it in errors. Raises as `load_draft` does."""
    return load_stdin(path, max_bytes).text


def load_draft(path: str, max_bytes: int) -> Decoded:
    """A file's text, and how it was encoded.

    Raises ClaimlintError when the file is missing, unreadable, binary, not UTF-8, or larger than `max_bytes`.
    """
    try:
        with open(path, "rb") as stream:
            data = _read(stream, max_bytes)
    except FileNotFoundError:
        raise ClaimlintError("no such file or folder", path=path) from None
    except OSError as error:
        raise ClaimlintError(f"cannot be read: {error.strerror or error}", path=path) from error
    except ValueError as error:  # a NUL in the name
        raise ClaimlintError("is not a file name", path=path) from error
    return _decoded(data, path, max_bytes)


def load_stdin(path: str, max_bytes: int) -> Decoded:
    """The text of standard input, and how it was encoded. Raises as `load_draft` does."""
    try:
        data = _read(sys.stdin.buffer, max_bytes)
    except (OSError, AttributeError, ValueError) as error:  # closed, or none at all
        raise ClaimlintError("standard input cannot be read", path=path) from error
    return _decoded(data, path, max_bytes)


def _read(stream: BinaryIO, max_bytes: int) -> bytes:
    """What there is, and no more than one byte over the limit. Room for all that at once would be made each time."""
    data = stream.read(min(USUAL, max_bytes + 1))
    return data if len(data) < USUAL else data + stream.read(max_bytes + 1 - USUAL)


def _decoded(data: bytes, path: str, max_bytes: int) -> Decoded:
    if len(data) > max_bytes:
        raise ClaimlintError(f"is larger than {max_bytes:,} bytes (max-bytes in the configuration)", path=path)
    return decode(data, path=path)
