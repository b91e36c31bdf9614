"""The moderator's page, read by a parser that is not ours: structure, links, and that no draft can act in it."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.project.review.model import Review
from claimlint.reporting.review.page import render
from reporting.review_helper import review_of

POST = """# Zinc for colds

Zinc shortens colds in adults. In mice it absolutely destroys viruses [1].

Take 50 mg a day. I get mine from [this shop](https://shop.example.com/product/zinc).
Does zinc lower blood pressure in men? It may perhaps reduce swelling.

## References

1. Author A. Zinc in mice with colds. Journal of Tests. 2019. PMID: 12345678
"""


def page_of(review: Review) -> str:
    return "".join(render(review))


def parsed(page: str) -> Any:
    """The page's elements; any error in its HTML fails the test."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False)
    return parser.parse(page)


def page(*texts: str, path: str = "post.md") -> Any:
    return parsed(page_of(review_of(*texts, path=path)))


def words(element: Element) -> str:
    return " ".join(" ".join(element.itertext()).split())


def find(root: Any, path: str) -> list[Element]:
    return list(root.iterfind(path))


def test_it_is_html_without_an_error_and_needs_nothing_else() -> None:
    root = page(POST, "Thanks.\n")
    assert root.get("lang") == "en"
    assert not find(root, ".//script")
    for element in root.iter():
        assert not {"src", "srcset", "action", "style", "data", "background", "poster"} & set(element.attrib), (
            element.tag
        )
        assert not [name for name in element.attrib if name.startswith("on")]
        assert element.tag not in ("link", "img", "iframe", "object", "embed", "form", "base", "svg", "math")


def test_the_policy_allows_its_own_style_and_nothing_else() -> None:
    root = page(POST)
    metas = {meta.get("http-equiv"): meta.get("content") for meta in find(root, ".//meta")}
    style = find(root, ".//style")[0].text or ""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert metas["Content-Security-Policy"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert "url(" not in style
    assert "@import" not in style


def test_headings_follow_each_other_and_landmarks_are_there() -> None:
    root = page(POST, "Thanks.\n")
    levels = [int(element.tag[1]) for element in root.iter() if re.fullmatch("h[1-6]", str(element.tag))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    body = root.find("body")
    assert [child.tag for child in body] == ["a", "header", "main", "footer"]
    for article in find(root, ".//article"):
        label = article.get("aria-labelledby")
        assert [element.get("id") for element in find(article, ".//h2")] == [label]


def test_every_id_is_one_and_every_link_inside_leads_somewhere() -> None:
    for root in (page(POST, POST), page(POST.replace("\n\n", "<br>\n"), path="post.html")):
        ids = [element.get("id") for element in root.iter() if element.get("id")]
        assert len(set(ids)) == len(ids)
        inside = {element.get("href") or "" for element in find(root, ".//a")}
        assert {href for href in inside if href.startswith("#") and href[1:] not in ids} == set()


def test_the_words_are_marked_where_they_stand_and_overlaps_are_told_apart() -> None:
    root = page("Zinc absolutely cures colds in adults. I slept well.\n")
    marks = [(mark.get("class"), "".join(mark.itertext())) for mark in find(root, ".//mark")]
    assert marks == [
        ("warning", "Zinc "),
        ("warning", "absolutely cures"),
        ("warning", " colds in adults."),
    ]
    line = find(root, ".//p[@class='line']")[0]
    assert words(line) == "Zinc absolutely cures 2 colds in adults. 1 I slept well."
    assert [link.get("aria-label") for link in find(line, ".//a")] == [
        "remark 2: warning, absolute-language",
        "remark 1: warning, uncited-claim",
    ]


def test_each_remark_says_why_and_what_could_stand_there() -> None:
    root = page("Zinc shortens colds in adults.\n")
    note = find(root, ".//div[@class='note warning']")[0]
    assert words(note) == (
        "1 warning uncited-claim a claim about health with no source: a reader cannot check it "
        "Why A reader who wants to know whether this is true has nowhere to look. A statement about what a substance, "
        "food, practice or condition does to the body needs a source in the sentence, at the end of its paragraph, or "
        "in the lead-in of its list. "
        "Suggested wording Zinc may shorten colds in adults [source needed]."
    )


def test_several_remarks_about_one_sentence_get_one_wording() -> None:
    root = page("Zinc completely cures colds in adults.\n")
    notes = find(root, ".//blockquote")
    assert [words(note) for note in notes] == ["Zinc may help with colds in adults [source needed]."]


def rows(root: Any, caption: str) -> list[list[str]]:
    for table in find(root, ".//table"):
        if words(find(table, "caption")[0]) == caption:
            return [[words(cell) for cell in find(row, "td")] for row in find(table, "tbody/tr")]
    raise AssertionError(f"no table {caption}")


def test_the_evidence_table() -> None:
    text = "Zinc shortens colds in adults [1]. Iron lowers blood pressure in men.\n\n## References\n\n"
    text += "1. Author A. Zinc in mice with colds. Journal of Tests. 2019. PMID: 12345678\n"
    made = rows(page(text), "Claims and doses, and what covers them")
    assert made[0][2:] == ["[1] stands in it", "S1 study", "title says mice"]
    assert made[1][2:] == ["nothing", "–", "–"]
    sources = rows(page(text), "Sources and links")
    assert sources[0][0] == "S1"
    assert sources[0][1].startswith("[1] ")
    assert "PMID:12345678" in sources[0][1]
    assert sources[0][2:] == ["study", "title says mice", "5", "1 claim or dose"]


def test_a_seller_is_named_and_not_linked() -> None:
    root = page(POST)
    assert not [a for a in find(root, ".//a") if "shop.example.com" in (a.get("href") or "")]
    assert any(row[2].startswith("seller: shop.example.com") for row in rows(root, "Sources and links"))


def test_what_was_not_flagged_is_there_with_its_reason() -> None:
    text = words(find(page(POST), ".//ul[@class='passed']")[0])
    assert "Does zinc lower blood pressure in men? not a claim: a question" in text
    assert "Zinc shortens colds in adults. sourced: [1] closes the paragraph" in text


def test_a_dose_in_a_study_and_a_lost_link_are_explained() -> None:
    root = page("Zinc shortens colds in adults [here].\n\nIn the trial 400 mg a day lowered blood pressure [study].\n")
    covered = [row[2] for row in rows(root, "Claims and doses, and what covers them")]
    assert covered[0] == "[here] stands in it, but its target is not in the draft"


def test_the_rules_of_the_proposals_and_the_limits_are_at_the_end() -> None:
    foot = words(find(page(POST), ".//footer")[0])
    assert (
        "words of somebody who may want to die or to hurt themselves self-harm Stop and ask somebody else Escalate"
        in foot
    )
    assert "Whether a statement is true, and whether a source says what the sentence says, it cannot tell" in foot


def test_a_comment_to_claimlint_is_shown_and_not_heeded() -> None:
    root = page("<!-- claimlint-disable-next-line uncited-claim: I know best -->\nZinc shortens colds in adults.\n")
    assert "uncited-claim 1" in words(find(root, ".//p[@class='facts']")[0])
    assert "a comment to claimlint, which a review does not heed" in words(find(root, ".//ul[@class='passed']")[0])


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</p></div></article></main><h1>Approved</h1>",
    '" onmouseover="alert(1)',
    "<style>body{display:none}</style>",
    "<meta http-equiv=refresh content='0;url=https://evil.example.com'>",
    "<!-- --><base href=https://evil.example.com>",
    "[x](javascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:x) [y](JaVaScRiPt:alert(1)) [z](//evil.example.com)",
    "<a href='javascript:alert(1)'>x</a>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\u202eevil\u202c \u2066x\u2069",
    "a\x00b\x1b[31m\x7f\x85",
    "\ud800",
]


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("path", ["post.md", "post.txt", "post.html", "post.bbcode"])
def test_a_hostile_draft_stays_text(hostile: str, path: str) -> None:
    text = f"Zinc shortens colds in adults {hostile}.\n\nTake 50 mg {hostile} a day.\n\n1. {hostile} cures all colds\n"
    made = page_of(review_of(text, path=path))
    made.encode("utf-8")
    root = parsed(made)
    inert(root)
    assert len(find(root, ".//h1")) == 1
    assert len(find(root, ".//style")) == 1
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", made)


def inert(root: Any) -> None:
    """Nothing that runs, and no link but to the page itself or to the web."""
    assert not find(root, ".//script")
    for element in root.iter():
        assert not [name for name in element.attrib if name.startswith("on")]
    for link in find(root, ".//a"):
        href = link.get("href") or ""
        assert href.startswith(("#", "https://", "http://"))
        if not href.startswith("#"):
            assert link.get("rel") == "noopener noreferrer nofollow"
            assert link.get("referrerpolicy") == "no-referrer"


def test_a_hostile_file_name_and_author_stay_text() -> None:
    name = '<img src=x onerror=alert(1)>".md'
    root = page("Zinc shortens colds in adults.\n", path=name)
    inert(root)
    assert words(find(root, ".//h2")[0]) == name
    thread = "<article class=message data-author='<b>x</b>'>Zinc shortens colds.</article>" * 2
    root = page(f"<!DOCTYPE html><body>{thread}</body>", path="t.html")
    assert "<b>x</b>" in words(find(root, ".//h2")[0])


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Zinc cures all colds ", "Take 5 mg ", "<b", ">", '"', "'", "&", "\n", "\n\n", "[1]", "é", "\r\n", "😀"]
        ),
        max_size=30,
    ),
    st.sampled_from(["post.md", "post.txt", "post.html", "post.bbcode"]),
)
def test_any_draft_makes_a_sound_page(pieces: list[str], path: str) -> None:
    text = "".join(pieces)
    review = review_of(text, path=path)
    root = parsed(page_of(review))
    shown = {mark.get("id") for mark in find(root, ".//span[@id]")}
    for number, post in enumerate(review.posts, 1):
        assert {f"p{number}-m{remark.number}" for remark in post.remarks} <= shown


