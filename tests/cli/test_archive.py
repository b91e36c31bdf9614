"""`claimlint archive`, as it is typed."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from claimlint.cli import archiveprogress
from claimlint.cli.main import main

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def dump(folder: Path) -> Path:
    rows = [
        {"id": n, "body": text} for n, text in enumerate(("Zinc cures colds.", "Hello.", "Take 50 mg of zinc a day."))
    ]
    path = folder / "forum.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)) + "\n")
    return path


def archive(*more: str) -> int:
    return main(["archive", "forum.jsonl", "-o", "out.jsonl", "--text-column", "body", "--jobs", "1", *more])


def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path("out.jsonl").read_text().splitlines()]


def test_findings_are_written_and_counted(dump: Path, capsys: Capture) -> None:
    assert archive("--id-column", "id", "--select", "unsourced-dose") == 0
    assert [(row["row"], row["id"], row["rule"], row["text"]) for row in rows()] == [
        (3, 2, "unsourced-dose", "Take 50 mg"),
    ]
    assert capsys.readouterr() == ("", "claimlint: 1 finding in 1 of 3 posts; written to out.jsonl\n")


def test_a_record_that_is_broken_is_told_and_stops_nothing(dump: Path, capsys: Capture) -> None:
    dump.write_text("{\n" + dump.read_text())
    assert archive("--select", "unsourced-dose") == 2
    assert [(row["row"], row["rule"]) for row in rows()] == [(1, None), (4, "unsourced-dose")]
    err = capsys.readouterr().err.splitlines()
    assert err[0].startswith("claimlint: error: forum.jsonl: record 1: line 1: is not JSON: Expecting property name")
    assert err[1] == "claimlint: 1 finding in 1 of 3 posts; 1 could not be checked; written to out.jsonl"


def test_only_the_first_broken_records_are_told(dump: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archiveprogress, "FAULTS", 2)
    dump.write_text("{\n" * 5 + dump.read_text())
    assert archive("--quiet") == 2
    err = capsys.readouterr().err.splitlines()
    assert [line.partition(": line")[0] for line in err] == [
        "claimlint: error: forum.jsonl: record 1",
        "claimlint: error: forum.jsonl: record 2",
        "claimlint: error: more records could not be checked: see the rows with an error in the output",
    ]


def test_an_output_is_not_overwritten_and_a_finished_run_not_repeated(dump: Path, capsys: Capture) -> None:
    assert archive() == 0
    written = rows()
    capsys.readouterr()
    assert archive() == 2
    assert capsys.readouterr().err.endswith("error: out.jsonl: is there already; --resume goes on with it\n")
    assert archive("--resume") == 0
    assert rows() == written
    assert re.fullmatch(r"claimlint: \d findings? in 2 of 3 posts; written to out.jsonl\n", capsys.readouterr().err)


def test_the_configuration_of_the_dumps_folder_counts_and_comments_in_posts_do_not(dump: Path) -> None:
    dump.write_text(json.dumps({"body": "Take 50 mg of zinc a day. <!-- claimlint-disable-line -->"}))
    Path(".claimlint.yaml").write_text("severity: {unsourced-dose: info}\n")
    assert archive("-q", "--select", "unsourced-dose") == 0
    assert [row["severity"] for row in rows()] == ["info"]


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["archive", "forum.jsonl"], "Missing option '-o' / '--output'."),
        (["archive", "forum.jsonl", "-o", "out.jsonl"], 'forum.jsonl:1: has no "text"; known: body, id'),
        (["archive", "forum.xml", "-o", "out.jsonl"], "forum.xml: is no dump: its name must end in .jsonl, .ndjson, "),
        (["archive", "gone.csv", "-o", "out.jsonl"], "gone.csv: cannot be read: No such file or directory"),
        (["archive", "forum.jsonl", "-o", "out.txt"], "out.txt: must end in .jsonl or .parquet"),
    ],
)
def test_what_makes_no_sense_is_told(dump: Path, capsys: Capture, argv: list[str], message: str) -> None:
    assert main(argv) == 2
    assert message in capsys.readouterr().err
    assert not Path("out.jsonl").exists()


def test_parquet_without_pyarrow_says_what_to_install(
    dump: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    assert main(["archive", "forum.jsonl", "-o", "out.parquet", "--text-column", "body", "--jobs", "1"]) == 2
    assert "Parquet needs pyarrow: pip install 'claimlint[archive]'" in capsys.readouterr().err
    assert sorted(path.name for path in Path().iterdir()) == [".git", "forum.jsonl"]


def test_progress_is_told_in_a_log_and_drawn_on_a_terminal(
    dump: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archiveprogress, "MINUTE", -1.0)
    monkeypatch.setattr("claimlint.project.archive.run.POSTS", 2)
    archive()
    lines = capsys.readouterr().err.splitlines()
    assert re.fullmatch(r"claimlint: 0 %, 0 posts, 0 findings, 0 posts/s", lines[0])
    assert re.fullmatch(r"claimlint: 5\d %, 2 posts, \d findings, [\d,]+ posts/s, \d+ s to go", lines[1])
    assert re.fullmatch(r"claimlint: 100 %, 3 posts, \d findings, [\d,]+ posts/s, 0 s to go", lines[2])
    Path("out.jsonl").unlink()
    monkeypatch.setattr(archiveprogress, "TICK", -1.0)
    monkeypatch.setattr(archiveprogress, "is_terminal", lambda stream: True)
    archive()
    drawn = capsys.readouterr().err
    assert "\r\x1b[K100 %, 3 posts" in drawn
    assert drawn.rpartition("\r\x1b[K")[2].startswith("claimlint: ")
