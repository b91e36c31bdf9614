"""The evidence table of a post, its sources, and what was looked at and not flagged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimlint.project.review.model import Claim, PostReview, SourceUse
from claimlint.reporting.review.elements import Child, Html, el, link

LONGEST = 400
"""Characters of a claim that a table repeats; the draft above has it whole."""
KINDS = {
    "study": ("study", "studies"),
    "review": ("review", "reviews"),
    "authority": ("authority, label or guideline", "authorities, labels or guidelines"),
    "encyclopaedia": ("encyclopaedia", "encyclopaedias"),
    "article": ("article, book or blog", "articles, books or blogs"),
    "vendor": ("seller", "sellers"),
    "forum": ("forum", "forums"),
    "video": ("video", "videos"),
    "social": ("social medium", "social media"),
    "own-site": ("page of the same site", "pages of the same site"),
    "unknown": ("unknown", "unknown"),
}
"""Every kind of source in words, for one and for several."""
POPULATIONS = {"human": "people", "animal": "animals", "cell": "cells", "mixed": "people and others"}


def kind_name(kind: str, count: int = 1) -> str:
    """A kind of source in words."""
    return KINDS[kind][count != 1]


def population(kind: str, species: str) -> str:
    """Whom a source studied as far as its title says, in words."""
    named = POPULATIONS.get(kind, "")
    return f"title says {species or named}" if named else "title does not say"


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[Child]]) -> Html:
    """A table that a narrow screen shows row by row; the roles keep it a table there."""
    head = el("tr", [el("th", name, scope="col", role="columnheader") for name in heads], role="row")
    body = [
        el(
            "tr",
            [el("td", cell, role="cell", data_head=name) for name, cell in zip(heads, row, strict=True)],
            role="row",
        )
        for row in rows
    ]
    return el(
        "table",
        el("caption", caption),
        el("thead", head, role="rowgroup"),
        el("tbody", body, role="rowgroup"),
        role="table",
    )


def evidence_table(post: PostReview, key: str) -> Html:
    """Each claim and dose with what covers it."""
    if not post.claims:
        return el("p", "No claims or doses were found.")
    sources = {source.number: source for source in post.sources}
    rows = [_claim(post, claim, sources, key) for claim in post.claims]
    heads = ("Line", "Claim or dose", "What covers it", "Sources", "Whom they studied")
    return table("Claims and doses, and what covers them", heads, rows)


def _claim(post: PostReview, claim: Claim, sources: dict[int, SourceUse], key: str) -> tuple[Child, ...]:
    words = " ".join(post.draft.text[claim.start : claim.end].split())
    cited = [sources[number] for number in claim.sources]
    covered: Child = claim.covered
    if not claim.covered:
        covered = [el("b", "nothing"), ": what it cites cannot carry it" if cited else None]
    elif claim.lost:
        covered = [covered, ", but its target is not in the draft"]
    elif cited and claim.dose and not any(source.carries_dose for source in cited):
        covered = [covered, ", but no source of this kind can carry a dose"]
    elif cited and not any(source.carries_claim for source in cited):
        covered = [covered, ", but no source of this kind can carry a claim"]
    listed = [
        [" ", el("a", f"S{source.number}", href=f"#{key}-s{source.number}"), f" {kind_name(source.kind)}"]
        for source in cited
    ]
    studied = population(claim.population, claim.species) if cited else "–"
    shown = words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
    flags = [[" ", el("a", f"remark {number}", href=f"#{key}-r{number}")] for number in claim.remarks]
    return (
        el("a", claim.line, href=f"#{key}-l{post.line_at(claim.line)}"),
        [el("bdi", shown), flags],
        covered,
        listed or "–",
        studied,
    )


def sources_section(post: PostReview, key: str) -> Html:
    """The sources by kind, and each of them."""
    if not post.sources:
        return el("p", "The draft offers none and links to nothing.")
    counts: dict[str, int] = {}
    for source in post.sources:
        counts[source.kind] = counts.get(source.kind, 0) + 1
    summary = ", ".join(
        f"{count} {kind_name(kind, count)}" for kind, count in sorted(counts.items(), key=lambda each: -each[1])
    )
    rows = [_source(post, source, key) for source in post.sources]
    heads = ("No.", "Source", "Kind", "Whom it studied", "Line", "Covers")
    return el("div", el("p", summary, "."), table("Sources and links", heads, rows))


def _source(post: PostReview, source: SourceUse, key: str) -> tuple[Child, ...]:
    title = source.title or source.url or source.label or "(no title)"
    marker = f"[{source.label}] " if source.label else ""
    year = f" ({source.year})" if source.year else ""
    identifiers = [[" ", el("code", identifier)] for identifier in source.identifiers]
    # A seller's address is told and not linked: the report should not send anybody there either.
    address: Child = source.url if source.kind == "vendor" else link(source.url, source.url)
    shown = [el("br"), el("span", address, class_="address")] if source.url and source.url != title else None
    uses = f"{source.uses} claim or dose" if source.uses == 1 else f"{source.uses} claims and doses"
    return (
        el("span", f"S{source.number}", id=f"{key}-s{source.number}"),
        [marker, el("bdi", title), year, identifiers, shown],
        kind_name(source.kind) + (f": {source.domain}" if source.domain else ""),
        population(source.population, source.species),
        el("a", source.line, href=f"#{key}-l{post.line_at(source.line)}"),
        uses if source.uses else "nothing",
    )


def passed_list(post: PostReview, key: str) -> Html:
    """What was looked at and not flagged, with the reason."""
    if not post.passed:
        return el("p", "Nothing else looked like a claim or a dose.")
    items = [
        el(
            "li",
            el("a", f"line {passed.line}", href=f"#{key}-l{post.line_at(passed.line)}"),
            ": ",
            el("bdi", passed.text if len(passed.text) <= LONGEST else passed.text[: LONGEST - 1] + "…"),
            " ",
            el("em", passed.why),
        )
        for passed in post.passed
    ]
    summary = "one passage, and why" if len(items) == 1 else f"{len(items)} passages, and why"
    return el("details", el("summary", summary), el("ul", items, class_="passed"))
