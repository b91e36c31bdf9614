"""Writing a baseline anew: what `claimlint baseline` does."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from claimlint.project.baseline import Baseline, Key, Use, read_baseline, rewritten
from claimlint.project.discovery import Problem, Target
from claimlint.project.located import BASELINE_NAME, is_root, shown
from claimlint.project.model import FileResult, Settings
from claimlint.project.run import Runner
from claimlint.records import NamedTuple


class Rebaselined(NamedTuple):
    """The baseline to write, what changes in it, and what could not be checked."""

    baseline: Baseline
    added: int
    removed: int
    changed: bool
    """Whether the file has to be written."""
    errors: tuple[FileResult, ...]


def place_for(settings: Settings, folder: str) -> str:
    """Where the baseline of a folder is or is to be: where the settings say, else beside their configuration, else at
    the root of the repository, else in the folder."""
    if settings.baseline:
        return settings.baseline
    if settings.root:
        return os.path.join(settings.root, BASELINE_NAME)
    place = folder = os.path.abspath(folder)
    while not is_root(place):
        above = os.path.dirname(place)
        if above == place:
            return os.path.join(folder, BASELINE_NAME)
        place = above
    return os.path.join(place, BASELINE_NAME)


def rebaseline(items: Iterable[Target | Problem], path: str, *, whole: bool, prune: bool) -> Rebaselined:
    """The baseline `path` with the findings of these drafts instead of what it holds of them; with `prune` only what
    is gone is taken out. `whole` says that the drafts are all there are.

    A draft that has another baseline is left to that. What could not be checked keeps its entries.
    Raises ClaimlintError when the file is there, but is broken.
    """
    old = Use(read_baseline(path) if os.path.lexists(path) else Baseline(path))
    baseline = old.baseline
    settings: dict[str, Settings] = {}
    checked: dict[str, Settings] = {}
    errors: list[FileResult] = []
    met: list[tuple[Key, str]] = []
    for result in Runner(notes=False).run(_own(items, baseline, settings)):
        name = baseline.relative(result.path)
        if result.error is None and name is None:
            result = FileResult(result.path, error=f"lies outside {shown(baseline.folder)}, whose baseline this is")  # noqa: PLW2901
        if result.error is not None or name is None:
            errors.append(result)
            continue
        checked[name] = settings[result.path]
        for finding in result.findings:
            key = baseline.key_of(finding, result)
            if key is not None:
                met.append((key, result.text[finding.unit_start : finding.unit_end]))
    gone = old.gone()

    def kept(key: Key) -> bool:
        """Whether an entry that nothing met stays, since nothing looked for it."""
        if key.path in checked:
            return not checked[key.path].runs(key.rule)
        return not whole or (bool(errors) and key.path not in gone)

    new = rewritten(old, met, kept, prune=prune)
    changed = not os.path.lexists(path) or new.baseline.to_json() != baseline.to_json()
    return Rebaselined(*new, changed, tuple(errors))


def _own(
    items: Iterable[Target | Problem], baseline: Baseline, settings: dict[str, Settings]
) -> Iterator[Target | Problem]:
    """Without the drafts of another baseline; the settings of the others are noted."""
    for item in items:
        if isinstance(item, Target):
            if item.settings.baseline and os.path.abspath(item.settings.baseline) != baseline.path:
                continue
            settings[item.path] = item.settings
        yield item
