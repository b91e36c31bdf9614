"""A file is replaced whole or stays as it was."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimlint.errors import ClaimlintError
from claimlint.project.writing import write_file


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
