"""Replies to authors: what they say, in which order, and that no draft can speak through them."""

from __future__ import annotations

import string
from typing import Any

import bbcode
import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.reporting.review.markup import MARKUPS
from claimlint.reporting.review.reply import render, withheld
from reporting.review_helper import review_of

POST = """It may help. Zinc shortens colds in adults.

Take 400 mg of magnesium before bed. I get mine from [this shop](https://shop.example.com/product/zinc).

Cold showers completely cure [depression](https://example.org/studies/2).
"""


def reply(markup: str, *texts: str, path: str = "post.md") -> str:
    return "".join(render(review_of(*texts, path=path), markup))


def test_the_whole_reply_in_markdown() -> None:
    assert reply("markdown", "Take 400 mg of magnesium before bed. Zinc shortens colds in adults.\n") == (
        "Hi,\n\n"
        "thanks for your post. Before it goes live, 2 passages need a change. The text is yours; "
        "this is what it is about:\n\n"
        "**Line 1**\n\n"
        "> Take 400 mg of magnesium before bed.\n\n"
        "Readers copy amounts. Please add the study, label or guideline that this one comes from, or tell it as what "
        "you took yourself.\n\n"
        "For example:\n\n"
        "> A dose of 400 mg of magnesium before bed is sometimes used \\[source needed\\]; check with a clinician or "
        "pharmacist.\n\n"
        "**Line 1**\n\n"
        "> Zinc shortens colds in adults.\n\n"
        "Please add a source that a reader can check, or say that it is what you think.\n\n"
        "For example:\n\n"
        "> Zinc may shorten colds in adults \\[source needed\\].\n\n"
        "Your own experience is welcome when it is told as such. If you have a source that I missed, reply with its "
        "link, DOI or PMID. This is about the text, not about you.\n"
    )


def test_what_has_to_go_comes_before_what_is_asked_and_style_comes_last() -> None:
    text = reply("text", POST)
    places = [text.index(words) for words in ("Take 400 mg", "I get mine", "Zinc shortens", "Only if you like")]
    assert places == sorted(places)


def test_a_sellers_address_is_not_repeated() -> None:
    for markup in MARKUPS:
        assert "shop.example.com" not in reply(markup, POST)


def test_the_same_request_is_made_once() -> None:
    claims = "Zinc shortens colds in adults. Iron prevents migraine in women. Copper lowers blood pressure in men.\n"
    text = reply("text", claims)
    assert text.count("Please add a source") == 1
    assert "The same goes for the next 2." in text


def test_a_long_reply_is_cut_and_says_what_is_left() -> None:
    claims = "\n\n".join(f"Zinc shortens colds in adults by {n} days." for n in range(1, 13)) + "\n"
    text = reply("text", claims)
    assert "12 passages need a change" in text
    assert text.count("Line ") == 8
    assert "4 more of the same kind: lines 17, 19, 21, 23." in text


def test_a_thread_has_a_reply_to_each_author_and_no_line_of_the_file() -> None:
    thread = (
        "ann wrote:\nZinc shortens colds in adults.\n\n"
        "bob wrote:\nTake 400 mg of magnesium before bed.\n\n"
        "Cid wrote:\nThanks a lot.\n"
    )
    text = reply("text", thread, path="thread.txt")
    assert [line for line in text.splitlines() if line.startswith(("=", "Hi"))] == [
        "===== thread.txt: post 1 by ann =====",
        "Hi ann,",
        "===== thread.txt: post 2 by bob =====",
        "Hi bob,",
        "===== thread.txt: post 3 by Cid =====",
        "Hi Cid,",
    ]
    assert "Line" not in text
    assert text.endswith("thanks for your post. It can go live as it is.\n")


def test_nobody_is_asked_to_change_what_they_quote() -> None:
    thread = (
        "#1 ann · 2 Jan 2026\nI slept badly.\n\n"
        "#2 bob · 3 Jan 2026\ncarol said:\nTake 400 mg of magnesium before bed.\nClick to expand...\nNo way.\n"
    )
    assert "400 mg" not in reply("text", thread, path="thread.txt")


