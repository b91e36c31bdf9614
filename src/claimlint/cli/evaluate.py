"""`claimlint evaluate TEXTS GOLD`: how often the rules are right about labelled drafts."""

from __future__ import annotations

import click

from claimlint.cli.options import format_option, names, rule_path_option
from claimlint.cli.output import write_report


@click.command(short_help="score the rules on labelled drafts: precision and recall")
@click.argument("texts", type=click.Path())
@click.argument("gold", type=click.Path())
@click.option("--rules", metavar="RULES", callback=names, help="the rules that the labels cover (a,b; else all five)")
@click.option("--errors", metavar="RULE", help="also list this rule's misses and false alarms")
@format_option
@rule_path_option
def command(
    texts: str, gold: str, rules: tuple[str, ...], errors: str | None, output_format: str, rule_paths: tuple[str, ...]
) -> int:
    """Score the rules on the drafts in the folder TEXTS for which the folder GOLD holds labels (<draft>.jsonl, one
    {"rule", "line", "quote", "label": "yes" or "maybe"} a line): precision, recall and F1 of each rule.

    A finding is right when it overlaps the sentence of a `yes`, ignored when it overlaps only that of a `maybe`, and
    wrong otherwise.
    """
    from pathlib import Path

    from claimlint.project.evaluation import CORE, evaluate_folders
    from claimlint.project.lint import make_linter
    from claimlint.project.model import Settings
    from claimlint.reporting import evaluation_report

    wanted = rules or CORE
    if errors is not None and errors not in wanted:
        from claimlint.lexicons.nearest import nearest

        raise click.UsageError(f'--errors: "{errors}" is not scored{nearest(errors, wanted)}')
    evaluation = evaluate_folders(make_linter(Settings(rule_paths=rule_paths)), Path(texts), Path(gold), wanted)
    render = evaluation_report.json_of if output_format == "json" else evaluation_report.text_of
    write_report(render(evaluation, errors), None, utf8=output_format == "json")
    return 0
