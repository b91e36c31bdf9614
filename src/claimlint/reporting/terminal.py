"""Drafts are hostile and terminals obey: what may be printed, how wide it is, and how to break it into lines."""

from __future__ import annotations

import re

from claimlint.lazy import lazy

DANGEROUS = lazy(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb]"
)
"""Controls, and characters that move or reorder the text around them: shown as escapes, never sent to a terminal."""

EVEN = lazy(
    "[ -~\u00a1-\u00ac\u00ae-\u02ff\u0391-\u03a1\u03a3-\u03c9\u2010-\u2027\u2070-\u2071\u2074-\u208e\u20ac"
    "\u2190-\u21ff\u2200-\u22ff\u27e6-\u27ef]*"
)
"""Text of which each character is shown as it is and takes one column: Latin and Greek letters, the quotes, dashes,
ellipses and bullets of print, small figures, arrows and mathematical signs. Most text is no other."""

COMMANDS = lazy(r"^([^\S\n]*):(?=:)|#(?=#(?:vso)?\[)", re.MULTILINE)
"""What servers of continuous integration take for a command in a log: `::error::` at the start of a line, `##[error]`
and `##vso[` anywhere."""

SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\x1b": "\\x1b"}
ZERO_WIDTH = frozenset(("Mn", "Me", "Cf"))


def escape(text: str) -> str:
    """The text with everything that could steer a terminal written as an escape such as `\\x1b`."""
    return text if text.isascii() and text.isprintable() else DANGEROUS.sub(_escaped, text)


def inert(text: str) -> str:
    """The text, escaped already, with nothing in it that GitHub Actions or Azure Pipelines would obey in a log."""
    return COMMANDS.sub(lambda match: "\\x23" if match[1] is None else match[1] + "\\x3a", text)


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    code = ord(char)
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file name that is not UTF-8
        return f"\\x{code - 0xDC00:02x}"
    return SHORT.get(char) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")


def width(text: str) -> int:
    """How many columns printable text takes: two for a wide character or emoji, none for a combining mark."""
    if text.isascii() or EVEN.fullmatch(text):
        return len(text)
    return sum(map(char_width, text))


def char_width(char: str) -> int:
    """The columns of one character."""
    if char < "\u0300":
        return 0 if char == "\u00ad" else 1
    from unicodedata import category, east_asian_width

    if east_asian_width(char) in "WF":
        return 2
    # The vowels and finals of a decomposed Hangul syllable stand inside its first letter's columns.
    return 0 if category(char) in ZERO_WIDTH or "\u1160" <= char <= "\u11ff" else 1


def wrap(text: str, columns: int, first: str, rest: str) -> str:
    """The words of `text` in lines of at most `columns`, after `first` on the first line and `rest` on the others.

    A word that is longer than a line stands alone on one.
    """
    if EVEN.fullmatch(text) and EVEN.fullmatch(first) and EVEN.fullmatch(rest):
        return _wrapped(" ".join(text.split()), columns, first, rest)
    lines: list[str] = []
    line, used, empty = first, width(first), True
    for word in text.split():
        size = width(word)
        if not empty and used + 1 + size > columns:
            lines.append(line)
            line, used, empty = rest, width(rest), True
        line += word if empty else " " + word
        used += size if empty else size + 1
        empty = False
    lines.append(line)
    return "\n".join(lines)


def _wrapped(text: str, columns: int, first: str, rest: str) -> str:
    """The same for text with single spaces whose characters take one column each."""
    lines: list[str] = []
    head, at = first, 0
    while len(text) - at > (room := max(columns - len(head), 0)):
        cut = text.rfind(" ", at + 1, at + room + 1)
        if cut < 0:
            cut = text.find(" ", at + room + 1)
        if cut < 0:
            break
        lines.append(head + text[at:cut])
        head, at = rest, cut + 1
    return "\n".join([*lines, head + text[at:]])


def clip(text: str, columns: int) -> str:
    """The text cut to so many columns, with `…` where it was cut."""
    if width(text[: columns + 1]) <= columns and len(text) <= columns:
        return text
    kept: list[str] = []
    used = 0
    for char in text:
        size = char_width(char)
        if used + size > columns - 1:
            return "".join(kept) + "…"
        kept.append(char)
        used += size
    return text
