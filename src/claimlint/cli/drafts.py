"""The drafts that a command line comes to, and what is looked for in them.

Without click, which only a command line with options needs.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from claimlint.cli.commands import COMMANDS
from claimlint.cli.output import say
from claimlint.document.model import Format
from claimlint.errors import ClaimlintError
from claimlint.project.config import Configurations, Overrides
from claimlint.project.discovery import Problem, Target, discover
from claimlint.project.model import FailOn


def drafts_of(
    paths: tuple[str, ...], *, stdin_filename: str, no_exclude: bool, **options: Any
) -> Iterator[Target | Problem]:
    """The drafts that a command line names; if it comes to none, why is said on standard error.

    Raises ClaimlintError for a command line that makes no sense.
    """
    if not paths:
        raise ClaimlintError("no drafts named: give a file, a folder such as ., or - (see claimlint --help)")
    left_out: list[str] = []
    found = discover(
        paths,
        configurations_of(**options),
        stdin_name=stdin_filename,
        heed_excludes=not no_exclude,
        left_out=left_out,
    )
    return _told(map(_hint, found), left_out)


def _told(items: Iterator[Target | Problem], left_out: list[str]) -> Iterator[Target | Problem]:
    any_found = False
    for item in items:
        any_found = True
        yield item
    if left_out and not any_found:
        named = f"{left_out[0]} is" if len(left_out) == 1 else f"all {len(left_out)} files named are"
        say(f"note: {named} excluded (--no-exclude checks {'it' if len(left_out) == 1 else 'them'})")


def configurations_of(
    *,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    rule_paths: tuple[str, ...],
    input_format: Format | None,
    fail_on: FailOn | None,
    no_comments: bool,
    baseline: str | None,
    no_baseline: bool,
    config: str | None,
    no_config: bool,
    **_: Any,
) -> Configurations:
    """The configurations with the command line on top. Raises ClaimlintError for options that exclude each other."""
    if config is not None and no_config:
        raise ClaimlintError("--config and --no-config exclude each other")
    if baseline is not None and no_baseline:
        raise ClaimlintError("--baseline and --no-baseline exclude each other")
    known = "" if no_baseline else os.path.abspath(baseline) if baseline else None
    overrides = Overrides(
        select, ignore, rule_paths, fail_on, input_format, heed_comments=not no_comments, baseline=known
    )
    return Configurations(overrides, config=config, search=not no_config)


def _hint(item: Target | Problem) -> Target | Problem:
    """A missing file whose name is, or is nearly, a command's was probably meant as one."""
    if not isinstance(item, Problem) or os.path.lexists(item.path) or not item.path.isalpha():
        return item
    from claimlint.lexicons.nearest import nearest

    if item.path in COMMANDS:
        return Problem(item.path, f"{item.message} (the command comes first: claimlint {item.path} ...)")
    near = nearest(item.path, COMMANDS)
    return Problem(item.path, item.message + near) if "did you mean" in near else item
