"""Checking many drafts: each one's result, in order, as it is ready."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from claimlint.document.model import Format
from claimlint.errors import ClaimlintError
from claimlint.project.config import Configurations
from claimlint.project.discovery import Problem, Target, discover, problem_of
from claimlint.project.model import FileResult, Report, Settings
from claimlint.project.reading import read_draft, read_stdin
from claimlint.project.screen import Screen
from claimlint.project.tally import Tally


class Lints(Protocol):
    """What `Runner` needs of a linter."""

    def lint(self, text: str, *, path: str = ..., format: Format | None = ...) -> FileResult:  # noqa: A002
        """The result of one draft."""


MakeLinter = Callable[[Settings], Lints]
Work = Callable[[Target, Lints], FileResult]
"""What is done with a draft. It may raise: the draft's result is then an error."""


def check(target: Target, linter: Lints) -> FileResult:
    """Read one draft and lint it."""
    read = read_stdin if target.stdin else read_draft
    return linter.lint(read(target.path, target.settings.max_bytes), path=target.path)


class Runner:
    """Checks drafts, or mends them, one after the other; the linter for each set of settings is made once."""

    def __init__(self, make: MakeLinter | None = None, *, notes: bool = True, work: Work = check) -> None:
        """`notes`: whether the results say what was not flagged, and why; `work`: check them, or mend them."""
        self._work = work
        self._make = make or (_make_linter if notes else _make_linter_without_notes)
        self._linters: dict[Settings, Lints | ClaimlintError] = {}
        self._complaints: set[str] = set()

    def run(self, items: Iterable[Target | Problem]) -> Iterator[FileResult]:
        """One result a target; a problem becomes a result with an error. A broken rule file is reported once."""
        for item in items:
            if isinstance(item, Problem):
                yield FileResult(item.path, error=item.message)
                continue
            linter = self._linter(item.settings)
            if not isinstance(linter, ClaimlintError):
                yield _result(self._work, item, linter)
            elif str(linter) not in self._complaints:
                self._complaints.add(str(linter))
                problem = problem_of(linter, item.settings.source or item.path)
                yield FileResult(problem.path, error=problem.message)

    def rule_folders(self) -> tuple[str, ...]:
        """The folders with further rules that the drafts so far were checked with."""
        return tuple(dict.fromkeys(path for settings in self._linters for path in settings.rule_paths))

    def _linter(self, settings: Settings) -> Lints | ClaimlintError:
        linter = self._linters.get(settings)
        if linter is None:
            try:
                linter = self._make(settings)
            except ClaimlintError as error:
                linter = error
            self._linters[settings] = linter
        return linter


def _make_linter(settings: Settings) -> Lints:
    from claimlint.project.lint import make_linter  # the whole street: `claimlint --help` can do without

    return make_linter(settings)


def _make_linter_without_notes(settings: Settings) -> Lints:
    from claimlint.project.lint import make_linter

    return make_linter(settings).without_notes()


def _result(work: Work, target: Target, linter: Lints) -> FileResult:
    """What comes of the work; whatever goes wrong becomes the result's error."""
    try:
        return work(target, linter)
    except ClaimlintError as error:
        problem = problem_of(error, target.path)
        return FileResult(problem.path, error=problem.message)
    except Exception as error:  # one draft that hits a bug must not cost the findings of the others
        return FileResult(target.path, error=f"internal error, please report it: {_trace(error)}")


def _trace(error: Exception) -> str:
    """Where a bug struck, in one line."""
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    place = f" in {os.path.basename(frame.tb_frame.f_code.co_filename)}:{frame.tb_lineno}" if frame else ""
    return f"{type(error).__name__}: {error}{place}"


def lint_paths(
    paths: Iterable[str | os.PathLike[str]],
    *,
    settings: Settings | None = None,
    config: str | os.PathLike[str] | None = None,
    use_config: bool = True,
) -> Report:
    """Check files and folders, as `claimlint PATH...` does.

    With `settings`, those apply to every file and no configuration is read; otherwise `config` names the one to use,
    and without it each file's nearest configuration is found unless `use_config` is False. A file that cannot be
    checked has its reason in its result's `error`.

    Raises ClaimlintError when a rule that `settings` names is unknown.
    """
    if settings is not None:
        configurations = Configurations(base=settings, search=False)
    else:
        configurations = Configurations(config=None if config is None else os.fspath(config), search=use_config)
    names = [os.fspath(path) for path in paths]
    screen = Screen(names)
    tally = Tally(screen.applied(Runner().run(screen.watched(discover(names, configurations)))))
    results = tuple(tally)
    return Report(results, tally.summary())
