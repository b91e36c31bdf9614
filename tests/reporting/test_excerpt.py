"""The source line with the words underlined."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimlint.reporting.excerpt import excerpt
from claimlint.reporting.terminal import DANGEROUS, escape, width
from steps import lines_run


def shown(line: str, words: str, columns: int = 60, *, more: bool = False) -> tuple[str, str]:
    start = line.index(words)
    return tuple(excerpt(line, start, start + len(words), columns, more=more))  # type: ignore[return-value]


def underlined(source: str, carets: str) -> str:
    """The characters that stand over the carets; a combining mark stands where its letter does."""
    at, kept = 0, ""
    for char in source:
        column = at if width(char) else at - 1
        if 0 <= column < len(carets) and carets[column] == "^":
            kept += char
        at += width(char)
    return kept


def test_a_short_line_is_shown_whole() -> None:
    assert shown("It absolutely destroys it.", "absolutely destroys") == (
        "It absolutely destroys it.",
        "   ^^^^^^^^^^^^^^^^^^^",
    )


def test_a_long_line_is_cut_round_the_words() -> None:
    line = "before " * 30 + "miracle" + " after" * 30
    assert shown(line, "miracle", 40) == (
        "…before before miracle after after aft…",
        "               ^^^^^^^",
    )


def test_words_near_an_edge_leave_the_room_to_the_other_side() -> None:
    line = "one miracle" + " after" * 30
    source, carets = shown(line, "miracle", 40)
    assert source == "one miracle after after after after af…"
    assert carets == "    ^^^^^^^"
    assert shown("before " * 30 + "miracle!", "miracle", 40)[0] == "…e before before before before miracle!"


def test_words_longer_than_the_line_are_shown_from_their_start() -> None:
    source, carets = shown("x " + "long " * 40 + "end", "long " * 40, 30)
    assert source == "…long long long long long lon…"
    assert carets == " " + "^" * 29


def test_wide_combining_and_invisible_characters_keep_the_carets_in_place() -> None:
    assert shown("漢字 cafe\u0301 miracle", "miracle") == ("漢字 cafe\u0301 miracle", " " * 10 + "^" * 7)
    assert shown("😀\u200b e\u0301e\u0301", "e\u0301e\u0301") == ("😀\u200b e\u0301e\u0301", "   ^^")
    assert shown("\ta\tmiracle", "miracle") == ("a    miracle", "     ^^^^^^^")


def test_controls_are_shown_and_not_obeyed() -> None:
    assert shown("a\x1b[2Jb miracle", "miracle") == ("a\\x1b[2Jb miracle", " " * 10 + "^" * 7)
    assert shown("a\u202eb miracle", "b") == ("a\\u202eb miracle", " " * 7 + "^")


def test_words_that_go_on_in_the_next_line_say_so() -> None:
    assert shown("two words", "words", more=True) == ("two words…", "    ^^^^^^")


def test_an_empty_span_and_an_empty_line_still_point_somewhere() -> None:
    assert tuple(excerpt("", 0, 0, 40)) == ("", "^")
    assert tuple(excerpt("abc", 3, 3, 40)) == ("abc", "   ^")


@given(st.text("ab \t漢\u0301\x1b😀", max_size=80), st.integers(0, 80), st.integers(0, 80), st.integers(8, 40))
def test_the_carets_stand_under_the_words_and_nothing_is_too_wide(line: str, a: int, b: int, columns: int) -> None:
    start, end = sorted((min(a, len(line)), min(b, len(line))))
    source, carets = excerpt(line, start, end, columns)
    assert width(source) <= columns
    assert not DANGEROUS.search(source)
    words = "".join("    " if char == "\t" else escape(char) for char in line[start:end])
    over = underlined(source, carets)
    if width(words) <= columns - 2 and width(words) > 0 and width(line[start]) > 0:
        assert over.startswith(words)


def test_a_line_of_a_megabyte_costs_no_more_than_a_short_one() -> None:
    def work(size: int) -> int:
        line = "\u0301" * size + "miracle" + "\u0301" * size
        return lines_run(lambda: excerpt(line, size, size + 7, 80))

    assert work(500_000) == work(5_000)
