"""Bytes to text, and what is refused."""

from __future__ import annotations

import codecs

import pytest

from claimlint.document.decode import decode
from claimlint.errors import ClaimlintError


def test_utf8_is_kept_as_it_is_newlines_included() -> None:
    decoded = decode("α\r\nb\rc\n".encode())
    assert decoded.text == "α\r\nb\rc\n"
    assert (decoded.encoding, decoded.bom, decoded.had_bom) == ("utf-8", b"", False)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_byte_order_mark_is_no_text_but_is_written_back(mark: bytes, encoding: str) -> None:
    data = mark + "5 µg 😀".encode(encoding)
    decoded = decode(data)
    assert decoded.text == "5 µg 😀"
    assert decoded.had_bom
    assert decoded.encode(decoded.text) == data


def test_only_the_first_mark_is_taken_off() -> None:
    assert decode(codecs.BOM_UTF8 * 2 + b"a").text == "\ufeffa"


def test_invalid_utf8_names_byte_and_line() -> None:
    with pytest.raises(ClaimlintError) as caught:
        decode(b"one\ntwo \xe9 three", path="draft.md")
    assert str(caught.value) == "draft.md:2: not valid UTF-8 at byte 8, line 2; save the file as UTF-8"


def test_the_byte_counts_from_the_start_of_the_file() -> None:
    with pytest.raises(ClaimlintError, match=r"at byte 4, line 1"):
        decode(codecs.BOM_UTF8 + b"a\xff")


def test_lone_carriage_returns_count_as_lines_in_the_message() -> None:
    with pytest.raises(ClaimlintError, match=r"at byte 4, line 3"):
        decode(b"a\rb\r\xff")


def test_a_nul_byte_means_binary() -> None:
    with pytest.raises(ClaimlintError, match="looks like a binary file"):
        decode(b"PK\x03\x04\x00\x00", path="a.zip")


def test_many_control_characters_mean_binary() -> None:
    with pytest.raises(ClaimlintError, match="looks like a binary file"):
        decode(bytes(range(1, 32)) * 3)


def test_a_form_feed_or_an_escape_is_no_binary() -> None:
    assert decode(b"page one\x0cpage two\x1b[0m").text == "page one\x0cpage two\x1b[0m"


def test_half_a_utf16_character_is_refused() -> None:
    with pytest.raises(ClaimlintError, match="not valid UTF-16-LE"):
        decode(codecs.BOM_UTF16_LE + b"a\x00b")


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"").text == ""


def test_windows_punctuation_is_read_and_kept() -> None:
    decoded = decode(b"It\x92s \x93fine\x94 at 20 \xb0C.")
    assert decoded.text == "It’s “fine” at 20 °C."
    assert decoded.encode(decoded.text) == b"It\x92s \x93fine\x94 at 20 \xb0C."


@pytest.mark.parametrize("data", [b"caf\xe9", b"Zinc \xff\xfe helps", b"a \xb0 alone", b"\xe2\x92 cut short"])
def test_letters_of_another_encoding_are_refused(data: bytes) -> None:
    with pytest.raises(ClaimlintError, match="not valid UTF-8 at byte"):
        decode(data)
