"""An HTML page to a `Document`."""

from __future__ import annotations

from claimlint.document.builder import Builder
from claimlint.document.hypertext import HtmlReader
from claimlint.document.model import Document
from claimlint.lazy import lazy

_FORUM = lazy(
    r"""data-author=|data-quote=|data-username=|<shreddit-|id=["'](?:js-)?(?:post|p|comment|message)[-_]?\d"""
)
"""What only the pages of forums and comments have."""


def read_html(text: str) -> Document:
    """The document of an HTML page."""
    builder = Builder(text)
    HtmlReader(builder).read(0, len(text))
    if _FORUM.search(text) is not None:
        from claimlint.document.htmlthreads import read_html_thread  # few pages are threads

        read_html_thread(builder)
    return builder.finish("html")
