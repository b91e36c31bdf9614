"""The progress bar: for people who wait, and for nobody else."""

from __future__ import annotations

import io
import os
import pty
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimlint.cli import progress as module
from claimlint.cli.progress import Progress
from claimlint.project.discovery import Problem


def catch_stderr(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """In the test itself: between a fixture and its test pytest puts a stream of its own in."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("COLUMNS", "60")
    return stream


def run(progress: Progress, pause: float) -> Iterator[str]:
    def checked() -> Iterator[str]:
        for item in progress.targets():
            time.sleep(pause)
            yield item.path

    return iter(progress.count(checked()))


ITEMS = [Problem(f"post-{i}\x1b[2J.md", "") for i in range(4)]


def test_a_quick_run_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = catch_stderr(monkeypatch)
    progress = Progress(ITEMS)
    assert list(progress.watch(run(progress, 0))) == [item.path for item in ITEMS]
    assert stderr.getvalue() == ""


def test_a_slow_run_shows_how_far_it_is_and_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = catch_stderr(monkeypatch)
    monkeypatch.setattr(module, "PATIENCE", 0.05)
    monkeypatch.setattr(module, "TICK", 0.02)
    progress = Progress(ITEMS)
    chunks = []
    for chunk in progress.watch(run(progress, 0.15)):
        assert stderr.getvalue() == "" or stderr.getvalue().endswith("\r\x1b[K"), "the bar is gone while others print"
        chunks.append(chunk)
    assert chunks == [item.path for item in ITEMS]
    drawn = stderr.getvalue()
    assert "\r\x1b[K[------------------------] 0/4 files, 0 s  post-0\\x1b[2J." in drawn
    assert "[############------------] 2/4 files" in drawn
    assert drawn.endswith("\r\x1b[K")
    assert all(len(line) < 60 for line in drawn.split("\r\x1b[K"))


def test_a_very_long_run_only_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = catch_stderr(monkeypatch)
    monkeypatch.setattr(module, "PATIENCE", 0.05)
    monkeypatch.setattr(module, "TICK", 0.02)
    monkeypatch.setattr(module, "FORESEEN", 2)
    progress = Progress(ITEMS)
    assert list(progress.watch(run(progress, 0.15))) == [item.path for item in ITEMS]
    drawn = stderr.getvalue()
    assert "\r\x1b[K1 files, 0 s  post-1" in drawn
    assert "\r\x1b[K2 files, 0 s  post-2" in drawn


def test_it_goes_when_the_run_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = catch_stderr(monkeypatch)
    monkeypatch.setattr(module, "PATIENCE", 0.01)
    monkeypatch.setattr(module, "TICK", 0.01)
    progress = Progress(ITEMS)
    chunks = progress.watch(run(progress, 0.1))
    next(chunks)
    chunks.close()  # type: ignore[attr-defined]
    seen = stderr.getvalue()
    time.sleep(0.1)
    assert stderr.getvalue() == seen
    assert seen.endswith("\r\x1b[K")


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_the_command_uses_the_width_and_colours_of_its_terminal(folder: os.PathLike[str]) -> None:
    with Path("a.md").open("w", encoding="utf-8") as stream:
        stream.write("Zinc lowers cortisol in adults. " + "Words without a claim go on. " * 9)
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm"
        os.execv(sys.executable, [sys.executable, "-m", "claimlint", "a.md"])
    import fcntl
    import struct
    import termios

    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 50, 0, 0))
    out = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        out += part
    os.waitpid(child, 0)
    lines = out.decode().split("\r\n")
    assert "\x1b[1;33mwarning\x1b[0m" in lines[0]
    assert len(lines[1]) in (49, 50)
    assert lines[1].endswith("…")
