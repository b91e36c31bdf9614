"""The same draft, the same findings: whatever order a run keeps its sets in."""

from __future__ import annotations

from itertools import permutations

from claimlint.language.claims import score
from claimlint.language.model import Token


def test_a_score_does_not_depend_on_the_order_of_what_is_added() -> None:
    weights = {"bias": 0.5, "entries": {"a": 1e16, "b": 1.0, "c": -1e16}, "words": {"zinc": 0.25}}
    tokens = (Token("zinc", 0, 4), Token("zinc", 5, 9), Token("and", 10, 13))
    assert {score(list(order), tokens, weights) for order in permutations("abc")} == {1.75}
