"""`claimlint --changed`, as it is typed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from claimlint.cli.main import main

pytestmark = [
    pytest.mark.usefixtures("word_linter"),
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
]

Capture = pytest.CaptureFixture[str]


def git(*argv: str) -> None:
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    subprocess.run(["git", *who, *argv], capture_output=True, check=True)


@pytest.fixture
def repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(folder.parent))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    (folder / ".git").rmdir()
    git("init", "-q", "-b", "main")
    (folder / "posts").mkdir()
    (folder / "posts/old.md").write_text("a miracle\n")
    (folder / "posts/both.md").write_text("a miracle\n\nnothing\n")
    git("add", ".")
    git("commit", "-qm", "first")
    (folder / "posts/both.md").write_text("a miracle\n\na cure\n")
    (folder / "posts/new.md").write_text("a cure\n")
    return folder


EXPECTED = (
    'posts/both.md:3:3 error cure "cure" is too strong\n    a cure\n      ^^^^\n    suggest: no cure\n\n'
    'posts/new.md:1:3 error cure "cure" is too strong\n    a cure\n      ^^^^\n    suggest: no cure\n\n'
    "2 findings (2 errors) in 2 of 2 files; 1 on unchanged lines\n"
)


@pytest.mark.parametrize(
    "argv",
    [
        ["--changed"],
        ["--changed", "posts"],
        ["--changed", "HEAD", "posts"],
        ["--changed=HEAD", "posts"],
        ["--changed=main", "."],
        ["posts", "--changed"],
        ["check", "--changed", "posts"],
        ["--changed", "--verbose", "--quiet", "posts"],
    ],
)
def test_only_what_changed_is_reported(repository: Path, capsys: Capture, argv: list[str]) -> None:
    assert main(argv) == 1
    out = capsys.readouterr().out
    if "--quiet" in argv:
        assert [line for line in out.splitlines() if " error " in line or " note " in line] == [
            "posts/both.md:1:3 note miracle, on unchanged lines",
            'posts/both.md:3:3 error cure "cure" is too strong',
            'posts/new.md:1:3 error cure "cure" is too strong',
        ]
    else:
        assert out == EXPECTED


def test_when_nothing_changed(repository: Path, capsys: Capture) -> None:
    git("add", ".")
    git("commit", "-qm", "second")
    assert main(["--changed"]) == 0
    assert capsys.readouterr().out == "no findings in 0 files\n"
    assert main(["--changed", "HEAD~1"]) == 1
    assert capsys.readouterr().out == EXPECTED


def test_with_a_baseline(repository: Path, capsys: Capture) -> None:
    assert main(["baseline", "posts/new.md", "-q"]) == 0
    assert main(["--changed"]) == 1
    assert capsys.readouterr().out.endswith(
        "\n1 finding (1 error) in 1 of 2 files; 1 in the baseline; 1 on unchanged lines\n"
    )


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["--changed", "mian"], '--changed: git knows no revision "mian"; did you mean "main"?'),
        (["--changed", "-"], "--changed is about files: - has no lines that git knows"),
        (
            ["--fix", "--changed"],
            "--fix mends whole drafts, and --changed reports on some of their lines: run one by one",
        ),
        (["--changed=", "posts"], '--changed: "" is no revision'),
    ],
)
def test_what_goes_wrong(repository: Path, capsys: Capture, argv: list[str], message: str) -> None:
    assert main(argv) == 2
    assert capsys.readouterr() == ("", f"claimlint: error: {message}\n")


def test_outside_a_repository(folder: Path, capsys: Capture) -> None:
    (folder / ".git").rmdir()
    Path("a.md").write_text("a cure\n")
    assert main(["--changed"]) == 2
    assert capsys.readouterr() == ("", "claimlint: error: --changed: a.md is in no git repository\n")
