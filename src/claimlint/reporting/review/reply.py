"""A reply to the author of a post, ready to be pasted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimlint.project.review.model import Review
from claimlint.project.review.reply import Item, Reply, reply_to
from claimlint.reporting.review.markup import MARKUPS, Markup
from claimlint.reporting.review.summary import title_of
from claimlint.reporting.sentences import one_line

LONGEST_QUOTE = 300
LONGEST_WORDING = 500
LONGEST_NAME = 60

OPENINGS = {
    "publish": "thanks for your post. It can go live as it is.",
    "edit": "thanks for your post. Before it goes live, {changes}. The text is yours; this is what it is about:",
    "hold": "thanks for your post. A second moderator will look at it before it goes live; in any case, {changes}. "
    "The text is yours; this is what it is about:",
}
OPENINGS["escalate"] = OPENINGS["hold"]
NOTHING_ASKED = "thanks for your post. A second moderator will look at it before it goes live."
CLOSING = (
    "Your own experience is welcome when it is told as such. If you have a source that I missed, reply with its link, "
    "DOI or PMID. This is about the text, not about you."
)


def render(review: Review, markup: str) -> Iterator[str]:
    """The replies to the authors of all posts; each under a line that names the post, if there are several."""
    replies = [reply_to(review.profile, post) for post in review.posts]
    sent = [reply for reply in replies if not reply.withheld]
    for place, reply in enumerate(sent):
        if len(replies) > 1:
            yield "" if place == 0 else "\n"
            yield f"===== {one_line(title_of(reply.post))} =====\n\n"
        yield text_of(reply, markup)


def withheld(review: Review) -> Iterator[tuple[str, str]]:
    """The posts that must not get a reply about wording, and why."""
    for post in review.posts:
        reply = reply_to(review.profile, post)
        if reply.withheld:
            yield title_of(post), reply.withheld


def text_of(reply: Reply, markup: str) -> str:
    """One reply. Empty for one that is withheld."""
    return "\n\n".join(_paragraphs(reply, MARKUPS[markup])) + "\n" if not reply.withheld else ""


def _paragraphs(reply: Reply, markup: Markup) -> Iterator[str]:
    name = markup.escape(reply.post.author[:LONGEST_NAME])
    yield f"Hi {name}," if name else "Hi,"
    count = len(reply.items) + reply.more.passages
    changes = "one passage needs a change" if count == 1 else f"{count} passages need a change"
    asked = OPENINGS[reply.verdict].format(changes=changes)
    yield asked if count or reply.verdict == "publish" else NOTHING_ASKED
    yield from _items(reply.items, markup)
    if reply.more.passages:
        where = f": lines {', '.join(map(str, reply.more.lines))}" if reply.more.lines else ""
        yield f"{reply.more.passages} more of the same kind{where}."
    if reply.optional:
        yield "Only if you like:"
        yield from _items(reply.optional, markup)
    if count:
        yield CLOSING


def _items(items: Sequence[Item], markup: Markup) -> Iterator[str]:
    """Each passage, with what is asked for it and for those after it; that is said once."""
    for place, item in enumerate(items):
        if item.line:
            yield markup.strong(f"Line {item.line}")
        if item.words:
            yield markup.quote(markup.escape(_cut(item.words, LONGEST_QUOTE)))
        offered = item.wording and markup.quote(markup.escape(_cut(item.wording, LONGEST_WORDING)))
        if not place or items[place - 1].asks != item.asks:
            yield _asked(item, markup) + _same(items[place + 1 :], item)
        if offered:
            yield "For example:"
            yield offered


def _same(following: Sequence[Item], item: Item) -> str:
    """For how many of the next passages the same is asked."""
    count = next((place for place, each in enumerate(following) if each.asks != item.asks), len(following))
    if not count:
        return ""
    return " The same goes for the next one." if count == 1 else f" The same goes for the next {count}."


def _asked(item: Item, markup: Markup) -> str:
    sentences = (ask if ask.endswith((".", "!", "?")) else f"{ask[0].upper()}{ask[1:]}." for ask in item.asks)
    return markup.escape(" ".join(sentences))


def _cut(words: str, longest: int) -> str:
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
