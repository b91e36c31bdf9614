"""Suggested wordings to be read by a person, each beside what the author wrote.

    python benchmarks/verdicts.py FOLDER... [--count N] [--seed S]

prints N findings of the drafts, drawn at random: the place and the rule, the unit as written, and as suggested. Read
them as a strict copy editor would: correct English, the same facts and markup, nothing invented, the problem gone.
Units that read the same are drawn once. It judges nothing, so it exits with 0.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from benchmarks.suggestions import drafts_in, one_by_one  # noqa: E402

from claimlint.project.lint import make_linter  # noqa: E402


def main() -> int:
    """Print the sample."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    options.add_argument("--count", type=int, default=100, metavar="N")
    options.add_argument("--seed", type=int, default=1, metavar="S")
    chosen = options.parse_args()
    pairs: dict[str, str] = {}
    linter = make_linter().without_notes()
    for path, text in drafts_in(chosen.folders):
        for change in one_by_one(linter.examine(text, path=str(path))):
            (finding,) = change.findings
            before = text[finding.unit_start : finding.unit_end]
            head = f"{path}:{finding.line}: {finding.rule}"
            pairs.setdefault(" ".join(before.split()), f"{head}\n    - {before}\n    + {change.suggestion.text}\n")
    sample = random.Random(chosen.seed).sample(sorted(pairs.values()), min(chosen.count, len(pairs)))
    print(f"{len(sample)} of {len(pairs)} units with findings, seed {chosen.seed}\n")
    for number, pair in enumerate(sample, start=1):
        print(f"{number}. {pair}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
