"""Ignore files: `.gitignore`, `.ignore` and `.claimlintignore`, with git's own rules for them.

A deeper file overrides a higher one; in one folder `.claimlintignore` overrides `.ignore`, and that `.gitignore`.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from typing import TYPE_CHECKING

from claimlint.records import NamedTuple

if TYPE_CHECKING:
    from claimlint.project.globs import Patterns

OWN_IGNORE_FILE = ".claimlintignore"
IGNORE_FILES = (".gitignore", ".ignore", OWN_IGNORE_FILE)
"""Weakest first."""


class Ignores(NamedTuple):
    """The ignore files that apply below a folder: each one's folder (absolute, ending in a separator) and patterns."""

    levels: tuple[tuple[str, Patterns], ...] = ()

    def below(self, folder: str, names: Collection[str]) -> Ignores:
        """The same with the ignore files of `folder` added; `names` are the names of what it holds."""
        found = [name for name in IGNORE_FILES if name in names and os.path.isfile(os.path.join(folder, name))]
        if not found:
            return self
        from claimlint.project.globs import compile_patterns  # not needed for a file that is named

        lines = [line for name in found for line in _lines(os.path.join(folder, name))]
        return Ignores((*self.levels, (os.path.join(folder, ""), compile_patterns(lines))))

    def ignores(self, path: str, *, is_folder: bool) -> bool:
        """Whether an absolute path is ignored; the deepest file that says anything of it decides."""
        for base, patterns in reversed(self.levels):
            if not path.startswith(base):
                continue
            verdict = patterns.verdict(path[len(base) :].replace(os.sep, "/"), is_folder=is_folder)
            if verdict is not None:
                return verdict
        return False

    def ignores_within(self, path: str) -> bool:
        """The same for a file that was not come upon by way of its folders, each of which may be ignored, too."""
        if not self.levels:
            return False
        top = len(self.levels[0][0])
        folders = (path[:at] for at, char in enumerate(path) if char == os.sep and at > top)
        return any(self.ignores(folder, is_folder=True) for folder in folders) or self.ignores(path, is_folder=False)


def ignores_above(folder: str, names: Collection[str] = IGNORE_FILES, *, itself: bool = False) -> Ignores:
    """The ignore files that apply to a folder (absolute) from above, up to the root of its repository; of these names
    only, and with those of the folder itself if asked.

    Outside a repository none does but its own.
    """
    chain = [folder]
    while not os.path.lexists(os.path.join(chain[-1], ".git")):
        above = os.path.dirname(chain[-1])
        if above == chain[-1]:
            return Ignores().below(folder, names) if itself else Ignores()
        chain.append(above)
    found = Ignores()
    for place in reversed(chain if itself else chain[1:]):
        found = found.below(place, names)
    return found


def _lines(path: str) -> list[str]:
    try:
        with open(path, encoding="utf-8-sig", errors="surrogateescape") as stream:
            return stream.read().splitlines()
    except OSError:
        return []  # git, too, goes on when it cannot read one
