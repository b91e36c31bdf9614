"""The keys of a configuration: what each means, how it is written, and how its value is checked.

The reference (`docs/configuration.md`) and the file that `claimlint init` writes are made from this table.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import Any, get_args

from claimlint.document.model import Format
from claimlint.lazy import lazy
from claimlint.lexicons.nearest import nearest
from claimlint.project.configvalues import Value
from claimlint.project.model import FAIL_ON, LexiconEntry, PathSettings
from claimlint.records import NamedTuple
from claimlint.rules.model import SEVERITIES, Severity

DOMAIN = lazy(r"(?:\*\.)?[\w-]+(?:\.[\w-]+)+\Z")


class Key(NamedTuple):
    """A key of a configuration."""

    field: str
    """The field of `Settings` that it sets."""
    read: Callable[[Value], Any]
    kind: str
    """What its value is, in a few words."""
    meaning: str
    """One or two sentences of Markdown on one line."""
    example: str
    """As YAML."""


def _texts(value: Value) -> tuple[str, ...]:
    return tuple(part.text() for part in value.parts())


def _severities(value: Value) -> tuple[tuple[str, Severity], ...]:
    named: dict[str, Severity] = {str(name): name for name in SEVERITIES}
    return tuple(sorted((rule, named[part.choice(SEVERITIES)]) for rule, part in value.items()))


def _lexicons(value: Value) -> tuple[LexiconEntry, ...]:
    known = known_marks()
    entries = []
    for mark, part in value.items():
        if mark not in known:
            raise part.error(f"unknown mark{nearest(mark, known)}")
        if not isinstance(part.value, dict):
            entries.append(LexiconEntry(mark, "", _texts(part)))
            continue
        for name, words in part.items():
            if name not in known[mark]:
                raise words.error(f"unknown value of {mark}{nearest(name, known[mark])}")
            entries.append(LexiconEntry(mark, name, _texts(words)))
    return tuple(entries)


def known_marks() -> dict[str, set[str]]:
    """Each mark of the built-in lexicons with its values, read off the files' heads: parsing them takes a second."""
    from claimlint.rules.pack import builtin_folder, rule_files

    marks: dict[str, set[str]] = {}
    for path in rule_files(builtin_folder()):
        with open(path, encoding="utf-8") as stream:
            text = stream.read()
        mark = re.search(r"^mark: *([\w-]+)", text, re.MULTILINE)
        if mark:
            marks.setdefault(mark[1], set()).update(re.findall(r"^  ([\w-]+):", text, re.MULTILINE))
    return marks


def _domains(value: Value) -> tuple[str, ...]:
    for part in value.parts():
        if not DOMAIN.match(part.text()):
            raise part.error(f'"{part.text()}" is not a domain such as "example.org"')
    return tuple(domain.lower() for domain in _texts(value))


def _extensions(value: Value) -> tuple[str, ...]:
    for part in value.parts():
        if not re.fullmatch(r"\.[^./\\\s]+", part.text()):
            raise part.error(f'"{part.text()}" is not a file name\'s ending such as ".md"')
    return tuple(extension.lower() for extension in _texts(value))


def _rule_paths(value: Value) -> tuple[str, ...]:
    from claimlint.rules.pack import rule_files

    root = os.path.realpath(value.root)
    paths = []
    for part in value.parts():
        real = os.path.realpath(os.path.join(root, part.text()))
        if real != root and not real.startswith(root + os.sep):
            hint = "rules from elsewhere can be named on the command line, with --rule-path"
            raise part.error(f'"{part.text()}" lies outside the configuration\'s folder ({hint})')
        if not os.path.isdir(real):
            raise part.error(f'"{part.text()}" is not a folder')
        for file in rule_files(real):
            if not os.path.realpath(file).startswith(os.path.join(root, "")):
                name = os.path.join(part.text(), os.path.relpath(file, real))
                raise part.error(f'"{name}" is a link that leads out of the configuration\'s folder')
        paths.append(real)
    return tuple(paths)


def _baseline(value: Value) -> str:
    root = os.path.realpath(value.root)
    real = os.path.realpath(os.path.join(root, value.text()))
    if not real.startswith(root + os.sep):
        raise value.error(f'"{value.text()}" lies outside the configuration\'s folder')
    return real


def _fail_on(value: Value) -> str:
    return value.choice(FAIL_ON)


def _flag(value: Value) -> bool:
    if not isinstance(value.value, bool):
        raise value.error("must be true or false")
    return value.value


def _max_bytes(value: Value) -> int:
    if not isinstance(value.value, int) or isinstance(value.value, bool) or value.value < 1:
        raise value.error("must be a number of bytes, at least 1")
    return value.value


def _input_format(value: Value) -> str:
    return value.choice(get_args(Format))


