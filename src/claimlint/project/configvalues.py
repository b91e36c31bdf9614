"""A value of a configuration file, with all that is needed to complain about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claimlint.errors import ClaimlintError
from claimlint.lexicons.yamlfile import KeyPath, YamlFile


class Value:
    """A value as written, the key that it stands under, and the folder that paths in it are relative to.

    Every method raises ClaimlintError with file, line and key for a value of another kind.
    """

    def __init__(self, file: YamlFile, value: Any, key: KeyPath, root: str) -> None:
        self.file = file
        self.value = value
        self.key = key
        self.root = root

    def error(self, message: str, *more: str | int) -> ClaimlintError:
        return self.file.error(message, *self.key, *more)

    def part(self, key: str | int, value: Any) -> Value:
        return Value(self.file, value, (*self.key, key), self.root)

    def parts(self) -> list[Value]:
        if not isinstance(self.value, list):
            raise self.error(f"must be a list, not {_kind(self.value)}")
        return [self.part(i, item) for i, item in enumerate(self.value)]

    def items(self) -> list[tuple[str, Value]]:
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
