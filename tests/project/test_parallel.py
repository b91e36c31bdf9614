"""Several processes say what one says, in the same order, and are gone when nobody needs them any more."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing import active_children, get_context
from pathlib import Path
from typing import Any

import pytest

from claimlint.errors import ClaimlintError
from claimlint.project import parallel, run
from claimlint.project.config import Configurations
from claimlint.project.discovery import Target, discover
from claimlint.project.model import FileResult, Settings
from claimlint.project.parallel import Pool, Task
from claimlint.project.run import Runner
from wordlinter import WordLinter

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="the pretended linters are handed on by fork"),
    pytest.mark.usefixtures("ends_in_time"),
]


@pytest.fixture
def drafts(folder: Path) -> Path:
    for number in range(60):
        (folder / f"{number:03}.md").write_text(f"{'a cure ' * (number % 4)}{'filler ' * (number * 7 % 50)}\n" * 3)
    (folder / "bad.md").write_bytes(b"\xff")
    return folder


def results(jobs: int, *paths: str, make: object = WordLinter) -> list[FileResult]:
    return list(Runner(make, jobs=jobs).run(discover(paths, Configurations())))  # type: ignore[arg-type]


def test_results_and_their_order_are_those_of_one_process(drafts: Path) -> None:
    one = results(1, "059.md", ".", "gone.md")
    assert len(one) == 62
    assert results(2, "059.md", ".", "gone.md") == one
    assert results(3, "059.md", ".", "gone.md") == one
    assert not active_children()


@pytest.mark.parametrize("method", ["spawn", "fork", "forkserver"])
def test_processes_say_the_same_however_they_start(folder: Path, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    """From nothing, as on macOS and Windows, or as copies; with the linter that there is, and drafts that none can
    read."""
    for number in range(20):
        Path(f"{number}.md").write_text(f"Zinc cures {number} colds. Take 50 mg a day.\n")
    Path("7.md").write_bytes(b"\xff\xfe\x00")
    Path("8.md").unlink()
    Path("8.md").symlink_to("nowhere")
    one = list(Runner(notes=False).run(discover([".", "8.md", "gone.md"], Configurations())))
    monkeypatch.setattr(parallel, "_context", lambda: get_context(method))
    assert list(Runner(notes=False, jobs=2).run(discover([".", "8.md", "gone.md"], Configurations()))) == one
    assert sum(len(result.findings) for result in one) >= 36
    assert sum(result.error is not None for result in one) == 3
    assert not active_children()


def watch(monkeypatch: pytest.MonkeyPatch, note: Callable[[list[Any]], None]) -> None:
    """Take note of what is sent to other processes."""
    send = Pool._send

    def noted(self: Pool[Any, Any], parts: list[Any]) -> Any:
        note(parts)
        return send(self, parts)

    monkeypatch.setattr(Pool, "_send", noted)


def test_other_processes_are_started_only_when_there_is_work_for_them(
    drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[int] = []
    monkeypatch.setattr(run, "cores", lambda: 2)
    watch(monkeypatch, lambda parts: started.append(len(parts)))
    monkeypatch.setattr(run, "ALONE", 1e9)
    one = results(0, ".")
    assert started == []
    monkeypatch.setattr(run, "ALONE", 0.0)
    assert results(0, ".") == one
    assert sum(started) == len(one)
    monkeypatch.setattr(run, "cores", lambda: 1)
    started.clear()
    assert results(0, ".") == one
    assert started == []


def test_what_is_known_from_earlier_is_sent_nowhere(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Known:
        def find(self, target: Target) -> FileResult | None:
            return FileResult(target.path, text="known") if int(target.path[:3]) % 20 else None

        def keep(self, target: Target, result: FileResult) -> None:
            pass

    sent: list[str] = []
    watch(monkeypatch, lambda parts: sent.extend(target.path for target in parts))
    (drafts / "bad.md").unlink()
    found = list(Runner(WordLinter, kept=Known, jobs=2).run(discover(["."], Configurations())))
    assert [result.path for result in found] == [f"{number:03}.md" for number in range(60)]
    assert sent == ["000.md", "020.md", "040.md"]
    assert sum(result.text == "known" for result in found) == 57


def broken(settings: Settings) -> WordLinter:
    raise ClaimlintError("unknown key", path="rules/x.yaml", line=3, key="wen")


def test_a_broken_rule_file_is_reported_once(drafts: Path) -> None:
    found = results(2, "001.md", "002.md", ".", make=broken)
    assert [(r.path, r.error) for r in found] == [("rules/x.yaml", "line 3: wen: unknown key")]


class Deadly(WordLinter):
    def __init__(self, settings: Settings) -> None:
        os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_is_killed_is_told_and_not_waited_for(drafts: Path) -> None:
    with pytest.raises(ClaimlintError, match="a process that checks drafts was killed"):
        results(2, ".", make=Deadly)


class DeadlyInTheMiddle(WordLinter):
    def lint(self, text: str, **more: Any) -> FileResult:
        if more["path"].endswith("040.md"):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().lint(text, **more)


def test_what_was_done_before_a_process_was_killed_is_reported(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimlint.project.spread.DRAFTS", 2)
    expected = results(1, ".")
    got: list[FileResult] = []

    def gather() -> None:
        got.extend(Runner(DeadlyInTheMiddle, jobs=2).run(discover(["."], Configurations())))

    with pytest.raises(ClaimlintError, match="a process that checks drafts was killed"):
        gather()
    assert got == expected[: len(got)]
    assert 10 < len(got) <= 40
    assert not active_children()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_run_that_is_stopped_leaves_no_process(folder: Path, number: int) -> None:
    """The command itself, stopped as a person does it (all its processes get the signal) or a system does."""
    for name in range(2000):
        Path(f"{name:04}.md").write_text("Zinc cures colds. Take 50 mg of zinc a day.\n\n" * 30)
    command = [sys.executable, "-m", "claimlint", "--no-cache", "--jobs", "2", "--format", "concise", "."]
    hearing = lambda: signal.signal(signal.SIGINT, signal.default_int_handler)  # noqa: E731 - as above
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=hearing,  # noqa: PLW1509
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline().startswith(b"0000.md:1:1: ")
        for _ in range(10):  # Python may lose a signal that comes inside a destructor: a person presses again
            if number == signal.SIGINT:
                os.killpg(first.pid, number)
            else:
                first.send_signal(number)
            try:
                _, said = first.communicate(timeout=5)
                break
            except subprocess.TimeoutExpired:
                continue
    assert first.returncode == (130 if number == signal.SIGINT else -number)
    assert said == b""
    for _ in range(200):
        if not any(is_of(first.pid, process) for process in Path("/proc").glob("[0-9]*")):
            break
        time.sleep(0.05)
    else:
        pytest.fail("a process is left")


def is_of(session: int, process: Path) -> bool:
    """Whether a process that runs belongs to a session."""
    try:
        fields = (process / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return False
    return fields[0] != "Z" and int(fields[3]) == session


def test_standard_input_is_read_where_it_is(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"a cure")))
    found = results(2, "001.md", "-", "002.md")
    assert [(r.path, r.error, len(r.findings)) for r in found] == [
        ("001.md", None, 3), ("<stdin>", None, 1), ("002.md", None, 6),
    ]  # fmt: skip


def slow(seconds: float, parts: list[int]) -> list[int]:
    time.sleep(seconds)
    return [part * 10 for part in parts]


def test_no_more_is_taken_than_is_worked_at_and_waits() -> None:
    taken: list[int] = []

    def tasks() -> Iterator[Task[int, int]]:
        for number in range(1000):
            taken.append(number)
            yield Task(number, [number, -number], 1)

    with Pool(partial(slow, 0.0), 2) as pool:
        done = pool.done(tasks())
        for number in range(20):
            assert next(done) == (number, [number * 10, -number * 10])
            assert len(taken) <= number + 2 + parallel.AHEAD * 2


def test_a_large_task_lets_others_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "AHEAD_SIZE", 10)
    taken: list[int] = []

    def tasks() -> Iterator[Task[int, int]]:
        for number in range(8):
            taken.append(number)
            yield Task(number, [number], 6)

    with Pool(partial(slow, 0.0), 2) as pool:
        assert next(pool.done(tasks())) == (0, [0])
        assert len(taken) <= 2


def test_whoever_stops_listening_stops_the_work() -> None:
    with Pool(partial(slow, 60.0), 2) as pool:
        pool._send([1])
        assert active_children()
    for process in active_children():
        process.join(10)
    assert not active_children()


SCRIPT = """
import os, sys, time
from functools import partial
from claimlint.project.parallel import Pool, Task
sys.path.insert(0, sys.argv[1])
from project.test_parallel import slow

def tasks():
    for number in range(4):
        yield Task(number, [number], 1)

with Pool(partial(slow, 60.0), 2) as pool:
    future = pool._send([1])
    print(*pool._executor._processes, flush=True)
    future.result()
"""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, -signal.SIGINT), (signal.SIGKILL, -signal.SIGKILL)])
def test_no_process_outlives_the_first(number: int, code: int) -> None:
    command = [sys.executable, "-c", SCRIPT, str(Path(__file__).parent.parent)]
    hearing = lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)  # noqa: E731 - a background job is born deaf
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        preexec_fn=hearing,  # noqa: PLW1509
    ) as first:
        assert first.stdout is not None
        others = [int(word) for word in first.stdout.readline().split()]
        assert len(others) == 2
        first.send_signal(number)
        assert first.wait(120) in (code, 1)
        for _ in range(200):
            if not any(map(is_alive, others)):
                break
            time.sleep(0.05)
        assert not any(map(is_alive, others))


def is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
