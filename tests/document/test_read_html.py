"""HTML pages, well formed and otherwise."""

from __future__ import annotations

from claimlint.document.parse import parse
from document.document_shape import blocks, links, places, regions, units


def page(body: str) -> str:
    return f"<!doctype html><html><head><title>Zinc cures</title></head><body>{body}</body></html>"


def test_blocks_and_their_places() -> None:
    text = "<h1>Zinc</h1>\n<p>One. <b>Two</b>.</p>\n<p class=x>Three<br>Four"
    document = parse(text, "html")
    assert units(text, "html") == ["Zinc", "One.", "<b>Two</b>.", "Three", "Four"]
    assert places(document) == [(1, 5), (2, 4), (2, 9), (3, 12), (3, 21)]
    assert [(b.kind, b.level, b.heading) for b in document.blocks] == [
        ("heading", 1, -1),
        ("paragraph", 0, 0),
        ("paragraph", 0, 0),
    ]


def test_furniture_is_no_text_but_its_links_are_known() -> None:
    text = page(
        "<nav><a href=/a>Home</a></nav><div class='site-footer'>cures <a href='http://s.h?ref=1'>Buy</a></div>"
        "<div role=navigation>cures</div><aside>cures</aside><form>cures</form><p aria-hidden=true>x</p>"
        "<article><header><h1>Head</h1></header><p>Text.</p><footer>cures</footer></article>"
    )
    document = parse(text, "html")
    assert [u for u in units(text, "html") if u != "x"] == ["Head", "Text."]
    assert links(document) == [("chrome", "Home", "/a"), ("chrome", "Buy", "http://s.h?ref=1")]
    assert "chrome" in {kind for kind, _ in regions(document)}


def test_addresses_in_meta_tags_are_known() -> None:
    document = parse('<meta property="og:url" content="https://s.h/?aff=2"><p>Text.</p>', "html")
    assert [(link.kind, link.target) for link in document.links] == [("chrome", "https://s.h/?aff=2")]


def test_a_body_with_a_sidebar_is_not_a_sidebar() -> None:
    assert units(page("<p>x</p>").replace("<body>", "<body class='sidebar'>"), "html") == ["x"]


def test_lists_without_their_closing_tags() -> None:
    text = "<ul><li>one<ul><li>deep</ul><li>two</ul><ol><li><p>first</p><p>more</p></ol>"
    document = parse(text, "html")
    assert [(b.kind, text[b.start : b.end], b.level, b.parent, b.group) for b in document.blocks] == [
        ("item", "one", 1, -1, 0),
        ("item", "deep", 2, 0, 1),
        ("item", "two", 1, -1, 0),
        ("item", "first", 1, -1, 2),
        ("paragraph", "more", 0, 3, -1),
    ]


def test_tables_with_and_without_closing_tags() -> None:
    text = "<table><caption>Doses</caption><tr><th>Oral<th>mg<tr><td>low</td><td>5. <b>a</b></td></tr></table>"
    document = parse(text, "html")
    assert [b.kind for b in document.blocks] == ["caption", "header", "row"]
    assert [text[a:b] for a, b in document.blocks[1].cells] == ["Oral", "mg"]
    assert [text[a:b] for a, b in document.blocks[2].cells] == ["low", "5. <b>a</b>"]
    assert len(document.units) == 3


def test_quotes_code_and_comments() -> None:
    text = (
        "<blockquote><p>It cures.</p></blockquote><pre>cures</pre>"
        "<p>a <code>b</code><!-- c --> d</p><script>'<p>'</script>"
    )
    document = parse(text, "html")
    assert [b.quoted for b in document.blocks] == [True, False]
    assert document.prose.split() == ["It", "cures.", "a", "d"]


def test_entities_and_links() -> None:
    text = "<p>5&nbsp;&micro;g &Alpha; &bogus; <a href='http://a.b?c&amp;d' title=\"T\">here</a>.</p>"
    document = parse(text, "html")
    assert document.prose.split() == ["5", "µ", "g", "Α", "&bogus;", "here", "."]
    assert (document.links[0].target, document.links[0].title) == ("http://a.b?c&d", "T")


def test_superscripts_belong_to_the_sentence_before() -> None:
    assert units("<p>It acts.<sup><a href='#1'>1</a></sup> It sells.</p>", "html") == [
        "It acts.<sup><a href='#1'>1</a></sup>",
        "It sells.",
    ]


def test_a_less_than_sign_is_text() -> None:
    assert parse("<p>if x < 5 and y<6 then", "html").prose.split() == "if x < 5 and y<6 then".split()


def test_quotes_that_do_not_pair_harm_one_tag_only() -> None:
    assert units('<p title="x>One.</p><p>Two.</p>', "html")[-1] == "Two."


def test_depth_is_no_trouble() -> None:
    text = "<div><ul><li>" * 20_000 + "deep"
    assert blocks(parse(text, "html")) == [("item", "deep")]


def test_newlines_of_windows() -> None:
    document = parse("<p>One.</p>\r\n<p>\r\n  Two.\r\n</p>", "html")
    assert places(document) == [(1, 4), (3, 3)]


def test_generated_footnote_spans_stay_with_their_sentence() -> None:
    mark = '<span class="fn"><a role="button" onclick="go(1);"><span>[4]</span></a><span class="tip"></span></span>'
    document = parse(f"<p>It acts.{mark} It sells.{mark}</p>", "html")
    shown = [" ".join(document.prose[u.start : u.end].split()) for u in document.units]
    assert shown == ["It acts. [4]", "It sells. [4]"]


def test_units_begin_and_end_at_words_not_at_wrapping_tags() -> None:
    text = '<p><span class="x" id="y">Zinc helps.</span> <span>And <a href="u">iron</a></span></p>'
    assert units(text, "html") == ["Zinc helps.", 'And <a href="u">iron</a>']


def test_hidden_elements_and_lists_of_contents_are_furniture() -> None:
    text = page(
        "<div class='sidebar-related-posts'>cures</div><div class='lwptoc'>cures</div><p style='display: none'>x</p>"
        "<span style='display:none'>cures</span><div class='content-sidebar-wrap has-sidebar'><p>Text.</p></div>"
        "<h2>&nbsp; </h2>"
    )
    assert [u for u in units(text, "html") if u != "x"] == ["Text."]
    assert len(parse(text, "html").blocks) <= 2
