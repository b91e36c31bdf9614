"""Columns in code points, UTF-16 code units and UTF-8 bytes, against encoding the line itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.project.model import FileResult
from claimlint.reporting.places import STRIDE, Places, Unit
from reports import texts

UNITS: tuple[Unit, ...] = ("code points", "utf-16", "utf-8")


def place(text: str, offset: int, unit: Unit) -> tuple[int, int]:
    starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]
    return Places(FileResult("a.md", text=text, line_starts=tuple(starts)), unit)(offset)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("cure", (1, 1, 1)),
        ("é cure", (3, 3, 4)),
        ("e\u0301 cure", (4, 4, 5)),
        ("漢 cure", (3, 3, 5)),
        ("\U0001f48a cure", (3, 4, 6)),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467 cure", (7, 10, 20)),
        ("\U0001f48a\n\U0001f48a\U0001f48a cure", (4, 6, 10)),
    ],
)
def test_each_unit_counts_its_own(text: str, columns: tuple[int, int, int]) -> None:
    assert tuple(place(text, text.index("cure"), unit)[1] for unit in UNITS) == columns


def test_lines_are_those_of_git() -> None:
    assert place("a\rb\r\nc", 2, "utf-16") == (1, 3)
    assert place("a\rb\r\nc", 5, "utf-16") == (2, 1)
    assert place("a\n", 2, "utf-8") == (2, 1)


@given(st.lists(texts, max_size=4).map("".join), st.data())
def test_places_are_what_encoding_the_line_gives(text: str, data: st.DataObject) -> None:
    text *= data.draw(st.sampled_from((1, 1 + 2 * STRIDE // (len(text) or 1))))
    offset = data.draw(st.integers(0, len(text)))
    before = text[:offset]
    line = before[before.rfind("\n") + 1 :]
    row = before.count("\n") + 1
    assert place(text, offset, "code points") == (row, len(line) + 1)
    assert place(text, offset, "utf-16") == (row, len(line.encode("utf-16-le")) // 2 + 1)
    assert place(text, offset, "utf-8") == (row, len(line.encode("utf-8")) + 1)
