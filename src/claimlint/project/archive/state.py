"""How far an archive run has come, written down so that it can go on after whatever ended it."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from typing import Any

from claimlint.errors import ClaimlintError
from claimlint.project.archive.model import Place
from claimlint.project.writing import write_file
from claimlint.records import NamedTuple

VERSION = 1


class Counts(NamedTuple):
    """What has come of the records so far."""

    posts: int = 0
    flagged: int = 0
    """Posts with findings."""
    findings: int = 0
    faults: int = 0
    """Records that could not be checked."""


class State(NamedTuple):
    """A moment at which all records up to `place` are done, and their rows safely written."""

    job: str
    """What the run is about: the dump and everything that its rows depend on."""
    place: Place = Place()
    written: int = 0
    """How much is written: bytes of a file, parts of a folder."""
    counts: Counts = Counts()
    finished: bool = False


def state_file(output: str) -> str:
    """The file beside the output in which its state is kept."""
    return f"{output}.state.json"


def save(output: str, state: State) -> None:
    """Write the state down. Raises ClaimlintError when that fails."""
    data = {
        "version": VERSION,
        "job": state.job,
        "place": state.place._asdict(),
        "written": state.written,
        "counts": state.counts._asdict(),
        "finished": state.finished,
    }
    write_file(state_file(output), [json.dumps(data, indent=1).encode() + b"\n"])


def load(output: str) -> State | None:
    """The state of an output; None when there is none. Raises ClaimlintError when it cannot be read."""
    path = state_file(output)
    try:
        with open(path, "rb") as stream:
            data: Any = json.loads(stream.read())
        if data["version"] != VERSION:
            raise ClaimlintError("is of another version of claimlint: start anew", path=path)
        place, counts = Place(**data["place"]), Counts(**data["counts"])
        numbers = (*place, *counts, data["written"])
        if not all(type(number) is int and number >= 0 for number in numbers):
            raise ValueError("a number is none")
        return State(str(data["job"]), place, data["written"], counts, data["finished"] is True)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ClaimlintError(f"cannot be read: {error.strerror}", path=path) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ClaimlintError("is damaged: start anew", path=path) from error


def job_of(dump: str, parts: Sequence[object]) -> str:
    """What names a job: the dump as it is now, and `parts`."""
    from hashlib import blake2b

    status = os.stat(dump)
    said = repr([status.st_size, status.st_mtime_ns, *parts])
    return blake2b(said.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
