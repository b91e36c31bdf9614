"""How claimlint's cost grows: with a draft, with the number of drafts, with a second run, with processes, with a dump.

    python benchmarks/scale.py [--quick] [PART...]

Every figure that matters is a ratio of two measurements made in the same run. Time is processor time, of all processes,
unless it is said to be the clock's; memory is that of the largest process at its peak. The parts: draft, files, memory,
archive; all of them take an hour or so, with --quick a few minutes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from claimlint.project.lint import make_linter  # noqa: E402
from drafts_gold import drafts  # noqa: E402

TEXTS = [d.text for d in drafts() if d.path.suffix in (".md", ".txt") and "[/" not in d.text and "[*]" not in d.text]
Random(7).shuffle(TEXTS)
"""Our own labelled drafts, without their labels; none that would be read as BBCode among plain text."""
SENTENCES = (
    "I started magnesium last week.", "Zinc cures colds in two days.", "Take 50 mg of zinc a day.",
    "Has anyone tried this?", "My sleep got better after a month.", "In rats this doubled the life span.",
    "Buy it at https://shop.example/zinc with code SAVE10.", "It is 100% safe.", "Ask your doctor first.",
    "Thanks for the reply, that helped.", "The weather is nice today.", "lol",
    "Creatine improves memory, a trial found (Smith 2019).", "I do not know what to think of all this.",
)  # fmt: skip
"""What the posts of the dump are made of."""


WATCH = """
import json, resource, subprocess, sys, time
began = time.perf_counter()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
assert code in (0, 1), "claimlint failed"
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([used.ru_utime + used.ru_stime, time.perf_counter() - began, used.ru_maxrss / 1000]))
"""
"""Started between this process and claimlint: a process's peak of memory begins with that of the one it is copied
from."""


class Cost(NamedTuple):
    """What a process cost."""

    processor: float
    clock: float
    megabytes: float


def main(parts: Sequence[str], *, quick: bool) -> None:
    """Print the tables."""
    tables: dict[str, Callable[[Path, bool], None]] = {
        "draft": one_draft, "files": many_files, "memory": tiny_files, "archive": dump,
    }  # fmt: skip
    for name, table in tables.items():
        if not parts or name in parts:
            with tempfile.TemporaryDirectory() as folder:
                run(Path(folder), "rules")  # compiles them
                table(Path(folder), quick)
                print(flush=True)


def one_draft(_: Path, quick: bool) -> None:
    """One draft of growing size."""
    sizes = [1_000, 10_000, 100_000, 1_000_000] + ([] if quick else [5_000_000, 20_000_000])
    linter = make_linter().without_notes()
    block = "\n\n".join(TEXTS)[:100_000]
    print("One draft of growing size, of the same words: time of a character, 1.00 = in the draft of 100 kB")
    print(" " * 12 + "".join(f"{size // 1000:>10,} kB" for size in sizes))
    for name in ("draft.md", "draft.txt"):
        costs = {}
        for size in sizes:
            pieces = [block[at : at + size] for at in range(0, len(block), size)]
            if size > len(block):
                pieces = ["\n\n".join(numbered(block, copy) for copy in range(size // len(block)))]
            began = time.process_time()
            for piece in pieces:
                linter.lint(piece, path=name)
            costs[size] = (time.process_time() - began) / sum(map(len, pieces))
        print(f"  {name:10}" + "".join(f"{costs[size] / costs[100_000]:>13.2f}" for size in sizes))


def numbered(block: str, copy: int) -> str:
    """The block with a word more in each paragraph: what is said twice in one file is taken for a quotation."""
    return block.replace("\n\n", f" Copy {copy}.\n\n")


def many_files(folder: Path, quick: bool) -> None:
    """Many drafts of the usual size: their number, a second run, and two processes."""
    counts = [125, 250, 500] if quick else [250, 500, 1000, 2000]
    print("Many drafts: time of a draft, 1.00 = in the smallest folder; nothing kept, one process")
    empty = run(folder, "--version")
    costs = []
    for count in counts:
        where = folder / str(count)
        write_drafts(where, count)
        costs.append(run(folder, "check", "--no-cache", "--jobs", "1", str(where)))
    each = [(cost.processor - empty.processor) / count for count, cost in zip(counts, costs, strict=True)]
    for count, seconds in zip(counts, each, strict=True):
        print(f"  {count:>6,} drafts {seconds / each[0]:>8.2f}")
    where, cold = folder / str(counts[-1]), costs[-1]
    print(f"\nA second run over {counts[-1]:,} drafts that did not change, and other processes: parts of the first run")
    run(folder, "check", "--jobs", "1", str(where))
    for format_ in ("text", "concise", "jsonl"):
        first = run(folder, "check", "--no-cache", "--jobs", "1", "--format", format_, str(where))
        warm = run(folder, "check", "--jobs", "1", "--format", format_, str(where))
        print(f"  {format_:22} {warm.processor / first.processor:>8.3f}")
    two = run(folder, "check", "--no-cache", "--jobs", "2", str(where))
    print(
        f"  two processes          {two.processor / cold.processor:>8.3f}   by the clock {two.clock / cold.clock:.3f}"
    )
    keeping = run(folder, "check", "--cache-dir", str(folder / "new"), "--jobs", "1", str(where))
    print(f"  keeping the findings   {keeping.processor / cold.processor:>8.3f}")


def tiny_files(folder: Path, quick: bool) -> None:
    """A folder with very many drafts of a line each: memory at its peak."""
    counts = [2_000, 20_000] if quick else [2_000, 20_000, 100_000]
    print("Very many tiny drafts: megabytes at the peak, and 1.00 = in the smallest folder")
    first = None
    for count in counts:
        where = folder / str(count)
        where.mkdir()
        for number in range(count):
            flagged = number % 50 == 0
            (where / f"post-{number:06}.md").write_text(f"Zinc cures {number} colds.\n" if flagged else "Hello.\n")
        for jobs in ("1", "2"):
            cost = run(folder, "check", "--no-cache", "--jobs", jobs, "--format", "jsonl", str(where))
            first = first or cost
            ratio = cost.megabytes / first.megabytes
            print(f"  {count:>7,} drafts, --jobs {jobs} {cost.megabytes:>8.0f} MB {ratio:>8.2f}")


def dump(folder: Path, quick: bool) -> None:
    """A forum's dump: time of a post, and memory at its peak."""
    counts = [1_000, 5_000] if quick else [5_000, 50_000]
    print("A dump of short posts: time of a post and memory, 1.00 = in the smaller dump with one process")
    first: tuple[Cost, int] | None = None
    for count in counts:
        path = folder / f"{count}.jsonl"
        write_posts(path, count)
        for jobs, output in (("1", "jsonl"), ("2", "jsonl"), ("2", "parquet")):
            out = str(folder / f"{count}-{jobs}.{output}")
            cost = run(folder, "archive", str(path), "-o", out, "--id-column", "id", "--jobs", jobs, "-q", config="")
            first = first or (cost, count)
            each = cost.processor / count / (first[0].processor / first[1])
            speed, memory = count / cost.clock, cost.megabytes / first[0].megabytes
            print(
                f"  {count:>7,} posts, --jobs {jobs} to {output:8} {each:>6.2f}   {speed:>5.0f} posts/s by the clock"
                f"   {cost.megabytes:>4.0f} MB {memory:>6.2f}"
            )


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
            text = " ".join(random.choice(SENTENCES) for _ in range(random.randint(1, 8)))
            stream.write(json.dumps({"id": f"p{number}", "text": text}) + "\n")


def run(folder: Path, *argv: str, config: str = "--no-config") -> Cost:
    """The cost of a command, as a process of its own."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPATH": str(ROOT / "src"), "XDG_CACHE_HOME": str(folder / "cache"), "COLUMNS": "100"}
    more = [config] if config and argv[0] == "check" else []
    command = [sys.executable, "-S", "-c", WATCH, sys.executable, "-m", "claimlint", *argv, *more]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True)
    return Cost(*json.loads(done.stdout))


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main([word for word in arguments if word != "--quick"], quick="--quick" in arguments)
