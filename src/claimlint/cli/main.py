"""The way in: which command is meant, and what becomes of errors that reach the top."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from claimlint.errors import ClaimlintError

UNCHECKED = 2
INTERRUPTED = 130
"""What a shell reports for a process that Ctrl-C ended."""


def run() -> None:
    """The `claimlint` command."""
    sys.exit(main(sys.argv[1:]))


def main(argv: Sequence[str]) -> int:
    """Run a command line; the exit code. Errors are told on standard error."""
    from claimlint.cli.output import say, use_utf8

    use_utf8()
    try:
        code = _dispatch(argv)
        sys.stdout.flush()
    except ClaimlintError as error:
        say(f"error: {error}")
        return UNCHECKED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _stop_writing()
        return UNCHECKED
    return code


def _dispatch(argv: Sequence[str]) -> int:
    from claimlint.cli.arguments import COMMANDS

    command = argv[0] if argv and argv[0] in COMMANDS else ""
    module = import_module(f"claimlint.cli.{command or 'check'}")
    code: int = module.run(argv[1:] if command else argv)
    return code


def _stop_writing() -> None:
    """The reader of the report has gone (`claimlint . | head`): it has what it wanted."""
    # Python would complain at exit that it cannot flush; it now flushes into nothing.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
