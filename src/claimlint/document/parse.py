"""Text to `Document`, whatever the format."""

from __future__ import annotations

from claimlint.document.formats import sniff
from claimlint.document.model import Document, Format


def parse(text: str, format: Format) -> Document:  # noqa: A002 - the word that every caller uses
    """The document of a draft. Never raises on any text; time and memory grow with its length, not faster.

    Plain text that is plainly BBCode or an HTML page is read as that; `Document.format` tells.
    """
    actual = sniff(text, format)
    if actual == "markdown":
        from claimlint.document.markdown import read_markdown

        return read_markdown(text)
    if actual == "html":
        from claimlint.document.webpage import read_html

        return read_html(text)
    if actual == "bbcode":
        from claimlint.document.bbcode import read_bbcode

        return read_bbcode(text)
    from claimlint.document.plaintext import read_text

    return read_text(text)
