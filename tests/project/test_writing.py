"""A file is replaced whole or stays as it was."""

from __future__ import annotations

import os
import random
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from claimlint.errors import ClaimlintError
from claimlint.project.writing import write_file, write_inside


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != ".git")


def test_a_new_file_is_written_byte_for_byte(folder: Path) -> None:
    write_file("new.md", [b"one\r\n", b"\xff\x00two"])
    assert Path("new.md").read_bytes() == b"one\r\n\xff\x00two"
    assert names(folder) == ["new.md"]


def test_the_old_file_stays_when_writing_stops_half_way(folder: Path) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"new" * 100_000
        assert Path("draft.md").read_text() == "old", "nobody sees a half-written file"
        raise KeyboardInterrupt

    Path("draft.md").write_text("old")
    with pytest.raises(KeyboardInterrupt):
        write_file("draft.md", chunks())
    assert Path("draft.md").read_text() == "old"
    assert names(folder) == ["draft.md"], "nothing is left lying about"


def test_permissions_are_kept(folder: Path) -> None:
    Path("draft.md").touch()
    Path("draft.md").chmod(0o750)
    write_file("draft.md", [b"new"])
    assert stat.S_IMODE(Path("draft.md").stat().st_mode) == 0o750


def test_a_link_goes_on_pointing_to_the_file(folder: Path) -> None:
    Path("real").mkdir()
    Path("real/draft.md").write_text("old")
    Path("link.md").symlink_to("real/draft.md")
    write_file("link.md", [b"new"])
    assert Path("link.md").is_symlink()
    assert Path("real/draft.md").read_text() == "new"


def test_a_write_protected_file_is_left_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("draft.md").write_text("old")
    Path("draft.md").chmod(0o444)
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # who runs the tests may be root
    with pytest.raises(ClaimlintError, match=r"^draft\.md: cannot be written: it is write-protected$"):
        write_file("draft.md", [b"new"])
    assert Path("draft.md").read_text() == "old"


def test_a_folder_that_is_not_there(folder: Path) -> None:
    with pytest.raises(ClaimlintError, match=r"^gone/draft\.md: cannot be written: No such file or directory$"):
        write_file("gone/draft.md", [b"new"])


def test_a_pipe_is_written_to_and_not_replaced(folder: Path) -> None:
    os.mkfifo("pipe")
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(Path("pipe").read_bytes()))
    reader.start()
    write_file("pipe", [b"one", b"two"])
    reader.join()
    assert read == [b"onetwo"]
    assert stat.S_ISFIFO(Path("pipe").stat().st_mode)


def test_a_private_draft_is_private_while_it_is_written(folder: Path) -> None:
    def chunks() -> Iterator[bytes]:
        (partial,) = [path for path in folder.iterdir() if path.suffix == ".part"]
        assert stat.S_IMODE(partial.stat().st_mode) == 0o600
        yield b"new"

    Path("draft.md").touch(mode=0o640)
    write_file("draft.md", chunks())
    assert stat.S_IMODE(Path("draft.md").stat().st_mode) == 0o640


def test_a_name_as_long_as_names_can_be(folder: Path) -> None:
    name = "漢" * 84 + ".md"
    assert len(name.encode()) == 255
    Path(name).write_text("old")
    write_file(name, [b"new"])
    assert Path(name).read_text() == "new"
    assert names(folder) == [name]


