"""The lines of a plain text, and what each looks like on its own."""

from __future__ import annotations

import re
from typing import Literal, cast

from claimlint.lazy import lazy
from claimlint.records import NamedTuple

LineKind = Literal[
    "blank",
    "text",
    "bullet",
    "numbered",
    "section",
    "quote",
    "rule",
    "hash",
    "image",
    "row",
    "fence",
    "chrome",
    "hidden",
    "code",
]
"""`section`: numbered like a heading ("2.1 Diet"); `rule`: a line of dashes or an underline; `hidden`: settings."""

_LINE = lazy(r"([^\r\n]*)(?:\r\n|\r|\n|$)")
_BULLETS = "•●◦▪■□○‣∙·➤➢►▶✓✔✅❌✗☑★☆⭐🔹🔸👉"
_MARKED = lazy(
    rf"(?P<bullet>[{_BULLETS}][ \t\u00a0\ufe0f]*(?=\S)|[-*+–—][ \t\u00a0]+(?=\S)|\*(?=[^\W\d_][^*]*$)"
    r"|o[ \t\u00a0]{1,8}(?=[A-Z]))"
    r"|(?P<section>\d{1,2}(?:\.\d{1,2}){1,3}\.?[ \t\u00a0]+(?=[^\W\d_]))"
    r"|(?P<numbered>(?:\(?\d{1,3}[.)]|[a-zA-Z]\)|\[\d{1,3}\]|\(?[ivx]{1,4}\))[ \t\u00a0]+(?=\S)"
    r"|\d{1,3}[.)](?=[A-Z][a-z]))"
    r"|(?P<quote>(?:>[ \t]?){1,20})"
    r"|(?P<hash>\#{1,6}[ \t]+(?=\S))"
    r"|(?P<fence>```|~~~)"
    r"|(?P<row>\|(?=.*\|[ \t]*$))"
)
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"  # the module `string` costs a millisecond
_STARTERS = frozenset(f"{_BULLETS}-*+–—(>#`~|[0123456789{_LETTERS}")
_RULE = lazy(r"([=\-~^*_#.+])\1{2,}$")
_IMAGE = lazy(r"\S[^/\n]{0,150}\.(?:webp|png|jpe?g|gif|svg|bmp|heic|avif)$", re.IGNORECASE)
_TAB = 4
_SPACE = (
    "\u200b\ufeff \t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""All that Unicode calls white space, and the two invisible characters that pastes bring along."""


class Line(NamedTuple):
    """A line: the span of its content without the white space round it, and what it looks like.

    `body` is where the text begins after a bullet, number, hash or quote mark; `number` is
    that of a numbered line, or the level of a heading.
    """

    start: int
    end: int
    indent: int
    kind: LineKind
    body: int
    text: str
    number: int = 0


def lines_of(text: str) -> list[Line]:
    """Every line of `text`, classified on its own."""
    if "\r" in text:
        raw = [(m.start(1), m[1]) for m in _LINE.finditer(text)]
        return [_line(start, content) for start, content in raw]
    lines: list[Line] = []
    at = 0
    for content in text.split("\n"):
        lines.append(_line(at, content))
        at += len(content) + 1
    return lines


def _line(offset: int, content: str) -> Line:
    stripped = content.strip(_SPACE)
    if not stripped:
        return Line(offset, offset, 0, "blank", offset, "")
    lead = len(content) - len(content.lstrip(_SPACE))
    start = offset + lead
    end = start + len(stripped)
    indent = lead if "\t" not in content[:lead] else len(content[:lead].expandtabs(_TAB))
    kind, skip, number = _kind(stripped)
    return Line(start, end, indent, kind, start + skip, stripped, number)


def _kind(line: str) -> tuple[LineKind, int, int]:
    if line[0] in _STARTERS:
        match = _MARKED.match(line)
        if match is not None:
            kind = match.lastgroup
            if kind == "bullet" and _RULE.match(line.replace(" ", "")):
                return "rule", 0, 0
            if kind == "hash":
                return "hash", match.end(), match[0].count("#")
            digits = "".join(c for c in match[0] if c.isdecimal()) if kind == "numbered" else ""
            return cast("LineKind", kind), match.end(), int(digits or 0)
    if line[-1] in "=-~^*_#.+" and _RULE.match(line):
        return "rule", 0, 0
    if len(line) < 160 and line[-4:].lower() in _IMAGE_ENDS and _IMAGE.match(line):
        return "image", 0, 0
    return "text", 0, 0


_IMAGE_ENDS = frozenset(("webp", ".png", ".jpg", "jpeg", ".gif", ".svg", ".bmp", "heic", "avif"))
