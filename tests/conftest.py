"""A linter that knows one word, so that everything round the rules can be tested without them."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from claimlint.document.model import Format
from claimlint.project.model import FileResult, Finding, Note, Settings
from claimlint.rewording.model import Edit, Suggestion

ROOT = Path(__file__).parent.parent


class WordLinter:
    """Flags "miracle" (warning), "cure" (error) and "tonic" (info); rule ids are the words."""

    SEVERITIES = {"miracle": "warning", "cure": "error", "tonic": "info"}  # noqa: RUF012

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.rules = [r for r in (settings.select or self.SEVERITIES) if r not in settings.ignore]

    def lint(self, text: str, *, path: str = "<text>", format: Format | None = None) -> FileResult:  # noqa: A002
        starts = (0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text)))
        blank = FileResult(path, text=text, line_starts=starts, fail_on=self.settings.fail_on)
        findings = []
        for match in re.finditer("miracle|cure|tonic", text):
            if match[0] not in self.rules:
                continue
            line, column = blank.position(match.start())
            end_line, end_column = blank.position(match.end())
            severity = self.settings.severity_of(match[0], self.SEVERITIES[match[0]])  # type: ignore[arg-type]
            suggestion = Suggestion(f"no {match[0]}", (Edit(match.start(), match.end(), f"no {match[0]}"),), True)
            findings.append(
                Finding(
                    path, match[0], severity, match.start(), match.end(), line, column, end_line, end_column, match[0],
                    f'"{match[0]}" is too strong', "because", match.start(), match.end(), suggestion,
                )
            )  # fmt: skip
        notes = tuple(
            Note(path, *blank.position(match.start()), match[0], "covered by [1] in the sentence itself")
            for match in re.finditer(r"sourced", text)
        )
        return FileResult(path, tuple(findings), notes, None, text, starts, self.settings.fail_on)


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
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "work"
