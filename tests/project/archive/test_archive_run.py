"""A dump from one end to the other: nothing twice, nothing lost, whatever ends the run and when."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimlint.errors import ClaimlintError
from claimlint.project.archive import output, run
from claimlint.project.archive.batch import AS_POSTS
from claimlint.project.archive.model import Columns
from claimlint.project.archive.run import Job, Step, run_archive
from claimlint.project.archive.state import Counts, load, save

POSTS = ["Zinc cures colds.", "Hello there.", "Take 50 mg of zinc a day.", "Thanks!", "Zinc is 100% safe."]


@pytest.fixture
def dump(folder: Path) -> Path:
    path = folder / "forum.jsonl"
    rows = [json.dumps({"id": f"p{n}", "text": f"{POSTS[n % 5]} ({n})"}) for n in range(57)]
    rows[7] = "{"
    path.write_text("\n".join(rows) + "\n")
    return path


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches of four posts, each saved as soon as it is done."""
    monkeypatch.setattr(run, "POSTS", 4)
    monkeypatch.setattr(run, "OFTEN", -1.0)
    monkeypatch.setattr(output, "PART", 5)


def job(dump: Path, out: str, **changes: Any) -> Job:
    return Job(str(dump), out, Columns("text", "id"), AS_POSTS, "text", 1)._replace(**changes)


def rows_of(out: str) -> list[dict[str, Any]]:
    if out.endswith(".jsonl"):
        return [json.loads(line) for line in Path(out).read_text().splitlines()]
    dataset = pytest.importorskip("pyarrow.dataset")
    return list(dataset.dataset(sorted(map(str, Path(out).glob("*.parquet")))).to_table().to_pylist())


def whole(dump: Path, out: str) -> list[dict[str, Any]]:
    """The rows of a run that nothing ended."""
    reference = f"whole{Path(out).suffix}"
    if not Path(reference).exists():
        list(run_archive(job(dump, reference), resume=False))
    return rows_of(reference)


@pytest.fixture(params=["out.jsonl", "out.parquet"])
def out(request: pytest.FixtureRequest) -> str:
    if request.param == "out.parquet":
        pytest.importorskip("pyarrow")
    return str(request.param)


def test_every_record_is_counted_and_every_finding_written(dump: Path, out: str) -> None:
    *_, last = run_archive(job(dump, out), resume=False)
    rows = rows_of(out)
    faults = [row for row in rows if row["error"] is not None]
    assert [(row["row"], row["error"]) for row in faults] == [
        (8, "line 8: is not JSON: Expecting property name enclosed in double quotes (column 2)")
    ]
    found = [row for row in rows if row["error"] is None]
    assert last.counts == Counts(56, len({row["row"] for row in found}), len(found), 1)
    assert {row["row"] for row in found} == {n + 1 for n in range(57) if n % 5 in (0, 2, 4) and n != 7}
    assert all(row["id"] == f"p{row['row'] - 1}" for row in found)
    state = load(out)
    assert state is not None
    assert (state.finished, state.place.row, state.counts) == (True, 57, last.counts)


def test_several_processes_write_the_same(dump: Path, out: str) -> None:
    list(run_archive(job(dump, out, jobs=2), resume=False))
    assert rows_of(out) == whole(dump, out)


@pytest.mark.parametrize("steps", [1, 2, 3, 9, 14])
def test_a_run_that_stops_goes_on_without_a_gap_or_a_double(dump: Path, out: str, steps: int) -> None:
    started = run_archive(job(dump, out), resume=False)
    for _ in range(steps):
        next(started)
    started.close()  # type: ignore[attr-defined]
    going_on = list(run_archive(job(dump, out), resume=True))
    assert going_on[0].place.row >= (steps - 1) * 4
    assert rows_of(out) == whole(dump, out)
    assert sum(len(step.faults) for step in going_on) == (steps < 3)


def test_what_was_written_after_the_last_saving_is_written_once(dump: Path, out: str) -> None:
    """As when the power goes: the state is older than the output."""
    started = run_archive(job(dump, out), resume=False)
    for _ in range(5):
        next(started)
    old = load(out)
    assert old is not None
    for _ in range(4):
        next(started)
    started.close()  # type: ignore[attr-defined]
    save(out, old)
    list(run_archive(job(dump, out), resume=True))
    assert rows_of(out) == whole(dump, out)


def test_a_run_that_has_finished_is_left_alone(dump: Path, out: str) -> None:
    *_, last = run_archive(job(dump, out), resume=False)
    written = rows_of(out)
    assert list(run_archive(job(dump, out), resume=True)) == [Step(last.place, last.counts)]
    assert rows_of(out) == written


