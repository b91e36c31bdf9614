"""The review of files: what `claimlint review` runs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimlint.errors import ClaimlintError
from claimlint.lexicons.nearest import nearest
from claimlint.project.discovery import Problem, Target, problem_of
from claimlint.project.lint import Linter, make_linter
from claimlint.project.model import FileResult, Settings
from claimlint.project.reading import read_draft, read_stdin
from claimlint.project.review.make import review_posts, review_text
from claimlint.project.review.model import PostReview, Profile, Review


def review_targets(items: Iterable[Target | Problem], profile: Profile) -> Review:
    """Review every target. What cannot be read is told in the review's `problems`.

    Raises ClaimlintError when a rule file is malformed, or the profile names a rule that there is not.
    """
    linters: dict[Settings, Linter] = {}
    posts: list[PostReview] = []
    problems: list[FileResult] = []
    for item in items:
        if isinstance(item, Problem):
            problems.append(FileResult(item.path, error=item.message))
            continue
        settings = _settings(item.settings, profile)
        if settings not in linters:
            linters[settings] = make_linter(settings)
            check_rules(profile, [rule.id for rule in linters[settings].rules], settings)
        try:
            text = (read_stdin if item.stdin else read_draft)(item.path, settings.max_bytes)
        except ClaimlintError as error:
            problem = problem_of(error, item.path)
            problems.append(FileResult(problem.path, error=problem.message))
            continue
        posts += review_text(linters[settings], profile, text, path=item.path)
    return review_posts(profile, posts, problems)


def check_rules(profile: Profile, known: Sequence[str], settings: Settings) -> None:
    """Raise ClaimlintError when the profile names a rule that there is not; one that is switched off is known."""
    names = {*known, *settings.ignore}
    if settings.select:
        return
    for sign in profile.signs:
        for rule in (*sign.rules, *sign.beside):
            if rule not in names:
                message = f'the sign "{sign.name}" names an unknown rule "{rule}"{nearest(rule, names)}'
                raise ClaimlintError(message, path=profile.path)


def _settings(settings: Settings, profile: Profile) -> Settings:
    """The draft's own settings on top of the profile's severities. What an author says is all right in a comment is for
    the moderator to judge."""
    own = dict(settings.severity)
    severity = tuple((rule, own.get(rule, value)) for rule, value in profile.severity)
    others = ((r, v) for r, v in settings.severity if r not in dict(severity))
    return settings._replace(severity=(*severity, *others), heed_comments=False)
