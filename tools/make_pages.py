"""Write docs/rules/<rule>.md for every built-in rule; a test fails when a page is stale.

python tools/make_pages.py
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

from claimlint.rules.pages import rule_page, rule_paths  # noqa: E402

FOLDER = ROOT / "docs" / "rules"


def pages() -> dict[Path, str]:
    """Every page with its text."""
    return {FOLDER / f"{rule}.md": rule_page(rule) for rule in rule_paths()}


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
