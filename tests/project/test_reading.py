"""Bytes to text, or a reason why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.errors import ClaimlintError
from claimlint.project.model import MAX_BYTES
from claimlint.project.reading import read_draft


def test_every_character_stays(folder: Path) -> None:
    text = "\ufeffa\r\nb\rc\n\u00a0𝟘e\u0301\t"
    Path("a.md").write_bytes(text.encode())
    assert read_draft("a.md", MAX_BYTES) == text.removeprefix("\ufeff")


def test_an_empty_file_is_an_empty_text(folder: Path) -> None:
    Path("a.md").touch()
    assert read_draft("a.md", MAX_BYTES) == ""


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"ok\nna\xefve\n", "a.md:2: not valid UTF-8 at byte 5, line 2; save the file as UTF-8"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a.md: looks like a binary file (a NUL byte at byte 8)"),
        (b"x" * 101, "a.md: is larger than 100 bytes (max-bytes in the configuration)"),
    ],
)
def test_what_is_no_text_is_named(folder: Path, data: bytes, message: str) -> None:
    Path("a.md").write_bytes(data)
    with pytest.raises(ClaimlintError) as error:
        read_draft("a.md", 100)
    assert str(error.value) == message


def test_what_cannot_be_opened_is_named(folder: Path) -> None:
    Path("folder.md").mkdir()
    for path, message in (
        ("gone.md", "gone.md: no such file or folder"),
        ("folder.md", "folder.md: cannot be read: Is a directory"),
        ("a\0b", "a\0b: is not a file name"),
    ):
        with pytest.raises(ClaimlintError) as error:
            read_draft(path, MAX_BYTES)
        assert str(error.value) == message


def test_a_draft_of_20_mb_is_no_problem(folder: Path) -> None:
    Path("a.md").write_bytes(b"word " * 4_000_000)
    assert len(read_draft("a.md", MAX_BYTES)) == 20_000_000
