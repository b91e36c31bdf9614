"""`claimlint review POST...`: the moderator's report."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import click

from claimlint.cli.checking import spared
from claimlint.cli.options import rule_path_option
from claimlint.cli.output import is_terminal, say, write_report
from claimlint.document.model import Format
from claimlint.project.config import Configurations, Overrides
from claimlint.project.discovery import STDIN, discover

if TYPE_CHECKING:
    from claimlint.project.review.model import Review

PUBLISH, OTHER, UNREAD = 0, 1, 2
"""The exit codes: every post can go live, some cannot, something could not be read."""


@click.command(
    short_help="a report for whoever decides about posts",
    epilog="exit codes: 0 every post can go live as it is, 1 some cannot, 2 something could not be read",
)
@click.argument("paths", metavar="POST...", nargs=-1, type=click.Path(readable=False))
@click.option("-o", "--output", metavar="FILE", type=click.Path(), help="write it there instead of printing it")
@click.option(
    "--format", "output_format", type=click.Choice(("html", "json")), default="html", help="html is a page for people"
)
@click.option(
    "--reply", type=click.Choice(("markdown", "bbcode", "text")), help="instead, a reply to each author, ready to paste"
)
@click.option("--post", "numbers", metavar="NUMBER", type=int, multiple=True, help="only this post of a thread")
@click.option("--profile", metavar="NAME", default="moderator", help="how posts are weighed: moderator, or a YAML file")
@rule_path_option
@click.option(
    "--input-format", type=click.Choice(get_args(Format)), help="how the posts are written (else by file name)"
)
@click.option("--stdin-filename", metavar="NAME", default="<stdin>", help="the name under which - is reported")
@click.option("--config", metavar="FILE", type=click.Path(), help="use this configuration for every file")
@click.option("--no-config", is_flag=True, help="use no configuration file")
def command(
    paths: tuple[str, ...],
    output: str | None,
    output_format: str,
    reply: str | None,
    numbers: tuple[int, ...],
    profile: str,
    rule_paths: tuple[str, ...],
    input_format: Format | None,
    stdin_filename: str,
    config: str | None,
    no_config: bool,
) -> int:
    """Review posts: what to look at first, what covers each claim, and a proposal for each post, on one page.

    POST is a file, a folder (searched for drafts), or - for standard input. A thread is told apart into its posts.
    """
    from claimlint.project.review.profile import load_profile
    from claimlint.project.review.run import review_targets

    if not paths:
        raise click.UsageError("no posts named: give a file, a folder such as ., or - (see claimlint review --help)")
    if config is not None and no_config:
        raise click.UsageError("--config and --no-config exclude each other")
    if output is None and output_format == "html" and reply is None and is_terminal(sys.stdout):
        raise click.UsageError("where to write the page? --output report.html (or --output - for the terminal)")
    chosen = load_profile(profile)
    overrides = Overrides(rule_paths=(*chosen.rule_paths, *rule_paths), input_format=input_format)
    configurations = Configurations(overrides, config=config, search=not no_config)
    items = list(discover(paths, configurations, stdin_name=stdin_filename))
    if output is not None and output != STDIN:
        items = list(spared(output, items))
    review = review_targets(items, chosen)
    if numbers:
        review = replace(review, posts=tuple(post for post in review.posts if post.number in numbers))
    for problem in review.problems:
        say(f"error: {problem.path}: {problem.error}")
    write_report(_reply(review, reply) if reply else _report(review, output_format), output, utf8=True)
    if review.problems:
        return UNREAD
    return OTHER if any(post.verdict != "publish" for post in review.posts) else PUBLISH


def _report(review: Review, output_format: str) -> Iterator[str]:
    if output_format == "json":
        from claimlint.reporting.review import as_json

        return as_json.render(review)
    from claimlint.reporting.review import page

    return page.render(review)


def _reply(review: Review, markup: str) -> Iterator[str]:
    """The replies; of a post that must not get one, standard error tells why."""
    from claimlint.reporting.review import reply

    for title, reason in reply.withheld(review):
        say(f"no reply to {title}: {reason}. A person has to answer first")
    return reply.render(review, markup)
