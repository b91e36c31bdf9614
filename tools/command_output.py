"""What commands print, kept fresh in the pages that show it.

A code block below the comment `<!-- claimlint OPTIONS PATHS -->` holds what that command prints, run in the root of the
repository. With ` at KEY...` at the end of the comment it is the part of the printed JSON that the keys lead to.
"""

from __future__ import annotations

import io
import json
import os
import re
import shlex
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(
    r"(?P<head><!-- claimlint (?P<command>[^\n]*?)(?: at (?P<keys>[^\n]*?))? -->\n+(?P<fence>`{3,})\w*\n)(?P<body>.*?)"
    r"(?P<tail>^(?P=fence)$)",
    re.DOTALL | re.MULTILINE,
)


def shows_commands(page: str) -> bool:
    """Whether a page has such a block."""
    return BLOCK.search(page) is not None


def refresh(page: str) -> str:
    """The page with what the commands print now."""
    return BLOCK.sub(_block, page)


def _block(match: re.Match[str]) -> str:
    printed = _printed(shlex.split(match["command"]))
    if match["keys"]:
        part = json.loads(printed)
        for key in match["keys"].split():
            part = part[int(key)] if isinstance(part, list) else part[key]
        printed = json.dumps(part, ensure_ascii=False, indent=2) + "\n"
    return match["head"] + printed + match["tail"]


def _printed(argv: list[str]) -> str:
    from claimlint.cli.main import main

    out = io.StringIO()
    environment = {name: value for name, value in os.environ.items() if name != "FORCE_COLOR"}
    environment |= {"COLUMNS": "100", "NO_COLOR": "1", "GITHUB_STEP_SUMMARY": "", "GITHUB_ACTIONS": "", "TF_BUILD": ""}
    quiet = redirect_stderr(io.StringIO())
    with _in_root(), mock.patch.dict(os.environ, environment, clear=True), redirect_stdout(out), quiet:
        main(argv)
    return out.getvalue()


@contextmanager
def _in_root() -> Iterator[None]:
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        yield
    finally:
        os.chdir(before)
