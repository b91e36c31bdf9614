"""Leaps from animals to people: in one sentence, from one sentence to the next, from somebody's own animal.

LABELLING.md, "animal-as-human": (a) species and people in one unit, (b) the unit after an animal finding draws the
human conclusion, (d) an animal anecdote offered as evidence.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.language.dose_grammar import amounts
from claimlint.language.doses import marks as dose_marks
from claimlint.language.model import Mark
from claimlint.language.species_named import HEALTHY, ILL, READER, YOU, cited_population, named, people_of
from claimlint.language.species_words import (
    ADVISES,
    ANIMAL_BEFORE,
    BACKED_BY,
    CARRY_OVER,
    CONCLUDES,
    CONSEQUENCE,
    DOES_GOOD,
    ELSEWHERE,
    EQUIVALENT,
    GENERALISES,
    GOES_ON,
    GOOD_FOR,
    GOOD_THING,
    HUMAN_DOSE,
    HUMAN_EVIDENCE,
    INNER_CONCLUSION,
    LEARNT,
    LIKELY,
    LIMITS,
    MODAL,
    NOT_CARRYING,
    OWN_CIRCLE,
    OWN_INFERENCE,
    OWN_USE,
    OWNERS,
    PET_EVIDENCE,
    PET_HEALED,
    PETS,
    PLANS,
    PUT_TO_USE,
    REMEDY,
    RESEARCH,
    SAME_AGAIN,
    SAME_FOR_US,
    SHOWN_IN,
    STATES,
    STUDIES_SHOW,
    TAKE,
    TALKS_GENERALLY,
    TRANSFERS,
    VETERINARY,
    YOU_TOO,
)
from claimlint.language.unit import UnitText

SHORT = 8
"""A sentence of so few words that "you too" is all that it says."""


def explicit(text: UnitText, species: Sequence[Mark], people: Sequence[Mark]) -> bool:
    """Whether one unit carries a finding in `species` over to people."""
    prose = text.prose
    if VETERINARY.search(prose):
        return False
    if _scales_a_dose(text) or OWN_CIRCLE.search(prose):
        return True
    if HUMAN_EVIDENCE.search(prose) or PLANS.search(prose):
        return False
    outside = _outside(people, species)
    if outside and (
        _carries_over(text, outside)
        or _rests_on_animals(text, species, outside)
        or _learnt_for_people(text, species, outside)
        or (SHOWN_IN.search(prose) and any(text.lower[mark.start : mark.end] in READER for mark in outside))
    ):
        return True
    if SAME_AGAIN.search(prose) or any(mark.kind == "dose-instruction" for mark in dose_marks(text)):
        # The animals' finding, and in the same breath how much the reader should take.
        return True
    return _turns_to_benefit(text) or _generalises(text, species)


def _outside(people: Sequence[Mark], species: Sequence[Mark]) -> list[Mark]:
    """The people that are not part of a species' name ("human liver cells")."""
    return [mark for mark in people if not any(s.start <= mark.start < s.end for s in species)]


def _carries_over(text: UnitText, people: Sequence[Mark]) -> bool:
    """ "Rats got smarter, so your memory will, too"; not where the sentence turns from people to animals."""
    prose = NOT_CARRYING.sub(lambda found: " " * len(found.group()), text.prose)
    turn = CARRY_OVER.search(prose)
    if turn is None:
        return False
    healthy = any(kind in text.kinds for kind in (*HEALTHY, "health"))
    if not (healthy or PUT_TO_USE.search(prose) or amounts(text.lower, text.unit.start, text.unit.end)):
        return False
    at = text.unit.start + turn.start()
    if turn.group() not in ("so", "thus", "therefore", "hence", "consequently"):
        return True
    return people[-1].start >= at or not any(mark.start > at for mark in text.of("species"))


def _scales_a_dose(text: UnitText) -> bool:
    """Whether an animal's dose is scaled to people: "the human equivalent is 800 mg"."""
    needed = 1 if HUMAN_DOSE.search(text.prose) else 2 if EQUIVALENT.search(text.prose) else 0
    return needed > 0 and len(amounts(text.lower, text.unit.start, text.unit.end)) >= needed


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


def _learnt_for_people(text: UnitText, species: Sequence[Mark], people: Sequence[Mark]) -> bool:
    """ "Research in monkeys suggests that you can …", "we know from rats that it is safe in patients"."""
    learnt = LEARNT.search(text.prose)
    if learnt is None:
        return False
    after = text.unit.start + learnt.end()
    return species[-1].start < after <= people[-1].start and MODAL.search(text.prose, learnt.end()) is not None


def _turns_to_benefit(text: UnitText) -> bool:
    """ "…, so it heals ulcers", "which is why it is in my kitchen": advice or a cure, with the animals left out."""
    turn = CONSEQUENCE.search(text.prose)
    if turn is None or any(mark.start >= text.unit.start + turn.end() for mark in text.of("species")):
        return False
    after = text.unit.start + turn.end()
    ill = [*text.of("health:condition"), *text.of("health:outcome")]
    heals = any(mark.start >= after for mark in text.of("effect")) and any(mark.start >= after for mark in ill)
    return heals or ADVISES.search(text.prose, turn.start()) is not None


