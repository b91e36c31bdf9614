"""From drafts to their review."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from claimlint.document.model import Document, Post
from claimlint.project.lint import Examination, Linter
from claimlint.project.model import FileResult, Finding
from claimlint.project.review.evidence import DraftEvidence
from claimlint.project.review.lines import passed_in, shown_lines
from claimlint.project.review.model import (
    VERDICTS,
    Passage,
    PostReview,
    Profile,
    Remark,
    Review,
)
from claimlint.project.review.triage import Seen, triage
from claimlint.rewording.model import NO_REWORDING, Request, Suggestion
from claimlint.rewording.reword import suggest_together

NOTHING: frozenset[str] = frozenset()


def review_posts(profile: Profile, posts: Iterable[PostReview], problems: Iterable[FileResult] = ()) -> Review:
    """The review of a run: the most serious proposals first, and among equals those with the most to do."""
    ordered = sorted(posts, key=lambda post: (-VERDICTS.index(post.verdict), -len(post.remarks)))
    return Review(profile, tuple(ordered), tuple(problems))


def review_text(linter: Linter, profile: Profile, text: str, *, path: str) -> tuple[PostReview, ...]:
    """The posts of one draft, in its order; a draft that is no thread is one post."""
    draft = _Draft(linter.examine(text, path=path), profile)
    posts = draft.document.posts or (Post(0, "", "", 0, len(text)),)
    # What stands before the first post or after the last is told with them: nothing found may be lost.
    borders = [0, *(post.start for post in posts[1:]), len(text)]
    return tuple(draft.post(post, *borders[at : at + 2]) for at, post in enumerate(posts))


class _Draft:
    """One draft, from which its posts are cut."""

    def __init__(self, examined: Examination, profile: Profile) -> None:
        self.document: Document = examined.document
        self._examined = examined
        self._profile = profile
        self._evidence = DraftEvidence(examined)
        self._around = _Around(examined)
        self._notes = passed_in(examined)

    def post(self, post: Post, start: int, end: int) -> PostReview:
        """The review of the post that stands at `start`..`end`."""
        result, document = self._examined.result, self.document
        first, last = (bisect_left(result.findings, at, key=lambda finding: finding.start) for at in (start, end))
        findings = result.findings[first:last]
        outcome = triage(self._profile, [Seen(finding, self._around.kinds(finding)) for finding in findings])
        claims, sources = self._evidence.tables(start, end, outcome.remarks)
        low, high = (bisect_left(self._notes, (at,)) for at in (start, end))
        return PostReview(
            result,
            start,
            end,
            post.number,
            post.author,
            post.time,
            len(document.prose[start:end].split()),
            outcome.verdict,
            outcome.reasons,
            _passages(document, outcome.remarks, self._examined.requests[first:last]),
            claims,
            sources,
            tuple(passed for _, passed in self._notes[low:high]),
            shown_lines(document, result, start, end, findings),
        )


def _passages(document: Document, remarks: Sequence[Remark], requests: Sequence[Request | None]) -> tuple[Passage, ...]:
    """The remarks gathered by the unit that they are about, each with one wording."""
    units: dict[tuple[int, int], list[int]] = {}
    for at, remark in enumerate(remarks):
        units.setdefault((remark.finding.unit_start, remark.finding.unit_end), []).append(at)
    return tuple(
        Passage(
            start,
            end,
            remarks[places[0]].finding.line,
            tuple(remarks[at] for at in places),
            _together([remarks[at].finding for at in places], [requests[at] for at in places]),
            " ".join(document.prose[start:end].split()),
        )
        for (start, end), places in units.items()
    )


def _together(findings: Sequence[Finding], requests: Sequence[Request | None]) -> Suggestion | None:
    mending = [request for request in requests if request is not None and request.recipe != NO_REWORDING]
    if len(mending) > 1:
        return suggest_together(mending)
    return next((finding.suggestion for finding in findings if finding.suggestion is not None), None)


class _Around:
    """The marks of a sentence together with those of the sentence before it in its block, and of the heading above."""

    def __init__(self, examined: Examination) -> None:
        self._document: Document = examined.document
        self._units = examined.reading.units
        self._headings: dict[int, frozenset[str]] = {}
        for unit in examined.document.units:
            if examined.document.blocks[unit.block].kind == "heading":
                self._headings[unit.block] = self._headings.get(unit.block, NOTHING) | self._of(unit.index)

    def kinds(self, finding: Finding) -> frozenset[str]:
        """For a finding of the draft."""
        index = self._document.unit_at(finding.unit_start)
        if index < 0:  # such as a link round an image
            return NOTHING
        unit = self._document.units[index]
        found = self._of(unit.index) | self._headings.get(self._document.blocks[unit.block].heading, NOTHING)
        if unit.index and self._document.units[unit.index - 1].block == unit.block:
            found |= self._of(unit.index - 1)
        return found

    def _of(self, unit: int) -> frozenset[str]:
        marks = self._units[unit]
        return marks.kinds if marks is not None else NOTHING
