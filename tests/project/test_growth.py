"""The work of the whole street grows with the draft and no faster, whatever a draft repeats.

Work is counted, not timed: every line of claimlint that Python executes, comprehensions by their rounds.
"""

from __future__ import annotations

from typing import get_args

import pytest

from claimlint.document.model import Format
from claimlint.project.lint import Linter, make_linter
from steps import lines_run

PIECES = [
    "Zinc lowers cortisol. ",
    "Zinc lowers cortisol [1]. ",
    "Zinc lowers cortisol.\n\nSleep lowers pain [1].\n\n",
    "Zinc absolutely cures acne!\n\n",
    "- Zinc may cure acne.\n",
    "Take 5 mg of zinc daily.\n\n",
    "In rats zinc lowers cortisol. So it will calm you too. ",
    "Buy it at https://shop.example/products/zinc now. ",
    "[Zinc](https://shop.example/products/zinc) lowers cortisol.\n\n",
    "Xanofin lowers pain (Adams et al., 2019). ",
    "# Zinc lowers cortisol\n\nIt does so (Adams 2019).\n\n",
    "| Zinc lowers cortisol | 5 mg daily |\n",
    "Sources\n\n1. Adams J. Sleep and zinc. J Ex 2019;3:4-5.\n\n",
    "1. Adams J. Sleep and zinc. J Ex 2019;3:4-5.\n",
    "[^1]: Adams J. Sleep and zinc. J Ex 2019;3:4-5.\n",
    "Use code SAVE10 for zinc. ",
    "Take 5 mg of zinc daily. <!-- claimlint-disable-line -->\n\n",
    "<!-- claimlint-disable-next-line unsourced-dose: x -->\nTake 5 mg of zinc daily.\n",
    "<!-- claimlint-disable -->\n\nTake 5 mg of zinc daily.\n\n<!-- claimlint-enable -->\n\n",
    "<!-- claimlint-disable-file unsourced-dose -->\n\nTake 5 mg of zinc daily.\n\n",
    "<!-- claimlint-disable-next-line -->\n",
]

NESTED = [
    "> ",
    ">",
    "(",
    "[",
    "[[",
    "*",
    "**",
    "_",
    "`",
    "- ",
    "* ",
    "1. ",
    "<div>",
    "<ul><li>",
    "<table><tr><td>",
    "<blockquote>",
    "<b>",
    "[quote]",
    "[quote=Bob]",
    "[list][*]",
    "[b]",
    "[code]",
    "{{",
    "{%",
    "#+begin_quote\n",
    "::: note\n",
    '"',
    "“",
]

FEW, MANY = 30, 300


@pytest.fixture(scope="module")
def linter() -> Linter:
    return make_linter()


def work(linter: Linter, text: str, name: Format) -> int:
    return lines_run(lambda: linter.lint(text, format=name))


@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_costs_the_same_in_a_long_draft(linter: Linter, piece: str) -> None:
    linter.lint(piece * 3, format="markdown")  # patterns are compiled and tables read at their first use
    small = work(linter, piece * FEW, "markdown") / FEW
    large = work(linter, piece * MANY, "markdown") / MANY
    assert large < 1.06 * small, (small, large)


@pytest.mark.parametrize("name", get_args(Format))
def test_whatever_is_nested_costs_the_same_at_any_depth(linter: Linter, name: Format) -> None:
    for piece in NESTED:
        small, large = (work(linter, piece * n + "Zinc absolutely cures acne.", name) for n in (100, 400))
        assert large < 4.3 * small, (piece, small, large)


@pytest.mark.parametrize("piece", ["Zinc absolutely cures acne, ", "5 mg ", "[here](https://shop.example/dp/x) "])
def test_a_sentence_without_end_is_cut(linter: Linter, piece: str) -> None:
    small = work(linter, piece * (4_000 // len(piece)), "markdown")
    large = work(linter, piece * (12_000 // len(piece)), "markdown")
    assert large < 4 * small, (small, large)
