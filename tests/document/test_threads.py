"""Threads: which posts a paste or export holds, whose they are, and whose words a quoted reply is."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.document.formats import format_of
from claimlint.document.model import Document, Format
from claimlint.document.parse import parse
from claimlint.document.threadsigns import may_be_thread

FIRST = "Zinc shortens colds in adults, or so they say."
SECOND = "Take 50 mg of it every day and see."
DRAFTS = Path(__file__).parent.parent / "drafts"


def posts(document: Document) -> list[tuple[int, str, str]]:
    return [(post.number, post.author, post.time) for post in document.posts]


def read(document: Document) -> list[str]:
    """What is read: the text of the blocks that are not quoted."""
    return [" ".join(document.prose[b.start : b.end].split()) for b in document.blocks if not b.quoted]


PASTES = {
    "wrote": """ann wrote:
{a}

Bob Lee wrote:
{b}
""",
    "posted by": """Posted by Ann Lee on Jan 2, 2026

{a}

Posted by bob on Jan 3, 2026

{b}

Posted by bob on Jan 4, 2026

Bye.
""",
    "number first": """#1 ann · 2 Jan 2026
{a}

#2 bob · 3 Jan 2026
{b}
""",
    "separators": """From: ann

{a}

---

From: bob

{b}

---

From: ann

Thanks.
""",
    "Discourse, raw": """ann | 2026-01-02 10:11:12 UTC | #1

{a}

-------------------------

bob | 2026-01-02 12:00:00 UTC | #2

{b}
""",
    "Discourse": """ann

Jan 2

{a}

1 Like

bob

Jan 3

{b}
""",
    "phpBB": """Zinc
by ann » Fri Jan 02, 2026 10:11 am

{a}

Re: Zinc
by bob » Sat Jan 03, 2026 9:05 pm

{b}

Re: Zinc
by ann » Sun Jan 04, 2026 1:00 pm

Bye.
""",
    "XenForo": """ann

Well-Known Member
Joined
Mar 3, 2014
Messages
1,234
Jan 2, 2026

#1

{a}

bob

Member
Jan 3, 2026

#2

{b}
""",
    "Reddit": """ann
•
2y ago
{a}

Reply
Share

bob
•
1y ago
{b}

Reply
Share
""",
    "Reddit, old": """[–]ann 12 points 3 hours ago

{a}

[–]bob[S] 2 points 2 hours ago

{b}
""",
    "by hand": """**ann** · 3 March

{a}

**bob** · 4 March

{b}
""",
    "Discord": """ann — 01/02/2026 10:11 AM
{a}

bob — 01/02/2026 10:12 AM
{b}

