"""Work grows with the text and no faster, on whatever a hostile draft repeats.

Work is counted, not timed: every line that Python executes in the folder.
"""

from __future__ import annotations

import pytest

from claimlint.document.model import Format
from claimlint.document.parse import parse
from steps import lines_run

HOSTILE = [
    "<",
    "<a ",
    '<a "',
    "<A {",
    "<!--",
    "<div>",
    "<ul><li>",
    "<table><tr><td>",
    "<sup>",
    "<ref>",
    "&",
    "[",
    "[[",
    "![",
    "](",
    "*",
    "**",
    "_a",
    "`",
    "$",
    "{%",
    "{{",
    "{% a %}",
    "> ",
    "- ",
    "  - ",
    "1. ",
    "• a\n",
    "*a\n",
    "a. ",
    "J. ",
    ". (",
    "[1]",
    "a.[1] ",
    "¹",
    "http://",
    "http://a)",
    "www.a.",
    "a.com/",
    "|",
    "|a|\n",
    "#",
    "a\n=\n",
    "[quote]",
    "[b]",
    "[list][*]",
    "[url]",
    "[url=",
    "Bob said:\n",
    "Bob said:\n> a b c\n",
    "Bob wrote:\na b c\n\n",
    "Click to expand\n",
    "#2 bob · 3 Jan 2026\n",
    "bob · 3 March\na\n",
    "Jan 2, 2026\n",
    "bob\n2y ago\n",
    "[quote=a]b c d\n",
    "[quote=a]",
    "<blockquote data-quote=a>b c d",
    "<article data-author=a class=message>",
    "<p id=p1><cite>a said",
    "7\n",
    "Back\n",
    ":A:\n",
    "[^a]: b\n",
    "[a]: b\n",
    "!!! a\n    b\n",
    ":::\n",
    "é",
    "界。",
    "a-",
    "\r",
    "(A 2000) ",
]


def work(text: str, name: Format) -> int:
    return lines_run(lambda: parse(text, name), "/document/")


@pytest.mark.parametrize("name", ["markdown", "text", "bbcode", "html"])
def test_four_times_the_text_is_about_four_times_the_work(name: Format) -> None:
    for piece in HOSTILE:
        small = work(piece * (600 // len(piece)), name)
        large = work(piece * (2400 // len(piece)), name)
        assert large < 6 * small + 2000, (piece, small, large)


def test_a_row_of_superscripts_is_not_cut_up_in_every_way() -> None:
    """It once took longer than anybody waits: the pattern tried each division of the row into twelve markers."""
    document = parse("¹²" * 80 + "x", "text")
    assert [(unit.start, unit.end) for unit in document.units] == [(0, 161)]


def test_superscripts_on_a_short_line_are_not_cut_up_in_every_way() -> None:
    """It once took twice as long for each superscript more."""
    document = parse("Sleep" + "¹²" * 40 + "x\n\nSleep helps.\n", "text")
    assert [document.text[unit.start : unit.end] for unit in document.units][-1] == "Sleep helps."
