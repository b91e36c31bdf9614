"""`claimlint review POST...`: the moderator's report."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from claimlint.cli.options import rule_path_option
from claimlint.cli.output import is_terminal, say, write_report
from claimlint.project.config import Configurations, Overrides
from claimlint.project.discovery import discover

if TYPE_CHECKING:
    from claimlint.project.review.model import Review

PUBLISH, OTHER, UNREAD = 0, 1, 2
"""The exit codes: every post can go live, some cannot, something could not be read."""


@click.command(
    short_help="a report for whoever decides about posts",
    epilog="exit codes: 0 every post can go live as it is, 1 some cannot, 2 something could not be read",
)
@click.argument("paths", metavar="POST...", nargs=-1, type=click.Path(readable=False))
@click.option("--profile", metavar="NAME", default="moderator", help="how posts are weighed: moderator, or a YAML file")
@click.option(
    "--format", "output_format", type=click.Choice(("html", "json")), default="html", help="html is a page for people"
)
@click.option("-o", "--output", metavar="FILE", type=click.Path(), help="write it there instead of printing it")
@rule_path_option
@click.option("--config", metavar="FILE", type=click.Path(), help="use this configuration for every file")
@click.option("--no-config", is_flag=True, help="use no configuration file")
def command(
    paths: tuple[str, ...],
    profile: str,
    output_format: str,
    output: str | None,
    rule_paths: tuple[str, ...],
    config: str | None,
    no_config: bool,
) -> int:
    """Review posts: what to look at first, what covers each claim, and a proposal for each post, on one page.

    POST is a file, a folder (searched for drafts), or - for standard input.
    """
    from claimlint.project.review.profile import load_profile
    from claimlint.project.review.run import review_targets

    if not paths:
        raise click.UsageError("no posts named: give a file, a folder such as ., or - (see claimlint review --help)")
    if config is not None and no_config:
        raise click.UsageError("--config and --no-config exclude each other")
    if output is None and output_format == "html" and is_terminal(sys.stdout):
        raise click.UsageError("where to write the page? --output report.html (or --output - for the terminal)")
    chosen = load_profile(profile)
    overrides = Overrides(rule_paths=(*chosen.rule_paths, *rule_paths))
    items = list(discover(paths, Configurations(overrides, config=config, search=not no_config)))
    review = review_targets(items, chosen)
    for problem in review.problems:
        say(f"error: {problem.path}: {problem.error}")
    write_report(_report(review, output_format), output, utf8=True)
    if review.problems:
        return UNREAD
    return OTHER if any(post.verdict != "publish" for post in review.posts) else PUBLISH


def _report(review: Review, output_format: str) -> Iterator[str]:
    if output_format == "json":
        from claimlint.reporting.review import as_json

        return as_json.render(review)
    from claimlint.reporting.review import page

    return page.render(review)
