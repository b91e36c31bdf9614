"""The pre-commit hook, used as another repository uses it: through pre-commit, from this very checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

BAD = "# Sleep\n\nSome background on sleep.\n\nTake 400 mg of magnesium every night before bed.\n"
GOOD = "# Sleep\n\nSome background on sleep.\n\nPlease ask your doctor about magnesium.\n"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


class Repository:
    """A git repository with its own identity, and none of the machine's settings."""

    def __init__(self, path: Path, home: Path) -> None:
        self.path = path
        home.mkdir(exist_ok=True)
        kept = ("PATH", "LANG", "LC_ALL", "TMPDIR", "PIP_INDEX_URL", "PIP_CERT", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE")
        proxies = [name for name in os.environ if name.lower().endswith("_proxy")]
        self.environment = {name: os.environ[name] for name in (*kept, *proxies) if name in os.environ}
        self.environment["PATH"] = str(Path(sys.executable).parent) + os.pathsep + os.environ.get("PATH", "")
        for role in ("AUTHOR", "COMMITTER"):
            self.environment |= {f"GIT_{role}_NAME": "Test", f"GIT_{role}_EMAIL": "test@example.org"}
        self.environment |= {
            "HOME": str(home),
            "GIT_CONFIG_NOSYSTEM": "1",
            "PRE_COMMIT_HOME": str(home / "pre-commit"),
            "COLUMNS": "100",
        }
        path.mkdir(exist_ok=True)
        self.git("init", "-q")

    def run(self, *argv: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            argv, cwd=self.path, env=self.environment, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done

    def git(self, *argv: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return self.run("git", *argv, check=check)

    def commit(self, message: str, **files: str) -> subprocess.CompletedProcess[str]:
        for name, text in files.items():
            path = self.path / name.replace("__", "/").replace("_dot_", ".")
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        self.git("add", "-A")
        return self.git("commit", "-q", "-m", message, check=False)


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> tuple[Repository, Repository]:
    """A repository that holds this checkout as it stands, uncommitted work too; and one for content."""
    base = tmp_path_factory.mktemp("hook")
    tool = Repository(base / "claimlint", base / "home")
    left_out = shutil.ignore_patterns(".git", ".venv", "venv", "__pycache__", ".*_cache", "*.egg-info", "dist", "build")
    shutil.copytree(ROOT, tool.path, dirs_exist_ok=True, ignore=left_out)
    done = tool.commit("this checkout")
    assert done.returncode == 0, done.stderr
    return tool, Repository(base / "content", base / "home")


def test_a_commit_is_refused_at_the_line_and_accepted_once_the_draft_is_mended(
    places: tuple[Repository, Repository],
) -> None:
    tool, content = places
    revision = tool.git("rev-parse", "HEAD").stdout.strip()
    config = f"repos:\n- repo: {tool.path}\n  rev: {revision}\n  hooks:\n  - id: claimlint\n"
    (content.path / ".pre-commit-config.yaml").write_text(config)
    content.run("pre-commit", "install")

    refused = content.commit("A bad draft", posts__sleep_dot_md=BAD)
    output = refused.stdout + refused.stderr
    assert refused.returncode == 1, output
    assert "posts/sleep.md:5:1 " in output
    assert " unsourced-dose " in output
    assert content.git("rev-parse", "HEAD", check=False).returncode != 0, "nothing was committed"

    accepted = content.commit("A mended draft", posts__sleep_dot_md=GOOD)
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr
    assert content.git("log", "--format=%s").stdout == "A mended draft\n"

    # What the configuration excludes is not checked even though pre-commit passes it by name.
    excludes = "exclude: [archive/]\n"
    excluded = content.commit("An archive", archive__old_dot_md=BAD, _dot_claimlint_dot_yaml=excludes)
    assert excluded.returncode == 0, excluded.stdout + excluded.stderr


def test_try_repo_runs_the_hook_on_all_files(places: tuple[Repository, Repository]) -> None:
    tool, content = places
    (content.path / "new.md").write_text(BAD)
    content.git("add", "new.md")
    done = content.run("pre-commit", "try-repo", str(tool.path), "claimlint", "--all-files", check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "new.md:5:1 " in done.stdout
    assert "posts/sleep.md" not in done.stdout
