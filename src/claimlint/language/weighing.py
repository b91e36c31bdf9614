"""How much speaks for a unit's being a claim: weights of what was observed of it, of its words, and of its siblings.

The weights stand in `rules/lexicons/claim-weights.yaml` and two lists of leanings, fitted on the project's own labelled
drafts by `tools/fit_claims.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp, fsum, sqrt
from typing import Any

from claimlint.language.model import Token
from claimlint.language.unit import UnitText
from claimlint.lexicons.table import Table
from claimlint.records import NamedTuple

WEIGHTS, LEANINGS, OPENINGS = "claim-weights", "word-leanings", "opening-leanings"
"""The lexicon files of the weights."""

OPENING = 2
"""So many words open a unit: its subject, or the verb of an order."""

LISTED = frozenset({"item", "row"})
"""Kinds of block that have siblings: the other items of a list, the other rows of a table."""


HOPELESS = -30.0
"""A unit of so little weight is no claim, and its exponential no concern."""


class Company(NamedTuple):
    """What the siblings of an item add to its own weight, by the share of them that are likely to be claims."""

    share: float
    """Added in proportion to that share."""
    any: float
    """Added where there are siblings at all."""
    level: float
    """Added to a weight before it is read as log-odds: zero is where a unit counts as a claim, not an even chance."""


class Weights(NamedTuple):
    """How much everything speaks for a unit's being a claim; a unit whose sum is above zero is one."""

    bias: float
    observations: Mapping[str, float]
    words: Mapping[str, float]
    """Words that our own labelled drafts hold often enough to be weighed one by one."""
    leanings: Table
    """Far more words, weighed by the company they keep in English; they count on the average, not each."""
    openings: Table
    """The same for the words that a unit opens with."""
    company: Company

    @classmethod
    def of(cls, data: Mapping[str, Mapping[str, Any]]) -> Weights:
        """From the lexicons' data. Without the weights nothing is a claim."""
        if WEIGHTS not in data:
            return cls(-1.0, {}, {}, Table.of({}), Table.of({}), Company(0.0, 0.0, 0.0))
        own = data[WEIGHTS]
        leanings, openings = (data[name]["entries"] for name in (LEANINGS, OPENINGS))
        return cls(own["bias"], own["entries"], own["words"], leanings, openings, Company(**own["siblings"]))


def score(observations: list[str], body: tuple[Token, ...], weights: Weights) -> float:
    """The sum of the weights of what was observed and of the unit's words; `body` is not empty."""
    told = [token[0] for token in body]
    words = set(told)
    known, observed, leanings, openings = weights.words, weights.observations, weights.leanings, weights.openings
    named = [observed[name] for name in observations if name in observed]
    single = [known[word] for word in known.keys() & words]
    # fsum, because a sum of floats depends on its order, and that of a set's members on the run.
    leaning = fsum([weight for word in words if (weight := leanings[word])])
    opening = fsum([weight for word in told[:OPENING] if (weight := openings[word])])
    # Divided by the root, a long unit's leaning weighs more than a short one's, but not in proportion.
    return fsum([weights.bias, *named, *single, leaning / sqrt(len(words)), opening / sqrt(OPENING)])


def with_siblings(
    texts: Sequence[UnitText | None], scores: Sequence[float | None], company: Company
) -> list[float | None]:
    """The scores after an item's siblings have spoken: in a list of effects, a short item states one, too."""
    families: dict[int, dict[int, list[int]]] = {}
    for index, text in enumerate(texts):
        if text is not None and text.block.kind in LISTED and text.block.group >= 0:
            families.setdefault(text.block.group, {}).setdefault(text.unit.block, []).append(index)
    settled = list(scores)
    for family in families.values():
        likely = {
            block: fsum([_probability(scores[i], company.level) for i in members]) for block, members in family.items()
        }
        total, count = fsum(likely.values()), sum(map(len, family.values()))
        for block, members in family.items():
            others = count - len(members)
            for index in members:
                own = scores[index]
                if own is not None and others:
                    settled[index] = own + company.any + company.share * (total - likely[block]) / others
    return settled


def _probability(score: float | None, level: float) -> float:
    """Of being a claim; a unit that states nothing has no score."""
    return 0.0 if score is None or score < HOPELESS else 1.0 / (1.0 + exp(-(score + level)))
