"""Text to `Document`, whatever the format."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.document.formats import sniff
from claimlint.document.model import Document, Format

ADDRESSED = "claimlint"
"""A draft without this word has no comment to claimlint."""


def parse(text: str, format: Format) -> Document:  # noqa: A002 - the word that every caller uses
    """The document of a draft. Never raises on any text; time and memory grow with its length, not faster.

    Plain text that is plainly BBCode or an HTML page is read as that; `Document.format` tells.
    """
    document = _read(text, sniff(text, format))
    return _without_directives(document) if ADDRESSED in text else document


def _without_directives(document: Document) -> Document:
    """The draft read again as if the comments to claimlint were not there: only the first reading tells which they
    are, and not shown as code or quoted."""
    from claimlint.document.directives import directives_of, hide

    directives = directives_of(document)
    if not directives:
        return document
    text, gaps = hide(document, directives)
    again = _read(text, document.format, gaps)
    return again._replace(line_starts=document.line_starts, directives=directives)


def _read(text: str, format: Format, gaps: Sequence[tuple[int, int]] = ()) -> Document:  # noqa: A002
    """One reading. `gaps` are blank stretches that must not be taken for indentation or a hard line break."""
    if format == "markdown":
        from claimlint.document.markdown import read_markdown

        return read_markdown(text, gaps)
    if format == "html":
        from claimlint.document.webpage import read_html

        return read_html(text)
    if format == "bbcode":
        from claimlint.document.bbcode import read_bbcode

        return read_bbcode(text)
    from claimlint.document.plaintext import read_text

    return read_text(text)
