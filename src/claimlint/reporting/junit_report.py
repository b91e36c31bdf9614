"""The report as JUnit XML (the schema of Jenkins, junit-10.xsd): a suite a draft, a failed test a finding.

A test's name is its rule and its words, so that a server which compares two runs knows it again on another line. A
draft without findings is a passed test, one that could not be checked an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimlint.project.model import FileResult, Finding
from claimlint.reporting.paths import relative
from claimlint.reporting.sentences import one_line, said, unchecked, wording
from claimlint.reporting.style import Style
from claimlint.reporting.terminal import clip
from claimlint.reporting.xmltext import DECLARATION, attributes, text

NAMED = 60
"""Columns of a draft's words that a test's name repeats."""


def render(results: Iterable[FileResult], style: Style) -> Iterator[str]:
    """One `testsuites` element."""
    yield f'{DECLARATION}<testsuites name="claimlint">\n'
    for result in results:
        yield "".join(_suite(result))
    yield "</testsuites>\n"


def _suite(result: FileResult) -> Iterator[str]:
    path = relative(result.path)
    failures, errors = len(result.findings), int(result.error is not None)
    tests = failures + errors or 1
    yield f"  <testsuite{attributes(name=path, tests=tests, failures=failures, errors=errors)}>\n"
    seen: dict[str, int] = {}
    for finding in result.findings:
        name = f"{finding.rule}: {clip(one_line(finding.text), NAMED)}"
        seen[name] = seen.get(name, 0) + 1
        yield _failure(finding, path, name if seen[name] == 1 else f"{name} ({seen[name]})")
    if result.error is not None:
        error = attributes(message=unchecked(result.error), type="unchecked")
        yield f"    <testcase{attributes(name='checked', classname=path)}>\n      <error{error}/>\n    </testcase>\n"
    elif not result.findings:
        yield f"    <testcase{attributes(name='no findings', classname=path)}/>\n"
    yield "  </testsuite>\n"


def _failure(finding: Finding, path: str, name: str) -> str:
    case = attributes(name=name, classname=path)
    failure = attributes(message=said(finding), type=finding.rule)
    body = [f"{finding.severity} at {path}:{finding.line}:{finding.column}", one_line(finding.text)]
    if offered := wording(finding):
        body.append(f"Suggestion: {offered}")
    lines = "\n".join(map(text, body))
    return f"    <testcase{case}>\n      <failure{failure}>{lines}</failure>\n    </testcase>\n"
