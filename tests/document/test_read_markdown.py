"""Markdown: exact blocks, units, links and regions for each construct."""

from __future__ import annotations

import pytest

from claimlint.document.parse import parse
from document.document_shape import blocks, links, places, regions, units


def test_headings_of_both_kinds_and_their_sections() -> None:
    document = parse("# One\n\ntext\n\nTwo\n---\n\n### Three ###\n\nmore\n", "markdown")
    assert [(b.kind, b.level, b.heading) for b in document.blocks] == [
        ("heading", 1, -1),
        ("paragraph", 0, 0),
        ("heading", 2, 0),
        ("heading", 3, 2),
        ("paragraph", 0, 3),
    ]
    assert units(document.text) == ["One", "text", "Two", "Three", "more"]
    assert places(document) == [(1, 3), (3, 1), (5, 1), (8, 5), (10, 1)]


def test_a_heading_without_its_space_is_one_all_the_same() -> None:
    document = parse("##Dosing\nTake 5 mg.\n\n#magnesium #sleep\n", "markdown")
    assert blocks(document) == [
        ("heading", "##Dosing"),
        ("paragraph", "Take 5 mg."),
        ("paragraph", "#magnesium #sleep"),
    ]
    assert document.blocks[0].level == 2
    assert document.prose.startswith("  Dosing\n")


def test_a_paragraph_of_bold_alone_is_a_heading() -> None:
    document = parse(
        "**Dosing**\n\n**Side effects**:\n\n__Who__\n\n**This one ends as a sentence does.**\n", "markdown"
    )
    assert [(b.kind, b.level) for b in document.blocks] == [("heading", 6)] * 3 + [("paragraph", 0)]


def test_bold_with_a_space_inside_its_end_is_bold_to_the_author() -> None:
    document = parse("**Benefits: **\n- one\n", "markdown")
    assert document.blocks[0].kind == "heading"
    assert document.prose == "  Benefits:   \n  one\n"


def test_a_bold_line_heads_the_lines_under_it() -> None:
    document = parse("**Magnesium**\nTaken at night.\n", "markdown")
    assert blocks(document) == [("heading", "**Magnesium**"), ("paragraph", "Taken at night.")]


def test_bold_that_the_next_line_continues_is_no_heading() -> None:
    assert blocks(parse("**Magnesium**\nis taken at night.\n", "markdown"))[0][0] == "paragraph"


def test_label_lines_stand_alone() -> None:
    assert units("**Source:** a paper\n**Author:** Lee\n") == ["**Source:** a paper", "**Author:** Lee"]


def test_lines_that_are_all_fields_stand_alone() -> None:
    assert units("Oral: 50 mg\nNasal: 9 mg\n") == ["Oral: 50 mg", "Nasal: 9 mg"]
    assert units("There is one thing: sleep\nis good, and so\nis rest.\n") == [
        "There is one thing: sleep\nis good, and so\nis rest."
    ]


def test_nested_lists_know_level_parent_and_group() -> None:
    text = "- a\n  - b\n    1. c\n- d\n\n1. e\n"
    document = parse(text, "markdown")
    assert [(b.kind, text[b.start : b.end], b.level, b.parent, b.group) for b in document.blocks] == [
        ("item", "a", 1, -1, 0),
        ("item", "b", 2, 0, 1),
        ("item", "c", 3, 1, 2),
        ("item", "d", 1, -1, 0),
        ("item", "e", 1, -1, 3),
    ]


def test_the_second_paragraph_of_an_item_belongs_to_it() -> None:
    document = parse("- first one.\n\n  second one.\n- other\n", "markdown")
    assert [(b.kind, b.parent) for b in document.blocks] == [("item", -1), ("paragraph", 0), ("item", -1)]


def test_a_task_box_is_no_text() -> None:
    document = parse("- [x] Take zinc\n", "markdown")
    assert blocks(document) == [("item", "Take zinc")]


def test_a_run_in_title_that_ends_is_a_heading_of_its_item() -> None:
    text = "- **Boosts metabolism.** It does.\n- *Calms*. It may.\n- **Dose:** 5 mg. Daily.\n"
    document = parse(text, "markdown")
    assert [(b.kind, text[b.start : b.end], b.parent) for b in document.blocks] == [
        ("item", "**Boosts metabolism.** It does.", -1),
        ("heading", "**Boosts metabolism.**", 0),
        ("item", "*Calms*. It may.", -1),
        ("heading", "*Calms*.", 2),
        ("item", "**Dose:** 5 mg. Daily.", -1),
    ]
    assert [(u.block, text[u.start : u.end]) for u in document.units] == [
        (1, "**Boosts metabolism.**"),
        (0, "It does."),
        (3, "*Calms*."),
        (2, "It may."),
        (4, "**Dose:** 5 mg."),
        (4, "Daily."),
    ]


