"""A review for programs: JSON, version 1, one post a line.

Lines and columns are 1-based code points, end columns exclusive; offsets are code points into the draft.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimlint.project.review.model import Passage, PostReview, Review
from claimlint.reporting.json_report import dump
from claimlint.reporting.paths import shown

VERSION = 1


def render(review: Review) -> Iterator[str]:
    """One JSON document."""
    problems = [{"path": shown(problem.path), "message": problem.error} for problem in review.problems]
    yield f'{{"version": {VERSION}, "profile": {dump(review.profile.id)}, "posts": ['
    separator = "\n"
    for post in review.posts:
        yield separator + dump(_post(post))
        separator = ",\n"
    yield f'\n], "errors": {dump(problems)}}}\n'


def _post(post: PostReview) -> dict[str, Any]:
    return {
        "path": shown(post.draft.path),
        "post": {"number": post.number, "author": post.author, "time": post.time} if post.number else None,
        "start": post.start,
        "end": post.end,
        "words": post.words,
        "proposal": post.verdict,
        "reasons": [
            {
                "sign": reason.sign.name,
                "proposal": reason.sign.verdict,
                "reason": reason.sign.reason,
                "remarks": reason.remarks,
                "lines": reason.lines,
            }
            for reason in post.reasons
        ],
        "by_rule": dict(post.by_rule),
        "by_severity": dict(post.by_severity),
        "passages": [_passage(passage) for passage in post.passages],
        "claims": [
            {
                "line": claim.line,
                "text": post.draft.text[claim.start : claim.end],
                "dose": claim.dose,
                "covered": claim.covered,
                "lost": claim.lost,
                "sources": claim.sources,
                "population": claim.population,
                "species": claim.species,
                "remarks": claim.remarks,
            }
            for claim in post.claims
        ],
        "sources": [source._asdict() for source in post.sources],
        "passed": [passed._asdict() for passed in post.passed],
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "line": passage.line,
        "start": passage.start,
        "end": passage.end,
        "suggestion": passage.suggestion.text if passage.suggestion else None,
        "remarks": [
            {
                "number": remark.number,
                "sign": remark.sign.name,
                "group": remark.sign.group,
                "rule": remark.finding.rule,
                "severity": remark.finding.severity,
                "line": remark.finding.line,
                "column": remark.finding.column,
                "end_line": remark.finding.end_line,
                "end_column": remark.finding.end_column,
                "text": remark.finding.text,
                "message": remark.finding.message,
            }
            for remark in passage.remarks
        ],
    }
