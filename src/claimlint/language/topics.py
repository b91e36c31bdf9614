"""What the whole draft is about: a health post, a recipe, a manual."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from claimlint.language.unit import UnitText

HEALTH_SHARE = 0.06
"""From this share of health words on, a draft is about health (measured on our own drafts: see docs/accuracy.md)."""


def topics_of(texts: Iterable[UnitText | None]) -> frozenset[str]:
    """The topics of a draft, from the share of its words that the lexicons know."""
    words = 0
    counts: Counter[str] = Counter()
    for text in texts:
        if text is None:
            continue
        words += len(text.tokens)
        for mark in text.lexical:
            if mark.kind in ("health", "effect", "claim-phrase"):
                counts[f"{mark.kind}:{mark.value}"] += 1
    if not words:
        return frozenset()
    kinds = ("condition", "biomarker", "body", "substance", "process", "outcome")
    health = sum(counts[f"health:{kind}"] for kind in kinds)
    return frozenset({"health"}) if health / words >= HEALTH_SHARE else frozenset()
