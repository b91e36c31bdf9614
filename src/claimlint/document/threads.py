"""Threads: a paste or export of several posts, told apart by the lines that stand over them.

`threadsigns` tells cheaply which drafts cannot be one; nothing here runs on those.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimlint.document.threadheads import Head, head_of, is_name, member, stamp_of
from claimlint.document.threadsigns import may_head
from claimlint.lazy import lazy
from claimlint.records import NamedTuple

_VERB = r"(?:said|wrote|writes|posted|schrieb)"
_MEMBER = r"@?[^\W_][\w.'’-]{0,30}(?: [\w.'’-]{1,20}){0,3}?"
_SAID = lazy(
    rf"(?:on (?P<time>.{{5,60}}?(?: [ap]\.?m\.?)?),? )?(?P<name>{_MEMBER})(?: <[^<>]{{3,60}}>)? {_VERB}"
    r"(?:,? on .{5,40}|,? .{5,40} ago)?:? ?(?:(?P<sign>[↑⤴]) ?.{0,40})?"
    r"|(?:quote:? )?originally posted by (?P<original>.{1,40})",
    re.IGNORECASE,
)
_MAY_SAY = lazy(rf"{_VERB}|[↑⤴]|[Pp]osted by")
_EXPAND = "click to expand"
_PROFILE = lazy(
    r"[•·|*\d.,:/ kKmM-]{1,20}|(?:u/)?\S{1,30} avatar|top \d+% (?:commenter|poster)|op|original poster"
    r"|(?:topic )?author|(?:joined|join date|messages|posts|threads|from|location|gender|age|likes|solutions"
    r"|reaction score|points|reputation|trophy points|thread starter|banned|verified):?\b.{0,30}"
    r"|.{0,20}\b(?:member|moderator|admin|administrator|founder|staff|guest|newbie|regular|leader|veteran|expert"
    r"|supporter|contributor|user|registered)",
    re.IGNORECASE,
)
"""What stands between a member's name and the time of the post: rank, figures, place."""
_LONGEST_QUOTE = 80
_BACK = 14
"""Lines of a member's profile that may stand between the name and the time of a post."""
_NAME_LENGTH = 40
_LEAD = 80
"""Characters that the text before the first post must have to be a post itself, and not the thread's title."""


class PostLines(NamedTuple):
    """A post: its head's first line and the line after it, where its own text begins."""

    number: int
    author: str
    time: str
    first: int
    body: int


class QuoteLines(NamedTuple):
    """Lines that somebody else wrote, under the line `head` that says who."""

    author: str
    head: int
    first: int
    end: int


class Thread(NamedTuple):
    """The posts in order (empty where only quoted replies show that there was a thread), and what they quote."""

    posts: tuple[PostLines, ...]
    quotes: tuple[QuoteLines, ...]

    def heads(self) -> set[int]:
        """The lines that belong to nobody: heads of posts and of quotes."""
        own = {line for post in self.posts for line in range(post.first, post.body)}
        return own | {quote.head for quote in self.quotes}


def find_thread(lines: Sequence[str]) -> Thread | None:
    """The thread that the lines (stripped; blank ones are "") hold, or None, as for nearly every draft."""
    likely = [index for index, line in enumerate(lines) if may_head(line)]
    if not likely:
        return None
    heads = _accepted(lines, likely)
    said = _said(lines, likely)
    if heads:
        opening = next((head for head in said if head.form == "said"), None)
        if opening is not None and opening.line < heads[0][0] and not _expands(lines[: heads[0][0]]):
            heads.insert(0, (opening.line, opening))
        posts = _posts(lines, heads)
        taken = {line for post in posts for line in range(post.first, post.body)}
        said = [head for head in said if head.line not in taken]
    elif _stand_over_posts(lines, said):
        posts, said = _posts(lines, [(head.line, head) for head in said]), []
    else:
        posts = ()
    quotes = _quotes(lines, said, {post.first for post in posts})
    return Thread(posts, quotes) if posts or quotes else None


# -- heads of posts ---------------------------------------------------------------------------------------------


def _accepted(lines: Sequence[str], likely: Sequence[int]) -> list[tuple[int, Head]]:
    """The heads of posts, each with its first line; none where too little speaks for a thread."""
    found: list[tuple[int, Head]] = []
    stamps: list[tuple[int, Head]] = []
    floor = 0
    for index in likely:
        head = head_of(index, lines[index])
        if head is not None and (head.author or head.form == "count"):
            found.append((index, head))
            floor = index + 1
            continue
        stamp = stamp_of(index, lines[index])
        if stamp is None:
            continue
        if stamps and index - stamps[-1][1].line <= 2 and not any(lines[stamps[-1][1].line + 1 : index]):
            first, before = stamps[-1]  # "Jan 2, 2026" and "#3" on two lines
            stamps[-1] = (first, before._replace(line=index, number=before.number or stamp.number))
            continue
        at = _name_above(lines, index, floor)
        if at >= 0:
            stamps.append((at, stamp._replace(author=member(lines[at]))))
        floor = index + 1
    firm = [(at, head) for at, head in found if not head.is_loose]
    loose = [(at, head) for at, head in found if head.is_loose]
    kept = firm if len(firm) > 1 or any(head.is_strong for _, head in firm) else []
    if len(stamps) > 1:
        kept = kept + stamps
    authors = [head.author for _, head in loose]
    if kept or len(set(authors)) < len(authors):
        kept = kept + loose
    kept.sort()
    bodies = sum(
        _has_body(lines, head.line, kept[at + 1][0] if at + 1 < len(kept) else len(lines))
        for at, (_, head) in enumerate(kept)
    )
    return kept if 2 * bodies >= len(kept) else []


