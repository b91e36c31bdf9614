"""Work shared out among processes: the same results in the same order as from one, and never much of it in memory."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from claimlint.errors import ClaimlintError

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

Part = TypeVar("Part")
Done = TypeVar("Done")
Context = TypeVar("Context")

AHEAD, AHEAD_SIZE = 4, 64_000_000
"""So many tasks per process, of so many bytes in all, may be under way or wait for those before them."""
MOST_PROCESSES = 61
"""Windows can wait for no more."""


class Task(NamedTuple, Generic[Context, Part]):
    """Parts that are worked at together; none where there is nothing to do."""

    context: Context
    """What the caller needs when the results are there; stays in this process."""
    parts: list[Part]
    size: int
    """About how many bytes of memory the task takes."""


class Pool(Generic[Part, Done]):
    """Processes that do `work` with the parts of tasks; they start when the first task is there. To be used in `with`:
    at its end whatever still goes on is stopped."""

    def __init__(self, work: Callable[[list[Part]], list[Done]], jobs: int) -> None:
        """`work` can be pickled, and so can the parts and what comes of them. It runs in other processes only."""
        self._work = work
        self._jobs = min(jobs, MOST_PROCESSES)
        self._executor: ProcessPoolExecutor | None = None

    def __enter__(self) -> Pool[Part, Done]:
        return self

    def __exit__(self, *_: object) -> None:
        if self._executor is not None:
            for process in active_children():
                process.terminate()
            self._executor.shutdown(cancel_futures=True)

    def done(self, tasks: Iterable[Task[Context, Part]]) -> Iterator[tuple[Context, list[Done]]]:
        """The context of each task and what came of its parts, in the order of the tasks, which are taken as needed.

        Raises ClaimlintError when a process was killed.
        """
        waiting: deque[tuple[Task[Context, Part], Future[list[Done]] | None]] = deque()
        held = 0
        for task in tasks:
            waiting.append((task, self._send(task.parts) if task.parts else None))
            held += task.size
            while waiting and (held > AHEAD_SIZE or len(waiting) > AHEAD * self._jobs or _is_done(waiting[0][1])):
                held -= waiting[0][0].size
                yield _received(*waiting.popleft())
        while waiting:
            yield _received(*waiting.popleft())

    def _send(self, parts: list[Part]) -> Future[list[Done]]:
        if self._executor is None:
            start = (self._work, gc.get_threshold())
            self._executor = ProcessPoolExecutor(self._jobs, _context(), _begin, start)
        return self._executor.submit(_go_on, parts)


def _is_done(future: Future[list[Done]] | None) -> bool:
    return future is None or future.done()


def _received(task: Task[Context, Part], future: Future[list[Done]] | None) -> tuple[Context, list[Done]]:
    try:
        return task.context, [] if future is None else future.result()
    except BrokenProcessPool:
        message = "a process that checks drafts was killed, perhaps for want of memory; --jobs 1 uses one process only"
        raise ClaimlintError(message) from None


def _context() -> BaseContext:
    """A copy of this process has the rules ready, but copying is safe only while there is no other thread."""
    if sys.platform == "linux" and threading.active_count() == 1:
        return get_context("fork")
    return get_context("spawn")


_work: Callable[[list[Any]], list[Any]]
"""What this process was started for."""


def _begin(work: Callable[[list[Any]], list[Any]], collection: tuple[int, int, int]) -> None:
    """The first thing that another process does."""
    global _work  # noqa: PLW0603 - the way in which an executor's processes are told what is the same for all tasks
    _work = work
    gc.set_threshold(*collection)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C reaches all processes; the first one tells of it
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _go_on(parts: list[Any]) -> list[Any]:
    return _work(parts)


def _end_with_parent() -> None:
    """Leave when the first process is gone, even if it was killed: nobody wants the results."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
