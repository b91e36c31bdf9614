"""The outer doors: command lines, editors and forums' dumps. What must hold for whatever comes in by them."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from hypothesis import strategies as st

from claimlint.cli.commands import COMMANDS
from claimlint.cli.main import main
from claimlint.errors import ClaimlintError
from claimlint.project.archive.batch import AS_POSTS
from claimlint.project.archive.model import FIELDS, Columns
from claimlint.project.archive.run import Job, Step, run_archive
from claimlint.project.fix import fix_text
from claimlint.reporting.formats import FORMATS
from fuzzing import inputs

CONTROLS = {chr(code) for code in (*range(9), *range(11, 32), *range(127, 160), *range(0x202A, 0x202F))}
CONTROLS |= {chr(code) for code in (*range(0x2066, 0x206A), 0x2028, 0x2029)}


def _can_be_typed(word: str) -> bool:
    """Whether an operating system hands it on: no NUL, and half characters only for bytes that are no UTF-8."""
    try:
        return b"\0" not in word.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return False


FILES = ("a.md", "b.txt", "c.html", "sub/d.md", "-x.md", "check", "e\x1b[2J\n::error::.md", "\u202ef.md", "g\udc80.md")
PATHS = st.sampled_from((*FILES, ".", "sub", "", "gone.md", "-", "link.md", "..", "\udc80", "a.md/b", "~", "*.md"))
VALUES = st.one_of(PATHS, inputs.WORDS.filter(_can_be_typed), st.sampled_from(("1", "-1", "all")))
OPTIONS = st.sampled_from(
    (
        "--fix", "--unsafe", "--diff", "-i", "-q", "-v", "--statistics", "--changed", "--changed=HEAD", "--no-comments",
        "--no-baseline", "--no-exclude", "--no-config", "--no-cache", "--prune", "--help", "--version", "--", "-",
        "--select=uncited-claim", "--ignore=all", "--select", "--ignore", "--rule-path", "--config", "--baseline",
        "--input-format=html", "--input-format=bbcode", "--stdin-filename", "--fail-on=info", "--color=always",
        "--reply=bbcode", "--reply=markdown", "--reply=text", "--post=1", "--profile", "--format=json", "--jobs=1",
        "--errors", "--rules", "--output=out.txt", "--text-column=text", "--id-column=id", "-oout.jsonl", "--resume",
        "--no-hook", "--repo", "--f", *(f"--format={name}" for name in FORMATS),
    )
)  # fmt: skip
ENDING = tuple(name for name in COMMANDS if name != "lsp")
"""A language server waits for its editor."""
ARGUMENTS = st.builds(
    lambda command, rest: [*command, *rest],
    st.one_of(st.just([]), st.sampled_from(ENDING).map(lambda name: [name])),
    st.lists(st.one_of(PATHS, PATHS, OPTIONS, OPTIONS, VALUES), max_size=5),
).filter(lambda words: "lsp" not in words)


def check_command(arguments: Sequence[str], drafts: Sequence[bytes], config: bytes | None) -> None:
    """A command line ends with 0, 1 or 2, and nothing in it, in a draft or in a name steers the terminal."""
    with _folder() as folder:
        if any(_leads_out(word, folder) for word in arguments):
            return
        for name, data in zip(FILES, [*drafts, *[b"Zinc cures acne.\n"] * len(FILES)], strict=False):
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        secret = folder.parent / "secret.md"
        secret.write_text("Xanofin absolutely cures acne.\n")
        (folder / "link.md").symlink_to(secret)
        if config is not None:
            (folder / ".claimlint.yaml").write_bytes(config)
        code, shown, errors = _ran(arguments)
        assert code in (0, 1, 2), code
        assert "internal error" not in shown + errors, shown + errors
        assert "Xanofin" not in shown + errors
        assert secret.read_text() == "Xanofin absolutely cures acne.\n"
        assert not set(errors) & CONTROLS, errors
        if _is_for_people(arguments):
            assert not set(shown) & CONTROLS, shown


def _leads_out(word: str, folder: Path) -> bool:
    """Whether an argument may be a path out of the folder: nothing else of this machine is to be read, let alone
    mended."""
    values = {word, word.partition("=")[2], word[2:]} if word.startswith("-") else {word}
    return any(not (folder / value).resolve().is_relative_to(folder) for value in values)


def _is_for_people(arguments: Sequence[str]) -> bool:
    """Whether what is printed are findings for people, without colour: no diff, page, draft or data."""
    others = ("review", "archive", "--diff", "-", "--color=always")
    formats = [word for word in arguments if word.startswith("--format")]
    return not formats and not any(word in others for word in arguments)


def _ran(arguments: Sequence[str]) -> tuple[int, str, str]:
    """The exit code of a command line, and what it printed where."""
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2)]
    stdin = io.TextIOWrapper(io.BytesIO(b"Zinc absolutely cures acne.\n"), encoding="utf-8")
    with mock.patch.multiple(sys, stdin=stdin, stdout=streams[0], stderr=streams[1]):
        code = main(arguments)
    for stream in streams:
        stream.flush()
    shown, errors = (stream.detach().getvalue().decode() for stream in streams)
    return code, shown, errors


@cache
def _caches() -> str:
    return tempfile.mkdtemp(prefix="claimlint-fuzz-")


@contextmanager
def _folder() -> Iterator[Path]:
    """An empty repository to work in, and a cache that is nobody's."""
    before = Path.cwd()
    environment = {"XDG_CACHE_HOME": _caches(), "CLAIMLINT_DEBUG": "1"}
    with tempfile.TemporaryDirectory() as name, mock.patch.dict(os.environ, environment):
        folder = Path(name).resolve() / "repository"
        (folder / ".git").mkdir(parents=True)
        os.chdir(folder)
        try:
            yield folder
        finally:
            os.chdir(before)


