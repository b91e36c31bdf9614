"""Every mark kind that Python code computes, with its values; the lexicons add theirs.

Rules may ask for these and for lexicon marks, and for nothing else: the rule loader checks it.
"""

from __future__ import annotations

COMPUTED: dict[str, tuple[str, ...]] = {
    # language/claims.py
    "claim": (
        "effect", "mechanism", "association", "efficacy", "safety", "harm", "statistic", "comparison",
        "approval", "prevalence", "need", "property", "state",
    ),
    "statistic": (),
    # language/speech.py
    "question": (),
    "instruction": (),
    "personal-report": (),
    "plan": (),
    "opinion": (),
    "definition": (),
    "topic": (),
    "announcement": (),
    "courtesy": (),
    "caution": (),
    "lack-of-evidence": (),
    "quotation": (),
    "reported-speech": (),
    "label": (),
    # language/doses.py
    "dose": (),
    "dose-instruction": ("imperative", "label", "typical", "recommend", "personal", "field", "row"),
    "dose-report": (
        "study", "lab", "nutrition", "cooking", "training", "weight", "money", "strength", "toxic", "personal", "other",
    ),
    # language/vendors.py
    "vendor": ("link", "code", "pointer", "reference", "affiliate"),
    # language/species.py
    "people": (),
    "limit": (),
    "pet-anecdote": (),
    "human-conclusion": (),
    "cites-animal": (),
    "cites-cell": (),
    "animal-as-human": ("explicit", "conclusion", "reference", "anecdote"),
    # language/absolutes.py
    "absolute": (
        "booster", "total-effect", "universal", "proof", "safety", "cure", "hyperbole", "certainty", "instant",
        "superlative",
    ),
    # language/coverage.py: what evidence says of the unit
    "covered": ("own", "paragraph-end", "lead-in", "heading", "source-line", "continuation", "label-line", "table"),
    "dose-covered": (),
    "weakly-covered": (),
    # language/slots.py: what suggestions leave in a draft
    "open-slot": (),
    "stated-limit": (),
}  # fmt: skip


def known_kinds(lexicon: dict[str, set[str]]) -> frozenset[str]:
    """All kinds and `kind:value` pairs that a rule may name."""
    names: set[str] = set()
    for kinds in (COMPUTED, lexicon):
        for kind, values in kinds.items():
            names.add(kind)
            names.update(f"{kind}:{value}" for value in values if value)
    return frozenset(names)
