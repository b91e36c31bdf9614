"""`claimlint check`, and `claimlint PATH...`."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING

from claimlint.cli.arguments import COMMANDS, UsageError, check_parser, names
from claimlint.cli.output import columns, is_terminal, say, wants_colour, write_report
from claimlint.project.config import Configurations, Overrides
from claimlint.project.discovery import STDIN, Problem, Target, discover
from claimlint.project.model import FileResult
from claimlint.project.run import Runner
from claimlint.project.tally import Tally

if TYPE_CHECKING:
    from claimlint.cli.progress import Progress

CLEAN, FOUND, UNCHECKED = 0, 1, 2
"""The exit codes: nothing found, something found, something could not be checked."""


def run(argv: Sequence[str]) -> int:
    """Check what the command line names; the exit code.

    Raises ClaimlintError for a command line that makes no sense or a report that cannot be written.
    """
    parser = check_parser(columns())
    options, paths = parser.read(argv)
    if options.help:
        write_report([parser.format_help()], None)
        return CLEAN
    if options.version:
        from claimlint import __version__

        write_report([f"claimlint {__version__}\n"], None)
        return CLEAN
    if not paths:
        raise UsageError("no drafts named: give a file, a folder such as ., or - (see claimlint --help)")
    return _check(options, paths)


def _check(options: Namespace, paths: Sequence[str]) -> int:
    configurations = Configurations(_overrides(options), config=options.config, search=not options.no_config)
    items: Iterable[Target | Problem] = map(_hint, discover(paths, configurations, stdin_name=_stdin_name(options)))
    if options.output not in (None, STDIN):
        items = list(items)
        _spare_drafts(options.output, items)
    progress = None
    if is_terminal(sys.stderr) and os.environ.get("TERM") != "dumb" and not options.quiet:
        from claimlint.cli.progress import Progress

        progress = Progress(list(items))
        items = progress.targets()
    tally = Tally(_announced(Runner().run(items), progress))
    chunks = _report(tally, options)
    write_report(progress.watch(chunks) if progress else chunks, options.output, utf8=options.format == "json")
    summary = tally.summary()
    if summary.errors:
        return UNCHECKED
    return FOUND if summary.failed else CLEAN


def _overrides(options: Namespace) -> Overrides:
    folders = tuple(os.path.abspath(path) for path in options.rule_path)
    return Overrides(names(options.select), names(options.ignore), folders, options.fail_on, options.input_format)


def _stdin_name(options: Namespace) -> str:
    return options.stdin_filename or "<stdin>"


def _report(tally: Tally, options: Namespace) -> Iterator[str]:
    if options.format == "json":
        from claimlint.reporting import json_report

        yield from json_report.render(tally)
        return
    from claimlint.reporting import text_report

    colour = wants_colour(options.color, to_file=options.output not in (None, STDIN))
    style = text_report.Style(columns(), colour, options.verbose, options.quiet)
    yield from text_report.render(tally, style)
    if not options.quiet:
        yield text_report.closing(tally.summary())


def _announced(results: Iterable[FileResult], progress: Progress | None) -> Iterator[FileResult]:
    """The results, with each error said on standard error as it comes."""
    for result in results:
        if result.error is not None:
            with progress.aside() if progress else nullcontext():
                say(f"error: {result.path}: {result.error}")
        yield result


def _hint(item: Target | Problem) -> Target | Problem:
    """A missing file whose name is, or is nearly, a command's was probably meant as one."""
    if not isinstance(item, Problem) or os.path.lexists(item.path) or not item.path.isalpha():
        return item
    from claimlint.lexicons.nearest import nearest

    if item.path in COMMANDS:
        return Problem(item.path, f"{item.message} (the command comes first: claimlint {item.path} ...)")
    near = nearest(item.path, COMMANDS)
    return Problem(item.path, item.message + near) if "did you mean" in near else item


def _spare_drafts(output: str, items: Iterable[Target | Problem]) -> None:
    """A report must not overwrite one of the drafts it is about."""
    if not os.path.exists(output):
        return
    for item in items:
        if isinstance(item, Target) and not item.stdin and os.path.realpath(item.path) == os.path.realpath(output):
            raise UsageError(f"--output {output} would overwrite one of the drafts")
