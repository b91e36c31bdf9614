"""A run over drafts that is shared out among processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimlint.project.discovery import Target
from claimlint.project.parallel import Pool, Task
from claimlint.project.run import Item, Outcome, Runner, size_of

DRAFTS, SIZE = 16, 250_000
"""At most so many drafts make up a task, and it ends with the draft that makes it so many bytes."""

Known = list[tuple[Item, Outcome | None]]
"""Items, each with what comes of it if that is known."""


def spread(runner: Runner, items: Iterable[Item], jobs: int) -> Iterator[tuple[Item, Outcome]]:
    """Each item with what comes of it, in order. What is known without checking is seen to here."""
    with Pool(runner.checked, jobs) as pool:
        for known, outcomes in pool.done(_tasks(runner, items)):
            following = iter(outcomes)
            for item, outcome in known:
                yield item, next(following) if outcome is None else outcome


def _tasks(runner: Runner, items: Iterable[Item]) -> Iterator[Task[Known, Target]]:
    known: Known = []
    unknown: list[Target] = []
    size = 0
    for item in items:
        outcome = runner.known(item)
        if outcome is None and isinstance(item, Target):
            if item.stdin:  # only this process has it
                (outcome,) = runner.checked([item])
            else:
                unknown.append(item)
                size += size_of(item.path)
        known.append((item, outcome))
        if len(known) == DRAFTS or size >= SIZE:
            yield Task(known, unknown, size)
            known, unknown, size = [], [], 0
    yield Task(known, unknown, size)
