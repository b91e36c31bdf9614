"""The label that an amount stands behind: of its unit, or of its own line where each line has one.

Oral: 50-200 mg
Sublingual: 25-100 mg
"""

from __future__ import annotations

from claimlint.language.unit import UnitText
from claimlint.lazy import lazy

LABEL_MAX = 60
DASHED = lazy(r"\W{0,4}([a-z][\w'()+,/-]{0,24}(?:\s[\w'()+,/-]{1,20}){0,3})\s{1,3}[-–—]\s(?=\D{0,12}\d)")
"""A label set off by a dash: "Theanine - 200 mg"."""


def label_of(text: UnitText) -> tuple[str, int]:
    """The run-in label of a unit, or the first cell of a row, and where it ends; ("", start) without one."""
    start, end = text.unit.start, text.unit.end
    if text.block.kind == "row" and text.block.cells:
        first = text.block.cells[0]
        return text.lower[first[0] : first[1]].strip(), first[1]
    colon = text.lower.find(":", start, min(end, start + LABEL_MAX))
    if colon < 0 or colon + 1 >= end:
        dash = DASHED.match(text.lower, start, min(end, start + LABEL_MAX))
        return (" ".join(dash[1].split()), dash.end()) if dash else ("", start)
    label = text.lower[start:colon]
    return ("", start) if ". " in label else (label.strip(" *_-•\t"), colon + 1)
