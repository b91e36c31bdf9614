"""What stands between quotation marks."""

from __future__ import annotations

import pytest

from claimlint.language.quotes import QUOTED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('he said "it always works for me" once', ['"it always works for me"']),
        ("he said “it always works” once", ["“it always works”"]),
        ('a 5" pipe and a 6" pipe', []),
        ("it's the reader's choice", []),
        ("«une cure miracle» they wrote", ["«une cure miracle»"]),
    ],
)
def test_quoted(text: str, expected: list[str]) -> None:
    assert [match.group() for match in QUOTED.finditer(text)] == expected
