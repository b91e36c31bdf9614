"""Which files a run checks, in which order."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from claimlint.project.config import Configurations
from claimlint.project.discovery import Problem, discover


def tree(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x\n")


def found(*paths: str) -> list[str]:
    """The drafts found; nothing may have gone wrong."""
    items = list(discover(paths, Configurations()))
    assert not [item for item in items if isinstance(item, Problem)]
    return [item.path for item in items]


def problems(*paths: str) -> list[tuple[str, str]]:
    return [tuple(item) for item in discover(paths, Configurations()) if isinstance(item, Problem)]  # type: ignore[misc]


class TestFolders:
    def test_are_searched_for_drafts_in_the_order_of_their_names(self, folder: Path) -> None:
        tree(folder, "b.md", "a/z.txt", "a/y.HTML", "c.markdown", "c.py", "d.mdx", "e.text", "f.bbcode", "g.htm")
        assert found(".") == ["a/y.HTML", "a/z.txt", "b.md", "c.markdown", "d.mdx", "e.text", "f.bbcode", "g.htm"]

    def test_are_named_in_the_way_they_were_given(self, folder: Path) -> None:
        tree(folder, "posts/a.md")
        assert found("posts") == ["posts/a.md"]
        assert found("posts/") == ["posts/a.md"]
        assert found("./posts") == ["./posts/a.md"]
        assert found(str(folder / "posts")) == [str(folder / "posts/a.md")]

    def test_hidden_and_dependency_folders_are_left_out(self, folder: Path) -> None:
        tree(folder, ".git/a.md", ".venv/b.md", "node_modules/c.md", "env/pyvenv.cfg", "env/d.txt", ".e.md", "f.md")
        assert found(".") == ["f.md"]

    def test_a_named_hidden_folder_is_searched(self, folder: Path) -> None:
        tree(folder, ".drafts/a.md")
        assert found(".drafts") == [".drafts/a.md"]

    def test_the_configuration_says_what_a_draft_is_called(self, folder: Path) -> None:
        tree(folder, "a.md", "b.post", "sub/c.post", "sub/d.md")
        (folder / "sub/.claimlint.yaml").write_text("extensions: ['.post']\n")
        assert found(".") == ["a.md", "sub/c.post"]

    def test_without_drafts_are_a_problem(self, folder: Path) -> None:
        tree(folder, "empty/notes.py", "ignored/a.md", "ignored/.gitignore")
        (folder / "ignored/.gitignore").write_text("*.md\n")
        endings = ".md .markdown .mdx .txt .text .bbcode .html .htm"
        assert problems("empty", "ignored") == [
            ("empty", f"no drafts in this folder (looked for {endings})"),
            ("ignored", "no drafts to check in this folder: 1 file is ignored or excluded"),
        ]

    def test_may_be_nested_deeper_than_calls_can_be(self, folder: Path) -> None:
        deep = 1100
        for _ in range(deep):
            Path("d").mkdir()
            os.chdir("d")
        Path("a.md").write_text("x")
        os.chdir(folder)
        try:
            assert found("d") == ["d/" * deep + "a.md"]
        finally:  # pytest, too, fails to delete it by calls
            Path("d/" * deep + "a.md").unlink()
            os.removedirs("d/" * deep)

    def test_that_cannot_be_read_are_a_problem(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        tree(folder, "closed/a.md", "open/b.md")
        scandir = os.scandir

        def refuse(path: str) -> object:
            if path == "closed":
                raise PermissionError(13, "Permission denied")
            return scandir(path)

        monkeypatch.setattr(os, "scandir", refuse)
        assert problems("closed", "open") == [("closed", "cannot be read: Permission denied")]


class TestLinks:
    def test_to_folders_are_not_followed(self, folder: Path) -> None:
        tree(folder, "posts/a.md", "../outside/secret.md")
        (folder / "posts/loop").symlink_to(folder / "posts")
        (folder / "posts/out").symlink_to(folder.parent / "outside")
        assert found("posts") == ["posts/a.md"]

    def test_to_files_are_followed_within_the_tree_only_and_each_file_is_checked_once(self, folder: Path) -> None:
        tree(folder, "posts/a.md", "posts/archive/b.md", "../secret.md")
        (folder / "posts/latest.md").symlink_to("archive/b.md")
        (folder / "posts/out.md").symlink_to(folder.parent / "secret.md")
        (folder / "posts/gone.md").symlink_to("nowhere.md")
        assert found("posts") == ["posts/a.md", "posts/archive/b.md"]


class TestNamedFiles:
    def test_are_checked_whatever_they_are_called_or_ignored_by(self, folder: Path) -> None:
        tree(folder, "post.rst", ".hidden.md", "ignored.md")
        (folder / ".gitignore").write_text("ignored.md\n")
        assert found("post.rst", ".hidden.md", "ignored.md") == ["post.rst", ".hidden.md", "ignored.md"]

    def test_are_not_checked_when_the_configuration_excludes_them(self, folder: Path) -> None:
        tree(folder, "archive/old.md", "posts/a.md", "posts/quoted/b.md")
        (folder / ".claimlint.yaml").write_text("exclude: [archive/, quoted]\n")
        assert found("archive/old.md", "posts/a.md", "posts/quoted/b.md") == ["posts/a.md"]
        assert found(".") == ["posts/a.md"]

    def test_excludes_are_relative_to_the_configuration_and_not_to_the_working_folder(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        tree(folder, "posts/old/a.md", "posts/new/b.md")
        (folder / ".claimlint.yaml").write_text("exclude: [/posts/old]\n")
        monkeypatch.chdir(folder / "posts")
        assert found("old/a.md", "new/b.md") == ["new/b.md"]
        assert found(".") == ["new/b.md"]

    def test_that_a_claimlintignore_names_are_left_out_too(self, folder: Path) -> None:
        """A hook passes them by name, and nobody else reads that file."""
        tree(folder, "a.md", "b.md", "old/c.md", "posts/d.md", "posts/e.md", "f.md")
        (folder / ".claimlintignore").write_text("b.md\nold/\nd.md\ne.md\n")
        (folder / "posts/.claimlintignore").write_text("!d.md\n")
        (folder / ".gitignore").write_text("f.md\n")
        assert found("a.md", "b.md", "old/c.md", "posts/d.md", "posts/e.md", "f.md") == ["a.md", "posts/d.md", "f.md"]
        (folder / ".git").rmdir()
        (folder / "old/.claimlintignore").write_text("c.md\n")
        assert found("old/c.md", "posts/e.md") == ["posts/e.md"], "outside a repository, that of its folder only"

    def test_that_are_excluded_can_be_asked_for(self, folder: Path) -> None:
        tree(folder, "a.md", "b.md", "c.md")
        (folder / ".claimlint.yaml").write_text("exclude: [a.md]\n")
        (folder / ".claimlintignore").write_text("b.md\n")
        left_out: list[str] = []
        assert [item.path for item in discover(["a.md", "b.md", "."], Configurations(), left_out=left_out)] == ["c.md"]
        assert left_out == ["a.md", "b.md"]
        all_named = discover(["a.md", "b.md", "."], Configurations(), heed_excludes=False)
        assert [item.path for item in all_named] == ["a.md", "b.md", "c.md"]

    def test_are_checked_once(self, folder: Path) -> None:
        tree(folder, "posts/a.md", "posts/b.md")
        assert found("posts/b.md", "./posts/b.md", "posts", "posts") == ["posts/b.md", "posts/a.md"]

    def test_that_are_missing_are_a_problem(self, folder: Path) -> None:
        assert problems("gone.md", "", "a\0b") == [
            ("gone.md", "no such file or folder"),
            ("", "is not a file name"),
            ("a\0b", "is not a file name"),
        ]


class TestIgnoreFiles:
    def test_of_all_three_names_nested_with_negation(self, folder: Path) -> None:
        tree(folder, "a.md", "b.md", "c.md", "d.md", "sub/a.md", "sub/b.md", "sub/deep/b.md")
        (folder / ".gitignore").write_text("a.md\nb.md\n")
        (folder / ".ignore").write_text("!b.md\nc.md\n")
        (folder / ".claimlintignore").write_text("# ours\n!c.md\nd.md\n")
        (folder / "sub/.gitignore").write_text("!a.md\n/b.md\n")
        assert found(".") == ["b.md", "c.md", "sub/a.md", "sub/deep/b.md"]

    def test_an_ignored_folder_is_not_entered(self, folder: Path) -> None:
        tree(folder, "build/a.md", "posts/build/b.md", "posts/c.md")
        (folder / ".gitignore").write_text("build/\n!build/a.md\n")
        assert found(".") == ["posts/c.md"]

    def test_from_above_up_to_the_root_of_the_repository(self, folder: Path) -> None:
        tree(folder, "posts/2024/a.md", "posts/2024/b.md", "posts/2024/c.md")
        (folder.parent / ".gitignore").write_text("c.md\n")
        (folder / ".gitignore").write_text("a.md\n")
        (folder / "posts/.ignore").write_text("/2024/b.md\n")
        assert found("posts/2024") == ["posts/2024/c.md"]

    def test_outside_a_repository_only_those_of_the_folder_itself(self, folder: Path) -> None:
        (folder / ".git").rmdir()
        tree(folder, "posts/a.md", "posts/b.md")
        (folder / ".gitignore").write_text("a.md\n")
        (folder / "posts/.gitignore").write_text("b.md\n")
        assert found("posts") == ["posts/a.md"]

    def test_a_pattern_that_makes_no_sense_matches_nothing(self, folder: Path) -> None:
        tree(folder, "a.md", "b.md")
        (folder / ".gitignore").write_text("!\n***\\\n[\na.md\n")
        assert "b.md" in found(".")
        assert "a.md" not in found(".")

    def test_a_pipe_that_is_named_like_one_is_not_waited_for(self, folder: Path) -> None:
        tree(folder, "a.md")
        for name in (".gitignore", ".claimlint.yaml", "pyproject.toml"):
            os.mkfifo(name)
        assert found(".") == ["a.md"]


class TestBrokenConfiguration:
    def test_is_reported_once_and_keeps_only_its_own_drafts_from_being_checked(self, folder: Path) -> None:
        tree(folder, "a.md", "bad/b.md", "bad/deep/c.md", "good/d.md")
        (folder / "bad/.claimlint.yaml").write_text("selct: []\n")
        items = list(discover([".", "bad/b.md"], Configurations()))
        assert [item.path for item in items] == ["a.md", "bad/.claimlint.yaml", "good/d.md"]
        assert items[1] == Problem("bad/.claimlint.yaml", 'line 1: selct: unknown key; did you mean "select"?')


class TestStandardInput:
    def test_has_the_settings_of_the_place_it_claims_to_be_from(self, folder: Path) -> None:
        tree(folder, "posts/x.md")
        (folder / "posts/.claimlint.yaml").write_text("fail-on: never\nexclude: [private.md]\n")
        configurations = Configurations()
        (item,) = discover(["-", "-"], configurations, stdin_name="posts/new.md")
        assert not isinstance(item, Problem)
        assert (item.path, item.stdin, item.settings.fail_on) == ("posts/new.md", True, "never")
        assert list(discover(["-"], configurations, stdin_name="posts/private.md")) == []
