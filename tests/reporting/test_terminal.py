"""What may be printed, and how wide it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimlint.reporting.terminal import DANGEROUS, clip, escape, width, wrap


def test_nothing_that_steers_a_terminal_is_printed() -> None:
    assert escape("a\x1b[31mb") == "a\\x1b[31mb"
    assert escape("a\nb\r\tc\x07\x9b2J") == "a\\nb\\r\\tc\\x07\\x9b2J"
    assert escape("right\u202eleft\u2066") == "right\\u202eleft\\u2066"
    assert escape("name\udcff.md") == "name\\xff.md"
    assert escape("naïve 漢字 e\u0301 👩‍🔬") == "naïve 漢字 e\u0301 👩‍🔬"


@given(st.text())
def test_what_is_escaped_holds_nothing_dangerous(text: str) -> None:
    assert not DANGEROUS.search(escape(text))


def test_width_is_counted_in_columns() -> None:
    assert [width(text) for text in ("abc", "漢字", "e\u0301", "a\u200bb", "😀", "가", "가")] == [3, 4, 1, 2, 2, 2, 2]


def test_wrap_hangs_the_following_lines() -> None:
    assert wrap("one two three 漢字 four", 14, "x: ", "   ") == "x: one two\n   three 漢字\n   four"
    assert wrap("Donaudampfschifffahrt is long", 10, "x: ", "   ") == "x: Donaudampfschifffahrt\n   is long"
    assert wrap("", 10, "x: ", "   ") == "x: "


@given(st.text("ab 漢\u0301", max_size=60), st.integers(8, 40))
def test_wrap_keeps_every_word_and_the_width(text: str, columns: int) -> None:
    lines = wrap(text, columns, "> ", "  ").split("\n")
    assert " ".join(line[2:] for line in lines).split() == text.split()
    assert all(width(line) <= columns or len(line[2:].split()) == 1 for line in lines)


def test_clip_says_that_it_cut() -> None:
    assert clip("abcdef", 6) == "abcdef"
    assert clip("abcdefg", 6) == "abcde…"
    assert clip("漢字漢字", 6) == "漢字…"
