"""docs/fixing.md shows what the command does now."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "fixing.md").read_text(encoding="utf-8")


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_each_command_prints_what_the_page_shows(folder: Path) -> None:
    draft = re.search(r"^```markdown\n(.*?)^```$", PAGE, re.M | re.S)
    assert draft
    (folder / "draft.md").write_text(draft[1], encoding="utf-8")
    sessions = re.findall(r"^```console\n(.*?)^```$", PAGE, re.M | re.S)
    assert len(sessions) >= 4
    for session in sessions:
        shown = ""
        for command in re.findall(r"^\$ (.*)$", session, re.M):
            shown += f"$ {command}\n{_output(command, folder)}"
        assert shown == session


def _output(command: str, folder: Path) -> str:
    """Both streams, as a terminal shows them."""
    claimlint = f'claimlint() {{ "{sys.executable}" -m claimlint "$@"; }}\n'
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-c", claimlint + command],
        cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
    )  # fmt: skip
    return done.stdout.decode()


def test_the_answers_are_those_that_are_offered() -> None:
    from claimlint.cli.asking import CHOICES

    assert re.findall(r"^\| `(\w)` (\w+) \|", PAGE, re.M) == [(choice[0], choice) for choice in CHOICES]
