"""Files that are written whole or not at all: drafts that are mended, baselines, configurations, reports."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable

from claimlint.errors import ClaimlintError


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


def replace_own(path: str, data: bytes) -> None:
    """Write a file that is ours alone and can be made again: whole or not at all, but not waiting for the disk. A link
    in its place is replaced and not followed.

    Raises OSError when it cannot be written.
    """
    folder, name = os.path.split(path)
    partial = os.path.join(folder, f".{name}.{os.getpid()}.part")
    try:
        with open(partial, "xb", buffering=0) as stream:
            stream.write(data)
        os.replace(partial, path)
    except BaseException:
        if os.path.lexists(partial):
            os.unlink(partial)
        raise


def _write(real: str, chunks: Iterable[bytes]) -> None:
    is_there = os.path.exists(real)
    if is_there and not os.path.isfile(real):
        with open(real, "wb") as stream:
            stream.writelines(chunks)
        return
    if is_there and not os.access(real, os.W_OK):
        raise PermissionError(errno.EACCES, "it is write-protected")
    folder, name = os.path.split(real)
    partial = os.path.join(folder, f".{name[:100]}.{os.getpid()}.part")
    try:
        with open(partial, "xb") as stream:
            stream.writelines(chunks)
            stream.flush()
            os.fsync(stream.fileno())
        if is_there:
            os.chmod(partial, os.stat(real).st_mode & 0o7777)
        os.replace(partial, real)
    finally:
        if os.path.lexists(partial):
            os.unlink(partial)
