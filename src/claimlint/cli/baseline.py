"""`claimlint baseline [PATH...]`: write down today's findings."""

from __future__ import annotations

import os
from typing import Any

import click

from claimlint.cli.drafts import configurations_of, drafts_of
from claimlint.cli.options import draft_options
from claimlint.cli.output import say, write_report
from claimlint.project.discovery import STDIN
from claimlint.reporting.terminal import escape

WRITTEN, UNCHECKED = 0, 2


@click.command(
    short_help="write down today's findings, so that only new ones are reported",
    epilog="exit codes: 0 written, 2 something could not be checked (its entries stay as they were)",
)
@click.argument("paths", metavar="[PATH...]", nargs=-1, type=click.Path(readable=False))
@click.option("--prune", is_flag=True, help="only take out what is gone")
@click.option("-q", "--quiet", is_flag=True, help="print errors only")
@draft_options
def command(paths: tuple[str, ...], prune: bool, quiet: bool, **drafts: Any) -> int:
    """Write down the findings that there are today, in .claimlint-baseline.json: from then on claimlint reports only
    what is new. A finding may move and be wrapped anew; once its words are edited it is reported again.

    PATH is a file or a folder; without any it is the baseline's folder. Entries of other drafts stay as they are.
    """
    from claimlint.project.located import shown
    from claimlint.project.rebaseline import place_for, rebaseline
    from claimlint.project.writing import write_inside

    if STDIN in paths:
        raise click.UsageError("a baseline is about files: - has no place in it")
    if drafts["no_baseline"]:
        raise click.UsageError("--no-baseline makes no sense here")
    place = place_for(configurations_of(**drafts).for_folder(os.curdir), os.curdir)
    folder = os.path.dirname(place)
    tops = [os.path.join(os.path.abspath(path), "") for path in paths]
    whole = not paths or any(os.path.join(folder, "").startswith(top) for top in tops)
    done = rebaseline(drafts_of(paths or (os.path.relpath(folder),), **drafts), place, whole=whole, prune=prune)
    for error in done.errors:
        say(f"error: {error.path}: {error.error}")
    change = f"{done.added:,} added, {done.removed:,} removed"
    if done.changed:
        write_inside(place, [done.baseline.to_json()])
    elif not (done.added or done.removed):
        change = "nothing changed"
    if not quiet:
        total, files = done.baseline.size()
        findings, held = "finding" if total == 1 else "findings", "file" if files == 1 else "files"
        write_report([f"{escape(shown(place))}: {total:,} {findings} in {files:,} {held} ({change})\n"], None)
    return UNCHECKED if done.errors else WRITTEN
