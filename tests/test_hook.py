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


def config(tool: Repository, *options: str) -> str:
    revision = tool.git("rev-parse", "HEAD").stdout.strip()
    more = "".join(f"\n    {option}" for option in options)
    return f"repos:\n- repo: {tool.path}\n  rev: {revision}\n  hooks:\n  - id: claimlint{more}\n"


@pytest.fixture(scope="module")
def hooked(places: tuple[Repository, Repository]) -> Repository:
    """The content, with the hook installed."""
    tool, content = places
    (content.path / ".pre-commit-config.yaml").write_text(config(tool))
    content.run("pre-commit", "install")
    return content


def test_a_commit_is_refused_at_the_line_and_accepted_once_the_draft_is_mended(hooked: Repository) -> None:
    refused = hooked.commit("A bad draft", posts__sleep_dot_md=BAD)
    output = refused.stdout + refused.stderr
    assert refused.returncode == 1, output
    assert "posts/sleep.md:5:1 " in output
    assert " unsourced-dose " in output
    assert hooked.git("rev-parse", "HEAD", check=False).returncode != 0, "nothing was committed"

    accepted = hooked.commit("A mended draft", posts__sleep_dot_md=GOOD)
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr
    assert hooked.git("log", "--format=%s").stdout == "A mended draft\n"

    # What the configuration excludes is not checked even though pre-commit passes it by name.
    excludes = "exclude: [archive/]\n"
    excluded = hooked.commit("An archive", archive__old_dot_md=BAD, _dot_claimlint_dot_yaml=excludes)
    assert excluded.returncode == 0, excluded.stdout + excluded.stderr


def test_of_many_files_each_is_reported_once_and_the_excluded_not(hooked: Repository) -> None:
    """pre-commit starts the hook several times at once, each time with some of the files."""
    folder = hooked.path / "many"
    (folder / "old").mkdir(parents=True)
    (folder / ".claimlint.yaml").write_text("exclude: [old/]\n")
    names = [f"many/{number} “é”.md" for number in range(9)]
    for name in names:
        (hooked.path / name).write_text(BAD, encoding="utf-8")
    for name in ("many/old/bad.md", "many/notes.py"):
        (hooked.path / name).write_text(BAD)
    (folder / "good.md").write_text(GOOD)
    others = ("many/old/bad.md", "many/notes.py", "many/good.md")
    done = hooked.run("pre-commit", "run", "claimlint", "--files", *names, *others, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert sorted(name for name in names if done.stdout.count(f"{name}:5:1 error unsourced-dose ") == 1) == names
    assert not [name for name in others if f"{name}:" in done.stdout]


def test_with_fix_safe_edits_are_made_and_the_commit_waits(
    places: tuple[Repository, Repository], hooked: Repository
) -> None:
    tool, _ = places
    (hooked.path / "fix.yaml").write_text(config(tool, "args: [--fix]"))
    draft = hooked.path / "promise.md"
    draft.write_text("This tea will undoubtedly calm you before bed ([NHS](https://www.nhs.uk/sleep)).\n")
    hooked.git("add", "promise.md")
    argv = ("pre-commit", "run", "--config", "fix.yaml", "claimlint", "--files", "promise.md")
    first = hooked.run(*argv, check=False)
    assert first.returncode == 1, first.stdout + first.stderr
    assert "files were modified by this hook" in first.stdout
    assert draft.read_text() == "This tea will calm you before bed ([NHS](https://www.nhs.uk/sleep)).\n"
    second = hooked.run(*argv, check=False)
    assert second.returncode == 0, second.stdout + second.stderr


def test_the_fixing_hook_applies_safe_edits_and_stops_the_commit(places: tuple[Repository, Repository]) -> None:
    tool, content = places
    revision = tool.git("rev-parse", "HEAD").stdout.strip()
    content.git("reset", "-q", "--hard")  # what other tests left
    content.git("clean", "-fdq")
    hooks = "[{id: claimlint-fix}, {id: claimlint}]"
    (content.path / ".pre-commit-config.yaml").write_text(
        f"repos: [{{repo: {tool.path}, rev: {revision}, hooks: {hooks}}}]\n"
    )
    content.run("pre-commit", "install")

    refused = content.commit("A loud draft", posts__ginkgo_dot_md="Ginkgo absolutely improves memory in adults [1].\n")
    assert refused.returncode == 1, refused.stdout + refused.stderr
    assert "files were modified by this hook" in refused.stdout + refused.stderr
    assert (content.path / "posts/ginkgo.md").read_text() == "Ginkgo improves memory in adults [1].\n"

    accepted = content.commit("The draft as mended")
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr


def test_try_repo_runs_the_hook_on_all_files(places: tuple[Repository, Repository]) -> None:
    tool, content = places
    (content.path / "new.md").write_text(BAD)
    content.git("add", "new.md")
    done = content.run("pre-commit", "try-repo", str(tool.path), "claimlint", "--all-files", check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "new.md:5:1 " in done.stdout
    assert "posts/sleep.md" not in done.stdout
