"""A result that was kept is the very result that was found; what is damaged or forged is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.project.cache.entry import packed, unpacked
from claimlint.project.lint import Linter, make_linter
from claimlint.project.model import FileResult, Finding, Suppressed

DRAFTS = sorted((Path(__file__).parents[2] / "drafts").glob("*.*"))[::17]
COMMENTED = """\
Zinc cures colds. <!-- claimlint-disable-line: the style book's example -->

Zinc lowers cortisol in adults.\r\n<!-- claimlint-disable-next-line vendor-link -->
Take 50 mg of zinc a day. Zinc lowers blood pressure [1]. 😀 cafe\u0301 zinc absolutely cures acne!

1. Adams J. Sleep and zinc. J Ex 2019;3:4-5.
"""
THREAD = """\
[quote="anna"]Zinc cures colds for everybody.[/quote]
Take 50 mg of zinc a day, [b]guaranteed[/b].
"""


@pytest.fixture(scope="module")
def linter() -> Linter:
    return make_linter()


def kept(result: FileResult) -> FileResult | None:
    body = packed(result)
    assert body is not None
    return unpacked(body, path=result.path, text=result.text, fail_on=result.fail_on)


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: str(path.name))
def test_every_field_of_a_result_comes_back(linter: Linter, path: Path) -> None:
    result = linter.lint(path.read_text(encoding="utf-8"), path=path.name)
    assert kept(result) == result


@pytest.mark.parametrize(
    ("text", "path"), [(COMMENTED, "a.md"), (THREAD, "b.bbcode"), ("", "c.md"), ("\r\n\n", "d.txt")]
)
def test_comments_notes_quotations_and_line_breaks_come_back(linter: Linter, text: str, path: str) -> None:
    result = linter.lint(text, path=path)
    assert kept(result) == result
    again = kept(result)
    assert again is not None
    for before, after in zip(result.findings, again.findings, strict=True):
        assert [type(value) for value in before] == [type(value) for value in after]


def test_the_commented_draft_has_what_is_to_come_back(linter: Linter) -> None:
    result = linter.lint(COMMENTED, path="a.md")
    assert result.suppressed
    assert result.notes
    assert {"unused-suppression", "absolute-language", "unsourced-dose"} <= {f.rule for f in result.findings}
    assert any(f.post for f in linter.lint(THREAD, path="b.bbcode").findings)


def test_path_and_fail_on_are_those_of_the_draft_at_hand(linter: Linter) -> None:
    result = linter.lint(COMMENTED, path="a.md")
    body = packed(result)
    assert body is not None
    other = unpacked(body, path="b/c.md", text=COMMENTED, fail_on="never")
    assert other is not None
    found = {finding.path for finding in (*other.findings, *(hidden.finding for hidden in other.suppressed))}
    assert found | {note.path for note in other.notes} == {"b/c.md"}
    assert not other.failed


def test_results_that_say_that_something_went_wrong_are_not_kept(linter: Linter) -> None:
    assert packed(FileResult("a.md", error="cannot be read")) is None
    assert packed(linter.lint("Fine.")._replace(mended=1)) is None


def test_a_field_that_this_version_cannot_put_together_again_keeps_the_result_out() -> None:
    finding = (*Finding("a", "cure", "error", 0, 1, 1, 1, 1, 2, "x", "m", "why", 0, 1), "a new field")
    assert packed(FileResult("a", (finding,), text="x")) is None  # type: ignore[arg-type]
    assert packed(FileResult("a", suppressed=(Suppressed(finding, "comment"),), text="x")) is None  # type: ignore[arg-type]


def forged(**changes: Any) -> bytes:
    """An entry of one finding in the text `0123456789`, some of it changed."""
    finding = {
        "rule": "cure", "severity": "error", "start": 2, "end": 4, "message": "m", "why": "w", "unit_start": 0,
        "unit_end": 9, "suggestion": ["t", [[2, 4, "x"]], True], "post": None,
    }  # fmt: skip
    top = {"lines": [3], "suppressed": [], "notes": []}
    row = [{**finding, **changes}[name] for name in finding]
    return json.dumps({**top, "findings": [row], **{k: v for k, v in changes.items() if k in top}}).encode()


def read(body: bytes) -> FileResult | None:
    return unpacked(body, path="a.md", text="0123456789", fail_on="warning")


def test_a_finding_is_read_with_its_place() -> None:
    result = read(forged())
    assert result is not None
    assert result.findings[0][5:10] == (1, 3, 2, 2, "23")


@pytest.mark.parametrize(
    "changes",
    [
        {"end": 11}, {"start": -1}, {"start": 5}, {"start": 1.0}, {"start": True}, {"unit_end": 10**30},
        {"unit_start": None}, {"severity": "fatal"}, {"rule": "\x1b[2J"}, {"rule": 7}, {"message": ["m"]},
        {"why": None}, {"suggestion": "text"}, {"suggestion": ["t", [[2, 4]], True]},
        {"suggestion": ["t", [[2, 40, "x"]], True]}, {"suggestion": [None, [], True]}, {"suggestion": ["t", [], 1]},
        {"post": [1, "anna"]}, {"post": ["1", "a", True]},
        {"lines": [0]}, {"lines": [-1, 3]}, {"lines": [11]}, {"lines": 3}, {"lines": [1.5]}, {"notes": [[1, 2]]},
        {"notes": [["1", 2, "t", "w"]]}, {"suppressed": [[[], "comment", "", 0]]},
    ],
    ids=str,
)  # fmt: skip
def test_what_nobody_packed_is_none(changes: dict[str, Any]) -> None:
    assert read(forged(**changes)) is None


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"7", b"\xff", b"[" * 100_000, b'{"lines": []}'], ids=lambda b: str(b[:9])
)
def test_what_is_no_entry_is_none(body: bytes) -> None:
    assert read(body) is None


@given(st.text(max_size=80), st.integers(0, 80), st.sampled_from(["x", "[]", "1", "null", "-", '"', "9" * 30]))
def test_no_damage_raises(text: str, at: int, put: str) -> None:
    body = forged(message=text).decode()
    read((body[: at * 3] + put + body[at * 3 + len(put) :]).encode())
