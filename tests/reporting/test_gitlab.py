"""GitLab Code Quality."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given

from claimlint.project.model import FileResult
from reports import lint, report, runs, small


def issues(*results: FileResult) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = json.loads(report("gitlab", *results))
    return data


def fingerprints(*results: FileResult) -> list[str]:
    return [issue["fingerprint"] for issue in issues(*results)]


def test_an_issue_a_finding() -> None:
    cure, tonic, unread = issues(small("./posts/a.md"), FileResult("b.md", error="is binary"))
    assert cure == {
        "type": "issue",
        "check_name": "cure",
        "description": '"cure" is too strong. Suggestion: It may help.',
        "categories": ["Clarity"],
        "severity": "major",
        "fingerprint": "",
        "location": {
            "path": "posts/a.md",
            "positions": {"begin": {"line": 2, "column": 6}, "end": {"line": 2, "column": 10}},
        },
    } | {"fingerprint": cure["fingerprint"]}
    assert (tonic["severity"], tonic["location"]["positions"]["end"]) == ("info", {"line": 3, "column": 6})
    assert (unread["severity"], unread["description"]) == ("blocker", "could not be checked: is binary")
    assert issues(FileResult("clean.md")) == []


def test_fingerprints_survive_edits_elsewhere_and_are_of_the_sentence() -> None:
    before = fingerprints(lint("A cure."), lint("A cure.", "b.md"))
    assert len(set(before)) == 2, "each draft has its own"
    for text in ("\n\n  A  cure.\n", "A *cure* [12]."):
        assert fingerprints(lint(text)) == before[:1], "lines, marks and citation numbers do not count"
    assert fingerprints(lint("Another cure.")) != before[:1]


def test_equal_sentences_have_different_fingerprints() -> None:
    assert len(set(fingerprints(lint("cure cure cure")))) == 3


@given(runs)
def test_it_is_complete_and_unique_whatever_drafts_hold(results: list[FileResult]) -> None:
    by_path = list({result.path: result for result in results}.values())
    found = issues(*by_path)
    assert len({issue["fingerprint"] for issue in found}) == len(found)
    for issue in found:
        assert set(issue) >= {"description", "check_name", "fingerprint", "severity", "location"}
        assert "\n" not in issue["description"]
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["positions"]["begin"]["line"] >= 1
        assert not issue["location"]["path"].startswith("./")
