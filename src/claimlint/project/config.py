"""Which settings apply to which draft.

The configuration of a draft is the nearest one, looked for in the draft's own folder and upward to the root of its
repository; the command line overrides it key by key. What was found is kept per folder, so that a run over many
drafts reads each configuration once.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from claimlint.document.model import Format
from claimlint.errors import ClaimlintError
from claimlint.lexicons.nearest import nearest
from claimlint.project.located import BASELINE_NAME, baseline_in, configuration_in, is_root, leads_out, shown
from claimlint.project.model import FailOn, Settings
from claimlint.records import NamedTuple

if TYPE_CHECKING:
    from claimlint.project.perpath import PerPath

KnownRules = Callable[[Settings], Collection[str]]


class Overrides(NamedTuple):
    """What the command line says; None and empty leave the configuration as it is."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rule_paths: tuple[str, ...] = ()
    fail_on: FailOn | None = None
    input_format: Format | None = None
    heed_comments: bool = True
    baseline: str | None = None
    """The baseline to use everywhere; "" for none, None to look for one."""

    def apply(self, settings: Settings) -> Settings:
        """The settings with these on top. `--select` also lifts the configuration's `ignore` from what it names."""
        ignore = self.ignore or tuple(rule for rule in settings.ignore if rule not in self.select)
        return settings._replace(
            select=self.select or settings.select,
            ignore=ignore,
            rule_paths=settings.rule_paths + tuple(path for path in self.rule_paths if path not in settings.rule_paths),
            fail_on=self.fail_on or settings.fail_on,
            input_format=self.input_format or settings.input_format,
            heed_comments=self.heed_comments and settings.heed_comments,
            baseline=settings.baseline if self.baseline is None else self.baseline,
        )


def pack_rules(settings: Settings) -> Collection[str]:
    """The ids of the built-in rules, of those that `settings` adds, and of those about comments.

    Raises ClaimlintError when a rule or lexicon file is malformed or missing.
    """
    from claimlint.project.housekeeping import HOUSE_RULES
    from claimlint.rules.pack import load_pack

    return [*(rule.id for rule in load_pack(settings.rule_paths).rules), *HOUSE_RULES]


