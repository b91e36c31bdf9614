"""Org files: drawers, keywords, headings with stars, fixed-width quotations (Org manual, "Document Structure")."""

from __future__ import annotations

import re

from claimlint.document.textlines import Line
from claimlint.lazy import lazy

_ORG = lazy(r"^(?:#\+\w+|:PROPERTIES:[ \t]*$|\*{2,8} \S)", re.MULTILINE)
_HEADLINE = lazy(
    r"(\*{1,12})[ \t]+"
    r"(?:(?:TODO|DONE|NEXT|STRT|START|STARTED|WAIT|WAITING|HOLD|CANCELLED|CANCELED|KILL|PROJ|IDEA)[ \t]+)?"
    r"(?:\[#[A-Z]\][ \t]*)?(?:[\[<]\d{4}-\d\d-\d\d[^\]>]{0,30}[\]>][ \t]*)?"
)
_TAGS = lazy(r"(?<![ \t])[ \t]+:[\w@#%:]{1,120}:$")
_DRAWER = lazy(r":[A-Za-z_-]{1,30}:$")
_KEYWORD = lazy(r"#\+(\w{1,20})", re.IGNORECASE)
_PLANNING = lazy(r"(?:SCHEDULED|DEADLINE|CLOSED):[ \t]*[<\[]")
_CODE = ("src", "example", "export", "comment")


def is_org(text: str) -> bool:
    """Whether a plain text is written in Org: a keyword line, a property drawer, a second-level headline."""
    return _ORG.search(text) is not None


def read_org_lines(lines: list[Line]) -> list[Line]:
    """The lines as Org means them: headlines as headings, settings hidden, `: ` lines and quote blocks quoted."""
    drawer = False
    block = ""
    read: list[Line] = []
    for line in lines:
        text = line.text
        keyword = _KEYWORD.match(text)
        word = keyword[1].lower() if keyword else ""
        if block:
            if word == f"end_{block}":
                block = ""
                line = line._replace(kind="hidden")  # noqa: PLW2901 - the same line, read again
            elif text:
                line = line._replace(kind="code" if block in _CODE else "quote", body=line.start)  # noqa: PLW2901
        elif word:
            block = word.removeprefix("begin_") if word.startswith("begin_") else ""
            line = line._replace(kind="hidden")  # noqa: PLW2901
        elif drawer or (text and _DRAWER.match(text)):
            drawer = text.upper() != ":END:" and bool(text or drawer)
            line = line._replace(kind="hidden") if text else line  # noqa: PLW2901
        elif text.startswith("*") and line.indent == 0:
            line = _headline(line)  # noqa: PLW2901
        elif text.startswith(": ") or text == ":":
            line = line._replace(kind="quote", body=min(line.start + 2, line.end))  # noqa: PLW2901
        elif text.startswith("# ") or _PLANNING.match(text):
            line = line._replace(kind="hidden")  # noqa: PLW2901
        read.append(line)
    return read


def _headline(line: Line) -> Line:
    match = _HEADLINE.match(line.text)
    if match is None:
        return line
    tags = _TAGS.search(line.text)
    end = line.start + tags.start() if tags else line.end
    body = line.start + match.end()
    kind = line._replace(kind="hash", body=min(body, end), end=end)
    return kind._replace(number=len(match[1]))
