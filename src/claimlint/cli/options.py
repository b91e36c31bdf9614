"""Options that several commands take."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar, get_args

import click

from claimlint.document.model import Format
from claimlint.project.model import FAIL_ON

Command = TypeVar("Command", bound=Callable[..., Any])

format_option = click.option(
    "--format",
    "output_format",
    type=click.Choice(("text", "json")),
    default="text",
    help="text for people, json for programs",
)


def names(ctx: click.Context, param: click.Parameter, values: tuple[str, ...] | str | None) -> tuple[str, ...]:
    """Rule names, separated by commas and each once; of an option that may be repeated, too."""
    words = (values,) if isinstance(values, str) else values or ()
    parts = (part.strip() for word in words for part in word.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def absolute(ctx: click.Context, param: click.Parameter, paths: tuple[str, ...]) -> tuple[str, ...]:
    """Paths that mean the same wherever they are read."""
    return tuple(map(os.path.abspath, paths))


rule_path_option = click.option(
    "--rule-path",
    "rule_paths",
    metavar="FOLDER",
    type=click.Path(),
    multiple=True,
    callback=absolute,
    help="a folder with further rules (repeatable)",
)

paths_argument = click.argument("paths", metavar="PATH...", nargs=-1, type=click.Path(readable=False))

_DRAFT_OPTIONS = (
    click.option("--select", metavar="RULES", multiple=True, callback=names, help="only these rules (a,b; repeatable)"),
    click.option("--ignore", metavar="RULES", multiple=True, callback=names, help="all rules but these"),
    rule_path_option,
    click.option(
        "--input-format", type=click.Choice(get_args(Format)), help="how the drafts are written (else by file name)"
    ),
    click.option(
        "--stdin-filename", metavar="NAME", default="<stdin>", help="the name under which - is checked and reported"
    ),
    click.option(
        "--fail-on", type=click.Choice(FAIL_ON), help="the least severity that makes the exit code 1 (warning)"
    ),
    click.option("--no-comments", is_flag=True, help="report also what comments in the drafts suppress"),
    click.option(
        "--baseline",
        metavar="FILE",
        type=click.Path(),
        help="the findings that are known (else .claimlint-baseline.json)",
    ),
    click.option("--no-baseline", is_flag=True, help="report also what the baseline holds"),
    click.option("--no-exclude", is_flag=True, help="check files that are named even if they are excluded"),
    click.option("--config", metavar="FILE", type=click.Path(), help="use this configuration for every file"),
    click.option("--no-config", is_flag=True, help="use no configuration file"),
)


def draft_options(command: Command) -> Command:
    """Give a command these options; it hands them to `drafts.drafts_of`."""
    for option in reversed(_DRAFT_OPTIONS):
        command = option(command)
    return command


cache_folder_option = click.option(
    "--cache-dir",
    metavar="FOLDER",
    type=click.Path(),
    help="where findings are kept for the next run (else in the user's cache)",
)

_EFFORT_OPTIONS = (
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
    """Give a command these options; it hands them to `effort.runner_for`."""
    for option in reversed(_EFFORT_OPTIONS):
        command = option(command)
    return command
