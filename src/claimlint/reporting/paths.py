"""Paths as other programs want them: relative to where claimlint ran, with slashes, and writable as UTF-8."""

from __future__ import annotations

import os


def shown(path: str) -> str:
    """The path as text that can be written as UTF-8: a byte of a file name that is none becomes an escape."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def relative(path: str) -> str:
    """The path as a repository knows it: `./a.md` is `a.md`, and so is `/repo/a.md` where claimlint runs in `/repo`.

    What lies outside keeps its whole path.
    """
    if not path or path.startswith("<"):  # standard input has a name and no path
        return path
    below = os.path.relpath(path) if _same_drive(path) else path
    if below.split(os.sep, 1)[0] == os.pardir:
        below = os.path.abspath(path)
    return below.replace(os.sep, "/")


def uri(path: str) -> str:
    """The path as a URI reference, each byte of it percent-encoded that is not plain."""
    path = relative(path)
    if os.path.isabs(path):
        from pathlib import Path

        return Path(path).as_uri()
    from urllib.parse import quote

    return quote(path.encode("utf-8", "surrogateescape"), safe="/")


def _same_drive(path: str) -> bool:
    return os.path.splitdrive(os.path.abspath(path))[0] == os.path.splitdrive(os.getcwd())[0]
