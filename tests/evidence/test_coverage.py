"""What a citation covers, point by point of the labelling guide, and what it leaves uncovered."""

from __future__ import annotations

import pytest

LIST = "\n\n## References\n\n1. Doe J. Sleep. J Ex. 2019;1:2.\n2. Roe R. Food. J Ex. 2020;1:3.\n"


def test_own(read) -> None:  # type: ignore[no-untyped-def]
    draft = read("Sleep lowers pain [1]. Food raises it.\n")
    assert draft.reasons() == ["own", "-"]
    assert draft.covered_by("Sleep lowers") == ["[1]"]


def test_a_marker_after_the_full_stop_belongs_to_the_sentence_before(read) -> None:  # type: ignore[no-untyped-def]
    draft = read("Sleep lowers pain. [1,2] Food raises it. Walking does neither.\n")
    assert draft.reasons() == ["own", "-", "-"]


@pytest.mark.parametrize("marker", ["[1]", "[1][2]", "[1] [2,3]", "[^1]", "^1,2", "(Doe, 2020)", "{% cite doe %}"])
def test_paragraph_end(marker: str, read) -> None:  # type: ignore[no-untyped-def]
    draft = read(f"Sleep lowers pain. Food raises it. Walking does neither. {marker}\n")
    assert draft.reasons() == ["paragraph-end", "paragraph-end", "own"]


def test_paragraph_end_inside_the_last_sentence(read) -> None:  # type: ignore[no-untyped-def]
    assert read("Sleep lowers pain. Food raises it [1] and [2].\n").reasons() == ["paragraph-end", "own"]
    assert read("Sleep lowers pain. Food raises it [1].\n").reasons() == ["paragraph-end", "own"]


def test_paragraph_end_in_a_list_item(read) -> None:  # type: ignore[no-untyped-def]
    draft = read("- Sleep lowers pain. Food raises it. [1]\n- Walking does neither.\n")
    assert draft.reasons() == ["paragraph-end", "own", "-"]


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("Sleep lowers pain. Food raises it [1]. Walking helps [2].\n", ["-", "own", "own"]),
        ("Sleep lowers pain [1]. Food raises it. Walking helps [2].\n", ["own", "-", "own"]),
        ("Sleep lowers pain. Food [1] raises it a lot. Walking helps.\n", ["-", "own", "-"]),
        ("Sleep lowers pain. Food [1] raises it a lot.\n", ["-", "own"]),
        ("Sleep lowers pain.\n\nFood raises it. [1]\n", ["-", "own"]),
    ],
)
def test_where_paragraph_end_does_not_reach(text: str, reasons: list[str], read) -> None:  # type: ignore[no-untyped-def]
    assert read(text).reasons() == reasons


def test_a_bare_here_inside_a_sentence_speaks_for_that_sentence(read) -> None:  # type: ignore[no-untyped-def]
    assert read("Sleep lowers pain. Food raises it [here].\n").reasons() == ["-", "own"]
    assert read("Sleep lowers pain. Food raises it. [here]\n").reasons() == ["paragraph-end", "own"]


@pytest.mark.parametrize(
    "lead",
    ["Sleep does three things: [1]", "Sleep does three things [1]:", "Sleep does three things [1]", "Sleep ([Doe](https://doi.org/10.1000/x)):"],
)  # fmt: skip
def test_lead_in(lead: str, read) -> None:  # type: ignore[no-untyped-def]
    draft = read(f"{lead}\n\n- It lowers pain.\n- It raises mood.\n  - It helps memory.\n\nFood is good.\n")
    assert [draft.reason(w) for w in ("lowers", "raises", "memory")] == ["lead-in"] * 3
    assert draft.reason("Food is") == "-"


def test_lead_in_of_a_nested_list(read) -> None:  # type: ignore[no-untyped-def]
    draft = read("- Sleep does this [1]:\n  - It lowers pain.\n- Food does that:\n  - It raises pain.\n")
    assert draft.reason("lowers") == "lead-in"
    assert draft.reason("raises") == "-"


@pytest.mark.parametrize(
    "lead", ["Sleep helps. [1]", "Sleep helps [1].", "[1] Sleep does this:", "https://doi.org/10.1000/x"]
)
def test_what_is_no_lead_in(lead: str, read) -> None:  # type: ignore[no-untyped-def]
    draft = read(f"Words first.\n\n{lead}\n\n- It lowers pain.\n")
    assert draft.reason("lowers") == "-"


