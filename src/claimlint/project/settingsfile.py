"""One configuration file, read and checked key by key.

The file is `.claimlint.yaml`, or the table `[tool.claimlint]` of `pyproject.toml`. It may come with a repository that
nobody has vetted: it can neither run anything nor point outside its own folder.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claimlint.errors import ClaimlintError
from claimlint.lexicons.nearest import nearest
from claimlint.lexicons.yamlfile import KeyPath, YamlFile, load_yaml
from claimlint.project.configvalues import Value
from claimlint.project.located import shown
from claimlint.project.model import Settings
from claimlint.project.settingkeys import KEYS

TABLE = ("tool", "claimlint")
_NAMING = ("select", "ignore", "severity")
"""The keys whose values name rules."""


def read_settings(path: str) -> Settings | None:
    """The settings of one file, or None for a pyproject.toml that has no `[tool.claimlint]`.

    Raises ClaimlintError with file, line, key and the nearest valid name. Rule names are not checked here: see
    `project.config`, which knows what other rules the command line adds.
    """
    file = _read(path)
    return _settings(file, path) if file is not None else None


def place_of(path: str, rule: str) -> tuple[int, str]:
    """The line and key at which a configuration (already read without error) names a rule."""
    file = _read(path)
    assert file is not None  # it was read before
    for key, value in _naming(file, path):
        if rule in value:
            at = (*key, rule if isinstance(value, dict) else value.index(rule))
            return file.line(*at), ".".join(map(str, at))
    return 0, ""


def lines_of(path: str) -> dict[KeyPath, int]:
    """The line of each key that a configuration (already read without error) sets; of an entry of `per-path` by its
    number, such as `("per-path", 0)`."""
    file = _read(path)
    assert file is not None  # it was read before
    data, table = file.data or {}, _table(path)
    places: list[KeyPath] = [(key,) for key in data]
    places += [("per-path", n) for n, _ in enumerate(data.get("per-path", ()))]
    return {place: file.line(*table, *place) for place in places}


def _naming(file: YamlFile, path: str) -> Iterator[tuple[KeyPath, Any]]:
    """Everything in a configuration that names rules."""
    table = _table(path)
    entries = file.data.get("per-path", ())
    sections = [(table, file.data), *((((*table, "per-path", n)), entry) for n, entry in enumerate(entries))]
    for place, section in sections:
        for key in _NAMING:
            if key in section:
                yield (*place, key), section[key]


def _read(path: str) -> YamlFile | None:
    return _read_toml(path) if path.endswith(".toml") else load_yaml(Path(path), display=shown(path))


def _table(path: str) -> KeyPath:
    """Where our keys stand in a file."""
    return TABLE if path.endswith(".toml") else ()


def _settings(file: YamlFile, path: str) -> Settings:
    table = _table(path)
    data = file.data
    if data is None:
        data = {}
    if not isinstance(data, dict):
        raise file.error("a configuration is a mapping of keys such as select, ignore and exclude", *table)
    root = os.path.dirname(os.path.abspath(path))
    values: dict[str, Any] = {"root": root, "source": path}
    for name, value in data.items():
        if name not in KEYS:
            raise file.error(f"unknown key{nearest(name, KEYS)}", *table, name)
        key = KEYS[name]
        values[key.field] = key.read(Value(file, value, (*table, name), root))
    return Settings(**values)


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
    except ValueError as error:
        raise ClaimlintError("is not valid TOML: holds an absurdly long number", path=name) from error
    for key in TABLE:
        if not isinstance(table, dict) or key not in table:
            return None
        table = table[key]
    return YamlFile(name, table, _toml_lines(text))


def _toml_lines(text: str) -> dict[KeyPath, int]:
    """The line of each table and key, as far as simple reading tells (the parser gives no positions)."""
    lines: dict[KeyPath, int] = {}
    table: KeyPath = ()
    entries: dict[KeyPath, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*(\[+)([^\[\]]+)\]", line)
        key, equals, _ = line.partition("=")
        if header:
            table = _dotted(header[2])
            lines.setdefault(table, number)
            if header[1] == "[[":
                entries[table] = entries.get(table, -1) + 1
                table = (*table, entries[table])
                lines[table] = number
        elif equals:
            lines.setdefault((*table, *_dotted(key)), number)
    return lines


def _dotted(name: str) -> KeyPath:
    return tuple(a or b or c for a, b, c in re.findall(r"""([\w-]+)|"([^"]*)"|'([^']*)'""", name))
