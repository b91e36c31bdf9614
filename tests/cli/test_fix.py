"""`claimlint fix PATH...`, as it is typed."""

from __future__ import annotations

import io
import os
import stat
import sys
from pathlib import Path

import pytest

from claimlint.cli.main import main

Capture = pytest.CaptureFixture[str]

SAFE = "Ginkgo absolutely improves memory in adults [1].\n"
MENDED = "Ginkgo improves memory in adults [1].\n"
BAD = "# Colds\n\nZinc shortens colds.\n\nTake 400 mg before bed.\n"
BETTER = (
    "# Colds\n\nZinc may shorten colds [source needed].\n\n"
    "A dose of 400 mg before bed is sometimes used [source needed]; check with a clinician or pharmacist.\n"
)


@pytest.fixture
def drafts(folder: Path) -> Path:
    (folder / "safe.md").write_text(SAFE)
    (folder / "bad.md").write_text(BAD)
    (folder / "clean.md").write_text("Please ask your doctor about magnesium.\n")
    return folder


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


class TestFiles:
    def test_safe_edits_are_applied_and_the_others_wait(self, drafts: Path, capsys: Capture) -> None:
        assert main(["fix", "safe.md", "bad.md", "clean.md"]) == 1
        assert Path("safe.md").read_text() == MENDED
        assert Path("bad.md").read_text() == BAD
        assert capsys.readouterr() == (
            "safe.md: 1 finding mended\n"
            "1 finding mended in 1 of 3 files; "
            "2 left for a person (--unsafe mends all, --interactive one by one)\n",
            "",
        )

    def test_unsafe_applies_all(self, drafts: Path, capsys: Capture) -> None:
        assert main(["fix", "--unsafe", "."]) == 0
        assert Path("bad.md").read_text() == BETTER
        assert Path("safe.md").read_text() == MENDED
        assert capsys.readouterr().out == (
            "bad.md: 2 findings mended; 2 slots to fill\n"
            "safe.md: 1 finding mended\n"
            "3 findings mended in 2 of 3 files; 2 slots to fill\n"
        )

    def test_a_second_run_changes_nothing(self, drafts: Path, capsys: Capture) -> None:
        main(["fix", "--unsafe", "bad.md"])
        before = Path("bad.md").stat().st_mtime_ns
        capsys.readouterr()
        assert main(["fix", "--unsafe", "bad.md"]) == 0
        assert Path("bad.md").stat().st_mtime_ns == before
        assert capsys.readouterr().out == "nothing to mend in 1 file; 2 slots to fill\n"

    def test_only_the_rules_that_are_asked_for(self, drafts: Path) -> None:
        assert main(["fix", "--unsafe", "--select", "unsourced-dose", "bad.md"]) == 0
        assert Path("bad.md").read_text() == BETTER.replace("may shorten colds [source needed]", "shortens colds")

    def test_slots_are_taken_out_when_their_rule_is_asked_for_by_name(self, drafts: Path) -> None:
        Path("slot.md").write_text("Zinc may shorten colds [source needed].\n")
        assert main(["fix", "--unsafe", "slot.md"]) == 0
        assert Path("slot.md").read_text() == "Zinc may shorten colds [source needed].\n"
        assert main(["fix", "--unsafe", "--select", "open-slot", "slot.md"]) == 0
        assert Path("slot.md").read_text() == "Zinc may shorten colds.\n"

    def test_what_cannot_be_mended_costs_no_other_file(self, drafts: Path, capsys: Capture) -> None:
        Path("broken.md").write_bytes(b"\xff\xfe\xff")
        assert main(["fix", "gone.md", "broken.md", "safe.md"]) == 2
        assert Path("safe.md").read_text() == MENDED
        out, err = capsys.readouterr()
        assert out.endswith("1 finding mended in 1 of 1 file; 2 files could not be mended\n")
        assert err.startswith("claimlint: error: gone.md: no such file or folder\nclaimlint: error: broken.md: ")

    def test_fail_on_never_makes_it_0_with_findings_left(self, drafts: Path) -> None:
        assert main(["fix", "bad.md", "--fail-on", "never"]) == 0

    def test_quiet_says_nothing(self, drafts: Path, capsys: Capture) -> None:
        main(["fix", "-q", "safe.md"])
        assert capsys.readouterr() == ("", "")


