"""The files that a repository starts with: a configuration to fill in, and the entry of the hook."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from claimlint import __version__
from claimlint.errors import ClaimlintError
from claimlint.lexicons.yamlfile import parse_yaml
from claimlint.project.settingkeys import KEYS
from claimlint.records import NamedTuple

COLUMNS = 100
HOOKS_FILE = ".pre-commit-config.yaml"
DRAFTS = r"(?i)\.(md|markdown|mdx|txt|text|bbcode|html?)$"
"""Which files pre-commit hands to the hook, as in `.pre-commit-hooks.yaml`."""

_HEAD = f"""\
# claimlint looks for claims and doses without a source, animal findings, sellers and absolute words in drafts about
# health. Nothing has to be set. To change something, take the "# " away in front of its lines.
# What applies to a draft, and why: claimlint config draft.md
# Written by claimlint {__version__}.
"""


def configuration() -> str:
    """A `.claimlint.yaml` with every key, commented out, and what each means."""
    parts = [_HEAD]
    for key in KEYS.values():
        meaning = _wrapped(key.meaning.replace("`", ""))
        example = [f"# {line}" for line in key.example.split("\n")]
        parts.append("\n".join(["", *(f"## {line}" for line in meaning), *example, ""]))
    return "".join(parts)


def _wrapped(text: str) -> list[str]:
    lines, line = list[str](), ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > COLUMNS:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


def hook_entry(repository: str = "") -> str:
    """The entry of `.pre-commit-config.yaml`: of claimlint's repository, or else of the claimlint that is installed."""
    if repository:
        return f"- repo: {repository}\n  rev: v{__version__}\n  hooks:\n    - id: claimlint\n"
    return (
        "- repo: local\n"
        "  hooks:\n"
        "    - id: claimlint\n"
        "      name: claimlint\n"
        "      entry: claimlint\n"
        "      language: system\n"
        "      types: [text]\n"
        f"      files: '{DRAFTS}'\n"
    )


class Hooks(NamedTuple):
    """What to do with a `.pre-commit-config.yaml`: whether it has the hook, and its text with the hook added, if that
    can be done without touching anything else."""

    has_it: bool
    text: str | None


def with_hook(text: str | None, entry: str) -> Hooks:
    """The file's text (None when there is none) with an entry added at the end of its list."""
    if text is None or not text.strip():
        return Hooks(False, "repos:\n" + _indented(entry, 2))
    data = _parsed(text)
    repositories = data.get("repos") if isinstance(data, dict) else None
    if not isinstance(repositories, list):
        return Hooks(False, None)
    if any(hook.get("id") == "claimlint" for hook in _hooks(repositories)):
        return Hooks(True, None)
    dashes = re.findall(r"^( *)- ", text[text.find("repos:") :], re.MULTILINE)
    breaks = "\r\n" if "\r\n" in text else "\n"
    added = text.rstrip() + "\n" + _indented(entry, len(dashes[0]) if dashes else 2)
    added = added.replace("\r\n", "\n").replace("\n", breaks)
    expected = {**data, "repos": [*repositories, *_parsed(entry)]}
    return Hooks(False, added if _parsed(added) == expected else None)


def _hooks(repositories: Sequence[Any]) -> list[dict[str, Any]]:
    lists = [repository.get("hooks") for repository in repositories if isinstance(repository, dict)]
    return [hook for hooks in lists if isinstance(hooks, list) for hook in hooks if isinstance(hook, dict)]


def _parsed(text: str) -> Any:
    """The values of a YAML file, None when it is none."""
    try:
        return parse_yaml(text, HOOKS_FILE).data
    except ClaimlintError:
        return None


def _indented(entry: str, columns: int) -> str:
    return "".join(" " * columns + line for line in entry.splitlines(keepends=True))