def test_items_with_a_source_of_their_own_keep_it(read) -> None:  # type: ignore[no-untyped-def]
    draft = read("Sleep: [1]\n\n- It lowers pain.\n- It raises mood [2].\n")
    assert draft.reason("lowers") == "lead-in"
    assert draft.reason("mood") == "own"


def test_heading_with_a_source(read) -> None:  # type: ignore[no-untyped-def]
    draft = read(
        "## Solutions [1]\n\nSleep lowers pain. Food helps.\n\nWalking too.\n\n## Other [2]\n\n- It raises mood.\n"
    )
    assert [draft.reason(w) for w in ("Sleep", "Food", "raises")] == ["heading"] * 3
    assert draft.reason("Walking") == "-"


def test_bold_title_with_a_source(read) -> None:  # type: ignore[no-untyped-def]
    draft = read("**Stretching** [1]\n\nIt lowers pain for weeks.\n\nWalking does not.\n")
    assert draft.reason("lowers") == "lead-in"
    assert draft.reason("Walking") == "-"


def test_source_line_under_a_heading(read) -> None:  # type: ignore[no-untyped-def]
    draft = read(
        "### Creatine\nSource: https://examine.com/supplements/creatine/\n\n"
        "**Benefits:**\n\n- It raises strength.\n- It helps memory.\n\n"
        "**Drawbacks:**\n\n- It adds water.\n"
    )
    assert draft.reason("strength") == draft.reason("memory") == "source-line"
    assert draft.reason("adds water") == "-"


def test_source_line_over_a_paragraph(read) -> None:  # type: ignore[no-untyped-def]
    draft = read("# Sleep\n\n[A review](https://doi.org/10.1000/x)\n\nIt lowers pain. It helps.\n\nIt heals.\n")
    assert draft.reason("lowers") == draft.reason("helps") == "source-line"
    assert draft.reason("heals") == "-"


def test_a_social_link_is_no_source_line(read) -> None:  # type: ignore[no-untyped-def]
    draft = read("# Sleep\n\nSource: https://x.com/someone/status/1\n\nIt lowers pain.\n")
    assert draft.reason("lowers") == "-"


@pytest.mark.parametrize(
    "sentence",
    [
        "They also found better mood.",
        "The same study found better mood.",
        "In that trial, mood was better.",
        "The authors concluded that mood is better.",
        "The researchers also saw better mood.",
        "Participants slept an hour more.",
        "This effect lasted a week.",
        "These changes raise mood.",
        "The effect was gone after a week.",
        "Their results were confirmed in men.",
        "Mood was a little better in that trial.",
    ],
)
def test_continuation(sentence: str, read) -> None:  # type: ignore[no-untyped-def]
    draft = read(f"Sleep lowers pain [1]. {sentence} Food is another matter. Walking helps [2].\n")
    assert draft.reasons() == ["own", "continuation", "-", "own"]


@pytest.mark.parametrize(
    "sentence",
    [
        "It raises mood.",
        "They raise mood.",
        "Sleep raises mood.",
        "Another thing raises mood.",
        "This week mood is better.",
        "That said, mood is better.",
        "This makes sleep ideal for moody people.",
    ],
)  # fmt: skip
def test_what_does_not_refer_back(sentence: str, read) -> None:  # type: ignore[no-untyped-def]
    assert read(f"Sleep lowers pain [1]. {sentence} Walking helps [2].\n").reasons() == ["own", "-", "own"]


def test_a_study_goes_on_in_the_next_paragraph_but_not_under_a_heading(read) -> None:  # type: ignore[no-untyped-def]
    assert read("Sleep lowers pain [1].\n\nThe same study found better mood.\n").reasons() == ["own", "continuation"]
    assert read("Sleep lowers pain [1].\n\n## Mood\n\nThe same study found better mood.\n").reasons()[-1] == "-"
    assert read("Sleep lowers pain [1].\n\nThis raises mood.\n").reasons() == ["own", "-"]


def test_label_line(read) -> None:  # type: ignore[no-untyped-def]
    draft = read("Dosing: Women take little. Men take less. [1,2] Note: Creams do not work. [2]\n", "text")
    assert draft.reasons() == ["label-line", "own", "own"]
    assert draft.covered_by("Women") == ["[1,2]"]


