"""`claimlint rules`: the rules, one a line."""

from __future__ import annotations

import os
from collections.abc import Sequence

from claimlint.cli.arguments import Parser, UsageError, rule_path_option
from claimlint.cli.output import columns, write_report
from claimlint.reporting.terminal import escape, wrap


def run(argv: Sequence[str]) -> int:
    """Print every rule's name, severity and summary."""
    parser = Parser("rules", "claimlint rules [OPTIONS]", "List the rules.", columns=columns())
    rule_path_option(parser)
    options, words = parser.read(argv)
    if options.help:
        write_report([parser.format_help()], None)
        return 0
    if words:
        raise UsageError(f"claimlint rules takes no {words[0]!r} (one rule: claimlint explain {words[0]})")
    from claimlint.rules.pack import load_pack

    rules = load_pack([os.path.abspath(path) for path in options.rule_path]).rules
    widest = max(len(rule.id) for rule in rules)
    lines = []
    for rule in rules:
        head = f"{rule.id:{widest}}  {rule.severity:7}  "
        lines.append(wrap(escape(" ".join(rule.summary.split())), max(columns(), 60), head, " " * len(head)) + "\n")
    write_report(lines, None)
    return 0