ann — 01/02/2026 10:15 AM
Thanks!
""",
}


@pytest.mark.parametrize("name", PASTES)
@pytest.mark.parametrize("format", ["text", "markdown", "bbcode"])
def test_posts_of_common_pastes(name: str, format: Format) -> None:  # noqa: A002
    text = PASTES[name].format(a=FIRST, b=SECOND)
    document = parse(text, format)
    assert [(post.number, post.author.lower()[:3]) for post in document.posts][:2] == [(1, "ann"), (2, "bob")]
    for post, words in zip(document.posts, (FIRST, SECOND), strict=False):
        assert words in text[post.start : post.end]
    assert [post.end for post in document.posts] == [*(post.start for post in document.posts[1:]), len(text)]
    scanned = " ".join(read(document))
    assert FIRST in scanned
    assert SECOND in scanned
    assert "ann" not in scanned.lower().replace("thanks", "")


def test_times_and_numbers_are_kept_as_written() -> None:
    text = f"#7 ann · 2 Jan 2026\n{FIRST}\n\n#9 Bob Lee, yesterday at 10:11\n{SECOND}\n"
    assert posts(parse(text, "text")) == [(7, "ann", "2 Jan 2026"), (9, "Bob Lee", "yesterday at 10:11")]


def test_text_before_the_first_head_is_a_post_of_somebody() -> None:
    opening = "I have slept badly for a year now. My doctor says it is stress, and I do not believe her any more."
    text = f"{opening}\n\nann wrote:\n{FIRST}\n\nbob wrote:\n{SECOND}\n"
    assert posts(parse(text, "text")) == [(1, "", ""), (2, "ann", ""), (3, "bob", "")]


@pytest.mark.parametrize(
    "text",
    [
        "By Ann Lee, 2 January 2026\n\nZinc is a metal.\n",
        "## 3 March\n\nSlept well.\n\n## 4 March\n\nSlept badly.\n",
        "Day 1 · 2 Jan 2026\n\nSlept well.\n\nDay 2 · 3 Jan 2026\n\nSlept badly.\n",
        "Berlin — 3 March 2026\n\nCold.\n\nMunich — 4 March 2026\n\nWarm.\n",
        "Soak the beans, 12 hours\n\nRest the dough, 2 hours\n",
        "#1\n\nSleep more.\n\n#2\n\nEat less.\n",
        "My doctor said:\n\nZinc is a metal.\n\nThe study said:\n\nZinc is cheap.\n",
        "1.2.0 — 2026-01-02\n\n- Fixed it.\n\n1.1.0 — 2025-01-02\n\n- Broke it.\n",
        "Dosage:\n\n- 5 mg\n\nEffects:\n\n- sleep\n",
        "Smith J, 12 March 2019\nMiller K, 3 May 2020\n",
    ],
)
@pytest.mark.parametrize("format", ["text", "markdown"])
def test_no_threads(text: str, format: Format) -> None:  # noqa: A002
    document = parse(text, format)
    assert document.posts == ()
    assert document.post_at(3) is None


def test_no_other_draft_of_ours_is_a_thread() -> None:
    found = []
    for path in sorted(DRAFTS.iterdir()):
        text = path.read_text(encoding="utf-8")
        if path.name != "README.md" and parse(text, format_of(path.name)).posts:
            found.append(path.name)
    assert found == [
        "c-sci-forum-sources.txt",
        "f-thread-neurosteroid.txt",
        "forum-thread-hair.txt",
        "thread-cbd.md",
        "thread-trt.txt",
    ]


def test_most_drafts_are_stopped_by_the_sieve() -> None:
    text = "# Zinc\n\nZinc is a metal.\n\n## Dosing\n\nMost take 50 mg:\n\n- in the morning\n- at night (1)\n" * 50
    assert not may_be_thread([line.strip() for line in text.split("\n")])


def test_no_heading_reaches_into_the_next_post() -> None:
    text = f"**ann** · 3 March\n\n## Dosing\n\n{FIRST}\n\n**bob** · 4 March\n\n{SECOND}\n"
    document = parse(text, "markdown")
    last = document.blocks[-1]
    assert document.text[last.start : last.end] == SECOND
    assert last.heading == -1


# -- quoted replies ---------------------------------------------------------------------------------------------

QUOTES: dict[str, tuple[Format, str]] = {
    "XenForo paste": ("text", "ann said:\n{q}\nClick to expand...\nI doubt it.\n"),
    "phpBB paste": ("text", "ann wrote: ↑Fri Jan 02, 2026 10:11 am\n{q}\n\nI doubt it.\n"),
    "vBulletin paste": ("text", "Quote:\nOriginally Posted by ann\n{q}\n\nI doubt it.\n"),
    "mail": ("text", "On Mon, Jan 2, 2026 at 10:11 AM ann <ann@example.org> wrote:\n> {q}\n\nI doubt it.\n"),
    "Markdown": ("markdown", "ann wrote:\n\n> {q}\n\nI doubt it.\n"),
    "Markdown, inside": ("markdown", "> **ann wrote:**\n> {q}\n\nI doubt it.\n"),
    "BBCode": ("bbcode", "[quote=ann]{q}[/quote]\nI doubt it.\n"),
    "BBCode, XenForo": ("bbcode", '[QUOTE="ann, post: 3, member: 45"]{q}[/QUOTE]\nI doubt it.\n'),
    "BBCode, phpBB": ("bbcode", "[quote=ann post_id=3 time=1 user_id=2]{q}[/quote]\nI doubt it.\n"),
    "BBCode, SMF": ("bbcode", "[quote author=ann link=topic=1.msg2 date=3]{q}[/quote]\nI doubt it.\n"),
    "HTML, XenForo": ("html", '<blockquote data-quote="ann"><div>{q}</div></blockquote><p>I doubt it.</p>'),
    "HTML, Discourse": (
        "html",
        '<aside class="quote" data-username="ann"><div class="title">ann:</div><blockquote><p>{q}</p></blockquote>'
        "</aside><p>I doubt it.</p>",
    ),
    "HTML, phpBB": (
        "html",
        '<div id="p1"><blockquote><div><cite><a href="/u">ann</a> wrote: <a href="/p">↑</a></cite>{q}</div>'
        "</blockquote>I doubt it.</div>",
    ),
}


@pytest.mark.parametrize("name", QUOTES)
def test_a_quoted_reply_is_read_as_its_authors_when_it_is_the_only_copy(name: str) -> None:
    format, form = QUOTES[name]  # noqa: A001
    document = parse(form.format(q=SECOND), format)
    assert [(quote.author, quote.is_copy) for quote in document.quotes] == [("ann", False)]
    assert SECOND in " ".join(read(document))
    at = document.text.index(SECOND)
    where = document.post_at(at)
    assert where is not None
    assert (where.author, where.quoted) == ("ann", True)
    reply = document.post_at(document.text.index("I doubt"))
    assert reply is None or not reply.quoted
    assert not any(region.kind == "quote" for region in document.regions if region.start >= at)


@pytest.mark.parametrize("name", QUOTES)
def test_a_quoted_reply_whose_original_is_there_is_not_read_again(name: str) -> None:
    format, form = QUOTES[name]  # noqa: A001
    original = SECOND.replace("of it", "of\nit")
    opening = f"<p>{original}</p>" if format == "html" else f"{original}\n\n"
    document = parse(opening + form.format(q=SECOND), format)
    assert [(quote.author, quote.is_copy) for quote in document.quotes] == [("ann", True)]
    assert " ".join(read(document)).count("50 mg") == 1
    assert "I doubt it" in " ".join(read(document))


def test_a_cut_quotation_is_a_copy_and_a_changed_one_is_not() -> None:
    post = "I took zinc for a week and my cold was gone on the second day, so it works for me."
    cut = "zinc for a week and my cold was gone on the second day"
    changed = "zinc never did a thing for anybody whom I know, and it costs a fortune"
    quotes = parse(f"{post}\n\n[quote=ann]{cut}[/quote]\nOh.\n\n[quote=ann]{changed}[/quote]\nOh.\n", "bbcode").quotes
    assert [quote.is_copy for quote in quotes] == [True, False]


def test_of_two_replies_that_quote_the_same_absent_post_the_first_is_read() -> None:
    text = f"[quote=ann]{SECOND}[/quote]\nNo.\n\n[quote=ann]{SECOND}[/quote]\nYes.\n"
    assert [quote.is_copy for quote in parse(text, "bbcode").quotes] == [False, True]


def test_what_a_quoted_reply_quotes_is_its_own_authors() -> None:
    text = f"[quote=bob][quote=ann]{FIRST}[/quote]{SECOND}[/quote]I doubt it."
    document = parse(text, "bbcode")
    assert [(q.author, FIRST in text[q.start : q.end], SECOND in text[q.start : q.end]) for q in document.quotes][
        -2:
    ] == [
        ("ann", True, False),
        ("bob", False, True),
    ]


@pytest.mark.parametrize(
    ("text", "format"),
    [
        (f"> {SECOND}\n\nI doubt it.\n", "markdown"),
        (f"[quote]{SECOND}[/quote]\nI [b]doubt[/b] it [i]a[/i] lot.\n", "bbcode"),
        (f"<blockquote><p>{SECOND}</p></blockquote><p>I doubt it.</p>", "html"),
        (f"> {SECOND}\n\nI doubt it.\n", "text"),
    ],
)
def test_a_block_quote_of_nobody_is_never_read(text: str, format: Format) -> None:  # noqa: A002
    document = parse(text, format)
    assert SECOND not in " ".join(read(document))
    assert document.quotes == ()


# -- pages of forums --------------------------------------------------------------------------------------------

XENFORO = """<article class="message message--post js-post" data-author="{name}" id="js-post-{no}">
<div class="message-user"><h4 class="message-name"><a class="username">{name}</a></h4><h5>Member</h5></div>
<header class="message-attribution"><time datetime="2026-01-0{no}">Jan {no}, 2026</time><a>#{no}</a></header>
<article class="message-body"><div class="bbWrapper">{words}</div></article></article>
"""
PHPBB = """<div id="p{no}" class="post has-profile bg2">
<dl class="postprofile"><dt><a class="username">{name}</a></dt></dl>
<div class="postbody"><p class="author">by <strong><a class="username">{name}</a></strong> &raquo;
<time datetime="2026-01-0{no}">Jan {no}, 2026</time></p><div class="content">{words}</div></div></div>
"""
DISCOURSE = """<div id='post_{no}' class='topic-body crawler-post'><div class='crawler-post-meta'><span class="creator">
<a href='/u/{name}'><span itemprop='name'>{name}</span></a></span><time>Jan {no}, 2026</time></div>
<div class='post' itemprop='text'><p>{words}</p></div></div>
"""
REDDIT = """<div class="thing id-t1_{no} comment" data-author="{name}" data-fullname="t1_{no}"><p class="tagline">
<a class="author">{name}</a> <time>Jan {no}, 2026</time></p><div class="md"><p>{words}</p></div></div>
"""
WORDPRESS = """<li id="comment-{no}" class="comment even">
<div class="comment-author vcard"><cite class="fn">{name}</cite></div>
<time>Jan {no}, 2026</time><div class="comment-content"><p>{words}</p></div></li>
"""


@pytest.mark.parametrize("form", [XENFORO, PHPBB, DISCOURSE, REDDIT, WORDPRESS])
def test_posts_of_saved_pages(form: str) -> None:
    body = form.format(no=1, name="ann", words=FIRST) + form.format(no=2, name="bob", words=SECOND)
    document = parse(f"<!DOCTYPE html><html><body><div>{body}</div></body></html>", "html")
    assert posts(document) == [(1, "ann", "Jan 1, 2026"), (2, "bob", "Jan 2, 2026")]
    where = document.post_at(document.text.index(SECOND))
    assert where == (2, "bob", False)
    assert FIRST in " ".join(read(document))


def test_a_blog_post_is_no_thread() -> None:
    head = '<h1>Zinc</h1><p class="byline author">Ann</p>'
    page = f'<article id="post-12" class="post hentry">{head}<p>It is a metal.</p></article>'
    assert parse(page, "html").posts == ()


# -- whatever comes ---------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    (
        FIRST, "\n", "\n\n", "\r\n", "> ", "---", "#3", "•", "\u00a0", "ann wrote:", "Click to expand...",
        "#2 bob · 3 Jan 2026", "Jan 2, 2026", "**ann** · 3 March", "ann | 2026-01-02 10:11 | #1",
        "by bob » Fri Jan 02, 2026 10:11 am",
        "[quote=ann]", "[/quote]", "<blockquote data-quote='a'>", "</blockquote>",
        "<article data-author=x class=message>", "</article>",
    )
)  # fmt: skip
FORMATS: tuple[Format, ...] = ("text", "markdown", "bbcode", "html")


@given(st.lists(PIECES | st.text(string.printable, max_size=12), max_size=25), st.sampled_from(FORMATS))
def test_any_thread_is_a_sound_document(pieces: list[str], format: Format) -> None:  # noqa: A002
    document = parse("".join(pieces), format)
    length = len(document.text)
    assert len(document.prose) == length
    assert all(0 <= post.start <= post.end <= length for post in document.posts)
    assert all(a.end <= b.start for a, b in zip(document.posts, document.posts[1:], strict=False))
    assert all(0 <= quote.start < quote.end <= length for quote in document.quotes)
    assert all(a.end <= b.start for a, b in zip(document.quotes, document.quotes[1:], strict=False))
    assert all(a.end <= b.start for a, b in zip(document.regions, document.regions[1:], strict=False))
    for unit in document.units:
        document.post_at(unit.start)