class TestBytes:
    @pytest.mark.parametrize(
        "data",
        [
            b"\xef\xbb\xbf" + SAFE.encode(),
            SAFE.replace("\n", "\r\n").encode(),
            b"First line.\r\n\r\n" + SAFE.encode() + b"\rLast line without an end",
            "﻿Caf\u00e9s. ".encode("utf-16-le") + SAFE.encode("utf-16-le"),
            b"Caffeine\x92s day. " + SAFE.encode(),  # Windows-1252
        ],
        ids=["byte order mark", "CRLF", "mixed line ends", "UTF-16", "Windows-1252"],
    )
    def test_everything_else_stays_byte_for_byte(self, folder: Path, data: bytes) -> None:
        width = 2 if data.startswith(b"\xff\xfe") else 1
        word = "absolutely ".encode("utf-16-le" if width == 2 else "ascii")
        Path("draft.md").write_bytes(data)
        assert main(["fix", "draft.md"]) == 0
        assert Path("draft.md").read_bytes() == data.replace(word, b"")

    def test_permissions_stay_and_a_link_is_followed(self, folder: Path) -> None:
        Path("real.md").write_text(SAFE)
        Path("real.md").chmod(0o640)
        Path("link.md").symlink_to("real.md")
        assert main(["fix", "link.md"]) == 0
        assert Path("link.md").is_symlink()
        assert Path("real.md").read_text() == MENDED
        assert stat.S_IMODE(Path("real.md").stat().st_mode) == 0o640
        assert sorted(path.name for path in folder.iterdir()) == [".git", "link.md", "real.md"]

    def test_a_folder_that_may_not_be_written_is_an_error_and_the_rest_is_mended(
        self, folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Path("closed").mkdir()
        Path("closed/a.md").write_text(SAFE)
        Path("b.md").write_text(SAFE)
        forbid_new_files(monkeypatch, "closed")  # who runs the tests may be root
        assert main(["fix", "closed/a.md", "b.md"]) == 2
        assert Path("closed/a.md").read_text() == SAFE
        assert Path("b.md").read_text() == MENDED
        assert capsys.readouterr().err == "claimlint: error: closed/a.md: cannot be written: Permission denied\n"


def forbid_new_files(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Make a folder refuse new files, as one without write permission does for everybody but root."""
    real = os.open

    def guarded(file: str, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT and name in file:
            raise PermissionError(13, "Permission denied")
        return real(file, flags, mode)

    monkeypatch.setattr(os, "open", guarded)


class TestDiff:
    def test_shows_what_would_change_and_writes_nothing(self, drafts: Path, capsys: Capture) -> None:
        assert main(["fix", "--diff", "safe.md", "clean.md"]) == 1
        assert Path("safe.md").read_text() == SAFE
        assert capsys.readouterr() == (
            "--- safe.md\n+++ safe.md\n@@ -1 +1 @@\n"
            "-Ginkgo absolutely improves memory in adults [1].\n"
            "+Ginkgo improves memory in adults [1].\n",
            "1 finding would be mended in 1 of 2 files\n",
        )

    def test_is_0_when_nothing_would_change(self, drafts: Path, capsys: Capture) -> None:
        assert main(["fix", "--diff", "bad.md"]) == 0
        assert capsys.readouterr().out == ""

    def test_can_be_applied_by_patch(self, folder: Path, capsys: Capture) -> None:
        import shutil
        import subprocess

        if shutil.which("git") is None:
            pytest.skip("git is not installed")
        before = "First.\r\n" + SAFE + "\x0cAn old page break.\nGinkgo literally improves memory in adults [1]."
        Path("draft.md").write_text(before, newline="")
        assert main(["fix", "--diff", "draft.md"]) == 1
        diff = capsys.readouterr().out
        Path("a.patch").write_text(diff, newline="")
        subprocess.run(["git", "apply", "-p0", "--whitespace=nowarn", "a.patch"], check=True)
        after = Path("draft.md").read_bytes().decode()
        assert after == before.replace("absolutely ", "").replace("literally ", "")


class TestStandardInput:
    def test_goes_to_standard_output(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: object) -> None:
        data = b"\xef\xbb\xbf" + SAFE.replace("\n", "\r\n").encode()
        give(monkeypatch, data)
        assert main(["fix", "-"]) == 0
        out, err = capfdbinary.readouterr()  # type: ignore[attr-defined]
        assert out == data.replace(b"absolutely ", b"")
        assert err == b"1 finding mended in 1 of 1 file\n"

    def test_goes_there_unchanged_when_nothing_is_to_be_mended(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
    ) -> None:
        give(monkeypatch, BAD.encode())
        assert main(["fix", "-"]) == 1
        assert capsys.readouterr().out == BAD


class TestCheckWithFix:
    def test_reports_what_is_left(self, drafts: Path, capsys: Capture) -> None:
        assert main(["--fix", "safe.md", "bad.md"]) == 1
        assert Path("safe.md").read_text() == MENDED
        out = capsys.readouterr().out
        assert out.startswith("bad.md:3:1 warning uncited-claim ")
        assert out.endswith("1 finding mended in 1 file; 2 findings (1 error, 1 warning) in 1 of 2 files\n")

    def test_unsafe_needs_fix(self, drafts: Path, capsys: Capture) -> None:
        assert main(["--unsafe", "bad.md"]) == 2
        assert capsys.readouterr().err == "claimlint: error: --unsafe needs --fix\n"
        assert main(["--fix", "--unsafe", "bad.md"]) == 0
        assert Path("bad.md").read_text() == BETTER

    def test_has_no_place_for_standard_input(self, drafts: Path, capsys: Capture) -> None:
        assert main(["--fix", "-"]) == 2
        assert "claimlint fix - prints the mended draft" in capsys.readouterr().err
