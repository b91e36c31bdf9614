"""A run over a dump: read, checked in batches, written, and written down how far it has come."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from time import monotonic

from claimlint.document.model import Format
from claimlint.errors import ClaimlintError
from claimlint.project.archive.batch import lint_post
from claimlint.project.archive.jsonl import read_jsonl
from claimlint.project.archive.model import Columns, Fault, Place, Post, Read, Row
from claimlint.project.archive.output import Output, open_output
from claimlint.project.archive.parquet import need_pyarrow, read_parquet
from claimlint.project.archive.state import Counts, State, job_of, load, save, state_file
from claimlint.project.archive.table import read_table
from claimlint.project.cache.identity import identity
from claimlint.project.model import Settings
from claimlint.project.parallel import Pool, Task
from claimlint.records import NamedTuple

READERS: dict[str, Callable[[str, Columns, Place], Iterator[Read]]] = {
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_table,
    ".tsv": read_table,
    ".parquet": read_parquet,
}
"""How a dump is read, by the ending of its name (`.gz` behind it, if it is compressed)."""
OUTPUTS = (".jsonl", ".parquet")

POSTS, SIZE = 200, 200_000
"""Posts and characters that are checked together."""
OFTEN = 5.0
"""Seconds between two savings of the state, at least."""


class Job(NamedTuple):
    """What to do."""

    dump: str
    output: str
    columns: Columns
    settings: Settings
    format: Format
    jobs: int

    @property
    def name(self) -> str:
        """What must be the same for a run to go on where another was ended. Raises ClaimlintError when the dump cannot
        be read."""
        try:
            parts = [identity(self.settings), self.format, *self.columns, _ending(self.output)]
            return job_of(self.dump, parts)
        except OSError as error:
            raise ClaimlintError(f"cannot be read: {error.strerror}", path=self.dump) from error


class Step(NamedTuple):
    """How far a run is."""

    place: Place
    counts: Counts
    faults: tuple[Fault, ...] = ()
    """The records of this step that could not be checked."""


def run_archive(job: Job, *, resume: bool) -> Iterator[Step]:
    """Do the job step by step. The first step tells where it begins.

    With `resume` it goes on where an earlier run with the same output was ended; one that has finished does nothing.
    When the caller stops, what is done so far is saved.
    Raises ClaimlintError when the dump cannot be read or the output not be written, when there is an output already, or
    when the earlier run was about something else.
    """
    reader = _reader(job.dump)
    state = _begin(job, resume=resume)
    yield Step(state.place, state.counts)
    if state.finished:
        return
    records = reader(job.dump, job.columns, state.place)
    first = list(islice(records, 1))  # a dump that cannot be read at all leaves no output
    if not state.place.row:
        save(job.output, state)
    output = open_output(job.output, state.written)
    try:
        yield from _saved(job, state, output, _done(job, _tasks(chain(first, records))))
    finally:
        output.close()


def _saved(job: Job, state: State, output: Output, done: Iterable[tuple[Place, list[Row]]]) -> Iterator[Step]:
    """The steps, each written; the state is saved now and then, and at the end, whatever that is."""
    ahead, saved_at = state, monotonic()
    try:
        for place, rows in done:
            output.add(rows)
            faults = tuple(Fault(row["row"], row["error"], row["id"]) for row in rows if row["error"] is not None)
            ahead = ahead._replace(place=place, counts=_counted(ahead, place, rows, len(faults)))
            if monotonic() - saved_at > OFTEN:
                written = output.settle(whole=False)
                if written is not None:
                    save(job.output, ahead._replace(written=written))
                saved_at = monotonic()
            yield Step(place, ahead.counts, faults)
        ahead = ahead._replace(finished=True)
    finally:
        written = output.settle(whole=True)
        assert written is not None  # nothing waits on
        save(job.output, ahead._replace(written=written))


def _counted(state: State, place: Place, rows: list[Row], faults: int) -> Counts:
    before = state.counts
    flagged = {row["row"] for row in rows if row["error"] is None}
    return Counts(
        before.posts + place.row - state.place.row - faults,
        before.flagged + len(flagged),
        before.findings + len(rows) - faults,
        before.faults + faults,
    )


def _tasks(records: Iterable[Read]) -> Iterator[Task[Place, Post | Fault]]:
    parts: list[Post | Fault] = []
    size, after = 0, Place()
    for record, after in records:
        if record is not None:
            parts.append(record)
            size += len(record.text) if isinstance(record, Post) else 0
        if len(parts) == POSTS or size >= SIZE:
            yield Task(after, parts, size)
            parts, size = [], 0
    if after.row:
        yield Task(after, parts, size)


def _done(job: Job, tasks: Iterable[Task[Place, Post | Fault]]) -> Iterator[tuple[Place, list[Row]]]:
    work = partial(_rows, job.format, job.settings)
    if job.jobs == 1:
        for task in tasks:
            yield task.context, work(task.parts)
        return
    with Pool(work, job.jobs) as pool:
        yield from pool.done(tasks)


def _rows(format: Format, settings: Settings, parts: list[Post | Fault]) -> list[Row]:  # noqa: A002
    return [row for part in parts for row in lint_post(part, format, settings)]


def _begin(job: Job, *, resume: bool) -> State:
    """Where to begin."""
    if _ending(job.output) not in OUTPUTS:
        raise ClaimlintError(f"must end in {' or '.join(OUTPUTS)}", path=job.output)
    if _ending(job.output) == ".parquet":
        need_pyarrow()
    name = job.name
    state = load(job.output) if resume else None
    if state is None:
        if os.path.lexists(job.output):
            lost = f", without {os.path.basename(state_file(job.output))}" if resume else "; --resume goes on with it"
            raise ClaimlintError(f"is there already{lost}", path=job.output)
        state = State(name)
    elif state.job != name:
        message = "belongs to another run: the dump, the rules or the options have changed since; start anew"
        raise ClaimlintError(message, path=job.output)
    return state


def _reader(dump: str) -> Callable[[str, Columns, Place], Iterator[Read]]:
    reader = READERS.get(_ending(dump))
    if reader is None or (reader is read_parquet and dump.lower().endswith(".gz")):
        raise ClaimlintError(f"is no dump: its name must end in {', '.join(READERS)}", path=dump)
    return reader


def _ending(path: str) -> str:
    return os.path.splitext(path.lower().removesuffix(".gz"))[1]
