"""Who a unit speaks of: animals and cells as evidence, people, and whom its sources studied."""

from __future__ import annotations

from claimlint.evidence.sources import population_of, sources_of
from claimlint.language.model import Mark
from claimlint.language.quotes import is_quoted, short_quotes
from claimlint.language.species_words import DOUBTFUL, NOISE_PHRASES, OWN_CIRCLE, RESEARCH
from claimlint.language.unit import UnitText

MOST = 60
"""More species words than any sentence has."""
TITLE = 4
"""Fewer words in a link are no title."""
READER = frozenset("you you're you'll your yours yourself u ur us anyone anybody everyone everybody".split())
YOU = frozenset("you you're you'll your yours yourself u ur".split())
NOT_READERS = frozenset(
    """body bodies baby male males female females control controls subject subjects carrier carriers client public
    partner partners family families parent parents mother mothers father fathers baby babies boy boys girl
    girls mom mum newborn newborns infant infants""".split()
)
ILL = ("health:condition", "health:outcome")
HEALTHY = ("effect", "claim-phrase", "health:condition", "health:outcome", "health:biomarker", "health:process")


EXPLAINING = frozenset(("encyclopaedia", "own-site", "social"))
"""Links to these explain a word ("[NGF](https://en.wikipedia.org/…)") and carry no finding."""


def named(text: UnitText) -> list[Mark]:
    """The species marks that mean animals or cells as evidence: foods, idioms, quotations and doubtful words aside."""
    marks = list(text.of("species"))[:MOST]
    if not marks:
        return []
    products = list(text.of("not-species"))
    quotes = short_quotes(text)
    titles = titles_in(text)
    words = {token.word for token in text.tokens} & RESEARCH
    own_circle = OWN_CIRCLE.search(text.prose) is not None
    in_passing = {text.lower[mark.start : mark.end] for mark in marks} & NOISE_PHRASES
    noise = NOISE_PHRASES if len(in_passing) < 2 else frozenset()  # "cancer cells in the lab" are evidence
    kept = []
    for mark in marks:
        word = text.lower[mark.start : mark.end]
        source = text.document.text[mark.start : mark.end]
        if any(p.start < mark.end and mark.start < p.end for p in products) or is_quoted(quotes, mark.start):
            continue
        if any(start <= mark.start < end for start, end in titles):
            continue
        if word in noise or (
            source[:3].isupper()
            and len(source) > 2
            and not text.document.text[text.unit.start : text.unit.end].isupper()
        ):
            continue
        if word in DOUBTFUL and not (own_circle or words - {word}):
            continue
        kept.append(mark)
    return kept


def titles_in(text: UnitText) -> list[tuple[int, int]]:
    """The titles of sources in the unit: they are not the author's own telling of the species.

    A link on a few words of the sentence ("a [recent study in mice](…) found") is the author's own.
    """
    spans = [text.evidence.citations[at][:2] for at in text.evidence.unit_citations[text.unit.index]]
    return [(start, end) for start, end in spans if _is_title(text, start, end)]


def _is_title(text: UnitText, start: int, end: int) -> bool:
    """Whether a citation holds a title: a capital, some words, and no sentence that runs on from it."""
    inside = [i for i, token in enumerate(text.tokens) if start <= token.start < end]
    if len(inside) < TITLE:
        return False
    first, last = inside[0], inside[-1]
    if text.document.text[text.tokens[first].start].islower():
        return False
    if first > 0 or last + 1 == len(text.tokens):
        return True
    return not text.document.prose[text.tokens[last].end : text.tokens[last + 1].start].isspace()


def people_of(text: UnitText) -> list[Mark]:
    """People in the unit: the reader, or a group of humans."""
    found = [Mark("people", token.start, token.end) for token in text.tokens if token.word in READER]
    for value in ("people", "reader"):
        for mark in text.of(f"human:{value}"):
            word = text.lower[mark.start : mark.end]
            if word not in NOT_READERS and (value == "people" or word in READER):
                found.append(Mark("people", mark.start, mark.end))
    return sorted(set(found), key=lambda mark: mark.start)


def cited_population(text: UnitText) -> str:
    """ "animal" or "cell" when every source that covers the unit studied those by its own title, else ""."""
    if text.coverage is None:
        return ""
    population = population_of(text.evidence, text.unit.index)
    if population not in ("animal", "cell"):
        return ""
    told = (source for source in sources_of(text.evidence, text.unit.index) if source.kind not in EXPLAINING)
    return "" if any(source.population == "unknown" for source in told) else population
