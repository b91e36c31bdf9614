"""What applies to a draft, and why: what `claimlint config` tells."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import Any

from claimlint.lexicons.yamlfile import KeyPath
from claimlint.project.config import Configurations
from claimlint.project.discovery import SKIPPED_FOLDERS
from claimlint.project.globs import compile_pattern
from claimlint.project.housekeeping import HOUSE_RULES, REASON
from claimlint.project.ignore import IGNORE_FILES, OWN_IGNORE_FILE
from claimlint.project.located import is_root, shown
from claimlint.project.model import LexiconEntry, Settings
from claimlint.project.perpath import ADDED, PerPath
from claimlint.project.settingkeys import KEYS
from claimlint.project.settingsfile import lines_of
from claimlint.records import NamedTuple

DEFAULT = "default"
_ELSEWHERE = ("per-path", "baseline")
"""Keys that are told in another way than by their value."""


class Setting(NamedTuple):
    """A setting as it holds for a draft: its value in plain words and numbers, and where that comes from."""

    key: str
    value: Any
    source: str


class RuleStatus(NamedTuple):
    """Whether a rule looks at a draft, and with what severity; `why` names the setting behind it, if any."""

    id: str
    on: bool
    severity: str
    why: str


class Applied(NamedTuple):
    """All that applies to a draft. Files are "" when there are none."""

    path: str
    excluded: str
    """Why it is not checked even when it is named, or ""."""
    unsearched: str
    """Why it is not found when its folder is searched, or ""."""
    configuration: str
    baseline: str
    settings: tuple[Setting, ...]
    rules: tuple[RuleStatus, ...]


def applied(path: str, configurations: Configurations) -> Applied:
    """What applies to a draft, which need not be there.

    Raises ClaimlintError when its configuration is broken.
    """
    general = configurations.for_folder(os.path.dirname(path) or os.curdir)
    settings = configurations.for_file(path)
    sources = _Sources(general, os.path.abspath(path))
    excluded = _excluded(general, path, sources) or _ignored(path, (OWN_IGNORE_FILE,))
    return Applied(
        path,
        excluded,
        excluded or _ignored(path, IGNORE_FILES) or _passed_over(path) or _ending(path, settings, sources),
        shown(settings.source) if settings.source else "",
        shown(settings.baseline) if settings.baseline else "",
        tuple(
            Setting(name, _plain(getattr(settings, key.field)), sources.of(name))
            for name, key in KEYS.items()
            if name not in _ELSEWHERE
        ),
        tuple(_rules(settings, sources)),
    )


class _Sources:
    """Where the settings of one draft come from."""

    def __init__(self, settings: Settings, path: str) -> None:
        self._settings = settings
        self._lines: dict[KeyPath, int] = lines_of(settings.source) if settings.source else {}
        self._entries = PerPath().matching(settings, path) if settings.per_path else ()

    def of(self, name: str) -> str:
        """The place or places that a key's value comes from."""
        field = KEYS[name].field
        places = [self._place(name)] if (name,) in self._lines else []
        for number in self._entries:
            entry = self._settings.per_path[number]
            if field in dict(entry.changes):
                place = f"{self._place('per-path', number)} (per-path {', '.join(entry.patterns)})"
                places = [*places, place] if field in ADDED or field == "severity" else [place]
        return ", ".join(places) or DEFAULT

    def naming(self, name: str, rule: str) -> str:
        """Where a key, or an entry that changes it, names a rule; of several places the last."""
        field = KEYS[name].field
        place = self._place(name) if rule in _names(self._general(name)) else ""
        for number in self._entries:
            entry = self._settings.per_path[number]
            if rule in _names(dict(entry.changes).get(field, ())):
                place = f"{self._place('per-path', number)} (per-path {', '.join(entry.patterns)})"
        return place

    def _general(self, name: str) -> Any:
        return getattr(self._settings, KEYS[name].field) if (name,) in self._lines else ()

    def _place(self, *key: str | int) -> str:
        return f"{shown(self._settings.source)}:{self._lines[key]}"


def _rules(settings: Settings, sources: _Sources) -> Iterable[RuleStatus]:
    from claimlint.rules.pack import load_pack

    known = {rule.id: rule.severity for rule in load_pack(settings.rule_paths).rules}
    for rule, severity in {**known, **{rule: house.severity for rule, house in HOUSE_RULES.items()}}.items():
        own = settings.severity_of(rule, severity)
        if rule in settings.ignore:
            yield RuleStatus(rule, False, own, f"ignore: {sources.naming('ignore', rule)}")
        elif rule in known and not settings.runs(rule):
            yield RuleStatus(rule, False, own, f"not in select: {sources.of('select')}")
        elif rule == REASON and not settings.require_reason:
            yield RuleStatus(rule, False, own, f"require-reason: {sources.of('require-reason')}")
        else:
            place = sources.naming("severity", rule)
            yield RuleStatus(rule, True, own, f"severity: {place}" if place else "")


def _names(value: Any) -> tuple[str, ...]:
    """The rules that a value of `ignore` or `severity` names."""
    return tuple(item[0] if isinstance(item, tuple) else item for item in value)


def _excluded(settings: Settings, path: str, sources: _Sources) -> str:
    if not settings.exclude:
        return ""
    relative = os.path.relpath(os.path.abspath(path), settings.root).replace(os.sep, "/")
    pattern = "" if relative.startswith("../") else _deciding(settings.exclude, relative)
    return f'exclude has "{pattern}": {sources.of("exclude")}' if pattern else ""


def _ignored(path: str, names: Sequence[str]) -> str:
    """The line of an ignore file that names a draft or a folder that it is in."""
    absolute = os.path.abspath(path)
    chain = [os.path.dirname(absolute)]
    while not is_root(chain[-1]) and os.path.dirname(chain[-1]) != chain[-1]:
        chain.append(os.path.dirname(chain[-1]))
    if not is_root(chain[-1]):
        chain = chain[:1]
    for folder in chain:
        for name in reversed(names):
            file = os.path.join(folder, name)
            if os.path.isfile(file):
                with open(file, encoding="utf-8-sig", errors="surrogateescape") as stream:
                    pattern = _deciding(
                        stream.read().splitlines(), os.path.relpath(absolute, folder).replace(os.sep, "/")
                    )
                if pattern:
                    return f'{shown(file)} has "{pattern}"'
    return ""


def _deciding(lines: Sequence[str], relative: str) -> str:
    """The pattern by which a file is left out; "" when it is not."""
    parts = relative.split("/")
    for end in range(1, len(parts) + 1):
        for line in reversed(lines):
            pattern = compile_pattern(line)
            if pattern is not None and pattern.matches(parts[:end], is_folder=end < len(parts)):
                if not pattern.negated:
                    return line.strip()
                break
    return ""


def _ending(path: str, settings: Settings, sources: _Sources) -> str:
    if path.lower().endswith(settings.extensions):
        return ""
    return f"not one of the extensions: {sources.of('extensions')}"


def _passed_over(path: str) -> str:
    """A folder on the way, or the name, that no search looks at."""
    for part in os.path.relpath(path).split(os.sep):
        if part in SKIPPED_FOLDERS or (part.startswith(".") and part.strip(".")):
            return f"{part} is never looked into"
    return ""


def _plain(value: Any) -> Any:
    """A value as JSON knows it."""
    if isinstance(value, tuple) and value and isinstance(value[0], LexiconEntry):
        return [entry._asdict() for entry in value]
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value
