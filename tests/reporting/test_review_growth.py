"""The work of a review, its page and its replies grows with the draft and no faster. Work is counted, not timed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from claimlint.project.model import Finding
from claimlint.project.review.model import Remark, Sign
from claimlint.reporting.review.draft import stretches
from claimlint.reporting.review.page import render
from reporting.review_helper import review_of

PIECES = {
    "one endless line": ("post.md", "Zinc completely cures colds in adults. "),
    "many lines": ("post.md", "Take 50 mg of zinc a day.\n\n"),
    "one source": ("post.md", "Zinc shortens colds in adults ([a](https://journal.example.org/doi/10.1/2)).\n\n"),
    "sellers": ("post.md", "I get mine from [a shop](https://shop.example.com/product/zinc).\n\n"),
    "a thread": ("thread.txt", "#7 ann · 2 Jan 2026\nZinc shortens colds in adults.\n\n"),
    "quoted replies": ("post.bbcode", "[quote=ann]Zinc shortens colds in adults.[/quote]\nNo.\n\n"),
    "a web page": ("post.html", "<p>Zinc completely cures colds in adults.</p>"),
}


def work(act: Callable[[], object], *, instructions: bool = False) -> int:
    """How many lines, or instructions, of the review and its reports run."""
    steps = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal steps
        if event == "call":
            if "/review/" not in frame.f_code.co_filename:
                return None
            frame.f_trace_opcodes = instructions
        steps += event == ("opcode" if instructions else "line")
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        act()
    finally:
        sys.settrace(before)
    return steps


@pytest.mark.parametrize("name", PIECES)
def test_four_times_the_draft_is_about_four_times_the_work(name: str) -> None:
    path, piece = PIECES[name]
    small, large = (work(lambda n=n: list(render(review_of(piece * n, path=path)))) for n in (15, 60))  # type: ignore[misc]
    assert large < 4.5 * small, (small, large)


def test_a_line_with_many_remarks_is_cut_in_one_pass() -> None:
    def cut(count: int) -> list[object]:
        places = [(at * 10, at * 10 + 12) for at in range(count)]
        found = [Finding("", "r", "info", *span, 1, 1, 1, 2, "", "", "", *span) for span in places]
        remarks = [Remark(number, each, Sign("", "", "publish", "")) for number, each in enumerate(found, 1)]
        return list(stretches(0, count * 10 + 2, remarks))

    small, large = (work(lambda n=n: cut(n), instructions=True) for n in (100, 400))  # type: ignore[misc]
    assert large < 4.5 * small, (small, large)