def test_an_output_is_not_overwritten(dump: Path, out: str) -> None:
    list(run_archive(job(dump, out), resume=False))
    with pytest.raises(ClaimlintError, match="is there already; --resume goes on with it"):
        list(run_archive(job(dump, out), resume=False))
    Path(f"{out}.state.json").unlink()
    with pytest.raises(ClaimlintError, match=f"is there already, without {out}.state.json"):
        list(run_archive(job(dump, out), resume=True))


@pytest.mark.parametrize(
    "changes", [{"columns": Columns("text")}, {"format": "markdown"}, {"settings": AS_POSTS.__class__()}], ids=str
)
def test_a_run_about_something_else_is_not_gone_on_with(dump: Path, changes: dict[str, Any]) -> None:
    started = run_archive(job(dump, "out.jsonl"), resume=False)
    next(started), next(started)
    started.close()  # type: ignore[attr-defined]
    with pytest.raises(ClaimlintError, match="the dump, the rules or the options have changed since"):
        list(run_archive(job(dump, "out.jsonl", **changes), resume=True))


def test_a_dump_that_was_edited_is_another(dump: Path) -> None:
    next(started := run_archive(job(dump, "out.jsonl"), resume=False))
    next(started)
    started.close()  # type: ignore[attr-defined]
    dump.write_text(dump.read_text() + "{}\n")
    with pytest.raises(ClaimlintError, match=r"out\.jsonl: belongs to another run"):
        list(run_archive(job(dump, "out.jsonl"), resume=True))


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"version": 1}', '{"version": 1, "place": {"row": -1}}'])
def test_a_state_that_is_damaged_is_told(dump: Path, damage: str) -> None:
    list(run_archive(job(dump, "out.jsonl"), resume=False))
    Path("out.jsonl.state.json").write_text(damage)
    with pytest.raises(ClaimlintError, match=r"out\.jsonl\.state\.json: is damaged: start anew"):
        list(run_archive(job(dump, "out.jsonl"), resume=True))


def test_an_output_that_lost_something_is_told(dump: Path, out: str) -> None:
    started = run_archive(job(dump, out), resume=False)
    for _ in range(8):
        next(started)
    started.close()  # type: ignore[attr-defined]
    if out == "out.jsonl":
        os.truncate(out, 10)
    else:
        Path(out, "part-00000.parquet").unlink()
    with pytest.raises(ClaimlintError, match="has lost what was written before: start anew"):
        list(run_archive(job(dump, out), resume=True))


def test_a_dump_that_cannot_be_read_leaves_no_output(folder: Path) -> None:
    Path("a.jsonl").write_text('{"body": "x"}\n')
    for name, message in (("a.jsonl", 'has no "text"'), ("gone.csv", "cannot be read"), ("a.zip", "is no dump")):
        with pytest.raises(ClaimlintError, match=message):
            list(run_archive(job(Path(name), "out.jsonl"), resume=False))
    with pytest.raises(ClaimlintError, match=r"must end in .jsonl or .parquet"):
        list(run_archive(job(Path("a.jsonl"), "out.csv"), resume=False))
    assert sorted(path.name for path in folder.iterdir()) == [".git", "a.jsonl"]


def test_a_dump_without_records_gives_an_output_without_rows(folder: Path, out: str) -> None:
    Path("a.jsonl").write_text("\n")
    assert list(run_archive(job(Path("a.jsonl"), out), resume=False))[-1].counts == Counts()
    assert rows_of(out) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_run_that_is_killed_goes_on(dump: Path) -> None:
    """The command itself, killed in the middle of its work."""
    lines = [json.dumps({"id": f"p{n}", "text": POSTS[n % 5] * 3}) for n in range(900)]
    dump.write_text("\n".join(lines) + "\n")
    script = (
        "import sys\nfrom claimlint.project.archive import run\nrun.POSTS, run.OFTEN = 20, -1.0\n"
        "from claimlint.cli.main import main\nsys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", script, "archive", "forum.jsonl", "-o", "out.jsonl", "--id-column", "id"]
    with subprocess.Popen([*command, "--jobs", "2"], stderr=subprocess.DEVNULL) as first:
        for _ in range(600):
            if Path("out.jsonl").exists() and Path("out.jsonl").stat().st_size > 20_000:
                break
            time.sleep(0.05)
        first.send_signal(signal.SIGKILL)
    state = load("out.jsonl")
    assert state is not None
    assert 0 < state.place.row < 900
    assert subprocess.run([*command, "--resume", "-q"], check=False).returncode == 0
    rows = rows_of("out.jsonl")
    assert {row["row"] for row in rows} == {n + 1 for n in range(900) if n % 5 in (0, 2, 4)}
    assert len(rows) == sum(len(found) for found in _again(dump))


def _again(dump: Path) -> Iterator[list[dict[str, Any]]]:
    list(run_archive(job(dump, "again.jsonl"), resume=False))
    yield rows_of("again.jsonl")
