"""A folder of small files, each under a key: what is kept there may vanish at any time, and is never half there.

Several processes may use it at once. A file that is damaged, cut off or in the wrong place counts as none. Nothing
read from it is executed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from math import inf
from time import time
from zlib import crc32

from claimlint.ownfiles import open_own, replace_own
from claimlint.records import NamedTuple

FOLDER = "findings"
SUFFIX = ".json"
KEY_LENGTH = 40
HEAD_LENGTH = 9
"""A checksum of eight digits, and a line break."""

MOST = 200_000
"""More entries than that are not kept; those used longest ago go first."""
MOST_BYTES = 500_000_000
BLOCK = 4096
"""What the smallest file takes on a disk."""
DAY = 86_400.0
UNUSED = 30 * DAY
"""Seconds after which an entry that nobody asked for is taken away."""
STALE = 3600.0
"""Seconds after which a file that was never finished is."""
OFTEN = 10_000
"""So many new entries are written before the folder is looked through again, else once a day."""

SWEPT = "swept"
"""The file whose time says when that was."""


def user_folder() -> str:
    """Where it is kept unless the command line says otherwise: in the user's folder for caches."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "claimlint")


class Size(NamedTuple):
    """How much is kept."""

    entries: int
    bytes: int


class Store:
    """The entries below a folder, which is made when the first is put there. No method complains: where nothing can be
    read or written, nothing is kept."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self._entries = os.path.join(folder, FOLDER)
        self._put = 0

    def get(self, key: str) -> bytes | None:
        """What was put under a key (of 40 hexadecimal digits), or None."""
        try:
            file, status = open_own(self._path(key))
        except OSError:
            return None
        try:
            with open(file, "rb", buffering=0, closefd=False) as stream:
                data = stream.read()
            if status.st_mtime < time() - DAY:
                os.utime(self._path(key))
        except OSError:
            return None
        finally:
            os.close(file)
        return data[HEAD_LENGTH:] if data[:HEAD_LENGTH] == _head(key, data[HEAD_LENGTH:]) else None

    def put(self, key: str, body: bytes) -> None:
        """Keep something; an entry of the same key is replaced."""
        path = self._path(key)
        try:
            try:
                replace_own(path, _head(key, body) + body)
            except FileNotFoundError:
                self._make(os.path.dirname(path))
                replace_own(path, _head(key, body) + body)
            self._put += 1
            if self._put % OFTEN == 0 or (self._put == 1 and self._is_due()):
                self.sweep()
        except OSError:
            return

    def sweep(self) -> None:
        """Take away what was not used for a month, what a killed process left, and what is over the bounds."""
        now = time()
        kept: list[tuple[float, int]] = []  # and not their paths: there may be a hundred thousand
        for name, entry in self._files():
            with suppress(OSError):
                status = entry.stat(follow_symlinks=False)
                age = now - status.st_mtime
                if age > (UNUSED if name.endswith(SUFFIX) else STALE):
                    os.remove(entry.path)
                elif name.endswith(SUFFIX):
                    kept.append((status.st_mtime, max(status.st_size, BLOCK)))
        if len(kept) > MOST or sum(size for _, size in kept) > MOST_BYTES:
            self._remove_before(_oldest_that_fits(kept))
        with suppress(OSError), open(os.path.join(self._entries, SWEPT), "wb"):
            pass

    def _remove_before(self, time: float) -> None:
        for name, entry in self._files():
            with suppress(OSError):
                if name.endswith(SUFFIX) and entry.stat(follow_symlinks=False).st_mtime < time:
                    os.remove(entry.path)

    def clear(self) -> Size:
        """Take everything away; what that was."""
        entries = size = 0
        for name, entry in list(self._files()):
            with suppress(OSError):
                bytes_there = entry.stat(follow_symlinks=False).st_size
                os.remove(entry.path)
                entries += name.endswith(SUFFIX)
                size += bytes_there
        for folder in self._folders():
            with suppress(OSError):
                os.rmdir(folder)
        with suppress(OSError):
            os.remove(os.path.join(self._entries, SWEPT))
        return Size(entries, size)

    def size(self) -> Size:
        """How much there is."""
        entries = size = 0
        for name, entry in self._files():
            with suppress(OSError):
                size += entry.stat(follow_symlinks=False).st_size
                entries += name.endswith(SUFFIX)
        return Size(entries, size)

    def _path(self, key: str) -> str:
        return os.path.join(self._entries, key[:2], key[2:] + SUFFIX)

    def _make(self, folder: str) -> None:
        if not os.path.isdir(self._entries):
            os.makedirs(self._entries, mode=0o700, exist_ok=True)
            # No version control and no backup wants any of this.
            with open(os.path.join(self._entries, ".gitignore"), "w", encoding="ascii") as stream:
                stream.write("*\n")
            with open(os.path.join(self._entries, "CACHEDIR.TAG"), "w", encoding="ascii") as stream:
                stream.write("Signature: 8a477f597d28d172789f06886806bc55\n")
        os.makedirs(folder, mode=0o700, exist_ok=True)

    def _is_due(self) -> bool:
        try:
            return os.stat(os.path.join(self._entries, SWEPT)).st_mtime < time() - DAY
        except OSError:
            return True

    def _folders(self) -> Iterator[str]:
        """The folders of entries. A link is none: it might lead to files that are not ours."""
        with suppress(OSError), os.scandir(self._entries) as scan:
            for entry in scan:
                if len(entry.name) == 2 and _is_hex(entry.name) and entry.is_dir(follow_symlinks=False):
                    yield entry.path

    def _files(self) -> Iterator[tuple[str, os.DirEntry[str]]]:
        """Entries, whole and unfinished, by their names."""
        for folder in self._folders():
            with suppress(OSError), os.scandir(folder) as scan:
                for entry in scan:
                    stem, _, ending = entry.name.lstrip(".").partition(".")
                    ours = len(stem) == KEY_LENGTH - 2 and _is_hex(stem)
                    if ours and (f".{ending}" == SUFFIX or ending.endswith(".part")):
                        yield entry.name, entry


def _oldest_that_fits(kept: list[tuple[float, int]]) -> float:
    """Of entries by time and size: the time of the oldest that may stay."""
    kept.sort(reverse=True)
    total = 0
    oldest = inf
    for used, size in kept[:MOST]:
        total += size
        if total > MOST_BYTES:
            break
        oldest = used
    return oldest


def _head(key: str, body: bytes) -> bytes:
    return b"%08x\n" % crc32(body, crc32(key.encode()))


def _is_hex(name: str) -> bool:
    return all(character in "0123456789abcdef" for character in name)
