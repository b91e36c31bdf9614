"""What tests of several folders share."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType, ModuleType

import pytest
from hypothesis import HealthCheck, settings

from wordlinter import WordLinter

# How fast a machine is says nothing about the code: a loaded one must not fail a property.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Findings are kept here in each test: those of pretended linters must not get into the user's cache."""
    monkeypatch.setattr("claimlint.project.cache.store.user_folder", lambda: str(tmp_path / "findings-cache"))
    return tmp_path / "findings-cache"


@pytest.fixture
def word_linter(monkeypatch: pytest.MonkeyPatch) -> type[WordLinter]:
    """The command and `lint_paths` run with `WordLinter`, and know its three rules only."""
    module = ModuleType("claimlint.project.lint")
    module.make_linter = WordLinter  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "claimlint.project.lint", module)
    known = lambda settings: list(WordLinter.SEVERITIES)  # noqa: E731
    monkeypatch.setattr("claimlint.project.config.pack_rules", known)
    return WordLinter


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, where no cache or configuration of the machine is seen."""
    (tmp_path / "work" / ".git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "work")
    server = ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR", "TF_BUILD")
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM", *server):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "work"


@pytest.fixture
def ends_in_time() -> Iterator[None]:
    """A test that waits for other processes fails after two minutes, wherever it hangs, and again each ten seconds."""
    if not hasattr(signal, "setitimer"):  # Windows
        yield
        return

    def late(number: int, frame: FrameType | None) -> None:
        pytest.fail("this test does not end")

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, 120, 10)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
