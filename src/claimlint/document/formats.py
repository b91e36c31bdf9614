"""Which format a draft is written in."""

from __future__ import annotations

import re
from itertools import islice

from claimlint.document.model import Format
from claimlint.lazy import lazy

_BY_SUFFIX: dict[str, Format] = {
    **dict.fromkeys((".md", ".markdown", ".mdx", ".mkd", ".mdown", ".qmd", ".rmd"), "markdown"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    ".bbcode": "bbcode",
}
_BBCODE_TAG = lazy(
    r"\[/(?:b|i|u|s|url|img|quote|code|list|size|color|font|center|spoiler|h\d?|table|tr|td)\]|\[(?:url|quote)=|\[\*\]",
    re.IGNORECASE,
)
_HTML_START = lazy(r"\s{0,200}(?:<!doctype html|<html[\s>])", re.IGNORECASE)
_ENOUGH_TAGS = 3


def format_of(name: str) -> Format:
    """The format of a file by its name; whatever is not known by name is plain text."""
    dot = name.rfind(".")
    return _BY_SUFFIX.get(name[dot:].lower(), "text") if dot >= 0 else "text"


def sniff(text: str, format: Format) -> Format:  # noqa: A002 - the word that every caller uses
    """`format`, corrected where the text leaves no doubt: plain text that is plainly BBCode or an HTML page."""
    if format != "text":
        return format
    if _HTML_START.match(text):
        return "html"
    if "[/" not in text and "[*]" not in text:
        return format
    tags = islice(_BBCODE_TAG.finditer(text), _ENOUGH_TAGS)
    return "bbcode" if sum(1 for _ in tags) == _ENOUGH_TAGS else format