def test_a_run_in_title_heads_nothing_but_its_item() -> None:
    document = parse("# Top\n\n- **Calm.** It may.\n\nAfter.\n", "markdown")
    assert [b.heading for b in document.blocks] == [-1, 0, 0, 0]


@pytest.mark.parametrize("bullet", ["•", "✓", "►"])
def test_bullets_that_markdown_does_not_know(bullet: str) -> None:
    text = f"It has effects:\n{bullet} calm\n{bullet} sleep that\nlasts\n"
    document = parse(text, "markdown")
    assert blocks(document) == [("paragraph", "It has effects:"), ("item", "calm"), ("item", "sleep that\nlasts")]
    assert document.blocks[1].group == document.blocks[2].group


def test_stars_set_directly_before_the_word_are_bullets() -> None:
    document = parse("### Positive\n*Calm\n*More sleep\n\n### Neutral\n*Dizziness\n", "markdown")
    assert blocks(document) == [
        ("heading", "Positive"),
        ("item", "Calm"),
        ("item", "More sleep"),
        ("heading", "Neutral"),
        ("item", "Dizziness"),
    ]


def test_a_dash_in_a_wrapped_line_is_no_bullet() -> None:
    assert len(units("It helps, they say,\n– or so it seems – with sleep.\n")) == 1


def test_a_star_that_goes_on_in_an_item_is_its_sibling() -> None:
    text = "* First point.\n*Second point.\n* Third.\n"
    document = parse(text, "markdown")
    assert [(text[b.start : b.end], b.level, b.group) for b in document.blocks] == [
        ("First point.", 1, 0),
        ("Second point.", 1, 0),
        ("Third.", 1, 0),
    ]


def test_table_rows_are_one_unit_each_with_their_cells() -> None:
    text = "Doses:\n\n| Oral | mg |\n|------|----|\n| Low. Or less | **5** |\n| | 10 |\n"
    document = parse(text, "markdown")
    assert [(b.kind, b.group) for b in document.blocks] == [("paragraph", -1), ("header", 0), ("row", 0), ("row", 0)]
    assert units(text) == ["Doses:", "| Oral | mg |", "| Low. Or less | **5** |", "| | 10 |"]
    assert [text[a:b].strip() for a, b in document.blocks[2].cells] == ["Low. Or less", "**5**"]
    assert [text[a:b].strip() for a, b in document.blocks[3].cells] == ["", "10"]


def test_block_quotes_are_quoted_and_kept() -> None:
    text = "> It cures all.\n> Really.\n\nMine.\n\n- > theirs\n"
    document = parse(text, "markdown")
    assert [(text[b.start : b.end], b.quoted) for b in document.blocks] == [
        ("It cures all.\n> Really.", True),
        ("Mine.", False),
        ("theirs", True),
    ]
    assert "It cures all." in document.prose
    assert regions(document)[0] == ("quote", "It cures all.\n> Really.")


def test_a_heading_in_a_quote_opens_no_section() -> None:
    document = parse("> # Their head\n\nMine.\n", "markdown")
    assert document.blocks[1].heading == -1


def test_links_keep_their_text_and_lose_their_target() -> None:
    text = 'See [the study](http://a.b/c "A title") now.'
    document = parse(text, "markdown")
    assert document.prose == "See  the study                          now."
    link = document.links[0]
    assert (text[link.start : link.end], link.title) == ('[the study](http://a.b/c "A title")', "A title")
    assert links(document) == [("inline", "the study", "http://a.b/c")]
    assert regions(document) == [("url", '](http://a.b/c "A title")')]


def test_reference_links_resolve_and_definitions_are_no_units() -> None:
    text = "Use [it][r] and [r].\n\n[r]: http://a.b 'T'\n"
    document = parse(text, "markdown")
    assert links(document) == [("reference", "it", "http://a.b"), ("reference", "r", "http://a.b")]
    assert units(text) == ["Use [it][r] and [r]."]
    assert ("url", "[r]: http://a.b 'T'") in regions(document)


@pytest.mark.parametrize(
    ("text", "definition"),
    [
        ("> Quoted.\n>\n> [a]: <http://a b>\n>   (Title)\n", "[a]: <http://a b>\n>   (Title)"),
        ("- [a]:\n  http://a.b\n- Item.\n", "[a]:\n  http://a.b"),
        ("1. - [a]: http://a.b\n", "[a]: http://a.b"),
        ('[a]: http://a.b\n"Title" is text.\n', "[a]: http://a.b"),
        ("é\n\n[a]: http://a.b\n", "[a]: http://a.b"),
    ],
)
def test_where_definitions_may_stand(text: str, definition: str) -> None:
    assert ("url", definition) in regions(parse(text, "markdown"))