def _per_path(value: Value) -> tuple[PathSettings, ...]:
    return tuple(map(_path_settings, value.parts()))


def _path_settings(value: Value) -> PathSettings:
    patterns: tuple[str, ...] = ()
    changes: dict[str, Any] = {}
    for name, part in value.items():
        if name == "path":
            patterns = _texts(part) if isinstance(part.value, list) else (part.text(),)
        elif name in PATH_KEYS:
            changes[KEYS[name].field] = KEYS[name].read(part)
        elif name in KEYS:
            raise part.error(f"cannot be set for some paths only; known: path, {', '.join(PATH_KEYS)}")
        else:
            raise part.error(f"unknown key{nearest(name, ('path', *PATH_KEYS))}")
    if not patterns:
        raise value.error('has no path: say for which drafts it is, such as "path: shop/"')
    return PathSettings(patterns, tuple(changes.items()))


KEYS: dict[str, Key] = {
    "select": Key(
        "select", _texts, "list of rules",
        "Only these rules are run. Without it all are.",
        "select: [uncited-claim, unsourced-dose]",
    ),
    "ignore": Key(
        "ignore", _texts, "list of rules",
        "These rules are not run. Also switches off the findings about comments: `unused-suppression`, "
        "`unknown-suppression` and `suppression-reason`.",
        "ignore: [absolute-language]",
    ),
    "severity": Key(
        "severity", _severities, "mapping of rules to `error`, `warning` or `info`",
        "How severe a rule's findings are, instead of what the rule says.",
        "severity: {uncited-claim: info}",
    ),
    "fail-on": Key(
        "fail_on", _fail_on, "`error`, `warning`, `info` or `never`",
        "The least severity that makes the exit code 1.",
        "fail-on: error",
    ),
    "exclude": Key(
        "exclude", _texts, "list of patterns",
        "Files and folders that are not checked, written as in `.gitignore` and relative to the configuration. It also "
        "holds for files that are named, as a hook does (`--no-exclude` checks those).",
        'exclude: [archive/, "*.quoted.md"]',
    ),
    "extensions": Key(
        "extensions", _extensions, "list of endings",
        "The file names that a folder is searched for. A file that is named is checked whatever it is called.",
        "extensions: [.md, .post]",
    ),
    "input-format": Key(
        "input_format", _input_format, "`markdown`, `text`, `bbcode` or `html`",
        "How the drafts are written. Without it the file's name tells.",
        "input-format: bbcode",
    ),
    "per-path": Key(
        "per_path", _per_path, "list of mappings",
        "Other settings for some drafts. Each entry has a `path` (one pattern or several, as in `exclude`) and any of "
        "`select`, `ignore`, `severity`, `fail-on`, `input-format`, `allow-domains`, `deny-domains` and "
        "`require-reason`. What an entry ignores or allows is added to what holds for all, anything else takes its "
        "place; of several entries for a draft the later wins.",
        "per-path:\n  - path: shop/\n    ignore: [vendor-link]\n  - path: [\"notes/**\", \"*.wip.md\"]\n"
        "    severity: {uncited-claim: info}",
    ),
    "allow-domains": Key(
        "allow_domains", _domains, "list of domains",
        "Never taken for a seller's, nor their subdomains.",
        "allow-domains: [clinic.example.org]",
    ),
    "deny-domains": Key(
        "deny_domains", _domains, "list of domains",
        "Always taken for a seller's, and their subdomains.",
        "deny-domains: [shop.example.com]",
    ),
    "lexicons": Key(
        "extend_lexicons", _lexicons, "mapping of marks to words",
        "More words for the marks that rules ask for; `rules/lexicons/README.md` lists them.",
        "lexicons:\n  health:\n    substance: [berberine phytosome]",
    ),
    "rule-paths": Key(
        "rule_paths", _rule_paths, "list of folders",
        "Folders with rules of your own, inside the configuration's folder.",
        "rule-paths: [house-rules]",
    ),
    "require-reason": Key(
        "require_reason", _flag, "`true` or `false`",
        "Whether a comment that suppresses findings has to say why.",
        "require-reason: true",
    ),
    "baseline": Key(
        "baseline", _baseline, "file",
        "The findings that are known and not reported, written by `claimlint baseline`. Without it the nearest "
        "`.claimlint-baseline.json` is used, looked for from the draft's folder upward to the root of the repository.",
        "baseline: known-findings.json",
    ),
    "max-bytes": Key(
        "max_bytes", _max_bytes, "number",
        "A larger file is an error and is not read.",
        "max-bytes: 1000000",
    ),
}  # fmt: skip
"""Each key of a configuration, in the order of the reference."""

PATH_KEYS = (
    "select", "ignore", "severity", "fail-on", "input-format", "allow-domains", "deny-domains", "require-reason",
)  # fmt: skip
"""The keys that an entry of `per-path` may have."""
