"""A thousand words of our own drafts take no more work than is written down: a guard that needs no quiet machine.

`test_growth.py` sees to it that work grows with the text and no faster; this, that it is not twice as much tomorrow.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimlint.document.parse import parse
from claimlint.lazy import lazy
from claimlint.project import lint
from claimlint.project.lint import Linter, make_linter

sys.path.append(str(Path(__file__).parents[2] / "tools"))

import count_work
from count_work import PYTHON, Work, budgets, departures, sample, work_of

HOW = "python tools/count_work.py --write makes today's counts the budget; the commit says why"
FEW = 4


@pytest.fixture(scope="module")
def linter() -> Linter:
    return make_linter().without_notes()


@pytest.fixture(scope="module")
def few(linter: Linter) -> Work:
    return work_of(sample()[:FEW], linter)


@pytest.mark.skipif(PYTHON not in budgets(), reason="each Python counts in its own way; this one has no budget")
def test_work_stays_within_the_budget(linter: Linter) -> None:
    assert list(departures(work_of(sample(), linter), budgets()[PYTHON])) == [], HOW


def test_some_python_has_a_budget_of_everything() -> None:
    for budget in budgets().values():
        assert set(budget) == {"lines executed", "built-in calls", "characters matched"}
        assert all(set(counts) == {*count_work.STREET, "all"} for counts in budget.values())
    assert budgets()


def test_the_same_work_is_counted_the_same_again(linter: Linter, few: Work) -> None:
    assert list(departures(work_of(sample()[:FEW], linter), few)) == []


STAGES = {"document": "parse", "evidence": "gather", "language": "read", "rules": "find", "rewording": "suggest"}


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_that_works_twice_is_noticed(
    stage: str, linter: Linter, few: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    once: Callable[..., Any] = getattr(lint, STAGES[stage])

    def twice(*args: Any) -> Any:
        first = once(*args)
        if stage == "rules":  # it works while it is asked
            list(first)
            return once(*args)
        return once(*args)

    monkeypatch.setattr(lint, STAGES[stage], twice)
    noticed = list(departures(work_of(sample()[:FEW], linter), few))
    assert any(line.startswith(f"{stage}: ") and "lines executed" in line for line in noticed)


def test_less_work_is_noticed_so_that_the_budget_stays_tight(few: Work) -> None:
    larger = {kind: {stage: 2 * count for stage, count in counts.items()} for kind, counts in few.items()}
    assert any(line.startswith("all: ") for line in departures(few, larger))


def test_a_text_that_is_looked_through_again_is_noticed(
    linter: Linter, few: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which is the work of one line, whatever it costs."""
    code = "def parse(text, format):\n    for _ in range(4): PATTERN.findall(text)\n    return once(text, format)\n"
    names: dict[str, Any] = {"PATTERN": lazy("never in a draft"), "once": parse}
    exec(compile(code, "/claimlint/document/again.py", "exec"), names)
    monkeypatch.setattr(lint, "parse", names["parse"])
    noticed = list(departures(work_of(sample()[:FEW], linter), few))
    assert [line.split(" for ")[0].rpartition(" ")[2] for line in noticed][:1] == ["matched"]