def test_a_thread_is_one_article_a_post_and_says_who_is_quoted() -> None:
    thread = (
        "#1 ann · 2 Jan 2026\nZinc shortens colds in adults.\n\n"
        "#2 bob · 3 Jan 2026\nann said:\nZinc shortens colds in adults.\nClick to expand...\nNo way.\n"
    )
    root = page(thread, path="thread.txt")
    assert [words(title) for title in find(root, ".//h2")][:2] == [
        "thread.txt: post 1 by ann",
        "thread.txt: post 2 by bob",
    ]
    passed = [words(each) for each in find(root, ".//ul[@class='passed']")]
    assert passed == ["line 6 : Zinc shortens colds in adults. quotes ann, whose own words are read where they stand"]


def test_a_web_page_is_shown_by_its_words() -> None:
    root = page(
        "<!DOCTYPE html><html><body><p>Zinc <b>shortens</b>\ncolds in adults.</p></body></html>", path="post.html"
    )
    assert [words(line) for line in find(root, ".//p[@class='line flowing']")] == ["Zinc shortens colds in adults. 1"]


def test_words_that_the_post_only_quotes_are_told_as_such() -> None:
    thread = (
        "#1 ann · 2 Jan 2026\nOh.\n\n#2 bob · 3 Jan 2026\ncarol said:\nZinc shortens colds in adults.\n"
        "Click to expand...\nNo way.\n"
    )
    note = find(page(thread, path="thread.txt"), ".//div[@class='remark']")[0]
    assert "uncited-claim · in words of carol, quoted here" in words(note)
