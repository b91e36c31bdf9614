"""Plain text: forum pastes, mails, Org and reStructuredText."""

from __future__ import annotations

import pytest

from claimlint.document.parse import parse
from document.document_shape import blocks, links, regions, units


def kinds(text: str) -> list[tuple[str, str]]:
    return blocks(parse(text, "text"))


def test_bullets_of_every_kind_nest_by_indent() -> None:
    text = "Ways:\n  • one\n  • two\n      - deep\n      - deeper\n  • three\n"
    document = parse(text, "text")
    assert [(b.kind, text[b.start : b.end], b.level, b.parent, b.group) for b in document.blocks] == [
        ("heading", "Ways:", 6, -1, -1),
        ("item", "one", 1, -1, 0),
        ("item", "two", 1, -1, 0),
        ("item", "deep", 2, 2, 1),
        ("item", "deeper", 2, 2, 1),
        ("item", "three", 1, -1, 0),
    ]


@pytest.mark.parametrize("marker", ["-", "*", "+", "•", "1.", "2)", "(3)", "a)", "–"])
def test_markers(marker: str) -> None:
    assert kinds(f"{marker} Take zinc at night.\n") == [("item", "Take zinc at night.")]


def test_lists_of_two_kinds_are_two_lists() -> None:
    document = parse("- one\n- two\n1. first\n2. second\n", "text")
    assert [b.group for b in document.blocks] == [0, 0, 1, 1]


def test_an_item_goes_on_in_indented_or_lower_case_lines() -> None:
    assert kinds("- Take zinc\n  Every day.\n- Sleep and\nrest more.\n") == [
        ("item", "Take zinc\n  Every day."),
        ("item", "Sleep and\nrest more."),
    ]


def test_an_indented_paragraph_after_an_item_belongs_to_it() -> None:
    document = parse("- Take zinc.\n\n  It helps some men.\n\nOther text stands here.\n", "text")
    assert [(b.kind, b.parent) for b in document.blocks] == [("item", -1), ("paragraph", 0), ("paragraph", -1)]


def test_bullets_stay_out_of_the_prose() -> None:
    assert parse("  • zinc\n1. iron\n", "text").prose == "    zinc\n   iron\n"


@pytest.mark.parametrize(
    "line",
    ["2.1 Lifestyle Interventions", "DEEP DIVE:", "Stress Management", "1. What is Zinc?", "How to Raise It", "Dosage"],
)
def test_pseudo_headings(line: str) -> None:
    document = parse(f"{line}\n\nIt is a long enough paragraph that follows, with a verb and a stop.\n", "text")
    assert (document.blocks[0].kind, document.blocks[0].level) == ("heading", 6)
    assert document.blocks[1].heading == 0


@pytest.mark.parametrize("line", ["Zinc lowers it", "Take it now.", "and so on", "Thanks, all,", "https://a.b/c"])
def test_lines_that_head_nothing(line: str) -> None:
    assert kinds(f"Before this stands a line.\n\n{line}\n\nIt is a paragraph that follows.\n")[1][0] == "paragraph"


def test_underlined_headings() -> None:
    document = parse("Zinc\n====\n\nText is here.\n\nIron\n----\nText is here.\n", "text")
    assert [(b.kind, b.level) for b in document.blocks if b.kind == "heading"] == [("heading", 1), ("heading", 2)]


def test_a_label_above_a_list_heads_it() -> None:
    assert kinds("Oral zinc is cheap. [2]\nEvidence:\n• 20 mg raised it [14]\n")[1] == ("heading", "Evidence:")


def test_a_lead_in_with_a_verb_is_a_paragraph() -> None:
    assert kinds("The following foods contain zinc: [2]\n• meat\n")[0][0] == "paragraph"


def test_a_table_flattened_to_one_cell_a_line() -> None:
    text = (
        "1. Summary\n\n"
        + "\n\n".join(["Agent", "Effect", "Dose", "Zinc", "Calm", "5 mg"])
        + "\n\n2. References\n\nText is here.\n"
    )
    document = parse(text, "text")
    assert [b.kind for b in document.blocks] == ["heading", *["cell"] * 6, "heading", "paragraph"]
    assert len({b.group for b in document.blocks if b.kind == "cell"}) == 1


def test_lines_of_a_paste_are_paragraphs_of_their_own() -> None:
    text = "Mechanism: It is changed in the liver. " * 5 + "\nDosing: Men take 5 mg.\nNote: Creams do not count.\n"
    assert len(kinds(text)) == 3


def test_wrapped_lines_are_joined() -> None:
    text = (
        "Zinc is found in many foods and most people get enough of it from\n"
        "meat and seeds. Those who eat neither may want to look at labels\n"
        "from time to time. New sentence.\n"
    )
    assert len(kinds(text)) == 1
    assert units(text, "text")[1].startswith("Those who eat neither may")


