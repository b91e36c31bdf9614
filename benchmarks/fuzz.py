"""Feed claimlint with whatever may break it, for as long as you like.

    python benchmarks/fuzz.py [--minutes N] [--seed N] [--engine hypothesis|atheris] [TARGET ...]

The targets are those of tests/fuzzing/targets.py; without any, all take turns. Each input that breaks a property is
printed as small as it can be made, and the exit code is 1. `tests/test_fuzzing.py` is the short form.

With `--engine atheris` (`pip install atheris`), the coverage of claimlint's code chooses the inputs.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

ROUND = 100
"""Inputs of a target before the next has its turn; its weight times as many."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the fuzzers; whether something was found."""
    parser = argparse.ArgumentParser(description="Feed claimlint with whatever may break it.")
    parser.add_argument("targets", metavar="TARGET", nargs="*")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--engine", choices=("hypothesis", "atheris"), default="hypothesis")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.engine == "atheris" and options.here:
        return _atheris(options.targets[0], options.minutes * 60)
    from fuzzing.targets import TARGETS

    unknown = [name for name in options.targets if name not in TARGETS]
    if unknown:
        parser.error(f"no target {unknown[0]}; there are {', '.join(TARGETS)}")
    names = options.targets or list(TARGETS)
    if options.engine == "atheris":
        return _each_alone(names, options.minutes)
    return _hypothesis(names, options.minutes * 60, options.seed)


def _hypothesis(names: Sequence[str], seconds: float, seed: int) -> int:
    from fuzzing.targets import TARGETS

    ends = time.monotonic() + seconds
    runs = dict.fromkeys(names, 0)
    broken: set[str] = set()
    while time.monotonic() < ends and len(broken) < len(names):
        for name in names:
            left = ends - time.monotonic()
            if left <= 0 or name in broken:
                continue
            seed += 1
            runs[name] += ROUND * TARGETS[name].weight
            try:
                _property(name, seed, ROUND * TARGETS[name].weight)()
            except Exception:  # told, and the other targets go on
                broken.add(name)
                print(f"\n{name}, seed {seed}:")
                traceback.print_exc(limit=-4, file=sys.stdout)
        print(", ".join(f"{name} {count:,}" for name, count in runs.items()), flush=True)
    print(f"broken: {', '.join(sorted(broken))}" if broken else "nothing found")
    return int(bool(broken))


def _property(name: str, seed: int, examples: int) -> Callable[[], None]:
    """The property of a target, for so many inputs."""
    import hypothesis

    from fuzzing.targets import TARGETS

    target = TARGETS[name]

    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=list(hypothesis.HealthCheck),
        print_blob=False,
    )
    @hypothesis.given(target.inputs)
    def holds(drawn: tuple[Any, ...]) -> None:
        target.check(*drawn)

    return holds


def _each_alone(names: Sequence[str], minutes: float) -> int:
    """Each target in a process of its own: libFuzzer ends its process."""
    found = 0
    for name in names:
        command = [
            sys.executable,
            __file__,
            "--engine",
            "atheris",
            "--here",
            "--minutes",
            str(minutes / len(names)),
            name,
        ]
        print(f"\n{name}:", flush=True)
        found |= subprocess.run(command, check=False).returncode != 0
    return int(found)


def _atheris(name: str, seconds: float) -> int:
    import atheris

    with atheris.instrument_imports(include=["claimlint"]):
        from fuzzing.properties import linter

    linter()  # compiled before the clock runs
    fuzz = _property(name, 0, 1).hypothesis.fuzz_one_input  # type: ignore[attr-defined]
    atheris.Setup(["fuzz", f"-max_total_time={int(seconds) or 1}", "-verbosity=1", "-print_final_stats=1"], fuzz)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
