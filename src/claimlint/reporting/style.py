"""How a report is asked to look. Formats for programs heed only what changes their content."""

from __future__ import annotations

from collections.abc import Callable

from claimlint.records import NamedTuple


def no_folders() -> tuple[str, ...]:
    """Only the built-in rules."""
    return ()


class Style(NamedTuple):
    """How to print: the terminal's columns, whether in colour, and how much."""

    columns: int = 100
    colour: bool = False
    verbose: bool = False
    quiet: bool = False
    statistics: bool = False
    """Whether to count the findings of each rule and file as well."""
    rule_folders: Callable[[], tuple[str, ...]] = no_folders
    """Where the rules come from that are not built in; known when the last result is."""
