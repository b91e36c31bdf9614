"""What the evidence says of a unit, as marks that rules can ask for."""

from __future__ import annotations

from claimlint.evidence.sources import is_dose_source, sources_of
from claimlint.language.model import Mark
from claimlint.language.unit import UnitText


def marks(text: UnitText) -> list[Mark]:
    """`covered:<reason>` for a sourced unit; `dose-covered` when a source of a kind that can carry a dose does it."""
    coverage = text.coverage
    if coverage is None:
        return []
    whole = (text.unit.start, text.unit.end)
    found = [Mark("covered", *whole, coverage.reason)]
    sources = sources_of(text.evidence, text.unit.index)
    if not sources or any(is_dose_source(source) for source in sources):
        found.append(Mark("dose-covered", *whole))
    else:
        found.append(Mark("weakly-covered", *whole))
    return found
