"""Files that claimlint keeps for itself, in a folder that others may get at: whole or not there, and of this user only.

What is kept is trusted more than a draft is: a compiled rule pack is read by `marshal`, which a file made for it can
bring down. So nothing is read that somebody else owns or could have written, no link is followed, and what is written
is the user's alone.
"""

from __future__ import annotations

import errno
import os
import stat

WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


def open_own(path: str) -> tuple[int, os.stat_result]:
    """A descriptor for reading a file of ours, which the caller closes, and its status.

    Raises OSError when it cannot be read, and PermissionError when it is no file of this user's alone.
    """
    file = os.open(path, _READ)
    try:
        status = os.fstat(file)
        if not is_own(status):
            raise PermissionError(f"{path} is not this user's alone")
    except BaseException:
        os.close(file)
        raise
    return file, status


def is_own(status: os.stat_result) -> bool:
    """Whether a file is a plain one that only this user can have written. Windows tells neither owner nor mode."""
    if not stat.S_ISREG(status.st_mode):
        return False
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid == os.geteuid() and status.st_nlink == 1 and not status.st_mode & WRITABLE_BY_OTHERS


def replace_own(path: str, data: bytes) -> None:
    """Write a file that is ours alone and can be made again: whole or not at all, but not waiting for the disk. A link
    in its place is replaced and not followed.

    Raises OSError when it cannot be written.
    """
    file, partial = create_beside(path, 0o600)
    try:
        with open(file, "wb", buffering=0) as stream:  # noqa: PTH123
            if stream.write(data) < len(data):  # the disk is full, and only the next write would say so
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.replace(partial, path)  # noqa: PTH105 - pathlib is slower here
    except BaseException:
        discard(partial)
        raise


def create_beside(path: str, mode: int) -> tuple[int, str]:
    """A new file in the folder of `path`, to be renamed to it: its descriptor and name, which nobody can guess.

    Raises OSError when it cannot be made.
    """
    folder, name = os.path.split(path)
    # The name of a draft may be as long as names can be, in bytes.
    partial = os.path.join(folder, f".{name[:40]}.{os.getpid()}-{os.urandom(4).hex()}.part")  # noqa: PTH118
    return os.open(partial, _CREATE, mode), partial


def discard(partial: str) -> None:
    """Take a file away that was not finished, if it is there."""
    try:
        os.unlink(partial)  # noqa: PTH108
    except OSError:
        return
