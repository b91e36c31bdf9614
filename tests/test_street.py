"""The shape of the code: data flows one way, modules stay short, and the start stays quick."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "claimlint"
STREET = ("lexicons", "document", "evidence", "language", "rules", "rewording", "project", "reporting", "editor", "cli")
ANYWHERE = {"errors", "lazy", "ownfiles", "records", "__init__"}
MAX_LINES = 320
SLOW = frozenset(
    """
    yaml regex pathspec difflib tomllib tomli importlib.metadata unicodedata shutil hashlib json subprocess
    multiprocessing concurrent.futures click dataclasses inspect string sqlite3
    """.split()
)
"""Modules that cost every user milliseconds and that hardly a run needs."""

ADOPTION = {
    *(f"claimlint.project.{name}" for name in ("baseline", "changes", "comments", "suppressions", "perpath", "globs")),
    "claimlint.document.directives",
}
"""What only a draft with comments to claimlint, a baseline or a configuration needs."""

THREADS = {f"claimlint.document.{name}" for name in ("threads", "threadheads", "htmlthreads", "requotes")}

MODULES = sorted(SOURCE.rglob("*.py"))


def name_of(path: Path) -> str:
    return ".".join(("claimlint", *path.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__")


def imports(path: Path) -> set[str]:
    """The claimlint modules that a module imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide where the street goes"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name == "claimlint" or name.startswith("claimlint.")}


def place(module: str) -> int | None:
    """How far right on the street a module stands; None for one that may be imported anywhere."""
    folder = [*module.split("."), "__init__"][1]
    return STREET.index(folder) if folder in STREET else None


@pytest.mark.parametrize("path", [p for p in MODULES if place(name_of(p)) is not None], ids=name_of)
def test_imports_go_leftwards_only(path: Path) -> None:
    here = place(name_of(path))
    assert here is not None
    for name in imports(path):
        there = place(name)
        if there is None:
            folder = [*name.split("."), "__init__"][1]
            assert folder in ANYWHERE | {"__version__"}, f"{name_of(path)} imports {name}, which is on no street"
        else:
            assert there <= here, f"{name_of(path)} imports {name}, which lies to its right"


def test_every_folder_is_on_the_street() -> None:
    folders = {path.name for path in SOURCE.iterdir() if path.is_dir() and (path / "__init__.py").exists()}
    assert folders == set(STREET)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_are_short(path: Path) -> None:
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    code = sum(1 for line in lines if line and not line.startswith("#"))
    assert code <= MAX_LINES, f"{name_of(path)} has {code} lines of code: split it"


def loaded_by(code: str, folder: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sorted(sys.modules), file=sys.stderr)"],
        capture_output=True, text=True, check=False, cwd=folder,
    )  # fmt: skip
    return set(done.stderr.splitlines()[-1].split())


def test_a_run_on_a_small_file_imports_nothing_slow(folder: Path) -> None:
    (folder / "draft.md").write_text("Zinc cures colds. Take 50 mg a day.\n")
    (folder / "pyproject.toml").write_text('[project]\nname = "somebody-else"\n')
    check = "from claimlint.cli.main import main\nmain(['draft.md'])"
    loaded_by(check, folder)  # compiles the rules where they are not yet
    loaded = loaded_by(check, folder)
    assert "claimlint.project.lint" in loaded, "the run came to nothing"
    assert not loaded & SLOW
    assert not [name for name in loaded if "review" in name]
    assert not loaded & THREADS, "the draft is no thread"
    assert not loaded & ADOPTION


def test_the_configuration_that_init_writes_needs_no_parser(folder: Path) -> None:
    (folder / "draft.md").write_text("Zinc cures colds. Take 50 mg a day.\n")
    loaded_by("from claimlint.cli.main import main\nmain(['init'])", folder)
    loaded = loaded_by("from claimlint.cli.main import main\nmain(['draft.md'])", folder)
    assert "claimlint.project.settingsfile" in loaded, "it was read"
    assert not loaded & SLOW


def test_the_version_is_told_without_the_rules(folder: Path) -> None:
    loaded = loaded_by("from claimlint.cli.main import main\nmain(['--version'])", folder)
    assert "claimlint.cli.main" in loaded
    assert not loaded & {"claimlint.project.lint", "claimlint.rules.pack", "claimlint.language.read"}
