"""Reading a document: one pass over the words of each unit, then the detectors, each adding its marks."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from claimlint.document.model import Document
from claimlint.evidence.model import Evidence
from claimlint.language import absolutes, claims, coverage, doses, slots, species, speech, vendor_pointers, vendors
from claimlint.language.model import Mark, Reading, UnitMarks
from claimlint.language.slots import mask_notes
from claimlint.language.surroundings import surroundings
from claimlint.language.topics import topics_of
from claimlint.language.unit import Surroundings, UnitText
from claimlint.language.weighing import Weights, with_siblings
from claimlint.language.words import FIGURE, label_end, lexical_marks, lowered, tokens_of
from claimlint.lexicons.model import Lexicons
from claimlint.lexicons.table import Table

NOTHING: list[Mark] = []
NO_ACTS: frozenset[str] = frozenset()


def read(document: Document, evidence: Evidence, lexicons: Lexicons) -> Reading:
    """The marks of every unit. Quoted text is read for vendors only, the reference list for vendors and slots."""
    lower = lowered(document.prose)
    texts = _unit_texts(document, evidence, lexicons, mask_notes(lower))
    topics = topics_of(texts)
    everywhere: dict[int, list[Mark]] = {}
    for index, mark in vendors.document_marks(document, evidence, lower, topics):
        everywhere.setdefault(index, []).append(mark)
    weights = Weights.of(lexicons.data)
    around = list(surroundings(document, texts))
    acts = [speech.marks(text) if text is not None and text.tokens else [] for text in texts]
    standings = with_siblings(texts, _standings(texts, acts, around, topics, weights), weights.company)
    units: list[UnitMarks | None] = []
    for index, text in enumerate(texts):
        found = everywhere.get(index, NOTHING)
        if text is not None:
            found = [*found, *_detect(text, around[index], topics, acts[index], standings[index])]
            kinds = text.kinds | kinds_of(found) if found else text.kinds
            units.append(_unit_marks(index, [*text.lexical, *found], kinds))
        else:
            found = [*found, *_slots_unread(document, index)]
            units.append(_unit_marks(index, found, kinds_of(found)) if found else None)
    _add_heading_claims(texts, units)
    return Reading(tuple(units), topics)


def _slots_unread(document: Document, index: int) -> list[Mark]:
    """The slots of a unit that is not scanned: one in a reference list or a footnote is the author's own too."""
    unit = document.units[index]
    quoted = document.blocks[unit.block].quoted
    return [] if quoted else slots.marks(document.prose, unit.start, unit.end)


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
            found = [*marks.marks, claim]
            units[index] = _unit_marks(index, found, kinds_of(found))
        below = []


def unit_texts(document: Document, evidence: Evidence, lexicons: Lexicons) -> list[UnitText | None]:
    """The words and lexical marks of every unit; None for a unit that is not scanned."""
    return _unit_texts(document, evidence, lexicons, mask_notes(lowered(document.prose)))


def _unit_texts(document: Document, evidence: Evidence, lexicons: Lexicons, lower: str) -> list[UnitText | None]:
    verbs: dict[str, Any] = {}  # filled below, once all words are known
    seen: set[str] = set()
    texts: list[UnitText | None] = []
    for unit in document.units:
        block = document.blocks[unit.block]
        if block.quoted or block.kind == "footnote" or unit.index in evidence.reference_units:
            texts.append(None)
            continue
        tokens = tokens_of(lower, unit.start, unit.end)
        words = frozenset([token[0] for token in tokens])
        lexical = tuple(lexical_marks(tokens, lexicons, words))
        seen |= words
        label = label_end(lower, unit, tokens)
        body = tuple([token for token in tokens if token.start >= label]) if label else tokens
        figures = FIGURE.search(lower, unit.start, unit.end) is not None
        kinds = kinds_of(lexical)
        texts.append(
            UnitText(document, evidence, unit, block, lower, tokens, lexical, kinds, verbs, words, label, body, figures)
        )
    readings = lexicons.data.get("verb-readings", {})
    # A table answers in C what it has been asked before, but not by its `get`.
    reading_of = readings.__getitem__ if isinstance(readings, Table) else readings.get
    for word in seen:
        reading = reading_of(word)
        if reading is not None:
            verbs[word] = reading
    return texts


def _standings(
    texts: Sequence[UnitText | None],
    acts: Sequence[list[Mark]],
    around: Sequence[Surroundings],
    topics: frozenset[str],
    weights: Weights,
) -> list[float | None]:
    return [
        None if text is None else claims.standing(text, frozenset([mark.kind for mark in said]), topics, near, weights)
        for text, said, near in zip(texts, acts, around, strict=True)
    ]


def _detect(
    text: UnitText, around: Surroundings, topics: frozenset[str], acts: list[Mark], standing: float | None
) -> list[Mark]:
    """What the detectors add to the lexical marks. A unit without words, such as a slot alone, says nothing else."""
    if not text.tokens:
        return slots.marks(text.document.prose, text.unit.start, text.unit.end)
    kinds = frozenset([mark.kind for mark in acts]) if acts else NO_ACTS
    found = [*acts, *coverage.marks(text)]
    found += slots.marks(text.document.prose, text.unit.start, text.unit.end)
    found += doses.marks(text, around.header)
    found += vendor_pointers.marks(text, topics)
    found += species.marks(text, around.previous)
    found += absolutes.marks(text, topics, kinds)
    found += claims.marks(text, kinds, standing)
    return found


def _unit_marks(index: int, found: list[Mark], kinds: frozenset[str]) -> UnitMarks:
    found.sort()  # by kind and value …
    found.sort(key=_PLACE)  # … where several have one place
    return UnitMarks(index, tuple(found), kinds)


_PLACE = itemgetter(1, 2)


def kinds_of(found: Sequence[Mark]) -> frozenset[str]:
    """Every mark as `kind` and `kind:value`."""
    return frozenset([mark[0] for mark in found] + [f"{mark[0]}:{mark[3]}" for mark in found if mark[3]])
