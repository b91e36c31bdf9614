"""Reviews of short drafts, for tests of what is made from them."""

from __future__ import annotations

from functools import cache

from claimlint.project.lint import Linter, make_linter
from claimlint.project.model import Settings
from claimlint.project.review.make import review_posts, review_text
from claimlint.project.review.model import Profile, Review
from claimlint.project.review.profile import load_profile


@cache
def moderator() -> tuple[Profile, Linter]:
    profile = load_profile("moderator")
    return profile, make_linter(Settings(rule_paths=profile.rule_paths, heed_comments=False))


def review_of(*texts: str, path: str = "post.md") -> Review:
    """The review of drafts that all have the same name."""
    profile, linter = moderator()
    posts = [post for text in texts for post in review_text(linter, profile, text, path=path)]
    return review_posts(profile, posts)
