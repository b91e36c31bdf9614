"""Whatever claimlint writes, where it cannot: in a folder that is read-only, on a full disk, through a link, beside
another process, and killed. What is written by renaming is in `test_writing.py`; here are the others, the cache and the
output of `claimlint archive`, and what a folder refuses."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="limits and rights of another kind"),
    pytest.mark.usefixtures("ends_in_time"),
]

DRAFT = "Ginkgo absolutely improves memory in adults [1].\n\n" * 20
POSTS = ("Zinc cures colds.", "Hello there.", "Take 50 mg of zinc a day.")
ARCHIVE = ("archive", "forum.jsonl", "--id-column", "id", "--jobs", "2", "-q", "-o")
SLOWLY = (
    "import sys\nfrom claimlint.project.archive import output, run\n"
    "run.POSTS, run.OFTEN, output.PART = 4, -1.0, 10\n"
    "from claimlint.cli.main import main\nsys.exit(main(sys.argv[1:]))"
)
"""The command, saving after every few posts."""
DAC_OVERRIDE, CAPBSET_DROP = 1, 24


@pytest.fixture
def site(folder: Path) -> Path:
    (folder / "draft.md").write_text(DRAFT)
    (folder / "other.md").write_text(DRAFT)
    rows = [json.dumps({"id": f"p{n}", "text": f"{POSTS[n % 3]} ({n})"}) for n in range(200)]
    (folder / "forum.jsonl").write_text("\n".join(rows) + "\n")
    return folder


def command(arguments: Sequence[str]) -> list[str]:
    return [sys.executable, "-c", SLOWLY, *arguments]


def claimlint(*arguments: str, before: Callable[[], None] | None = None) -> tuple[int, str]:
    """The exit code of a command, and what it says on standard error."""
    done = subprocess.run(
        command(arguments),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        preexec_fn=before,
    )
    return done.returncode, done.stderr


def without_privilege() -> None:
    """Let what follows heed the rights of files even if it is root's."""
    import ctypes

    ctypes.CDLL(None).prctl(CAPBSET_DROP, DAC_OVERRIDE, 0, 0, 0)


