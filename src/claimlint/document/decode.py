"""Bytes to text: UTF-8 with or without a byte order mark, UTF-16 with one, and a clear refusal of everything else."""

from __future__ import annotations

import codecs

from claimlint.errors import ClaimlintError
from claimlint.lazy import lazy
from claimlint.records import NamedTuple

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\v\f\r\x1b") + b"\x7f"
_MOST_CONTROLS = 0.01
"""The share of control characters above which a file is taken for binary: text has next to none."""
_LINE_END = lazy(rb"\r\n|\r|\n")


_ASCII = bytes(range(128))
_WINDOWS_SIGNS = frozenset(b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xa9\xab\xae\xb0\xb1\xb5\xb7\xbb\xd7")
"""Euro, ellipsis, quotes, bullet, dashes, trade mark, and the Latin-1 signs (pound, section, degree, micro, times ...).
Source: the Unicode Consortium's mapping table for Windows code page 1252."""


class Decoded(NamedTuple):
    """A draft's text, and what a writer needs to put it back the way it was.

    `text` never begins with the byte order mark, so that column 1 is the first visible character; newlines are as
    found.
    """

    text: str
    encoding: str
    bom: bytes = b""

    @property
    def had_bom(self) -> bool:
        """Whether the file began with a byte order mark."""
        return bool(self.bom)

    def encode(self, text: str) -> bytes:
        """`text` as bytes in the file's own encoding, byte order mark included."""
        return self.bom + text.encode(self.encoding)


def decode(data: bytes, *, path: str = "") -> Decoded:
    """The text of a draft. Raises ClaimlintError for binary data and for text in another encoding."""
    mark, encoding = next((known for known in _MARKS if data.startswith(known[0])), (b"", "utf-8"))
    body = data[len(mark) :]
    if encoding == "utf-8":
        _refuse_binary(body, path)
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8" and _is_windows_prose(body):
            return Decoded(body.decode("cp1252"), "cp1252", mark)
        offset = error.start + len(mark)
        line = len(_LINE_END.findall(data, 0, offset)) + 1 if encoding == "utf-8" else 0
        name = encoding.upper()
        where = f"byte {offset}" + (f", line {line}" if line else "")
        raise ClaimlintError(f"not valid {name} at {where}; save the file as UTF-8", path=path, line=line) from None
    return Decoded(text, encoding, mark)


def _is_windows_prose(body: bytes) -> bool:
    """Whether the only bytes beyond ASCII are the curly quotes, dashes and signs of Windows-1252.

    Old posts pasted from a word processor hold them. Those bytes can be nothing else in a text; letters beyond ASCII
    can be, in a dozen encodings, so a file with such letters is refused instead of guessed at.
    """
    beyond = set(body.translate(None, _ASCII))
    return beyond <= _WINDOWS_SIGNS and any(byte < 0xA0 for byte in beyond)


def _refuse_binary(body: bytes, path: str) -> None:
    at = body.find(b"\0")
    if at >= 0:
        raise ClaimlintError(f"looks like a binary file (a NUL byte at byte {at})", path=path)
    controls = len(body) - len(body.translate(None, _CONTROLS))
    if controls > 4 and controls > len(body) * _MOST_CONTROLS:
        raise ClaimlintError(f"looks like a binary file ({controls} control characters)", path=path)
