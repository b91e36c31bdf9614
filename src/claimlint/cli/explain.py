"""`claimlint explain RULE`: the page of a rule."""

from __future__ import annotations

import click

from claimlint.cli.options import rule_path_option
from claimlint.cli.output import write_report
from claimlint.reporting.terminal import escape


@click.command(short_help="say what a rule finds, why, and what to write instead")
@click.argument("rules", metavar="RULE...", nargs=-1)
@rule_path_option
def command(rules: tuple[str, ...], rule_paths: tuple[str, ...]) -> int:
    """Explain rules: what each finds, why, examples, what to write instead, when not to use it, and its sources."""
    from claimlint.project.housekeeping import HOUSE_RULES, house_page
    from claimlint.rules.pages import rule_page
    from claimlint.rules.pages import rule_paths as known

    if not rules:
        raise click.UsageError(f"which rule? One of {', '.join(known(rule_paths))}")
    pages = [house_page(rule) if rule in HOUSE_RULES else rule_page(rule, rule_paths) for rule in rules]
    write_report(["\n".join("\n".join(map(escape, page.split("\n"))) for page in pages)], None)
    return 0
