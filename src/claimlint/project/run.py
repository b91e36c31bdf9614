"""Checking many drafts: each one's result, in order, as it is ready."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from math import inf
from time import perf_counter
from typing import Any, Protocol

from claimlint.document.model import Format
from claimlint.errors import ClaimlintError
from claimlint.project.config import Configurations
from claimlint.project.discovery import Problem, Target, discover, problem_of
from claimlint.project.model import FileResult, Report, Settings
from claimlint.project.reading import read_draft, read_stdin
from claimlint.project.screen import Screen
from claimlint.project.tally import Tally
from claimlint.records import NamedTuple


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


class Kept(Protocol):
    """Results of earlier runs (`project/cache/findings.py`)."""

    def find(self, target: Target) -> FileResult | None:
        """What would come of checking the draft, if that is known."""

    def keep(self, target: Target, result: FileResult) -> None:
        """Take note of what came of it."""


class Broken(NamedTuple):
    """Why no draft with some settings can be checked: a rule file that is malformed or missing."""

    path: str
    message: str
    said: str
    """The error; each is reported once."""


Item = Target | Problem
Outcome = FileResult | Broken
"""What comes of an item."""

ALONE = 0.3
"""Seconds of work after which other processes are started; it takes each about as long to get ready."""

LARGE = 50_000
"""Bytes from which on a draft that is checked alone is looked up, too."""


def cores() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS and Windows
        return os.cpu_count() or 1


def size_of(path: str) -> int:
    """The bytes of a file; 0 for what is none, which is told by who reads it."""
    try:
        return os.stat(path).st_size
    except (OSError, ValueError):
        return 0


class Runner:
    """Checks drafts, or mends them; the linter for each set of settings is made once, when the first draft needs it.

    It can be sent to another process, which then makes linters of its own.
    """

    def __init__(
        self,
        make: MakeLinter | None = None,
        *,
        notes: bool = True,
        work: Work = check,
        kept: Callable[[], Kept] | None = None,
        jobs: int = 1,
    ) -> None:
        """`notes`: whether the results say what was not flagged, and why; `work`: check them, or mend them; `kept`:
        what is known from earlier runs; `jobs`: how many processes may work at it, 0 for as many as are of use."""
        self._work = work
        self._make = make or (_make_linter if notes else _make_linter_without_notes)
        self._make_kept = kept
        self._kept: Kept | None = None
        self._jobs = jobs or cores()
        self._alone = inf if self._jobs == 1 else 0.0 if jobs else ALONE
        self._linters: dict[Settings, Lints | ClaimlintError] = {}
        self._rule_folders: dict[str, None] = {}

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_linters": {}, "_make_kept": None}

    def run(self, items: Iterable[Item]) -> Iterator[FileResult]:
        """One result a target, in order; a problem becomes a result with an error. A broken rule file is reported
        once."""
        told: set[str] = set()
        for item, outcome in self._outcomes(self._weighed(items)):
            if isinstance(item, Target):
                self._rule_folders.update(dict.fromkeys(item.settings.rule_paths))
            if isinstance(outcome, FileResult):
                yield outcome
            elif outcome.said not in told:
                told.add(outcome.said)
                yield FileResult(outcome.path, error=outcome.message)

    def _weighed(self, items: Iterable[Item]) -> Iterator[Item]:
        """The same items. To look up one small draft only would take longer than it could save."""
        rest = iter(items)
        if self._make_kept is None:
            return rest  # nothing is taken before it is its turn: a person may stop in between
        first = list(islice(rest, 2))
        if len(first) > 1 or any(size_of(item.path) >= LARGE for item in first):
            self._kept = self._make_kept()
        return chain(first, rest)

    def known(self, item: Item) -> Outcome | None:
        """What comes of an item, if that can be told without checking anything."""
        if isinstance(item, Problem):
            return FileResult(item.path, error=item.message)
        return self._kept.find(item) if self._kept else None

    def checked(self, targets: Iterable[Target]) -> list[Outcome]:
        """What comes of checking (or mending) drafts; kept for the next run."""
        return [self._checked(target) for target in targets]

    def _checked(self, target: Target) -> Outcome:
        linter = self._linter(target.settings)
        if isinstance(linter, ClaimlintError):
            return Broken(*problem_of(linter, target.settings.source or target.path), str(linter))
        result = _result(self._work, target, linter)
        if self._kept:
            self._kept.keep(target, result)
        return result

    def rule_folders(self) -> tuple[str, ...]:
        """The folders with further rules that the drafts so far were checked with."""
        return tuple(self._rule_folders)

    def _outcomes(self, items: Iterable[Item]) -> Iterator[tuple[Item, Outcome]]:
        rest = iter(items)
        spent = 0.0
        for item in rest:
            if spent >= self._alone:
                from claimlint.project.spread import spread  # takes as long to import as some drafts to check

                yield from spread(self, chain([item], rest), self._jobs)
                return
            began = perf_counter()
            outcome = self.known(item)
            if outcome is None and isinstance(item, Target):
                outcome = self._checked(item)
            spent += perf_counter() - began
            if outcome is not None:
                yield item, outcome

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
