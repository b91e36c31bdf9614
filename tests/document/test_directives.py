"""Comments to claimlint, in every form: found where they are said, not where they are shown; never prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.document.model import Document, Format
from claimlint.document.parse import parse

HTML = "<!-- claimlint-disable-line x: y -->"
SAID = "claimlint-disable-line x: y"


def said(text: str, form: Format) -> list[str]:
    return [directive.text for directive in parse(text, form).directives]


def sentences(document: Document) -> list[str]:
    return [" ".join(document.prose[unit.start : unit.end].split()) for unit in document.units]


@pytest.mark.parametrize(
    ("form", "comment"),
    [
        ("markdown", "<!-- {} -->"),
        ("markdown", "<!--\n  {}\n-->"),
        ("markdown", "{{/* {} */}}"),
        ("markdown", "{{# {} #}}"),
        ("markdown", "{{% comment %}}{}{{% endcomment %}}"),
        ("markdown", "{{%- # {} -%}}"),
        ("markdown", "{{{{/* {} */}}}}"),
        ("markdown", "{{{{!-- {} --}}}}"),
        ("markdown", "[//]: # ({})"),
        ("markdown", "[comment]: <> ({})"),
        ("markdown", '[//]: # "{}"'),
        ("markdown", "%% {} %%"),
        ("markdown", "{{::comment}}{}{{:/comment}}"),
        ("html", "<!-- {} -->"),
        ("html", "{{# {} #}}"),
        ("bbcode", "[comment]{}[/comment]"),
        ("bbcode", "[COMMENT] {} [/COMMENT]"),
        ("bbcode", "[rem]{}[/rem]"),
        ("bbcode", "<!-- {} -->"),
        ("bbcode", "// {}"),
        ("text", "# {}"),
        ("text", "// {}"),
        ("text", "% {}"),
        ("text", "; {}"),
        ("text", "-- {}"),
        ("text", ".. {}"),
        ("text", "<!-- {} -->"),
        ("text", "[comment]{}[/comment]"),
    ],
)
def test_every_way_to_write_a_comment(form: Format, comment: str) -> None:
    written = comment.format(SAID)
    document = parse(f"Zinc is a metal.\n\n{written}\n\nTin is one, too.\n", form)
    assert [directive.text for directive in document.directives] == [SAID]
    (directive,) = document.directives
    assert directive == (18, 18 + len(written), SAID, True)
    assert sentences(document) == ["Zinc is a metal.", "Tin is one, too."]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("markdown", f"Write `{HTML}` there.\n"),
        ("markdown", f"```html\n{HTML}\n```\n"),
        ("markdown", f"Text.\n\n    {HTML}\n"),
        ("markdown", f"> {HTML}\n"),
        ("markdown", f"> Zinc is a metal. {HTML}\n"),
        ("markdown", f"- one\n\n  > {HTML}\n"),
        ("markdown", f"<blockquote>{HTML}</blockquote>\n"),
        ("markdown", f"<pre>{HTML}</pre>\n"),
        ("markdown", f"# {SAID}\n"),
        ("markdown", f"[comment]{SAID}[/comment]\n"),
        ("markdown", f"<!-- see the manual: {SAID} -->\n"),
        ("markdown", f"<!-- {SAID}\n"),
        ("markdown", "<!-- claimlint is what we use -->\n"),
        ("html", f"<pre>{HTML}</pre>"),
        ("html", f"<blockquote>{HTML}</blockquote>"),
        ("html", f"<script>{HTML}</script>"),
        ("html", f"# {SAID}"),
        ("bbcode", f"[code][comment]{SAID}[/comment][/code]"),
        ("bbcode", f"[quote]Said Bob. [comment]{SAID}[/comment][/quote]"),
        ("text", f"```\n# {SAID}\n```\n"),
        ("text", f"> # {SAID}\n"),
        ("text", f"The words {SAID}\n"),
        ("text", f"no#{SAID}\n"),
    ],
)
def test_what_is_shown_or_quoted_says_nothing(form: Format, text: str) -> None:
    assert said(text, form) == []


def test_front_matter_has_comments_too() -> None:
    document = parse("---\n# claimlint-disable-file x: y\ntitle: Zinc\n---\nZinc is a metal.\n", "markdown")
    assert [directive.text for directive in document.directives] == ["claimlint-disable-file x: y"]
    assert sentences(document) == ["Zinc is a metal."]


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("markdown", "Zinc is a metal and\n{}\nnot a vitamin.\n", ["Zinc is a metal and not a vitamin."]),
        ("markdown", "Zinc is {} a metal.\n", ["Zinc is a metal."]),
        ("markdown", "{} Zinc is a metal.\n", ["Zinc is a metal."]),
        ("markdown", "- {} Zinc is a metal.\n- Tin is one.\n", ["Zinc is a metal.", "Tin is one."]),
        ("markdown", "**Zinc is a metal.**{}\nTin is one.\n", ["Zinc is a metal.", "Tin is one."]),
        ("markdown", "| a | b |\n|---|---|\n| c | d |\n{}\n| e | f {} |\n", ["a b", "c d", "e f"]),
        ("markdown", "```\ncode\n```\n{}\nZinc is a metal.\n", ["Zinc is a metal."]),
        ("markdown", "Zinc\n====\n{}\nIt is a metal.\n", ["Zinc", "It is a metal."]),
        ("markdown", "<div>\n{}\nZinc is a metal.\n</div>\n", ["Zinc is a metal."]),
        ("html", "<p>Zinc is {} a metal.</p>", ["Zinc is a metal."]),
        ("text", "Zinc is a metal, as everybody knows who has been at school, and\n{}\nit is not a vitamin at all.\n",
         ["Zinc is a metal, as everybody knows who has been at school, and it is not a vitamin at all."]),
    ],
)  # fmt: skip
def test_the_draft_is_read_as_if_they_were_not_there(form: Format, text: str, expected: list[str]) -> None:
    assert sentences(parse(text.replace("{}", HTML), form)) == expected
    assert HTML not in parse(text.replace("{}", HTML), form).text


def test_items_of_one_list_stay_one_list() -> None:
    document = parse(f"- Zinc\n{HTML}\n- Tin\n", "markdown")
    assert len({block.group for block in document.blocks}) == 1


def test_positions_are_those_of_the_draft() -> None:
    document = parse(f"Zinc.\r\n{HTML}\r\nTin.\r\n", "markdown")
    assert document.position(document.units[1].start) == (3, 1)
    assert document.position(document.directives[0].start) == (2, 1)


PIECES = st.sampled_from(
    ["Zinc is a metal. ", "\n", "\n\n", "\r\n", HTML, f"\n{HTML}\n", "- ", "    ", "> ", "```\n", "`", "| a |", "|-|\n",
     "[quote]", "[/quote]", f"// {SAID}\n", f"[comment]{SAID}[/comment]", "{# ", " #}", "%%", "<p>", "<pre>", "# ",
     "claimlint-disable ", "<!-- claimlint: ignore ", "-->", "\t", "---\n"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from(["markdown", "text", "bbcode", "html"]))
def test_no_text_upsets_it(text: str, form: Format) -> None:
    document = parse(text, form)
    assert len(document.text) == len(document.prose) == len(text)
    ends = [0]
    for start, end, words, _ in document.directives:
        assert ends[-1] <= start < end
        assert text[start:end].split() and words.startswith("claimlint")  # noqa: PT018
        assert document.text[start:end].isspace()
        ends.append(end)
    kept = [(a, b) for a, b in zip(document.text, text, strict=True) if a != b]
    assert all(a == " " for a, _ in kept), "nothing is changed but what is blanked"
