"""Drafts from disk or standard input: bytes to text, or a clear reason why not."""

from __future__ import annotations

import sys

from claimlint.errors import ClaimlintError

UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_draft(path: str, max_bytes: int) -> str:
    """The text of a file, character for character: no line break is changed and a byte order mark stays.

    Raises ClaimlintError when the file is missing, unreadable, binary, not UTF-8, or larger than `max_bytes`.
    """
    try:
        with open(path, "rb") as stream:
            data = stream.read(max_bytes + 1)
    except FileNotFoundError:
        raise ClaimlintError("no such file or folder", path=path) from None
    except OSError as error:
        raise ClaimlintError(f"cannot be read: {error.strerror or error}", path=path) from error
    except ValueError as error:  # a NUL in the name
        raise ClaimlintError("is not a file name", path=path) from error
    return decode(data, path, max_bytes)


def read_stdin(path: str, max_bytes: int) -> str:
    """The text of standard input; `path` names it in errors. Raises as `read_draft` does."""
    try:
        data = sys.stdin.buffer.read(max_bytes + 1)
    except (OSError, AttributeError, ValueError) as error:  # closed, or none at all
        raise ClaimlintError("standard input cannot be read", path=path) from error
    return decode(data, path, max_bytes)


def decode(data: bytes, path: str, max_bytes: int) -> str:
    """Bytes to text, with `read_draft`'s errors."""
    if len(data) > max_bytes:
        raise ClaimlintError(f"is larger than {max_bytes:,} bytes (max-bytes in the configuration)", path=path)
    if data.startswith(UTF16):
        raise ClaimlintError("is UTF-16: save it as UTF-8", path=path)
    if b"\0" in data:
        raise ClaimlintError("is binary, not text", path=path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ClaimlintError(
            f"is not UTF-8: byte 0x{data[error.start]:02x} on line {line}: save it as UTF-8", path=path
        ) from error
