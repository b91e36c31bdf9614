"""Checking drafts and reporting what was found: what `claimlint check` does once its command line is read.

Without click: a command line that only names drafts, such as that of a commit hook, needs no library to be read, and
importing one would take longer than checking a draft.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from claimlint.cli.drafts import drafts_of
from claimlint.cli.effort import runner_for
from claimlint.cli.output import columns, is_terminal, say, wants_colour, write_report
from claimlint.errors import ClaimlintError
from claimlint.project.discovery import STDIN, Problem, Target
from claimlint.project.located import shown
from claimlint.project.model import FileResult
from claimlint.project.run import Runner, Work, check
from claimlint.project.screen import Screen
from claimlint.project.tally import Tally
from claimlint.records import NamedTuple
from claimlint.reporting.formats import FORMATS, render
from claimlint.reporting.style import Style

if TYPE_CHECKING:
    from claimlint.cli.jobsummary import JobSummary
    from claimlint.cli.progress import Progress
    from claimlint.project.changes import Changes

CLEAN, FOUND, UNCHECKED = 0, 1, 2
"""The exit codes: nothing found, something found, something could not be checked."""

COUNTING = ("text", "concise", "json")
"""The formats with a place for statistics."""

DEFAULTS: Mapping[str, Any] = {
    "output_format": "text", "output": None, "quiet": False, "verbose": False, "color": "auto", "statistics": False,
    "changed": None, "fix": False, "unsafe": False,
    "select": (), "ignore": (), "rule_paths": (), "input_format": None, "stdin_filename": "<stdin>", "fail_on": None,
    "no_comments": False, "baseline": None, "no_baseline": False, "no_exclude": False, "config": None,
    "no_config": False,
    "jobs": 0, "cache_dir": None, "no_cache": False,
}  # fmt: skip
"""The options as they are where none is given."""


class Output(NamedTuple):
    """How the report is to look, and where it goes."""

    format: str
    path: str | None
    quiet: bool
    verbose: bool
    color: str
    statistics: bool

    @property
    def to_file(self) -> bool:
        """Whether it goes to a file and not to standard output."""
        return self.path not in (None, STDIN)


def check_drafts(
    paths: tuple[str, ...],
    output_format: str,
    output: str | None,
    quiet: bool,
    verbose: bool,
    color: str,
    statistics: bool,
    changed: str | None,
    fix: bool,
    unsafe: bool,
    **drafts: Any,
) -> int:
    """Report on the drafts of a command line; the exit code. The options are those of `claimlint check`, all given.

    Raises ClaimlintError for options that make no sense together.
    """
    if changed is not None and STDIN in paths:
        raise ClaimlintError("--changed is about files: - has no lines that git knows")
    if changed is not None and fix:
        raise ClaimlintError("--fix mends whole drafts, and --changed reports on some of their lines: run one by one")
    if unsafe and not fix:
        raise ClaimlintError("--unsafe needs --fix")
    if fix and STDIN in paths:
        raise ClaimlintError("--fix has no place to write to: claimlint fix - prints the mended draft")
    if statistics and output_format not in COUNTING:
        raise ClaimlintError(f"--statistics goes with --format {', '.join(COUNTING)}")
    runner = runner_for(drafts, notes=verbose, work=_work(fix=fix, unsafe=unsafe))
    how = Output(output_format, output, quiet, verbose, color, statistics)
    paths = paths or ((os.curdir,) if changed is not None else ())
    screen = Screen(paths, _changes(changed))
    return _check(drafts_of(paths, **drafts), screen, how, runner)


def _changes(revision: str | None) -> Changes | None:
    if revision is None:
        return None
    from claimlint.project.changes import Changes

    return Changes(revision)


def _work(*, fix: bool, unsafe: bool) -> Work:
    """Check each draft, or mend it first."""
    if not fix:
        return check
    from claimlint.project.mend import fixing, mending

    return mending(fixing(unsafe=unsafe))


def _check(items: Iterable[Target | Problem], screen: Screen, output: Output, runner: Runner) -> int:
    if output.path is not None and output.to_file:
        items = spared(output.path, items)
    progress = None
    if is_terminal(sys.stderr) and os.environ.get("TERM") != "dumb" and not output.quiet:
        from claimlint.cli.progress import Progress

        progress = Progress(items)
        items = progress.targets()
    results = screen.applied(runner.run(screen.watched(items)))
    tally = Tally(_announced(progress.count(results) if progress else results, progress))
    job = _job_summary(output)
    chunks = _report(job.keep(tally) if job else tally, output, runner)
    utf8 = not FORMATS[output.format].for_people
    write_report(progress.watch(chunks) if progress else chunks, output.path, utf8=utf8)
    if job:
        job.write()
    if not output.quiet:
        _tell_stale(screen)
    summary = tally.summary()
    if summary.errors:
        return UNCHECKED
    return FOUND if summary.failed else CLEAN


def _report(results: Iterable[FileResult], output: Output, runner: Runner) -> Iterator[str]:
    colour = wants_colour(output.color, to_file=output.to_file)
    style = Style(columns(), colour, output.verbose, output.quiet, output.statistics, runner.rule_folders)
    return render(output.format, results, style)


def _job_summary(output: Output) -> JobSummary | None:
    if output.format != "github":
        return None
    from claimlint.cli.jobsummary import JobSummary

    return JobSummary()


def _tell_stale(screen: Screen) -> None:
    for path, count in screen.stale():
        found, them = ("1 finding", "is gone: claimlint baseline --prune takes it out")
        if count > 1:
            found, them = (f"{count:,} findings", "are gone: claimlint baseline --prune takes them out")
        say(f"note: {found} of {shown(path)} {them}")


def _announced(results: Iterable[FileResult], progress: Progress | None) -> Iterator[FileResult]:
    """The results, with each error said on standard error as it comes."""
    for result in results:
        if result.error is not None:
            with progress.aside() if progress else nullcontext():
                say(f"error: {result.path}: {result.error}")
        yield result


def spared(output: str, items: Iterable[Target | Problem]) -> Iterator[Target | Problem]:
    """The items. Raises ClaimlintError when the report would overwrite one of the drafts it is about."""
    real = os.path.realpath(output) if os.path.exists(output) else None
    for item in items:
        if real and isinstance(item, Target) and not item.stdin and os.path.realpath(item.path) == real:
            raise ClaimlintError(f"--output {output} would overwrite one of the drafts")
        yield item
