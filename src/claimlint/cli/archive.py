"""`claimlint archive DUMP`: the posts of a whole forum."""

from __future__ import annotations

import os
import sys
from typing import Any, get_args

import click

from claimlint.cli.options import names, rule_path_option
from claimlint.document.model import Format

WRITTEN, UNCHECKED = 0, 2


@click.command(
    short_help="check the posts of a forum's dump",
    epilog="exit codes: 0 written, whatever was found; 2 some records could not be checked, or the run broke off",
)
@click.argument("dump", type=click.Path(readable=False))
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(), required=True,
    help="where the findings go: a .jsonl file, or a folder of Parquet parts named .parquet",
)  # fmt: skip
@click.option("--text-column", metavar="NAME", default="text", help="what holds the posts (text)")
@click.option("--id-column", metavar="NAME", help="what is repeated with each finding")
@click.option(
    "--input-format", type=click.Choice(get_args(Format)), default="text",
    help="how the posts are written (text, which BBCode and HTML are told from)",
)  # fmt: skip
@click.option("--resume", is_flag=True, help="go on where an earlier run was ended")
@click.option("--select", metavar="RULES", multiple=True, callback=names, help="only these rules (a,b; repeatable)")
@click.option("--ignore", metavar="RULES", multiple=True, callback=names, help="all rules but these")
@rule_path_option
@click.option("--config", metavar="FILE", type=click.Path(), help="use this configuration")
@click.option("--no-config", is_flag=True, help="use no configuration file")
@click.option("--jobs", metavar="N", type=click.IntRange(min=0), default=0, help="how many processes (0: all cores)")
@click.option("-q", "--quiet", is_flag=True, help="no progress and no summary")
def command(dump: str, output: str, quiet: bool, resume: bool, **options: Any) -> int:
    """Check the posts of a dump: JSON lines (.jsonl), a table (.csv, .tsv) or Parquet, the first two also with .gz.

    Each finding is a row with the number of its record. What cannot be read is a row, too, with an error, and stops
    nothing. The configuration is that of the dump's folder; comments in the posts suppress nothing.
    """
    from claimlint.cli.archiveprogress import ArchiveProgress
    from claimlint.project.archive.run import run_archive

    job = _job(dump, output, **options)
    progress = ArchiveProgress(dump, sys.stderr, quiet=quiet)
    try:
        for step in run_archive(job, resume=resume):
            progress.show(step)
    except BaseException:
        progress.end(f"ended early: {_again(output)}")
        raise
    progress.end(f"written to {output}")
    return UNCHECKED if progress.counts.faults else WRITTEN


def _again(output: str) -> str:
    from claimlint.project.archive.state import state_file

    return "the same command with --resume goes on" if os.path.exists(state_file(output)) else "nothing is written"


def _job(
    dump: str,
    output: str,
    *,
    text_column: str,
    id_column: str | None,
    input_format: Format,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    rule_paths: tuple[str, ...],
    config: str | None,
    no_config: bool,
    jobs: int,
) -> Any:
    from claimlint.project.archive.model import Columns
    from claimlint.project.archive.run import Job
    from claimlint.project.config import Configurations, Overrides
    from claimlint.project.run import cores

    if config is not None and no_config:
        raise click.UsageError("--config and --no-config exclude each other")
    overrides = Overrides(select, ignore, rule_paths, heed_comments=False)
    settings = Configurations(overrides, config=config, search=not no_config).for_file(dump)
    return Job(dump, output, Columns(text_column, id_column), settings, input_format, jobs or cores())
