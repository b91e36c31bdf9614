"""`claimlint test [RULE_FILE...]`: run the examples that rules carry."""

from __future__ import annotations

import os
from collections.abc import Sequence

from claimlint.cli.arguments import Parser
from claimlint.cli.output import columns, write_report
from claimlint.errors import ClaimlintError
from claimlint.reporting.terminal import clip, escape


def run(argv: Sequence[str]) -> int:
    """Run the examples of the named rule files (all built-in rules when none is named); 1 when one fails."""
    parser = Parser(
        "test",
        "claimlint test [RULE_FILE...]",
        "Run rules' examples: each flagged one must be flagged, each clean one must not be.\n"
        "A folder stands for the rules in it; without any, the built-in rules are tested.",
        columns=columns(),
    )
    options, paths = parser.read(argv)
    if options.help:
        write_report([parser.format_help()], None)
        return 0
    from claimlint.project.examples import run_examples

    outcomes = list(run_examples([file for path in paths for file in _files(path)]))
    failures = [outcome for outcome in outcomes if outcome.problem]
    lines = []
    for outcome in failures:
        kind = "flagged" if outcome.flagged else "clean"
        text = clip(escape(" ".join(outcome.text.split())), max(columns() - 4, 30))
        place = f"{escape(outcome.path)}:{outcome.line}"
        lines.append(f"{place} {outcome.rule}: {kind} example {escape(outcome.problem)}\n    {text}\n\n")
    rules = len({outcome.rule for outcome in outcomes})
    good = len(outcomes) - len(failures)
    lines.append(f"{good} of {len(outcomes)} examples of {rules} {'rule' if rules == 1 else 'rules'} do as they say\n")
    write_report(lines, None)
    return 1 if failures else 0


def _files(path: str) -> list[str]:
    if os.path.isdir(path):
        from claimlint.rules.pack import rule_files

        return [file for file in rule_files(path) if os.path.basename(os.path.dirname(file)) != "lexicons"]
    if not os.path.exists(path):
        raise ClaimlintError("no such rule file or folder", path=path)
    return [path]