def _generalises(text: UnitText, species: Sequence[Mark]) -> bool:
    """ "Animal experiments prove that the extract can cure": what animals showed, told of everybody."""
    general = GENERALISES.search(text.prose)
    if not general or not any(kind in text.kinds for kind in HEALTHY):
        return False
    after = text.unit.start + general.end()
    return TALKS_GENERALLY.search(text.prose, general.end()) is not None and not any(
        mark.start >= after for mark in species
    )


def conclusion(text: UnitText, previous: UnitText, species: Sequence[Mark], people: Sequence[Mark]) -> bool:
    """Whether the unit draws a human conclusion from the animal finding right before it."""
    if not _follows(text, previous) or not _is_finding(previous):
        return False
    prose = text.prose
    if VETERINARY.search(prose) or PLANS.search(prose):
        return False
    if TRANSFERS.search(prose) or (HUMAN_DOSE.search(prose) and amounts(text.lower, text.unit.start, text.unit.end)):
        return True
    if HUMAN_EVIDENCE.search(prose) or somebody_says(text):
        return False
    outside = _outside(people, species)
    if text.coverage is not None and text.coverage.reason == "own" and not cited_population(text):
        return False  # a study of its own stands behind it
    same = SAME_FOR_US.search(prose)
    if same and ANIMAL_BEFORE.search(text.lower, max(text.block.start, text.unit.start - 600), text.unit.start):
        return True
    return not species and (_concludes(text, outside) or _advises(text, outside) or _drops_the_animals(text, outside))


def somebody_says(text: UnitText) -> bool:
    """Whether the unit is the view of somebody named or quoted, not the author's or the study's own inference."""
    return "attribution:person" in text.kinds and OWN_INFERENCE.match(text.prose) is None


def _concludes(text: UnitText, people: Sequence[Mark]) -> bool:
    """ "This means that your lamp makes you fat", "I take it every day for that reason"."""
    prose = text.prose
    if CONCLUDES.search(prose) is None and INNER_CONCLUSION.search(prose) is None:
        return False
    if "attribution:person" in text.kinds and not people:  # "this suggests that receptors are involved" helps nobody
        return "effect" in text.kinds and any(kind in text.kinds for kind in ILL)
    healthy = any(kind in text.kinds for kind in (*HEALTHY, "health"))
    return bool(people) or healthy or OWN_USE.search(prose) is not None


def _advises(text: UnitText, people: Sequence[Mark]) -> bool:
    """Whether the reader is told to put the finding to use, or promised the same."""
    prose = text.prose
    healthy = any(kind in text.kinds for kind in HEALTHY)
    if GOOD_THING.match(prose) or (REMEDY.search(prose) and ELSEWHERE.search(prose) is None):
        return True
    if "instruction" in text.kinds and not text.words.isdisjoint(YOU) and ELSEWHERE.search(prose) is None:
        return True
    if healthy and text.tokens[0].word in TAKE and text.tokens[0].start - text.unit.start <= 3:
        return True
    reader = any(text.lower[mark.start : mark.end] in YOU for mark in people)
    if reader and len(text.tokens) <= SHORT and YOU_TOO.search(prose):
        return True
    likely = LIKELY.search(prose) is not None
    if people and healthy and likely:
        return True
    if not people or ELSEWHERE.search(prose):
        return False
    put_to_use = "health" in text.kinds or "the same" in prose or PUT_TO_USE.search(prose)
    goes_on = text.tokens[0].word in GOES_ON or any(token.word in ("it", "this") for token in text.tokens[1:3])
    if reader and put_to_use and (likely or goes_on or PUT_TO_USE.search(prose)):
        return True
    return GOOD_FOR.search(prose) is not None or (likely and PUT_TO_USE.search(prose) is not None)


def _drops_the_animals(text: UnitText, people: Sequence[Mark]) -> bool:
    """ "It boosts endurance", "the experimental diet …": what the animals got is now said to do so in general."""
    if people:
        return False
    if "effect" in text.kinds and "experimental" in text.prose.split():
        return True
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
    if previous.ends_with("?") or not (named(previous) or (cited_population(previous) and not people_of(previous))):
        return False
    prose = previous.prose
    if LIMITS.search(prose) or VETERINARY.search(prose) or HUMAN_EVIDENCE.search(prose):
        return False
    if any(kind in previous.kinds for kind in HEALTHY):
        return True
    return any(token.word in RESEARCH or token.word.endswith("ed") for token in previous.tokens)


def anecdote(text: UnitText, previous: UnitText | None) -> bool:
    """Whether somebody's own animal is offered as evidence for people."""
    words = [token.word for token in text.tokens]
    for i, word in enumerate(words):
        if word not in PETS and word.removesuffix("'s") not in PETS:
            continue
        if not set(words[max(0, i - 3) : i]) & OWNERS:
            continue
        prose = text.prose
        if VETERINARY.search(prose) or not PET_HEALED.search(prose):
            return False
        persuades = previous is not None and previous.ends_with("?") and previous.block.index == text.block.index
        on_it = any(
            words[j] in ("on", "with", "from") and words[j + 1] in ("it", "this") for j in range(len(words) - 1)
        )
        return PET_EVIDENCE.search(prose) is not None or (persuades and on_it)
    return False
