"""Verbs of total effect and of promise, toned down in the author's own form."""

from __future__ import annotations

from claimlint.rewording.clauses import Finite, Words, noun_follows
from claimlint.rewording.edits import Draft
from claimlint.rewording.phrasefind import Found, with_conjunction
from claimlint.rewording.phrases import Phrases
from claimlint.rewording.safety import may_go_unread
from claimlint.rewording.verbs import Form
from claimlint.rewording.weaken import weaken
from claimlint.rewording.words import (
    BE_NOW,
    BE_PAST,
    CLOSED,
    CONTRACTED_DO,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    is_adverb,
)

_PASSIVE = BE_NOW | BE_PAST | {"be", "been", "being", "it's", "gets", "get", "got"}


def tone_verb(draft: Draft, words: Words, finites: list[Finite], found: Found) -> bool:
    """ "destroys" -> "lowers" before a level, "reduces" before a symptom, "harms" before anything else."""
    phrases, verb = draft.request.phrases, found.verb
    reading = words.forms.base_of(words.word(verb))
    if reading is None:
        return False
    form: Form = _form(draft, verb, reading[1])
    passive = _is_passive(words, verb, form)
    base = _milder(words, found, phrases, verb - 1 if passive else found.last + 1, back=passive)
    if base is None or (form == "base" and words.word(verb - 1) in DETERMINERS):
        return False
    if form == "ing" and not passive and words.word(verb - 1) in DETERMINERS and noun_follows(words, verb):
        return draft.drop_words(found.first, found.last)  # "the skyrocketing levels"
    if form == "past" and passive:
        form = "participle"
    elif form == "base" and any(v.at == verb and v.kind == "past" for v in finites):
        form = "past"  # "cut"
    draft.safe = False
    draft.set_verb(verb, base, form)
    return found.last == verb or draft.drop_words(verb + 1, found.last)


def _form(draft: Draft, verb: int, form: Form) -> Form:
    """The form that a verb has by now: one that shares its subject with a weakened one has changed already."""
    return draft.verbs[verb].form if verb in draft.verbs else form


def _milder(words: Words, found: Found, phrases: Phrases, at: int, *, back: bool) -> str | None:
    """The base that fits what is acted on: looked for after the verb, or before it in the passive."""
    level, other = phrases.level.get(found.value), phrases.other.get(found.value)
    something = False
    for n in range(5):
        index = at - n if back else at + n
        if not 0 <= index < len(words.tokens) or (not back and n and words.broken[index]):
            break
        word = words.word(index)
        if n and word in ("and", "or", "but", "which", "that", "by"):
            break
        something = something or word not in CLOSED
        if word in phrases.level_objects:
            return level or other
        if word in phrases.symptom_objects:
            return {"lower": "reduce", "raise": "increase"}.get(level or "", level) or other
    if other in ("rise", "fall") and something and not back and noun_follows(words, found.last):
        return level or other  # it has an object
    return other if other or not something else level


def _is_passive(words: Words, verb: int, form: Form) -> bool:
    before = verb - 1
    while before > 0 and is_adverb(words.word(before)):
        before -= 1
    return form in ("past", "participle", "base") and words.word(before) in _PASSIVE


def swap_verb(draft: Draft, words: Words, finites: list[Finite], found: Found) -> bool:
    """A replacement that names a verb: its form follows the author's, "may" goes where a present tense can carry it."""
    verb, phrases = found.verb, draft.request.phrases
    reading = words.forms.base_of(words.word(verb))
    if reading is None:
        return False
    form: Form = _form(draft, verb, reading[1])
    finite = next((n for n, f in enumerate(finites) if f.at == verb), -1)
    lead, _, rest = found.value.partition("~")
    new, _, rest = rest.partition(" ")
    if _is_passive(words, verb, form):
        draft.safe = False
        if (stated := phrases.predicate.get(words.word(verb))) is not None:
            return draft.replace_words(verb, verb, stated)  # "results are guaranteed"
        draft.set_verb(verb, new, "participle")
        return True
    one_word = found.last == verb  # "works for everyone" holds a verb whatever stands before it, "cures" may be a noun
    if one_word and finite < 0 and (form == "third" or (form == "base" and not _verb_can_stand(words, verb))):
        noun = phrases.swap.get("=" + words.word(verb))
        draft.safe = False
        return noun is not None and draft.replace_words(verb, verb, noun)
    adjective = form in ("past", "participle") and finite < 0 and words.word(verb) in phrases.drop_adjective
    if adjective and not _after_have(words, verb):
        word = words.word(verb)
        alone = Found(verb, verb, "drop", word)
        draft.safe = draft.safe and may_go_unread(draft, words, alone)
        if noun_follows(words, verb) or (words.broken[verb] and word in phrases.drop):
            return draft.drop_words(*with_conjunction(words, alone))
        draft.safe = False
        return word in phrases.predicate and draft.replace_words(verb, verb, phrases.predicate[word])
    if found.first < verb and not draft.drop_words(found.first, verb - 1):
        return False
    draft.safe = False
    draft.set_verb(verb, new, form)
    _lead(draft, words, finites, found, finite, lead.strip())
    return _rest(draft, found, rest)


def _lead(draft: Draft, words: Words, finites: list[Finite], found: Found, finite: int, lead: str) -> None:
    """What the replacement has before its verb: "may" where it can stand, an adverb anywhere."""
    if lead and lead != "may":
        draft.before[found.verb] = lead + " "
    elif lead and finite >= 0 and finites[finite].kind in ("third", "base"):
        verb = finites[finite]
        moved = [f._replace(lead=max(f.lead, found.first)) if f is verb else f for f in finites]
        weaken(draft, words, moved, finite)
    elif lead:
        for n, f in enumerate(finites):
            if f.kind == "modal" and words.word(f.at) in ("will", "would", "shall") and 0 < found.verb - f.at <= 3:
                weaken(draft, words, finites, n)


def _rest(draft: Draft, found: Found, rest: str) -> bool:
    """What the replacement has behind its verb."""
    if "{slot}" in rest:
        rest = rest.replace("{slot}", "").strip()
        draft.want_slot()
    if found.last > found.verb:
        start, end = draft.tokens[found.verb + 1].start, draft.tokens[found.last].end
        return draft.replace(start, end, rest) if rest else draft.drop(start, end)
    return not rest or draft.insert_after(found.verb, " " + rest)


def _after_have(words: Words, verb: int) -> bool:
    """Whether "has" or "have" stands in front, adverbs aside: a perfect tense, no adjective."""
    before = verb - 1
    while before > 0 and is_adverb(words.word(before)):
        before -= 1
    return words.word(before) in HAVE


def _verb_can_stand(words: Words, verb: int) -> bool:
    """Whether a base form stands where a verb does: after "to", a modal or a form of "do", or as an order."""
    before = verb - 1
    while before > 0 and is_adverb(words.word(before)) and not words.broken[before]:
        before -= 1
    word = words.word(before)
    governed = word in MODALS | DO | CONTRACTED_DO or word in ("to", "and", "or", "help", "helps")
    return verb == 0 or (governed and not words.broken[verb])
