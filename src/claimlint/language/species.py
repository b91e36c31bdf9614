"""Animals and cells: findings in them, and whether a unit carries one over to people.

LABELLING.md, "animal-as-human": (a) species and people in one unit, (b) the unit after an animal finding draws the
human conclusion, (c) an effect with no population while its only source is an animal or cell study by its title, (d)
an animal anecdote offered as evidence.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.evidence.sources import population_of, sources_of
from claimlint.language.dose_grammar import amounts
from claimlint.language.doses import marks as dose_marks
from claimlint.language.model import Mark
from claimlint.language.quotes import is_quoted, short_quotes
from claimlint.language.species_words import (
    ADVISES,
    ANIMAL_BEFORE,
    ANIMALS,
    BACKED_BY,
    CARRY_OVER,
    CONCLUDES,
    DOES_GOOD,
    DOUBTFUL,
    ELSEWHERE,
    EQUIVALENT,
    GENERALISES,
    GOOD_FOR,
    HUMAN_EVIDENCE,
    INNER_CONCLUSION,
    LIKELY,
    LIMITS,
    NOISE_PHRASES,
    NOT_CARRYING,
    OWN_CIRCLE,
    OWNERS,
    PET_EVIDENCE,
    PET_HEALED,
    PETS,
    PUT_TO_USE,
    RESEARCH,
    RESEARCH_HEADING,
    SAME_AGAIN,
    SAME_FOR_US,
    SHOWN_IN,
    SO_IT_HEALS,
    STATES,
    STUDIES_SHOW,
    TAKE,
    TALKS_GENERALLY,
    VETERINARY,
)
from claimlint.language.unit import UnitText

MOST = 60
"""More species words than any sentence has."""
READER = frozenset("you you're you'll your yours yourself u ur us anyone anybody everyone everybody".split())
YOU = frozenset("you you're you'll your yours yourself u ur".split())
NOT_READERS = frozenset(
    """body bodies baby male males female females control controls subject subjects carrier carriers client public
    partner partners family families parent parents mother mothers father fathers baby babies boy boys girl
    girls mom mum newborn newborns infant infants""".split()
)
HEALTHY = ("effect", "claim-phrase", "health:condition", "health:outcome", "health:biomarker", "health:process")


def marks(text: UnitText, previous: UnitText | None = None) -> list[Mark]:
    """`people`, `limit`, `cites-animal`, `cites-cell`, `pet-anecdote`, `human-conclusion` and `animal-as-human` marks.

    `previous` is the unit read before this one; a conclusion is drawn from it.
    """
    found: list[Mark] = []
    whole = (text.unit.start, text.unit.end)
    cited = _cited(text)
    if cited:
        found.append(Mark(f"cites-{cited}", *whole))
    own = "species" in text.kinds
    carried_in = previous is not None and ("species" in previous.kinds or bool(_cited(previous)))
    if not own and not carried_in and not cited:
        return found
    species = named(text) if own else []
    people = _people(text)
    found += people
    limited = LIMITS.search(text.prose) is not None or "absent-evidence" in text.kinds
    if limited:
        found.append(Mark("limit", *whole))
    if limited or text.ends_with("?") or (text.block.kind == "heading" and text.coverage is None):
        return found
    verdict = _anecdote(text, previous)
    if not verdict and species:
        verdict = _explicit(text, species, people)
    if not verdict and carried_in and previous is not None:
        verdict = _conclusion(text, previous, species, people)
    if not verdict and cited and not species and not VETERINARY.search(text.prose):
        verdict = _reference(text, people)
    if verdict:
        found.append(Mark("animal-as-human", *whole, verdict))
        if verdict == "anecdote":
            found.append(Mark("pet-anecdote", *whole))
        elif verdict != "reference":
            found.append(Mark("human-conclusion", *whole))
    return found


def named(text: UnitText) -> list[Mark]:
    """The species marks that mean animals or cells as evidence: foods, idioms, quotations and doubtful words aside."""
    marks = list(text.of("species"))[:MOST]
    if not marks:
        return []
    products = list(text.of("not-species"))
    quotes = short_quotes(text)
    # The title of a source is not the author's own telling of the species.
    titles = [text.evidence.citations[at][:2] for at in text.evidence.unit_citations[text.unit.index]]
    research = any(token.word in RESEARCH for token in text.tokens)
    kept = []
    for mark in marks:
        word = text.lower[mark.start : mark.end]
        source = text.document.text[mark.start : mark.end]
        if any(p.start < mark.end and mark.start < p.end for p in products) or is_quoted(quotes, mark.start):
            continue
        if any(start <= mark.start < end for start, end in titles):
            continue
        if word in NOISE_PHRASES or (
            source[:3].isupper()
            and len(source) > 2
            and not text.document.text[text.unit.start : text.unit.end].isupper()
        ):
            continue
        if word in DOUBTFUL and not research:
            continue
        kept.append(mark)
    return kept


def _people(text: UnitText) -> list[Mark]:
    """People in the unit: the reader, or a group of humans."""
    found = [Mark("people", token.start, token.end) for token in text.tokens if token.word in READER]
    for value in ("people", "reader"):
        for mark in text.of(f"human:{value}"):
            word = text.lower[mark.start : mark.end]
            if word not in NOT_READERS and (value == "people" or word in READER):
                found.append(Mark("people", mark.start, mark.end))
    return sorted(set(found), key=lambda mark: mark.start)


def _cited(text: UnitText) -> str:
    """ "animal" or "cell" when every source that covers the unit studied those by its own title, else ""."""
    if text.coverage is None:
        return ""
    population = population_of(text.evidence, text.unit.index)
    if population not in ("animal", "cell"):
        return ""
    if any(source.population == "unknown" for source in sources_of(text.evidence, text.unit.index)):
        return ""
    return population


def _explicit(text: UnitText, species: Sequence[Mark], people: Sequence[Mark]) -> str:
    prose = text.prose
    if VETERINARY.search(prose):
        return ""
    if EQUIVALENT.search(prose) and len(amounts(text.lower, text.unit.start, text.unit.end)) >= 2:
        return "explicit"
    if OWN_CIRCLE.search(prose):
        return "explicit"
    if HUMAN_EVIDENCE.search(prose):
        return ""
    outside = [mark for mark in people if not any(s.start <= mark.start < s.end for s in species)]
    carrying = CARRY_OVER.search(NOT_CARRYING.sub(" ", prose))
    if outside and carrying:
        return "explicit"
    if outside and _rests_on_animals(text, species, outside):
        return "explicit"
    if SHOWN_IN.search(prose) and any(text.lower[mark.start : mark.end] in READER for mark in outside):
        return "explicit"
    if SAME_AGAIN.search(prose) or any(mark.kind == "dose-instruction" for mark in dose_marks(text)):
        # The animals' finding, and in the same breath how much the reader should take.
        return "explicit"
    turn = SO_IT_HEALS.search(prose)
    if turn and not any(mark.start >= text.unit.start + turn.end() for mark in species):
        after = text.unit.start + turn.end()
        ill = [*text.of("health:condition"), *text.of("health:outcome")]
        heals = any(mark.start >= after for mark in text.of("effect")) and any(mark.start >= after for mark in ill)
        if heals or ADVISES.search(prose, turn.start()):
            return "explicit"
    general = GENERALISES.search(prose)
    if general and TALKS_GENERALLY.search(prose, general.end()) and any(kind in text.kinds for kind in HEALTHY):
        after = text.unit.start + general.end()
        if not any(mark.start >= after for mark in species):
            return "explicit"
    return ""


def _rests_on_animals(text: UnitText, species: Sequence[Mark], people: Sequence[Mark]) -> bool:
    """Whether what people get is told on the word of animals: "you sleep deeper, as rabbit studies have shown"."""
    if not any(kind in text.kinds for kind in (*HEALTHY, "health")):
        return False
    first, last = people[0].start, people[-1].start
    shown = STUDIES_SHOW.search(text.prose)
    if shown and species[0].start < text.unit.start + shown.end() <= last:
        return True
    backed = BACKED_BY.search(text.prose)
    if backed and first < text.unit.start + backed.start() < species[-1].start:
        return True
    return "negation" not in text.kinds and text.document.prose.find(":", first, species[0].start) >= 0


def _conclusion(text: UnitText, previous: UnitText, species: Sequence[Mark], people: Sequence[Mark]) -> str:
    """Whether the unit draws a human conclusion from the animal finding right before it."""
    if not _follows(text, previous) or not _is_finding(previous):
        return ""
    prose = text.prose
    if HUMAN_EVIDENCE.search(prose) or VETERINARY.search(prose) or "attribution:person" in text.kinds:
        return ""
    concludes = CONCLUDES.search(prose) is not None or INNER_CONCLUSION.search(prose) is not None
    outside = [mark for mark in people if not any(s.start <= mark.start < s.end for s in species)]
    healthy = any(kind in text.kinds for kind in HEALTHY)
    if concludes and not species and (outside or "health" in text.kinds or healthy):
        return "conclusion"
    if not species and not outside and "effect" in text.kinds and "experimental" in prose.split():
        # What "the experimental diet" did, with the animals dropped.
        return "conclusion"
    advises = text.tokens[0].word in TAKE and text.tokens[0].start - text.unit.start <= 3
    if advises and healthy and not species:
        return "conclusion"
    reader = any(text.lower[mark.start : mark.end] in YOU for mark in outside)
    put_to_use = "health" in text.kinds or "the same" in prose or PUT_TO_USE.search(prose)
    if reader and put_to_use and not species and not ELSEWHERE.search(prose):
        return "conclusion"
    same = SAME_FOR_US.search(prose)
    if same and ANIMAL_BEFORE.search(text.lower, max(text.block.start, text.unit.start - 600), text.unit.start):
        return "conclusion"
    recommends = GOOD_FOR.search(prose) or (LIKELY.search(prose) and PUT_TO_USE.search(prose))
    if recommends and outside and not species and not ELSEWHERE.search(prose):
        return "conclusion"
    if outside and healthy and LIKELY.search(prose) and not species:
        return "conclusion"
    return "conclusion" if not species and not outside and _goes_on(text) else ""


def _goes_on(text: UnitText) -> bool:
    """ "It boosts endurance": what the animals got is now said to do so in general."""
    words = [token.word for token in text.tokens[:3]]
    if words[0] not in STATES or len(text.tokens) > 12 or text.coverage is not None:
        return False
    near = text.tokens[len(words) - 1].end
    effects = [mark for mark in text.of("effect") if mark.start < near and mark.value in DOES_GOOD]
    return any(text.lower[mark.start : mark.end].endswith("s") for mark in effects)


def _follows(text: UnitText, previous: UnitText) -> bool:
    """Whether nothing but white space, a list bullet or a paragraph break stands between the two."""
    return text.block.heading == previous.block.heading and text.unit.index - previous.unit.index == 1


def _is_finding(previous: UnitText) -> bool:
    """Whether the unit before reports what happened to animals or cells, its limits aside."""
    if previous.ends_with("?") or not (named(previous) or (_cited(previous) and not _people(previous))):
        return False
    prose = previous.prose
    if LIMITS.search(prose) or VETERINARY.search(prose) or HUMAN_EVIDENCE.search(prose):
        return False
    if any(kind in previous.kinds for kind in HEALTHY):
        return True
    return any(token.word in RESEARCH or token.word.endswith("ed") for token in previous.tokens)


def _reference(text: UnitText, people: Sequence[Mark]) -> str:
    """Whether the unit states an effect with no population while only animal or cell studies cover it."""
    if HUMAN_EVIDENCE.search(text.prose) or any(text.lower[mark.start : mark.end] not in READER for mark in people):
        return ""
    if not any(kind in text.kinds for kind in (*HEALTHY, "health:body")):
        return ""
    if text.block.kind == "cell" or _species_told(text):
        return ""
    heading = text.heading()
    if heading is not None and RESEARCH_HEADING.search(text.lower, heading.start, heading.end):
        return ""
    return "reference"


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
            if ANIMALS.search(text.lower, unit.start, unit.end):
                return True
    return False


def _anecdote(text: UnitText, previous: UnitText | None) -> str:
    """Whether somebody's own animal is offered as evidence for people."""
    words = [token.word for token in text.tokens]
    for i, word in enumerate(words):
        if word not in PETS and word.removesuffix("'s") not in PETS:
            continue
        if not set(words[max(0, i - 3) : i]) & OWNERS:
            continue
        prose = text.prose
        if VETERINARY.search(prose) or not PET_HEALED.search(prose):
            return ""
        persuades = previous is not None and previous.ends_with("?") and previous.block.index == text.block.index
        on_it = any(
            words[j] in ("on", "with", "from") and words[j + 1] in ("it", "this") for j in range(len(words) - 1)
        )
        return "anecdote" if PET_EVIDENCE.search(prose) or (persuades and on_it) else ""
    return ""
