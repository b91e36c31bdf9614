"""The rule pack: the built-in rules and lexicons, and those a user adds, in the form that the engine runs.

Compiling reads YAML and takes a second; so the result is kept in the user's cache folder under a key made of the files'
names, sizes and times, or, in an installed wheel, beside the rules. `claimlint draft.md` then reads one file.
"""

from __future__ import annotations

import gc
import marshal
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from claimlint import __version__
from claimlint.errors import ClaimlintError
from claimlint.lazy import engine, use_prepared
from claimlint.lexicons.model import Lexicons
from claimlint.lexicons.table import Table
from claimlint.lexicons.vocabulary import Vocabulary
from claimlint.ownfiles import open_own, replace_own
from claimlint.records import NamedTuple
from claimlint.rules.model import Rule

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - pathlib is slower here
COMPILED = "compiled.bin"
"""The pack compiled when the wheel was built."""

FORMAT = 7
"""Raised when the compiled form changes."""

VOCABULARY, VERB_READINGS = "vocabulary", "verb-readings"
ENTRY_TABLES = ("verb-forms", "word-leanings", "opening-leanings")
"""What is kept as tables, because it is large: two things made of many files, and the entries of these files."""

PACKS = 32
"""So many compiled packs are kept: a user may work in several projects with rules of their own."""

STALE = 3600.0
"""Seconds after which a file that was never finished is taken away."""

RECENTLY = 600.0


class Pack(NamedTuple):
    """The rules in the order of their ids, and everything they look up."""

    rules: tuple[Rule, ...]
    lexicons: Lexicons


def builtin_folder() -> str:
    """The folder of the built-in rules: inside the wheel, or `rules/` of a checkout.

    Raises ClaimlintError when neither is there (a broken installation).
    """
    checkout = os.path.join(os.path.dirname(os.path.dirname(PACKAGE)), "rules")  # noqa: PTH118, PTH120
    for folder in (os.path.join(PACKAGE, "_rules"), checkout):  # noqa: PTH118
        if os.path.isdir(os.path.join(folder, "lexicons")):  # noqa: PTH112, PTH118
            return folder
    raise ClaimlintError("the built-in rules are missing: install claimlint again", path=PACKAGE)


def load_pack(rule_paths: Sequence[str] = (), phrases: Mapping[str, Sequence[str]] | None = None) -> Pack:
    """The built-in pack, with the rules and lexicons of `rule_paths` and a configuration's extra `phrases` added.

    Raises ClaimlintError for a malformed rule or lexicon file, or a folder that is not there.
    """
    builtin = builtin_folder()
    shipped = os.path.join(builtin, COMPILED)  # noqa: PTH118
    if not rule_paths and not phrases and os.path.exists(shipped):  # noqa: PTH110
        data = _read(shipped, shipped_key(), own=False)
        if data is not None:
            return _pack(data)
    folders = [builtin, *rule_paths]
    key = _key(folders, phrases)
    cached = _cache_file(key)
    data = _read(cached, key)
    if data is None:
        from pathlib import Path

        from claimlint.rules.build import build_pack

        data = build_pack([Path(folder) for folder in folders], phrases)
        _write(cached, key, data)
    else:
        _keep(cached)
    return _pack(data)


def _pack(data: Mapping[str, Any]) -> Pack:
    use_prepared(data["patterns"])
    rules = tuple(Rule.from_data(rule) for rule in data["rules"])
    tables = data["tables"]
    large: dict[str, Mapping[str, Any]] = {name: {"entries": Table(tables[name])} for name in ENTRY_TABLES}
    large[VERB_READINGS] = Table(tables[VERB_READINGS])
    return Pack(rules, Lexicons(Vocabulary(tables[VOCABULARY]), {**data["data"], **large}))


def shipped_key() -> str:
    """What the compiled pack of a wheel must carry; its form depends on the Python version."""
    return repr([FORMAT, __version__, sys.version_info[:2], engine()])