def test_a_second_definition_of_a_label_is_no_sentence_either() -> None:
    document = parse("[a]: http://a.b\n[A]: http://c.d\n\nSee [a].\n", "markdown")
    assert regions(document)[:2] == [("url", "[a]: http://a.b"), ("url", "[A]: http://c.d")]
    assert links(document) == [("reference", "a", "http://a.b")]


@pytest.mark.parametrize(
    "text",
    [
        "A paragraph goes on.\n[a]: http://a.b\n",
        "    [a]: http://a.b\n",
        "```\n[a]: http://a.b\n```\n",
        "Text[^a].\n\n[^a]: http://a.b\n",
        "[a]: http://a.b and more words.\n",
    ],
)
def test_what_looks_like_a_definition_and_is_none(text: str) -> None:
    assert not any(words.startswith("[a]:") and kind == "url" for kind, words in regions(parse(text, "markdown")))


def test_brackets_that_are_no_links_stay() -> None:
    text = "It acts [1], [1,2] and [here] [^1]."
    document = parse(text, "markdown")
    assert document.prose == text
    assert document.links == ()


def test_addresses_in_the_text() -> None:
    text = "At <https://a.b>, https://c.d/e_(f), www.g.h. Or shop.com/x?y=1; Example.com says so."
    document = parse(text, "markdown")
    assert links(document) == [
        ("autolink", "https://a.b", "https://a.b"),
        ("bare", "https://c.d/e_(f)", "https://c.d/e_(f)"),
        ("bare", "www.g.h", "www.g.h"),
        ("bare", "shop.com/x?y=1", "shop.com/x?y=1"),
        ("bare", "Example.com", "Example.com"),
    ]
    assert document.prose.split() == ["At", ",", ",", ".", "Or", ";", "Example.com", "says", "so."]


def test_an_address_alone_is_a_unit_but_no_prose() -> None:
    document = parse("# Creatine\n\nhttps://examine.com/creatine\n", "markdown")
    assert units(document.text) == ["Creatine", "https://examine.com/creatine"]
    assert document.prose.strip("# \n") == "Creatine"


def test_a_mail_address_is_no_link() -> None:
    assert parse("Write to me@example.com today.", "markdown").links == ()


def test_wiki_links() -> None:
    text = "From [[lab notes]] and [[x/y|shown]], [[1]] ![[a.png]]"
    document = parse(text, "markdown")
    assert links(document) == [("wiki", "lab notes", "lab notes"), ("wiki", "shown", "x/y")]
    assert document.prose.split() == ["From", "lab", "notes", "and", "shown", ",", "[[1]]"]


def test_images_are_regions_alt_text_included() -> None:
    document = parse("![*Miracle* cure](a.png)\n\nText ![b](c.png) here.\n", "markdown")
    assert blocks(document) == [("paragraph", "Text ![b](c.png) here.")]
    assert regions(document) == [("image", "![*Miracle* cure](a.png)"), ("image", "![b](c.png)")]
    assert document.prose.split() == ["Text", "here."]


def test_code_is_no_prose() -> None:
    text = "Run `cures all` now.\n\n```py\nit cures\n```\n\n    indented cure\n\n~~~\nopen cure"
    document = parse(text, "markdown")
    assert document.prose.split() == ["Run", "now."]
    assert [kind for kind, _ in regions(document)] == ["code"] * 4


def test_footnotes() -> None:
    text = "It acts.[^1]\n\n[^1]: A study. In men.\n"
    document = parse(text, "markdown")
    assert blocks(document) == [("paragraph", "It acts.[^1]"), ("footnote", "A study. In men.")]
    assert "[^1]" in document.prose.split("\n")[0]


def test_html_inside_a_paragraph() -> None:
    text = 'Use <b>zinc</b> from <a href="http://a.b?c&amp;d">here</a><!-- cures --> or <code>x</code>.'
    document = parse(text, "markdown")
    assert document.prose.split() == ["Use", "zinc", "from", "here", "or", "."]
    assert links(document) == [("html", "here", "http://a.b?c&d")]


def test_html_blocks_are_read_as_html() -> None:
    text = '<div class="note">\n<p>One. Two.</p>\n<ul><li>item</li></ul>\n</div>\n\nAfter.\n'
    document = parse(text, "markdown")
    assert blocks(document) == [("paragraph", "One. Two."), ("item", "item"), ("paragraph", "After.")]
    assert units(text) == ["One.", "Two.", "item", "After."]


