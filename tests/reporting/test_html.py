"""The page for a browser, read by lxml's HTML parser."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given
from lxml import html

from claimlint.project.model import FileResult
from reports import lint, report, runs, small

TAGS = {
    "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "p", "div", "ul", "li", "nav", "main",
    "article", "section", "span", "mark", "b", "code", "details", "summary", "blockquote", "footer", "bdi",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "href", "class", "id", "tabindex", "aria-label",
    "aria-labelledby", "data-n", "dir",
}  # fmt: skip


def page(*results: FileResult) -> Any:
    return html.document_fromstring(report("html", *results))


def texts_of(root: Any, path: str) -> list[str]:
    return [element.text_content() for element in root.xpath(path)]


def test_the_counts_the_unread_and_each_finding_in_its_sentence() -> None:
    root = page(small(), FileResult("clean.md"), FileResult("b.md", error="is binary"))
    assert texts_of(root, "//header/p") == ["2 findings (1 error, 1 info) in 1 of 2 files; 1 could not be checked"]
    assert texts_of(root, "//header//div[@class='problems']//li") == ["b.md: is binary"]
    assert texts_of(root, "//nav//li") == ["posts/a.md (2)"]
    assert texts_of(root, "//article/h2") == ["posts/a.md"]
    assert texts_of(root, "//p[@class='line']") == ["\U0001f48a漢e\u0301 cure", "a\\r\ntonic"]
    assert texts_of(root, "//mark[@class='error']") == ["cure"]
    assert texts_of(root, "//section/p[1]") == ["2:6 error cure", "2:12 info tonic"]
    assert texts_of(root, "//section/p[2]") == ['"cure" is too strong', '"tonic" is too strong']
    assert texts_of(root, "//blockquote") == ["It may help."]
    assert texts_of(root, "//details/p") == ["because", "because"]
    assert [element.get("data-n") for element in root.xpath("//p[@class='line']")] == ["2", "2"]


def test_a_long_sentence_is_cut_on_both_sides() -> None:
    (line,) = texts_of(page(lint("x" * 1000 + " cure " + "y" * 1000)), "//p[@class='line']")
    assert line == "…" + "x" * 299 + " cure " + "y" * 299 + "…"


def test_every_way_leads_somewhere() -> None:
    root = page(small("a.md"), small("b.md"))
    ids = root.xpath("//@id")
    assert len(set(ids)) == len(ids)
    assert {way.removeprefix("#") for way in root.xpath("//@href")} <= set(ids)
    assert set(root.xpath("//@aria-labelledby")) <= set(ids)


def test_nothing_is_fetched_and_nothing_runs() -> None:
    text = report("html", small())
    assert re.search(
        r'content="default-src \'none\'; style-src \'sha256-[^\']+\'; base-uri', text.replace("&#x27;", "'")
    )
    assert "//" not in text.split("</head>")[1]
    assert "url(" not in text


@given(runs)
def test_drafts_and_paths_become_text_and_no_markup(results: list[FileResult]) -> None:
    root = page(*results)
    assert {element.tag for element in root.iter()} <= TAGS
    assert {name for element in root.iter() for name in element.attrib} <= ATTRIBUTES
    assert len(root.xpath("//mark")) == sum(len(result.findings) for result in results)
    assert len(root.xpath("//header//div//li")) == sum(result.error is not None for result in results)
    assert not set(report("html", *results)) & {chr(code) for code in (*range(9), *range(11, 32), 127, 0x202E, 0x2066)}