def test_what_another_process_is_writing_is_left_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two containers that share a folder may have the same process number."""
    monkeypatch.setattr(os, "urandom", lambda count: b"same")
    other = folder / f".draft.md.{os.getpid()}-{b'same'.hex()}.part"
    other.write_text("theirs")
    with pytest.raises(ClaimlintError, match=r"^draft\.md: cannot be written: File exists$"):
        write_file("draft.md", [b"new"])
    assert other.read_text() == "theirs"


@pytest.mark.parametrize("failing", ["write", "fsync", "replace", "chmod"])
def test_a_full_disk_costs_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    def chunks() -> Iterator[bytes]:
        yield b"new"
        if failing == "write":
            full()

    Path("draft.md").write_text("old")
    if failing != "write":
        monkeypatch.setattr(os, failing, full)
    with pytest.raises(ClaimlintError, match=r"^draft\.md: cannot be written: No space left on device$"):
        write_file("draft.md", chunks())
    assert Path("draft.md").read_text() == "old"
    assert names(folder) == ["draft.md"]


def test_a_link_out_of_the_repository_is_not_written_through(folder: Path) -> None:
    outside = folder.parent / "profile"
    Path("inside.json").symlink_to("real.json")
    Path("outside.json").symlink_to(outside)
    write_inside("inside.json", [b"new"])
    assert Path("real.json").read_text() == "new"
    with pytest.raises(ClaimlintError, match=r"^outside\.json: is a link that leads out of the repository"):
        write_inside("outside.json", [b"new"])
    assert not outside.exists()


DRAFT = "Ginkgo absolutely improves memory in adults [1].\n\n" * 200
SLOWLY = """
import os, sys, time
from claimlint.cli.main import main
real = {name: getattr(os, name) for name in ("fsync", "replace", "chmod", "open", "unlink")}
def slow(name):
    def call(*args, **more):
        time.sleep(0.01)
        made = real[name](*args, **more)
        time.sleep(0.01)
        return made
    return call
for name in real:
    setattr(os, name, slow(name))
print("ready", flush=True)
sys.exit(main(sys.argv[1:]))
"""
"""The command, so slow at each step of writing that a kill hits between any two."""


def started(arguments: Sequence[str], **more: Any) -> subprocess.Popen[bytes]:
    """The command in a process of its own, ready to begin."""
    process = subprocess.Popen(
        [sys.executable, "-c", SLOWLY, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **more
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    return process


COMMANDS = {
    "fix": ("draft.md", ["fix", "draft.md"]),
    "baseline": (".claimlint-baseline.json", ["baseline", "draft.md"]),
    "init": (".claimlint.yaml", ["init"]),
    "output": ("report.html", ["--no-cache", "--format", "html", "--output", "report.html", "draft.md"]),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_killed_at_any_moment_a_file_is_the_old_or_the_new_one(folder: Path, command: str) -> None:
    name, arguments = COMMANDS[command]
    Path("draft.md").write_text(DRAFT)
    before = Path(name).read_bytes() if Path(name).exists() else None
    started(arguments).communicate()
    after = Path(name).read_bytes()
    assert after != before
    for share in (0.2, 0.6, 0.8, 0.9, 0.95, 1.0):
        for path in folder.iterdir():
            if path.is_file():
                path.unlink()
        Path("draft.md").write_text(DRAFT)
        process = started(arguments)
        deadline = random.Random(share).uniform(0, 0.05)
        watch(folder, share)
        threading.Event().wait(deadline)
        process.kill()
        process.communicate()
        now = Path(name).read_bytes() if Path(name).exists() else None
        assert now in (before, after)


def watch(folder: Path, share: float) -> None:
    """Wait until the process writes, or for some of the time that this takes."""
    for _ in range(int(200 * share)):
        if any(path.suffix == ".part" for path in folder.iterdir()):
            return
        threading.Event().wait(0.01)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_disk_that_takes_no_more_leaves_the_old_file_and_nothing_else(folder: Path, command: str) -> None:
    """As far as a process can tell, a limit on the size of files is a full disk: writing stops half way."""
    resource = pytest.importorskip("resource")

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    name, arguments = COMMANDS[command]
    Path("draft.md").write_text(DRAFT)
    before = Path(name).read_bytes() if Path(name).exists() else None
    process = started(arguments, preexec_fn=limit)
    said = process.communicate()[0].decode()
    assert process.returncode == 2
    assert f"{name}: cannot be written: File too large" in said
    assert (Path(name).read_bytes() if Path(name).exists() else None) == before
    assert set(names(folder)) <= {"draft.md", name}


def test_two_processes_may_mend_the_same_drafts_at_once(folder: Path) -> None:
    drafts = [Path(f"{number}.md") for number in range(5)]
    for draft in drafts:
        draft.write_text(DRAFT)
    processes = [started(["fix", *map(str, drafts)]) for _ in range(2)]
    said = [process.communicate()[0].decode() for process in processes]
    assert {draft.read_text() for draft in drafts} == {DRAFT.replace("absolutely ", "")}, said
    assert names(folder) == [str(draft) for draft in drafts]
