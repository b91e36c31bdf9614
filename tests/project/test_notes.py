"""Notes say why something was looked at and not flagged."""

from __future__ import annotations

import os
import subprocess
import sys

TEXT = "The label says 500 mg capsules; the recipe needs 200 g of flour.\n"


def test_a_note_names_the_first_amount_whatever_the_order_of_sets() -> None:
    """Strings hash differently in each process, so one process alone would prove nothing."""
    code = f"from claimlint.project.lint import lint_text; print([n.why for n in lint_text({TEXT!r}).notes])"
    for seed in "1234":
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
        assert done.stdout == "['not a dose instruction: strength']\n"
