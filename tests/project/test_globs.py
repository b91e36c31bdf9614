"""Ignore patterns: git itself says what is right."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from claimlint.project.globs import compile_patterns
from steps import lines_run

PATHS = [
    "a", "b", "ab", "a.md", "b.md", "ab.md", "a b", "a[b]", "a*b", "!a", "#a", "a\\b", "-", "]", "Z", "7",
    "a/b", "a/a.md", "b/a.md", "a/b/a.md", "a/b/b", "a/b/ab/a.md", "b/a/b/a", "ab/a", "a/ab/b",
]  # fmt: skip


def by_claimlint(lines: list[str]) -> list[str]:
    patterns = compile_patterns(lines)
    return [path for path in PATHS if patterns.excludes(path, is_folder=False)]


def by_git(folder: Path, lines: list[str]) -> list[str]:
    (folder / ".gitignore").write_text("\n".join(lines) + "\n")
    names = "".join(f"{path}\0" for path in PATHS)
    command = ["git", "-c", "core.excludesFile=", "check-ignore", "--no-index", "-z", "--stdin"]
    done = subprocess.run(command, cwd=folder, input=names, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout.split("\0")[:-1]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("globs")
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    return folder


needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

LINES = [
    "a", "/a", "a/", "/a/", "a/b", "/a/b", "*", "*.md", "/*.md", "a/*", "a/*.md", "**", "**/a.md", "/**", "a/**",
    "a/**/a.md", "**/b/**", "a**", "**b", "a**b", "?", "??", "[ab]", "[!a]", "[^a]", "[a-z]", "[]]", "[]-]", "[a-]",
    "[", "***/a", "a/***",
    "[a",
    "a[", "[[:alpha:]]", "[[:digit:]]", "[[:nope:]]", "\\!a", "\\#a", "#a", "!a", "a\\*b", "a\\\\b", "a\\", "a ",
    "a\\ b", "a b", "", " ", "/", "//", "a//b", "/a//", "**/", "*/", "*/a", "!*/", "a/b/", "[a\\-z]", "[\\]]", "**/**",
    "/**/a", "***", "a/***/b", "?/?", "*b*", "[a-b]*",
    "[/-]", "[a/]", "a[/]b", "[!-/]", "a\\/b", "[a/b", "[[:alpha/]:]]", "[[:a]b:]", "[[:]a]", "[b-a]",
]  # fmt: skip


@needs_git
@pytest.mark.parametrize("line", LINES)
def test_a_pattern_matches_what_git_matches(repository: Path, line: str) -> None:
    assert by_claimlint([line]) == by_git(repository, [line])
    assert by_claimlint(["*.md", "b", f"!{line}"]) == by_git(repository, ["*.md", "b", f"!{line}"])


@needs_git
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text("ab*?/![]-\\.md", min_size=1, max_size=8), min_size=1, max_size=4))
def test_any_patterns_match_what_git_matches(repository: Path, lines: list[str]) -> None:
    # Of `a**/b` git compares the `a` first, and then takes `**/` for a pattern's start, which it is not.
    assume(not any(re.search(r"[^/*]\*\*+/", line) for line in lines))
    assert by_claimlint(lines) == by_git(repository, lines)


def test_a_hostile_pattern_takes_no_longer_than_others() -> None:
    def work(piece: str, count: int, path: str) -> int:
        patterns = compile_patterns([piece * count + "b"])
        return lines_run(lambda: patterns.verdict(path, is_folder=False))

    for piece in ("*a", "**/a/", "[a-z]*"):
        for path in ("/".join(["a" * 250] * 8), "/".join(["a"] * 500)):
            assert compile_patterns([piece * 60 + "b"]).verdict(path, is_folder=False) is None
            assert work(piece, 60, path) < 4.5 * work(piece, 15, path), (piece, path)
