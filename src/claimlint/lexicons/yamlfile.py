"""Reading one YAML file into plain values, knowing the line of every key.

PyYAML is imported only here and only when a file has to be read: the hot path uses the compiled form.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimlint.errors import ClaimlintError
from claimlint.lazy import lazy
from claimlint.records import NamedTuple

if TYPE_CHECKING:
    import yaml

MAX_NODES = 400_000
"""More values than any list needs; a small file with aliases could otherwise grow without bound."""

_CONTENT = lazy(r"^[ \t]*[^#\s]", re.MULTILINE)
"""A file of comments needs no parser: `claimlint init` writes one, and it is read before every draft."""

KeyPath = tuple[str | int, ...]


class YamlFile(NamedTuple):
    """The values of a file, and the 1-based line on which each key path starts."""

    path: str
    data: Any
    lines: dict[KeyPath, int]

    def line(self, *key: str | int) -> int:
        """The line of a key path, or of the nearest enclosing one."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, 1)

    def error(self, message: str, *key: str | int) -> ClaimlintError:
        """An error that names this file, the line, and the key."""
        name = ".".join(str(part) for part in key)
        return ClaimlintError(message, path=self.path, line=self.line(*key), key=name)


def load_yaml(path: Path, *, display: str = "") -> YamlFile:
    """Read `path`.

    Raises ClaimlintError when it cannot be read, is not UTF-8, is not YAML, repeats a key or is absurdly large.
    """
    shown = display or str(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ClaimlintError(f"cannot be read: {error.strerror or error}", path=shown) from error
    except UnicodeDecodeError as error:
        raise ClaimlintError("is not UTF-8", path=shown) from error
    return parse_yaml(text, shown)


def parse_yaml(text: str, shown: str) -> YamlFile:
    """The same for a text already read; `shown` is the name used in errors."""
    if _CONTENT.search(text) is None:
        return YamlFile(shown, None, {})
    import yaml

    try:
        node = _composed(text)
        lines: dict[KeyPath, int] = {}
        data = _plain(node, (), lines, shown) if node is not None else None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise ClaimlintError(f"is not valid YAML: {error.problem}", path=shown, line=line) from error
    except yaml.YAMLError as error:
        raise ClaimlintError(f"is not valid YAML: {str(error).splitlines()[0]}", path=shown) from error
    except RecursionError as error:
        raise ClaimlintError("is nested too deeply", path=shown) from error
    except ValueError as error:
        raise ClaimlintError(f"is not valid YAML: {error}", path=shown) from error
    return YamlFile(shown, data, lines)


def _composed(text: str) -> yaml.Node | None:
    """The nodes of a text, by PyYAML's own composer over the events of libyaml, where that is installed.

    `yaml.compose` with libyaml recurses in C: 200 kB of brackets end the process there, and are a RecursionError here.
    """
    import yaml
    from yaml.composer import Composer
    from yaml.resolver import Resolver

    reader: Any = getattr(yaml.cyaml, "CParser", None) if yaml.__with_libyaml__ else None
    if reader is None:
        return yaml.compose(text, Loader=yaml.SafeLoader)

    class Loader(Composer, reader, Resolver):  # type: ignore[misc]
        def __init__(self) -> None:
            reader.__init__(self, text)
            Composer.__init__(self)
            Resolver.__init__(self)

    return Loader().get_single_node()


def _plain(node: yaml.Node, key: KeyPath, lines: dict[KeyPath, int], shown: str) -> Any:
    import yaml

    line = node.start_mark.line + 1
    lines[key] = line
    if len(lines) > MAX_NODES:
        raise ClaimlintError("holds too many values", path=shown)
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            name = str(key_node.value)
            if not isinstance(key_node, yaml.ScalarNode):
                raise ClaimlintError("has a key that is not a word", path=shown, line=key_node.start_mark.line + 1)
            if name in mapping:
                where = ".".join(str(part) for part in (*key, name))
                raise ClaimlintError("stands twice", path=shown, line=key_node.start_mark.line + 1, key=where)
            inner = (*key, name)
            mapping[name] = _plain(value_node, inner, lines, shown)
            lines[inner] = key_node.start_mark.line + 1
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*key, i), lines, shown) for i, child in enumerate(node.value)]
    # Only text, numbers and truth values exist here: no tag can build anything else. As in YAML 1.2, yes, no, on and
    # off are words: lists of words are what these files hold.
    if node.tag == _BOOL and node.value.lower() not in ("true", "false"):
        return node.value
    return yaml.constructor.SafeConstructor().construct_object(node) if node.tag in _SCALARS else node.value


_BOOL = "tag:yaml.org,2002:bool"
_SCALARS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("null", "bool", "int", "float"))
