"""Sessions that pages show: files and commands that are tried one after the other in an empty repository.

A code block below the comment `<!-- file NAME -->` is written to that file. In a block below `<!-- run -->`, each line
that begins with `$ ` is run by bash, and what it prints stands below it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(
    r"(?P<head><!-- (?:run|file (?P<file>[^\n]*?)) -->\n+(?P<fence>`{3,})\w*\n)(?P<body>.*?)(?P<tail>^(?P=fence)$)",
    re.DOTALL | re.MULTILINE,
)
PROMPT = "$ "


def is_session(page: str) -> bool:
    """Whether a page has such a block."""
    return BLOCK.search(page) is not None


def replay(page: str) -> str:
    """The page with what its commands print now. Without git or bash the page is left as it is."""
    if not (shutil.which("git") and shutil.which("bash")):
        return page
    with TemporaryDirectory() as place:
        repository = _Repository(Path(place))
        return BLOCK.sub(repository.block, page)


class _Repository:
    """An empty repository in which a page is tried, with a `claimlint` that is this checkout's."""

    def __init__(self, place: Path) -> None:
        self._folder = place / "site"
        self._folder.mkdir()
        programs = place / "bin"
        programs.mkdir()
        script = programs / "claimlint"
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimlint "$@"\n')
        script.chmod(0o755)
        kept = {name: os.environ[name] for name in ("LANG", "LC_ALL", "TMPDIR", "XDG_CACHE_HOME") if name in os.environ}
        home = os.environ.get("HOME", str(place))
        self._environment = {
            **kept,
            "PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', '')}",
            "HOME": str(place),
            "XDG_CACHE_HOME": kept.get("XDG_CACHE_HOME", f"{home}/.cache"),  # where the rules are ready to use
            "PYTHONPATH": str(ROOT / "src"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "COLUMNS": "100",
            "NO_COLOR": "1",
        }
        for role in ("AUTHOR", "COMMITTER"):
            self._environment |= {f"GIT_{role}_NAME": "Jo", f"GIT_{role}_EMAIL": "jo@example.org"}
        self._run("git init -q -b main")

    def block(self, match: re.Match[str]) -> str:
        if match["file"]:
            path = self._folder / match["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(match["body"], encoding="utf-8")
            return match[0]
        shown = ""
        for line in match["body"].splitlines():
            if line.startswith(PROMPT):
                printed = self._run(line.removeprefix(PROMPT))
                shown += line + "\n" + printed + ("\n" if printed and not printed.endswith("\n") else "")
        return match["head"] + shown + match["tail"]

    def _run(self, command: str) -> str:
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self._folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            text=True,
            encoding="utf-8",
        )
        return done.stdout
