"""The whole table of speed and scale, by one command.

    python benchmarks [--quick]

Runs `speed.py` (cold start, throughput), `scale.py` (drafts, files, second runs, processes, memory, dumps) and
`tools/count_work.py` (the work for a thousand words, which needs no clock), one after the other. It takes an hour
or two; with `--quick` a quarter of an hour.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main(options: list[str]) -> int:
    """Run each part with the options given; 0 if all came to their end."""
    parts = (
        ["speed.py", *options],
        ["scale.py", *options],
        [str(HERE.parent / "tools" / "count_work.py")],
    )
    ended = 0
    for program, *rest in parts:
        print(f"\n=== {Path(program).stem} ===\n", flush=True)
        ended |= subprocess.run([sys.executable, str(HERE / program), *rest], check=False).returncode
    return ended


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
