"""How writers spell amounts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.language.dose_grammar import amounts, spelled_amounts
from claimlint.language.model import Mark
from claimlint.language.words import lowered, tokens_of


def found(text: str) -> list[str]:
    return [amount.text for amount in amounts(lowered(text), 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("25–50 mg", ["25–50 mg"]),
        ("0.25-0.5mg EOD", ["0.25-0.5mg"]),
        ("6+ grams", ["6+ grams"]),
        ("20k IU of it", ["20k iu"]),
        ("2,4g twice", ["2,4g"]),
        ("1,000 mg", ["1,000 mg"]),
        ("5 to 10 mg", ["5 to 10 mg"]),
        ("½ tsp", ["½ tsp"]),
        ("1-2 drops", ["1-2 drops"]),
        ("3x40-60mg/day", ["3x40-60mg/day"]),
        ("20–70(–80) mg/day", ["20–70(–80) mg/day"]),
        ("100 mg/kg/day", ["100 mg/kg/day"]),
        ("500 mcg, 250 µg, 250 μg and 250 ug", ["500 mcg", "250 µg", "250 μg", "250 ug"]),
        ("25 mg to 50 mg", ["25 mg to 50 mg"]),
        ("400     mg", ["400 mg"]),
        ("a 20-mg dose", ["20-mg"]),
        ("2 % solution", ["2 %"]),
        ("500,000 USP units", ["500,000 usp units"]),
        ("250\xa0mg", ["250 mg"]),
    ],
)
def test_amounts(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text", ["12 $", "$50 g", "b12 mg", "2 GB", "140 kg", "8 km", "20 minutes", "version 2.5", "1.2.3"]
)
def test_no_amounts(text: str) -> None:
    assert found(text) == []


def test_what_an_amount_is_per() -> None:
    (amount,) = amounts("5 mg/kg per day", 0, 15)
    assert (amount.kind, amount.unit, amount.per) == ("mass", "mg", "kg/day")


def test_only_the_given_stretch_is_searched() -> None:
    assert amounts("5 mg and 10 mg", 5, 14)[0].text == "10 mg"
    assert amounts("15 mg", 1, 5) != []  # the stretch is all there is


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two tablets", "two tablets"),
        ("half a teaspoon", "half a teaspoon"),
        ("two or three grams", "two or three grams"),
        ("a capsule", "a capsule"),
    ],
)
def test_spelled_numbers(text: str, expected: str) -> None:
    tokens = tokens_of(text, 0, len(text))
    units = [Mark("unit", tokens[-1].start, tokens[-1].end)]
    assert [amount.text for amount in spelled_amounts(tokens, units, text)] == [expected]


@given(st.text(alphabet="0123456789.,-–x× mgkiu/per()µ½+~", max_size=200))
def test_every_amount_lies_in_its_text_and_starts_with_its_number(text: str) -> None:
    lower = lowered(text)
    last = 0
    for amount in amounts(lower, 0, len(text)):
        assert last <= amount.start < amount.end <= len(text)
        first = amount.start + (lower[amount.start] == ".")
        assert lower[first].isdigit() or lower[first] in "½¼¾⅓⅔"
        last = amount.end
