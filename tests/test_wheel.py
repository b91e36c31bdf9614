"""The wheel holds all that a run needs, and finds what the checkout finds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_a_wheel_finds_the_same_from_an_empty_folder(tmp_path: Path) -> None:
    wheel = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path), str(ROOT)]
    built = subprocess.run(wheel, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    (archive,) = tmp_path.glob("claimlint-*.whl")
    zipfile.ZipFile(archive).extractall(tmp_path / "site")
    empty = tmp_path / "empty"
    empty.mkdir()
    seeds = str(ROOT / "seeds")

    def findings(source: Path) -> object:
        environment = {**os.environ, "PYTHONPATH": str(source), "XDG_CACHE_HOME": str(tmp_path / "cache")}
        where = "import claimlint, sys; print(claimlint.__file__, file=sys.stderr)"
        code = f"{where}; from claimlint.cli.main import main; sys.exit(main(['--format', 'json', {seeds!r}]))"
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=empty, env=environment
        )
        assert done.stderr.startswith(str(source)), done.stderr
        assert done.returncode == 1, done.stderr
        return json.loads(done.stdout)

    assert findings(tmp_path / "site") == findings(ROOT / "src")
    assert list(empty.iterdir()) == []
