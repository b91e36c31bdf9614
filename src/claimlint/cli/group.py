"""`claimlint`: which command is meant. Each is a module of `claimlint.cli`, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

import click

from claimlint.cli.commands import COMMANDS, DEFAULT
from claimlint.errors import ClaimlintError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Claimlint(click.Group):
    """The command, whose first word may be left out: `claimlint PATH...` is `claimlint check PATH...`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"claimlint.cli.{cmd_name}").command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command in front of words that do not begin with one."""
        named = args[0] in COMMANDS if args else ctx.resilient_parsing  # a shell completes the first word
        return super().parse_args(ctx, args if named else [DEFAULT, *args])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The first word is a command, or else an option or a path of the default one."""
        from click.shell_completion import CompletionItem

        default = self.get_command(ctx, DEFAULT)
        assert default is not None
        with default.make_context(DEFAULT, [], parent=ctx, resilient_parsing=True) as inner:
            options = default.shell_complete(inner, incomplete)
        return [*super().shell_complete(ctx, incomplete), *options, CompletionItem(incomplete, type="file")]


claimlint = Claimlint("claimlint", context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})


def dispatch(argv: Sequence[str]) -> int:
    """Run a command line; the exit code. Raises ClaimlintError for one that makes no sense.

    Not `Group.main`: that one says its errors in several lines, and a newline at Ctrl-C.
    """
    try:
        with claimlint.make_context("claimlint", list(argv)) as context:
            code: int = claimlint.invoke(context)
        return code
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.NoSuchOption as error:
        raise ClaimlintError(_unknown_option(error, argv)) from error
    except click.ClickException as error:
        raise ClaimlintError(error.format_message()) from error


def _unknown_option(error: click.NoSuchOption, argv: Sequence[str]) -> str:
    from claimlint.lexicons.nearest import nearest

    name = error.option_name
    if error.possibilities:
        return f"unknown option {name}{nearest(name, error.possibilities)}"
    word = next((word for word in argv if word.startswith(name)), name)  # of -x.md click names -x only
    return f"unknown option {word} (a file of that name is named as ./{word})"
