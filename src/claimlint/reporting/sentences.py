"""What reports say in words, where a format has one line of text for everything."""

from __future__ import annotations

from claimlint.document.model import PostRef
from claimlint.project.model import Finding
from claimlint.reporting.terminal import escape


def one_line(text: str) -> str:
    """The words with single spaces between them, and nothing among them that steers what shows them."""
    return escape(" ".join(text.split()))


def wording(finding: Finding) -> str:
    """The sentence as reworded, "" when nothing is offered; a sentence that is to go is said to be."""
    if finding.suggestion is None:
        return ""
    return one_line(finding.suggestion.text) or "(leave the sentence out)"


def said(finding: Finding) -> str:
    """The message; in a thread also whose post it is about."""
    message = one_line(finding.message)
    return f"{message} ({one_line(in_thread(finding.post))})" if finding.post else message


def advice(finding: Finding) -> str:
    """The same, and the wording where there is one."""
    offered = wording(finding)
    return f"{said(finding).rstrip('.')}. Suggestion: {offered}" if offered else said(finding)


def unchecked(error: str) -> str:
    """What is said of a draft that could not be read."""
    return f"could not be checked: {one_line(error)}"


def in_thread(post: PostRef) -> str:
    """Whose post something is in: "post 3 by ann", "ann, quoted in post 4"."""
    author = post.author or "somebody"
    if post.quoted:
        return f"{author}, quoted in post {post.number}" if post.number else f"{author}, quoted"
    return f"post {post.number} by {author}" if post.author else f"post {post.number}"
