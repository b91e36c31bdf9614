"""The draft itself, line by line, with its findings marked in place and the remarks beside their lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from claimlint.project.review.model import Passage, PostReview, Remark, ShownLine
from claimlint.records import NamedTuple
from claimlint.reporting.review.elements import Html, el
from claimlint.rules.model import SEVERITIES


class Stretch(NamedTuple):
    """A part of a line in which the same remarks hold. `ends` are those that end with it."""

    start: int
    end: int
    remarks: tuple[Remark, ...]
    ends: tuple[Remark, ...]


class Row(NamedTuple):
    """Lines that are shown together, and what is said of them."""

    lines: tuple[ShownLine, ...]
    passages: tuple[Passage, ...]


def draft(post: PostReview, key: str) -> Html:
    """The whole draft; `key` is the prefix of the post's ids."""
    firsts = {line.number: line.start for line in reversed(post.lines)}  # two blocks of a web page can share a line
    starts = set(firsts.values())
    return el("div", [_row(row, key, starts) for row in rows(post)], class_="draft")


def rows(post: PostReview) -> Iterator[Row]:
    """The lines of a post, cut so that each remark stands beside the lines that it is about."""
    waiting = sorted(post.passages, key=_starts, reverse=True)
    lines: list[ShownLine] = []
    held: list[Passage] = []
    reach = 0
    for line in post.lines:
        end = line.start + len(line.text)
        if lines and not held and waiting and _starts(waiting[-1]) < max(end, line.start + 1):
            yield Row(tuple(lines), ())
            lines = []
        lines.append(line)
        while waiting and _starts(waiting[-1]) < max(end, line.start + 1):
            held.append(waiting.pop())
            reach = max(reach, *(remark.finding.end for remark in held[-1].remarks))
        if held and reach <= end:
            yield Row(tuple(lines), tuple(held))
            lines, held = [], []
    if lines:
        yield Row(tuple(lines), tuple(held + waiting[::-1]))


def _starts(passage: Passage) -> int:
    """Where the first words stand that a passage's remarks are about."""
    return min(remark.finding.start for remark in passage.remarks)


def stretches(start: int, end: int, remarks: Sequence[Remark]) -> Iterator[Stretch]:
    """A line cut wherever a remark's words begin or end, so that overlapping remarks need no overlapping elements."""
    here = [remark for remark in remarks if remark.finding.start < end and remark.finding.end > start]
    here.sort(key=lambda remark: remark.finding.start, reverse=True)
    cuts = {start, end}
    for remark in here:
        cuts |= {max(remark.finding.start, start), min(remark.finding.end, end)}
    inside: list[Remark] = []
    for low, high in pairwise(sorted(cuts)):
        inside = [remark for remark in inside if remark.finding.end > low]
        while here and here[-1].finding.start <= low:
            inside.append(here.pop())
        ends = [remark for remark in inside if remark.finding.end == high]
        yield Stretch(low, high, tuple(sorted(inside)), tuple(sorted(ends)))


def _row(row: Row, key: str, firsts: Set[int]) -> Html:
    here = [remark for passage in row.passages for remark in passage.remarks]
    lines = [_line(line, here, key, first=line.start in firsts) for line in row.lines]
    notes = [_note(passage, key) for passage in row.passages]
    beside = el("div", notes, class_="notes") if notes else None
    return el("div", el("div", lines, class_="lines"), beside, class_="row" if notes else "row plain")


def _line(line: ShownLine, remarks: Sequence[Remark], key: str, *, first: bool) -> Html:
    parts = [_stretch(line, each, key) for each in stretches(line.start, line.start + len(line.text), remarks)]
    words = el("span", parts, class_="words", dir="auto")
    kind = "line flowing" if line.flowing else "line"
    return el("p", words, class_=kind, id=f"{key}-l{line.number}" if first else None, data_n=line.number)


def _stretch(line: ShownLine, stretch: Stretch, key: str) -> Html:
    words = line.text[stretch.start - line.start : stretch.end - line.start]
    if not stretch.remarks:
        return el("bdi" if not words.isascii() else "span", words)
    worst = min((remark.finding.severity for remark in stretch.remarks), key=SEVERITIES.index)
    begins = (remark for remark in stretch.remarks if max(remark.finding.start, line.start) == stretch.start)
    anchors = [el("span", id=f"{key}-m{remark.number}") for remark in begins if remark.finding.start == stretch.start]
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
    severity = el("b", finding.severity, class_=f"severity {finding.severity}")
    post = finding.post
    quoted = f" · in words of {post.author or 'somebody'}, quoted here" if post is not None and post.quoted else None
    head = el("p", el("b", back), " ", severity, " ", el("code", finding.rule), quoted)
    why = el("details", el("summary", "Why"), el("p", finding.why)) if finding.why else None
    return el("div", head, el("p", finding.message), why, id=f"{key}-r{remark.number}", tabindex="-1", class_="remark")


def wording(passage: Passage) -> Html | None:
    """The suggested wording of a passage, if there is one."""
    if passage.suggestion is None:
        return None
    wording = " ".join(passage.suggestion.text.split()) or "(leave the sentence out)"
    return el("div", el("p", "Suggested wording"), el("blockquote", el("p", wording, dir="auto")), class_="wording")
