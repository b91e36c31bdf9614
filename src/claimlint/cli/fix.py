"""`claimlint fix PATH...`: apply the suggested wordings."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, Any

import click

from claimlint.cli.drafts import drafts_of
from claimlint.cli.options import draft_options, paths_argument
from claimlint.cli.output import in_a_log, is_file, is_terminal, say, write_bytes, write_report
from claimlint.document.decode import Decoded
from claimlint.project.discovery import STDIN, Target
from claimlint.project.run import Runner
from claimlint.project.screen import Screen
from claimlint.project.tally import Tally
from claimlint.reporting import fix_report
from claimlint.reporting.terminal import escape, inert

if TYPE_CHECKING:
    from claimlint.project.interview import Interview
    from claimlint.project.mend import Save

DONE, LEFT, FAILED = 0, 1, 2


@click.command(
    short_help="apply the suggested wordings",
    epilog="exit codes: 0 done and nothing left, 1 findings are left (see --fail-on), 2 something could not be mended; "
    "with --diff: 0 nothing would change, 1 something would",
)
@paths_argument
@click.option("--unsafe", is_flag=True, help="apply all edits, also those that somebody should read first")
@click.option("--diff", is_flag=True, help="show what would change, and write nothing")
@click.option("-i", "--interactive", is_flag=True, help="decide finding by finding: accept, edit, skip, disable, quit")
@click.option("-q", "--quiet", is_flag=True, help="print errors only, and with --diff the diff")
@draft_options
def command(paths: tuple[str, ...], unsafe: bool, diff: bool, interactive: bool, quiet: bool, **drafts: Any) -> int:
    """Reword drafts as claimlint suggests. Without options only safe edits are applied: those that tone down and change
    nothing else. All others wait for a person, or for --unsafe.

    PATH is a file, a folder (searched for drafts), or - for standard input, whose mended draft is printed.
    """
    from claimlint.project.mend import Fix, fixing, mending  # the whole street: `claimlint --help` can do without

    items = drafts_of(paths, **drafts)
    fix: Fix = fixing(unsafe=unsafe)
    if interactive:
        if diff or unsafe:
            raise click.UsageError(f"--interactive and {'--diff' if diff else '--unsafe'} exclude each other")
        fix = interview = _interview(paths)
        items = takewhile(lambda _: not interview.over, items)
    shown: list[str] = []
    work = mending(fix, _showing(shown) if diff else _put)
    screen = Screen(paths)
    tally = Tally(screen.applied(Runner(notes=False, work=work).run(screen.watched(items))))
    write_report(_report(tally, shown, quiet=quiet or diff or STDIN in paths), None, exact=diff)
    summary = tally.summary()
    if not quiet:
        line = fix_report.closing(summary, would=diff, unsafe=unsafe)
        stream = sys.stderr if diff or STDIN in paths else sys.stdout
        stream.write(line)
    if summary.errors:
        return FAILED
    return LEFT if (summary.mended if diff else summary.failed) else DONE


def _interview(paths: tuple[str, ...]) -> Interview:
    from claimlint.cli.asking import ask
    from claimlint.project.interview import Interview

    if STDIN in paths or not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        raise click.UsageError("--interactive needs a terminal to ask at, and files to write to")
    return Interview(ask)


def _report(tally: Tally, shown: list[str], *, quiet: bool) -> Iterator[str]:
    for result in tally:
        if result.error is not None:
            say(f"error: {result.path}: {result.error}")
        yield from shown
        shown.clear()
        if not quiet:
            yield fix_report.file_line(result)


def _put(target: Target, before: Decoded, text: str) -> None:
    """Into its file, or to standard output what came from standard input."""
    from claimlint.project.mend import encoded, save

    if target.stdin:
        write_bytes(encoded(target, before, text))
    else:
        save(target, before, text)


def _showing(shown: list[str]) -> Save:
    """Only gather the diff. To a terminal or into a server's log nothing goes that could steer it; to a file or pipe
    everything as it is."""

    def show(target: Target, before: Decoded, text: str) -> None:
        lines = fix_report.diff(target.path, before.text, text)
        if is_terminal(sys.stdout):
            lines = map(_visible, lines)
        elif in_a_log() and not is_file(sys.stdout):
            lines = map(inert, lines)
        shown.extend(lines)

    return show


def _visible(line: str) -> str:
    return escape(line.removesuffix("\n").removesuffix("\r")) + "\n"
