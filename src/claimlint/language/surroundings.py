"""What stands around each unit: the unit before, the lead-in of its list, its heading, the header of its table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimlint.document.model import Block, Document
from claimlint.language.unit import Surroundings, UnitText


def surroundings(document: Document, texts: Sequence[UnitText | None]) -> Iterator[Surroundings]:
    """One a unit, in order."""
    first, last = _ends(document)
    leads = _lead_blocks(document)
    headers: dict[int, int] = {}
    previous: UnitText | None = None
    lead = heading = header = None
    block = -1
    for index, text in enumerate(texts):
        here = document.blocks[document.units[index].block]
        if here.kind == "header":
            headers[here.group] = index
        if here.index != block:
            block = here.index
            lead = _at(texts, last, here.parent if here.parent >= 0 else leads.get(here.group, -1))
            heading = _at(texts, first, here.heading)
            header = texts[headers[here.group]] if here.kind == "row" and here.group in headers else None
        yield Surroundings(previous, lead, heading, header)
        previous = text or previous


def _at(texts: Sequence[UnitText | None], unit_of: dict[int, int], block: int) -> UnitText | None:
    unit = unit_of.get(block, -1)
    return texts[unit] if unit >= 0 else None


def _ends(document: Document) -> tuple[dict[int, int], dict[int, int]]:
    """The first and the last unit of each block."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for unit in document.units:
        first.setdefault(unit.block, unit.index)
        last[unit.block] = unit.index
    return first, last


def _lead_blocks(document: Document) -> dict[int, int]:
    """The paragraph directly before each list or table, by the group of its items or rows."""
    leads: dict[int, int] = {}
    previous: Block | None = None
    for block in document.blocks:
        if block.group >= 0 and block.group not in leads:
            leads[block.group] = previous.index if previous is not None and previous.kind == "paragraph" else -1
        previous = block
    return leads
