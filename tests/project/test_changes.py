"""Which lines changed, as git says; and that nothing a repository names is run."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from claimlint.errors import ClaimlintError
from claimlint.project.changes import EVERYTHING, NOTHING, Changes, Lines

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(*argv: str) -> None:
    who = [word for key in ("name", "email") for word in ("-c", f"user.{key}=t@example.org")]
    done = subprocess.run(["git", *who, *argv], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """With one commit that holds a.md, three lines long."""
    monkeypatch.setenv("HOME", str(folder.parent))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    (folder / ".git").rmdir()
    git("init", "-q", "-b", "main")
    (folder / "a.md").write_text("one\ntwo\nthree\n")
    git("add", ".")
    git("commit", "-qm", "first")
    return folder


def changed(path: str, revision: str = "HEAD") -> Lines:
    return Changes(revision).of(path)


class TestLines:
    def test_nothing_changed(self, repository: Path) -> None:
        assert changed("a.md") == NOTHING

    def test_changed_added_and_removed_lines_staged_or_not(self, repository: Path) -> None:
        Path("a.md").write_text("one\n2\nthree\nfour\n")
        assert changed("a.md") == Lines(((2, 2), (4, 4)))
        git("add", "a.md")
        assert changed("a.md") == Lines(((2, 2), (4, 4)))
        Path("a.md").write_text("one\nthree\nfour\n")
        assert changed("a.md") == Lines(((3, 3),), (1,))

    def test_a_new_file_is_changed_throughout(self, repository: Path) -> None:
        Path("b.md").write_text("new\n")
        assert changed("b.md") == EVERYTHING
        git("add", "b.md")
        assert changed("b.md") == EVERYTHING

    def test_an_ignored_file_has_not_changed(self, repository: Path) -> None:
        Path(".gitignore").write_text("b.md\n")
        Path("b.md").write_text("new\n")
        assert changed("b.md") == NOTHING

    def test_a_renamed_file_is_compared_with_what_it_was(self, repository: Path) -> None:
        Path("a.md").write_text("".join(f"line {n}\n" for n in range(20)))
        git("commit", "-qam", "longer")
        git("mv", "a.md", "b.md")
        assert changed("b.md") == NOTHING
        with Path("b.md").open("a") as stream:
            stream.write("more\n")
        assert changed("b.md") == Lines(((21, 21),))

    @pytest.mark.parametrize("name", ["ä ö.md", 'q"uote.md', "new\nline.md", "*.md", "tab\t.md", ":(top)x.md", "-x.md"])
    def test_any_name(self, repository: Path, name: str) -> None:
        Path(name).write_text("one\ntwo\n")
        Path("other.md").write_text("one\ntwo\n")
        git("add", "--all")
        git("commit", "-qm", "names")
        Path(name).write_text("one\n2\n")
        Path("other.md").write_text("1\n2\n3\n")
        assert changed(f"./{name}") == Lines(((2, 2),))

    def test_from_a_subfolder_and_through_a_link(self, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (repository / "posts").mkdir()
        (repository / "posts/b.md").write_text("one\n")
        git("add", ".")
        git("commit", "-qm", "posts")
        (repository / "posts/b.md").write_text("one\ntwo\n")
        Path(repository.parent / "link").symlink_to(repository / "posts")
        monkeypatch.chdir(repository / "posts")
        assert changed("b.md") == Lines(((2, 2),))
        assert changed("../a.md") == NOTHING
        assert changed(str(repository.parent / "link/b.md")) == Lines(((2, 2),))

    def test_since_the_branch_left_another(self, repository: Path) -> None:
        git("checkout", "-qb", "mine")
        Path("a.md").write_text("one\ntwo\nthree\nmine\n")
        git("commit", "-qam", "mine")
        git("checkout", "-q", "main")
        Path("a.md").write_text("theirs\none\ntwo\nthree\n")
        git("commit", "-qam", "theirs")
        git("checkout", "-q", "mine")
        assert changed("a.md") == NOTHING
        assert changed("a.md", "main") == Lines(((4, 4),))
        assert changed("a.md", "HEAD~1") == Lines(((4, 4),))

    def test_before_the_first_commit_everything_is_new(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (folder / ".git").rmdir()
        git("init", "-q")
        Path("a.md").write_text("one\n")
        assert changed("a.md") == EVERYTHING


class TestErrors:
    @pytest.mark.parametrize("revision", ["", "-p", "--output=x", "a\0b"])
    def test_what_can_be_no_revision(self, revision: str) -> None:
        with pytest.raises(ClaimlintError, match=r"^--changed: .* is no revision$"):
            Changes(revision)

    def test_an_unknown_revision(self, repository: Path) -> None:
        with pytest.raises(ClaimlintError) as raised:
            changed("a.md", "mian")
        assert str(raised.value) == '--changed: git knows no revision "mian"; did you mean "main"?'
        with pytest.raises(ClaimlintError, match=r'git knows no revision "main\.\.main"'):
            changed("a.md", "main..main")

    def test_no_repository(self, folder: Path) -> None:
        (folder / ".git").rmdir()
        Path("a.md").touch()
        with pytest.raises(ClaimlintError) as raised:
            changed("a.md")
        assert str(raised.value) == "--changed: a.md is in no git repository"

    def test_what_only_looks_like_a_repository(self, folder: Path) -> None:
        with pytest.raises(ClaimlintError, match=r"^--changed: git "):
            changed("a.md")

    def test_no_git(self, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", str(repository))
        with pytest.raises(ClaimlintError, match=r"^--changed: git cannot be run: No such file or directory$"):
            changed("a.md")


def test_nothing_that_the_repository_names_is_run(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spy = repository.parent / "spy"
    spy.write_text(f"#!/bin/sh\ntouch {spy}.ran\ncat\n")
    spy.chmod(0o755)
    for key in (
        "diff.external",
        "diff.spy.command",
        "diff.spy.textconv",
        "core.pager",
        "pager.diff",
        "core.fsmonitor",
        "filter.spy.clean",
        "filter.spy.process",
        "filter.spy.smudge",
    ):
        git("config", key, str(spy))
    for key, value in {
        "filter.spy.required": "true",
        "color.ui": "always", "diff.noprefix": "true", "diff.interHunkContext": "9", "diff.context": "5",
        "diff.relative": "true", "core.quotePath": "true", "diff.renames": "false",
    }.items():  # fmt: skip
        git("config", key, value)
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(spy))
    monkeypatch.setenv("GIT_TRACE", "1")
    monkeypatch.setenv("GIT_GLOB_PATHSPECS", "1")
    monkeypatch.setenv("GIT_DIR", str(repository.parent / "elsewhere"))
    Path(".gitattributes").write_text("*.md diff=spy filter=spy binary\n")
    Path("a.md").write_text("1\ntwo\nthree\n\nfive\n")
    assert changed("a.md") == Lines(((1, 1), (4, 5)))
    assert not Path(f"{spy}.ran").exists()


@pytest.mark.parametrize(
    ("lines", "first", "last", "touched"),
    [
        (Lines(((3, 4),)), 1, 2, False),
        (Lines(((3, 4),)), 1, 3, True),
        (Lines(((3, 4),)), 4, 9, True),
        (Lines((), (3,)), 3, 4, True),
        (Lines((), (3,)), 3, 3, False),
        (Lines((), (3,)), 4, 5, False),
    ],
)
def test_a_sentence_is_touched_by_what_changed_in_it(lines: Lines, first: int, last: int, touched: bool) -> None:
    assert lines.touch(first, last) is touched
