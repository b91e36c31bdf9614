"""The edit that mends a finding."""

from __future__ import annotations

from typing import NamedTuple

from claimlint.document.model import Document, Unit
from claimlint.evidence.model import Evidence
from claimlint.language.model import UnitMarks
from claimlint.rewording.phrases import NO_PHRASES, Phrases
from claimlint.rewording.verbs import VerbForms

SLOT = "[source needed]"
"""The visible place that a source must fill before a draft is published."""

LINK_REMOVED = "[seller link removed]"
REFERENCE_REMOVED = "[seller reference removed]"
CODE_REMOVED = "[discount code removed]"
REPLACE_SOURCE = "[replace this seller's page by a study or label]"

OPEN_NOTES = (SLOT, LINK_REMOVED, REFERENCE_REMOVED, CODE_REMOVED, REPLACE_SOURCE)
"""Everything in square brackets that a suggestion may leave for the author; a published draft should keep none."""

PEOPLE_LIMIT = "this has not been shown here for people"
ANIMAL_LIMIT = "the evidence given here is from {species}, not people"
PET_LIMIT = "this is one animal and shows nothing about people"
CLINICIAN = "check with a clinician or pharmacist"
PERSONAL_LIMIT = "this is one person's experience"
"""Clauses that suggestions add; worded once, so that rules can know them again."""


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
    """Which rewording the rule's YAML asks for: absolute, claim, dose, animal, vendor, slot."""
    span: tuple[int, int]
    """The words that carry the finding."""
    marks: UnitMarks
    """The marks of the unit; any of them may be missing."""
    evidence: Evidence
    forms: VerbForms
    phrases: Phrases = NO_PHRASES
