"""How fast claimlint is beside proselint: cold start, throughput, where the time goes, and whether cost grows linearly.

    python benchmarks/speed.py [--quick] [--megabytes 20]

Both are installed into a temporary environment first, as a user has them (needs the network). What is compared runs in
turns in the same run, so read the ratios and not the seconds: machines differ, and are busy. The drafts are the
labelled ones of tests/drafts without their labels, each a file, repeated to the size asked for. See
docs/performance.md.
"""

from __future__ import annotations

import argparse
import gc
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

from claimlint.cli.main import RARELY  # noqa: E402
from claimlint.document.formats import format_of  # noqa: E402
from claimlint.document.parse import parse  # noqa: E402
from claimlint.evidence.gather import gather  # noqa: E402
from claimlint.language.read import read  # noqa: E402
from claimlint.project.lint import Linter, make_linter  # noqa: E402
from claimlint.rules.match import find  # noqa: E402

SEED = next((ROOT / "seeds").glob("000_*.txt"))
LABEL = re.compile(r" ⟦[^⟦⟧]+⟧")
PROSELINT = "proselint==0.16.0"
SIZES = (250_000, 500_000, 1_000_000, 2_000_000)
"""Characters of the drafts whose cost is compared."""
STARTS = 15
ROUNDS = 3
MEGABYTES = 20.0
COMPARED = 2.0
"""Megabytes that both linters read, in turns; of the others claimlint alone."""

COLD_BAR, RATIO_BAR, SPEED_BAR = 0.8, 4.0, 2.0


class Cost(NamedTuple):
    """Seconds on the clock, and of the processor."""

    wall: float
    cpu: float


class Installed(NamedTuple):
    """The commands of a fresh environment."""

    python: str
    claimlint: str
    proselint: str


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, one megabyte")
    parser.add_argument("--megabytes", type=float, default=MEGABYTES, help="how much claimlint reads in all")
    asked = parser.parse_args()
    gc.set_threshold(*RARELY)  # as the command does
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        installed = install(folder / "environment")
        cold_start(installed, 5 if asked.quick else STARTS)
        throughput(installed, folder, 1.0 if asked.quick else asked.megabytes, 1 if asked.quick else ROUNDS)
    linter = make_linter().without_notes()
    stages(linter)
    linearity(linter, SIZES[:2] if asked.quick else SIZES)


def install(folder: Path) -> Installed:
    """claimlint as it stands here, and proselint, in an environment of their own."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([str(programs / "python"), "-m", "pip", "install", "-q", str(ROOT), PROSELINT], check=True)
    return Installed(*(str(programs / name) for name in ("python", "claimlint", "proselint")))


def spent(command: Sequence[str]) -> Cost:
    """What a command takes from its start to its end, its children included."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    before, began = os.times(), time.perf_counter()
    subprocess.run(command, env=environment, capture_output=True, check=False)
    wall, after = time.perf_counter() - began, os.times()
    return Cost(wall, sum(after[2:4]) - sum(before[2:4]))


def cold_start(installed: Installed, times: int) -> None:
    """Whole processes on the first seed, taking turns; medians."""
    commands = {
        "python -c pass": [installed.python, "-c", "pass"],
        "claimlint": [installed.claimlint, str(SEED)],
        "proselint": [installed.proselint, "check", str(SEED)],
    }
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for turn in range(times + 1):
        for name, command in commands.items():
            cost = spent(command)
            if turn:  # the first fills the caches
                costs[name].append(cost)
    print(f"Cold start: `claimlint {SEED.name}` as a whole process, median of {times}")
    medians = {name: Cost(*map(statistics.median, zip(*values, strict=True))) for name, values in costs.items()}
    theirs = medians["proselint"]
    for name, median in medians.items():
        print(
            f"  {name:16} {median.wall * 1000:6.0f} ms wall  {median.cpu * 1000:6.0f} ms cpu"
            f"   {median.wall / theirs.wall:5.2f} x proselint"
        )
    verdict(medians["claimlint"].wall / theirs.wall, COLD_BAR, "of proselint's wall time", most=True)


def drafts() -> list[tuple[str, str]]:
    """The name and text of each labelled Markdown draft, without its labels."""
    paths = sorted(path for path in (ROOT / "tests" / "drafts").glob("*.md") if path.stem != "README")
    return [(path.name, LABEL.sub("", path.read_text(encoding="utf-8"))) for path in paths]


