"""What a report shows of a post: its lines, and what was looked at in it and not flagged."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from claimlint.document.model import Document
from claimlint.project.lint import Examination
from claimlint.project.model import FileResult, Finding
from claimlint.project.review.model import Passed, ShownLine


def shown_lines(
    document: Document, result: FileResult, start: int, end: int, findings: Sequence[Finding]
) -> tuple[ShownLine, ...]:
    """The lines of the post that stands at `start`..`end`: the file's, or of a web page its blocks without tags."""
    return tuple(_blocks(document, start, end, findings) if document.format == "html" else _lines(result, start, end))


def _lines(result: FileResult, start: int, end: int) -> Iterator[ShownLine]:
    for line in range(result.position(start).line, result.position(max(start, end - 1)).line + 1):
        first = result.line_starts[line - 1]
        last = first + len(result.line_text(line))
        low, high = max(first, start), min(last, end)
        if low <= high:
            yield ShownLine(line, low, result.text[low:high])


def _blocks(document: Document, start: int, end: int, findings: Sequence[Finding]) -> Iterator[ShownLine]:
    """The blocks of a web page, each as one line; words found outside of them (a link in a footer) have their own."""
    blocks = document.blocks
    first, last = (bisect_left(blocks, at, key=lambda block: block.start) for at in (start, end))
    spans = [(block.start, block.end) for block in blocks[first:last]]
    spans += [
        (f.start, f.end) for f in findings if not any(low <= f.start < high for low, high in _near(spans, f.start))
    ]
    at = start
    for low, high in sorted(spans):
        if low >= at:
            words = document.prose[low:high]
            yield ShownLine(document.position(low).line, low, words if words.strip() else document.text[low:high], True)
            at = high


def _near(spans: Sequence[tuple[int, int]], offset: int) -> Sequence[tuple[int, int]]:
    at = bisect_left(spans, (offset + 1,))
    return spans[max(at - 1, 0) : at]


def passed_in(examined: Examination) -> list[tuple[int, Passed]]:
    """What was looked at and not flagged, with its offset, in text order."""
    document, result = examined.document, examined.result
    found = [
        (result.line_starts[note.line - 1] + note.column - 1, Passed(note.line, " ".join(note.text.split()), note.why))
        for note in result.notes
    ]
    for quote in document.quotes:
        if quote.is_copy:
            why = f"quotes {quote.author}, whose own words are read where they stand"
            found.append((quote.start, _passed(document, quote.start, quote.end, why)))
    for directive in document.directives:
        why = "a comment to claimlint, which a review does not heed"
        words = " ".join(result.text[directive.start : directive.end].split())
        found.append((directive.start, Passed(document.position(directive.start).line, words, why)))
    return sorted(found)


def _passed(document: Document, start: int, end: int, why: str) -> Passed:
    return Passed(document.position(start).line, " ".join(document.prose[start:end].split()), why)
