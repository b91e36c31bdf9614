"""The plain recipes: a slot for a source, the words of the finding out, a slot out again."""

from __future__ import annotations

import re

from claimlint.lazy import lazy
from claimlint.rewording.edits import Draft

_LED = lazy(r"(?:\baccording\s+to|;)\s+\Z", re.IGNORECASE)


def reword_slot(draft: Draft) -> None:
    """Only the slot."""
    draft.want_slot()


def reword_delete(draft: Draft) -> None:
    """Take the words of the finding out."""
    draft.safe = False
    start, end = draft.request.span
    if not draft.drop(max(start, draft.unit.start), min(end, draft.unit.end)):
        draft.want_slot()


def reword_remove_slot(draft: Draft) -> None:
    """Take a slot out again, and what leads up to it ("According to [source needed], …")."""
    draft.safe = False
    start, end = draft.request.span
    low, high = draft.unit.start, draft.unit.end
    if not any(char.isalnum() for char in draft.text[low:start] + draft.text[end:high]):
        draft.replace(low, high, "")  # the unit says nothing else
        return
    led = _LED.search(draft.text, low, start)
    draft.drop(led.start() if led else start, end)
