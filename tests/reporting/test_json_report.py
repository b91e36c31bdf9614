"""The report that programs read: version 1 never changes."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from claimlint.project.model import FileResult, Settings, Suppressed
from claimlint.reporting.json_report import render
from claimlint.reporting.style import Style
from claimlint.rewording.model import Edit, Suggestion
from wordlinter import WordLinter


def report(*results: FileResult) -> str:
    return "".join(render(results, Style()))


def lint(text: str, path: str = "a.md") -> FileResult:
    return WordLinter(Settings()).lint(text, path=path)


def test_version_1_to_the_letter() -> None:
    assert report(lint("é\r\n“cure”"), FileResult("b.md", error="is binary, not text")) == (
        '{"version": 1, "findings": [\n'
        '{"path": "a.md", "rule": "cure", "severity": "error", "line": 2, "column": 2, "end_line": 2, "end_column": 6, '
        '"text": "cure", "message": "\\"cure\\" is too strong", "suggestion": {"text": "no cure", "edits": '
        '[{"line": 2, "column": 2, "end_line": 2, "end_column": 6, "replacement": "no cure"}], "safe": true}}\n'
        '], "suppressed": [], "errors": [\n'
        '{"path": "b.md", "message": "is binary, not text"}\n'
        '], "summary": {"files": 1, "files_with_findings": 1, "findings": 1, "errors": 1, '
        '"by_severity": {"error": 1}, "by_rule": {"cure": 1}, "suppressed": {}}}\n'
    )


def test_without_findings_it_is_still_a_report() -> None:
    assert report(lint("fine")) == (
        '{"version": 1, "findings": [], "suppressed": [], "errors": [], "summary": {"files": 1, '
        '"files_with_findings": 0, "findings": 0, "errors": 0, "by_severity": {}, "by_rule": {}, "suppressed": {}}}\n'
    )


def test_what_is_not_reported_is_told_with_the_reason() -> None:
    result = lint("one\ncure")
    (finding,) = result.findings
    hidden = result._replace(findings=(), suppressed=(Suppressed(finding, "comment", "as in the song", 1),))
    data = json.loads(report(hidden))
    assert data["findings"] == []
    (told,) = data["suppressed"]
    assert told.pop("suggestion")["text"] == "no cure"
    assert told == {
        "path": "a.md", "rule": "cure", "severity": "error", "line": 2, "column": 1, "end_line": 2, "end_column": 5,
        "text": "cure", "message": '"cure" is too strong', "by": "comment", "reason": "as in the song",
        "comment_line": 1,
    }  # fmt: skip
    assert data["summary"]["suppressed"] == {"comment": 1}
    known = result._replace(findings=(), suppressed=(Suppressed(finding, "baseline"),))
    assert json.loads(report(known))["suppressed"][0]["comment_line"] is None


def test_edits_are_given_in_lines_and_columns() -> None:
    text = "one\ncure\nthree"
    (finding,) = lint(text).findings
    edits = (Edit(0, 3, "1"), Edit(7, 11, ""))
    finding = finding._replace(suggestion=Suggestion("x", edits, False))
    data = json.loads(report(FileResult("a.md", (finding,), text=text, line_starts=(0, 4, 9))))
    assert data["findings"][0]["suggestion"] == {
        "text": "x",
        "edits": [
            {"line": 1, "column": 1, "end_line": 1, "end_column": 4, "replacement": "1"},
            {"line": 2, "column": 4, "end_line": 3, "end_column": 3, "replacement": ""},
        ],
        "safe": False,
    }


def test_a_finding_without_wording_says_null() -> None:
    (finding,) = lint("cure").findings
    data = json.loads(report(FileResult("a.md", (finding._replace(suggestion=None),), text="cure")))
    assert data["findings"][0]["suggestion"] is None


def test_a_file_name_that_is_not_utf_8_can_be_written() -> None:
    data = json.loads(report(FileResult("a\udcff.md", error="x")).encode("utf-8"))
    assert data["errors"][0]["path"] == "a\\xff.md"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_the_text_comes_back_exactly_and_steers_no_terminal(text: str) -> None:
    (finding,) = lint("cure").findings
    out = report(FileResult("a.md", (finding._replace(text=text),), text="cure"))
    data: Any = json.loads(out)
    assert data["findings"][0]["text"] == text
    assert not set(out) & {chr(n) for n in (*range(10), *range(11, 32), *range(127, 160), 0x2028, 0x202E, 0x2066)}
