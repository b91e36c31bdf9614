"""The names of the commands: each is a module of `claimlint.cli`, imported when it is asked for."""

from __future__ import annotations

COMMANDS = (
    "check", "fix", "review", "baseline", "init", "config", "lsp", "explain", "rules", "test", "evaluate",
    "cache", "archive",
)  # fmt: skip
DEFAULT = "check"
"""The command that is meant where the first word is none of them."""
