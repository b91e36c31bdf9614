"""Write docs/rules/<rule>.md for every built-in rule, docs/marks.md, docs/configuration.md, and what commands print
into the pages that show it; a test fails when a page is stale.

python tools/make_pages.py
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

import configuration_page  # noqa: E402
from command_output import refresh, shows_commands  # noqa: E402
from session import is_session, replay  # noqa: E402

from claimlint.language.kinds import COMPUTED  # noqa: E402
from claimlint.lexicons.build import marks_of  # noqa: E402
from claimlint.rules.pages import rule_page, rule_paths  # noqa: E402

FOLDER = ROOT / "docs" / "rules"
MARKS = """# Marks

What claimlint knows about the words of a unit, and what [a rule of your own](writing-rules.md) can ask for: `kind`, or
`kind:value`.

## Found by the detectors

{computed}

## Left by the word lists in rules/lexicons

{lexical}
"""


def pages() -> dict[Path, str]:
    """Every page with its text."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md"))}
    shown = {path: refresh(text) for path, text in texts.items() if shows_commands(text)}
    shown[ROOT / "docs" / "marks.md"] = marks_page()
    shown |= {path: replay(text) for path, text in texts.items() if is_session(text)}
    shown[ROOT / "docs" / "configuration.md"] = configuration_page.page()
    return {**shown, **{FOLDER / f"{rule}.md": rule_page(rule) for rule in rule_paths()}}


def marks_page() -> str:
    """All kinds of marks with their values."""
    lexical = marks_of(sorted((ROOT / "rules" / "lexicons").glob("*.yaml")))
    return MARKS.format(computed=_table(COMPUTED), lexical=_table(lexical))


def _table(kinds: Mapping[str, Iterable[str]]) -> str:
    rows = [f"| `{kind}` | {', '.join(sorted(value for value in kinds[kind] if value))} |" for kind in sorted(kinds)]
    return "\n".join(["| kind | values |", "|---|---|", *rows])


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
