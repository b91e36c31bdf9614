"""Animals and cells: findings in them, and whether a unit carries one over to people.

LABELLING.md, "animal-as-human". The leaps in words are in `species_leaps`; here is the one in silence: (c) an effect
with no population, while the only source is an animal or cell study by its title.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.language import species_leaps
from claimlint.language.model import Mark
from claimlint.language.species_far import far_conclusion
from claimlint.language.species_named import HEALTHY, READER, cited_population, named, people_of
from claimlint.language.species_words import ANIMALS, HUMAN_EVIDENCE, LIMITS, NO_LIMIT, RESEARCH_HEADING, VETERINARY
from claimlint.language.unit import UnitText
from claimlint.lazy import lazy

WEAK_EFFECTS = ("cause", "act")
"""Effects that say nothing of health by themselves: "the extract comes from a mint"."""
ANYBODY = frozenset(("people", "men", "women", "humans", "patients", "adults"))
NO_EFFECT = lazy(r"\W{0,4}no\s(?:\w{3,12}\s)?(?:effects?|differences?|changes?|benefits?|improvements?)\b")
LEAST = 4
"""A unit of fewer words is a title ("5. Appetite."), and states nothing."""


def marks(text: UnitText, previous: UnitText | None = None) -> list[Mark]:
    """`people`, `limit`, `cites-animal`, `cites-cell`, `pet-anecdote`, `human-conclusion` and `animal-as-human` marks.

    `previous` is the unit read before this one; a conclusion is drawn from it.
    """
    found: list[Mark] = []
    whole = (text.unit.start, text.unit.end)
    cited = cited_population(text)
    if cited:
        found.append(Mark(f"cites-{cited}", *whole))
    own = "species" in text.kinds
    carried_in = previous is not None and ("species" in previous.kinds or bool(cited_population(previous)))
    summed_up = not own and far_conclusion(text)
    if not own and not carried_in and not cited and not summed_up:
        return found
    people = people_of(text)
    found += people
    limited = LIMITS.search(NO_LIMIT.sub(" ", text.prose)) is not None or "absent-evidence" in text.kinds
    if limited:
        found.append(Mark("limit", *whole))
    if limited or text.ends_with("?") or (text.block.kind == "heading" and text.coverage is None):
        return found
    verdict = "anecdote" if species_leaps.anecdote(text, previous) else ""
    if not verdict:
        verdict = _verdict(text, previous if carried_in else None, named(text) if own else [], people)
    verdict = verdict or ("conclusion" if summed_up else "")
    if verdict:
        found.append(Mark("animal-as-human", *whole, verdict))
        if verdict == "anecdote":
            found.append(Mark("pet-anecdote", *whole))
        elif verdict != "reference":
            found.append(Mark("human-conclusion", *whole))
    return found


def _verdict(text: UnitText, finding: UnitText | None, species: Sequence[Mark], people: Sequence[Mark]) -> str:
    """How the unit carries animals over to people, or ""; `finding` is the unit before, if animals stand in it."""
    if species and species_leaps.explicit(text, species, people):
        return "explicit"
    if finding is not None and species_leaps.conclusion(text, finding, species, people):
        return "conclusion"
    return "reference" if cited_population(text) and not species and _reference(text, people) else ""


def _reference(text: UnitText, people: Sequence[Mark]) -> bool:
    """Whether the unit states an effect with no population while only animal or cell studies cover it."""
    prose = text.prose
    if VETERINARY.search(prose) or HUMAN_EVIDENCE.search(prose) or NO_EFFECT.match(prose):
        return False
    if any(text.lower[mark.start : mark.end] not in READER | ANYBODY for mark in people):
        return False
    if text.block.kind == "cell" or not (_long_enough(text) and _states(text)) or _species_told(text):
        return False
    if cited_population(text) == "cell" and any(token.word in ("cell", "cells") for token in text.tokens[:3]):
        return False  # "Heart cells made more energy": what was studied is said
    heading = text.heading()
    return heading is None or RESEARCH_HEADING.search(text.lower, heading.start, heading.end) is None


def _long_enough(text: UnitText) -> bool:
    """Whether the unit is a sentence, short ones that open with a verb included: "Boosts collagen synthesis."."""
    if len(text.tokens) >= LEAST:
        return True
    first = next(iter(text.of("effect")), None)
    return (
        first is not None
        and text.tokens[0].start == first.start
        and text.tokens[0].word.endswith("s")
        and len(text.tokens) > 1
    )


def _states(text: UnitText) -> bool:
    """Whether the words outside the titles of sources state an effect: a list of links to studies states nothing."""
    titles = [text.evidence.citations[at][:2] for at in text.evidence.unit_citations[text.unit.index]]

    def own(at: int) -> bool:
        return not any(start <= at < end for start, end in titles)

    if sum(1 for token in text.tokens if own(token.start)) < LEAST - 2:
        return False
    return any(
        own(mark.start) and mark.value not in WEAK_EFFECTS
        for kind in (*HEALTHY, "health:body")
        for mark in text.of(kind)
    )


def _species_told(text: UnitText) -> bool:
    """Whether the sentence that carries the citation, when it is another one, names the animals itself."""
    coverage = text.coverage
    if coverage is None or coverage.reason == "own":
        return False
    document = text.document
    for citation in coverage.citations:
        at = document.unit_at(text.evidence.citations[citation].start)
        if at >= 0 and at != text.unit.index:
            unit = document.units[at]
            titles = [text.evidence.citations[place][:2] for place in text.evidence.unit_citations[at]]
            for hit in ANIMALS.finditer(text.lower, unit.start, unit.end):
                if not any(start <= hit.start() < end for start, end in titles):
                    return True
    return False
