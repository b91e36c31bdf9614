"""The Reviewdog Diagnostic Format, checked against reviewdog's schema; columns against bytes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from jsonschema import Draft4Validator

from claimlint.project.model import FileResult
from claimlint.rewording.model import Edit, Suggestion
from reports import lint, mended, report, runs, small

SCHEMA = Draft4Validator(
    json.loads((Path(__file__).parent.parent / "data" / "rdjson-schema.json").read_text(encoding="utf-8"))
)


def place(line: int, column: int) -> dict[str, int]:
    return {"line": line, "column": column}


def offset(data: bytes, place: dict[str, int]) -> int:
    """The byte that a place means."""
    starts = [0, *(at + 1 for at, byte in enumerate(data) if byte == 10)]
    return starts[place["line"] - 1] + place["column"] - 1


def replaced(text: str, suggestion: dict[str, Any]) -> str:
    """The draft after a suggestion, applied as the format says: to bytes."""
    data = text.encode()
    start, end = (offset(data, suggestion["range"][side]) for side in ("start", "end"))
    after: bytes = data[:start] + suggestion["text"].encode() + data[end:]
    return after.decode()


def test_columns_are_bytes_and_the_edits_are_one_suggestion() -> None:
    assert json.loads(report("rdjson", small(), FileResult("b.md", error="is binary"))) == {
        "source": {"name": "claimlint"},
        "diagnostics": [
            {
                "message": '"cure" is too strong',
                "location": {"path": "posts/a.md", "range": {"start": place(2, 12), "end": place(2, 16)}},
                "severity": "ERROR",
                "code": {"value": "cure"},
                "suggestions": [{"range": {"start": place(2, 12), "end": place(2, 19)}, "text": "help"}],
            },
            {
                "message": '"tonic" is too strong',
                "location": {"path": "posts/a.md", "range": {"start": place(2, 18), "end": place(3, 6)}},
                "severity": "INFO",
                "code": {"value": "tonic"},
            },
            {"message": "could not be checked: is binary", "location": {"path": "b.md"}, "severity": "ERROR"},
        ],
    }


def test_what_stands_between_two_edits_stays() -> None:
    draft = lint("no cure for colds")
    suggestion = Suggestion("x", (Edit(0, 2, "some"), Edit(12, 17, "flu")), False)
    draft = draft._replace(findings=(draft.findings[0]._replace(suggestion=suggestion),))
    (only,) = json.loads(report("rdjson", draft))["diagnostics"]
    assert only["suggestions"] == [{"range": {"start": place(1, 1), "end": place(1, 18)}, "text": "some cure for flu"}]


@given(runs)
def test_it_fits_the_schema_and_its_suggestions_do_what_they_say(results: list[FileResult]) -> None:
    data = json.loads(report("rdjson", *results))
    SCHEMA.validate(data)
    findings = [(finding, result) for result in results for finding in result.findings]
    diagnostics = [diagnostic for diagnostic in data["diagnostics"] if "code" in diagnostic]
    for diagnostic, (finding, result) in zip(diagnostics, findings, strict=True):
        (suggestion,) = diagnostic["suggestions"]
        assert replaced(result.text, suggestion) == mended(result.text, finding.suggestion)
