"""What the editor's drafts are checked with, and what was found in each."""

from __future__ import annotations

from pathlib import Path

from claimlint.errors import ClaimlintError
from claimlint.project.config import Configurations
from claimlint.project.discovery import Problem, Target, discover
from claimlint.project.lint import Examination, Linter, make_linter
from claimlint.project.model import FileResult, Settings
from claimlint.project.screen import Screen
from claimlint.records import NamedTuple


class Checked(NamedTuple):
    """A draft as it stood in the editor, and what came of checking it."""

    linter: Linter
    examined: Examination
    result: FileResult
    """What is to be shown: without what a comment or the baseline hides."""


class Drafts:
    """Checks drafts that an editor holds; the linter for each set of settings is made once.

    Configurations and baselines are read anew each time: they may have been edited in the meantime.
    """

    def __init__(self) -> None:
        self._linters: dict[Settings, Linter] = {}

    def check(self, path: str, text: str) -> Checked | None:
        """The findings of a draft; None for one that the configuration excludes.

        Raises ClaimlintError for a configuration, baseline or rule file that is broken.
        """
        target = _target(path)
        if target is None:
            return None
        if len(text) > target.settings.max_bytes:
            raise ClaimlintError("is larger than `max-bytes` allows", path=path)
        linter = self._linter(target.settings)
        examined = linter.examine(text, path=target.path)
        screen = Screen([target.path])
        list(screen.watched([target]))
        (result,) = screen.applied([examined.result])
        if result.error is not None:
            raise ClaimlintError(result.error, path=result.path)
        return Checked(linter, examined, result)

    def _linter(self, settings: Settings) -> Linter:
        linter = self._linters.get(settings)
        if linter is None:
            linter = self._linters[settings] = make_linter(settings).without_notes()
        return linter


def _target(path: str) -> Target | None:
    """The draft with its settings; None where it is excluded. One that was never saved has its folder's settings."""
    configurations = Configurations()
    if not Path(path).is_file():
        return Target(path, configurations.for_file(path))
    for item in discover([path], configurations):
        if isinstance(item, Problem):
            raise ClaimlintError(item.message, path=item.path)
        return item
    return None
