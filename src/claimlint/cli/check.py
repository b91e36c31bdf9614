"""`claimlint check`, and `claimlint PATH...`."""

from __future__ import annotations

import os
from itertools import pairwise
from typing import Any

import click

from claimlint import __version__
from claimlint.cli.checking import check_drafts
from claimlint.cli.options import draft_options, effort_options, paths_argument
from claimlint.project.discovery import STDIN
from claimlint.reporting.formats import FORMATS

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
def command(**options: Any) -> int:
    """Check drafts about health: say line by line what a careful editor would stop at, why, and how the sentence could
    be worded instead.

    PATH is a file, a folder (searched for drafts), or - for standard input.
    """
    return check_drafts(**options)
