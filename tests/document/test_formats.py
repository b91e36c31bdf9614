"""Which format a file is read in."""

from __future__ import annotations

import pytest

from claimlint.document.formats import format_of, sniff
from claimlint.document.parse import parse


@pytest.mark.parametrize("suffix", [".md", ".markdown", ".mdx", ".mkd", ".qmd", ".Rmd", ".MD"])
def test_markdown_by_name(suffix: str) -> None:
    assert format_of(f"posts/draft{suffix}") == "markdown"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.html", "html"),
        ("a.HTM", "html"),
        ("a.xhtml", "html"),
        ("a.bbcode", "bbcode"),
        ("a.txt", "text"),
        ("a.org", "text"),
        ("a.rst", "text"),
        ("README", "text"),
        ("md", "text"),
        ("", "text"),
    ],
)
def test_the_others_by_name(name: str, expected: str) -> None:
    assert format_of(name) == expected


def test_a_text_full_of_tags_is_bbcode() -> None:
    text = "[QUOTE=Ann]x[/QUOTE] see [URL=http://a.b]this[/URL]"
    assert sniff(text, "text") == "bbcode"
    assert parse(text, "text").format == "bbcode"


def test_one_bracketed_word_is_no_bbcode() -> None:
    assert sniff("I was told [sic] to take it [b] twice [1]", "text") == "text"


def test_a_page_saved_as_text_is_html() -> None:
    assert sniff("\n<!DOCTYPE html><p>x", "text") == "html"


def test_a_name_is_never_overruled() -> None:
    assert sniff("[quote=A]x[/quote][b]y[/b]", "markdown") == "markdown"