def rule_files(folder: str) -> list[str]:
    """The YAML files of a rule folder: rules first, then lexicons; sorted.

    Raises ClaimlintError when there is no such folder, or something in it is named like a rule and no file.
    """
    found = []
    for sub in (folder, os.path.join(folder, "lexicons")):  # noqa: PTH118
        try:
            names = sorted(entry.name for entry in os.scandir(sub) if entry.name.endswith((".yaml", ".yml")))
        except FileNotFoundError:
            if sub == folder:
                raise ClaimlintError("is not a folder of rules", path=folder) from None
            continue
        except OSError as error:
            raise ClaimlintError(f"cannot be read: {error.strerror}", path=sub) from error
        found += [os.path.join(sub, name) for name in names]  # noqa: PTH118
    for path in found:
        if not os.path.isfile(path):  # noqa: PTH113 - a pipe would be waited for without end
            raise ClaimlintError("is not a file, or leads to none", path=path)
    return found


def _key(folders: Iterable[str], phrases: Mapping[str, Sequence[str]] | None) -> str:
    parts: list[object] = [FORMAT, __version__, sys.version_info[:3], engine(), sorted((phrases or {}).items())]
    for folder in folders:
        for path in rule_files(folder):
            status = os.stat(path)  # noqa: PTH116
            parts.append((path, status.st_size, status.st_mtime_ns))
    return repr(parts)


def _cache_file(key: str) -> str:
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")  # noqa: PTH111, PTH118
    from zlib import crc32  # only names the file: the whole key is compared on reading

    return os.path.join(base, "claimlint", f"pack-{crc32(key.encode()):08x}.bin")  # noqa: PTH118


def _read(path: str, key: str, *, own: bool = True) -> dict[str, Any] | None:
    """The compiled pack, or None when there is none, it is damaged, or it was made from other files; with `own`, also
    when somebody else could have written it, for marshal reads whatever it is given."""
    try:
        with open(open_own(path)[0] if own else path, "rb") as stream:  # noqa: PTH123
            stored = _without_collection(stream.read())
        return stored["pack"] if stored["key"] == key else None
    except (OSError, EOFError, ValueError, TypeError, KeyError):
        return None


def _without_collection(data: bytes) -> Any:
    """Unmarshalled while the garbage collector rests: it would look in vain through all that is being made.

    From bytes, because marshal reads a file one small piece at a time.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        return marshal.loads(data)
    finally:
        if collects:
            gc.enable()


def _write(path: str, key: str, data: Mapping[str, Any]) -> None:
    """Atomically, and without complaint where there is no place to write: the pack is then compiled each time."""
    folder = os.path.dirname(path)  # noqa: PTH120
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103
        replace_own(path, marshal.dumps({"key": key, "pack": data}))
        _remove_old(folder)
    except OSError:
        return


def _keep(path: str) -> None:
    """Mark a pack as in use, now and then."""
    from time import time

    try:
        if os.stat(path).st_mtime < time() - RECENTLY:  # noqa: PTH116
            os.utime(path)
    except OSError:
        return


def _remove_old(folder: str) -> None:
    """Leave the packs used last, and nothing that a process which was killed has left half written.

    Two processes may do this at once: a file that is gone already is no matter, and a reader that has just opened one
    keeps it, or compiles anew.
    """
    from contextlib import suppress
    from time import time

    packs: list[tuple[float, str]] = []
    for entry in os.scandir(folder):
        if entry.name.startswith(("pack-", ".pack-")):
            with suppress(OSError):
                packs.append((entry.stat().st_mtime, entry.path))
    finished = sorted((found for found in packs if found[1].endswith(".bin")), reverse=True)
    unfinished = [found for found in packs if not found[1].endswith(".bin") and found[0] < time() - STALE]
    for _, path in (*finished[PACKS:], *unfinished):
        with suppress(OSError):
            os.remove(path)  # noqa: PTH107
