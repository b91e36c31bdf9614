"""The moderator's report: one page that needs nothing else, with no script in it, for the screen and for paper."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint import __version__
from claimlint.project.model import FileResult
from claimlint.project.review.model import PostReview, Profile, Review, Sign
from claimlint.project.review.reply import reply_to
from claimlint.reporting.review.draft import draft
from claimlint.reporting.review.elements import Child, Html, el
from claimlint.reporting.review.head import opening
from claimlint.reporting.review.reply import text_of
from claimlint.reporting.review.summary import VERDICT_NAMES, counted, look_first, reasons, title_of, verdict
from claimlint.reporting.review.tables import evidence_table, passed_list, sources_section, table

LIMITS = (
    "It reads wording and where sources stand. Whether a statement is true, and whether a source says what the "
    "sentence says, it cannot tell: a claim can be fluent, cited and still attributed to the wrong paper.",
    "What it says of a source it has from the reference, the link and its address. A title that names rats is a title "
    "that names rats, not proof of what was studied.",
    "It reads English, and misses claims and dangers that are told in words it does not know. A post without remarks "
    "is not a post that is right or safe, and this report is no medical endorsement.",
    "It does not know who wrote a post: not whether the author sells something, is staff, or is the moderator.",
    "A disclaimer in the post changes no remark.",
    "The proposals are proposals. A person decides.",
)


def render(review: Review) -> Iterator[str]:
    """The page, in chunks."""
    yield opening(_title(review))
    yield el("a", "Skip to the posts", href="#posts", class_="skip")
    yield _header(review) + "\n"
    yield '<main id="posts" tabindex="-1">\n'
    for number, post in enumerate(review.posts, 1):
        yield _post(review, post, f"p{number}") + "\n"
    yield "</main>\n" + _footer(review.profile) + "\n</body>\n</html>\n"


def _title(review: Review) -> str:
    return f"Review of {_count(len(review.posts), 'post')}"


def _header(review: Review) -> Html:
    made = f"Made by claimlint {__version__} with the profile {review.profile.id}."
    rows = [_overview(post, f"p{number}") for number, post in enumerate(review.posts, 1)]
    overview = table("Posts, the most serious first", ("Post", "Proposal", "Words", "Remarks"), rows)
    return el(
        "header",
        el("h1", _title(review)),
        el("p", made, " The proposals are explained ", el("a", "at the end", href="#how"), "."),
        overview if rows else el("p", "There was no post to read."),
        _problems(review.problems),
    )


def _overview(post: PostReview, key: str) -> tuple[Child, ...]:
    return (
        el("a", title_of(post), href=f"#{key}"),
        el("b", VERDICT_NAMES[post.verdict], class_=f"badge {post.verdict}"),
        post.words,
        counted(post),
    )


def _problems(problems: tuple[FileResult, ...]) -> Child:
    if not problems:
        return None
    items = [el("li", el("bdi", problem.path), ": ", problem.error) for problem in problems]
    return el("div", el("h2", "Could not be read"), el("ul", items), class_="problems")


def _post(review: Review, post: PostReview, key: str) -> Html:
    sections = (
        ("why", "Why this proposal", reasons(post)),
        ("first", "What to look at first", look_first(review.profile, post, key)),
        ("draft", "The draft", draft(post, key)),
        ("evidence", "Evidence", evidence_table(post, key)),
        ("sources", "Sources", sources_section(post, key)),
        ("passed", "Looked at and not flagged", passed_list(post, key)),
        ("reply", "Reply to the author", _reply(review, post)),
    )
    ways = [el("li", el("a", title, href=f"#{key}-{name}")) for name, title, _ in sections]
    return el(
        "article",
        el("h2", title_of(post), id=f"{key}-title"),
        verdict(post),
        el("nav", el("ul", ways), aria_label=f"Parts of {title_of(post)}"),
        [el("section", el("h3", title, id=f"{key}-{name}"), body) for name, title, body in sections],
        id=key,
        aria_labelledby=f"{key}-title",
    )


def _reply(review: Review, post: PostReview) -> Html:
    reply = reply_to(review.profile, post)
    if reply.withheld:
        return el("p", f"None about wording: {reply.withheld}. A person has to answer first.")
    hint = "One click marks all of it. --reply markdown and --reply bbcode write it for forums that use these."
    return el("div", el("p", hint), el("pre", text_of(reply, "text"), class_="reply", tabindex="0"))


def _footer(profile: Profile) -> Html:
    groups = {group.name: group.title for group in profile.groups}
    rows = [_sign(sign, groups) for sign in (*profile.signs, *(sign for _, sign in profile.otherwise))]
    return el(
        "footer",
        el("h2", "How the proposals are made", id="how"),
        el(
            "p",
            f"The profile {profile.id}: {profile.summary} "
            "Each remark belongs to the first sign below that fits it, and "
            "the most serious proposal of the signs that fit a post is the proposal for the post. No sign says that a "
            "statement is true or false.",
        ),
        table("Signs of this profile", ("Sign", "Where", "Level", "Proposal"), rows),
        el("h2", "What this report cannot tell"),
        el("ul", [el("li", limit) for limit in LIMITS]),
    )


def _sign(sign: Sign, groups: dict[str, str]) -> tuple[Child, ...]:
    where = " or ".join(sign.rules) or "any other rule"
    if sign.marks:
        where += ", where the sentence, the one before it or the heading has " + " or ".join(sign.marks)
    if sign.beside:
        where += ", beside " + " or ".join(sign.beside)
    if sign.at_least > 1:
        where += f", {sign.at_least} times or more"
    return sign.reason, where, groups[sign.group], VERDICT_NAMES[sign.verdict]


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
