"""`claimlint check`, and `claimlint PATH...`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from claimlint import __version__
from claimlint.cli.drafts import draft_options, drafts_of, paths_argument
from claimlint.cli.effort import effort_options, runner_for
from claimlint.cli.output import columns, in_a_log, is_terminal, say, wants_colour, write_report
from claimlint.project.discovery import STDIN, Problem, Target
from claimlint.project.located import shown
from claimlint.project.model import FileResult
from claimlint.project.run import Runner, Work, check
from claimlint.project.screen import Screen
from claimlint.project.tally import Tally
from claimlint.reporting.formats import FORMATS, render
from claimlint.reporting.style import Style
from claimlint.reporting.terminal import inert

if TYPE_CHECKING:
    from claimlint.cli.jobsummary import JobSummary
    from claimlint.cli.progress import Progress
    from claimlint.project.changes import Changes

CLEAN, FOUND, UNCHECKED = 0, 1, 2
"""The exit codes: nothing found, something found, something could not be checked."""

COUNTING = ("text", "concise", "json")
"""The formats with a place for statistics."""

SECTIONS = {
    "output_format": "Output",
    "fix": "Mending",
    "select": "What to check",
    "fail_on": "Configuration",
    "jobs": "Effort",
}
"""The sections of the help, by the first option of each."""


class Check(click.Command):
    """A command whose help shows its options in sections, and then the other commands."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The word after `--changed` is its revision unless it names a file or folder."""
        end = args.index("--") if "--" in args else len(args)
        for at, (word, following) in enumerate(pairwise(args)):
            if word == "--changed" and at < end and (following == STDIN or os.path.lexists(following)):
                args = [*args[:at], "--changed=HEAD", *args[at + 1 :]]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The name of the default command may be left out."""
        formatter.write_usage("claimlint [check]", " ".join(self.collect_usage_pieces(ctx)))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, and the commands."""
        title, sections = "", dict[str, list[tuple[str, str]]]()
        for param in self.get_params(ctx):
            title = SECTIONS.get(param.name or "", title)
            record = param.get_help_record(ctx)
            if record and isinstance(param, click.Option):
                sections.setdefault(title, []).append(record)
        for name, rows in sections.items():
            with formatter.section(name):
                formatter.write_dl(rows)
        if ctx.parent and isinstance(ctx.parent.command, click.Group):
            ctx.parent.command.format_commands(ctx.parent, formatter)


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


@click.command(
    cls=Check,
    short_help="check drafts (the default: `claimlint PATH...` is the same)",
    epilog="A file named like a command is written ./check.\n\n"
    "exit codes: 0 nothing found, 1 something found, 2 something could not be checked",
)
@paths_argument
@click.option(
    "--format",
    "output_format",
    type=click.Choice(tuple(FORMATS)),
    default="text",
    help="text for people; the others for programs, editors, servers and pages (docs/formats.md)",
)
@click.option("-o", "--output", metavar="FILE", type=click.Path(), help="write the report there instead of printing it")
@click.option("-q", "--quiet", is_flag=True, help="print findings and errors only, no summary")
@click.option("-v", "--verbose", is_flag=True, help="also say why, and what covers the other claims")
@click.option("--statistics", is_flag=True, help="also count the findings of each rule and file")
@click.option(
    "--color",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    help="auto also heeds NO_COLOR and FORCE_COLOR",
)
@click.option(
    "--changed",
    metavar="[REVISION]",
    is_flag=False,
    flag_value="HEAD",
    help="report only what changed since a git revision (else HEAD, the last commit)",
)
@click.option("--fix", is_flag=True, help="apply the safe edits first, as claimlint fix does, and report what is left")
@click.option("--unsafe", is_flag=True, help="with --fix: apply all edits")
@draft_options
@effort_options
@click.version_option(__version__, message="claimlint %(version)s")
def command(
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
    """Check drafts about health: say line by line what a careful editor would stop at, why, and how the sentence could
    be worded instead.

    PATH is a file, a folder (searched for drafts), or - for standard input.
    """
    if changed is not None and STDIN in paths:
        raise click.UsageError("--changed is about files: - has no lines that git knows")
    if changed is not None and fix:
        raise click.UsageError("--fix mends whole drafts, and --changed reports on some of their lines: run one by one")
    if unsafe and not fix:
        raise click.UsageError("--unsafe needs --fix")
    if fix and STDIN in paths:
        raise click.UsageError("--fix has no place to write to: claimlint fix - prints the mended draft")
    if statistics and output_format not in COUNTING:
        raise click.UsageError(f"--statistics goes with --format {', '.join(COUNTING)}")
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
    chunks = render(output.format, results, style)
    in_log = in_a_log() and FORMATS[output.format].for_people and not output.to_file
    return map(inert, chunks) if in_log else chunks


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
    """The items. Raises click.UsageError when the report would overwrite one of the drafts it is about."""
    real = os.path.realpath(output) if os.path.exists(output) else None
    for item in items:
        if real and isinstance(item, Target) and not item.stdin and os.path.realpath(item.path) == real:
            raise click.UsageError(f"--output {output} would overwrite one of the drafts")
        yield item