def _name_above(lines: Sequence[str], index: int, floor: int) -> int:
    """The line of the member's name above a time: past the lines of the profile. -1 where there is none."""
    best = -1
    seen = 0
    for at in range(index - 1, floor - 1, -1):
        line = lines[at]
        if not line:
            continue
        seen += 1
        if seen > _BACK or len(line) > _NAME_LENGTH or line[-1] in ".!?,;":
            break
        if _PROFILE.fullmatch(line) or stamp_of(at, line):
            continue
        best = at if is_name(line) else -1
        break
    return best


def _has_body(lines: Sequence[str], head: int, end: int) -> bool:
    return any(lines[head + 1 : end])


def _posts(lines: Sequence[str], heads: Sequence[tuple[int, Head]]) -> tuple[PostLines, ...]:
    """The posts under the heads, and before them the one that a paste begins with, if it has no head."""
    posts = [PostLines(head.number, head.author, head.time, first, head.line + 1) for first, head in heads]
    numbers = [post.number for post in posts]
    lead = lines[: posts[0].first]
    if sum(map(len, lead)) > _LEAD and any(line and line[-1] in ".!?" for line in lead):
        posts.insert(0, PostLines(0, "", "", 0, 0))
    if 0 in numbers or len(set(numbers)) < len(numbers) or len(posts) > len(numbers):
        posts = [post._replace(number=number) for number, post in enumerate(posts, 1)]
    return tuple(posts)


# -- quoted replies ---------------------------------------------------------------------------------------------


def _said(lines: Sequence[str], likely: Sequence[int]) -> list[Head]:
    """Lines such as "Ann said:", where the name can be a member's."""
    found = []
    for index in likely:
        text = lines[index].lstrip("> ").replace("*", "").rstrip(" :")
        match = _SAID.fullmatch(text) if _MAY_SAY.search(text) else None
        if match is None:
            continue
        name = match["original"] or match["name"]
        if is_name(name):
            found.append(
                Head(
                    index,
                    "quote" if match["sign"] or match["original"] or match["time"] else "said",
                    0,
                    member(name),
                    match["time"] or "",
                )
            )
    return found


def member_said(line: str) -> str:
    """Who said something, by a line such as "Ann said:"; "" when it is no such line."""
    match = _SAID.fullmatch(" ".join(line.split()).rstrip(" :"))
    name = (match["original"] or match["name"]) if match is not None else ""
    return member(name) if name and is_name(name) else ""


def _stand_over_posts(lines: Sequence[str], said: Sequence[Head]) -> bool:
    """Whether "Ann wrote:" stands over whole posts: several such lines or one at the top, and no sign of quotes."""
    if not said or any(head.form == "quote" or lines[head.line].startswith(">") for head in said):
        return False
    if _expands(lines):
        return False
    for head in said:
        below = next((line for line in lines[head.line + 1 : head.line + 3] if line), "")
        if below.startswith(">") or (head.line and lines[head.line - 1] and lines[head.line - 1].strip("-_=* ")):
            return False
    return len(said) > 1 or not any(lines[: said[0].line])


def _quotes(lines: Sequence[str], said: Sequence[Head], posts: set[int]) -> tuple[QuoteLines, ...]:
    """What each "Ann said:" introduces: the `>` lines below, all up to "Click to expand…", or the next paragraph."""
    expands = _expands(lines)
    found = []
    place = 0
    for head in said:
        while place < len(expands) and expands[place] <= head.line:
            place += 1
        first = head.line + 1
        while first < len(lines) and not lines[first] and first - head.line < 4:
            first += 1
        if place < len(expands) and expands[place] - head.line <= _LONGEST_QUOTE:
            end = expands[place]
        else:
            marked = first < len(lines) and lines[first].startswith(">")
            end = first
            while end < len(lines) and lines[end] and end not in posts and end - first < _LONGEST_QUOTE:
                if marked and not lines[end].startswith(">"):
                    break
                end += 1
        found.append(QuoteLines(head.author, head.line, first, end))
    return tuple(found)


def _expands(lines: Sequence[str]) -> list[int]:
    """The lines "Click to expand…", which XenForo puts under a long quotation."""
    return [index for index, line in enumerate(lines) if line[:15].lower() == _EXPAND]
