"""SARIF 2.1.0, checked against its schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from claimlint import __version__
from claimlint.cli.main import main
from claimlint.project.model import FileResult, Suppressed
from claimlint.rules.pages import rule_page
from reports import lint, mended, report, runs, small
from wordlinter import HOUSE_RULE

SCHEMA = Draft202012Validator(
    json.loads((Path(__file__).parent.parent / "data" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8")),
    format_checker=Draft202012Validator.FORMAT_CHECKER,
)


def run(*results: FileResult, **style: Any) -> dict[str, Any]:
    """The one run of the log, which fits the schema."""
    return checked(report("sarif", *results, **style))


def checked(text: str) -> dict[str, Any]:
    data = json.loads(text)
    SCHEMA.validate(data)
    (only,) = data["runs"]
    found: dict[str, Any] = only
    return found


def region(start_line: int, start: int, end_line: int, end: int) -> dict[str, int]:
    return {"startLine": start_line, "startColumn": start, "endLine": end_line, "endColumn": end}


def test_a_result_to_the_letter() -> None:
    found = run(small())
    artifact = {"uri": "posts/a.md", "uriBaseId": "%SRCROOT%"}
    assert found["columnKind"] == "utf16CodeUnits"
    assert found["results"][0] == {
        "ruleId": "cure",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": '"cure" is too strong'},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": {**region(2, 7, 2, 11), "snippet": {"text": "cure"}},
                    "contextRegion": region(2, 1, 2, 11),
                }
            }
        ],
        "partialFingerprints": found["results"][0]["partialFingerprints"],
        "fixes": [
            {
                "description": {"text": "Instead: It may help."},
                "artifactChanges": [
                    {
                        "artifactLocation": artifact,
                        "replacements": [
                            {"deletedRegion": region(2, 7, 2, 11), "insertedContent": {"text": "help"}},
                            {"deletedRegion": region(2, 11, 2, 14), "insertedContent": {"text": ""}},
                        ],
                    }
                ],
                "properties": {"safe": False},
            }
        ],
    }
    tonic = found["results"][1]
    assert tonic["level"] == "note"
    assert tonic["locations"][0]["physicalLocation"]["region"] == {
        **region(2, 13, 3, 6), "snippet": {"text": "a\r\ntonic"},
    }  # fmt: skip
    assert "fixes" not in tonic
    assert found["tool"]["driver"]["version"] == __version__
    assert found["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_the_sentence_is_the_context_of_its_words() -> None:
    (found,) = run(lint("A cure."))["results"]
    assert found["locations"][0]["physicalLocation"]["contextRegion"] == region(1, 1, 1, 8)
    (whole,) = run(lint("cure"))["results"]
    assert "contextRegion" not in whole["locations"][0]["physicalLocation"]


def test_suppressed_findings_are_there_when_asked_for() -> None:
    draft = lint("cure miracle tonic cure")
    cure, miracle, tonic, last = draft.findings
    hidden = (
        Suppressed(cure, "comment", "a quote", 1),
        Suppressed(miracle, "baseline"),
        Suppressed(tonic, "unchanged"),
    )
    draft = draft._replace(findings=(last,), suppressed=hidden)
    assert [result["ruleId"] for result in run(draft)["results"]] == ["cure"]
    first, second, third = run(draft, verbose=True)["results"]
    assert first["suppressions"] == [{"kind": "inSource", "status": "accepted", "justification": "a quote"}]
    assert (second["suppressions"], second["baselineState"]) == (
        [{"kind": "external", "status": "accepted"}], "unchanged",
    )  # fmt: skip
    assert "suppressions" not in third
    assert run(draft)["results"][0]["ruleId"] == third["ruleId"] == "cure"


def test_a_draft_that_could_not_be_checked_is_a_notification() -> None:
    (invocation,) = run(FileResult("b.md", error="is binary"))["invocations"]
    assert invocation == {
        "executionSuccessful": False,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": {"text": "could not be checked: is binary"},
                "locations": [
                    {"physicalLocation": {"artifactLocation": {"uri": "b.md", "uriBaseId": "%SRCROOT%"}}}
                ],
            }
        ],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("./a b.md", "a%20b.md"),
        ("é\udcff.md", "%C3%A9%FF.md"),
        ("a:b.md", "a%3Ab.md"),
        ("a\n%.md", "a%0A%25.md"),
        ("<stdin>", "%3Cstdin%3E"),
        ("/elsewhere/a.md", "file:///elsewhere/a.md"),
    ],
)
def test_paths_are_uris(path: str, uri: str) -> None:
    (result,) = run(lint("cure", path))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_path_below_the_working_folder_is_relative(folder: Path) -> None:
    (result,) = run(lint("cure", str(folder / "a.md")))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a.md"


def test_words_of_a_draft_are_no_placeholder_and_no_link() -> None:
    (result,) = run(lint("{0} [cure](javascript:x)"))["results"]
    assert result["message"]["text"] == "“{{0}} [cure] (javascript:x)” is too strong"


def test_fingerprints_are_of_the_sentence_and_not_of_the_line() -> None:
    def fingerprints(text: str) -> list[dict[str, str]]:
        return [result["partialFingerprints"] for result in run(lint(text))["results"]]

    assert fingerprints("A cure.") == fingerprints("\n\nA  cure.") != fingerprints("My cure.")
    assert len({str(each) for each in fingerprints("cure cure")}) == 2


def test_rules_bring_their_pages(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("rules").mkdir()
    Path("rules/house-word.yaml").write_text(HOUSE_RULE)
    Path("a.md").write_text("Kale is a superfood. Take 400 mg of magnesium every night before bed.\n")
    assert main(["--format", "sarif", "--rule-path", "rules", "--select", "house-word,unsourced-dose", "a.md"]) == 1
    house, dose = checked(capsys.readouterr().out)["tool"]["driver"]["rules"]
    assert house["shortDescription"]["text"] == "A word that this house does not print."
    assert house["defaultConfiguration"]["level"] == "note"
    assert (dose["id"], dose["name"], dose["defaultConfiguration"]["level"]) == (
        "unsourced-dose", "UnsourcedDose", "error",
    )  # fmt: skip
    assert dose["help"]["markdown"] == rule_page("unsourced-dose")


def test_a_rule_without_a_page_is_described_as_well(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.md").write_text("<!-- claimlint-disable-next-line vendor-link: moved -->\nThe tea is green.\n")
    main(["--format", "sarif", "a.md"])
    (rule,) = checked(capsys.readouterr().out)["tool"]["driver"]["rules"]
    assert (rule["id"], rule["name"]) == ("unused-suppression", "UnusedSuppression")
    assert rule["shortDescription"]["text"] == "A comment that suppresses nothing."
    (unknown,) = run(lint("cure"))["tool"]["driver"]["rules"]
    assert (unknown["shortDescription"], "name" in unknown) == ({"text": "cure"}, False)


def offset(text: str, line: int, column: int) -> int:
    """The code point that a line and a UTF-16 column mean."""
    start = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")][line - 1]
    units = text[start:].encode("utf-16-le")[: (column - 1) * 2]
    return start + len(units.decode("utf-16-le"))


@given(runs)
def test_it_fits_the_schema_and_its_fixes_do_what_they_say(results: list[FileResult]) -> None:
    found = run(*results)["results"]
    findings = [(finding, result) for result in results for finding in result.findings]
    for data, (finding, result) in zip(found, findings, strict=True):
        (fix,) = data["fixes"]
        text = result.text
        for replacement in reversed(fix["artifactChanges"][0]["replacements"]):
            place = replacement["deletedRegion"]
            start = offset(text, place["startLine"], place["startColumn"])
            end = offset(text, place["endLine"], place["endColumn"])
            text = text[:start] + replacement["insertedContent"]["text"] + text[end:]
        assert text == mended(result.text, finding.suggestion)
