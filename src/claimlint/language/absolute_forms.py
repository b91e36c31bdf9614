"""Absolute claims told by their grammar: no word list can hold them, since every noun fits in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimlint.language import absolute_finality as finality
from claimlint.language import absolute_praise as praise
from claimlint.language import absolute_risks as risks
from claimlint.language import absolute_universals as universals
from claimlint.language.model import Mark
from claimlint.language.unit import UnitText

Form = tuple[frozenset[str], Callable[[UnitText], Iterator[Mark]]]

FORMS: tuple[Form, ...] = (
    (risks.TRIGGERS, risks.risks),
    (universals.QUANTIFIERS | universals.EVERYBODY, universals.universals),
    (finality.NOTHING, finality.nothing_can),
    (frozenset(("can", "cannot", "can't")), finality.cannot_live),
    (frozenset(("everything",)), finality.everything),
    (frozenset(("impossible",)), finality.impossible),
    (frozenset(("good",)), finality.for_good),
    (frozenset(("again",)), finality.never_again),
    (praise.SUPERLATIVES | {"most"}, praise.superlatives),
    (frozenset(("any",)), praise.beyond_all),
    (praise.HYPE | praise.WHOLE, praise.hype),
    (praise.PROVED, praise.proofs),
    (praise.BEYOND_DOUBT, praise.overwhelming),
)
"""Each form with the words one of which it needs: most units have none."""


def forms(text: UnitText) -> Iterator[Mark]:
    """Every absolute claim of the unit that shows in its grammar, as an `absolute-word` mark."""
    for triggers, find in FORMS:
        if not triggers.isdisjoint(text.words):
            yield from find(text)
