"""reStructuredText read line by line: directives, comments, literal blocks, embedded links (docutils specification)."""

from __future__ import annotations

import re

from claimlint.document.builder import Builder
from claimlint.document.textlines import Line
from claimlint.lazy import lazy

_RST = lazy(r"^\.\. (?:[\w-]{1,40}::|_[^:\n]{1,80}:|\[[^\]\n]{1,40}\] )", re.MULTILINE)
_DIRECTIVE = lazy(r"\.\. ([\w-]{1,40})::[ \t]{0,8}")
_NOTE = lazy(r"\.\. \[([^\]]{1,40})\][ \t]{1,8}")
_OPTION = lazy(r":[\w-]{1,40}:(?:[ \t]|$)")
_EMBEDDED = lazy(r"`([^`<>\n]{1,200}?)\s{0,4}<([^`<>\s]{1,500})>`_{1,2}")
_LITERAL = lazy(r"``[^`\n]{1,200}``|:[\w-]{1,30}:`[^`\n]{1,200}`")
_WITH_TEXT = frozenset(
    "note warning tip caution danger important hint attention seealso admonition topic sidebar epigraph".split()
)


def is_rst(text: str) -> bool:
    """Whether a plain text has a directive, a link target or a numbered note written as reStructuredText."""
    return _RST.search(text) is not None


def read_rst_lines(lines: list[Line]) -> list[Line]:
    """The lines as reStructuredText means them: directives hidden, notes' text kept, literal blocks as code."""
    read: list[Line] = []
    hiding = -1
    options = False
    for line in lines:
        text = line.text
        changed = line
        if hiding >= 0 and text and line.indent <= hiding:
            hiding = -1
        if not text:
            options = False
        elif hiding >= 0:
            changed = line._replace(kind="code")
        elif options and _OPTION.match(text):
            changed = line._replace(kind="hidden")
        elif text.startswith(".. ") or text == "..":
            changed, follows = _explicit(line)
            options = follows == "options"
            hiding = line.indent if follows == "hidden" else -1
        elif text.endswith("::"):
            hiding = line.indent
        read.append(changed)
    return read


def _explicit(line: Line) -> tuple[Line, str]:
    """A line that begins with `.. `, and what to do with the indented lines under it."""
    note = _NOTE.match(line.text)
    if note is not None:
        start = line.start + note.start(1) - 1
        return line._replace(start=start, body=start, kind="text", text=line.text[start - line.start :]), ""
    directive = _DIRECTIVE.match(line.text)
    if directive is None:
        return line._replace(kind="hidden"), "" if line.text.startswith(".. _") else "hidden"
    if directive[1] in _WITH_TEXT:
        start = line.start + directive.end()
        if start >= line.end:
            return line._replace(kind="hidden"), "options"
        return line._replace(start=start, body=start, kind="text", text=line.text[directive.end() :]), "options"
    if directive[1] in ("image", "figure"):
        return line._replace(kind="image"), "options"
    return line._replace(kind="hidden"), "hidden"


def read_rst_inline(builder: Builder) -> None:
    """Links with their address inside, and literals."""
    text = builder.text
    for match in _EMBEDDED.finditer(text):
        start, end = match.span(1)
        builder.link(match.start(), match.end(), start, end, match[2], "", "inline")
        builder.blank(match.start(), start)
        builder.blank(end, match.end())
        builder.region(end, match.end(), "url")
    for match in _LITERAL.finditer(text):
        builder.blank(match.start(), match.end())
        builder.region(match.start(), match.end(), "code")
