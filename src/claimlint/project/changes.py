"""Which lines of a draft differ from a revision: what git says, asked once for a repository and once for a draft.

A repository may come from anybody, so git is called with fixed arguments and runs nothing that the repository names: no
pager, no external diff, no text conversion, no filter, no file system monitor; and it fetches nothing.
"""

from __future__ import annotations

import os
import re
import subprocess
from bisect import bisect_left, bisect_right

from claimlint.errors import ClaimlintError
from claimlint.lexicons.nearest import nearest
from claimlint.project.located import is_root, shown
from claimlint.records import NamedTuple

OPTION = "--changed"
_GIT = (
    "git", "--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false",
    "-c", "protocol.allow=never",
)  # fmt: skip
_DIFF = (
    "diff", "--no-ext-diff", "--no-textconv", "--no-color", "--no-relative", "--ignore-submodules=all",
    "--find-renames",
)  # fmt: skip
_HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_KEPT = ("GIT_CONFIG", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM")
"""Of git's own variables; the others would point it to another repository or have it print more."""


class Lines(NamedTuple):
    """The changed lines of a draft: ranges of new ones, both ends included, and lines behind which some were taken
    out; both in order."""

    ranges: tuple[tuple[int, int], ...]
    gaps: tuple[int, ...] = ()

    def touch(self, first: int, last: int) -> bool:
        """Whether any of the lines from `first` to `last` changed, or something between them was taken out."""
        nearest_range = bisect_right(self.ranges, last, key=lambda lines: lines[0]) - 1
        if nearest_range >= 0 and first <= self.ranges[nearest_range][1]:
            return True
        nearest_gap = bisect_left(self.gaps, last) - 1
        return nearest_gap >= 0 and first <= self.gaps[nearest_gap]


EVERYTHING = Lines(((1, 2**62),))
NOTHING = Lines(())


class Changes:
    """What changed since a revision, in whatever repositories the drafts lie.

    It is compared with the commit at which the current branch left the revision; staged, unstaged and untracked changes
    count.
    """

    def __init__(self, revision: str) -> None:
        """Raises ClaimlintError for what can be no revision."""
        if not revision or revision.startswith("-") or "\0" in revision:
            raise ClaimlintError(f'"{revision}" is no revision', key=OPTION)
        self._revision = revision
        self._repositories: dict[str, _Repository] = {}
        self._roots: dict[str, str] = {}

    def of(self, path: str) -> Lines:
        """The changed lines of a draft.

        Raises ClaimlintError when it is in no repository, or git cannot say.
        """
        real = os.path.realpath(path)
        root = self._root(os.path.dirname(real))
        if not root:
            raise ClaimlintError(f"{shown(path)} is in no git repository", key=OPTION)
        if root not in self._repositories:
            self._repositories[root] = _Repository(root, self._revision)
        return self._repositories[root].lines(os.path.relpath(real, root).replace(os.sep, "/"))

    def _root(self, folder: str) -> str:
        """The repository of a folder, or ""."""
        way = [folder]
        while not (found := self._roots.get(way[-1], "") or (way[-1] if is_root(way[-1]) else "")):
            above = os.path.dirname(way[-1])
            if above == way[-1]:
                break
            way.append(above)
        self._roots.update(dict.fromkeys(way, found))
        return found


class _Repository:
    """One repository: which of its files are new or changed."""

    def __init__(self, root: str, revision: str) -> None:
        self._root = root
        self._options: tuple[str, ...] = ()
        self._options = self._without_filters()
        self._base = self._left_at(revision)
        self._new: set[str] = set()
        self._before: dict[str, str] = {}
        """The changed files with the names that they had."""
        if self._base:
            self._read_names()
        untracked = self._git("ls-files", "-z", "--others", "--exclude-standard", "--full-name")
        self._new.update(_words(untracked))

    def lines(self, name: str) -> Lines:
        """Of a file, by its name in the repository."""
        if not self._base or name in self._new:
            return EVERYTHING
        before = self._before.get(name)
        if before is None:
            return NOTHING
        names = sorted({before, name})
        hunks = self._git(*_DIFF, "--text", "--unified=0", "--inter-hunk-context=0", self._base, "--", *names)
        ranges: list[tuple[int, int]] = []
        gaps: list[int] = []
        for hunk in _HUNK.finditer(hunks):
            start, count = int(hunk[1]), int(hunk[2] or 1)
            if count:
                ranges.append((start, start + count - 1))
            else:
                gaps.append(start)
        return Lines(tuple(ranges), tuple(gaps))

    def _without_filters(self) -> tuple[str, ...]:
        """What switches off the filters of the configuration: git runs them over each file that it compares."""
        found = self._run("config", "-z", "--name-only", "--get-regexp", r"^filter\..*\.(clean|process|required)$")
        keys = dict.fromkeys(_words(found.stdout)) if not found.returncode else {}
        if any("=" in key for key in keys):  # git would take the name for shorter than it is
            raise ClaimlintError('git\'s configuration has a filter with "=" in its name', key=OPTION)
        off = (f"{key}={'false' if key.endswith('.required') else ''}" for key in keys)
        return tuple(part for option in off for part in ("-c", option))

    def _left_at(self, revision: str) -> str:
        """The commit to compare with; "" when there is none yet."""
        found = self._run("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        if found.returncode:
            if revision == "HEAD" and not self._run("rev-parse", "--git-dir").returncode:
                return ""
            raise self._unknown(revision)
        commit = found.stdout.decode("ascii", "replace").strip()
        base = self._run("merge-base", commit, "HEAD")
        return base.stdout.decode("ascii", "replace").split("\n")[0] if not base.returncode else commit

    def _unknown(self, revision: str) -> ClaimlintError:
        names = _words(self._git("for-each-ref", "--format=%(refname:short)%00").replace(b"\n", b""))
        near = nearest(revision, names)
        hint = near if "did you mean" in near else ""
        return ClaimlintError(f'git knows no revision "{revision}"{hint}', key=OPTION)

    def _read_names(self) -> None:
        words = iter(_words(self._git(*_DIFF, "--name-status", "-z", self._base, "--")))
        for status in words:
            name = next(words)
            if status[0] in "RC":
                self._before[next(words)] = name
            elif status == "A":
                self._new.add(name)
            elif status != "D":
                self._before[name] = name

    def _git(self, *arguments: str) -> bytes:
        done = self._run(*arguments)
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
            raise ClaimlintError(f"git says: {said.removeprefix('fatal: ')}", key=OPTION)
        return done.stdout

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(
                [*_GIT, *self._options, *arguments],
                cwd=self._root,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
        except OSError as error:
            raise ClaimlintError(f"git cannot be run: {error.strerror or error}", key=OPTION) from error


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name.startswith(_KEPT)}
    own = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
    return {**kept, **own, "LC_ALL": "C"}


def _words(output: bytes) -> list[str]:
    return [os.fsdecode(word) for word in output.split(b"\0") if word]
