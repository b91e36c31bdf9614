"""The report as SARIF 2.1.0 (OASIS), for code scanning, editors and whatever else reads it.

Columns are UTF-16 code units, and `columnKind` says so: the programs that heed it get them right, and so do those in
JavaScript and .NET that do not. A fingerprint is made of rule and sentence; GitHub adds one of its own from the line.
`helpUri` is missing as long as the rules' pages have no address. Findings come as they are found, so the tool that made
them, with the rules, is described after them.

What a comment or the baseline keeps from being reported is a result with `suppressions`, and there only when the report
is to be verbose: GitHub opens an alert for such a result all the same (github/codeql-action#1230).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claimlint import __version__
from claimlint.project.housekeeping import HOUSE_RULES
from claimlint.project.model import FileResult, Finding, HiddenBy, Suppressed
from claimlint.reporting.identity import Identities
from claimlint.reporting.json_report import dump
from claimlint.reporting.paths import uri
from claimlint.reporting.places import Places
from claimlint.reporting.sentences import one_line, said, unchecked, wording
from claimlint.reporting.style import Style
from claimlint.rules.model import Severity

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
"""Stands for the folder that claimlint ran in; whoever reads the report knows where that is for them."""
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
SUPPRESSIONS: dict[HiddenBy, str] = {"comment": "inSource", "baseline": "external"}
"""Lines that did not change are no suppression: nobody decided about what is in them."""
FINGERPRINT = "claimlintSentence/v1"
BRACES = str.maketrans({"{": "{{", "}": "}}"})


def render(results: Iterable[FileResult], style: Style) -> Iterator[str]:
    """One log with one run, a line a result."""
    rules: dict[str, Finding] = {}
    notifications: list[dict[str, Any]] = []
    yield f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{"columnKind": "utf16CodeUnits", "results": ['
    separator = "\n"
    for result in results:
        if result.error is not None:
            notifications.append(_notification(result))
        for data in _results(result, rules, hidden=style.verbose):
            yield separator + dump(data)
            separator = ",\n"
    yield "],\n" if separator == "\n" else "\n],\n"
    driver = {
        "name": "claimlint",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": _descriptors(rules, style.rule_folders()),
    }
    yield f'"tool": {dump({"driver": driver})},\n'
    invocation = {"executionSuccessful": not notifications, "toolExecutionNotifications": notifications}
    yield f'"invocations": [{dump(invocation)}]}}]}}\n'


def _results(result: FileResult, rules: dict[str, Finding], *, hidden: bool) -> Iterator[dict[str, Any]]:
    """The findings of a draft. `rules` gathers each rule's first finding, in the order of the descriptors."""
    places = Places(result, "utf-16")
    artifact = _artifact(result.path)
    identity = Identities(result)
    suppressed = {id(entry.finding): entry for entry in result.suppressed if entry.by in SUPPRESSIONS} if hidden else {}
    findings = [*result.findings, *(entry.finding for entry in suppressed.values())]
    for finding in sorted(findings, key=lambda finding: (finding.start, finding.end, finding.rule)):
        rules.setdefault(finding.rule, finding)
        data = _result(finding, artifact, places, list(rules).index(finding.rule), identity(finding))
        if entry := suppressed.get(id(finding)):
            data["suppressions"] = [_suppression(entry)]
            if entry.by == "baseline":
                data["baselineState"] = "unchanged"
        yield data


def _result(finding: Finding, artifact: dict[str, str], places: Places, index: int, fingerprint: str) -> dict[str, Any]:
    where: dict[str, Any] = {
        "artifactLocation": artifact,
        "region": {**_region(places, finding.start, finding.end), "snippet": {"text": finding.text}},
    }
    if _is_part(finding):
        where["contextRegion"] = _region(places, finding.unit_start, finding.unit_end)
    data = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": _message(said(finding)),
        "locations": [{"physicalLocation": where}],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }
    if finding.suggestion and finding.suggestion.edits:
        data["fixes"] = [_fix(finding, artifact, places)]
    return data


def _is_part(finding: Finding) -> bool:
    """Whether the words are a part of their sentence; its region may only be given then."""
    sentence = (finding.unit_start, finding.unit_end)
    return sentence != (finding.start, finding.end) and sentence[0] <= finding.start and finding.end <= sentence[1]


def _suppression(entry: Suppressed) -> dict[str, Any]:
    suppression = {"kind": SUPPRESSIONS[entry.by], "status": "accepted"}
    return {**suppression, "justification": one_line(entry.reason)} if entry.reason else suppression


def _fix(finding: Finding, artifact: dict[str, str], places: Places) -> dict[str, Any]:
    assert finding.suggestion is not None
    replacements = [
        {"deletedRegion": _region(places, start, end), "insertedContent": {"text": replacement}}
        for start, end, replacement in finding.suggestion.edits
    ]
    return {
        "description": _message(f"Instead: {wording(finding)}"),
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
        "properties": {"safe": finding.suggestion.safe},
    }


def _region(places: Places, start: int, end: int) -> dict[str, int]:
    first, last = places.span(start, end)
    return {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
    }


def _artifact(path: str) -> dict[str, str]:
    address = uri(path)
    return {"uri": address} if address.startswith("file:") else {"uri": address, "uriBaseId": ROOT}


def _message(text: str) -> dict[str, str]:
    """A plain text message. Braces are doubled (they would be placeholders), and words of a draft make no link."""
    return {"text": one_line(text).translate(BRACES).replace("](", "] (")}


def _notification(result: FileResult) -> dict[str, Any]:
    location = {"physicalLocation": {"artifactLocation": _artifact(result.path)}}
    return {"level": "error", "message": _message(unchecked(result.error or "")), "locations": [location]}


def _descriptors(rules: dict[str, Finding], folders: tuple[str, ...]) -> list[dict[str, Any]]:
    if not rules:
        return []
    from claimlint.lexicons.yamlfile import load_yaml
    from claimlint.rules.pages import page_of, rule_paths

    paths = rule_paths(folders)
    described = []
    for rule, finding in rules.items():
        data = load_yaml(paths[rule]).data if rule in paths else {}
        descriptor = _descriptor(rule, finding, data)
        if data:
            page = page_of(data)
            descriptor["help"] = {"text": page, "markdown": page}
        described.append(descriptor)
    return described


def _descriptor(rule: str, finding: Finding, data: dict[str, Any]) -> dict[str, Any]:
    """A rule, by its file's data; of one without a file what is known otherwise."""
    house = HOUSE_RULES.get(rule)
    words = rule.replace("-", " ")
    descriptor: dict[str, Any] = {
        "id": rule,
        "shortDescription": {"text": one_line(data.get("summary") or (house.summary if house else words))},
        "fullDescription": {"text": one_line(finding.why or finding.message)},
        "defaultConfiguration": {"level": LEVELS[data.get("severity", finding.severity)]},
    }
    if words != rule:  # SARIF wants no name that only repeats the id
        descriptor["name"] = words.title().replace(" ", "")
    return descriptor
