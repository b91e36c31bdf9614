"""Completion by the shell: `eval "$(_CLAIMLINT_COMPLETE=bash_source claimlint)"`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def complete(words: str) -> list[str]:
    """What bash is offered for the last of the words."""
    environment = {
        **os.environ,
        "_CLAIMLINT_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    done = subprocess.run(
        [sys.executable, "-m", "claimlint"], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return [line.partition(",")[2] or line for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("claimlint ex", ["explain", "ex"]),  # a command, or a file
        ("claimlint --fo", ["--format", "--fo"]),
        ("claimlint --format js", ["json", "jsonl"]),
        ("claimlint draft.md --fail-on ne", ["never"]),
        ("claimlint rules --rule", ["--rule-path"]),
        ("claimlint check dra", ["dra"]),
    ],
)
def test_offers_what_could_come_next(folder: Path, words: str, offered: list[str]) -> None:
    assert complete(words) == offered


def test_the_script_is_printed(folder: Path) -> None:
    environment = {**os.environ, "_CLAIMLINT_COMPLETE": "bash_source"}
    done = subprocess.run(
        [sys.executable, "-m", "claimlint"], env=environment, capture_output=True, text=True, check=False
    )
    assert "complete -o nosort -F _claimlint_completion claimlint" in done.stdout
