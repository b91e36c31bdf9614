"""Accuracy on the project's own labelled drafts (tests/drafts), published in docs/accuracy.md.

    python benchmarks/accuracy.py            write docs/accuracy.md
    python benchmarks/accuracy.py --print    only print it

A test compares the page with what this command would write now.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from claimlint.project.evaluate import Score, total  # noqa: E402
from claimlint.project.evaluation import CORE, score_text  # noqa: E402
from claimlint.project.lint import make_linter  # noqa: E402
from drafts_gold import drafts  # noqa: E402

PAGE = ROOT / "docs" / "accuracy.md"
WEIGHTS = "claim-weights"

INTRODUCTION = """# Accuracy

How well the five rules do on the drafts in [tests/drafts](../tests/drafts), which were written for this project and
labelled unit by unit. This page is written by `python benchmarks/accuracy.py`; a test fails when it is stale.
`claimlint evaluate TEXTS GOLD` measures any rules on any labelled drafts in the same way.

- *gold*: units that a careful editor would want changed. *found*: those that claimlint found.
- *false*: findings on units that are not labelled. *unsure*: findings where two editors could disagree; not counted.
- *precision*: the share of right findings among right and false ones. *recall*: the share of gold that was found.

"""


def page() -> str:
    """The text of docs/accuracy.md."""
    linter = make_linter()
    parts: dict[str, list[Score]] = {rule: [] for rule in CORE}
    count = 0
    for draft in drafts():
        count += 1
        for rule, score in score_text(linter, draft.path, draft.text, draft.labels).items():
            parts[rule].append(score)
    scores = {rule: total(found) for rule, found in parts.items()}
    rows = [f"| {rule} | {_cells(score)} |" for rule, score in scores.items()]
    mean = sum(score.f1 for score in scores.values()) / len(scores)
    table = "| rule | gold | found | false | unsure | precision | recall | F1 |\n|---|---|---|---|---|---|---|---|\n"
    held_out = linter.lexicons.data[WEIGHTS]["cross-validated"]
    return (
        f"{INTRODUCTION}{count} drafts, mean F1 {mean:.3f}.\n\n{table}" + "\n".join(rows) + "\n\n"
        "The weights of `uncited-claim` were fitted on these same drafts, so its row flatters it. "
        "Judged by weights that were\nfitted without the draft in question (eight-fold cross-validation over "
        f"{held_out['units']:,} uncovered units, {held_out['claims']:,} of them claims):\n"
        f"precision {held_out['precision']:.3f}, recall {held_out['recall']:.3f}.\n"
    )


def _cells(score: Score) -> str:
    figures = f"{score.precision:.3f} | {score.recall:.3f} | {score.f1:.3f}"
    return f"{score.gold} | {score.hits} | {score.wrong} | {score.unsure} | {figures}"


if __name__ == "__main__":
    text = page()
    if "--print" in sys.argv:
        print(text)
    else:
        PAGE.write_text(text, encoding="utf-8")
