"""The same draft, the same findings: whatever order a run keeps its sets in."""

from __future__ import annotations

from itertools import permutations

from claimlint.language.model import Token
from claimlint.language.weighing import Company, Weights, score
from claimlint.lexicons.table import Table


def test_a_score_does_not_depend_on_the_order_of_what_is_added() -> None:
    observations = {"a": 1e16, "b": 1.0, "c": -1e16}
    leanings, openings = Table.of({"zinc": 3.0, "and": -1.0}), Table.of({"and": 5.0})
    weights = Weights(0.5, observations, {"zinc": 0.25}, leanings, openings, Company(0.0, 0.0, 0.0))
    tokens = (Token("zinc", 0, 4), Token("zinc", 5, 9), Token("and", 10, 13), Token("or", 14, 16), Token("if", 17, 19))
    # The leanings of four different words, divided by the root of four: (3 - 1) / 2. "And" does not open the unit.
    assert {score(list(order), tokens, weights) for order in permutations("abc")} == {2.75}
