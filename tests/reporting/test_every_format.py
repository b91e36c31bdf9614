"""What holds for every format of a report."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from claimlint.project.model import FileResult
from claimlint.reporting.formats import FORMATS
from reports import lint, report, runs, small

every_format = pytest.mark.parametrize("name", FORMATS)


@every_format
def test_text_that_is_no_unicode_can_be_written(name: str) -> None:
    """Through the API a draft may hold half a surrogate pair; `report` encodes what it returns."""
    assert "cure" in report(name, lint("\ud800 cure \udfff", "\ud800.md"), FileResult("b.md", error="\ud800"))


@every_format
def test_a_run_without_drafts_is_a_report(name: str) -> None:
    assert report(name)


@every_format
@settings(max_examples=30)
@given(results=runs)
def test_nothing_reaches_a_terminal_as_a_command(name: str, results: list[FileResult]) -> None:
    controls = {chr(code) for code in (*range(9), *range(11, 32), *range(127, 160), 0x2028, 0x202E, 0x2066)}
    assert not set(report(name, *results)) & controls


@every_format
def test_the_same_results_give_the_same_report(name: str) -> None:
    assert report(name, small(), small("b.md")) == report(name, small(), small("b.md"))
