"""Files that are written whole or not at all: drafts that are mended, baselines, configurations, reports."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from contextlib import suppress

from claimlint.errors import ClaimlintError
from claimlint.ownfiles import create_beside, discard
from claimlint.project.located import leads_out, shown

PRIVATE, USUAL = 0o600, 0o666


def write_file(path: str, chunks: Iterable[bytes]) -> None:
    """Write a file so that whoever looks finds either the old one or the whole new one, even after a power cut.

    What is written first lies beside it and then takes its place, so that a full disk or Ctrl-C costs nothing. The
    target of a symbolic link is replaced and not the link; the file keeps its permissions, and one that is
    write-protected is left alone. A pipe or a device is written to as it is.

    Raises ClaimlintError when the file cannot be written.
    """
    try:
        _write(os.path.realpath(path), chunks)
    except OSError as error:
        raise ClaimlintError(f"cannot be written: {error.strerror or error}", path=path) from error
    except ValueError as error:  # a NUL in the name
        raise ClaimlintError("is not a file name", path=path) from error


def write_inside(path: str, chunks: Iterable[bytes]) -> None:
    """The same for a file whose name nobody gave: a repository that nobody vetted may hold a link in its place.

    Raises ClaimlintError, too, when that leads out of the repository.
    """
    if leads_out(path):
        raise ClaimlintError("is a link that leads out of the repository: nothing is written", path=shown(path))
    write_file(path, chunks)


def _write(real: str, chunks: Iterable[bytes]) -> None:
    is_there = os.path.exists(real)
    if is_there and not os.path.isfile(real):
        with open(real, "wb") as stream:
            stream.writelines(chunks)
        return
    if is_there and not os.access(real, os.W_OK):
        raise PermissionError(errno.EACCES, "it is write-protected")
    # What is private stays so while it is being written, too.
    file, partial = create_beside(real, PRIVATE if is_there else USUAL)
    try:
        with open(file, "wb") as stream:
            stream.writelines(chunks)
            stream.flush()
            os.fsync(stream.fileno())
        if is_there:
            _make_alike(partial, os.stat(real))
        os.replace(partial, real)
    except BaseException:
        discard(partial)
        raise


def _make_alike(path: str, status: os.stat_result) -> None:
    """Give a file the owner, where that is allowed, and the permissions of another."""
    if hasattr(os, "chown") and (status.st_uid, status.st_gid) != (os.geteuid(), os.getegid()):
        with suppress(OSError):
            os.chown(path, status.st_uid, status.st_gid)
    os.chmod(path, status.st_mode & 0o7777)
