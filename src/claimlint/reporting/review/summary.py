"""The head of a post: what is proposed, why, and what to look at first."""

from __future__ import annotations

from claimlint.project.review.model import PostReview, Profile, Reason, Remark, Verdict
from claimlint.reporting.review.elements import Html, el
from claimlint.rules.model import SEVERITIES

VERDICT_NAMES: dict[Verdict, str] = {
    "publish": "Publish",
    "edit": "Publish after edits",
    "hold": "Hold for a second moderator",
    "escalate": "Escalate",
}
SHOWN = 10
"""Remarks of a post that the list of what to look at first names one by one."""
LONGEST = 160


def title_of(post: PostReview) -> str:
    """What a post is called: its file, and its number and author in a thread."""
    if not post.number:
        return post.draft.path
    by = f" by {post.author}" if post.author else ""
    return f"{post.draft.path}: post {post.number}{by}"


def verdict(post: PostReview) -> Html:
    """The proposal, and the counts of the post."""
    facts = [f"{post.words} words"]
    if post.time:
        facts.append(f"posted {post.time}")
    facts += [f"{rule} {count}" for rule, count in post.by_rule]
    return el(
        "div",
        el("p", "Proposal: ", el("strong", VERDICT_NAMES[post.verdict]), class_=f"verdict {post.verdict}"),
        el("p", " · ".join(facts), class_="facts"),
    )


def reasons(post: PostReview) -> Html:
    """The reasons that led to the proposal."""
    if not post.reasons:
        return el("p", "There is no remark about this post.")
    return el("ul", [_reason(reason) for reason in post.reasons])


def _reason(reason: Reason) -> Html:
    weight = "Note" if reason.sign.verdict == "publish" else VERDICT_NAMES[reason.sign.verdict]
    return el("li", el("b", weight), f": {reason.sign.reason} ({_lines(reason.lines)})")


def counted(post: PostReview) -> str:
    """The remarks by severity: "2 errors, 16 warnings"."""
    counts = dict(post.by_severity)
    parts = [
        f"{counts[name]} {name}{'s' * (counts[name] > 1 and name != 'info')}" for name in SEVERITIES if name in counts
    ]
    return ", ".join(parts) or "none"


def look_first(profile: Profile, post: PostReview, key: str) -> Html:
    """The remarks by level of triage: the first ones in words, the rest counted with their lines."""
    if not post.remarks:
        return el("p", "Nothing.")
    room = SHOWN
    parts = []
    for group in profile.groups:
        here = [remark for remark in post.remarks if remark.sign.group == group.name]
        if not here:
            continue
        named, rest = here[:room], here[room:]
        room -= len(named)
        items = [_item(remark, key) for remark in named]
        if rest:
            items.append(el("li", f"{len(rest)} more: {_lines(tuple(dict.fromkeys(r.finding.line for r in rest)))}"))
        parts.append([el("h4", group.title), el("p", group.about), el("ul", items)])
    return el("div", parts)


def _item(remark: Remark, key: str) -> Html:
    finding = remark.finding
    words = " ".join(finding.text.split())
    shown = words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
    place = el("a", f"line {finding.line}", href=f"#{key}-r{remark.number}")
    return el("li", place, " ", el("code", finding.rule), ": ", el("q", el("bdi", shown)))


def _lines(lines: tuple[int, ...]) -> str:
    shown = ", ".join(map(str, lines))
    return f"line {shown}" if len(lines) == 1 else f"lines {shown}"
