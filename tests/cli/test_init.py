"""`claimlint init`: what it writes, and that it overwrites nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from claimlint import __version__
from claimlint.cli.main import main
from claimlint.project.config import Configurations
from claimlint.project.model import Settings
from claimlint.project.settingkeys import KEYS
from claimlint.project.starting import DRAFTS

Capture = pytest.CaptureFixture[str]
ROOT = Path(__file__).parent.parent.parent
HOOKS = Path(".pre-commit-config.yaml")
NEXT = (
    "next: claimlint .          what is found today\n"
    "      claimlint baseline   to be told only of what is new from now on\n"
)
LOCAL = """\
- repo: local
  hooks:
    - id: claimlint
      name: claimlint
      entry: claimlint
      language: system
      types: [text]
      files: '(?i)\\.(md|markdown|mdx|txt|text|bbcode|html?)$'
"""


def said(capsys: Capture, *argv: str) -> str:
    assert main(["init", *argv]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.endswith(NEXT)
    return out.removesuffix(NEXT)


def indented(text: str, columns: int) -> str:
    return "".join(" " * columns + line for line in text.splitlines(keepends=True))


class TestConfiguration:
    def test_it_changes_nothing_until_something_is_taken_out_of_its_comment(
        self, folder: Path, capsys: Capture
    ) -> None:
        assert said(capsys, "--no-hook") == "wrote .claimlint.yaml: every setting is in it, commented out\n"
        written = Path(".claimlint.yaml")
        found = Configurations().for_file("draft.md")
        assert found == Settings(root=str(folder), source=str(folder / ".claimlint.yaml"))
        (folder / "house-rules").mkdir()
        written.write_text(re.sub(r"^# (?!claimlint|health|What|Written)", "", written.read_text(), flags=re.MULTILINE))
        assert set(yaml.safe_load(written.read_text())) == set(KEYS)
        assert Configurations().for_file("draft.md").fail_on == "error", "every example is a valid setting"

    @pytest.mark.parametrize(
        ("name", "text"), [(".claimlint.yml", "fail-on: error\n"), ("pyproject.toml", "[tool.claimlint]\n")]
    )
    def test_one_that_is_there_is_left_alone(self, folder: Path, capsys: Capture, name: str, text: str) -> None:
        Path(name).write_text(text)
        assert said(capsys, "--no-hook") == f"{name} holds a configuration already: left as it is\n"
        assert Path(name).read_text() == text
        assert not Path(".claimlint.yaml").exists()


class TestHook:
    def test_a_new_file(self, folder: Path, capsys: Capture) -> None:
        assert said(capsys).endswith("wrote .pre-commit-config.yaml: pre-commit install switches it on\n")
        assert HOOKS.read_text() == "repos:\n" + indented(LOCAL, 2)
        assert said(capsys).endswith(".pre-commit-config.yaml has the hook already: left as it is\n")
        assert HOOKS.read_text() == "repos:\n" + indented(LOCAL, 2)

    def test_from_claimlints_repository(self, folder: Path, capsys: Capture) -> None:
        said(capsys, "--repo", "https://git.example.org/claimlint")
        assert HOOKS.read_text() == (
            "repos:\n"
            "  - repo: https://git.example.org/claimlint\n"
            f"    rev: v{__version__}\n"
            "    hooks:\n"
            "      - id: claimlint\n"
        )

    def test_it_matches_the_files_of_our_own_hook(self) -> None:
        hook, _ = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
        assert hook["files"] == DRAFTS

    @pytest.mark.parametrize(
        ("before", "columns"),
        [
            ("# our hooks\nrepos:\n- repo: x\n  rev: v1\n  hooks:\n  - id: y\n", 0),
            ("fail_fast: true\nrepos:\n  - repo: x\n    rev: v1\n    hooks:\n      - id: y   # the linter\n", 2),
            ("repos:\n    - repo: x\n      hooks: [{id: y}]", 4),
        ],
    )
    def test_it_is_added_at_the_end_of_the_list(self, folder: Path, capsys: Capture, before: str, columns: int) -> None:
        HOOKS.write_text(before)
        assert said(capsys).endswith("added the hook to .pre-commit-config.yaml: pre-commit install switches it on\n")
        assert HOOKS.read_text() == before.rstrip() + "\n" + indented(LOCAL, columns)

    def test_windows_line_ends_stay(self, folder: Path, capsys: Capture) -> None:
        HOOKS.write_bytes(b"repos:\r\n- repo: x\r\n  hooks: [{id: y}]\r\n")
        said(capsys)
        data = HOOKS.read_bytes()
        assert data.startswith(b"repos:\r\n- repo: x\r\n  hooks: [{id: y}]\r\n- repo: local\r\n")
        assert data.count(b"\n") == data.count(b"\r\n")

    @pytest.mark.parametrize(
        "before",
        [
            "repos: [{repo: x, rev: v1, hooks: [{id: y}]}]\n",
            "repos:\n  - repo: x\n    hooks: [{id: y}]\nfail_fast: true\n",
            "repos: []\n",
            "hooks: {}\n",
            "repos:\n\t- broken\n",
        ],
    )
    def test_what_cannot_be_added_to_safely_is_left_and_the_entry_shown(
        self, folder: Path, capsys: Capture, before: str
    ) -> None:
        HOOKS.write_text(before)
        shown = (
            ".pre-commit-config.yaml is not written as claimlint knows it; add this to its repos:\n\n" + LOCAL + "\n"
        )
        assert said(capsys).endswith(shown)
        assert HOOKS.read_text() == before

    def test_it_goes_to_the_root_of_the_repository(
        self, folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (folder / "posts").mkdir()
        monkeypatch.chdir(folder / "posts")
        assert f"wrote {folder}/.pre-commit-config.yaml: " in said(capsys)
        assert (folder / ".pre-commit-config.yaml").exists()

    def test_outside_a_repository_there_is_none(self, folder: Path, capsys: Capture) -> None:
        (folder / ".git").rmdir()
        assert said(capsys).endswith("no hook: this is no git repository (run claimlint init again once it is)\n")
        assert not HOOKS.exists()
