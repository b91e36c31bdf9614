"""`claimlint config [FILE]`: what applies to a draft, and why."""

from __future__ import annotations

import os

import click

from claimlint.cli.options import format_option, rule_path_option
from claimlint.cli.output import write_report
from claimlint.project.config import Configurations, Overrides


@click.command(short_help="say which settings and rules apply to a draft, and why")
@click.argument("path", metavar="[FILE]", default="draft.md", type=click.Path())
@format_option
@rule_path_option
@click.option("--config", metavar="FILE", type=click.Path(), help="use this configuration")
@click.option("--no-config", is_flag=True, help="use no configuration file")
def command(path: str, output_format: str, rule_paths: tuple[str, ...], config: str | None, no_config: bool) -> int:
    """Say what applies to a draft: whether it is checked, which configuration and which setting of it counts, which
    rules look at it. FILE need not be there; without it a draft.md in this folder is meant.
    """
    from claimlint.project.applies import applied
    from claimlint.reporting import config_report

    if config is not None and no_config:
        raise click.UsageError("--config and --no-config exclude each other")
    if not path:
        raise click.UsageError("FILE is empty: name a draft, such as draft.md")
    if os.path.isdir(path):
        raise click.UsageError(f"{path} is a folder: name a draft in it, such as {os.path.join(path, 'draft.md')}")
    configurations = Configurations(Overrides(rule_paths=rule_paths), config=config, search=not no_config)
    render = config_report.json_of if output_format == "json" else config_report.text_of
    write_report(render(applied(path, configurations)), None, utf8=output_format == "json")
    return 0
