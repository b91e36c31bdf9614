"""The way in: which command is meant, and what becomes of errors that reach the top."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from claimlint.cli.commands import COMMANDS
from claimlint.errors import ClaimlintError

RARELY = (100_000, 50, 100)
"""When to collect garbage: a draft's values hardly ever refer to each other in circles, and looking for circles took a
sixth of the time."""

UNCHECKED = 2
INTERRUPTED = 130
"""What a shell reports for a process that Ctrl-C ended."""
READER_GONE = 141
"""What it reports for one whose reader closed the pipe (`claimlint . | head`)."""


def run() -> None:
    """The `claimlint` command."""
    if os.environ.get("_CLAIMLINT_COMPLETE"):  # a shell asks what could come next
        from claimlint.cli.group import claimlint

        claimlint(prog_name="claimlint")
    gc.set_threshold(*RARELY)
    sys.exit(main(sys.argv[1:]))


def main(argv: Sequence[str]) -> int:
    """Run a command line; the exit code. Whatever goes wrong is told in one line on standard error."""
    try:
        from claimlint.cli.output import accept_any_character

        accept_any_character()
        if _names_drafts_only(argv):
            from claimlint.cli.checking import DEFAULTS, check_drafts

            return check_drafts(tuple(argv), **DEFAULTS)
        from claimlint.cli.group import dispatch

        return dispatch(argv)
    except ClaimlintError as error:
        return _fail(str(error))
    except KeyboardInterrupt:
        _stop_writing()
        return INTERRUPTED
    except BrokenPipeError:
        _stop_writing()
        return READER_GONE
    except OSError as error:  # such as a full disk while the help is printed
        return _fail(str(error))
    except Exception as error:
        if os.environ.get("CLAIMLINT_DEBUG"):
            raise
        bug = f"{type(error).__name__}: {error}"
        return _fail(f"internal error, please report it (CLAIMLINT_DEBUG=1 shows where): {bug}")


def _names_drafts_only(argv: Sequence[str]) -> bool:
    """Whether there is nothing to read in a command line: no command, no option."""
    return bool(argv) and argv[0] not in COMMANDS and not any(word.startswith("-") for word in argv)


def _fail(message: str) -> int:
    from claimlint.cli.output import say

    _stop_writing()
    say(f"error: {message}")
    return UNCHECKED


def _stop_writing() -> None:
    """Write out what is ready, or drop it where nobody takes it: Python would complain of it once more at its exit."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
