"""One configuration file, read and checked key by key.

The file is `.claimlint.yaml`, or the table `[tool.claimlint]` of `pyproject.toml`. It may come with a repository that
nobody has vetted: it can neither run anything nor point outside its own folder.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from claimlint.errors import ClaimlintError
from claimlint.lazy import lazy
from claimlint.lexicons.nearest import nearest
from claimlint.lexicons.yamlfile import KeyPath, YamlFile, load_yaml
from claimlint.project.located import shown
from claimlint.project.model import FAIL_ON, LexiconEntry, Settings
from claimlint.rules.model import SEVERITIES, Severity

TABLE = ("tool", "claimlint")
DOMAIN = lazy(r"(?:\*\.)?[\w-]+(?:\.[\w-]+)+\Z")


def read_settings(path: str) -> Settings | None:
    """The settings of one file, or None for a pyproject.toml that has no `[tool.claimlint]`.

    Raises ClaimlintError with file, line, key and the nearest valid name. Rule names are not checked here: see
    `project.config`, which knows what other rules the command line adds.
    """
    file = _read_toml(path) if path.endswith(".toml") else load_yaml(Path(path), display=shown(path))
    if file is None:
        return None
    return _settings(file, path)


def place_of(path: str, rule: str) -> tuple[int, str]:
    """The line and key at which a configuration (already read without error) names a rule."""
    file = _read_toml(path) if path.endswith(".toml") else load_yaml(Path(path))
    assert file is not None  # it was read before
    table: KeyPath = TABLE if path.endswith(".toml") else ()
    for key in ("select", "ignore", "severity"):
        value = file.data.get(key, ())
        if rule in value:
            at = (*table, key, rule if isinstance(value, dict) else value.index(rule))
            return file.line(*at), ".".join(map(str, at))
    return 0, ""


def _settings(file: YamlFile, path: str) -> Settings:
    table: KeyPath = TABLE if path.endswith(".toml") else ()
    data = file.data
    if data is None:
        data = {}
    if not isinstance(data, dict):
        raise file.error("a configuration is a mapping of keys such as select, ignore and exclude", *table)
    root = os.path.dirname(os.path.abspath(path))
    values: dict[str, Any] = {"root": root, "source": path}
    for key, value in data.items():
        if key not in KEYS:
            raise file.error(f"unknown key{nearest(key, KEYS)}", *table, key)
        field, convert = KEYS[key]
        values[field] = convert(_Value(file, value, (*table, key), root))
    return Settings(**values)


class _Value:
    """A value of the configuration, with all that is needed to complain about it."""

    def __init__(self, file: YamlFile, value: Any, key: KeyPath, root: str) -> None:
        self.file = file
        self.value = value
        self.key = key
        self.root = root

    def error(self, message: str, *more: str | int) -> ClaimlintError:
        return self.file.error(message, *self.key, *more)

    def part(self, key: str | int, value: Any) -> _Value:
        return _Value(self.file, value, (*self.key, key), self.root)

    def parts(self) -> list[_Value]:
        if not isinstance(self.value, list):
            raise self.error(f"must be a list, not {_kind(self.value)}")
        return [self.part(i, item) for i, item in enumerate(self.value)]

    def items(self) -> list[tuple[str, _Value]]:
        if not isinstance(self.value, dict):
            raise self.error(f"must be a mapping, not {_kind(self.value)}")
        return [(name, self.part(name, item)) for name, item in self.value.items()]

    def text(self) -> str:
        if not isinstance(self.value, str) or not self.value.strip():
            raise self.error(f"must be text, not {_kind(self.value)}")
        return self.value.strip()

    def choice(self, known: Sequence[str]) -> str:
        text = self.text()
        if text not in known:
            raise self.error(f'"{text}" is not one of {", ".join(known)}')
        return text


def _kind(value: Any) -> str:
    if value is None or value == "":
        return "nothing"
    names = {bool: "true or false", int: "a number", float: "a number", str: "text", list: "a list", dict: "a mapping"}
    return names.get(type(value), type(value).__name__)


def _texts(value: _Value) -> tuple[str, ...]:
    return tuple(part.text() for part in value.parts())


def _severities(value: _Value) -> tuple[tuple[str, Severity], ...]:
    named: dict[str, Severity] = {str(name): name for name in SEVERITIES}
    return tuple(sorted((rule, named[part.choice(SEVERITIES)]) for rule, part in value.items()))


def _lexicons(value: _Value) -> tuple[LexiconEntry, ...]:
    known = known_marks()
    entries = []
    for mark, part in value.items():
        if mark not in known:
            raise part.error(f"unknown mark{nearest(mark, known)}")
        if not isinstance(part.value, dict):
            entries.append(LexiconEntry(mark, "", _texts(part)))
            continue
        for name, words in part.items():
            if name not in known[mark]:
                raise words.error(f"unknown value of {mark}{nearest(name, known[mark])}")
            entries.append(LexiconEntry(mark, name, _texts(words)))
    return tuple(entries)


def known_marks() -> dict[str, set[str]]:
    """Each mark of the built-in lexicons with its values, read off the files' heads: parsing them takes a second."""
    from claimlint.rules.pack import builtin_folder, rule_files

    marks: dict[str, set[str]] = {}
    for path in rule_files(builtin_folder()):
        with open(path, encoding="utf-8") as stream:
            text = stream.read()
        mark = re.search(r"^mark: *([\w-]+)", text, re.MULTILINE)
        if mark:
            marks.setdefault(mark[1], set()).update(re.findall(r"^  ([\w-]+):", text, re.MULTILINE))
    return marks