class Configurations:
    """The settings of each folder, found once.

    `config` names the one configuration file to use everywhere; with `search=False` there is none at all.
    `base` applies where none is found.
    Every method raises ClaimlintError for a configuration that is broken or names an unknown rule; an error about the
    command line itself has no `path`.
    """

    def __init__(
        self,
        overrides: Overrides = Overrides(),
        *,
        config: str | None = None,
        search: bool = True,
        base: Settings | None = None,
        known_rules: KnownRules | None = None,
    ) -> None:
        self._base = base or Settings()
        self._overrides = overrides
        self._known_rules = known_rules or pack_rules
        self._search = search and config is None
        self._found: dict[str, Settings | ClaimlintError] = {}
        self._folders: dict[str, Settings] = {}
        self._baselines: dict[str, str] = {}
        self._per_path: PerPath | None = None
        self._config = config
        self._fixed: Settings | None = None

    def for_folder(self, folder: str) -> Settings:
        """The settings for the drafts of a folder."""
        absolute = os.path.abspath(folder)
        settings = self._folders.get(absolute)
        if settings is None:
            found = self._find(absolute) if self._search else self._default()
            if isinstance(found, ClaimlintError):
                raise found
            settings = self._folders[absolute] = self._with_baseline(found, absolute)
        return settings

    def for_file(self, path: str) -> Settings:
        """The settings for one draft."""
        settings = self.for_folder(os.path.dirname(path) or os.curdir)
        if not settings.per_path:
            return settings
        if self._per_path is None:
            from claimlint.project.perpath import PerPath

            self._per_path = PerPath()
        return self._overrides.apply(self._per_path.applied(settings, os.path.abspath(path)))

    def _find(self, folder: str) -> Settings | ClaimlintError:
        """The nearest configuration above. Each folder on the way is looked into once in a run."""
        way = [folder]
        while (found := self._found.get(way[-1]) or self._own(way[-1])) is None:
            above = os.path.dirname(way[-1])
            if above == way[-1] or is_root(way[-1]):
                found = self._default()
                break
            way.append(above)
        self._found.update(dict.fromkeys(way, found))
        return found

    def _with_baseline(self, settings: Settings, folder: str) -> Settings:
        """The settings with the baseline that is to be used, if any is."""
        if settings.baseline or self._overrides.baseline is not None:
            return settings
        if self._search:
            path = self._nearest_baseline(folder)
        else:
            path = os.path.join(settings.root, BASELINE_NAME) if settings.root else ""
        if not path or not os.path.isfile(path):
            return settings
        _check_inside(path)
        return settings._replace(baseline=path)

    def _nearest_baseline(self, folder: str) -> str:
        """The baseline of a folder or of the nearest above it, within the repository; "" when there is none."""
        way, found = [folder], ""
        while not (found := self._baselines.get(way[-1], "") or baseline_in(way[-1])):
            above = os.path.dirname(way[-1])
            if way[-1] in self._baselines or above == way[-1] or is_root(way[-1]):
                break
            way.append(above)
        self._baselines.update(dict.fromkeys(way, found))
        return found

    def _own(self, folder: str) -> Settings | ClaimlintError | None:
        """What a folder's own configuration says. A pyproject.toml that is not ours does not end the search."""
        source = configuration_in(folder)
        if source is None:
            return None
        try:
            _check_inside(source)
            settings = _read(source)
            return self._settle(settings) if settings else None
        except ClaimlintError as error:
            return error

    def _default(self) -> Settings:
        """The settings where no configuration is found or looked for."""
        if self._fixed is None:
            settings = _read(self._config) if self._config is not None else self._base
            if settings is None:
                raise ClaimlintError("has no table [tool.claimlint]", path=self._config or "")
            self._fixed = self._settle(settings)
        return self._fixed

    def _settle(self, settings: Settings) -> Settings:
        merged = self._overrides.apply(settings)
        asked = (*self._overrides.select, *self._overrides.ignore, *_rules_named(settings))
        if asked:
            known = self._known_rules(merged)
            _check_known("--select", self._overrides.select, known)
            _check_known("--ignore", self._overrides.ignore, known)
            _check_file(settings, known)
        return merged


def _check_inside(path: str) -> None:
    """Raise ClaimlintError for a file that nobody named and that is a link to outside: errors quote what they read."""
    if leads_out(path):
        raise ClaimlintError("is a link that leads out of the repository: it is not read", path=shown(path))


def _read(path: str) -> Settings | None:
    from claimlint.project.settingsfile import read_settings  # most runs have no configuration

    return read_settings(path)


def _rules_named(settings: Settings) -> tuple[str, ...]:
    named = [*settings.select, *settings.ignore, *(rule for rule, _ in settings.severity)]
    for entry in settings.per_path:
        changes = dict(entry.changes)
        named += [*changes.get("select", ()), *changes.get("ignore", ()), *dict(changes.get("severity", ()))]
    return tuple(named)


def _check_known(option: str, rules: Collection[str], known: Collection[str]) -> None:
    for rule in rules:
        if rule not in known:
            raise ClaimlintError(f'unknown rule "{rule}"{nearest(rule, known)}', key=option)


def _check_file(settings: Settings, known: Collection[str]) -> None:
    unknown = [rule for rule in _rules_named(settings) if rule not in known]
    if unknown:
        message = f'unknown rule "{unknown[0]}"{nearest(unknown[0], known)}'
        if not settings.source:
            raise ClaimlintError(message, key="settings")
        from claimlint.project.settingsfile import place_of

        line, key = place_of(settings.source, unknown[0])
        raise ClaimlintError(message, path=shown(settings.source), line=line, key=key)
