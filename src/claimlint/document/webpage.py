"""An HTML page to a `Document`."""

from __future__ import annotations

from claimlint.document.builder import Builder
from claimlint.document.hypertext import HtmlReader
from claimlint.document.model import Document


def read_html(text: str) -> Document:
    """The document of an HTML page."""
    builder = Builder(text)
    HtmlReader(builder).read(0, len(text))
    return builder.finish("html")
