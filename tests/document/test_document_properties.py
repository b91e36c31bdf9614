"""What holds for every text in every format: spans, order, masks, positions; and that nothing ever raises."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.document.model import Document, Format
from claimlint.document.parse import parse

FORMATS: tuple[Format, ...] = ("markdown", "text", "bbcode", "html")

PIECES = st.sampled_from(
    [
        "Take 5 mg daily. ",
        "It works [1,2]. ",
        "Does it? ",
        "e.g. this, ",
        "Dr. Smith ",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        "    ",
        "- ",
        "* ",
        "  - ",
        "1. ",
        "• ",
        "# ",
        "## T\n",
        "> ",
        "```\n",
        "~~~",
        "`x`",
        "**",
        "*",
        "_",
        "~~",
        "==",
        "---\n",
        "+++\n",
        "| a | b |\n",
        "|---|---|\n",
        "[a](http://b.c)",
        "[[w|x]]",
        "[^1]",
        "[^1]: note\n",
        "[r]: http://x.y\n",
        "[r]",
        "![i](j.png)",
        "<b>",
        "</b>",
        "<p>",
        "<div class='nav'>",
        "</div>",
        "<ul><li>",
        "</li>",
        "<br>",
        "<!-- ",
        "-->",
        "<script>",
        "</script>",
        "<a href='u'>",
        "</a>",
        "<table><tr><td>",
        "</td>",
        "<sup>1</sup>",
        "<ref>",
        "</ref>",
        "<",
        ">",
        "&amp;",
        "&#945;",
        "&",
        "{% a %}",
        "{{ b }}",
        "{{<",
        "{%",
        ":::note\n",
        "!!! note\n",
        "$x$",
        "$",
        "\\",
        "http://q.r/s",
        "www.t.u",
        "x.com/y",
        "[quote=Bob]",
        "[/quote]",
        "[b]",
        "[/b]",
        "[list]",
        "[*]",
        "[/list]",
        "[url=http://v.w]",
        "[/url]",
        "[code]",
        "[/code]",
        "[table][tr][td]",
        "Bob said:\n",
        "Click to expand...\n",
        "Last edited:\n",
        "Reply\n",
        "7\n",
        "a.webp\n",
        "====\n",
        "#+begin_src\n",
        ":PROPERTIES:\n",
        ":END:\n",
        "** TODO x\n",
        ": quoted\n",
        ".. note::\n",
        "\u00a0",
        "\u200b",
        "\ufeff",
        "é",
        "e\u0301",
        "😀",
        "界。",
        "Ünï",
        "\u2028",
        "\x0b",
        "\x0c",
        "\x85",
        "import a from 'b'\n",
        "<Foo a={",
        "}",
        "/>",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=200))


def check(document: Document) -> None:
    """Everything the other folders rely on."""
    text, prose = document.text, document.prose
    assert len(prose) == len(text)
    assert [c for c in prose if c in "\r\n"] == [c for c in text if c in "\r\n"]
    for index, block in enumerate(document.blocks):
        assert block.index == index
        assert 0 <= block.start < block.end <= len(text)
        assert block.parent < len(document.blocks)
        assert block.heading < index
        assert block.heading < 0 or document.blocks[block.heading].kind == "heading"
        assert all(0 <= start <= end <= len(text) for start, end in block.cells)
    assert [b.start for b in document.blocks] == sorted(b.start for b in document.blocks)
    before = 0
    for index, unit in enumerate(document.units):
        block = document.blocks[unit.block]
        assert unit.index == index
        assert block.start <= unit.start < unit.end <= block.end
        assert unit.start >= before
        before = unit.end
        assert not text[unit.start].isspace()
        assert not text[unit.end - 1].isspace()
        assert document.unit_at(unit.start) == document.unit_at(unit.end - 1) == index
    last = 0
    for region in document.regions:
        assert last <= region.start < region.end <= len(text)
        last = region.end
    for link in document.links:
        assert 0 <= link.start <= link.text_start <= link.text_end <= link.end <= len(text)


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=150, deadline=None)
@given(text=TEXTS)
def test_any_text_gives_a_sound_document(name: Format, text: str) -> None:
    check(parse(text, name))


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_prose_shows_only_what_the_text_shows(name: Format, text: str) -> None:
    text = text.replace("&", "+")  # entities show another character than the text: they have a test of their own
    document = parse(text, name)
    for shown, written in zip(document.prose, document.text, strict=True):
        assert shown == written or shown.isspace()


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=50, deadline=None)
@given(text=TEXTS)
def test_positions_round_trip(name: Format, text: str) -> None:
    document = parse(text, name)
    for offset in range(0, len(text) + 1, 7):
        line, column = document.position(offset)
        assert document.line_starts[line - 1] + column - 1 == offset
        assert line == len(document.line_starts) or offset < document.line_starts[line]


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=50, deadline=None)
@given(text=st.lists(PIECES, max_size=30).map("".join))
def test_parsing_is_a_function_of_the_text(name: Format, text: str) -> None:
    assert parse(text, name) == parse(text, name)
