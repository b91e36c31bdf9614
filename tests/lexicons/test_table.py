"""A packed table tells what the mapping that it was made of tells, and remembers within bounds."""

from __future__ import annotations

import marshal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.lexicons import table
from claimlint.lexicons.table import Table, packed

VALUES = st.one_of(st.integers(), st.text(), st.tuples(st.text(), st.sampled_from(["effect", "health"])))


@given(st.dictionaries(st.text(), VALUES), st.lists(st.text()))
def test_a_table_tells_what_its_mapping_tells(entries: dict[str, object], others: list[str]) -> None:
    stored = Table(marshal.loads(marshal.dumps(packed(entries))))
    for word in (*entries, *others, *entries):
        assert stored[word] == entries.get(word)
        assert stored.get(word, "nothing") == entries.get(word, "nothing")
        assert (word in stored) == (word in entries)


def test_values_that_are_equal_but_not_the_same_stay_apart() -> None:
    stored = Table.of({"a": 1, "b": True, "c": 1.0, "d": 1, "e": True})
    assert [repr(stored[word]) for word in "abcde"] == ["1", "True", "1.0", "1", "True"]


def test_what_is_remembered_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MOST", 3)
    stored = Table.of({str(number): number for number in range(10)})
    for number in (*range(20), *range(20)):
        assert stored[str(number)] == (number if number < 10 else None)
        assert len(stored) <= 3
