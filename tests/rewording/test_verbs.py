"""The verb table, read both ways."""

from __future__ import annotations

import pytest

from rewording.rewording_helper import data, forms


@pytest.mark.parametrize(
    ("form", "reading"),
    [
        ("lowers", ("lower", "third")),
        ("lowered", ("lower", "past")),
        ("gave", ("give", "past")),
        ("given", ("give", "participle")),
        ("found", ("find", "past")),
        ("left", ("leave", "past")),
        ("cut", ("cut", "base")),
        ("fuelled", ("fuel", "past")),
        ("mimicking", ("mimic", "ing")),
        ("upregulates", ("upregulate", "third")),
        ("normalised", ("normalise", "past")),
        ("table", None),
    ],
)
def test_base_of(form: str, reading: object) -> None:
    assert forms().base_of(form) == reading


@pytest.mark.parametrize(
    ("base", "made"),
    [
        ("skyrocket", ("skyrockets", "skyrocketed", "skyrocketed", "skyrocketing")),
        ("shut", ("shuts", "shut", "shut", "shutting")),
        ("lie", ("lies", "lay", "lain", "lying")),
        ("inhibit", ("inhibits", "inhibited", "inhibited", "inhibiting")),
    ],
)
def test_inflect(base: str, made: tuple[str, ...]) -> None:
    assert tuple(forms().inflect(base, form) for form in ("third", "past", "participle", "ing")) == made


def test_a_verb_that_the_table_lacks_is_not_guessed() -> None:
    assert forms().inflect("grok", "past") == "grok"


def test_every_row_is_whole_and_of_letters() -> None:
    table = data()["verb-forms"]["entries"]
    assert len(table) > 1500
    for base, row in table.items():
        assert len(row) == 4, base
        assert all(form.isalpha() for entry in row for form in entry.split("|")), base
        assert row[0].endswith("s"), base
        assert row[3].split("|")[0].endswith("ing"), base