def test_scripts_and_comments_are_skipped() -> None:
    document = parse("<script>\ncures\n\ncures\n</script>\n\n<!-- cures\n\ncures -->\n\nText.\n", "markdown")
    assert document.prose.split() == ["Text."]


def test_citation_tags_are_kept_with_their_sentence() -> None:
    text = "It acts<ref>Lee. Study. 2020.</ref>. It sells."
    document = parse(text, "markdown")
    assert units(text) == ["It acts<ref>Lee. Study. 2020.</ref>.", "It sells."]
    assert ("tag", "<ref>Lee. Study. 2020.</ref>") in regions(document)


@pytest.mark.parametrize(
    "front", ["---\ntitle: x\ncures: all\n---\n", "+++\ntitle = 'x'\n+++\n", '{\n"title": "x"\n}\n']
)
def test_front_matter_is_no_text(front: str) -> None:
    document = parse(front + "Text.\n", "markdown")
    assert blocks(document) == [("paragraph", "Text.")]
    assert regions(document)[0][0] == "front-matter"


def test_front_matter_after_blank_lines() -> None:
    assert blocks(parse("\n\n---\ntitle: x\n---\n\nText.\n", "markdown")) == [("paragraph", "Text.")]


def test_rules_with_prose_between_are_no_front_matter() -> None:
    assert "A story of mine" in units("---\nA story of mine\n\n---\n\nText.\n")[0]


def test_template_tags() -> None:
    text = '{% cite lee %} Zinc {{ x }} helps {{< fig "cures" >}} men{: .lead}\n\n{{% note %}}\nText.\n{{% /note %}}\n'
    document = parse(text, "markdown")
    assert document.prose.split() == ["Zinc", "helps", "men", "Text."]
    assert ("tag", "{% cite lee %}") in regions(document)


def test_a_tag_at_the_start_of_a_line_makes_no_code_of_it() -> None:
    assert blocks(parse("{% badge %} Zinc helps.\n", "markdown"))[0][0] == "paragraph"


def test_code_in_a_template_block() -> None:
    document = parse("{% highlight py %}\ncures()\n{% endhighlight %}\nText.\n", "markdown")
    assert document.prose.split() == ["Text."]


def test_a_template_in_code_is_left_alone() -> None:
    document = parse("```\n{{ x }}\n```\n\nText.\n", "markdown")
    assert [kind for kind, _ in regions(document)] == ["code"]


def test_admonitions() -> None:
    text = ':::warning\nIt is risky.\n:::\n\n!!! note "Title"\n    It may help.\n\nAfter.\n'
    document = parse(text, "markdown")
    assert blocks(document) == [("paragraph", "It is risky."), ("paragraph", "It may help."), ("paragraph", "After.")]


def test_mdx() -> None:
    text = (
        "import A from './a'\n\nexport const b = {\n  c: 'cures',\n}\n\n"
        "<A cap={x > 1 ? 'cures' : ''}>\n\nZinc {b.c} helps.\n\n</A>\n"
    )
    document = parse(text, "markdown")
    assert document.prose.split() == ["Zinc", "helps."]


def test_math_is_no_prose_and_prices_are() -> None:
    assert parse("Let $x+y$ be. It costs $5 to $10.", "markdown").prose.split() == "Let be. It costs $5 to $10.".split()


def test_entities_are_decoded_in_place() -> None:
    text = "5 &micro;g &amp; more&nbsp;of &alpha;-GPC"
    prose = parse(text, "markdown").prose
    assert len(prose) == len(text)
    assert prose.split() == ["5", "µ", "g", "&", "more", "of", "α", "-GPC"]


def test_paragraphs_broken_in_mid_sentence_are_one() -> None:
    text = "It is known from the older books\n\nthat this dosage is too high.\n\nNext.\n"
    assert units(text) == ["It is known from the older books\n\nthat this dosage is too high.", "Next."]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_newline_counts(newline: str) -> None:
    text = newline.join(["# Head", "", "- one", "  more", "- two", "", "Last. One.", ""])
    document = parse(text, "markdown")
    assert places(document) == [(1, 3), (3, 3), (5, 3), (7, 1), (7, 7)]
    assert units(text) == ["Head", f"one{newline}  more", "two", "Last.", "One."]


def test_columns_count_code_points() -> None:
    text = "\u00a0 😀 é e\u0301\u200b **α-GPC**.\tNext\u00a0one."
    document = parse(text, "markdown")
    assert [text[u.start : u.end] for u in document.units] == ["😀 é e\u0301\u200b **α-GPC**.", "Next\u00a0one."]
    assert places(document) == [(1, 3), (1, 22)]
    assert "\u00a0" not in document.prose
