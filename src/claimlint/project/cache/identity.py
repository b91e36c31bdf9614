"""What findings depend on besides the draft: claimlint itself, its rules, and the settings.

Files of an installation and rules of a project are known by their content, so that what was kept is of use on another
checkout and on another machine. Only a claimlint that is being worked on is known by the times of its files.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from importlib.machinery import PathFinder

from claimlint import __version__
from claimlint.errors import ClaimlintError
from claimlint.project.model import Settings
from claimlint.rules.pack import COMPILED, PACKAGE, builtin_folder, rule_files

NO_MATTER = frozenset(
    {"rule_paths", "exclude", "extensions", "fail_on", "baseline", "input_format", "max_bytes", "root", "source"}
)
"""The settings that do not change what is found in a draft, or are heeded in another way. Any other is taken to."""

READERS = ("pyromark", "regex")
"""The packages that findings depend on."""


class Identities:
    """The identity of some settings: equal only when all drafts have the same findings under both."""

    def __init__(self) -> None:
        self._known: dict[Settings, bytes] = {}
        self._sure: set[Settings] = set()

    def of(self, settings: Settings) -> bytes:
        """Sixteen bytes, the same throughout the run; none where that cannot be told."""
        known = self._known.get(settings)
        if known is None:
            known = self._known[settings] = identity(settings)
        return known

    def confirm(self, settings: Settings) -> bytes:
        """The same for who has checked a draft: none when the rules were edited while they were being read."""
        known = self.of(settings)
        if settings not in self._sure:
            self._sure.add(settings)
            if known != identity(settings):
                known = self._known[settings] = b""
        return known


def identity(settings: Settings) -> bytes:
    """The identity of some settings as of now; none where rules cannot be read: who loads them will say so."""
    said = list(settings._asdict().items())
    heeded = repr([(name, value) for name, value in said if name not in NO_MATTER])
    try:
        engine = repr([__version__, *_claimlint(), *_readers()])
        return _digest(engine.encode(), heeded.encode(), *_contents(settings.rule_paths))
    except (ClaimlintError, OSError):
        return b""


def _digest(*parts: bytes) -> bytes:
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(b"%d:" % len(part))
        digest.update(part)
    return digest.digest()


def _contents(folders: tuple[str, ...]) -> Iterator[bytes]:
    for folder in folders:
        for path in rule_files(folder):
            with open(path, "rb") as stream:
                yield os.path.basename(path).encode("utf-8", "surrogateescape")
                yield stream.read()


def _claimlint() -> Sequence[object]:
    """The code and the built-in rules: as the record of the installation has them, else by sizes and times."""
    record = os.path.join(os.path.dirname(PACKAGE), f"claimlint-{__version__}.dist-info", "RECORD")
    try:
        with open(record, encoding="utf-8") as stream:
            lines = [line for line in stream if line.startswith("claimlint/") and ",sha256=" in line]
    except (OSError, UnicodeDecodeError):
        lines = []
    if lines:
        return sorted(line for line in lines if COMPILED not in line)
    stats = ((path, os.stat(path)) for path in (*_modules(PACKAGE), *rule_files(builtin_folder())))
    return [(path, status.st_size, status.st_mtime_ns) for path, status in stats]


def _modules(folder: str) -> Iterator[str]:
    with os.scandir(folder) as scan:
        entries = sorted(scan, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.endswith(".py"):
            yield entry.path
        elif entry.is_dir() and not entry.name.startswith(("_", ".")):
            yield from _modules(entry.path)


def _readers() -> Iterator[object]:
    """The files of the packages that findings depend on. They are not imported for this."""
    for name in READERS:
        spec = PathFinder.find_spec(name)
        for folder in (spec.submodule_search_locations if spec else None) or ():
            with os.scandir(folder) as scan:
                yield name, sorted((entry.name, entry.stat().st_size) for entry in scan if entry.is_file())
