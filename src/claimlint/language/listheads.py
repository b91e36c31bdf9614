"""What stands at the head of a list or table: the sentence that leads in, the header of the columns."""

from __future__ import annotations

from claimlint.document.model import Block, Document

LOOK_BACK = 40
"""How many blocks a list's lead-in may stand above its item; a longer list keeps its own words only."""
HEAD_MAX = 200
"""How much of a heading, header or lead-in is read."""
SHORT = 60
"""A bold line of at most so many characters leads in what stands below it."""


def lead_in(document: Document, block: Block) -> Block | None:
    """The paragraph ending in a colon (or the short bold line) right above the list or table that `block` belongs
    to."""
    if block.group < 0:
        return None
    at = block.index
    for _ in range(LOOK_BACK):
        at -= 1
        if at < 0:
            return None
        above = document.blocks[at]
        if above.group == block.group or above.kind in ("header", "caption") or above.parent >= 0:
            continue
        if above.kind not in ("paragraph", "item", "heading"):
            return None
        tail = document.prose[max(above.start, above.end - HEAD_MAX) : above.end].rstrip(" \n*_")
        short = above.end - above.start <= SHORT
        return above if tail.endswith(":") or above.kind == "heading" or short else None
    return None


def header_of(document: Document, block: Block) -> Block | None:
    """The header of the table that a row belongs to."""
    if block.kind != "row" or block.group < 0:
        return None
    at = block.index
    for _ in range(LOOK_BACK):
        at -= 1
        if at < 0 or document.blocks[at].group != block.group:
            return None
        if document.blocks[at].kind == "header":
            return document.blocks[at]
    return None
