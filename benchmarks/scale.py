"""How claimlint's cost grows: with a draft, with the number of drafts, with a second run, with processes, with a dump.

    python benchmarks/scale.py [--quick] [--posts 1000000] [PART...]

Every figure is a ratio of two measurements of the same run, beside the bar that it should reach. Time is processor
time, of all processes, unless it is said to be the clock's; memory is that of the largest process at its peak. What is
short is measured several times in turns, and the least counts: others use the machine, too. The parts are draft, files,
jobs, memory and archive; all of them take an hour or so, with --quick a few minutes. See docs/large-runs.md.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from claimlint.cli.main import RARELY  # noqa: E402
from claimlint.project.lint import make_linter  # noqa: E402
from claimlint.project.run import cores  # noqa: E402
from drafts_gold import drafts  # noqa: E402

MARKUP = ("[/", "[*]", "```", "~~~", "<!--", "claimlint-")
TEXTS = [d.text for d in drafts() if d.path.suffix in (".md", ".txt") and not any(sign in d.text for sign in MARKUP)]
Random(7).shuffle(TEXTS)
"""Our own labelled drafts, without their labels; none that makes others beside it in one file be read otherwise (as
BBCode, code or a comment)."""
SENTENCES = sorted({s for text in TEXTS for s in re.findall(r"(?<=[.!?] )[A-Z][^\n.!?]{10,150}[.!?](?=\s)", text)})
"""What the posts of a dump and very short drafts are made of."""

GROWTH, WARM, SHARE, MEMORY, NAMES = 1.25, 0.1, 0.8, 1.25, 1.5
"""The bars: the cost of a character, draft or post in a large run beside that in a small one; a second run beside the
first; the speed-up beside the number of cores; the peak of memory of a large run beside that of a small one, and of a
run over a large folder, whose names are sorted."""

WATCH = """
import hashlib, json, os, resource, subprocess, sys, time
began, digest, first = time.perf_counter(), hashlib.sha256(), 0.0
with subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE) as process:
    while data := process.stdout.read(1 << 16):
        digest.update(data)
    if os.path.exists("/proc/self/stat"):
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        with open(f"/proc/{process.pid}/stat") as stat:
            first = sum(map(int, stat.read().rpartition(")")[2].split()[11:13])) / os.sysconf("SC_CLK_TCK")
