"""Paths as other programs want them: relative, with slashes, and writable as UTF-8."""

from __future__ import annotations

import os

WORKSPACES = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Variables in which GitHub and GitLab name the top of the repository; a job may run in a folder below."""


def shown(path: str) -> str:
    """The path as text that can be written as UTF-8: a byte of a file name that is none becomes an escape."""
    return _bytes(path).decode("utf-8", "backslashreplace")


def relative(path: str) -> str:
    """The path from the working folder: `./a.md` is `a.md`, and so is `/repo/a.md` where claimlint runs in `/repo`.

    What lies outside keeps its whole path.
    """
    return _below(path, os.curdir) or os.path.abspath(path).replace(os.sep, "/") if _is_path(path) else path


def in_repository(path: str) -> str:
    """The path from the top of the repository, where a server says which folder that is; else as `relative`."""
    for variable in WORKSPACES:
        top = os.environ.get(variable)
        below = _below(path, top) if top and _is_path(path) else None
        if below:
            return below
    return relative(path)


def uri(path: str) -> str:
    """The path in the repository as a URI reference, each byte of it percent-encoded that is not plain."""
    from urllib.parse import quote

    path = in_repository(path)
    if not os.path.isabs(path):
        return quote(_bytes(path), safe="/")
    return f"file:///{quote(_bytes(path), safe='/:').removeprefix('/')}"


def _bytes(path: str) -> bytes:
    """The bytes of a file name. Where a name is not made of bytes (on Windows), it may hold half a character."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogatepass")


def _is_path(path: str) -> bool:
    """Standard input has a name and no path."""
    return bool(path) and not path.startswith("<")


def _below(path: str, top: str) -> str | None:
    """The path from `top`, or None for one that is not below it."""
    try:
        below = os.path.relpath(path, top).replace(os.sep, "/")
    except ValueError:  # on another drive
        return None
    return None if below.split("/", 1)[0] == os.pardir else below
