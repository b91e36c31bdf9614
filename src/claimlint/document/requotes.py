"""Threads as documents: whose words are read where, so that nobody is blamed twice for one sentence.

A quoted reply is a post of its own: it is read where its author wrote it, and in the quotation only if that is the only
copy in the draft.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence

from claimlint.document.builder import Builder
from claimlint.document.model import Block, Document, Post, Quote
from claimlint.document.threads import Thread, find_thread
from claimlint.lazy import lazy

_WORD = lazy(r"[^\W_]+")
_RUN = 3
"""Words in a row that are compared: a quotation is often cut, and its line breaks are never the original's."""
_MOSTLY = 0.8


def place(builder: Builder, thread: Thread, spans: Sequence[tuple[int, int]]) -> None:
    """Put a thread into the document that is being built; `spans` are the offsets of its lines."""
    starts = [start for start, _ in spans]
    borders = [*(starts[post.first] for post in thread.posts), len(builder.text)]
    builder.posts = tuple(
        Post(post.number, post.author, post.time, borders[at], borders[at + 1]) for at, post in enumerate(thread.posts)
    )
    builder.quotes += [
        Quote(quote.author, starts[quote.first], spans[quote.end - 1][1])
        for quote in thread.quotes
        if quote.first < quote.end
    ]


def read_heads(builder: Builder, source: str, lines: Sequence[str]) -> str:
    """The source of a draft without the lines that stand over the posts of a thread or over a quoted reply, as long as
    before; the thread goes into the document that is being built. `lines` are the source's, stripped."""
    thread = find_thread(lines)
    if thread is None:
        return source
    spans, at = [], 0
    for written, line in zip(source.split("\n"), lines, strict=True):
        start = at + len(written) - len(written.lstrip())
        spans.append((start, start + len(line)) if line else (at, at))
        at += len(written) + 1
    place(builder, thread, spans)
    pieces, done = [], 0
    for index in sorted(thread.heads()):
        start, end = spans[index]
        builder.region(start, end, "chrome")
        builder.blank(start, end)
        pieces += [source[done:start], " " * (end - start)]
        done = end
    return "".join([*pieces, source[done:]])


def settle(document: Document, posts: tuple[Post, ...], quotes: Iterable[Quote]) -> Document:
    """The document of a thread: quotations whose original is in it stay unread, the others are read as what their
    author wrote; no heading reaches from one post into the next."""
    pieces = _pieces(quotes)
    inside = {at: _of_block(document.blocks, piece) for at, piece in enumerate(pieces)}
    quoted = {block.index for blocks in inside.values() for block in blocks}
    read = (block for block in document.blocks if block.index not in quoted and not block.quoted)
    originals = {run for block in read for run in _runs(document, block)}
    freed: dict[int, int] = {}
    for at, blocks in inside.items():
        known = len(freed)
        for block in blocks:
            runs = _runs(document, block, pieces[at].start)
            if runs and sum(run in originals for run in runs) < _MOSTLY * len(runs):
                freed[block.index] = at
                originals.update(runs)
        if len(freed) > known:
            freed.update((block.index, at) for block in blocks if not _runs(document, block, pieces[at].start))
    spans = [(document.blocks[index].start, document.blocks[index].end) for index in sorted(freed)]
    only = set(freed.values())
    return document._replace(
        blocks=tuple(_settled(document, block, posts, freed) for block in document.blocks),
        regions=tuple(r for r in document.regions if r.kind != "quote" or not _holds(spans, r.start)),
        posts=posts,
        quotes=tuple(piece._replace(is_copy=at not in only) for at, piece in enumerate(pieces)),
    )


def _pieces(quotes: Iterable[Quote]) -> list[Quote]:
    """The quotations as disjoint pieces: what stands in an inner one is the inner one's."""
    found: list[Quote] = []
    stack: list[Quote] = []
    at = 0

    def reach(offset: int) -> None:
        nonlocal at
        while stack and stack[-1].end <= offset:
            quote = stack.pop()
            if at < quote.end:
                found.append(quote._replace(start=at))
                at = quote.end
        if stack and at < offset:
            found.append(stack[-1]._replace(start=at, end=offset))
        at = max(at, offset)

    for quote in sorted(quotes, key=lambda quote: (quote.start, -quote.end)):
        reach(quote.start)
        stack.append(quote)
    reach(max((quote.end for quote in stack), default=0))
    return found


def _of_block(blocks: Sequence[Block], piece: Quote) -> list[Block]:
    """The quoted blocks of a quotation; the first may begin with who said it."""
    first, last = (bisect_left(blocks, at, key=lambda block: block.start) for at in (piece.start, piece.end))
    return [block for block in blocks[max(first - 1, 0) : last] if block.quoted and block.end > piece.start]


def _settled(document: Document, block: Block, posts: tuple[Post, ...], freed: Container[int]) -> Block:
    heading = block.heading
    if heading >= 0 and posts:
        at = bisect_left(posts, block.start + 1, key=lambda post: post.start) - 1
        if at >= 0 and document.blocks[heading].start < posts[at].start:
            heading = -1
    return block._replace(heading=heading, quoted=block.quoted and block.index not in freed)


def _holds(spans: Sequence[tuple[int, int]], offset: int) -> bool:
    at = bisect_left(spans, (offset + 1,)) - 1
    return at >= 0 and offset < spans[at][1]


def _runs(document: Document, block: Block, start: int = 0) -> list[tuple[str, ...]]:
    """Every run of a block's words from `start` on; none of a block with fewer words, which says nothing."""
    words = _WORD.findall(document.prose[max(block.start, start) : block.end].lower())
    return [tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]
