"""A progress bar for people who wait: on standard error, and only after a second."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from threading import Event, Lock, Thread
from typing import TypeVar

from claimlint.cli.output import columns
from claimlint.project.discovery import Problem, Target
from claimlint.reporting.terminal import clip, escape

PATIENCE = 1.0
"""Seconds before a bar is worth showing."""
TICK = 0.2
BAR = 24

FORESEEN = 10_000
"""So many items are held in memory to know what they come to; a longer run only counts."""

Chunk = TypeVar("Chunk")
Result = TypeVar("Result")


class Progress:
    """How far a run is. A thread draws, so that one large draft, too, is seen to be worked on."""

    def __init__(self, items: Iterable[Target | Problem]) -> None:
        """Of the items so many are looked at beforehand as tell how long most runs will be."""
        self._rest = iter(items)
        self._next = deque(islice(self._rest, FORESEEN))
        self._total = len(self._next)
        self._is_known = self._total < FORESEEN
        self._done = 0
        self._current = ""
        self._shown = False
        self._lock = Lock()
        self._over = Event()
        self._started = time.monotonic()

    def targets(self) -> Iterator[Target | Problem]:
        """The items, as they are taken."""
        while self._next:
            item = self._next.popleft()
            self._current = item.path
            yield item
        for item in self._rest:
            self._total += 1
            self._current = item.path
            yield item
        self._is_known = True

    def count(self, results: Iterable[Result]) -> Iterator[Result]:
        """What comes of the items, one by one."""
        for result in results:
            self._done += 1
            yield result

    def watch(self, chunks: Iterator[Chunk]) -> Iterator[Chunk]:
        """The chunks of the report, with the bar drawn while the next is awaited and cleared before it is printed."""
        thread = Thread(target=self._draw_on, daemon=True)
        thread.start()
        try:
            for chunk in chunks:
                with self.aside():
                    yield chunk
        finally:
            self._over.set()
            thread.join()
            self._clear()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """While something else is printed the bar is not there."""
        with self._lock:
            self._clear()
            yield

    def _draw_on(self) -> None:
        if self._over.wait(PATIENCE):
            return
        while not self._over.wait(TICK):
            with self._lock:
                self._draw()

    def _draw(self) -> None:
        seconds = int(time.monotonic() - self._started)
        line = f"{self._share()} files, {seconds} s  {escape(self._current)}"
        sys.stderr.write(f"\r\x1b[K{clip(line, columns() - 1)}")
        sys.stderr.flush()
        self._shown = True

    def _share(self) -> str:
        if not self._is_known:
            return f"{self._done:,}"
        filled = BAR * self._done // max(self._total, self._done, 1)
        return f"[{'#' * filled}{'-' * (BAR - filled)}] {self._done:,}/{self._total:,}"

    def _clear(self) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False
