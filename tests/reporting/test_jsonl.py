"""One JSON object a line."""

from __future__ import annotations

import json

from hypothesis import given

from claimlint.project.model import FileResult, Suppressed
from reports import report, runs, small


def test_findings_errors_and_last_the_summary() -> None:
    lines = report("jsonl", small(), FileResult("b.md", error="is binary")).splitlines()
    assert lines == [
        '{"kind": "finding", "path": "posts/a.md", "rule": "cure", "severity": "error", "line": 2, "column": 6, '
        '"end_line": 2, "end_column": 10, "text": "cure", "message": "\\"cure\\" is too strong", "suggestion": '
        '{"text": "It may help.", "edits": [{"line": 2, "column": 6, "end_line": 2, "end_column": 10, '
        '"replacement": "help"}, {"line": 2, "column": 10, "end_line": 2, "end_column": 13, "replacement": ""}], '
        '"safe": false}}',
        '{"kind": "finding", "path": "posts/a.md", "rule": "tonic", "severity": "info", "line": 2, "column": 12, '
        '"end_line": 3, "end_column": 6, "text": "a\\r\\ntonic", "message": "\\"tonic\\" is too strong", '
        '"suggestion": null}',
        '{"kind": "error", "path": "b.md", "message": "is binary"}',
        '{"kind": "summary", "files": 1, "files_with_findings": 1, "findings": 2, "errors": 1, '
        '"by_severity": {"error": 1, "info": 1}, "by_rule": {"cure": 1, "tonic": 1}, "suppressed": {}}',
    ]


def test_a_finding_has_the_keys_of_the_json_report() -> None:
    whole = json.loads(report("json", small()))
    lines = [json.loads(line) for line in report("jsonl", small()).splitlines()]
    assert [{"kind": "finding", **finding} for finding in whole["findings"]] == lines[:-1]
    hidden = small()._replace(findings=(), suppressed=(Suppressed(small().findings[0], "comment", "a quote", 4),))
    whole_hidden = json.loads(report("json", hidden))["suppressed"]
    assert json.loads(report("jsonl", hidden).splitlines()[0]) == {"kind": "suppressed", **whole_hidden[0]}
    assert {"kind": "summary", **whole["summary"]} == lines[-1]


@given(runs)
def test_every_line_is_one_object(results: list[FileResult]) -> None:
    kinds = [json.loads(line)["kind"] for line in report("jsonl", *results).splitlines()]
    assert kinds.count("finding") == sum(len(result.findings) for result in results)
    assert kinds.count("error") == sum(result.error is not None for result in results)
    assert kinds[-1] == "summary"
