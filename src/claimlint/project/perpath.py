"""Settings that hold for some drafts only."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from claimlint.project.globs import Patterns, compile_patterns
from claimlint.project.model import PathSettings, Settings

ADDED = ("ignore", "allow_domains", "deny_domains")
"""What an entry says of these comes on top of what holds for all; of anything else it takes the place."""


class PerPath:
    """The settings of drafts, by the entries that match them. Each combination is made once."""

    def __init__(self) -> None:
        self._patterns: dict[tuple[str, ...], Patterns] = {}
        self._made: dict[tuple[Settings, tuple[int, ...]], Settings] = {}

    def applied(self, settings: Settings, path: str) -> Settings:
        """The settings for the draft at an absolute path."""
        matching = self.matching(settings, path)
        key = settings, matching
        if key not in self._made:
            self._made[key] = _with(settings, [settings.per_path[n] for n in matching])
        return self._made[key]

    def matching(self, settings: Settings, path: str) -> tuple[int, ...]:
        """Which entries are about a draft."""
        relative = os.path.relpath(path, settings.root).replace(os.sep, "/")
        if relative.startswith("../"):
            return ()
        entries = enumerate(settings.per_path)
        return tuple(n for n, entry in entries if self._of(entry).excludes(relative, is_folder=False))

    def _of(self, entry: PathSettings) -> Patterns:
        found = self._patterns.get(entry.patterns)
        if found is None:
            found = self._patterns[entry.patterns] = compile_patterns(entry.patterns)
        return found


def _with(settings: Settings, entries: Iterable[PathSettings]) -> Settings:
    """The settings with some entries on top, the later over the earlier. `select` lifts `ignore` from what it names."""
    values: dict[str, Any] = {"per_path": ()}

    def so_far(field: str) -> Any:
        return values.get(field, getattr(settings, field))

    for entry in entries:
        changes = dict(entry.changes)
        if "select" in changes:
            values["ignore"] = tuple(rule for rule in so_far("ignore") if rule not in changes["select"])
        for field, value in changes.items():
            if field in ADDED:
                values[field] = tuple(dict.fromkeys((*so_far(field), *value)))
            elif field == "severity":
                values[field] = tuple(sorted({**dict(so_far(field)), **dict(value)}.items()))
            else:
                values[field] = value
    return settings._replace(**values)
