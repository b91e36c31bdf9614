"""Measuring findings against gold labels: precision, recall and F1 for each rule.

A label is `{"rule", "line", "quote", "label": "yes"|"maybe"}`, one JSON object a line, in `<draft>.jsonl`. A finding is
right when it overlaps the unit of a `yes` label of its rule, ignored when it overlaps only a `maybe`, wrong otherwise;
several findings of one rule in one unit count once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimlint.document.decode import decode
from claimlint.errors import ClaimlintError
from claimlint.lazy import lazy
from claimlint.lexicons.nearest import nearest
from claimlint.records import NamedTuple

BOUNDARY = lazy(
    r"(?<=[.!?])[\"')\]*_]*\s+(?=[\"'(\[*_]*[A-Z0-9•])|\n\s*\n|\n(?=\s*(?:[-*+•|#>]|\d+[.)])\s?)|\n(?=[A-Z])"
)
"""Where a labelled unit ends: a sentence end, a blank line, a new item, row or heading."""

REACH = 3000
"""How far from a label its unit can reach, in code points."""

LABELS = ("yes", "maybe")
KEYS = ("rule", "line", "quote", "label", "note")


class Label(NamedTuple):
    """A gold label with the unit it stands for, in offsets into the draft with \\r\\n folded to \\n."""

    rule: str
    line: int
    label: str
    start: int
    end: int


class Span(NamedTuple):
    """A finding, reduced to what counts; offsets as in `Label`."""

    rule: str
    line: int
    start: int
    end: int


class Mistake(NamedTuple):
    """A miss or a false alarm."""

    kind: str
    """`missed` or `false`."""
    draft: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Score:
    """The counts of one rule. `hits` are labels found, `right` findings that found one."""

    gold: int
    hits: int
    right: int
    wrong: int
    unsure: int
    mistakes: tuple[Mistake, ...]

    @property
    def precision(self) -> float:
        """Right findings among those that count; 1 when there is none."""
        counted = self.right + self.wrong
        return self.right / counted if counted else 1.0

    @property
    def recall(self) -> float:
        """`yes` labels found; 1 when there is none."""
        return self.hits / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def score_draft(text: str, labels: Sequence[Label], findings: Iterable[Span], draft: str) -> Score:
    """The counts of one rule on one draft; `labels` and `findings` are that rule's."""
    matched: set[int] = set()
    seen: set[tuple[int, int]] = set()
    right = wrong = unsure = 0
    mistakes = []
    for found in findings:
        over = [i for i, label in enumerate(labels) if found.start < label.end and label.start < found.end]
        best = max((i for i in over if labels[i].label == "yes"), key=lambda i: _shared(found, labels[i]), default=-1)
        key = (-1, best) if best >= 0 else unit_around(text, found.start, found.end)
        if key in seen:
            continue
        seen.add(key)
        if best >= 0:
            right += 1
            matched.add(best)
        elif over:
            unsure += 1
        else:
            wrong += 1
            mistakes.append(Mistake("false", draft, found.line, _line(text[found.start : found.end])))
    gold = [i for i, label in enumerate(labels) if label.label == "yes"]
    for i in gold:
        if i not in matched:
            mistakes.append(Mistake("missed", draft, labels[i].line, _line(text[labels[i].start : labels[i].end])))
    return Score(len(gold), len(matched), right, wrong, unsure, tuple(mistakes))


def total(scores: Iterable[Score]) -> Score:
    """The sum of several scores."""
    parts = list(scores)
    return Score(
        sum(s.gold for s in parts),
        sum(s.hits for s in parts),
        sum(s.right for s in parts),
        sum(s.wrong for s in parts),
        sum(s.unsure for s in parts),
        tuple(m for s in parts for m in s.mistakes),
    )


