"""BBCode, as forums write it."""

from __future__ import annotations

from claimlint.document.parse import parse
from document.document_shape import blocks, links, regions, units


def test_plain_tags_are_markup() -> None:
    text = "Take [B]zinc[/B] [SIZE=4][COLOR=red]daily[/COLOR][/SIZE]. It helps[sup]1[/sup]."
    document = parse(text, "bbcode")
    assert document.prose.split() == ["Take", "zinc", "daily", ".", "It", "helps", "1", "."]
    assert units(text, "bbcode") == [
        "Take [B]zinc[/B] [SIZE=4][COLOR=red]daily[/COLOR][/SIZE].",
        "It helps[sup]1[/sup].",
    ]


def test_links_of_both_forms() -> None:
    text = "See [url=http://a.b]this[/url] and [URL]http://c.d[/URL] and http://e.f now."
    document = parse(text, "bbcode")
    assert links(document) == [
        ("bbcode", "this", "http://a.b"),
        ("bbcode", "http://c.d", "http://c.d"),
        ("bare", "http://e.f", "http://e.f"),
    ]
    assert document.prose.split() == ["See", "this", "and", "and", "now."]


def test_quotes_are_quoted() -> None:
    text = "[quote=Ann, post: 1]It cures.[quote]Inner.[/quote]\nAll.[/quote]\nI doubt it."
    document = parse(text, "bbcode")
    assert [(text[b.start : b.end], b.quoted) for b in document.blocks] == [
        ("It cures.", True),
        ("Inner.", True),
        ("All.", True),
        ("I doubt it.", False),
    ]


def test_lists_nest() -> None:
    text = "[list]\n[*]one\n[*]two [list=1][*]deep[/list]\n[*]three\n[/list]\nAfter it."
    document = parse(text, "bbcode")
    assert [(b.kind, text[b.start : b.end], b.level) for b in document.blocks] == [
        ("item", "one", 1),
        ("item", "two", 1),
        ("item", "deep", 2),
        ("item", "three", 1),
        ("paragraph", "After it.", 0),
    ]
    assert document.blocks[2].parent == 1
    assert document.blocks[3].group == document.blocks[0].group


def test_code_and_images_are_no_prose() -> None:
    document = parse("[code]cures\nall[/code]Text. [img]http://a.b/c.png[/img]", "bbcode")
    assert document.prose.split() == ["Text."]
    assert [kind for kind, _ in regions(document)] == ["code", "image"]


def test_headings_and_tables() -> None:
    text = "[h2]Doses[/h2][table][tr][th]Oral[/th][/tr][tr][td]low[/td][td]5 mg[/td][/tr][/table]End of it."
    document = parse(text, "bbcode")
    assert [(b.kind, b.level) for b in document.blocks] == [("heading", 2), ("header", 0), ("row", 0), ("paragraph", 0)]
    assert [text[a:b].replace("[/td]", "") for a, b in document.blocks[2].cells] == ["low", "5 mg"]


def test_unknown_tags_are_text() -> None:
    text = "It is [weird]so[/weird] [1] good [b."
    assert parse(text, "bbcode").prose == text
    assert blocks(parse(text, "bbcode")) == [("paragraph", text)]


def test_a_tag_that_never_closes_is_no_link() -> None:
    assert parse("[url=http://a.b]this and that", "bbcode").links == ()
