"""Checkstyle XML, read by lxml."""

from __future__ import annotations

from hypothesis import given
from lxml import etree

from claimlint import __version__
from claimlint.project.model import FileResult
from reports import report, runs, small

ATTRIBUTES = ("line", "column", "severity", "message", "source")
"""What checkstyle-report-1.0.0.xsd knows; line and column are positive."""


def test_clean_unclean_and_unread_drafts() -> None:
    assert report("checkstyle", small(), FileResult("./b.md"), FileResult("c.md", error="is binary")) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<checkstyle version="{__version__}">\n'
        '  <file name="posts/a.md">\n'
        '    <error line="2" column="7" severity="error" message="&quot;cure&quot; is too strong. Suggestion: '
        'It may help." source="claimlint.cure"/>\n'
        '    <error line="2" column="13" severity="info" message="&quot;tonic&quot; is too strong" '
        'source="claimlint.tonic"/>\n'
        "  </file>\n"
        '  <file name="b.md"/>\n'
        '  <file name="c.md">\n'
        '    <error line="1" severity="error" message="could not be checked: is binary" '
        'source="claimlint.unchecked"/>\n'
        "  </file>\n"
        "</checkstyle>\n"
    )


@given(runs)
def test_it_is_xml_whatever_drafts_hold(results: list[FileResult]) -> None:
    root = etree.fromstring(report("checkstyle", *results).encode())
    assert root.tag == "checkstyle"
    assert [file.tag for file in root] == ["file"] * len(results)
    for file, result in zip(root, results, strict=True):
        assert [error.tag for error in file] == ["error"] * (len(result.findings) + (result.error is not None))
        for error in file:
            assert set(error.attrib) <= set(ATTRIBUTES)
            assert error.get("severity") in ("error", "warning", "info")
            assert int(error.get("line", "0")) >= 1
            assert int(error.get("column", "1")) >= 1
