"""The command line: which commands there are, and what each takes.

argparse and not click: click takes 14 ms more to import, on a start of which every hook run and keystroke pays all.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from typing import NoReturn, get_args

from claimlint.document.model import Format
from claimlint.errors import ClaimlintError
from claimlint.project.model import FAIL_ON

COMMANDS: dict[str, str] = {
    "check": "check drafts (the default: `claimlint PATH...` is the same)",
    "explain": "say what a rule finds, why, and what to write instead",
    "rules": "list the rules",
    "test": "run the examples that rules carry as their tests",
}
"""Each command is a module of `claimlint.cli` with a function `run`, imported when it is asked for."""

FORMATS = ("text", "json")
COLORS = ("auto", "always", "never")


class UsageError(ClaimlintError):
    """The command line makes no sense."""


class Parser(argparse.ArgumentParser):
    """argparse without its exits: errors are raised, and an unknown option is named with the nearest one."""

    def __init__(self, command: str, usage: str, description: str, epilog: str = "", *, columns: int = 80) -> None:
        def formatter(prog: str) -> argparse.HelpFormatter:
            return argparse.RawDescriptionHelpFormatter(prog, max_help_position=28, width=min(columns, 100))

        super().__init__(
            prog="claimlint" if command == "check" else f"claimlint {command}",
            usage=usage,
            description=description,
            epilog=epilog,
            formatter_class=formatter,
            allow_abbrev=False,
            add_help=False,
        )
        self.add_argument("-h", "--help", action="store_true", help="show this help and leave")

    def error(self, message: str) -> NoReturn:
        raise UsageError(message)

    def read(self, argv: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
        """The options and, in order, everything else; `--` ends the options."""
        head, rest = split(argv)
        options, words = self.parse_known_args(head)
        for word in words:
            if word.startswith("-") and word != "-":
                raise UsageError(f"unknown option {word}{self._nearest(word)}")
        return options, words + rest

    def _nearest(self, word: str) -> str:
        from claimlint.lexicons.nearest import nearest

        known = [name for action in self._actions for name in action.option_strings if name.startswith("--")]
        hint = nearest(word.partition("=")[0], known)
        return hint if "did you mean" in hint else " (a file of that name is named as ./" + word + ")"


def split(argv: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words before and after `--`."""
    words = list(argv)
    at = words.index("--") if "--" in words else len(words)
    return words[:at], words[at + 1 :]


def names(values: Iterable[str] | None) -> tuple[str, ...]:
    """Rule names from a repeatable option that also takes commas, each once."""
    parts = (part.strip() for value in values or () for part in value.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def check_parser(columns: int) -> Parser:
    """`claimlint check`."""
    parser = Parser(
        "check",
        "claimlint [check] [OPTIONS] PATH...",
        "Check drafts about health: say line by line what a careful editor would stop at, why,\n"
        "and how the sentence could be worded instead.\n\n"
        "PATH is a file, a folder (searched for drafts), or - for standard input.",
        _commands(),
        columns=columns,
    )
    output = parser.add_argument_group("output")
    output.add_argument("--format", choices=FORMATS, default="text", help="text for people, json for programs")
    output.add_argument("-o", "--output", metavar="FILE", help="write the report there instead of printing it")
    output.add_argument("-q", "--quiet", action="store_true", help="print findings and errors only, no summary")
    output.add_argument("-v", "--verbose", action="store_true", help="also say why, and what covers the other claims")
    output.add_argument("--color", choices=COLORS, default="auto", help="auto also heeds NO_COLOR and FORCE_COLOR")
    what = parser.add_argument_group("what to check")
    rule_options(what)
    what.add_argument("--input-format", choices=get_args(Format), help="how the drafts are written (else by file name)")
    what.add_argument("--stdin-filename", metavar="NAME", help="the name under which - is checked and reported")
    rest = parser.add_argument_group("configuration")
    rest.add_argument("--fail-on", choices=FAIL_ON, help="the least severity that makes the exit code 1 (warning)")
    one = rest.add_mutually_exclusive_group()
    one.add_argument("--config", metavar="FILE", help="use this configuration for every file")
    one.add_argument("--no-config", action="store_true", help="use no configuration file")
    rest.add_argument("--version", action="store_true", help="print the version and leave")
    return parser


def rule_options(group: argparse._ArgumentGroup) -> None:
    """The options that choose rules."""
    group.add_argument("--select", metavar="RULES", action="append", help="only these rules (a,b; repeatable)")
    group.add_argument("--ignore", metavar="RULES", action="append", help="all rules but these")
    rule_path_option(group)


def rule_path_option(group: argparse._ActionsContainer) -> None:
    """Where further rules are."""
    group.add_argument(
        "--rule-path", metavar="FOLDER", action="append", default=[], help="a folder with further rules (repeatable)"
    )


def _commands() -> str:
    width = max(map(len, COMMANDS))
    listed = "\n".join(f"  {name:{width}}  {text}" for name, text in COMMANDS.items())
    return (
        f"commands (the first word; a file so named is written ./check):\n{listed}\n\n"
        "exit codes: 0 nothing found, 1 something found, 2 something could not be checked"
    )
