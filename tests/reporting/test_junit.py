"""JUnit XML, checked by lxml against the schema of Jenkins."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from lxml import etree

from claimlint.project.model import FileResult
from reports import lint, report, runs, small

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent.parent / "data" / "junit-10.xsd"))


def test_clean_unclean_and_unread_drafts() -> None:
    assert report("junit", small(), FileResult("b.md"), FileResult("c.md", error="is binary")) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="claimlint">\n'
        '  <testsuite name="posts/a.md" tests="2" failures="2" errors="0">\n'
        '    <testcase name="cure: cure" classname="posts/a.md">\n'
        '      <failure message="&quot;cure&quot; is too strong" type="cure">error at posts/a.md:2:6\n'
        "cure\n"
        "Suggestion: It may help.</failure>\n"
        "    </testcase>\n"
        '    <testcase name="tonic: a tonic" classname="posts/a.md">\n'
        '      <failure message="&quot;tonic&quot; is too strong" type="tonic">info at posts/a.md:2:12\n'
        "a tonic</failure>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        '  <testsuite name="b.md" tests="1" failures="0" errors="0">\n'
        '    <testcase name="no findings" classname="b.md"/>\n'
        "  </testsuite>\n"
        '  <testsuite name="c.md" tests="1" failures="0" errors="1">\n'
        '    <testcase name="checked" classname="c.md">\n'
        '      <error message="could not be checked: is binary" type="unchecked"/>\n'
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_tests_keep_their_names_when_lines_move_and_none_has_two() -> None:
    def names(text: str) -> list[str | None]:
        root = etree.fromstring(report("junit", lint(text)).encode())
        return [case.get("name") for case in root.iter("testcase")]

    assert names("cure cure\ncure") == ["cure: cure", "cure: cure (2)", "cure: cure (3)"]
    assert names("\n\n\ncure cure\n\ncure") == names("cure cure\ncure")


@given(runs)
def test_it_fits_the_schema_and_counts_right_whatever_drafts_hold(results: list[FileResult]) -> None:
    root = etree.fromstring(report("junit", *results).encode())
    SCHEMA.assertValid(root)
    for suite, result in zip(root, results, strict=True):
        cases = list(suite)
        assert len(cases) == int(suite.get("tests", "")) == len({case.get("name") for case in cases})
        assert len(suite.findall("*/failure")) == int(suite.get("failures", "")) == len(result.findings)
        assert len(suite.findall("*/error")) == int(suite.get("errors", "")) == (result.error is not None)
