"""How much work a thousand words of our own drafts are, counted and not timed, beside what is written down.

    python tools/count_work.py [--write]

Three things are counted in each folder of the street: lines of claimlint that Python executes, calls of what is built
into Python, and characters that patterns look through. `--write` makes today's counts the budget in
tests/project/work-budget.json, to which `tests/project/test_work_budget.py` holds each change: a commit that does so
says why. Counts differ from one version of Python to the next, so each has a budget of its own.
"""

from __future__ import annotations

import gc
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

import claimlint.lazy as lazy_module  # noqa: E402
from claimlint.project.lint import Linter, make_linter  # noqa: E402
from drafts_gold import Draft, drafts  # noqa: E402

BUDGET = ROOT / "tests" / "project" / "work-budget.json"
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
MARGIN = 0.15
"""So much more, or less, than the budget is let pass."""
LITTLE = 0.01
"""Of all the work of a kind; a stage that does less is not held to its share."""
EVERY = 9
"""One draft in so many is read."""
STREET = ("lexicons", "document", "evidence", "language", "rules", "rewording", "project")
IN_STREET = re.compile(r"[/\\]claimlint[/\\](\w+)[/\\]")

Work = dict[str, dict[str, int]]
"""Kind of work -> stage, or "all" -> how much of it for a thousand words."""


def main(argv: list[str]) -> int:
    """Print the counts beside the budget, or make them the budget. 1 where they are out of it."""
    work = work_of(sample(), make_linter().without_notes())
    if "--write" in argv:
        BUDGET.write_text(json.dumps({**budgets(), PYTHON: work}, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    budget = budgets().get(PYTHON, {})
    for kind, counts in work.items():
        print(f"{kind} for a thousand words, and the budget")
        for stage, count in counts.items():
            print(f"  {stage:10} {count:>10,} {budget.get(kind, {}).get(stage, 0):>10,}")
    outside = list(departures(work, budget))
    print("\n".join(outside) or f"all within {MARGIN:.0%}")
    return 1 if outside else 0


def budgets() -> dict[str, Work]:
    """The budget of each version of Python that has one."""
    read: dict[str, Work] = json.loads(BUDGET.read_text(encoding="utf-8")) if BUDGET.exists() else {}
    return read


def sample() -> list[Draft]:
    """Some of our own labelled drafts, of every format."""
    return drafts()[::EVERY]


def departures(work: Work, budget: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """What is out of the budget."""
    for kind, counts in work.items():
        for stage, count in counts.items():
            due = budget.get(kind, {}).get(stage, 0)
            if max(count, due) >= LITTLE * counts["all"] and abs(count - due) > MARGIN * due:
                yield f"{stage}: {count:,} {kind} for a thousand words, and the budget is {due:,}"


def work_of(texts: Iterable[Draft], linter: Linter) -> Work:
    """The work of linting drafts."""
    chosen = list(texts)
    for draft in chosen:  # patterns are compiled and tables read at their first use
        linter.lint(draft.text, path=draft.path.name)
    lines: Counter[str] = Counter()
    calls: Counter[str] = Counter()
    characters: Counter[str] = Counter()
    with _counting(lines, calls, characters):
        for draft in chosen:
            linter.lint(draft.text, path=draft.path.name)
    words = sum(len(draft.text.split()) for draft in chosen)
    kinds = {"lines executed": lines, "built-in calls": calls, "characters matched": characters}
    return {
        kind: {stage: 1000 * of[stage] // words for stage in STREET} | {"all": 1000 * sum(of.values()) // words}
        for kind, of in kinds.items()
    }


@contextmanager
def _counting(lines: Counter[str], calls: Counter[str], characters: Counter[str]) -> Iterator[None]:
    stages: dict[str, str] = {}

    def stage_of(frame: FrameType | None) -> str:
        name = frame.f_code.co_filename if frame else ""
        if name not in stages:
            found = IN_STREET.search(name)
            stages[name] = found[1] if found and found[1] in STREET else ""
        return stages[name]

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        stage = stage_of(frame)
        if not stage:
            return None
        if event == "line":
            lines[stage] += 1
        return trace

    def profile(frame: FrameType, event: str, _: Any) -> None:
        if event == "c_call" and (stage := stage_of(frame)):
            calls[stage] += 1

    def noted(method: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def count(*args: Any, **more: Any) -> Any:
            text = args[1] if method == "sub" else args[0]
            start, end = 0, len(text)
            if method not in ("sub", "split"):  # which have no places to begin and end
                start = args[1] if len(args) > 1 else start
                end = min(args[2], end) if len(args) > 2 else end
            once = method in ("match", "fullmatch")  # looks at one place
            if stage := stage_of(sys._getframe(1)):
                characters[stage] += 1 if once else max(end - start, 0)
                calls[stage] += 1
            return call(*args, **more)

        return count

    before = sys.gettrace(), sys.getprofile()
    patterns = [thing for thing in gc.get_objects() if isinstance(thing, lazy_module._Lazy)]
    for pattern in patterns:
        for method in lazy_module._METHODS:
            setattr(pattern, method, noted(method, getattr(pattern, method)))
    sys.settrace(trace)
    sys.setprofile(profile)
    try:
        yield
    finally:
        sys.setprofile(before[1])
        sys.settrace(before[0])
        for pattern in patterns:
            for method in lazy_module._METHODS:
                delattr(pattern, method)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
