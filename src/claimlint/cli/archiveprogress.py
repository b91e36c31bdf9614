"""How far an archive run is, on standard error: a line that changes on a terminal, and a line a minute in a log."""

from __future__ import annotations

import time
from typing import TextIO

from claimlint.cli.output import columns, is_terminal, say
from claimlint.project.archive.lines import size_of
from claimlint.project.archive.model import Fault, Place
from claimlint.project.archive.parquet import rows_in
from claimlint.project.archive.run import Step
from claimlint.project.archive.state import Counts
from claimlint.reporting.terminal import clip

FAULTS = 20
"""So many records that could not be checked are told of; all are in the output."""
TICK, MINUTE = 0.2, 60.0
"""Seconds between two lines: on a terminal, and in a log."""


class ArchiveProgress:
    """What people see of a run."""

    def __init__(self, dump: str, stream: TextIO | None, *, quiet: bool) -> None:
        self.counts = Counts()
        self._dump = dump
        self._stream = stream
        self._quiet = quiet
        self._is_terminal = is_terminal(stream)
        self._total = 0
        self._began = self._drawn = time.monotonic()
        self._first: Step | None = None
        self._told = 0
        self._is_drawn = False

    def show(self, step: Step) -> None:
        """Tell of a step, if it is time."""
        self.counts = step.counts
        if self._first is None:
            self._first = step
            self._total = self._whole()
        for fault in step.faults:
            self._tell(fault)
        now = time.monotonic()
        if not self._quiet and now - self._drawn > (TICK if self._is_terminal else MINUTE):
            self._drawn = now
            self._draw(self._line(step, now))

    def end(self, how: str) -> None:
        """The last line."""
        self._clear()
        if self._quiet:
            return
        posts, flagged, findings, faults = self.counts
        rest = f"; {faults:,} could not be checked" if faults else ""
        found = "1 finding" if findings == 1 else f"{findings:,} findings"
        say(f"{found} in {flagged:,} of {posts:,} posts{rest}; {how}")

    def _whole(self) -> int:
        if self._dump.endswith(".parquet"):
            return rows_in(self._dump)
        try:
            return 0 if self._dump.endswith(".gz") else size_of(self._dump)
        except OSError:
            return 0

    def _line(self, step: Step, now: float) -> str:
        assert self._first is not None
        done = step.counts.posts - self._first.counts.posts
        seconds = max(now - self._began, 0.001)
        parts = [f"{step.counts.posts:,} posts", f"{step.counts.findings:,} findings", f"{done / seconds:,.0f} posts/s"]
        if self._total:
            before, here = self._reached(self._first.place), self._reached(step.place)
            parts.insert(0, f"{100 * here / self._total:.0f} %")
            if here > before:
                parts.append(f"{_time(seconds * (self._total - here) / (here - before))} to go")
        return ", ".join(parts)

    def _reached(self, place: Place) -> int:
        return place.offset or place.row

    def _tell(self, fault: Fault) -> None:
        self._told += 1
        if self._told > FAULTS + 1:
            return
        self._clear()
        if self._told == FAULTS + 1:
            say("error: more records could not be checked: see the rows with an error in the output")
        else:
            say(f"error: {self._dump}: record {fault.row}: {fault.message}")

    def _draw(self, line: str) -> None:
        if not self._is_terminal or self._stream is None:
            say(line)
            return
        self._stream.write(f"\r\x1b[K{clip(line, columns() - 1)}")
        self._stream.flush()
        self._is_drawn = True

    def _clear(self) -> None:
        if self._is_drawn and self._stream is not None:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._is_drawn = False


def _time(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