def no_room() -> None:
    """Let no file get larger than this: as far as a process can tell, the disk is full."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (700, 700))


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def rows_of(output: str) -> list[dict[str, object]]:
    if output.endswith(".jsonl"):
        return [json.loads(line) for line in Path(output).read_text().splitlines()]
    dataset = pytest.importorskip("pyarrow.dataset")
    return list(dataset.dataset(sorted(map(str, Path(output).glob("*.parquet")))).to_table().to_pylist())


REFUSED = {
    "fix": (["fix", "draft.md"], "draft.md: cannot be written: Permission denied"),
    "baseline": (["baseline", "."], ".claimlint-baseline.json: cannot be written: Permission denied"),
    "init": (["init"], ".claimlint.yaml: cannot be written: Permission denied"),
    "report": (["--format", "html", "-o", "r.html", "draft.md"], "r.html: cannot be written: Permission denied"),
    "archive": ([*ARCHIVE, "out.jsonl"], "out.jsonl.state.json: cannot be written: Permission denied"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_read_only_folder_is_told_and_nothing_changes(site: Path, what: str) -> None:
    arguments, message = REFUSED[what]
    before = contents(site)
    site.chmod(0o555)
    try:
        may = ["touch", "x"]
        if not subprocess.run(may, check=False, preexec_fn=without_privilege, stderr=subprocess.DEVNULL).returncode:
            pytest.skip("whoever runs this may write everywhere")
        code, said = claimlint(*arguments, before=without_privilege)
    finally:
        site.chmod(0o755)
    assert code == 2
    assert message in said
    assert len(said.splitlines()) == 1
    assert contents(site) == before


@pytest.mark.parametrize("before", [without_privilege, no_room], ids=["read-only", "full"])
def test_a_cache_that_cannot_be_written_costs_nothing(site: Path, tmp_path: Path, before: Callable[[], None]) -> None:
    cache = tmp_path / "cache"
    cache.mkdir(mode=0o555 if before is without_privilege else 0o755)
    expected = claimlint("--no-cache", "--jobs", "1", ".")
    assert claimlint("--cache-dir", str(cache), "--jobs", "2", ".", before=before) == expected == (1, "")
    cache.chmod(0o755)
    assert [path for path in contents(cache) if path.endswith(".json")] == []
    assert claimlint("--cache-dir", str(cache), ".") == expected
    assert len([path for path in contents(cache) if path.endswith(".json")]) == 1  # the drafts are the same


def test_a_cache_survives_a_kill_at_any_moment(site: Path, tmp_path: Path) -> None:
    cache = str(tmp_path / "cache")
    for number in range(60):
        (site / f"{number}.md").write_text(f"Zinc cures {number} colds.\n")
    expected = subprocess.run(command(["--no-cache", "."]), capture_output=True, check=False).stdout
    for pause in (0.2, 0.3, 0.4, 0.5):
        with subprocess.Popen(command(["--cache-dir", cache, "."]), stdout=subprocess.DEVNULL) as process:
            time.sleep(pause)
            process.kill()
        shown = subprocess.run(command(["--cache-dir", cache, "."]), capture_output=True, check=False).stdout
        assert shown == expected
        for path in Path(cache).rglob("*.json"):
            if path.stat().st_size % 2:
                path.unlink()  # something is left to do for the next


@pytest.fixture(params=["out.jsonl", "out.parquet"])
def out(request: pytest.FixtureRequest) -> str:
    if request.param == "out.parquet":
        pytest.importorskip("pyarrow")
    return str(request.param)


@pytest.fixture
def whole(site: Path, out: str) -> list[dict[str, object]]:
    """The rows of a run that nothing disturbed."""
    assert claimlint(*ARCHIVE, f"whole{Path(out).suffix}") == (0, "")
    return rows_of(f"whole{Path(out).suffix}")


def test_an_archive_on_a_full_disk_goes_on_when_there_is_room(out: str, whole: list[dict[str, object]]) -> None:
    code, said = claimlint(*ARCHIVE, out, before=no_room)
    assert code == 2
    assert "cannot be written: File too large" in said
    assert claimlint(*ARCHIVE, out, "--resume") == (0, "")
    assert rows_of(out) == whole


def test_an_archive_that_is_killed_again_and_again_gets_done(out: str, whole: list[dict[str, object]]) -> None:
    kills = 0
    for pause in (0.4, 0.6, 0.8, 1.0):
        with subprocess.Popen(command([*ARCHIVE, out, "--resume"])) as process:
            time.sleep(pause)
            process.kill()
        kills += process.returncode == -9
    assert claimlint(*ARCHIVE, out, "--resume") == (0, "")
    assert rows_of(out) == whole
    assert kills


def test_two_runs_do_not_write_one_archive(out: str, whole: list[dict[str, object]]) -> None:
    """Of several at once one does the work. The others tell that it does, or find it done."""
    runs = [subprocess.Popen(command([*ARCHIVE, out, "--resume"]), stderr=subprocess.PIPE) for _ in range(3)]
    said = [run.communicate()[1].decode() for run in runs]
    assert {run.returncode for run in runs} <= {0, 2}
    assert {line for line in said if line} <= {f"claimlint: error: {out}: is being written by another run\n"}
    assert claimlint(*ARCHIVE, out, "--resume") == (0, "")
    assert rows_of(out) == whole


def test_an_archive_that_another_run_writes_is_left_alone(
    out: str, whole: list[dict[str, object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    from claimlint.errors import ClaimlintError
    from claimlint.project.archive import claim
    from claimlint.project.archive.output import open_output

    assert claimlint(*ARCHIVE, out) == (0, "")
    written = load_written(out)
    monkeypatch.setattr(claim, "PATIENCE", 0.0)
    holder = open_output(out, written)
    with pytest.raises(ClaimlintError, match=rf"^{out}: is being written by another run$"):
        open_output(out, 0)
    assert rows_of(out) == whole
    holder.close()
    open_output(out, written).close()


def load_written(out: str) -> int:
    return int(json.loads(Path(f"{out}.state.json").read_text())["written"])


def test_an_archive_is_not_written_through_a_link_that_leads_nowhere(site: Path, tmp_path: Path) -> None:
    Path("out.jsonl").symlink_to(tmp_path / "precious")
    code, said = claimlint(*ARCHIVE, "out.jsonl")
    assert (code, "out.jsonl: is there already" in said) == (2, True)
    assert not (tmp_path / "precious").exists()
