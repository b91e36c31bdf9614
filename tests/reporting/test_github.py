"""Annotations of GitHub Actions, read as the runner reads a step's output (actions/runner, ActionCommand.cs)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given

from claimlint.cli.main import main
from claimlint.project.model import FileResult
from reports import lint, report, runs, small

COMMANDS = ("error", "warning", "notice", "debug", "add-mask", "stop-commands", "set-output", "group", "endgroup")


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def read(line: str) -> Command | None:
    """What the runner makes of a line: white space before a command does not hide it, and the older form may stand
    anywhere."""
    match = re.match(r"::([^ :]+)(?: (.*?))?::(.*)", line.lstrip())
    if match and match[1] in COMMANDS:
        pairs = [pair.split("=", 1) for pair in (match[2] or "").split(",") if "=" in pair]
        return Command(match[1], {name: unescape(value, ":,") for name, value in pairs}, unescape(match[3], ""))
    old = re.search(r"##\[([^ \]]+)(?: [^\]]*)?\](.*)", line)
    return Command(old[1], {}, old[2]) if old and old[1] in COMMANDS else None


def unescape(value: str, more: str) -> str:
    for char in ("\r", "\n", *more, "%"):
        value = value.replace(f"%{ord(char):02X}", char)
    return value


def commands(*results: FileResult) -> list[Command]:
    return [command for line in report("github", *results).split("\n") if (command := read(line))]


def test_an_annotation_a_finding_with_columns_only_within_a_line() -> None:
    assert report("github", small(), FileResult("b.md", error="is binary")) == (
        "::error file=posts/a.md,line=2,endLine=2,col=7,endColumn=11,title=claimlint cure::"
        '"cure" is too strong%0ASuggestion: It may help.\n'
        '::notice file=posts/a.md,line=2,endLine=3,title=claimlint tonic::"tonic" is too strong\n'
        "::error file=b.md,title=claimlint::could not be checked: is binary\n"
        "2 findings (1 error, 1 info) in 1 of 1 file; 1 could not be checked\n"
    )


def test_what_separates_is_escaped_and_comes_back() -> None:
    (command,) = commands(lint("100% cure,: yes", "a,b:c=d%0A.md"))
    assert command.properties["file"] == "a,b:c=d%0A.md"
    assert command.data.startswith("“100% cure,: yes” is too strong\n")


def test_ten_of_a_kind_are_shown_the_rest_is_listed_and_counted() -> None:
    text = "cure " * 12 + "miracle " * 11 + "tonic " * 10
    lines = report("github", lint(text)).splitlines()
    names = [command.name for line in lines if (command := read(line))]
    assert [names.count(name) for name in ("error", "warning", "notice")] == [10, 10, 10]
    assert sum(line.startswith("a.md:1:") for line in lines) == 2 + 1 + 1
    assert lines[-2] == (
        "::notice title=claimlint::4 more findings are in the log and the job summary: "
        "GitHub shows 10 annotations of a kind for a step"
    )
    assert lines[-1] == "33 findings (12 errors, 11 warnings, 10 info) in 1 of 1 file"


def test_a_line_of_the_log_is_no_command_whatever_its_file_is_named() -> None:
    found = commands(lint("cure " * 12, "::error::x ##[error]y.md"))
    assert [command.properties.get("title") for command in found] == ["claimlint cure"] * 10 + ["claimlint"]


def test_nothing_is_said_of_what_is_left_out_when_nothing_is() -> None:
    assert [command.name for command in commands(lint("cure " * 10 + "tonic " * 9))] == ["error"] * 10 + ["notice"] * 9


@given(runs)
def test_no_draft_or_path_makes_a_command_of_its_own(results: list[FileResult]) -> None:
    found = commands(*results)
    expected = sum(len(result.findings) + (result.error is not None) for result in results)
    left_out = [command for command in found if "file" not in command.properties]
    assert len(left_out) <= 1
    assert len(found) - len(left_out) == expected if not left_out else len(found) <= 30
    for command in found:
        assert command.name in ("error", "warning", "notice")
        assert set(command.properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        assert command.properties["title"].startswith("claimlint")


@pytest.mark.usefixtures("word_linter")
class TestJobSummary:
    """The whole report goes where GitHub names a file for it."""

    def test_it_is_appended_complete(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        Path("a.md").write_text("cure\n" * 15)
        summary = folder / "summary.md"
        summary.write_text("from an earlier step\n")
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
        assert main(["--format", "github", "a.md", "gone.md"]) == 2
        text = summary.read_text(encoding="utf-8")
        assert text.startswith(
            "from an earlier step\n### claimlint: 15 findings (15 errors) in 1 of 1 file; 1 could not be checked\n"
        )
        assert "- `gone.md` could not be checked: no such file or folder\n" in text
        assert text.count("\n- **") == 15
        assert capsys.readouterr().out.count("::error ") == 10

    def test_only_for_this_format_and_where_it_is_named(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        Path("a.md").write_text("cure\n")
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary.md"))
        main(["--format", "text", "a.md"])
        assert not (folder / "summary.md").exists()
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", "")
        assert main(["--format", "github", "a.md"]) == 1

    def test_what_does_not_fit_is_counted(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        Path("a.md").write_text("cure\n" * 20)
        summary = folder / "summary.md"
        summary.write_text("x" * (1024 * 1024 - 700))
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
        main(["--format", "github", "a.md"])
        text = summary.read_text(encoding="utf-8")
        shown = text.count("\n- **")
        assert 0 < shown < 20
        assert text.endswith(f"\nand {20 - shown} more in the log: GitHub shows summaries of up to 1 MiB\n")
        assert len(text) <= 1024 * 1024

    def test_one_that_cannot_be_written_is_an_error(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        Path("a.md").write_text("cure\n")
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder))
        assert main(["--format", "github", "a.md"]) == 2
        assert capsys.readouterr().err == f"claimlint: error: {folder}: cannot be written: Is a directory\n"


@pytest.mark.usefixtures("word_linter")
def test_in_a_log_no_report_for_people_makes_commands(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.md").write_text("::error::cure\n\u00a0::warning::cure ##[error]x ##vso[task]\n")
    Path("##[error]gone").mkdir()
    for format_ in ("text", "concise"):
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        main(["--format", format_, "a.md", "##[error]gone"])
        out, err = capsys.readouterr()
        assert not [line for line in (out + err).splitlines() if read(line) or "##vso[" in line]
        monkeypatch.delenv("GITHUB_ACTIONS")
        main(["--format", format_, "a.md"])
        assert ("    ::error::cure\n" in capsys.readouterr().out) == (format_ == "text")
