"""Animal findings told as human ones: the species put in, the finding in the past tense, the limit added."""

from __future__ import annotations

import re

from claimlint.evidence.sources import citations_in
from claimlint.lazy import lazy
from claimlint.rewording import species
from claimlint.rewording.claimverb import claiming_verb
from claimlint.rewording.clauses import Finite, Words, finites_of, words_of
from claimlint.rewording.edits import Draft
from claimlint.rewording.model import ANIMAL_LIMIT, PEOPLE_LIMIT, PET_LIMIT
from claimlint.rewording.tail import before_citations
from claimlint.rewording.weaken import weaken
from claimlint.rewording.words import HEDGES, can_be_lowered

_CONCLUSION = lazy(
    r"(?:\s?[,;–—-]{1,3}\s?|\s)(?:and\s)?(?:so|thus|therefore|hence|meaning|proving|showing|"
    r"making (?:it|this|them)|"
    r"which (?:means|makes|shows|proves|suggests|is why|explains|is (?:good|great) news))\b"
    r"(?!\s(?:far|much|many|well|long))",
    re.IGNORECASE,
)
_PET = lazy(
    r"\b(?:my|our)\s(?:\w{1,20}\s){0,2}"
    r"(?:rat|mouse|mice|dog|cat|hamster|rabbit|horse|pup|puppy|kitten|pet|bird|guinea pig)s?\b",
    re.IGNORECASE,
)


def reword_animal(draft: Draft) -> None:
    """Reword by what carries the animal finding over to people."""
    draft.safe = False
    request = draft.request
    kinds = {mark.value for mark in request.marks.of("animal-as-human")}
    prose = request.document.prose
    if "anecdote" in kinds or _PET.search(prose, draft.unit.start, draft.unit.end):
        _cut_conclusion(draft)
        draft.tails.append(PET_LIMIT)
        return
    named = species.named_in_unit(request)
    if not named and "conclusion" not in kinds:
        source = species.of_sources(request)
        if source:
            _put_species_in(draft, source)
            draft.tails.append(PEOPLE_LIMIT)
            return
    before = named or species.of_sources(request) or species.of_previous(request) or "animals"
    if named and _cut_conclusion(draft):
        draft.tails.append(PEOPLE_LIMIT)
        return
    if not named or "conclusion" in kinds or "explicit" in kinds:
        _weaken_conclusion(draft, after_species=bool(named))
    draft.tails.append(PEOPLE_LIMIT if named else ANIMAL_LIMIT.format(species=before))


def _cut_conclusion(draft: Draft) -> bool:
    """Take out the conclusion that the finding cannot carry ("…, so it will sharpen your memory")."""
    prose, text = draft.document.prose, draft.text
    for found in _CONCLUSION.finditer(prose, draft.unit.start, draft.unit.end):
        before = prose[draft.unit.start : found.start()]
        if len(before.split()) < 3 or (not species.in_text(before) and not _PET.search(before)):
            continue
        end = _before_final(draft)
        cut = text[found.start() : end]
        if cut.count("(") != cut.count(")") or cut.count("[") != cut.count("]") or "\n\n" in cut:
            continue
        return draft.replace(found.start(), end, "")
    return False


def _before_final(draft: Draft) -> int:
    """Where the last clause ends: in front of citations and final punctuation."""
    end = draft.unit.end
    starts = [
        c.start
        for c in citations_in(draft.request.evidence, draft.unit.start, end)
        if c.end <= end and draft.text[c.end : end].strip(" .!\n") == ""
    ]
    end = min([end, *starts])
    while end > draft.unit.start and draft.text[end - 1] in ".! \n":
        end -= 1
    return end


def _put_species_in(draft: Draft, named: str) -> None:
    """ "Chronic stress lowers X [25]" -> "In mice, chronic stress lowered X [25]"."""
    words = words_of(draft.document.prose, draft.tokens, draft.forms)
    finites = finites_of(words, frozenset(mark.start for mark in draft.request.marks.of("effect")))
    for verb in finites:
        _past(draft, words, verb)
    if not draft.tokens:
        return
    at = _statement_start(draft)
    first = draft.tokens[at]
    text = draft.text
    starts_small = text[first.start].islower() or text[first.start].isdigit()
    opening = "In " if at == 0 else "in "
    if at == 0 and starts_small and text[first.start].islower():
        opening = "in "
    opens_with_verb = bool(finites) and finites[0].lead <= at <= finites[0].at
    if (
        not opens_with_verb
        and (starts_small or can_be_lowered(draft.document, first, draft.forms.readings, draft.request.small))
        and not draft.touched(at)
    ):
        if at in draft.verbs:
            draft.before[at] = f"{opening}{named}, "
            return
        if draft.replace(first.start, first.start + 1, f"{opening}{named}, {text[first.start].lower()}"):
            return
    place = before_citations(draft.document, draft.request.evidence, draft.unit.start, draft.unit.end)
    if place is None or not draft.replace(place, place, f" in {named}"):
        draft.endings = f" in {named}"


def _statement_start(draft: Draft) -> int:
    """Behind a run-in label ("**Stress**: …")."""
    for n, token in enumerate(draft.tokens[1:7], start=1):
        between = draft.text[draft.tokens[n - 1].end : token.start]
        if ":" in between:
            return n
    return 0


def _past(draft: Draft, words: Words, verb: Finite) -> None:
    """A present tense told in the past."""
    word, at = words.word(verb.at), verb.at
    if draft.touched(at):
        return
    if verb.kind in ("third", "base"):
        base = draft.base(at)
        if base is not None:
            draft.set_verb(at, base, "past")
    elif word in ("is", "are", "isn't", "aren't", "has", "does", "doesn't", "don't", "do"):
        past = {
            "is": "was",
            "are": "were",
            "isn't": "wasn't",
            "aren't": "weren't",
            "has": "had",
            "does": "did",
            "doesn't": "didn't",
            "don't": "didn't",
            "do": "did",
        }[word]
        draft.replace_words(at, at, past)
    elif word == "have":
        draft.replace_words(at, at, "had")


_PEOPLE = frozenset(
    "you your yourself people men women humans human patients adults children we "
    "our us everyone person man woman".split()
)


def _verb_about_people(words: Words, finites: list[Finite]) -> int | None:
    """The verb of the clause that speaks of people: the one they are subject of, or the last one before them."""
    spots = [n for n, token in enumerate(words.tokens) if token.word in _PEOPLE]
    if not spots:
        return None
    subject = [n for n, verb in enumerate(finites) if any(spot in (verb.lead - 1, verb.lead - 2) for spot in spots)]
    if subject:
        return subject[0]
    before = [n for n, verb in enumerate(finites) if verb.at < spots[-1]]
    return before[-1] if before else None


def _weaken_conclusion(draft: Draft, *, after_species: bool) -> None:
    """Weaken what is said of people."""
    words = words_of(draft.document.prose, draft.tokens, draft.forms)
    effects = frozenset(mark.start for mark in draft.request.marks.of("effect"))
    finites = finites_of(words, effects)
    if any(token.word in HEDGES or token.word == "i" for token in words.tokens):
        return
    if after_species:
        if (which := _verb_about_people(words, finites)) is not None:
            weaken(draft, words, finites, which)
        return
    which = claiming_verb(words, finites, effects)
    if which is not None:
        weaken(draft, words, finites, which)
