"""Options that say how much of the machine a run may use: processes, and what earlier runs found."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

import click

from claimlint.project.run import Kept, Runner, Work, check

Command = TypeVar("Command", bound=Callable[..., Any])

cache_folder_option = click.option(
    "--cache-dir",
    metavar="FOLDER",
    type=click.Path(),
    help="where findings are kept for the next run (else in the user's cache)",
)

_OPTIONS = (
    click.option(
        "--jobs",
        metavar="N",
        type=click.IntRange(min=0),
        default=0,
        help="how many processes check drafts (0, the default: one for a few drafts, all cores for many)",
    ),
    cache_folder_option,
    click.option("--no-cache", is_flag=True, help="check every draft anew, and keep nothing"),
)


def effort_options(command: Command) -> Command:
    """Give a command these options; it hands them to `runner_for`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def runner_for(options: dict[str, Any], *, notes: bool, work: Work = check) -> Runner:
    """The runner that the options ask for; they are taken out of `options`. Drafts that are mended are mended by one
    process, and nothing is kept of them.

    Raises click.UsageError for options that exclude each other.
    """
    jobs, no_cache, folder = options.pop("jobs"), options.pop("no_cache"), options.pop("cache_dir")
    if no_cache and folder is not None:
        raise click.UsageError("--cache-dir and --no-cache exclude each other")
    if work is not check:
        return Runner(notes=notes, work=work)
    if no_cache:
        return Runner(notes=notes, jobs=jobs)

    def kept() -> Kept:
        from claimlint.project.cache.findings import FindingsCache  # a run over one small draft does without
        from claimlint.project.cache.store import user_folder

        return FindingsCache(user_folder() if folder is None else os.path.abspath(folder), notes=notes)

    return Runner(notes=notes, kept=kept, jobs=jobs)
