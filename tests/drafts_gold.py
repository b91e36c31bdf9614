"""Reading the labelled drafts of tests/drafts: the expected findings stand on the lines they belong to."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from claimlint.project.evaluate import Label, unit_around

FOLDER = Path(__file__).parent / "drafts"
MARKER = re.compile(r" ⟦(maybe )?([a-z-]+): ([^⟦⟧]+)⟧")


class Marked(NamedTuple):
    """The words of one label, in offsets into the draft without its markers."""

    rule: str
    start: int
    end: int
    line: int
    label: str


class Draft(NamedTuple):
    """A draft without its markers, and the labels that they stood for."""

    path: Path
    text: str
    labels: tuple[Label, ...]
    marked: tuple[Marked, ...]


def drafts() -> list[Draft]:
    """Every labelled draft, by name."""
    return [read_draft(path) for path in sorted(FOLDER.iterdir()) if path.name != "README.md"]


def read_draft(path: Path) -> Draft:
    """One draft; fails loudly when a label's words are not on its line exactly once."""
    lines, found = [], []
    offset = 0
    for number, raw in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        line = MARKER.sub("", raw)
        for maybe, rule, words in MARKER.findall(raw):
            assert line.count(words) == 1, f"{path.name}:{number}: {words!r} is on its line {line.count(words)} times"
            start = offset + line.index(words)
            found.append(Marked(rule, start, start + len(words), number, "maybe" if maybe else "yes"))
        lines.append(line)
        offset += len(line) + 1
    text = "\n".join(lines)
    return Draft(path, text, tuple(_widened(text, found)), tuple(found))


def _widened(text: str, found: list[Marked]) -> list[Label]:
    labels = []
    for rule, start, end, line, label in found:
        same = [(a, b) for other, a, b, _, _ in found if other == rule]
        left, right = unit_around(text, start, end)
        left = max([left, *(b for _, b in same if b <= start)])
        right = min([right, *(a for a, _ in same if a >= end)])
        labels.append(Label(rule, line, label, left, right))
    return labels