def repeated(folder: Path, megabytes: float) -> float:
    """Write the drafts again and again until there is so much; how much it came to."""
    folder.mkdir()
    size = number = 0
    texts = drafts()
    while size < megabytes * 1e6:
        name, text = texts[number % len(texts)]
        path = folder / f"{number // len(texts):03}-{name}"
        path.write_text(text, encoding="utf-8")
        size, number = size + path.stat().st_size, number + 1
    return size / 1e6


def throughput(installed: Installed, folder: Path, megabytes: float, rounds: int) -> None:
    """A folder of drafts on one core, processor time without the start of the process."""
    (folder / "tiny").mkdir()
    (folder / "tiny" / "tiny.md").write_text("A.\n")
    both = repeated(folder / "both", min(COMPARED, megabytes))
    lint = [installed.claimlint, "--no-cache", "--jobs", "1", "-q"]
    commands = {"claimlint": lint, "proselint": [installed.proselint, "check"]}
    speeds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            start, all_of_it = (spent([*command, str(folder / part)]).cpu for part in ("tiny", "both"))
            speeds[name].append(both / max(all_of_it - start, 0.001))
    ours, theirs = (max(values) for values in speeds.values())
    print(f"\nThroughput on one core: {both:.1f} MB of drafts, all rules, suggestions included, best of {rounds}")
    print(f"  claimlint {ours:6.3f} MB/s")
    print(f"  proselint {theirs:6.3f} MB/s")
    verdict(ours / theirs, RATIO_BAR, "times as fast as proselint", most=False)
    if megabytes > COMPARED:
        size = repeated(folder / "all", megabytes)
        cost = spent([*lint, str(folder / "all")])
        print(f"  {size:.0f} MB in {cost.cpu:.0f} s of processor time")
        verdict(size / cost.cpu, SPEED_BAR, "MB/s", most=False)


def verdict(value: float, bar: float, what: str, *, most: bool) -> None:
    """A figure beside the bar that it should reach."""
    met = value <= bar if most else value >= bar
    print(f"  => {value:.2f} {what} (bar: at {'most' if most else 'least'} {bar:g}; {'met' if met else 'NOT met'})")


def stages(linter: Linter) -> None:
    """Where the time goes."""
    spent_in = dict.fromkeys(("document", "evidence", "language", "rules", "rewording and report"), 0.0)
    names = list(spent_in)
    total = 0.0
    findings = 0
    for path, text in (*drafts(), *drafts()):  # twice: the first fills what is remembered of words
        total += timed(lambda path=path, text=text: linter.lint(text, path=path))
        for name, seconds in zip(names, _stages_of(linter, path, text), strict=False):
            spent_in[name] += seconds
        findings += len(linter.lint(text, path=path).findings)
    spent_in[names[-1]] = max(0.0, total - sum(spent_in.values()))
    print(f"\nWhere the time goes ({findings} findings)")
    for name, seconds in spent_in.items():
        print(f"  {name:21} {seconds / total:4.0%}")


def _stages_of(linter: Linter, path: str, text: str) -> Iterator[float]:
    began = time.process_time()
    document = parse(text, format_of(path))
    yield -began + (began := time.process_time())
    evidence = gather(document, linter.sources)
    yield -began + (began := time.process_time())
    reading = read(document, evidence, linter.lexicons)
    yield -began + (began := time.process_time())
    list(find(linter.rules, document, reading))
    yield -began + time.process_time()


def timed(run: object) -> float:
    """Processor seconds of a call."""
    assert callable(run)
    began = time.process_time()
    run()
    return time.process_time() - began


def linearity(linter: Linter, sizes: Sequence[int]) -> None:
    """One draft of growing size: the time of a character, as a multiple of that in the smallest."""
    prose = "\n\n".join(text for _, text in drafts())
    prose *= max(sizes) // len(prose) + 1
    print("\nOne draft of growing size: time of a character, 1.00 = in the smallest")
    print("  " + " " * 10 + "".join(f"{size // 1000:>8} kB" for size in sizes))
    for name in ("draft.md", "draft.txt"):
        costs = [timed(lambda name=name, size=size: linter.lint(prose[:size], path=name)) / size for size in sizes]
        print(f"  {name:10}" + "".join(f"{cost / costs[0]:>11.2f}" for cost in costs))


if __name__ == "__main__":
    main()
