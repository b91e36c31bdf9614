"""What the whole draft is about: a health post, a recipe, a manual."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from claimlint.language.unit import UnitText

DENSE_SHARE = 0.14
"""A draft with this share of health words is about little else."""

COUNTED = frozenset({"health", "off-topic", "dose-context"})

OTHERS = {
    "software": ("off-topic:software", 0.03),
    "cooking": ("dose-context:cooking", 0.03),
    "training": ("dose-context:training", 0.04),
    "trade": ("off-topic:commerce", 0.02),
}
"""Topics that speak against claims: the mark that tells them, and the share of a draft's words it has to reach."""

SHORT = 60
"""A draft with fewer words has no shares to speak of: a pasted sentence or two."""

LEAST_IN_SHORT = 2
"""So many health words make a short draft one about health."""

LEAST = 3
"""So many words it takes at least: a pasted sentence with "chart" in it is not about software."""

HEALTH_SHARE = 0.035
"""From this share of health words on, a draft is about health."""

CLEAR_SHARE = 0.06
"""The share that it takes in a draft that is also about something else, such as software or training."""


def topics_of(texts: Iterable[UnitText | None]) -> frozenset[str]:
    """The topics of a draft, from the share of its words that the lexicons know."""
    words = 0
    names: list[str] = []
    for text in texts:
        if text is None:
            continue
        words += len(text.tokens)
        names += [f"{kind}:{value}" for kind, _, _, value in text.lexical if kind in COUNTED]
    counts = Counter(names)
    if not words:
        return frozenset()
    kinds = ("condition", "biomarker", "body", "substance", "process", "outcome")
    health = sum(counts[f"health:{kind}"] for kind in kinds)
    if words < SHORT:
        health += counts["health:food"] + counts["health:practice"]
        enough = health >= LEAST_IN_SHORT or health / words >= CLEAR_SHARE
        return frozenset({"health"}) if enough else frozenset()
    others = {topic for topic, (kind, share) in OTHERS.items() if counts[kind] >= max(LEAST, share * words)}
    share = health / words
    found = set(others)
    if share >= (CLEAR_SHARE if others else HEALTH_SHARE):
        found.add("health")
    if share >= DENSE_SHARE:
        found.add("dense health")
    return frozenset(found)