assert process.returncode in (0, 1), "claimlint failed"
used = resource.getrusage(resource.RUSAGE_CHILDREN)
clock = time.perf_counter() - began
print(json.dumps([used.ru_utime + used.ru_stime, clock, used.ru_maxrss / 1000, digest.hexdigest(), first]))
"""
"""Started between this process and claimlint: a process's peak of memory begins with that of the one it is copied
from."""


class Cost(NamedTuple):
    """What a process cost with all that it started, and a digest of what it printed."""

    processor: float
    clock: float
    megabytes: float
    printed: str
    first: float
    """Of the processor time, that of the first process alone."""


class Size(NamedTuple):
    """How thorough a run of this benchmark is."""

    quick: bool
    posts: int


def main() -> None:
    """Print the tables."""
    tables: Mapping[str, Callable[[Path, Size], None]] = {
        "draft": one_draft, "files": many_files, "jobs": several_processes, "memory": tiny_files, "archive": dump,
    }  # fmt: skip
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="smaller sizes, fewer rounds")
    parser.add_argument("--posts", type=int, default=0, help="a third dump with so many posts, by one process")
    parser.add_argument("parts", metavar="PART", nargs="*", help=f"some of {', '.join(tables)}; without it, all")
    asked = parser.parse_args()
    if unknown := set(asked.parts) - set(tables):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    for name, table in tables.items():
        if not asked.parts or name in asked.parts:
            with tempfile.TemporaryDirectory() as folder:
                run(Path(folder), "rules")  # compiles them
                table(Path(folder), Size(asked.quick, asked.posts))
                print(flush=True)


def verdict(figure: float, bar: float, what: str, *, most: bool = True) -> None:
    """A figure beside the bar that it should reach."""
    met = figure <= bar if most else figure >= bar
    print(f"  => {figure:.2f} {what} (bar: at {'most' if most else 'least'} {bar:g}; {'met' if met else 'NOT met'})")


def in_turns(measure: Mapping[int, Callable[[], float]], rounds: int) -> dict[int, float]:
    """The least of several measurements of each, made in turns."""
    turns = [{name: one() for name, one in measure.items()} for _ in range(rounds)]
    return {name: min(turn[name] for turn in turns) for name in measure}


def one_draft(folder: Path, size: Size) -> None:
    """One draft of growing size."""
    small = (1_000, 10_000, 100_000, 1_000_000)
    large = () if size.quick else (5_000_000, 20_000_000)
    gc.set_threshold(*RARELY)  # as the command does
    linter = make_linter().without_notes()
    block = "\n\n".join(TEXTS)[:100_000]
    worst = 0.0
    print("One draft of growing size, of the same words: time of a character, 1.00 = in the draft of 100 kB")
    print(" " * 12 + "".join(f"{length // 1000:>10,} kB" for length in small + large))
    for name in ("draft.md", "draft.txt"):

        def each(length: int, name: str = name) -> float:
            pieces = [block[at : at + length] for at in range(0, len(block), length)]
            if length > len(block):
                pieces = [long_draft(block, length)]
            began = time.process_time()
            for piece in pieces:
                linter.lint(piece, path=name)
            return (time.process_time() - began) / sum(map(len, pieces))

        costs = in_turns({length: partial(each, length) for length in small}, 2 if size.quick else 5)
        costs |= in_turns({length: partial(each, length) for length in large}, 1)
        print(f"  {name:10}" + "".join(f"{cost / costs[100_000]:>13.2f}" for cost in costs.values()))
        worst = max(worst, *(cost / costs[100_000] for cost in costs.values()))
    verdict(worst, GROWTH, "at worst")
    print("Memory at the peak, above that of an empty draft")
    (folder / "empty.md").write_text("A.\n")
    empty = run(folder, "check", "--no-cache", str(folder / "empty.md"))
    each_mb = []
    for length in (1_000_000, *large):
        (folder / "draft.md").write_text(long_draft(block, length), encoding="utf-8")
        megabytes = run(folder, "check", "--no-cache", str(folder / "draft.md")).megabytes - empty.megabytes
        each_mb.append(megabytes / length * 1e6)
        print(f"  {length / 1e6:>6.0f} MB of draft {megabytes:>8.0f} MB")
    verdict(max(each_mb) / each_mb[0], GROWTH, "times as much for each character as in 1 MB")


def long_draft(block: str, length: int) -> str:
    """The block again and again, with a word more in each paragraph: what is said twice in one file is taken for a
    quotation."""
    copies = (block.replace("\n\n", f" Copy {copy}.\n\n") for copy in range(length // len(block)))
    return "\n\n".join(copies)


def many_files(folder: Path, size: Size) -> None:
    """Many drafts of the usual size: their number, and a second run."""
    counts = (125, 250, 500) if size.quick else (250, 500, 1000, 2000)
    rounds = 1 if size.quick else 2
    print("Many drafts: time of a draft, 1.00 = in the smallest folder; nothing kept, one process")
    start = run(folder, "--version").processor
    for count in counts:
        write_drafts(folder / str(count), count)

    def cold(count: int) -> float:
        cost = run(folder, "check", "--no-cache", "--jobs", "1", str(folder / str(count)))
        return (cost.processor - start) / count

    each = in_turns({count: partial(cold, count) for count in counts}, rounds)
    for count, seconds in each.items():
        print(f"  {count:>6,} drafts {seconds / each[counts[0]]:>8.2f}")
    verdict(max(each.values()) / each[counts[0]], GROWTH, "at worst")
    where = str(folder / str(counts[-1]))
    print(f"A second run over {counts[-1]:,} drafts that did not change: part of the first one's time")
    keeping = run(folder, "check", "--jobs", "1", where).processor
    worst = 0.0
    for format_ in ("text", "concise", "json", "jsonl", "sarif"):
        common = ("check", "--jobs", "1", "--format", format_, where)
        first = run(folder, *common, "--no-cache")
        warm = min((run(folder, *common) for _ in range(rounds)), key=lambda cost: cost.processor)
        assert warm.printed == first.printed, "a second run says something else"
        worst = max(worst, warm.processor / first.processor)
        print(f"  {format_:10} {warm.processor / first.processor:>8.3f}   by the clock {warm.clock / first.clock:.3f}")
    verdict(worst, WARM, "at worst, with the same output")
    print(f"  keeping the findings makes the first run {keeping / (each[counts[-1]] * counts[-1] + start):.2f} as long")


def several_processes(folder: Path, size: Size) -> None:
    """The same work by one process and by as many as there are cores.

    On a machine with other work the clock tells more of that than of claimlint. What counts is the processor time on
    the longest path, if no share of the first process's own work went on while the others worked.
    """
    count = 250 if size.quick else 1000
    write_drafts(folder / "drafts", count)
    print(f"{count:,} drafts by several processes: {cores()} cores, load of others before {os.getloadavg()[0]:.1f}")
    command = ("check", "--no-cache", "--format", "json", str(folder / "drafts"), "--jobs")
    ways = sorted({1, 2, cores()})
    turns = [{jobs: run(folder, *command, str(jobs)) for jobs in ways} for _ in range(2 if size.quick else 4)]
    assert len({cost.printed for turn in turns for cost in turn.values()}) == 1, "the output differs"
    clock = {jobs: min(turn[jobs].clock for turn in turns) for jobs in ways}
    alone = min(turn[1].processor for turn in turns)
    for jobs in ways[1:]:
        best = min((turn[jobs] for turn in turns), key=lambda cost: cost.processor)
        path = best.first + (best.processor - best.first) / jobs
        print(
            f"  --jobs {jobs}: {clock[1] / clock[jobs]:.2f} times as fast by the clock, cores shared with others;"
            f" {best.processor / alone:.2f} of the processor time, {best.first / best.processor:.2f} of it in the first"
        )
    verdict(alone / path / ways[-1], SHARE, f"of {ways[-1]} times as fast with the cores to itself", most=False)


def tiny_files(folder: Path, size: Size) -> None:
    """A folder with very many drafts of a line or two, most of them with a finding: memory at its peak."""
    counts = (1_000, 10_000) if size.quick else (10_000, 100_000)
    random = Random(7)
    for count in counts:
        (folder / str(count)).mkdir()
        for number in range(count):
            (folder / str(count) / f"post-{number:06}.md").write_text(post(random, number) + "\n", encoding="utf-8")
    print(f"Very many tiny drafts: memory at the peak in a folder of {counts[0]:,} and of {counts[1]:,}")
    ways = {
        "one process, nothing kept": ("--no-cache", "--jobs", "1"),
        "two processes, nothing kept": ("--no-cache", "--jobs", "2"),
        "findings kept": ("--jobs", "1"),
        **{f"second run, {name}": ("--jobs", "1", "--format", name) for name in ("json", "sarif", "html", "markdown")},
    }
    worst = 0.0
    for name, options in ways.items():
        small, large = (run(folder, "check", *options, str(folder / str(count))).megabytes for count in counts)
        print(f"  {name:28} {small:>5.0f} MB {large:>5.0f} MB {large / small:>8.2f}", flush=True)
        worst = max(worst, large / small)
    verdict(worst, NAMES, f"at worst, for {counts[1] // counts[0]} times as many drafts")


def dump(folder: Path, size: Size) -> None:
    """A forum's dump: time of a post, and memory at its peak."""
    counts = [1_000, 10_000] if size.quick else [10_000, 100_000]
    ways = [("1", "jsonl"), ("2", "jsonl"), ("1", "parquet")]
    print("A dump of short posts: time of a post and memory, 1.00 = in the smallest dump")
    start: dict[tuple[str, str], Cost] = {}
    first: dict[tuple[str, str], tuple[float, float]] = {}
    times, memory = [], []
    for count in [1, *counts, *([size.posts] if size.posts else [])]:
        path = folder / f"{count}.jsonl"
        write_posts(path, count)
        for way in ways if count <= counts[-1] else ways[:1]:
            out = str(folder / f"{count}-{way[0]}.{way[1]}")
            command = ("archive", str(path), "-o", out, "--id-column", "id", "--jobs", way[0], "-q")
            cost = run(folder, *command, config="")
            if count == 1:
                start[way] = cost
                continue
            each = (cost.processor - start[way].processor) / count
            smallest = first.setdefault(way, (each, cost.megabytes))
            times.append(each / smallest[0])
            memory.append(cost.megabytes / smallest[1])
            print(
                f"  {count:>9,} posts, --jobs {way[0]} to {way[1]:8} {times[-1]:>6.2f}"
                f"   {count / cost.clock:>5.0f} posts/s by the clock   {cost.megabytes:>4.0f} MB {memory[-1]:>6.2f}",
                flush=True,
            )
    verdict(max(times), GROWTH, "times as long for a post, at worst")
    verdict(max(memory), MEMORY, "times as much memory, at worst")


