"""How good are the suggestions? Figures for any folder of drafts.

    python benchmarks/suggestions.py FOLDER... [--list] [--sample N --seed S]

For every finding: does it carry an edit, is the reworded unit free of the faults that `rewording.check` knows,
and, with the edit applied and the draft linted again, is the finding gone, and is nothing new there but an open slot?
`--sample` prints N suggestions drawn at random beside their originals, to be read by a person.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from pathlib import Path

from claimlint.document.formats import format_of
from claimlint.document.parse import parse
from claimlint.project.lint import Linter, make_linter
from claimlint.project.model import FileResult, Finding
from claimlint.rewording.check import problems
from claimlint.rewording.model import Edit
from claimlint.rewording.polish import reworded

ALLOWED = "open-slot"


def main() -> int:
    """Print the figures; 1 when a suggestion is missing or faulty."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folders", nargs="+", type=Path)
    options.add_argument("--list", action="store_true", help="name every finding that stays or brings another")
    options.add_argument("--sample", type=int, default=0)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    linter = make_linter()
    counts: Counter[str] = Counter()
    shown: list[str] = []
    started = time.perf_counter()
    for folder in chosen.folders:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            judge(linter, path, counts, shown, listed=chosen.list)
    for name, count in sorted(counts.items()):
        print(f"{count:7}  {name}")
    total = max(counts["findings"], 1)
    print(f"{counts['with an edit'] / total:8.2%} with an edit, {counts['gone'] / total:.2%} gone, "
          f"{counts['nothing new'] / total:.2%} bring nothing new, {time.perf_counter() - started:.0f} s")  # fmt: skip
    for text in random.Random(chosen.seed).sample(shown, min(chosen.sample, len(shown))):
        print(text)
    return int(counts["with an edit"] < counts["findings"] or counts["faulty"] > 0)


def judge(linter: Linter, path: Path, counts: Counter[str], shown: list[str], *, listed: bool) -> None:
    """Add the figures of one draft."""
    text = path.read_text(encoding="utf-8", errors="replace")
    result = linter.lint(text, path=str(path))
    document = parse(text, format_of(str(path)))
    units = {(unit.start, unit.end): unit for unit in document.units}
    for finding in result.findings:
        counts["findings"] += 1
        counts[f"findings of {finding.rule}"] += 1
        suggestion = finding.suggestion
        if suggestion is None or not suggestion.edits:
            print(f"{path}:{finding.line}: no edit", file=sys.stderr)
            continue
        counts["with an edit"] += 1
        counts["safe"] += suggestion.safe
        unit = units[(finding.unit_start, finding.unit_end)]
        for problem in problems(document, unit, suggestion):
            counts["faulty"] += 1
            print(f"{path}:{finding.line}: {problem}: {suggestion.text!r}", file=sys.stderr)
        gone, new = relint(linter, path, text, result, finding, suggestion.edits)
        counts["gone"] += gone
        counts[f"gone of {finding.rule}"] += gone
        counts["nothing new"] += not new
        side_by_side = f"{finding.rule}\n    - {flat(text[unit.start : unit.end])}\n    + {flat(suggestion.text)}"
        shown.append(f"{path.name}:{finding.line}: {side_by_side}")
        if listed and (not gone or new):
            print(f"{'gone' if gone else 'stays'}, new: {new}: {shown[-1]}")


def relint(
    linter: Linter, path: Path, text: str, before: FileResult, finding: Finding, edits: tuple[Edit, ...]
) -> tuple[bool, list[str]]:
    """Whether the finding is gone once its edit is applied, and the rules that then find more than before."""
    edited = reworded(text, 0, len(text), edits)
    after = linter.lint(edited, path=str(path))
    had, has = Counter(f.rule for f in before.findings), Counter(f.rule for f in after.findings)
    new = [rule for rule in has if rule != ALLOWED and has[rule] > had[rule]]
    return has[finding.rule] < had[finding.rule], new


def flat(text: str) -> str:
    """On one line."""
    return " ".join(text.split())[:500]


if __name__ == "__main__":
    raise SystemExit(main())
