"""Profiles: YAML files that say what a finding means for the decision about a post."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, cast

from claimlint.errors import ClaimlintError
from claimlint.lexicons.nearest import nearest
from claimlint.lexicons.yamlfile import YamlFile, load_yaml
from claimlint.project.review.model import REPLY_USES, VERDICTS, Group, Profile, ReplyUse, Sign, Verdict
from claimlint.rules.model import SEVERITIES, Severity
from claimlint.rules.pack import builtin_folder

KEYS = ("id", "summary", "sources", "rule-paths", "severity", "groups", "signs", "otherwise")
SIGN_KEYS = ("name", "rules", "marks", "beside", "at-least", "group", "verdict", "reason", "reply", "ask")


def profile_names() -> tuple[str, ...]:
    """The profiles that come with claimlint."""
    return tuple(sorted(path.stem for path in _folder().glob("*.yaml")))


def load_profile(name: str) -> Profile:
    """A profile by its name, or by the path of its file (a name that ends in .yaml or .yml).

    Raises ClaimlintError naming file, line and key, or the nearest name.
    """
    if name.endswith((".yaml", ".yml")):
        return _profile(load_yaml(Path(name)), Path(name).resolve().parent)
    names = profile_names()
    if name not in names:
        raise ClaimlintError(f'there is no profile "{name}"{nearest(name, names)}', key="--profile")
    path = _folder() / f"{name}.yaml"
    return _profile(load_yaml(path), path.parent)


def _folder() -> Path:
    return Path(builtin_folder()) / "profiles"


def _profile(file: YamlFile, folder: Path) -> Profile:
    data = file.data
    if not isinstance(data, dict):
        raise file.error("a profile is a mapping of keys such as id, groups and signs")
    for key in data:
        if key not in KEYS:
            raise file.error(f"unknown key{nearest(key, KEYS)}", key)
    for key in ("id", "summary", "groups", "signs", "otherwise"):
        if not data.get(key):
            raise file.error(f'the key "{key}" is missing or empty')
    groups = _groups(file)
    names = tuple(group.name for group in groups)
    signs = tuple(
        _sign(file, entry, ("signs", i), names) for i, entry in enumerate(_list(file, data["signs"], "signs"))
    )
    return Profile(
        file.path,
        str(data["id"]),
        _text(file, data["summary"], "summary"),
        groups,
        signs,
        _otherwise(file, names),
        tuple(
            _folder_of(file, entry, i, folder)
            for i, entry in enumerate(_list(file, data.get("rule-paths", []), "rule-paths"))
        ),
        tuple(
            (rule, _severity(file, value, "severity", rule))
            for rule, value in _map(file, data.get("severity", {}), "severity").items()
        ),
    )


def _groups(file: YamlFile) -> tuple[Group, ...]:
    found = []
    for name, entry in _map(file, file.data["groups"], "groups").items():
        values = _map(file, entry, "groups", name)
        if set(values) != {"title", "about"}:
            raise file.error('needs "title" and "about", and nothing else', "groups", name)
        found.append(Group(name, *(_text(file, values[key], "groups", name, key) for key in ("title", "about"))))
    return tuple(found)


def _sign(file: YamlFile, entry: Any, at: tuple[str | int, ...], groups: tuple[str, ...]) -> Sign:
    values = _map(file, entry, *at)
    for key in values:
        if key not in SIGN_KEYS:
            raise file.error(f"unknown key{nearest(key, SIGN_KEYS)}", *at, key)
    for key in ("name", "rules", "group", "verdict", "reason"):
        if not values.get(key):
            raise file.error(f'the key "{key}" is missing or empty', *at)
    at_least = values.get("at-least", 1)
    if not isinstance(at_least, int) or at_least < 1:
        raise file.error("must be a number from 1", *at, "at-least")
    group, verdict = _place(file, values, at, groups)
    rules, marks, beside = (_words(file, values.get(key, []), *at, key) for key in ("rules", "marks", "beside"))
    reply = _one_of(file, values.get("reply", "wording"), REPLY_USES, *at, "reply")
    name, reason = (_text(file, values[key], *at, key) for key in ("name", "reason"))
    ask = _text(file, values["ask"], *at, "ask") if "ask" in values else ""
    return Sign(name, group, verdict, reason, rules, marks, beside, at_least, cast(ReplyUse, reply), ask)


def _place(
    file: YamlFile, values: dict[str, Any], at: tuple[str | int, ...], groups: tuple[str, ...]
) -> tuple[str, Verdict]:
    group = _one_of(file, values.get("group"), groups, *at, "group")
    return group, cast(Verdict, _one_of(file, values.get("verdict"), VERDICTS, *at, "verdict"))


def _otherwise(file: YamlFile, groups: tuple[str, ...]) -> tuple[tuple[Severity, Sign], ...]:
    values = _map(file, file.data["otherwise"], "otherwise")
    if set(values) != set(SEVERITIES):
        raise file.error(f"needs {', '.join(SEVERITIES)}, and nothing else", "otherwise")
    found = []
    for severity in SEVERITIES:
        entry = _map(file, values[severity], "otherwise", severity)
        reason = f"a finding of severity {severity}"
        group, verdict = _place(file, entry, ("otherwise", severity), groups)
        found.append((severity, Sign(severity, group, verdict, reason)))
    return tuple(found)


def _folder_of(file: YamlFile, entry: Any, index: int, folder: Path) -> str:
    path = os.path.normpath(folder / _text(file, entry, "rule-paths", index))
    if not os.path.isdir(path):
        raise file.error(f'"{entry}" is not a folder', "rule-paths", index)
    return path


def _severity(file: YamlFile, value: Any, *key: str | int) -> Severity:
    return cast(Severity, _one_of(file, value, SEVERITIES, *key))


def _one_of(file: YamlFile, value: Any, known: tuple[str, ...], *key: str | int) -> str:
    if value not in known:
        raise file.error(f'"{value}" cannot stand here{nearest(str(value), known)}', *key)
    return str(value)


def _text(file: YamlFile, value: Any, *key: str | int) -> str:
    if not isinstance(value, str) or not value.strip():
        raise file.error("must be text", *key)
    return " ".join(value.split())


def _words(file: YamlFile, value: Any, *key: str | int) -> tuple[str, ...]:
    return tuple(_text(file, word, *key, i) for i, word in enumerate(_list(file, value, *key)))


def _list(file: YamlFile, value: Any, *key: str | int) -> list[Any]:
    if not isinstance(value, list):
        raise file.error("must be a list", *key)
    return value


def _map(file: YamlFile, value: Any, *key: str | int) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise file.error("must be a mapping", *key)
    return value
