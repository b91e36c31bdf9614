"""A command line that only names drafts is run without click, and comes to what click would make of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

from claimlint.cli.check import command
from claimlint.cli.checking import DEFAULTS
from claimlint.cli.main import main

DRAFT = "Zinc cures colds. Take 50 mg a day.\n"


def test_the_defaults_are_those_of_the_options() -> None:
    assert isinstance(command, click.Command)
    assert command.make_context("check", ["a.md", "b"]).params == {"paths": ("a.md", "b"), **DEFAULTS}


@pytest.mark.parametrize(
    "paths", [("draft.md",), ("draft.md", "none.md"), (".",), ("chek",), ("", "draft.md"), ("no\nname",)]
)
def test_it_prints_and_returns_the_same(
    paths: tuple[str, ...], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "draft.md").write_text(DRAFT)
    codes = [main(paths), main(("check", *paths))]
    printed = capsys.readouterr()
    assert codes[0] == codes[1]
    for text in (printed.out, printed.err):
        assert text[: len(text) // 2] == text[len(text) // 2 :]
    assert printed.out or printed.err


@pytest.mark.parametrize(
    ("words", "click_needed"), [("draft.md", False), ("draft.md -q", True), ("check draft.md", True)]
)
def test_click_is_imported_only_for_what_has_to_be_read(words: str, click_needed: bool, folder: Path) -> None:
    (folder / "draft.md").write_text(DRAFT)
    code = f"import sys; from claimlint.cli.main import main; main({words.split()!r}); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=folder)
    assert "claimlint.project.lint" in done.stdout.split()
    assert ("click" in done.stdout.split()) is click_needed