def unit_around(text: str, start: int, end: int) -> tuple[int, int]:
    """A span widened to the sentence, item or row round it."""
    left, right = 0, len(text)
    for match in BOUNDARY.finditer(text, max(0, start - REACH), min(len(text), end + REACH)):
        if match.end() <= start:
            left = match.end()
        elif match.start() >= end:
            right = match.start()
            break
    return left, right


def read_labels(path: Path, text: str, rules: Sequence[str]) -> list[Label]:
    """The labels of one gold file, each widened to its unit; two labels of one rule never share text.

    Raises ClaimlintError naming the line for anything malformed, and for a quote that the draft does not hold.
    """
    starts = line_starts(text)
    found: dict[str, list[tuple[int, int, int, str]]] = {}
    for number, row in enumerate(_rows(path), 1):
        if row.strip():
            rule, line, quote, label = _row(path, number, row, rules)
            at = _find(text, starts, line, quote)
            if at < 0:
                raise ClaimlintError(f"the draft does not hold the quote {quote[:60]!r}", path=str(path), line=number)
            found.setdefault(rule, []).append((at, at + len(quote), line, label))
    labels = []
    for rule, spans in found.items():
        spans.sort()
        for i, (start, end, line, label) in enumerate(spans):
            left, right = unit_around(text, start, end)
            left = max([left, *(b for _, b, _, _ in spans[:i] if b <= start)])
            right = min([right, *(a for a, _, _, _ in spans[i + 1 :] if a >= end)])
            labels.append(Label(rule, line, label, left, right))
    return labels


def line_starts(text: str) -> list[int]:
    """The offset of each line; only \\n ends a line here, as in the labels."""
    return [0, *(m.end() for m in re.finditer("\n", text))]


def offset_of(starts: Sequence[int], line: int, column: int) -> int:
    """The offset of a 1-based line and column."""
    return starts[min(line, len(starts)) - 1] + column - 1


def _shared(found: Span, label: Label) -> int:
    return min(found.end, label.end) - max(found.start, label.start)


def _line(text: str) -> str:
    return " ".join(text.split())[:200]


def _rows(path: Path) -> list[str]:
    try:
        return decode(path.read_bytes(), path=str(path)).text.split("\n")
    except OSError as error:
        raise ClaimlintError(f"cannot be read: {error.strerror}", path=str(path)) from error


def _row(path: Path, number: int, row: str, rules: Sequence[str]) -> tuple[str, int, str, str]:
    def error(message: str, key: str = "") -> ClaimlintError:
        return ClaimlintError(message, path=str(path), line=number, key=key)

    try:
        data = json.loads(row)
    except ValueError as problem:
        raise error(f"is not JSON: {problem}") from problem
    if not isinstance(data, dict):
        raise error("is not a JSON object")
    for key in data:
        if key not in KEYS:
            raise error(f"unknown key{nearest(key, KEYS)}", key)
    rule, line, quote, label = data.get("rule"), data.get("line"), data.get("quote"), data.get("label", "yes")
    if rule not in rules:
        raise error(f'"{rule}" is not a rule{nearest(str(rule), rules)}', "rule")
    if not isinstance(line, int) or isinstance(line, bool) or line < 1:
        raise error("must be a line number from 1", "line")
    if not isinstance(quote, str) or not quote:
        raise error("must be words of the draft", "quote")
    if label not in LABELS:
        raise error(f'"{label}" is not a label{nearest(str(label), LABELS)}', "label")
    return str(rule), line, quote, str(label)


def _find(text: str, starts: Sequence[int], line: int, quote: str) -> int:
    """The quote on its line, else a line or so off, else anywhere."""
    line = min(line, len(starts))
    stop = starts[line] if line < len(starts) else len(text)
    at = text.find(quote, starts[line - 1], stop)
    if at < 0:
        low, high = starts[max(0, line - 4)], starts[min(len(starts) - 1, line + 3)]
        at = text.find(quote, low, high if high > low else len(text))
    return at if at >= 0 else text.find(quote)
