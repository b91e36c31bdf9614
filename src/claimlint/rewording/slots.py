"""The plain recipes: a slot for a source, or the whole unit marked for removal."""

from __future__ import annotations

from claimlint.rewording.edits import Draft


def reword_slot(draft: Draft) -> None:
    """Only the slot."""
    draft.want_slot()


def reword_delete(draft: Draft) -> None:
    """Take the words of the finding out."""
    draft.safe = False
    start, end = draft.request.span
    if not draft.drop(max(start, draft.unit.start), min(end, draft.unit.end)):
        draft.want_slot()
