"""`claimlint rules`: the rules, one a line."""

from __future__ import annotations

import click

from claimlint.cli.options import rule_path_option
from claimlint.cli.output import columns, write_report
from claimlint.reporting.terminal import escape, wrap


@click.command(short_help="list the rules", context_settings={"allow_extra_args": True})
@rule_path_option
@click.pass_context
def command(ctx: click.Context, rule_paths: tuple[str, ...]) -> int:
    """List the rules: each one's name, severity and summary."""
    if ctx.args:
        raise click.UsageError(f"claimlint rules takes no {ctx.args[0]!r} (one rule: claimlint explain {ctx.args[0]})")
    from claimlint.rules.pack import load_pack

    rules = load_pack(rule_paths).rules
    widest = max(len(rule.id) for rule in rules)
    lines = []
    for rule in rules:
        head = f"{rule.id:{widest}}  {rule.severity:7}  "
        lines.append(wrap(escape(" ".join(rule.summary.split())), max(columns(), 60), head, " " * len(head)) + "\n")
    write_report(lines, None)
    return 0