def test_table_with_a_reference_column(read) -> None:  # type: ignore[no-untyped-def]
    draft = read(
        "| Food | Effect | Refs |\n|---|---|---|\n| Tea | calms | 1-2 |\n| Rye | fills | [2] |\n| Oil | heals | |\n"
        + LIST
    )
    assert [draft.reason(w) for w in ("calms", "fills", "heals")] == ["table", "table", "-"]
    assert draft.covered_by("calms") == ["1-2"]


@pytest.mark.parametrize(
    "table",
    [
        "Table 1. Effects of food [1].\n\n| Food | Effect |\n|---|---|\n| Tea | calms |\n",
        "| Food | Effect |\n|---|---|\n| Tea | calms |\n\n*Table 1. Effects of food, from [1].*\n",
        "| Food | Effect |\n|---|---|\n| Tea | calms |\n\nSource: https://doi.org/10.1000/x\n",
        "| Food | Effect [1] |\n|---|---|\n| Tea | calms |\n",
    ],
)
def test_table_with_a_caption_or_head_that_has_a_source(table: str, read) -> None:  # type: ignore[no-untyped-def]
    assert read("Words.\n\n" + table).reason("calms") == "table"


def test_flattened_table(read) -> None:  # type: ignore[no-untyped-def]
    cells = [
        "Food",
        "Effect",
        "Refs",
        "Tea",
        "Calms people",
        "1-2",
        "Rye",
        "Fills people",
        "2",
        "Oats",
        "Feeds people",
        "1,2",
    ]
    draft = read(
        "Table\n\n"
        + "\n\n".join(cells)
        + "\n\n\n\nReferences\n\n1. Doe J. Sleep. J Ex. 2019;1:2.\n2. Roe R. Food. J Ex. 2020;1:3.\n",
        "text",
    )
    assert draft.reason("Calms people") == "table"
    assert draft.covered_by("Fills people") == ["2"]


def test_shops_do_not_cover(read) -> None:  # type: ignore[no-untyped-def]
    draft = read("Sleep lowers pain.[^1]\n\n[^1]: https://www.iherb.com/pr/x/1\n")
    assert draft.reason("lowers") == "-"
    assert read("Sleep lowers pain ([buy](https://www.iherb.com/pr/x/1)).\n").reasons() == ["-"]


def test_a_number_with_a_shop_and_a_study_covers(read) -> None:  # type: ignore[no-untyped-def]
    draft = read(
        "Sleep lowers pain [1,2].\n\n## References\n\n"
        "1. https://www.iherb.com/pr/x/1\n2. Doe J. Sleep. J Ex. 2019;1:2.\n"
    )
    assert draft.reason("lowers") == "own"


def test_a_named_body_closes_no_paragraph(read) -> None:  # type: ignore[no-untyped-def]
    draft = read("Sleep lowers pain. Food raises it, according to the CDC.\n")
    assert draft.reasons() == ["-", "own"]


def test_a_list_of_references_alone_covers_nothing(read) -> None:  # type: ignore[no-untyped-def]
    draft = read("Sleep lowers pain. Food raises it." + LIST)
    assert draft.reasons()[:2] == ["-", "-"]


def test_a_quoted_reply_lends_no_cover(read) -> None:  # type: ignore[no-untyped-def]
    assert read("> Sleep lowers pain: [1]\n\n- It raises mood.\n").reason("raises") == "-"


def test_a_video_alone_under_the_title_is_no_source_line(read) -> None:  # type: ignore[no-untyped-def]
    draft = read("# Zinc\n\n[Watch it](https://www.youtube.com/watch?v=abc)\n\nZinc shortens colds. It tastes odd.\n")
    assert draft.reasons()[-2:] == ["-", "-"]


def test_a_source_in_one_post_covers_nothing_in_the_next(read) -> None:  # type: ignore[no-untyped-def]
    head = "#1 ann · 2 Jan 2026\n{}\n\n#2 bob · 3 Jan 2026\n{}\n"
    link = "https://journal.example.org/doi/10.1000/182"
    assert read(head.format(link, "Sleep lowers pain."), "text").reasons()[-1] == "-"
    assert read(f"{link}\n\nSleep lowers pain.\n", "text").reasons()[-1] == "source-line"
    told = ("Sleep lowers pain [1].", "That study showed it in adults.")
    assert read(head.format(*told), "text").reasons() == ["own", "-"]
    assert read("{}\n\n{}\n".format(*told), "text").reasons() == ["own", "continuation"]
