"""What a report keeps for later comes back whole and in order, however much it is."""

from __future__ import annotations

import pytest

from claimlint.project.lint import lint_text
from claimlint.project.model import FileResult
from claimlint.reporting import aside
from claimlint.reporting.aside import Aside
from claimlint.reporting.formats import render
from claimlint.reporting.style import Style


@pytest.mark.parametrize("room", [1, 20, 10_000])
def test_pieces_come_back_in_their_order(room: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "IN_MEMORY", room)
    monkeypatch.setattr(aside, "CHUNK", 7)
    kept = Aside(";\n")
    pieces = [f"{number} 漢\r\n\ud800" for number in range(30)]
    for piece in pieces:
        kept.add(piece)
    assert kept.count == 30
    assert "".join(kept) == ";\n".join(pieces)
    assert list(Aside(";")) == []


@pytest.mark.parametrize("name", ["json", "html", "markdown"])
def test_a_report_is_the_same_when_its_parts_wait_on_the_disk(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    results = [lint_text("Zinc cures colds.\n", path=f"{number}.md") for number in range(5)]
    results.append(FileResult("gone.md", error="no such file or folder"))
    expected = "".join(render(name, results, Style()))
    monkeypatch.setattr(aside, "IN_MEMORY", 10)
    assert "".join(render(name, results, Style())) == expected
    assert "gone.md" in expected
