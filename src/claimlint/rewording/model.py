"""The edit that mends a finding."""

from __future__ import annotations

from claimlint.document.model import Document, Unit
from claimlint.evidence.model import Evidence
from claimlint.language.model import UnitMarks
from claimlint.language.slots import (
    ANIMAL_LIMIT,
    CLINICIAN,
    CODE_REMOVED,
    LINK_REMOVED,
    OPEN_NOTES,
    PEOPLE_LIMIT,
    PERSONAL_LIMIT,
    PET_LIMIT,
    REFERENCE_REMOVED,
    REPLACE_SOURCE,
    SLOT,
    WEAKER,
)
from claimlint.records import NamedTuple
from claimlint.rewording.phrases import NO_PHRASES, Phrases
from claimlint.rewording.verbs import VerbForms
from claimlint.rewording.words import SmallWords

__all__ = [
    "ANIMAL_LIMIT",
    "CLINICIAN",
    "CODE_REMOVED",
    "LINK_REMOVED",
    "NO_REWORDING",
    "OPEN_NOTES",
    "PEOPLE_LIMIT",
    "PERSONAL_LIMIT",
    "PET_LIMIT",
    "REFERENCE_REMOVED",
    "REPLACE_SOURCE",
    "SLOT",
    "WEAKER",
    "Edit",
    "Request",
    "Suggestion",
]

NO_REWORDING = "none"
"""The recipe of a rule that no wording mends: what it finds is for people to decide."""


class Edit(NamedTuple):
    """Replace `text[start:end]` by `replacement`; offsets are code points into the original text."""

    start: int
    end: int
    replacement: str


class Suggestion(NamedTuple):
    """The unit as reworded, and the edits of the original text that make it so (sorted, never overlapping)."""

    text: str
    edits: tuple[Edit, ...]
    safe: bool
    """True only when applying it unread changes no meaning beyond toning down."""


class Request(NamedTuple):
    """All that is needed to reword one finding."""

    document: Document
    unit: Unit
    recipe: str
    """Which rewording the rule's YAML asks for: absolute, claim, dose, animal, vendor, slot, delete."""
    span: tuple[int, int]
    """The words that carry the finding."""
    marks: UnitMarks
    """The marks of the unit; any of them may be missing."""
    evidence: Evidence
    forms: VerbForms
    phrases: Phrases = NO_PHRASES
    small: SmallWords | None = None
    """The words that the draft writes small, shared by all requests about it."""