def write_drafts(folder: Path, count: int) -> None:
    """Drafts of the usual size, each different, in turns of 125."""
    folder.mkdir()
    for number in range(count):
        text = TEXTS[number % 125]
        (folder / f"{number:05}.md").write_text(f"{text}\n\nCopy {number}.\n", encoding="utf-8")


def write_posts(path: Path, count: int) -> None:
    """A dump in which each post is a few sentences."""
    random = Random(7)
    with path.open("w", encoding="utf-8") as stream:
        for number in range(count):
            stream.write(json.dumps({"id": f"p{number}", "text": post(random, number)}) + "\n")


def post(random: Random, number: int) -> str:
    """A sentence or two, with a word that no other post has."""
    return " ".join([*random.choices(SENTENCES, k=random.randint(1, 2)), f"Thanks, member{number}."])


def run(folder: Path, *argv: str, config: str = "--no-config") -> Cost:
    """The cost of a command, as a process of its own."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPATH": str(ROOT / "src"), "XDG_CACHE_HOME": str(folder / "cache"), "COLUMNS": "100"}
    more = [config] if config and argv[0] == "check" else []
    command = [sys.executable, "-S", "-c", WATCH, sys.executable, "-m", "claimlint", *argv, *more]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True)
    return Cost(*json.loads(done.stdout))


if __name__ == "__main__":
    main()
