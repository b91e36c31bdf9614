"""Records to rows, here and in the local mode of a cluster's engine."""

from __future__ import annotations

import json
import pickle
from datetime import date
from functools import partial

import pytest

from claimlint import lint_batch
from claimlint.errors import ClaimlintError
from claimlint.project.archive.model import FIELDS
from claimlint.project.model import Settings

RECORDS = [
    {"id": 1, "text": "Zinc cures colds for everybody."},
    {"id": 2, "text": "Nothing to see."},
    {"id": 3, "body": "no text"},
    {"id": 4, "text": None},
    {"id": 5, "text": "Take 50 mg of zinc a day. <!-- claimlint-disable-line -->"},
    {"id": 6, "text": "[b]Zinc[/b] [i]is[/i] [u]100% safe[/u] \ud83d and [url=https://shop.example/zinc]cheap[/url]."},
]


def test_each_finding_is_a_row_with_the_number_and_identifier_of_its_record() -> None:
    rows = lint_batch(RECORDS, id_column="id")
    assert {(row["row"], row["id"]) for row in rows} == {(1, 1), (3, 3), (5, 5), (6, 6)}
    assert {(row["row"], row["rule"] or row["error"]) for row in rows} >= {
        (1, "uncited-claim"), (3, 'has no "text"'), (5, "unsourced-dose"), (6, "vendor-link"),
    }  # fmt: skip
    assert all(tuple(row) == FIELDS for row in rows)
    first = rows[0]
    assert (first["line"], first["column"], first["error"]) == (1, 1, None)
    assert json.loads(json.dumps(rows)) == rows


@pytest.mark.parametrize(
    ("identifier", "written"),
    [
        (float("nan"), "nan"),
        (float("inf"), "inf"),
        ("\ud800x", "\ufffdx"),
        (date(2026, 1, 2), "2026-01-02"),
        (b"\xff", "b'\\xff'"),
        ([1, "a"], "[1, 'a']"),
        (1.5, 1.5),
        (True, True),
        (10**30, 10**30),
    ],
)
def test_an_identifier_that_no_output_can_hold_becomes_text(identifier: object, written: object) -> None:
    rows = lint_batch([{"id": identifier, "text": "Zinc cures colds."}, {"id": identifier}], id_column="id")
    assert {row["id"] for row in rows} == {written}
    assert json.loads(json.dumps(rows, allow_nan=False).encode()) == rows


def test_settings_and_columns() -> None:
    posts = [{"body": "Zinc cures colds."}]
    assert lint_batch(posts, text_column="body")
    assert lint_batch(posts, text_column="body", settings=Settings(select=("open-slot",))) == []
    with pytest.raises(ClaimlintError, match="is not a folder of rules"):
        lint_batch([{"text": "x"}], settings=Settings(rule_paths=("/gone",)))


def test_any_record_that_is_asked_by_column_will_do() -> None:
    class SparkRow:
        def __getitem__(self, name: str) -> str:
            if name != "text":
                raise ValueError(name)
            return "Zinc cures colds for everybody."

    assert lint_batch([SparkRow()]) == lint_batch(RECORDS[:1])
    assert [row["error"] for row in lint_batch([SparkRow(), 7, "text"], text_column="body")] == ['has no "body"'] * 3


def test_it_runs_unchanged_on_dask() -> None:
    """In processes of their own, as on a cluster: what is sent there is pickled."""
    bag = pytest.importorskip("dask.bag")
    work = partial(lint_batch, id_column="id")
    assert pickle.loads(pickle.dumps(work))(RECORDS) == work(RECORDS)
    posts = [{"id": number, "text": f"Zinc cures {number} colds."} for number in range(40)]
    rows = bag.from_sequence(posts, npartitions=4).map_partitions(work).compute(scheduler="processes", num_workers=2)
    here = work(posts)
    assert len(here) >= 40
    assert [{**row, "row": 0} for row in rows] == [{**row, "row": 0} for row in here]
