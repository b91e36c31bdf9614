"""The page of a rule: what it finds, why, examples, what to write instead, when not to use it, sources.

The same text is `docs/rules/<id>.md` and the answer of `claimlint explain`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from claimlint.errors import ClaimlintError
from claimlint.lexicons.nearest import nearest
from claimlint.lexicons.yamlfile import load_yaml
from claimlint.rules.pack import builtin_folder, rule_files

SHOWN = 5
"""How many examples of each side a page shows; the rule file has them all."""

MAX_EXAMPLE = 160
MODERATION = "moderation"
"""The folder, among the built-in rules, of those that a review's profile brings along."""


def rule_paths(folders: tuple[str, ...] = ()) -> dict[str, Path]:
    """Every rule id with its file: the built-in rules and those of further folders.

    Raises ClaimlintError when a folder cannot be read.
    """
    found: dict[str, Path] = {}
    for folder in (builtin_folder(), *folders):
        for name in rule_files(folder):
            path = Path(name)
            if path.parent.name != "lexicons":
                found[path.stem] = path
    return dict(sorted(found.items()))


def rule_page(rule: str, folders: tuple[str, ...] = ()) -> str:
    """The page of one rule as Markdown; the rules that only a moderator's review uses have theirs too.

    Raises ClaimlintError for an unknown rule, with the nearest name.
    """
    paths = rule_paths((str(Path(builtin_folder()) / MODERATION), *folders))
    if rule not in paths:
        raise ClaimlintError(f'there is no rule "{rule}"{nearest(rule, paths)}')
    return page_of(load_yaml(paths[rule]).data)


def page_of(data: dict[str, Any]) -> str:
    """The page of a rule file's data."""
    parts = [
        f"# {data['id']}",
        f"Severity: {data['severity']} · since {data.get('since', 'this version')}",
        "## What it finds\n\n" + data["summary"].strip(),
        "## Why\n\n" + " ".join(data["why"].split()),
    ]
    if data.get("example") and data.get("instead"):
        parts.append("## Example\n\n" + _quote(data["example"]))
        parts.append("## Use instead\n\n" + _quote(data["instead"]))
    parts.append("## Flagged\n\n" + _examples(data["examples"]["flagged"]))
    parts.append("## Not flagged\n\n" + _examples(data["examples"]["clean"]))
    if data.get("not-for"):
        parts.append("## When not to use it\n\n" + " ".join(data["not-for"].split()))
    parts.append("## Sources\n\n" + "\n".join(f"- {source}" for source in data["sources"]))
    return "\n\n".join(parts) + "\n"


def _quote(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.strip().splitlines())


def _examples(examples: list[dict[str, str]]) -> str:
    """The shortest single-paragraph examples in the order of the file; the reason for clean ones behind them."""
    short = [e for e in examples if "\n" not in e["text"].strip() and len(e["text"]) <= MAX_EXAMPLE]
    chosen = (short or examples)[:SHOWN]
    return "\n".join(_item(example) for example in chosen)


def _item(example: dict[str, str]) -> str:
    text = " ".join(example["text"].split())
    fence = "``" if "`" in text else "`"
    why = f" ({example['why']})" if example.get("why") else ""
    return f"- {fence}{text}{fence}{why}"