def test_who_may_be_in_danger_gets_no_reply_about_wording() -> None:
    review = review_of("I just want to die. Zinc shortens colds in adults.\n")
    assert "".join(render(review, "markdown")) == ""
    assert list(withheld(review)) == [("post.md", "words of somebody who may want to die or to hurt themselves")]


HOSTILE = (
    "Zinc completely cures colds in adults {0}.",
    "{0}, zinc completely cures colds in adults.",
)
MARKS = (
    "<script>alert(1)</script>",
    "**bold** _it_ ~~s~~",
    "[x](https://evil.example.com)",
    "![x](https://evil.example.com/a.png)",
    "https://evil.example.com/x",
    "www.evil.example.com",
    "`code`",
    "&lt;b&gt; &amp;",
    "<https://evil.example.com>",
    "# head",
    "> quote",
    "- item",
    "1. item",
    "| a | b |",
    "$x$",
    "[^1] [ref]: https://evil.example.com",
    "@everyone",
)


def events(markdown: str) -> set[str]:
    """The kinds of elements that CommonMark with GFM finds in the text."""
    options = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH | pyromark.Options.ENABLE_FOOTNOTES
    found: set[str] = set()
    event: Any
    for event in pyromark.events(markdown, options=options):
        if isinstance(event, dict):
            ((kind, value),) = event.items()
            if kind in ("Start", "Text", "End"):
                found |= {value if isinstance(value, str) else next(iter(value))} if kind == "Start" else set()
            else:
                found.add(kind)
        else:
            found.add(event)
    return found


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("form", HOSTILE)
def test_no_markup_of_a_draft_gets_into_a_reply_in_markdown(form: str, mark: str) -> None:
    text = reply("markdown", form.format(mark) + "\n", path="post.txt")
    assert "completely cures colds" in text or mark[0] in "#>["
    assert events(text) <= {"Paragraph", "BlockQuote", "Strong"}
    assert "@everyone" not in text
    assert "https://" not in text
    assert "www.evil" not in text


@given(st.text(string.printable + "é界\u202e\u200b", min_size=1, max_size=60))
def test_any_words_stay_words_in_markdown(words: str) -> None:
    shown = MARKUPS["markdown"].quote(MARKUPS["markdown"].escape(f"{words} end"))
    assert events(shown) <= {"Paragraph", "BlockQuote"}


BB_MARKS = ("[url=https://evil.example.com]x[/url]", "[img]https://evil.example.com/a.png[/img]", "[/quote][b]x[/b]")


@pytest.mark.parametrize("mark", BB_MARKS)
def test_no_markup_of_a_draft_gets_into_a_reply_in_bbcode(mark: str) -> None:
    text = reply("bbcode", f"Zinc completely cures colds in adults {mark}.\n", path="post.txt")
    assert "completely cures colds" in text
    page = bbcode.render_html(text)
    assert set(tags(page)) <= {"blockquote", "strong", "br"}
    assert "evil.example.com/a" not in text


@given(st.text(string.printable, min_size=1, max_size=60))
def test_any_words_stay_words_in_bbcode(words: str) -> None:
    page = bbcode.render_html(MARKUPS["bbcode"].escape(words))
    assert set(tags(page)) <= {"br"}


def tags(page: str) -> list[str]:
    from lxml import html

    return [str(element.tag) for element in html.fromstring(f"<div>{page}</div>").iter() if element.tag != "div"]


def test_the_slot_for_a_source_is_as_the_linter_knows_it() -> None:
    for markup in ("bbcode", "text"):
        assert "[source needed]" in reply(markup, "Zinc shortens colds in adults.\n")


def test_an_authors_name_is_words_too() -> None:
    thread = "#1 a_b_c · 2 Jan 2026\nZinc shortens colds in adults.\n\n#2 bob · 3 Jan 2026\nOh.\n"
    assert "Hi a\\_b\\_c," in reply("markdown", thread, path="t.txt")
