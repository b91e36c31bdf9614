"""Which files a run checks: those named, and the drafts in the folders named, in a fixed order.

A folder is searched below for drafts by their file name's ending. Hidden files and folders, dependency folders,
virtual environments and whatever the ignore files name are left out, and no symbolic link is followed out of the tree.
A file that is named is checked whatever it is called, unless the configuration or a `.claimlintignore` excludes it: a
hook passes every file of a commit by name, and its users expect what they exclude to be left alone. (What `.gitignore`
names is checked when it is named.)
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from claimlint.errors import ClaimlintError
from claimlint.project.config import Configurations
from claimlint.project.ignore import IGNORE_FILES, OWN_IGNORE_FILE, Ignores, ignores_above
from claimlint.project.located import leads_out, repository_of, shown
from claimlint.project.model import Settings
from claimlint.records import NamedTuple

if TYPE_CHECKING:
    from claimlint.project.globs import Patterns

SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "site-packages"})
STDIN = "-"


class Target(NamedTuple):
    """A draft to check: its name in reports, and the settings for it. `stdin` says that it comes from there."""

    path: str
    settings: Settings
    stdin: bool = False


class Problem(NamedTuple):
    """Something that could not be checked, and why."""

    path: str
    message: str


def discover(
    paths: Iterable[str],
    configurations: Configurations,
    *,
    stdin_name: str = "<stdin>",
    heed_excludes: bool = True,
    left_out: list[str] | None = None,
) -> Iterator[Target | Problem]:
    """Everything to check, in the order of `paths`, each file once.

    Files that are named and excluded are left out, and added to `left_out`, unless `heed_excludes` is False.
    Raises ClaimlintError for an error that is about the command line and not about a file.
    """
    named = _Named(heed_excludes, [] if left_out is None else left_out)
    return _Search(configurations, stdin_name, named).run(paths)


def problem_of(error: ClaimlintError, path: str) -> Problem:
    """An error as a report shows it: the file it is about, and a message that names line and key."""
    line = f"line {error.line}"
    where = [line if error.line and line not in error.message else "", error.key]
    message = ": ".join([part for part in where if part] + [error.message])
    return Problem(shown(error.path) if error.path not in ("", path) else path, message)


class _Folder(NamedTuple):
    """A folder that is being searched: how reports name it ("" for the current one), and what it holds.

    Names only, of what may be a draft or hold some: there may be a hundred thousand.
    """

    path: str
    absolute: str
    ignores: Ignores
    settings: Settings
    names: Iterator[str]
    folders: Collection[str]
    links: Collection[str]


class _Named(NamedTuple):
    """What is done with files that are named and excluded."""

    heed_excludes: bool
    left_out: list[str]


class _Search:
    """One run's search: what was seen so far, so that nothing is checked or complained about twice."""

    def __init__(self, configurations: Configurations, stdin_name: str, named: _Named) -> None:
        self._configurations = configurations
        self._stdin_name = stdin_name
        self._named = named
        self._own_ignores: dict[str, Ignores] = {}
        self._seen: dict[str, set[str]] = {}
        self._has_read_stdin = False
        self._complaints: set[Problem] = set()
        self._excludes: dict[tuple[str, ...], Patterns] = {}
        self._checked = self._left_out = 0

    def run(self, paths: Iterable[str]) -> Iterator[Target | Problem]:
        for path in paths:
            if path == STDIN:
                yield from self._stdin()
            elif os.path.isdir(path):
                yield from self._named_folder(path)
            else:
                yield from self._named_file(path)

    def _stdin(self) -> Iterator[Target | Problem]:
        if self._has_read_stdin:
            return
        self._has_read_stdin = True
        name = self._stdin_name
        settings = self._settings(os.path.dirname(name))
        if isinstance(settings, Settings):
            if not self._leaves_out_named(name, settings):
                yield Target(name, self._configurations.for_file(name), stdin=True)
        elif settings is not None:
            yield settings

    def _named_file(self, path: str) -> Iterator[Target | Problem]:
        if not path or "\0" in path:
            yield Problem(path, "is not a file name")
            return
        if not os.path.lexists(path):
            yield Problem(path, "no such file or folder")
            return
        if leads_out(path) and repository_of(os.path.dirname(os.path.abspath(path))):
            yield Problem(path, "is a link that leads out of the repository: name the file itself")
            return
        settings = self._settings(os.path.dirname(path))
        if isinstance(settings, Settings):
            real = os.path.realpath(path) if os.path.islink(path) else os.path.abspath(path)
            if not self._leaves_out_named(path, settings) and self._is_new(real):
                yield Target(path, self._configurations.for_file(path))
        elif settings is not None:
            yield settings

    def _named_folder(self, path: str) -> Iterator[Target | Problem]:
        top = os.path.abspath(path)
        self._checked = self._left_out = 0
        failed = False
        # A stack and not recursion: folders can be nested deeper than Python calls can.
        stack: list[_Folder] = []
        entered = self._enter("" if path == os.curdir else path, top, ignores_above(top))
        while entered or stack:
            if isinstance(entered, _Folder):
                stack.append(entered)
            elif entered is not None:
                failed = True
                yield entered
            entered = None
            name = next(stack[-1].names, None) if stack else None
            if name is None:
                if stack:
                    stack.pop()
            elif name in stack[-1].folders:
                entered = self._enter_inner(stack[-1], name)
            else:
                yield from self._inner_file(stack[-1], name, top)
        if not self._checked and not failed:
            yield Problem(path, self._why_nothing(top))

    def _why_nothing(self, top: str) -> str:
        if self._left_out:
            return f"no drafts to check in this folder: {_files(self._left_out)} ignored or excluded"
        settings = self._settings(top)
        extensions = settings.extensions if isinstance(settings, Settings) else ()
        return f"no drafts in this folder (looked for {' '.join(extensions)})"

    def _enter(self, path: str, absolute: str, ignores: Ignores) -> _Folder | Problem | None:
        settings = self._settings(absolute)
        if not isinstance(settings, Settings):
            return settings
        names: list[str] = []
        folders: set[str] = set()
        links: set[str] = set()
        ignoring: set[str] = set()
        try:
            with os.scandir(path or os.curdir) as scan:
                for entry in scan:
                    name = entry.name
                    if name in IGNORE_FILES:
                        ignoring.add(name)
                    if name.startswith("."):
                        continue
                    if _is_folder(entry):
                        folders.add(name)
                    elif not name.lower().endswith(settings.extensions):
                        continue
                    elif entry.is_symlink():
                        links.add(name)
                    names.append(name)
        except OSError as error:
            return Problem(path or os.curdir, f"cannot be read: {error.strerror}")
        names.sort()
        return _Folder(path, absolute, ignores.below(absolute, ignoring), settings, iter(names), folders, links)

    def _enter_inner(self, folder: _Folder, name: str) -> _Folder | Problem | None:
        inner = os.path.join(folder.absolute, name)
        if name in SKIPPED_FOLDERS or os.path.exists(os.path.join(inner, "pyvenv.cfg")):
            return None
        if self._leaves_out(inner, folder, is_folder=True):
            return None
        return self._enter(os.path.join(folder.path, name), inner, folder.ignores)

    def _inner_file(self, folder: _Folder, name: str, top: str) -> Iterator[Target]:
        inner = os.path.join(folder.absolute, name)
        if not os.path.isfile(inner) or (name in folder.links and not _inside(inner, top)):
            return
        if self._leaves_out(inner, folder, is_folder=False):
            self._left_out += 1
            return
        self._checked += 1
        is_new = (
            self._is_new(os.path.realpath(inner)) if name in folder.links else self._is_first(folder.absolute, name)
        )
        if is_new:
            path = os.path.join(folder.path, name)
            yield Target(path, self._configurations.for_file(path) if folder.settings.per_path else folder.settings)

    def _settings(self, folder: str) -> Settings | Problem | None:
        """The folder's settings, or why there are none (once for each broken configuration)."""
        try:
            return self._configurations.for_folder(folder)
        except ClaimlintError as error:
            if not error.path:
                raise
            problem = problem_of(error, folder)
            if problem in self._complaints:
                return None
            self._complaints.add(problem)
            return problem

    def _leaves_out_named(self, path: str, settings: Settings) -> bool:
        """Whether a file that is named, or what comes from standard input under that name, is passed over."""
        if not self._named.heed_excludes:
            return False
        absolute = os.path.abspath(path)
        folder = os.path.dirname(absolute)
        if folder not in self._own_ignores:
            self._own_ignores[folder] = ignores_above(folder, (OWN_IGNORE_FILE,), itself=True)
        excluded = self._excluded(absolute, settings, is_folder=False)
        if excluded or self._own_ignores[folder].ignores_within(absolute):
            self._named.left_out.append(path)
            return True
        return False

    def _leaves_out(self, path: str, folder: _Folder, *, is_folder: bool) -> bool:
        ignored = folder.ignores.ignores(path, is_folder=is_folder)
        return ignored or self._excluded(path, folder.settings, is_folder=is_folder)

    def _excluded(self, path: str, settings: Settings, *, is_folder: bool) -> bool:
        root = os.path.join(settings.root, "")
        if not settings.exclude or not path.startswith(root):
            return False
        patterns = self._excludes.get(settings.exclude)
        if patterns is None:
            from claimlint.project.globs import compile_patterns

            patterns = self._excludes[settings.exclude] = compile_patterns(settings.exclude)
        return patterns.excludes(path[len(root) :].replace(os.sep, "/"), is_folder=is_folder)

    def _is_new(self, real: str) -> bool:
        """Whether a file, by its real path, is met for the first time."""
        return self._is_first(*os.path.split(real))

    def _is_first(self, folder: str, name: str) -> bool:
        """The same for a file in a folder. Both are kept, and not a path for each of a hundred thousand files."""
        names = self._seen.setdefault(folder, set())
        if name in names:
            return False
        names.add(name)
        return True


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _inside(link: str, top: str) -> bool:
    """Whether a symbolic link's target is in the tree that is searched."""
    return os.path.realpath(link).startswith(os.path.join(os.path.realpath(top), ""))


def _files(count: int) -> str:
    return "1 file is" if count == 1 else f"{count} files are"
