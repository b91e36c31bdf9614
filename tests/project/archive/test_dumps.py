"""What is read from dumps: every record once, whatever is wrong with some, and from any place on."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimlint.errors import ClaimlintError
from claimlint.project.archive import lines
from claimlint.project.archive.jsonl import read_jsonl
from claimlint.project.archive.model import Columns, Fault, Place, Post, Read
from claimlint.project.archive.parquet import read_parquet
from claimlint.project.archive.table import read_table

Reader = Callable[[str, Columns, Place], Iterator[Read]]
TEXT = Columns("text")
BOTH = Columns("text", "id")
START = Place()


def records(reader: Reader, path: Path, columns: Columns = BOTH, place: Place = START) -> list[Post | Fault | None]:
    return [read.record for read in reader(str(path), columns, place)]


def told(reader: Reader, path: Path, columns: Columns = BOTH) -> list[str | None]:
    """The text of each record, or what is wrong with it."""
    found = records(reader, path, columns)
    return [r.text if isinstance(r, Post) else r.message if isinstance(r, Fault) else None for r in found]


@pytest.fixture
def dump(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


Dump = Callable[[str, "str | bytes"], Path]


class TestJsonLines:
    def test_posts_have_their_number_and_identifier(self, dump: Dump) -> None:
        path = dump("a.jsonl", '{"id": 7, "text": "one\\ntwo"}\n\n  \r\n{"text": "three", "id": "b", "more": [1]}\r\n')
        assert records(read_jsonl, path) == [Post(1, 7, "one\ntwo"), Post(2, "b", "three")]
        assert records(read_jsonl, path, TEXT) == [Post(1, None, "one\ntwo"), Post(2, None, "three")]

    def test_what_is_wrong_is_told_with_its_line_and_stops_nothing(self, dump: Dump) -> None:
        path = dump(
            "a.jsonl",
            b'{"id": 1, "text": "one"}\n\n{"id": 2, "text": \n[1]\n{"id": 3}\n{"id": 4, "text": 5}\n'
            b'{"id": 5, "text": null}\n{"text": "no id"}\n{"id": 6, "text": "caf\xe9"}\n{"id": 7, "text": "a\0b"}\n'
            + b"["
            * 100_000
            + b"\n"
            b'{"id": ' + b"9" * 5000 + b', "text": "long"}\n{"id": 8, "text": "last"}',
        )
        found = told(read_jsonl, path)
        assert found[:9] == [
            "one",
            "line 3: is not JSON: Expecting value (column 19)",
            "line 4: is no JSON object",
            'line 5: has no "text"',
            'line 6: "text" is no text',
            None,
            'line 8: has no "id"',
            "line 9: is not UTF-8 at byte 22 of line 9",
            "line 10: holds a NUL byte",
        ]
        assert [isinstance(message, str) and message.startswith("line 11: is not JSON") for message in found[9:10]] == [
            True
        ]
        assert found[-1] == "last"
        assert len(found) == 12

    def test_identifiers_are_kept_of_records_that_are_wrong(self, dump: Dump) -> None:
        assert records(read_jsonl, dump("a.jsonl", '{"id": 4, "text": 5}\n{"id": 5, "text": "x"}')) == [
            Fault(1, 'line 1: "text" is no text', 4), Post(2, 5, "x"),
        ]  # fmt: skip

    def test_a_column_that_no_record_has_is_an_error(self, dump: Dump) -> None:
        path = dump("a.jsonl", '\n{"id": 1, "body": "one"}\n{"id": 2, "title": "t"}\n')
        with pytest.raises(ClaimlintError, match=r'a.jsonl:1: has no "text"; known'):
            records(read_jsonl, path)
        with pytest.raises(ClaimlintError, match='has no "bodi"; did you mean "body"'):
            records(read_jsonl, path, Columns("bodi"))
        assert told(read_jsonl, path, Columns("title")) == ['line 2: has no "title"', "t"]

    def test_a_byte_order_mark_is_no_part_of_the_first_record(self, dump: Dump) -> None:
        assert told(read_jsonl, dump("a.jsonl", '\ufeff{"id": 1, "text": "one"}\n')) == ["one"]

    def test_utf_16_is_refused(self, dump: Dump) -> None:
        with pytest.raises(ClaimlintError, match="is UTF-16: save it as UTF-8 first"):
            records(read_jsonl, dump("a.jsonl", '{"text": "one"}\n'.encode("utf-16")))

    def test_a_line_without_end_is_not_held_in_memory(self, dump: Dump, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(lines, "MOST", 40)
        path = dump("a.jsonl", '{"id": 1, "text": "' + "x" * 300 + '"}\n{"id": 2, "text": "two"}\n' + "y" * 90)
        assert told(read_jsonl, path) == ["line 1: is longer than 40 bytes", "two", "line 3: is longer than 40 bytes"]

    def test_a_compressed_dump_is_read_as_it_is(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl.gz"
        path.write_bytes(gzip.compress(b'{"id": 1, "text": "one"}\n{"id": 2, "text": "two"}\n'))
        assert told(read_jsonl, path) == ["one", "two"]
        first = next(read_jsonl(str(path), BOTH, Place()))
        assert records(read_jsonl, path, BOTH, first.after) == [Post(2, 2, "two")]
        path.write_bytes(path.read_bytes()[:-12])
        with pytest.raises(ClaimlintError, match="cannot be read"):
            records(read_jsonl, path)

    def test_a_compressed_dump_that_is_damaged(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl.gz"
        whole = bytearray(gzip.compress(b'{"id": 1, "text": "Zinc cures acne."}\n' * 9, mtime=0))
        told_of = set()
        for at in range(10, len(whole)):
            damaged = whole.copy()
            damaged[at] ^= 0xFF
            path.write_bytes(damaged)
            with pytest.raises(ClaimlintError, match=r"a\.jsonl\.gz: cannot be read: ") as caught:
                records(read_jsonl, path)
            told_of.add(type(caught.value.__cause__).__name__)
        assert told_of >= {"error", "BadGzipFile"}, "zlib's own error is among them"

    def test_a_dump_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(ClaimlintError, match="no such file"):
            records(read_jsonl, tmp_path / "a.jsonl")


class TestTables:
    def test_fields_may_be_quoted_and_hold_anything(self, dump: Dump) -> None:
        path = dump("a.csv", 'id,text,more\r\n1,"one, ""two""\r\nthree",x\r\n\r\n2,four,y\n')
        assert records(read_table, path) == [Post(1, "1", 'one, "two"\nthree'), Post(2, "2", "four")]

    @pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
    def test_the_head_tells_what_stands_between_fields(self, dump: Dump, mark: str) -> None:
        assert told(read_table, dump("a.csv", f"\ufeffid{mark}text\n1{mark}one\n")) == ["one"]
        assert told(read_table, dump("b.csv", "text\none\n"), TEXT) == ["one"]

    @pytest.mark.parametrize(
        ("head", "said"),
        [
            (b"id,text\r1,one\r", "holds carriage returns that end no line: save the table with line feeds"),
            (b"id,t\xffxt\n", "is not UTF-8 at byte 4 of line 1"),
            (b"id,te\0xt\n", "holds a NUL byte"),
            (b" \n1,one\n", "is empty: its first line has to name the columns"),
        ],
    )
    def test_a_head_that_names_nothing(self, dump: Dump, head: bytes, said: str) -> None:
        with pytest.raises(ClaimlintError, match=said):
            records(read_table, dump("a.csv", head))

    def test_a_head_may_have_a_long_name(self, dump: Dump) -> None:
        name = "n" * 200_000
        assert told(read_table, dump("a.csv", f"{name},text\n1,one\n"), TEXT) == ["one"]

    def test_a_column_that_is_not_there(self, dump: Dump) -> None:
        with pytest.raises(ClaimlintError, match=r'a.csv:1: has no column "text"; did you mean "texts"'):
            records(read_table, dump("a.csv", "id,texts\n1,one\n"))
        with pytest.raises(ClaimlintError, match="is empty: its first line has to name the columns"):
            records(read_table, dump("b.csv", ""))

    def test_what_is_wrong_is_told_with_its_line_and_stops_nothing(self, dump: Dump) -> None:
        path = dump(
            "a.csv",
            b'id,text\n1,one\n2\n3,a,b\n4,caf\xe9\n5,a\0b\n6,"six"x\n7,"seven\n"\n\n8,"'
            + b"e" * 200_000
            + b'"\n9,nine\n',
        )
        assert told(read_table, path) == [
            "one",
            "line 3: has 1 column, and the head has 2",
            "line 4: has 3 columns, and the head has 2",
            "line 5: is not UTF-8 at byte 5 of line 5",
            "line 6: holds a NUL byte",
            "line 7: is not well quoted: ',' expected after '\"'",
            "seven\n",
            "e" * 200_000,
            "nine",
        ]

    def test_a_quote_that_is_not_closed_costs_one_record(self, dump: Dump, monkeypatch: pytest.MonkeyPatch) -> None:
        rest = "".join(f"{number},text {number}\n" for number in range(2, 40))
        path = dump("a.csv", f'id,text\n1,"one\n{rest}')
        expected = ["line 2: a quote is opened and not closed", *(f"text {number}" for number in range(2, 40))]
        assert told(read_table, path) == expected
        monkeypatch.setattr("claimlint.project.archive.table.MOST", 50)
        assert told(read_table, path) == expected

    def test_a_line_without_end_is_one_record(self, dump: Dump, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(lines, "MOST", 40)
        monkeypatch.setattr("claimlint.project.archive.table.MOST", 40)
        assert told(read_table, dump("a.csv", "id,text\n1," + "x" * 300 + "\n2,two\n")) == [
            "line 2: is longer than 40 bytes", "two",
        ]  # fmt: skip


class TestParquet:
    @pytest.fixture
    def table(self, tmp_path: Path) -> Path:
        arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
        path = tmp_path / "a.parquet"
        data = {"id": list(range(25)), "text": [None if n == 3 else f"post {n}" for n in range(25)], "more": [1.5] * 25}
        parquet.write_table(arrow.table(data), path, row_group_size=10)
        return path

    def test_records_have_their_number(self, table: Path) -> None:
        found = records(read_parquet, table)
        assert found[:5] == [
            Post(1, 0, "post 0"),
            Post(2, 1, "post 1"),
            Post(3, 2, "post 2"),
            None,
            Post(5, 4, "post 4"),
        ]
        assert len(found) == 25

    def test_from_any_place_on(self, table: Path) -> None:
        everything = records(read_parquet, table)
        for row in range(26):
            assert records(read_parquet, table, BOTH, Place(row)) == everything[row:]

    def test_what_is_wrong(self, table: Path, tmp_path: Path) -> None:
        with pytest.raises(ClaimlintError, match='has no column "tekst"; did you mean "text"'):
            records(read_parquet, table, Columns("tekst"))
        assert told(read_parquet, table, Columns("more")) == ['"more" is no text'] * 25
        whole = table.read_bytes()
        table.write_bytes(whole.replace(b"more", b"m\xf8re"))
        with pytest.raises(ClaimlintError, match="cannot be read: 'utf-8' codec can't decode"):
            records(read_parquet, table)
        table.write_bytes(whole[:-9])
        with pytest.raises(ClaimlintError, match="cannot be read"):
            records(read_parquet, table)

    def test_text_that_is_not_utf_8(self, tmp_path: Path) -> None:
        arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
        path = tmp_path / "a.parquet"
        raw = arrow.array([b"fine", b"caf\xe9", b"good"], arrow.binary()).cast(arrow.string(), safe=False)
        parquet.write_table(arrow.table({"text": raw}), path)
        assert told(read_parquet, path, TEXT) == ["fine", "is not UTF-8", "good"]


CELL = st.text(st.sampled_from('ab ,"\n\r\0é;😀'), max_size=6)


@given(st.lists(CELL, max_size=8), st.binary(max_size=20))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_reading_can_go_on_behind_every_record(tmp_path: Path, cells: list[str], damage: bytes) -> None:
    """Also behind those that are wrong, and in every format that has lines."""
    jsonl, table = tmp_path / "a.jsonl", tmp_path / "a.csv"
    jsonl.write_bytes(b"".join(json.dumps({"text": c}).encode() + b"\n" for c in cells) + damage + b'\n{"text": "x"}')
    table.write_bytes(b"text,id\n" + "".join(f"{c},1\n" for c in cells).encode() + damage + b"\nx,2")
    for reader, path in ((read_jsonl, jsonl), (read_table, table)):
        whole = list(reader(str(path), TEXT, Place()))
        for at, read in enumerate(whole):
            assert list(reader(str(path), TEXT, read.after)) == whole[at + 1 :]
        assert [read.after.row for read in whole] == list(range(1, len(whole) + 1))
