"""Where a report goes: standard output or a file, in colour or not, however wide the terminal is."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from typing import IO

from claimlint.errors import ClaimlintError
from claimlint.project.writing import write_file
from claimlint.reporting.terminal import escape, inert

UNKNOWN_WIDTH = 100
"""The columns of a report that no terminal shows."""


def is_terminal(stream: IO[str] | None) -> bool:
    """Whether somebody is looking at the stream."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def columns() -> int:
    """The width to print in: COLUMNS, else the terminal's."""
    try:
        said = int(os.environ.get("COLUMNS", ""))
    except ValueError:
        said = 0
    if said > 0:
        return said
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1).columns or UNKNOWN_WIDTH
    except (OSError, ValueError):
        return UNKNOWN_WIDTH


def wants_colour(choice: str, *, to_file: bool) -> bool:
    """Whether to colour: the option first, then NO_COLOR, then FORCE_COLOR, then whether a terminal is there."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return not to_file and is_terminal(sys.stdout) and os.environ.get("TERM") != "dumb"


def in_a_log() -> bool:
    """Whether a server of continuous integration reads along, and would obey what looks like its commands."""
    return bool(os.environ.get("GITHUB_ACTIONS") or os.environ.get("TF_BUILD"))


def is_file(stream: IO[str] | None) -> bool:
    """Whether the stream goes to a file, where nobody reads along."""
    try:
        return stream is not None and stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):  # closed, or held in memory
        return False


def say(message: str) -> None:
    """A line on standard error, where people see it even when the report goes to a program."""
    if sys.stderr is not None:
        line = f"claimlint: {escape(message)}\n"
        sys.stderr.write(inert(line) if in_a_log() else line)
        sys.stderr.flush()


def accept_any_character() -> None:
    """See to it that no character of a draft stops the report: what the terminal cannot show becomes an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def write_report(chunks: Iterable[str], path: str | None, *, utf8: bool = False, exact: bool = False) -> None:
    """Print the chunks as they come, or write them to a file that is either the old one or the whole new one.

    What is printed for people makes no command in a log, unless it has to be `exact`; what is `utf8` is for programs.
    Raises ClaimlintError when the file cannot be written.
    """
    if path is None or path == "-":
        _print(chunks if utf8 or exact or not in_a_log() else map(inert, chunks), utf8=utf8)
        return
    write_file(path, (chunk.encode() for chunk in chunks))


def write_bytes(data: bytes) -> None:
    """Print a draft just as it is to be stored. Raises ClaimlintError when that is not possible."""
    if sys.stdout is None:
        raise ClaimlintError("standard output is closed")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ClaimlintError(f"the draft cannot be printed: {error.strerror or error}") from error


def _print(chunks: Iterable[str], *, utf8: bool) -> None:
    if sys.stdout is None:
        raise ClaimlintError("standard output is closed")
    if utf8 and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        for chunk in chunks:
            sys.stdout.write(chunk)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ClaimlintError(f"the report cannot be printed: {error.strerror or error}") from error
