"""`claimlint test [RULE_FILE...]`: run the examples that rules carry."""

from __future__ import annotations

import os

import click

from claimlint.cli.output import columns, write_report
from claimlint.errors import ClaimlintError
from claimlint.reporting.terminal import clip, escape


@click.command(short_help="run the examples that rules carry as their tests")
@click.argument("paths", metavar="[RULE_FILE...]", nargs=-1, type=click.Path(readable=False))
def command(paths: tuple[str, ...]) -> int:
    """Run rules' examples: each flagged one must be flagged, each clean one must not be.

    A folder stands for the rules in it; without any, the built-in rules are tested. The exit code is 1 when one fails.
    """
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
