"""Markdown to paste into a pull request, read by a Markdown parser."""

from __future__ import annotations

import re

import pyromark
import pytest
from hypothesis import given

from claimlint.project.model import FileResult
from claimlint.reporting.markdown_report import code
from reports import lint, report, runs, small, texts


def test_a_list_of_findings() -> None:
    assert report("markdown", small(), FileResult("b.md", error="is binary"), FileResult("clean.md")) == (
        "### claimlint: 2 findings (1 error, 1 info) in 1 of 2 files; 1 could not be checked\n"
        "\n"
        "- `b.md` could not be checked: is binary\n"
        "\n"
        "#### `posts/a.md`\n"
        "\n"
        '- **2:6 cure** (error): "cure" is too strong\n'
        "  - `cure`\n"
        "  - instead: `It may help.`\n"
        '- **2:12 tonic** (info): "tonic" is too strong\n'
        "  - `a tonic`\n"
    )


@pytest.mark.parametrize(
    "text",
    ["a @user cure", "cure #12", "cure www.x.org", "cure http://x", "cure :tada:", "cure GH-12", "cure 1234567",
     "**cure**", "<b>cure</b>", "cure_x_", "[cure](x)", "![cure](x)", "cure ~x~", "$cure$", "cure\\", "a|cure"],
)  # fmt: skip
def test_a_message_that_quotes_markup_or_a_mention_is_code(text: str) -> None:
    assert f"(error): `“{text}” is too strong`\n" in report("markdown", lint(text))


def test_words_are_no_code() -> None:
    assert "(error): “the cure, they say” is too strong\n" in report("markdown", lint("the cure, they say"))


@given(texts)
def test_a_code_span_is_one_code_span(text: str) -> None:
    assert re.fullmatch(r"<p><code>[^<>]*</code></p>\n", pyromark.html(code(text)))


@given(runs)
def test_drafts_and_paths_leave_no_markup_outside_of_code(results: list[FileResult]) -> None:
    html = pyromark.html(report("markdown", *results))
    outside = re.sub(r"<code>[^<]*</code>", "", html)
    assert set(re.findall(r"</?(\w+)", outside)) <= {"h3", "h4", "ul", "li", "strong", "p"}
    assert not re.search(r"[@#`]|www|http|<!--", outside)
    assert len(re.findall("<strong>", outside)) == sum(len(result.findings) for result in results)
