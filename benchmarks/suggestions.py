"""How good are the suggestions? Figures for any folders of drafts.

    python benchmarks/suggestions.py FOLDER... [--verbose] [--sample N --seed S]

Every finding is judged by itself: does it carry an edit; is the reworded unit free of the faults that
`rewording.check` knows (doubled words, a/an, capitals, brackets and quotes, spaces and punctuation, verb groups); and,
with the edit applied and the draft linted again, is the finding gone, and has nothing come but an open slot? So is, for
every unit with several findings, the one rewording that mends them all. Then every draft is mended as `claimlint fix`
and `claimlint fix --unsafe` do it: what is left, and does a second run change nothing?

`--verbose` names each failure. `--sample` prints N suggestions drawn at random beside their originals, to be read by a
person. The exit code is 1 when a finding has no edit, a suggestion a fault, or a second run something to do.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from claimlint.document.decode import decode
from claimlint.document.model import Unit
from claimlint.errors import ClaimlintError
from claimlint.project.fix import Change, apply_changes, change_of, fix_text, together
from claimlint.project.lint import Examination, Linter, make_linter
from claimlint.project.model import FileResult, Finding
from claimlint.rewording.check import problems

SLOT_RULE = "open-slot"
LABEL = re.compile(r" ⟦[^⟦⟧]+⟧")
"""The labels that our own drafts carry at the ends of lines (tests/drafts/README.md)."""


class Verdict(NamedTuple):
    """What one rewording came to."""

    place: str
    rules: tuple[str, ...]
    before: str
    after: str
    faults: tuple[str, ...]
    stays: tuple[str, ...]
    """Rules that still find what they found."""
    new: tuple[str, ...]
    """What is found that was not there: rule and words."""

    @property
    def is_good(self) -> bool:
        return not (self.faults or self.stays or self.new)

    def __str__(self) -> str:
        said = [f"stays: {rule}" for rule in self.stays] + [f"new: {found}" for found in self.new]
        why = "; ".join([*self.faults, *said])
        head = f"{self.place}: {' + '.join(self.rules)}{': ' + why if why else ''}"
        return f"{head}\n    - {self.before}\n    + {self.after}"


class Runs(NamedTuple):
    """What mending a whole draft came to."""

    place: str
    unsafe: bool
    mended: int
    left: tuple[Finding, ...]
    stable: bool


def main() -> int:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    options.add_argument("--verbose", action="store_true", help="name every failure")
    options.add_argument("--sample", type=int, default=0, metavar="N")
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    started = time.perf_counter()
    linter = make_linter().without_notes()
    bare: Counter[str] = Counter()
    single: list[Verdict] = []
    joint: list[Verdict] = []
    runs: list[Runs] = []
    drafts = 0
    for path, text in drafts_in(chosen.folders):
        drafts += 1
        examination = linter.examine(text, path=str(path))
        bare.update(f.rule for f in examination.result.findings if not (f.suggestion and f.suggestion.edits))
        single += judged(linter, path, examination, one_by_one(examination))
        joint += judged(linter, path, examination, unit_by_unit(examination))
        runs += [mended(linter, path, text, unsafe=unsafe) for unsafe in (False, True)]
    print(f"{drafts} drafts, {time.perf_counter() - started:.0f} s\n")
    for line in report(bare, single, joint, runs):
        print(line)
    if chosen.verbose:
        for line in failures(single, joint, runs):
            print(line)
    for verdict in random.Random(chosen.seed).sample(single, min(chosen.sample, len(single))):
        print(verdict)
    faulty = any(verdict.faults for verdict in (*single, *joint))
    return int(bool(bare) or faulty or not all(run.stable for run in runs))


def drafts_in(folders: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Every file that can be read as a draft."""
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            try:
                yield path, LABEL.sub("", decode(path.read_bytes(), path=str(path)).text)
            except ClaimlintError as error:
                print(error)


def one_by_one(examination: Examination) -> Iterator[Change]:
    """The edit of each finding."""
    for finding in examination.result.findings:
        if finding.suggestion and finding.suggestion.edits and finding.rule != SLOT_RULE:
            yield change_of([finding], finding.suggestion)


def unit_by_unit(examination: Examination) -> Iterator[Change]:
    """The one rewording of each unit with several findings."""
    units: dict[tuple[int, int], list[int]] = {}
    for n, finding in enumerate(examination.result.findings):
        if finding.suggestion and finding.rule != SLOT_RULE:
            units.setdefault((finding.unit_start, finding.unit_end), []).append(n)
    for group in units.values():
        if len(group) > 1:
            suggestion = together(examination, group)
            if suggestion is not None:
                yield change_of([examination.result.findings[n] for n in group], suggestion)


