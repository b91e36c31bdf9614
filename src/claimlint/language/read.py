"""Reading a document: one pass over the words of each unit, then the detectors, each adding its marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from claimlint.document.model import Document
from claimlint.evidence.model import Evidence
from claimlint.language import absolutes, claims, coverage, doses, slots, species, speech, vendors
from claimlint.language.model import Mark, Reading, UnitMarks
from claimlint.language.slots import mask_notes
from claimlint.language.surroundings import surroundings
from claimlint.language.topics import topics_of
from claimlint.language.unit import Surroundings, UnitText
from claimlint.language.words import lexical_marks, lowered, tokens_of
from claimlint.lexicons.model import Lexicons

NO_WEIGHTS: Mapping[str, Any] = {"bias": -1.0, "entries": {}}
"""Without the weights nothing is a claim."""


def read(document: Document, evidence: Evidence, lexicons: Lexicons) -> Reading:
    """The marks of every unit. Quoted text and the reference list are read for vendors only."""
    texts = unit_texts(document, evidence, lexicons)
    topics = topics_of(texts)
    everywhere: dict[int, list[Mark]] = {}
    for index, mark in vendors.document_marks(document, evidence, lowered(document.prose), lexicons):
        everywhere.setdefault(index, []).append(mark)
    weights = lexicons.data.get(claims.WEIGHTS, NO_WEIGHTS)
    units: list[UnitMarks | None] = []
    for index, (text, around) in enumerate(zip(texts, surroundings(document, texts), strict=True)):
        found = everywhere.get(index, [])
        if text is not None:
            found = [*found, *_detect(text, around, topics, weights)]
        units.append(_unit_marks(index, found) if text is not None or found else None)
    _add_heading_claims(texts, units)
    return Reading(tuple(units), topics)


def _add_heading_claims(texts: Sequence[UnitText | None], units: list[UnitMarks | None]) -> None:
    below: list[UnitMarks] = []
    for index in range(len(units) - 1, -1, -1):
        text, marks = texts[index], units[index]
        if text is None or marks is None:
            continue
        if text.block.kind != "heading":
            below.append(marks)
            continue
        claim = None if "claim" in marks.kinds else claims.heading_claim(text, below)
        if claim is not None:
            units[index] = _unit_marks(index, [*marks.marks, claim])
        below = []


def unit_texts(document: Document, evidence: Evidence, lexicons: Lexicons) -> list[UnitText | None]:
    """The words and lexical marks of every unit; None for a unit that is not scanned."""
    lower = mask_notes(lowered(document.prose))
    return [_unit_text(document, evidence, lexicons, lower, index) for index in range(len(document.units))]


def _unit_text(document: Document, evidence: Evidence, lexicons: Lexicons, lower: str, index: int) -> UnitText | None:
    unit = document.units[index]
    block = document.blocks[unit.block]
    if block.quoted or block.kind == "footnote" or index in evidence.reference_units:
        return None
    tokens = tokens_of(lower, unit.start, unit.end)
    lexical = lexical_marks(tokens, lexicons)
    verbs = lexicons.data.get("verb-readings", {})
    return UnitText(document, evidence, unit, block, lower, tokens, tuple(lexical), kinds_of(lexical), verbs)


def _detect(text: UnitText, around: Surroundings, topics: frozenset[str], weights: Mapping[str, Any]) -> list[Mark]:
    acts = speech.marks(text)
    kinds = frozenset(mark.kind for mark in acts)
    found = [*text.lexical, *acts, *coverage.marks(text)]
    found += slots.marks(text.document.prose, text.unit.start, text.unit.end)
    found += doses.marks(text)
    found += vendors.marks(text)
    found += species.marks(text, around.previous)
    found += absolutes.marks(text, topics)
    found += claims.marks(text, kinds, topics, around, weights)
    return found


def _unit_marks(index: int, found: Sequence[Mark]) -> UnitMarks:
    ordered = tuple(sorted(found, key=lambda mark: (mark.start, mark.end, mark.kind, mark.value)))
    return UnitMarks(index, ordered, kinds_of(ordered))


def kinds_of(found: Sequence[Mark]) -> frozenset[str]:
    """Every mark as `kind` and `kind:value`."""
    kinds = {mark.kind for mark in found}
    kinds.update(f"{mark.kind}:{mark.value}" for mark in found if mark.value)
    return frozenset(kinds)
