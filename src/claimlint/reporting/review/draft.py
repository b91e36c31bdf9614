"""The draft itself, line by line, with its findings marked in place and the remarks beside their lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimlint.project.review.model import Passage, PostReview, Remark
from claimlint.reporting.review.elements import Html, el
from claimlint.rules.model import SEVERITIES


class Stretch(NamedTuple):
    """A part of a line in which the same remarks hold. `ends` are those that end with it."""

    start: int
    end: int
    remarks: tuple[Remark, ...]
    ends: tuple[Remark, ...]


class Row(NamedTuple):
    """Lines (start and end offsets, without their line breaks) that are shown together, and what is said of them."""

    first: int
    lines: tuple[tuple[int, int], ...]
    passages: tuple[Passage, ...]


def draft(post: PostReview, key: str) -> Html:
    """The whole draft; `key` is the prefix of the post's ids."""
    return el("div", [_row(post, row, key) for row in rows(post)], class_="draft")


def rows(post: PostReview) -> Iterator[Row]:
    """The lines of a post, cut so that each remark stands beside the lines that it is about."""
    result = post.draft
    first = result.position(post.start).line
    last = result.position(max(post.start, post.end - 1)).line
    waiting = sorted(post.passages, key=lambda passage: passage.remarks[0].finding.start, reverse=True)
    lines: list[tuple[int, int]] = []
    held: list[Passage] = []
    reach = 0
    for line in range(first, last + 1):
        start = result.line_starts[line - 1]
        end = start + len(result.line_text(line))
        begins = waiting and waiting[-1].remarks[0].finding.start <= end
        if lines and not held and begins:
            yield Row(line - len(lines), tuple(lines), ())
            lines = []
        lines.append((max(start, post.start), min(end, post.end)))
        while waiting and waiting[-1].remarks[0].finding.start <= end:
            held.append(waiting.pop())
            reach = max(reach, *(remark.finding.end for remark in held[-1].remarks))
        if held and reach <= end:
            yield Row(line + 1 - len(lines), tuple(lines), tuple(held))
            lines, held = [], []
    if lines:
        yield Row(last + 1 - len(lines), tuple(lines), tuple(held))


def stretches(start: int, end: int, remarks: Sequence[Remark]) -> Iterator[Stretch]:
    """A line cut wherever a remark's words begin or end, so that overlapping remarks need no overlapping elements."""
    here = [remark for remark in remarks if remark.finding.start < end and remark.finding.end > start]
    cuts = {start, end}
    for remark in here:
        cuts |= {max(remark.finding.start, start), min(remark.finding.end, end)}
    places = sorted(cuts)
    for low, high in pairwise(places):
        inside = tuple(r for r in here if r.finding.start <= low and high <= r.finding.end)
        yield Stretch(low, high, inside, tuple(r for r in inside if r.finding.end == high))


def _row(post: PostReview, row: Row, key: str) -> Html:
    here = [remark for passage in row.passages for remark in passage.remarks]
    lines = [_line(post, row.first + at, span, here, key) for at, span in enumerate(row.lines)]
    notes = [_note(passage, key) for passage in row.passages]
    beside = el("div", notes, class_="notes") if notes else None
    return el("div", el("div", lines, class_="lines"), beside, class_="row" if notes else "row plain")


def _line(post: PostReview, number: int, span: tuple[int, int], remarks: Sequence[Remark], key: str) -> Html:
    source = post.draft.text
    parts = [_stretch(source, stretch, key) for stretch in stretches(*span, remarks)]
    return el("p", el("span", parts, class_="words", dir="auto"), class_="line", id=f"{key}-l{number}", data_n=number)


def _stretch(source: str, stretch: Stretch, key: str) -> Html:
    words = source[stretch.start : stretch.end]
    if not stretch.remarks:
        return el("bdi", words) if not words.isascii() else el("span", words)
    worst = min((remark.finding.severity for remark in stretch.remarks), key=SEVERITIES.index)
    anchors = [
        el("span", id=f"{key}-m{remark.number}") for remark in stretch.remarks if remark.finding.start == stretch.start
    ]
    numbers = [_number(remark, key) for remark in stretch.ends]
    return el("span", anchors, el("mark", words, class_=worst), numbers)


def _number(remark: Remark, key: str) -> Html:
    finding = remark.finding
    label = f"remark {remark.number}: {finding.severity}, {finding.rule}"
    return el("sup", el("a", remark.number, href=f"#{key}-r{remark.number}", aria_label=label))


def _note(passage: Passage, key: str) -> Html:
    """The remarks about one passage, and the wording that mends them together."""
    worst = min((remark.finding.severity for remark in passage.remarks), key=SEVERITIES.index)
    return el("div", [_remark(remark, key) for remark in passage.remarks], wording(passage), class_=f"note {worst}")


def _remark(remark: Remark, key: str) -> Html:
    finding = remark.finding
    back = el("a", remark.number, href=f"#{key}-m{remark.number}", aria_label=f"remark {remark.number}: to its words")
    head = el("p", el("b", back), " ", el("b", finding.severity, class_="severity"), " ", el("code", finding.rule))
    why = el("details", el("summary", "Why"), el("p", finding.why)) if finding.why else None
    return el("div", head, el("p", finding.message), why, id=f"{key}-r{remark.number}", tabindex="-1", class_="remark")


def wording(passage: Passage) -> Html | None:
    """The suggested wording of a passage, if there is one."""
    if passage.suggestion is None:
        return None
    wording = " ".join(passage.suggestion.text.split()) or "(leave the sentence out)"
    return el("div", el("p", "Suggested wording"), el("blockquote", el("p", wording, dir="auto")), class_="wording")
