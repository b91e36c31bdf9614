"""The reference column of a table: bare numbers that are citations because of the column they stand in."""

from __future__ import annotations

import re

from claimlint.document.model import Block, Document
from claimlint.evidence.markers import NUMERIC_TEXT, numbers
from claimlint.evidence.model import Citation
from claimlint.evidence.references import ReferenceLists
from claimlint.lazy import lazy

REFERENCE_HEAD = lazy(
    r"\W{0,4}(?:refs?|references?|sources?|citations?|cites?|stud(?:y|ies)|evidence source|pmids?|dois?)\W{0,4}",
    re.IGNORECASE,
)
_NUMBERS_OR_NONE = lazy(
    r"\s{0,50}(?:\[?\d{1,3}(?:\s?[,;–—-]\s?\d{1,3}){0,20}\]?|[–—-]|none|n/a)\s{0,50}", re.IGNORECASE
)
_ROWS = 2


def table_citations(document: Document, citations: list[Citation], lists: ReferenceLists) -> list[Citation]:
    """`citations` and those of reference columns, sorted. A cell that already holds a citation keeps it."""
    added: list[Citation] = []
    for start, end in reference_cells(document):
        match = NUMERIC_TEXT.fullmatch(document.text, start, end)
        labels = numbers(match[1] or match[2]) if match else ()
        found = tuple(index for label in labels if (index := lists.find(label, start)) >= 0)
        if labels and (found or not lists.labels):
            added.append(Citation(start, end, "numbered", found))
    if not added:
        return citations
    taken = {citation.start for citation in citations}
    free = [c for c in added if not any(at in taken for at in range(c.start, c.end))]
    return sorted([*citations, *free])


def reference_cells(document: Document) -> list[tuple[int, int]]:
    """The spans of the cells that stand in a reference column, of tables with rows and of flattened ones."""
    spans: list[tuple[int, int]] = []
    columns: dict[int, list[int]] = {}
    flat: dict[int, list[Block]] = {}
    for block in document.blocks:
        if block.kind == "header":
            columns[block.group] = [
                at
                for at, (start, end) in enumerate(block.cells)
                if REFERENCE_HEAD.fullmatch(document.prose, start, end)
            ]
        elif block.kind == "row":
            spans += [block.cells[at] for at in columns.get(block.group, ()) if at < len(block.cells)]
        elif block.kind == "cell":
            flat.setdefault(block.group, []).append(block)
    for cells in flat.values():
        spans += [(cell.start, cell.end) for row in flat_rows(document, cells) for cell in row[-1:]]
    return spans


def flat_rows(document: Document, cells: list[Block]) -> list[list[Block]]:
    """The rows of a table that a paste flattened, when its last column holds references; else nothing.

    A title before the head and a line after the table may have been taken for cells: the width is the one at which
    reference numbers come back.
    """
    head = next((at for at, cell in enumerate(cells[:10]) if _holds(document, cell, REFERENCE_HEAD)), -1)
    for width in range(head + 1, 1, -1):
        rows: list[list[Block]] = []
        for last in range(head + width, len(cells), width):
            if not _holds(document, cells[last], _NUMBERS_OR_NONE):
                break
            rows.append(cells[last - width + 1 : last + 1])
        if len(rows) >= _ROWS:
            return rows
    return []


def _holds(document: Document, cell: Block, pattern: re.Pattern[str]) -> bool:
    return pattern.fullmatch(document.prose, cell.start, cell.end) is not None