def judged(linter: Linter, path: Path, examination: Examination, changes: Iterator[Change]) -> Iterator[Verdict]:
    """A verdict on each change, made alone."""
    text = examination.result.text
    for change in changes:
        first = change.findings[0]
        after = linter.lint(apply_changes(text, [change]), path=str(path))
        faults = problems(examination.document, change_unit(first), change.suggestion)
        place, rules = f"{path.name}:{first.line}", tuple(f.rule for f in change.findings)
        before = flat(text[first.unit_start : first.unit_end])
        yield Verdict(
            place, rules, before, flat(change.suggestion.text), faults, *compared(examination.result, after, change)
        )


def change_unit(finding: Finding) -> Unit:
    """The unit of a finding; of what `problems` looks at, only the span matters."""
    return Unit(0, 0, finding.unit_start, finding.unit_end)


def compared(before: FileResult, after: FileResult, change: Change) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The rules that still find what the change was to mend, and those that find something new."""
    moved = change.grows
    end = change.end + moved
    had = Counter(f.rule for f in before.findings if f.unit_start < change.end and change.start < f.unit_end)
    inside = [f for f in after.findings if f.unit_start < end and change.start < f.unit_end]
    has = Counter(f.rule for f in inside)
    to_mend = Counter(f.rule for f in change.findings)
    stays = tuple(sorted(rule for rule in to_mend if has[rule] > had[rule] - to_mend[rule]))
    new = {f"{f.rule} “{flat(f.text)}”" for f in inside if has[f.rule] > had[f.rule] and f.rule != SLOT_RULE}
    beside = {
        (f.rule, f.start + moved, f.end + moved) if f.start >= change.end else (f.rule, f.start, f.end)
        for f in before.findings
    }
    outside = [f for f in after.findings if f not in inside and f.rule != SLOT_RULE]
    new |= {f"{f.rule} “{flat(f.text)}”" for f in outside if (f.rule, f.start, f.end) not in beside}
    return stays, tuple(sorted(new))


def mended(linter: Linter, path: Path, text: str, *, unsafe: bool) -> Runs:
    """The draft as `claimlint fix` leaves it."""
    once = fix_text(linter, text, path=str(path), unsafe=unsafe)
    twice = fix_text(linter, once.text, path=str(path), unsafe=unsafe)
    left = tuple(f for f in once.result.findings if f.rule != SLOT_RULE)
    return Runs(path.name, unsafe, len(once.applied), left, twice.text == once.text)


def report(
    bare: Counter[str], single: Sequence[Verdict], joint: Sequence[Verdict], runs: Sequence[Runs]
) -> Iterator[str]:
    """The figures."""
    rules = sorted({rule for verdict in single for rule in verdict.rules} | set(bare))
    yield f"{'each finding by itself':24} {'findings':>8} {'with edit':>9} {'gone':>8} {'no new':>8} {'no fault':>8}"
    for name in (*rules, "all"):
        chosen = [v for v in single if name in (*v.rules, "all")]
        lacking = bare.total() if name == "all" else bare[name]
        yield _row(name, chosen, len(chosen) + lacking)
    if joint:
        yield _row("several of a unit at once", joint, len(joint))
    yield ""
    for unsafe, name in ((False, "fix"), (True, "fix --unsafe")):
        chosen_runs = [run for run in runs if run.unsafe == unsafe]
        done, left = sum(run.mended for run in chosen_runs), sum(len(run.left) for run in chosen_runs)
        same = sum(run.stable for run in chosen_runs)
        yield (
            f"{name:13} {done:5} findings mended, {left:5} left besides open slots; "
            f"a second run changes nothing in {same} of {len(chosen_runs)} drafts"
        )


def _row(name: str, verdicts: Sequence[Verdict], total: int) -> str:
    counts = (len(verdicts), *(sum(map(is_good, verdicts)) for is_good in _GOOD))
    return f"{name:24} {total:8} " + " ".join(f"{count / max(total, 1):8.2%}" for count in counts)


_GOOD = (lambda v: not v.stays, lambda v: not v.new, lambda v: not v.faults)


def failures(single: Sequence[Verdict], joint: Sequence[Verdict], runs: Sequence[Runs]) -> Iterator[str]:
    """Everything that is not as it should be."""
    yield from (f"\n{verdict}" for verdict in (*single, *joint) if not verdict.is_good)
    for run in runs:
        if not run.stable:
            yield f"\n{run.place}: a second fix{' --unsafe' if run.unsafe else ''} changes something"
        for finding in run.left if run.unsafe else ():
            yield f"\n{run.place}: left by fix --unsafe: {finding.rule}: {flat(finding.text)}"


def flat(text: str) -> str:
    """On one line."""
    return " ".join(text.split())[:500]


if __name__ == "__main__":
    raise SystemExit(main())
