"""How fast claimlint is: cold start, throughput, and whether cost grows with the size of a draft.

    python benchmarks/speed.py [--quick]

Every figure that matters is a ratio of two measurements made in the same run: machines differ, and are busy. proselint
is measured beside claimlint when it is installed (`pip install proselint==0.16.0`).
"""

from __future__ import annotations

import gc
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

from claimlint.cli.main import RARELY  # noqa: E402
from claimlint.document.formats import format_of  # noqa: E402
from claimlint.document.parse import parse  # noqa: E402
from claimlint.evidence.gather import gather  # noqa: E402
from claimlint.language.read import read  # noqa: E402
from claimlint.project.lint import Linter, make_linter  # noqa: E402

SEED = next((ROOT / "seeds").glob("000_*.txt"))
DRAFTS = sorted(p for p in (ROOT / "tests" / "drafts").iterdir() if p.suffix in (".md", ".txt") and p.stem != "README")
SIZES = (250_000, 500_000, 1_000_000, 2_000_000)
"""Characters of the drafts whose cost is compared."""


def main(quick: bool) -> None:
    """Print the three tables."""
    gc.set_threshold(*RARELY)  # as the command does
    proselint = shutil.which("proselint", path=os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])))
    cold_start(proselint, 5 if quick else 15)
    linter = make_linter().without_notes()
    throughput(linter, proselint, 1 if quick else 3)
    linearity(linter, SIZES[:2] if quick else SIZES)


def cold_start(proselint: str | None, times: int) -> None:
    """Whole processes on the first seed, taking turns; medians."""
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "claimlint": [sys.executable, "-m", "claimlint", "--no-config", str(SEED)],
    }
    if proselint:
        commands["proselint"] = [proselint, "check", str(SEED)]
    # Bytecode is kept, as in an installation.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPATH"] = str(ROOT / "src")
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(times + 1):
        for name, command in commands.items():
            began = time.perf_counter()
            subprocess.run(command, env=environment, capture_output=True, check=False)
            if turn:  # the first fills the caches
                seconds[name].append(time.perf_counter() - began)
    print(f"Cold start on {SEED.name}, median of {times}")
    medians = {name: statistics.median(values) for name, values in seconds.items()}
    for name, median in medians.items():
        print(f"  {name:16} {median * 1000:6.0f} ms   {median / medians['python -c pass']:5.1f} x bare Python")
    if proselint:
        print(f"  claimlint takes {medians['claimlint'] / medians['proselint']:.2f} of proselint's time")


def throughput(linter: Linter, proselint: str | None, rounds: int) -> None:
    """All labelled drafts, one after the other, on one core; and where the time goes."""
    drafts = [(str(path), path.read_text(encoding="utf-8")) for path in DRAFTS]
    size = sum(len(text.encode()) for _, text in drafts) / 1e6
    spent = dict.fromkeys(("document", "evidence", "language", "rules and rewording"), 0.0)
    totals = []
    for _ in range(rounds):
        began = time.process_time()
        found = sum(len(linter.lint(text, path=path).findings) for path, text in drafts)
        totals.append(time.process_time() - began)
    speed = size / min(totals)
    for path, text in drafts:
        marks = [time.process_time()]
        document = parse(text, format_of(path))
        marks.append(time.process_time())
        evidence = gather(document, linter.sources)
        marks.append(time.process_time())
        read(document, evidence, linter.lexicons)
        marks.append(time.process_time())
        for name, before, after in zip(spent, marks, marks[1:], strict=False):
            spent[name] += after - before
    spent["rules and rewording"] = max(0.0, min(totals) - sum(spent.values()))
    print(f"\nThroughput on one core: {len(drafts)} drafts, {size:.2f} MB, {found} findings with suggestions")
    print(f"  claimlint {speed:6.3f} MB/s   {1000 * min(totals) / found:.2f} ms a finding")
    for name, value in spent.items():
        print(f"    {name:20} {value / min(totals):4.0%}")
    if proselint:
        other = proselint_speed(proselint)
        print(f"  proselint {other:6.3f} MB/s   claimlint is {speed / other:.1f} x as fast")


def proselint_speed(proselint: str) -> float:
    """proselint's megabytes a second on the drafts, less its start."""
    with tempfile.TemporaryDirectory() as name:
        empty, large = Path(name, "empty.txt"), Path(name, "large.txt")
        empty.write_text("A.\n")
        large.write_text("\n\n".join(path.read_text(encoding="utf-8") for path in DRAFTS[:40]), encoding="utf-8")
        seconds = []
        for path in (empty, large):
            began = time.perf_counter()
            subprocess.run([proselint, "check", str(path)], capture_output=True, check=False)
            seconds.append(time.perf_counter() - began)
        return large.stat().st_size / 1e6 / max(seconds[1] - seconds[0], 0.001)


def linearity(linter: Linter, sizes: Sequence[int]) -> None:
    """One draft of growing size: the time of a character, as a multiple of that in the smallest."""
    prose = "\n\n".join(path.read_text(encoding="utf-8") for path in DRAFTS)
    prose *= max(sizes) // len(prose) + 1
    print("\nOne draft of growing size: time of a character, 1.00 = in the smallest")
    print("  " + " " * 10 + "".join(f"{size // 1000:>8} kB" for size in sizes))
    for name in ("draft.md", "draft.txt"):
        costs = []
        for size in sizes:
            began = time.process_time()
            linter.lint(prose[:size], path=name)
            costs.append((time.process_time() - began) / size)
        print(f"  {name:10}" + "".join(f"{cost / costs[0]:>11.2f}" for cost in costs))


if __name__ == "__main__":
    main("--quick" in sys.argv[1:])
