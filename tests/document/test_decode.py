"""Bytes to text."""

from __future__ import annotations

import pytest

from claimlint.document.decode import decode
from claimlint.errors import ClaimlintError


def test_windows_punctuation_is_read_and_kept() -> None:
    decoded = decode(b"It\x92s \x93fine\x94 at 20 \xb0C.")
    assert decoded.text == "It’s “fine” at 20 °C."
    assert decoded.encode(decoded.text) == b"It\x92s \x93fine\x94 at 20 \xb0C."


@pytest.mark.parametrize("data", [b"caf\xe9", b"Zinc \xff\xfe helps", b"a \xb0 alone", b"\xe2\x92 cut short"])
def test_letters_of_another_encoding_are_refused(data: bytes) -> None:
    with pytest.raises(ClaimlintError, match="not valid UTF-8 at byte"):
        decode(data)
