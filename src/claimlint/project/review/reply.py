"""What a reply to the author of a post says: which passages, in which order, and what is asked for each."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.language.slots import SLOT
from claimlint.project.review.model import Passage, PostReview, Profile, Remark, Verdict
from claimlint.records import NamedTuple

SHOWN = 8
"""Passages that a reply goes into; nobody reads a list of thirty."""


class Item(NamedTuple):
    """A passage, what is asked, and the wording that is offered: "" for none, or for one that only marks where the
    source would stand."""

    line: int
    """0 in a thread, whose authors never see the lines of the file."""
    words: str
    asks: tuple[str, ...]
    wording: str


class More(NamedTuple):
    """Passages that the reply only counts, with their lines (none in a thread)."""

    passages: int
    lines: tuple[int, ...]


class Reply(NamedTuple):
    """A reply to one author. `withheld` says why none may be sent, and is "" for one that may."""

    post: PostReview
    verdict: Verdict
    items: tuple[Item, ...]
    more: More
    optional: tuple[Item, ...]
    """Matters of style: offered, not asked for."""
    withheld: str = ""


def reply_to(profile: Profile, post: PostReview) -> Reply:
    """The reply to the author of a post. What the post quotes of others is not theirs to change."""
    own = [(passage, remarks) for passage in post.passages if (remarks := _for_author(passage))]
    person = next((remark.sign for remark in post.remarks if remark.sign.reply == "person"), None)
    if person is not None:
        return Reply(post, post.verdict, (), More(0, ()), (), person.reason)
    order = {group.name: place for place, group in enumerate(profile.groups)}
    own.sort(key=lambda each: (min(order[remark.sign.group] for remark in each[1]), each[0].start))
    asked = [each for each in own if _matters(each[1])]
    optional = [each for each in own if not _matters(each[1])]
    numbered = not post.number
    rest = asked[SHOWN:]
    lines = tuple(dict.fromkeys(passage.line for passage, _ in rest)) if numbered else ()
    return Reply(
        post,
        post.verdict,
        tuple(_item(passage, remarks, numbered) for passage, remarks in asked[:SHOWN]),
        More(len(rest), lines),
        tuple(_item(passage, remarks, numbered) for passage, remarks in optional[: max(SHOWN - len(asked), 0)]),
    )


def _matters(remarks: Sequence[Remark]) -> bool:
    """Whether more than style is at stake."""
    return any(remark.sign.verdict != "publish" for remark in remarks)


def _for_author(passage: Passage) -> list[Remark]:
    return [
        remark
        for remark in passage.remarks
        if remark.sign.reply == "wording" and not (remark.finding.post and remark.finding.post.quoted)
    ]


def _item(passage: Passage, remarks: Sequence[Remark], numbered: bool) -> Item:
    asks = tuple(dict.fromkeys(remark.sign.ask or remark.finding.message for remark in remarks))
    return Item(passage.line if numbered else 0, passage.words, asks, _wording(passage))


def _wording(passage: Passage) -> str:
    if passage.suggestion is None:
        return ""
    wording = " ".join(passage.suggestion.text.split())
    return "" if _letters(wording.replace(SLOT, "")) == _letters(passage.words) else wording


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
