"""Plain text to a `Document`: forum and web-page pastes, mails, Org and reStructuredText files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimlint.document.builder import Builder
from claimlint.document.chrome import chrome_lines
from claimlint.document.frontmatter import front_matter
from claimlint.document.model import Document
from claimlint.document.orgmode import is_org, read_org_lines
from claimlint.document.outlinetext import find_cells, find_headings
from claimlint.document.replies import find_quotes
from claimlint.document.restructured import is_rst, read_rst_inline, read_rst_lines
from claimlint.document.textblocks import TextBlocks
from claimlint.document.textlines import Line, lines_of
from claimlint.document.threadsigns import may_be_thread
from claimlint.lazy import lazy
from claimlint.records import NamedTuple

if TYPE_CHECKING:
    from claimlint.document.threads import QuoteLines

_STARS = lazy(r"\*\*|__(?=\w)|(?<=\w)__")


def read_text(text: str) -> Document:
    """The document of a plain text."""
    builder = Builder(text)
    start, end = front_matter(text)
    if end:
        builder.region(start, end, "front-matter")
        builder.blank(start, end)
    lines = lines_of(text)
    if end:
        lines = [line._replace(kind="hidden") if line.start < end and line.text else line for line in lines]
    if is_org(text):
        lines = read_org_lines(lines)
    elif is_rst(text):
        lines = read_rst_lines(lines)
        read_rst_inline(builder)
    read_lines(builder, lines)
    if "**" in text or "__" in text:
        builder.blanks += [m.span() for m in _STARS.finditer(text)]
    return builder.finish("text", wiki="[[" in text)


class Marks(NamedTuple):
    """What tags say about the text between them: quoted stretches, headings with their levels, and how deep the list
    is in which the bullet at an offset stands."""

    quotes: list[tuple[int, int]]
    headings: list[tuple[int, int, int]]
    depths: dict[int, int]


def read_lines(builder: Builder, lines: list[Line], marks: Marks | None = None) -> None:
    """Classify the lines by what stands round them and by `marks`, and write their blocks."""
    if marks is not None and marks.depths:
        lines = [line._replace(indent=2 * marks.depths.get(line.start, 0)) for line in lines]
    texts = [line.text for line in lines]
    quotes = _read_thread(builder, lines, texts) if may_be_thread(texts) else ()
    chrome = chrome_lines(texts)
    for index in chrome:
        line = lines[index]
        if line.kind in ("text", "section", "numbered"):
            lines[index] = line._replace(kind="chrome")
    quoted = find_quotes(lines, quotes)
    cells = find_cells(lines)
    headings = find_headings(lines, cells)
    if marks is not None:
        quoted.update(index for index, _ in _inside(lines, marks.quotes))
        for index, place in _inside(lines, [(start, end) for start, end, _ in marks.headings]):
            headings[index] = marks.headings[place][2]
    TextBlocks(builder, lines, headings, cells, quoted).write()


def _read_thread(builder: Builder, lines: list[Line], texts: list[str]) -> Sequence[QuoteLines]:
    """Find the posts of a thread; the lines that stand over them become furniture. Returns what they quote."""
    from claimlint.document.requotes import place  # few drafts are threads
    from claimlint.document.threads import find_thread

    thread = find_thread(texts)
    if thread is None:
        return ()
    place(builder, thread, [(line.start, line.end) for line in lines])
    for index in thread.heads():
        if texts[index]:
            lines[index] = lines[index]._replace(kind="chrome")
    return thread.quotes


def _inside(lines: list[Line], spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines that stand in one of the sorted `spans`, with the number of that span."""
    found: list[tuple[int, int]] = []
    place = 0
    for index, line in enumerate(lines):
        while place < len(spans) and spans[place][1] <= line.start:
            place += 1
        if place < len(spans) and line.text and spans[place][0] <= line.start < spans[place][1]:
            found.append((index, place))
    return found
