"""`python -m claimlint`."""

from __future__ import annotations

from claimlint.cli.main import run

if __name__ == "__main__":  # other processes that check drafts import it under another name
    run()
