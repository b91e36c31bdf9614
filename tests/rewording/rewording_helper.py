"""Requests built by hand: a small reading of one draft, without the language stage."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from claimlint.document.model import Block, Document, Format, Link, Unit
from claimlint.evidence.model import Citation, Coverage, Evidence, LinkClass, Source
from claimlint.language.model import Mark, UnitMarks
from claimlint.lexicons.yamlfile import load_yaml
from claimlint.rewording.model import Request, Suggestion
from claimlint.rewording.phrases import Phrases
from claimlint.rewording.reword import suggest
from claimlint.rewording.verbs import VerbForms

LEXICONS = Path(__file__).parents[2] / "rules" / "lexicons"

EFFECTS = (
    "raise increase boost lower reduce decrease improve shorten cause prevent promote inhibit block help support "
    "stimulate "
    "enhance destroy eliminate cure heal damage wreck trigger relieve regulate bind strengthen deplete suppress "
    "affect protect "
    "downregulate upregulate restore worsen impair calm ease fight treat cut double stop melt skyrocket mimic "
    "interfere lead"
).split()
HARM = frozenset({"cause", "damage", "wreck", "trigger", "worsen", "impair", "destroy"})


@cache
def data() -> dict[str, Any]:
    """The two lexicons that rewording reads."""
    return {name: load_yaml(LEXICONS / f"{name}.yaml").data for name in ("verb-forms", "rewordings")}


@cache
def forms() -> VerbForms:
    return VerbForms.from_data(data())


@cache
def phrases() -> Phrases:
    return Phrases.from_data(data())


_BLANK = re.compile(
    r"https?://\S+?(?=[\s)\]]|$)|\]\([^)]*\)|\[/?(?:b|i|u|url)[^\]]*\]|</?[a-z][^>]*>|\*\*|__|~~|"
    r"(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|`[^`]*`|(?<!\w)\[(?=[^\]]*\]\()|\|"
)
_LINK = re.compile(
    r"\[(?P<text>[^\]]*)\]\((?P<url>[^)]*)\)|(?P<bare>https?://[^\s)\]]+)|"
    r"<a href=\"(?P<href>[^\"]*)\">(?P<inner>[^<]*)</a>|\[url=(?P<bb>[^\]]*)\](?P<bbtext>.*?)\[/url\]"
)


def document_of(text: str, units: list[tuple[int, int]], kind: str = "paragraph", fmt: Format = "markdown") -> Document:
    """A document whose units are given; markup is blanked as the parser would."""
    prose = _BLANK.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)
    links = []
    for m in _LINK.finditer(text):
        if m["bare"]:
            links.append(Link(m.start(), m.end(), m.start(), m.end(), m["bare"], "", "bare"))
            continue
        group = next(g for g in ("text", "inner", "bbtext") if m[g] is not None)
        kind_of_link: Any = {"text": "inline", "inner": "html", "bbtext": "bbcode"}[group]
        links.append(
            Link(
                m.start(),
                m.end(),
                m.start(group),
                m.end(group),
                m["url"] or m["href"] or m["bb"] or "",
                "",
                kind_of_link,
            )
        )
    starts = (0, *(m.end() for m in re.finditer("\n", text)))
    made_units, blocks = [], []
    for index, (start, end) in enumerate(units):
        cells: tuple[tuple[int, int], ...] = ()
        if kind == "row":
            cells = tuple(
                (m.start(), m.end())
                for m in re.finditer(r"[^|\n]+", text[:end])
                if m.start() >= start and m.group().strip()
            )
        blocks.append(Block(index, kind, start, end, cells=cells))  # type: ignore[arg-type]
        made_units.append(Unit(index, index, start, end))
    return Document(text, prose, fmt, tuple(blocks), tuple(made_units), tuple(links), (), starts)


def request_for(
    text: str,
    recipe: str,
    *,
    words: str = "",
    kind: str = "paragraph",
    unit: str = "",
    marks: tuple[Mark, ...] = (),
    source: Source | None = None,
    claim: str = "effect",
    reference: bool = False,
    species: bool = True,
) -> Request:
    """A request for one finding: `unit` is the part of `text` that is the unit (default all), `words` the finding."""
    del species
    start = text.index(unit) if unit else len(text) - len(text.lstrip())
    end = start + len(unit) if unit else len(text.rstrip())
    spans = [(start, end)]
    if start > 1 and text[:start].strip():
        spans.insert(0, (0, len(text[:start].rstrip())))
    document = document_of(text, spans, kind)
    n = len(spans) - 1
    span = (text.index(words, start), text.index(words, start) + len(words)) if words else (start, end)
    found = list(marks)
    if recipe in ("claim", "absolute", "animal"):
        for m in re.finditer(r"[A-Za-z]+", document.prose[start:end]):
            reading = forms().base_of(m.group().lower())
            if reading and reading[0] in EFFECTS:
                value = "harm" if reading[0] in HARM else "increase"
                found.append(Mark("effect", start + m.start(), start + m.end(), value))
    if recipe == "claim":
        found.append(Mark("claim", *span, claim))
        if re.search(r"\d\s?%|fold\b", text[start:end]):
            found.append(Mark("statistic", *span))
    citations: list[Citation] = []
    sources: list[Source] = []
    coverage: Coverage | None = None
    in_unit: tuple[int, ...] = ()
    if source is not None:
        cited = re.search(r"\[\d+\]", text[start:end])
        at = (start + cited.start(), start + cited.end()) if cited else (end, end)
        citations, sources = [Citation(*at, "numbered", (0,))], [source]
        coverage, in_unit = Coverage("own", (0,)), (0,)
    covers = tuple(coverage if i == n else None for i in range(len(spans)))
    evidence = Evidence(
        tuple(sources),
        tuple(citations),
        tuple(LinkClass("vendor", "") for _ in document.links),
        covers,
        frozenset({n}) if reference else frozenset(),
        tuple(in_unit if i == n else () for i in range(len(spans))),
    )
    ordered = tuple(sorted(found, key=lambda k: k.start))
    unit_marks = UnitMarks(n, ordered, frozenset(m.kind for m in ordered) | {f"{m.kind}:{m.value}" for m in ordered})
    return Request(document, document.units[n], recipe, span, unit_marks, evidence, forms(), phrases())


def suggestion(text: str, recipe: str, **more: Any) -> Suggestion:
    return suggest(request_for(text, recipe, **more))


def reworded(text: str, recipe: str, **more: Any) -> str:
    return suggestion(text, recipe, **more).text


STUDY_IN_RATS = Source(
    "study", "animal", "rats", "Allopregnanolone and exercise-induced pain relief in rats", "", "22", 0, 0
)
STUDY_IN_MICE = Source("study", "animal", "mouse", "Chronic stress in a mouse model", "", "25", 0, 0)
STUDY_IN_CELLS = Source("study", "cell", "", "Neurites in cultured cells", "", "3", 0, 0)