def _domains(value: _Value) -> tuple[str, ...]:
    for part in value.parts():
        if not DOMAIN.match(part.text()):
            raise part.error(f'"{part.text()}" is not a domain such as "example.org"')
    return tuple(domain.lower() for domain in _texts(value))


def _extensions(value: _Value) -> tuple[str, ...]:
    for part in value.parts():
        if not re.fullmatch(r"\.[^./\\\s]+", part.text()):
            raise part.error(f'"{part.text()}" is not a file name\'s ending such as ".md"')
    return tuple(extension.lower() for extension in _texts(value))


def _rule_paths(value: _Value) -> tuple[str, ...]:
    root = os.path.realpath(value.root)
    paths = []
    for part in value.parts():
        real = os.path.realpath(os.path.join(root, part.text()))
        if real != root and not real.startswith(root + os.sep):
            hint = "rules from elsewhere can be named on the command line, with --rule-path"
            raise part.error(f'"{part.text()}" lies outside the configuration\'s folder ({hint})')
        if not os.path.isdir(real):
            raise part.error(f'"{part.text()}" is not a folder')
        paths.append(real)
    return tuple(paths)


def _baseline(value: _Value) -> str:
    root = os.path.realpath(value.root)
    real = os.path.realpath(os.path.join(root, value.text()))
    if not real.startswith(root + os.sep):
        raise value.error(f'"{value.text()}" lies outside the configuration\'s folder')
    return real


def _fail_on(value: _Value) -> str:
    return value.choice(FAIL_ON)


def _flag(value: _Value) -> bool:
    if not isinstance(value.value, bool):
        raise value.error("must be true or false")
    return value.value


def _max_bytes(value: _Value) -> int:
    if not isinstance(value.value, int) or isinstance(value.value, bool) or value.value < 1:
        raise value.error("must be a number of bytes, at least 1")
    return value.value


KEYS: dict[str, tuple[str, Callable[[_Value], Any]]] = {
    "select": ("select", _texts),
    "ignore": ("ignore", _texts),
    "severity": ("severity", _severities),
    "rule-paths": ("rule_paths", _rule_paths),
    "lexicons": ("extend_lexicons", _lexicons),
    "allow-domains": ("allow_domains", _domains),
    "deny-domains": ("deny_domains", _domains),
    "exclude": ("exclude", _texts),
    "extensions": ("extensions", _extensions),
    "fail-on": ("fail_on", _fail_on),
    "baseline": ("baseline", _baseline),
    "require-reason": ("require_reason", _flag),
    "max-bytes": ("max_bytes", _max_bytes),
}
"""Each key of a configuration: the field of `Settings` that it sets, and how its value is checked."""


def _read_toml(path: str) -> YamlFile | None:
    try:
        with open(path, "rb") as stream:
            data = stream.read()
    except OSError as error:
        raise ClaimlintError(f"cannot be read: {error.strerror}", path=shown(path)) from error
    return parse_toml(data, shown(path))


def parse_toml(data: bytes, name: str) -> YamlFile | None:
    """The table `[tool.claimlint]` with the lines of its keys, or None when there is none.

    Raises ClaimlintError when the file is not TOML; `name` is shown in it.
    """
    import sys
    from importlib import import_module

    tomllib = import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")
    try:
        text = data.decode("utf-8")
        table: Any = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise ClaimlintError("is not UTF-8", path=name) from error
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"at line (\d+)", str(error))
        message = str(error).partition(" (at ")[0]
        raise ClaimlintError(f"is not valid TOML: {message}", path=name, line=int(where[1]) if where else 0) from error
    except RecursionError as error:
        raise ClaimlintError("is nested too deeply", path=name) from error
    for key in TABLE:
        if not isinstance(table, dict) or key not in table:
            return None
        table = table[key]
    return YamlFile(name, table, _toml_lines(text))


def _toml_lines(text: str) -> dict[KeyPath, int]:
    """The line of each table and key, as far as simple reading tells (the parser gives no positions)."""
    lines: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[+([^\[\]]+)\]", line)
        key, equals, _ = line.partition("=")
        if header:
            table = _dotted(header[1])
            lines.setdefault(table, number)
        elif equals:
            lines.setdefault((*table, *_dotted(key)), number)
    return lines


def _dotted(name: str) -> KeyPath:
    return tuple(a or b or c for a, b, c in re.findall(r"""([\w-]+)|"([^"]*)"|'([^']*)'""", name))
