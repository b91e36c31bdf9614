"""How well the rules did on labelled drafts, as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from claimlint.project.evaluate import Score
from claimlint.project.evaluation import Evaluation
from claimlint.reporting.terminal import escape

KINDS = {"missed": "MISSED", "false": "FALSE "}
RATES = ("precision", "recall", "f1")


def text_of(evaluation: Evaluation, errors: str | None = None) -> Iterator[str]:
    """A table, one row a rule, after the misses and false alarms of the rule `errors`."""
    for mistake in evaluation.scores[errors].mistakes if errors else ():
        yield f"{KINDS[mistake.kind]} {escape(mistake.draft)}:{mistake.line} {escape(mistake.text)}\n"
    rows = {rule: _row(score) for rule, score in evaluation.scores.items()}
    width = max(20, *(len(rule) + 1 for rule in rows))
    yield f"{evaluation.drafts} documents\n"
    yield f"{'rule':{width}}{'gold':>6}{'found':>7}{'false':>7}{'maybe':>7}{'prec':>8}{'recall':>8}{'F1':>8}\n"
    for rule, row in rows.items():
        counts = f"{row['gold']:6}{row['found']:7}{row['false']:7}{row['maybe']:7}"
        yield f"{rule:{width}}{counts}{_rates(row)}\n"
    yield f"{'macro':{width + 27}}{_rates(_macro(rows))}\n"


def json_of(evaluation: Evaluation, errors: str | None = None) -> Iterator[str]:
    """One object: `rules`, their `macro` mean, `documents`; and the `mistakes` of the rule `errors`."""
    rows = {rule: _row(score) for rule, score in evaluation.scores.items()}
    data: dict[str, object] = {"rules": rows, "macro": _macro(rows), "documents": evaluation.drafts}
    if errors:
        data["mistakes"] = [mistake._asdict() for mistake in evaluation.scores[errors].mistakes]
    yield json.dumps(data, ensure_ascii=False) + "\n"


def _row(score: Score) -> dict[str, float]:
    counts = {"gold": score.gold, "found": score.hits, "false": score.wrong, "maybe": score.unsure}
    return {**counts, **{rate: round(getattr(score, rate), 3) for rate in RATES}}


def _macro(rows: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """The mean of the figures as they are printed, so that whoever adds them up gets the same."""
    return {rate: round(sum(row[rate] for row in rows.values()) / len(rows), 3) for rate in RATES}


def _rates(row: Mapping[str, float]) -> str:
    return "".join(f"{row[rate]:8.3f}" for rate in RATES)
