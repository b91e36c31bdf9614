"""A progress bar for people who wait: on standard error, and only after a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Event, Lock, Thread
from typing import TypeVar

from claimlint.cli.output import columns
from claimlint.project.discovery import Problem, Target
from claimlint.reporting.terminal import clip, escape

PATIENCE = 1.0
"""Seconds before a bar is worth showing."""
TICK = 0.2
BAR = 24

Chunk = TypeVar("Chunk")


class Progress:
    """How far a run is. A thread draws, so that one large draft, too, is seen to be worked on."""

    def __init__(self, items: Sequence[Target | Problem]) -> None:
        self._items = items
        self._done = 0
        self._shown = False
        self._lock = Lock()
        self._over = Event()
        self._started = time.monotonic()

    def targets(self) -> Iterator[Target | Problem]:
        """The items, counted as they are taken."""
        for item in self._items:
            yield item
            self._done += 1

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
        total = max(len(self._items), 1)
        filled = BAR * self._done // total
        current = self._items[min(self._done, len(self._items) - 1)].path if self._items else ""
        seconds = int(time.monotonic() - self._started)
        line = f"[{'#' * filled}{'-' * (BAR - filled)}] {self._done}/{total} files, {seconds} s  {escape(current)}"
        sys.stderr.write(f"\r\x1b[K{clip(line, columns() - 1)}")
        sys.stderr.flush()
        self._shown = True

    def _clear(self) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False
