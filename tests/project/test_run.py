"""Many drafts: one result each, whatever happens to one of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.document.model import Format
from claimlint.errors import ClaimlintError
from claimlint.project.config import Configurations
from claimlint.project.discovery import discover
from claimlint.project.model import FileResult, Settings
from claimlint.project.run import Runner, lint_paths
from claimlint.project.tally import Tally
from wordlinter import WordLinter


@pytest.fixture
def drafts(folder: Path) -> Path:
    (folder / "a.md").write_text("a miracle cure\n")
    (folder / "b.md").write_text("fine\n")
    (folder / "c.md").write_bytes(b"\xff")
    return folder


def run(make: object, *paths: str) -> list[FileResult]:
    return list(Runner(make).run(discover(paths, Configurations())))  # type: ignore[arg-type]


def test_each_file_gets_a_result_in_order(drafts: Path) -> None:
    results = run(WordLinter, "b.md", ".", "gone.md")
    assert [(r.path, len(r.findings), r.error) for r in results] == [
        ("b.md", 0, None),
        ("a.md", 2, None),
        ("c.md", 0, "not valid UTF-8 at byte 0, line 1; save the file as UTF-8"),
        ("gone.md", 0, "no such file or folder"),
    ]


def test_a_bug_that_one_draft_hits_costs_no_other_its_findings(drafts: Path) -> None:
    class Buggy(WordLinter):
        def lint(self, text: str, *, path: str = "<text>", format: Format | None = None) -> FileResult:  # noqa: A002
            if path == "b.md":
                raise ZeroDivisionError("oops")
            return super().lint(text, path=path, format=format)

    results = run(Buggy, "b.md", "a.md")
    assert results[0].error is not None
    assert results[0].error.startswith("internal error, please report it: ZeroDivisionError: oops in test_run.py:")
    assert len(results[1].findings) == 2


def test_a_broken_rule_file_is_reported_once(drafts: Path) -> None:
    def broken(settings: Settings) -> WordLinter:
        raise ClaimlintError("unknown key", path="rules/x.yaml", line=3, key="wen")

    results = run(broken, "a.md", "b.md")
    assert [(r.path, r.error) for r in results] == [("rules/x.yaml", "line 3: wen: unknown key")]


def test_the_linter_for_some_settings_is_made_once(drafts: Path) -> None:
    made = []

    def make(settings: Settings) -> WordLinter:
        made.append(settings)
        return WordLinter(settings)

    (drafts / "sub").mkdir()
    (drafts / "sub/d.md").write_text("cure")
    (drafts / "sub/e.md").write_text("cure")
    (drafts / "sub/.claimlint.yaml").write_text("fail-on: never\n")
    results = run(make, "a.md", "b.md", "sub")
    assert [settings.fail_on for settings in made] == ["warning", "never"]
    assert [result.failed for result in results] == [True, False, False, False]


def test_the_python_api_returns_results_and_counts(drafts: Path, word_linter: type[WordLinter]) -> None:
    report = lint_paths([drafts / "a.md", "b.md", "gone.md"])
    assert [finding.rule for finding in report.findings] == ["miracle", "cure"]
    assert report.summary.files == 2
    assert report.summary.files_with_findings == 1
    assert report.summary.errors == 1
    assert report.summary.by_severity == (("error", 1), ("warning", 1))
    assert report.summary.by_rule == (("cure", 1), ("miracle", 1))
    assert report.summary.failed
    report = lint_paths(["a.md"], settings=Settings(select=("cure",)))
    assert [finding.rule for finding in report.findings] == ["cure"]
    with pytest.raises(ClaimlintError, match='unknown rule "cur"; did you mean "cure"'):
        lint_paths(["a.md"], settings=Settings(select=("cur",)))


@pytest.mark.parametrize(("fail_on", "failed"), [("error", False), ("warning", True), ("info", True), ("never", False)])
def test_fail_on_is_the_least_severity_that_fails(fail_on: str, failed: bool) -> None:
    linter = WordLinter(Settings(fail_on=fail_on))  # type: ignore[arg-type]
    assert linter.lint("a miracle").failed is failed
    tally = Tally([linter.lint("a miracle"), linter.lint("nothing")])
    assert len(list(tally)) == 2
    assert tally.summary().failed is failed


@pytest.mark.parametrize("text", ["", "a", "a\nb", "a\r\nb\rc\n", "é\u0301\n𝟘"])
def test_a_result_knows_its_lines(text: str) -> None:
    result = WordLinter(Settings()).lint(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert [result.line_text(i + 1) for i in range(len(lines))] == lines
    assert result.position(len(text)) == (len(lines), len(lines[-1]) + 1)
