"""The examples that each rule carries are its tests."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from claimlint.project.examples import Outcome, run_examples
from claimlint.rules.pack import builtin_folder

FIVE = ("absolute-language", "animal-as-human", "uncited-claim", "unsourced-dose", "vendor-link")
OUTCOMES = tuple(run_examples())
MODERATION = sorted(map(str, (Path(builtin_folder()) / "moderation").glob("*.yaml")))


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda o: f"{o.rule}:{o.line}")
def test_example(outcome: Outcome) -> None:
    assert not outcome.problem, f"{outcome.path}:{outcome.line}: {outcome.problem}\n{outcome.text}"


@pytest.mark.parametrize(
    "outcome",
    tuple(run_examples(MODERATION)),
    ids=lambda o: f"{o.rule}:{o.line}",
)
def test_example_of_moderation(outcome: Outcome) -> None:
    assert not outcome.problem, f"{outcome.path}:{outcome.line}: {outcome.problem}\n{outcome.text}"


@pytest.mark.parametrize("rule", FIVE)
@pytest.mark.parametrize("flagged", [True, False])
def test_each_core_rule_has_enough_examples(rule: str, flagged: bool) -> None:
    counts = Counter((outcome.rule, outcome.flagged) for outcome in OUTCOMES)
    assert counts[rule, flagged] >= 25