def test_a_note_that_made_a_line_longer_leaves_the_others_wrapped() -> None:
    text = (
        "Hot skin, confusion, a seizure, a body temperature above 40 degrees:\n"
        "Call for help at once [source needed]. Cool the person with water. Do not\n"
        "wait.\n"
    )
    assert units(text, "text")[0] == text[: text.index(" Cool")]


def test_image_names_are_images() -> None:
    document = parse("Text is here.\n\nzinc and sleep chart.webp\n\nMore is here.\n", "text")
    assert ("image", "zinc and sleep chart.webp") in regions(document)
    assert len(document.blocks) == 2


def test_page_furniture() -> None:
    text = (
        "Zinc helped me sleep.\n\nLast edited: Monday\n\nAnn Lee\n\nAnn Lee\n\nReply\n\n"
        "Online statistics\n\nMembers online\n7\n"
        "Total visitors\n355\n\nLatest posts\n\nA Podcast\n\nBack\nTop\n"
    )
    document = parse(text, "text")
    assert blocks(document) == [("paragraph", "Zinc helped me sleep.")]
    assert {kind for kind, _ in regions(document)} == {"chrome"}


def test_furniture_words_alone_are_text() -> None:
    assert kinds("Back\n\nMy back is better now.\n")[0] == ("heading", "Back")


def test_a_reply_quoted_again_is_scanned_once() -> None:
    post = "Zinc cured my sleep within two days, always works."
    document = parse(f"{post}\n\nThanks!\n\n {post.replace(' ', '  ')}\nI agree with that.\n", "text")
    assert [b.quoted for b in document.blocks] == [False, False, True, False]
    assert regions(document) == [("quote", post.replace(" ", "  "))]


def test_short_lines_may_repeat() -> None:
    assert not any(b.quoted for b in parse("It works well.\n\nIt works well.\n", "text").blocks)


def test_quoted_lines_and_quoted_posts() -> None:
    text = (
        "> It cures all.\n> Really.\nAnn Lee said:\nZinc cures all.\n\nEven colds.\nClick to expand...\n\nI doubt it.\n"
    )
    document = parse(text, "text")
    assert [(text[b.start : b.end], b.quoted) for b in document.blocks] == [
        ("It cures all.\n> Really.", True),
        ("Zinc cures all.", False),
        ("Even colds.", False),
        ("I doubt it.", False),
    ]


def test_a_mail_quote_is_the_next_paragraph() -> None:
    text = "On Monday, Ann Lee wrote:\nZinc cures all colds.\n\nI doubt it.\n"
    assert [quote.author for quote in parse(text, "text").quotes] == ["Ann Lee"]
    assert [b.quoted for b in parse(text, "text").blocks] == [False, False]
    with_original = parse(f"Zinc cures\nall colds.\n\n{text}", "text")
    assert [b.quoted for b in with_original.blocks] == [False, True, False]


def test_fenced_code_and_rows() -> None:
    text = "```\ncures\n```\n| Oral | mg |\n|---|---|\n| Low | 5 |\n"
    document = parse(text, "text")
    assert blocks(document) == [("header", "| Oral | mg |"), ("row", "| Low | 5 |")]
    assert regions(document) == [("code", "```\ncures\n```")]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_newline_counts(newline: str) -> None:
    text = newline.join(["Zinc", "", "• one", "• two", "", "It is a long line. The end.", ""])
    document = parse(text, "text")
    assert [document.position(u.start) for u in document.units] == [(1, 1), (3, 3), (4, 3), (6, 1), (6, 20)]


def test_org() -> None:
    text = (
        "#+title: Health\n* TODO [#B] Should I chew gum?   :teeth:\n:PROPERTIES:\n:ID: x\n:END:\n\nIt may help.\n"
        ": Gum cures all.\n** Second\n- [[https://a.b][a page]] helps\n#+begin_src\ncures\n#+end_src\n"
    )
    document = parse(text, "text")
    assert [(b.kind, text[b.start : b.end], b.level, b.quoted) for b in document.blocks] == [
        ("heading", "Should I chew gum?", 1, False),
        ("paragraph", "It may help.", 0, False),
        ("paragraph", "Gum cures all.", 0, True),
        ("heading", "Second", 2, False),
        ("item", "[[https://a.b][a page]] helps", 1, False),
    ]
    assert links(document) == [("wiki", "a page", "https://a.b")]


def test_restructured_text() -> None:
    text = (
        "Zinc\n====\n\n.. note:: Take care.\n\n.. image:: a.png\n   :alt: cures\n\n"
        "See `this <http://a.b>`_ and ``cures``.\n\n"
        ".. code-block:: py\n\n   cures()\n\n.. a comment\n\nEnd of it.\n"
    )
    document = parse(text, "text")
    assert blocks(document) == [
        ("heading", "Zinc"),
        ("paragraph", "Take care."),
        ("paragraph", "See `this <http://a.b>`_ and ``cures``."),
        ("paragraph", "End of it."),
    ]
    assert links(document) == [("inline", "this", "http://a.b")]
    assert "cures" not in document.prose.replace("cures()", "")
