"""`python -m claimlint`."""

from __future__ import annotations

from claimlint.cli.main import run

run()
