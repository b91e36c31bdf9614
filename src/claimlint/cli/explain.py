"""`claimlint explain RULE`: the page of a rule."""

from __future__ import annotations

import os
from collections.abc import Sequence

from claimlint.cli.arguments import Parser, UsageError, rule_path_option
from claimlint.cli.output import columns, write_report
from claimlint.reporting.terminal import escape


def run(argv: Sequence[str]) -> int:
    """Print what a rule finds, why, examples, what to write instead, when not to use it, and its sources."""
    parser = Parser("explain", "claimlint explain RULE...", "Explain rules.", columns=columns())
    rule_path_option(parser)
    options, rules = parser.read(argv)
    if options.help:
        write_report([parser.format_help()], None)
        return 0
    from claimlint.rules.pages import rule_page, rule_paths

    folders = tuple(os.path.abspath(path) for path in options.rule_path)
    if not rules:
        raise UsageError(f"which rule? One of {', '.join(rule_paths(folders))}")
    pages = [rule_page(rule, folders) for rule in rules]
    write_report(["\n".join("\n".join(map(escape, page.split("\n"))) for page in pages)], None)
    return 0
