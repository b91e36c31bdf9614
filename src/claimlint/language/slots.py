"""Words that claimlint's own suggestions leave in a draft: slots for the author to fill, clauses that state a limit.

They are worded once, here, so that a draft in which suggestions were applied is read rightly: a slot says that a source
is known to be missing, and a limit that a finding is not about people.
"""

from __future__ import annotations

import re

from claimlint.language.model import Mark
from claimlint.lazy import lazy

SLOT = "[source needed]"
"""The visible place that a source must fill before a draft is published."""

LINK_REMOVED = "[seller link removed]"
REFERENCE_REMOVED = "[seller reference removed]"
CODE_REMOVED = "[discount code removed]"
REPLACE_SOURCE = "[replace this seller's page by a study or label]"
WEAKER = "[weaker wording needed]"
"""Stands behind an absolute phrase for which no wording is known."""

OPEN_NOTES = (SLOT, LINK_REMOVED, REFERENCE_REMOVED, CODE_REMOVED, REPLACE_SOURCE, WEAKER)
"""Everything in square brackets that a suggestion may leave for the author; a published draft should keep none."""

PEOPLE_LIMIT = "this has not been shown here for people"
ANIMAL_LIMIT = "the evidence given here is from {species}, not people"
PET_LIMIT = "this is one animal and shows nothing about people"
CLINICIAN = "check with a clinician or pharmacist"
PERSONAL_LIMIT = "this is one person's experience"
"""Clauses that suggestions add."""


def _spaced(words: str) -> str:
    return re.escape(words.lower()).replace(r"\ ", r"\s+")


_NOTE = lazy("|".join(map(_spaced, OPEN_NOTES)))
_ANIMAL = _spaced(ANIMAL_LIMIT).replace(r"\{species\}", r"[\w\s-]{1,40}")
_LIMIT = lazy("|".join((_spaced(PEOPLE_LIMIT), _spaced(PET_LIMIT), _ANIMAL)))
_ADDED = lazy("|".join((*map(_spaced, (*OPEN_NOTES, PEOPLE_LIMIT, PET_LIMIT, CLINICIAN, PERSONAL_LIMIT)), _ANIMAL)))
_WEAKER_NEXT = lazy(r"[\s*_]{0,400}" + _spaced(WEAKER))
_REACH = 500
"""How far the target of a link may push the note away from the link's text."""
_TELLING = (
    "[source", "[seller", "[discount", "[replace", "[weaker",
    "shown here", "shows nothing", "given here", "clinician or", "person's exp",
)  # fmt: skip
"""Of each of them a piece, to know at once that a draft has none."""


def mask_notes(lower: str) -> str:
    """The lower-cased prose with all that suggestions add blanked at equal length: its words are not the author's."""
    if not any(piece in lower for piece in _TELLING):
        return lower
    return _ADDED.sub(lambda match: " " * (match.end() - match.start()), lower)


def asks_for_weaker(prose: str, end: int) -> bool:
    """Whether the author knows already that the phrase that ends here is too strong."""
    near = prose[end : end + _REACH].lower()
    return "[weaker" in near and _WEAKER_NEXT.match(near) is not None


def marks(source: str, start: int, end: int) -> list[Mark]:
    """`open-slot` for each open note of a unit, `stated-limit` for each limit that a suggestion has put there.

    `source` is the document's text or prose, in which the unit is `source[start:end]`.
    """
    unit = source[start:end].lower()
    if len(unit) != end - start:
        return []
    found = []
    if "[" in unit:
        found += [Mark("open-slot", start + m.start(), start + m.end()) for m in _NOTE.finditer(unit)]
    if "people" in unit:
        found += [Mark("stated-limit", start + m.start(), start + m.end()) for m in _LIMIT.finditer(unit)]
    return found
