"""Write docs/rules/<rule>.md for every built-in rule, and what commands print into the pages that show it; a test fails
when a page is stale.

python tools/make_pages.py
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

from command_output import refresh, shows_commands  # noqa: E402

from claimlint.rules.pages import rule_page, rule_paths  # noqa: E402

FOLDER = ROOT / "docs" / "rules"


def pages() -> dict[Path, str]:
    """Every page with its text."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md"))}
    shown = {path: refresh(text) for path, text in texts.items() if shows_commands(text)}
    return {**shown, **{FOLDER / f"{rule}.md": rule_page(rule) for rule in rule_paths()}}


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