class Change(NamedTuple):
    """What somebody types: per mille of the text where it begins and ends, and what is put there."""

    start: int
    end: int
    text: str


CHANGES = st.lists(st.builds(Change, st.integers(0, 1000), st.integers(0, 1000), inputs.TEXTS), max_size=4)
UNITS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


def check_editor(text: str, changes: Sequence[Change], encoding: str, name: str) -> None:
    """The server's text stays the editor's, and ranges and edits mean there what they mean here."""
    from lsprotocol import types
    from pygls.workspace import PositionCodec

    from claimlint.editor.actions import Draft, actions, resolved
    from claimlint.editor.diagnostics import Ranges, diagnostics
    from claimlint.editor.drafts import Drafts
    from claimlint.editor.texts import Text

    document = Text("file:///a.md", text, 1, position_codec=PositionCodec(encoding))
    for change in changes:
        at = sorted(_snapped(text, number * len(text) // 1000) for number in change[:2])
        span = types.Range(*(types.Position(*_position(text, offset, encoding)) for offset in at))
        document.apply_change(types.TextDocumentContentChangePartial(text=change.text, range=span))
        text = text[: at[0]] + change.text + text[at[1] :]
        assert document.source == text
    with _folder():
        checked = Drafts().check(name, document.source)
        assert checked is not None
        draft = Draft("file:///a.md", 1, checked, Ranges(checked.result, encoding))
        for shown, finding in zip(diagnostics(checked.result, draft.ranges), checked.result.findings, strict=True):
            assert _offset(text, shown.range.start, encoding) == finding.start
            assert _offset(text, shown.range.end, encoding) == finding.end
        everything = draft.ranges(0, len(text))
        for action in list(actions(draft, everything, [])):
            done = resolved(draft, action) if action.edit is None else action
            if done.edit is None:
                continue
            after = _edited(text, [edit for edits in (done.edit.changes or {}).values() for edit in edits], encoding)
            if action.data == {"uri": draft.uri, "do": "fix"}:
                assert after == fix_text(checked.linter, text, path=name).text


def _starts(text: str) -> list[int]:
    return [0, *(at + 1 for at, c in enumerate(text) if c == "\n" or (c == "\r" and text[at + 1 : at + 2] != "\n"))]


def _snapped(text: str, offset: int) -> int:
    """No editor can point between a carriage return and its line feed."""
    return offset - 1 if text[offset - 1 : offset + 1] == "\r\n" and offset else offset


def _size(text: str, encoding: str) -> int:
    return len(text.encode(f"{encoding}-le" if encoding != "utf-8" else encoding, "surrogatepass")) // UNITS[encoding]


def _position(text: str, offset: int, encoding: str) -> tuple[int, int]:
    line = sum(start <= offset for start in _starts(text)) - 1
    return line, _size(text[_starts(text)[line] : offset], encoding)


def _offset(text: str, position: Any, encoding: str) -> int:
    start = _starts(text)[position.line]
    return next(at for at in range(start, len(text) + 1) if _size(text[start:at], encoding) == position.character)


def _edited(text: str, edits: Sequence[Any], encoding: str) -> str:
    places = [(_offset(text, e.range.start, encoding), _offset(text, e.range.end, encoding), e.new_text) for e in edits]
    for start, end, new in sorted(places, reverse=True):
        text = text[:start] + new + text[end:]
    return text


RECORDS = st.dictionaries(
    st.sampled_from(("text", "text", "id", "Text", "")), st.one_of(inputs.TEXTS, inputs.SCALARS), max_size=3
)
LINE_PIECES = (
    "{", "}", "[", "]", '"', '""', ",", ";", "\t", "|", ":", "\n", "\r\n", "\r", "\0", "null", "NaN", "-Infinity",
    "1e999", "text", "id", '"text"', '{"text": "Zinc cures acne."}\n', '{"text": "\\ud800"}\n', "[" * 100_000,
    "9" * 5000, "\ufeff", '{"id": ' + "[" * 900 + "]" * 900 + "}\n", "a" * 5000, "text,id\n", "text;id\n",
    '{"id": ' + "9" * 4000 + ', "text": "Zinc cures acne."}\n', "Zinc cures acne.,1\n", '"Zinc\ncures ""acne"".",2\n',
    '"never closed\n', "\u2028", "\\", "'", "#",
)  # fmt: skip


def _jsonl(records: Sequence[Any]) -> str:
    return "\n".join(json.dumps(record).replace(f'"{inputs.HUGE}"', "9" * 4000) for record in records)


def _csv(records: Sequence[dict[str, Any]]) -> str:
    into = io.StringIO()
    writer = csv.writer(into)
    writer.writerow(["text", "id"])
    writer.writerows([[record.get("text"), record.get("id")] for record in records])
    return into.getvalue()


def _bytes(text: str, encoding: str) -> bytes:
    return text.encode(encoding, "surrogatepass" if encoding.startswith("utf") else "replace")


ROWS = st.lists(RECORDS, max_size=6)
PLAIN = st.builds(
    _bytes,
    st.one_of(ROWS.map(_jsonl), ROWS.map(_csv), inputs._texts(*LINE_PIECES, most=12)),
    st.sampled_from(("utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252")),
)
DAMAGE = st.lists(st.tuples(st.integers(0, 10**6), st.binary(max_size=4)), max_size=3)
DUMPS = st.sampled_from((".jsonl", ".csv", ".tsv", ".jsonl.gz", ".csv.gz"))


def _damaged(data: bytes, damage: Sequence[tuple[int, bytes]]) -> bytes:
    for at, put in damage:
        start = at % (len(data) + 1)
        data = data[:start] + put + data[start + len(put) :] if put else data[:start]
    return data


def check_dump(data: bytes, ending: str, damage: Sequence[tuple[int, bytes]], format: str) -> None:  # noqa: A002
    """A dump gives rows, one for each finding and each record that cannot be read, or is refused with its name."""
    packed = gzip.compress(data, mtime=0) if ending.endswith(".gz") else data
    _check_archive(_damaged(packed, damage), ending, format)


COLUMNS = st.sampled_from(("text", "bytes", "number", "list", "struct", "dictionary", "absent"))


def check_parquet(texts: Sequence[str], column: str, damage: Sequence[tuple[int, bytes]], spare: bool) -> None:
    """The same for Parquet, with a column of texts that may be something else."""
    if find_spec("pyarrow") is None:
        return
    import pyarrow as arrow
    from pyarrow import parquet

    kept = [text.encode("utf-8", "replace").decode() for text in texts]
    made = {
        "text": lambda: arrow.array(kept, arrow.string()),
        "bytes": lambda: arrow.array([text.encode() + b"\xff" for text in kept], arrow.binary()),
        "number": lambda: arrow.array([len(text) for text in kept], arrow.int64()),
        "list": lambda: arrow.array([[text] for text in kept], arrow.list_(arrow.string())),
        "struct": lambda: arrow.array([{"text": text} for text in kept], arrow.struct([("text", arrow.string())])),
        "dictionary": lambda: arrow.array(kept, arrow.string()).dictionary_encode(),
        "absent": lambda: arrow.nulls(len(kept)),
    }[column]()
    into = io.BytesIO()
    parquet.write_table(arrow.table({"text": made, "id": list(range(len(kept)))}), into, compression="NONE")
    data = into.getvalue()
    # pyarrow promises nothing about a file whose footer lies about the rest: it may end the process
    _check_archive(_damaged(data, damage if spare else ()), ".parquet", "text")


def _check_archive(data: bytes, ending: str, format: Any) -> None:  # noqa: A002
    with _folder():
        Path(f"dump{ending}").write_bytes(data)
        for out in ("out.jsonl", "out.parquet") if find_spec("pyarrow") else ("out.jsonl",):
            job = Job(f"dump{ending}", out, Columns("text", "id"), AS_POSTS, format, 1)
            steps: list[Step] = []
            try:
                steps.extend(run_archive(job, resume=False))
            except ClaimlintError as error:
                assert error.path, error  # noqa: PT017
                continue
            if out == "out.jsonl":
                rows = [json.loads(line, parse_constant=_refused) for line in Path(out).read_text().splitlines()]
                assert all(tuple(row) == FIELDS for row in rows)
                assert [row["row"] for row in rows] == sorted(row["row"] for row in rows)
                counts = steps[-1].counts
                assert counts.findings == sum(row["error"] is None for row in rows)
                assert counts.faults == sum(row["error"] is not None for row in rows)
                assert "internal error" not in "".join(row["error"] or "" for row in rows)


def _refused(constant: str) -> None:
    raise AssertionError(f"{constant} is no JSON")
