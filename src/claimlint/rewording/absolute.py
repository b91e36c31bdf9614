"""Absolute language: boosters dropped, verbs of total effect toned down, the grammar kept."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimlint.rewording.claim import reword_claim
from claimlint.rewording.clauses import Finite, Words, finites_of, words_of
from claimlint.rewording.edits import Draft
from claimlint.rewording.model import SLOT
from claimlint.rewording.phrases import Phrases
from claimlint.rewording.verbs import Form
from claimlint.rewording.weaken import weaken
from claimlint.rewording.words import CLOSED, DETERMINERS, MODALS, article_for, is_adverb, is_nounish

_PLURAL_NOW = frozenset({"many people", "few people", "few things", "many things"})


class Found(NamedTuple):
    """A phrase of the table in the unit: its words `first` to `last`, its table, and what stands there."""

    first: int
    last: int
    table: str
    value: str
    verb: int = -1
    """The index of the word that `~verb` stands for."""


def reword_absolute(draft: Draft) -> None:
    """Tone down every absolute phrase that overlaps the finding."""
    words = words_of(draft.document.prose, draft.tokens, draft.forms)
    finites = finites_of(words, frozenset(mark.start for mark in draft.request.marks.of("effect")))
    done = False
    for found in _phrases_in_span(draft, words, draft.request.phrases):
        done = _apply(draft, words, finites, found) or done
    if not done:
        done = _without_table(draft, words)
    if not done:
        # Nothing known about the phrase: weaken the statement that it stands in.
        draft.safe = False
        reword_claim(draft)


def _phrases_in_span(draft: Draft, words: Words, phrases: Phrases) -> list[Found]:
    """The longest phrases of the table that share a word with the finding, from left to right."""
    start, end = draft.request.span
    inside = [n for n, token in enumerate(words.tokens) if token.start < end and start < token.end]
    if not inside:
        return []
    low, high = inside[0], inside[-1]
    candidates = [f for at in range(max(0, low - 4), high + 1) if (f := _longest(words, at, phrases, low)) is not None]
    candidates.sort(key=lambda f: (-(min(f.last, high) - max(f.first, low)), f.first - f.last, f.first))
    found: list[Found] = []
    for candidate in candidates:
        if all(candidate.last < f.first or f.last < candidate.first for f in found):
            found.append(candidate)
    found.sort()
    # A booster directly in front of the verb belongs to the finding even when only the verb is reported, and the other way round.
    last = found[-1].last if found else high
    beyond = _longest(words, last + 1, phrases, last + 1) if last + 1 < len(words.tokens) and not words.broken[last + 1] else None
    if found and found[-1].table == "drop" and beyond is not None and beyond.table in ("verb", "swap") and beyond.verb >= 0:
        found.append(beyond)
    return found


def _longest(words: Words, at: int, phrases: Phrases, low: int) -> Found | None:
    for length in range(min(phrases.longest, len(words.tokens) - at), 0, -1):
        last = at + length - 1
        if last < low or any(words.broken[at + 1 : last + 1]):
            continue
        found = _look_up(words, at, last, phrases)
        if found is not None:
            return found
    return None


def _look_up(words: Words, first: int, last: int, phrases: Phrases) -> Found | None:
    text = " ".join(words.word(n) for n in range(first, last + 1))
    if text in phrases.swap:
        return Found(first, last, "swap", phrases.swap[text])
    for verb in range(first, last + 1):
        reading = words.forms.base_of(words.word(verb))
        if reading is None:
            continue
        before = [words.word(n) for n in range(first, verb)]
        after = [words.word(n) for n in range(verb + 1, last + 1)]
        key = " ".join([*before, "~" + reading[0], *after])
        if key in phrases.swap:
            return Found(first, last, "swap", phrases.swap[key], verb)
        plain = " ".join([reading[0], *after])
        if verb == first and (plain in phrases.level or plain in phrases.other):
            return Found(first, last, "verb", plain, verb)
    if text in phrases.drop or text in phrases.drop_adjective or text in phrases.predicate:
        return Found(first, last, "drop", text)
    return None


def _apply(draft: Draft, words: Words, finites: list[Finite], found: Found) -> bool:
    if any(draft.touched(n) for n in range(found.first, found.last + 1)):
        return False
    if found.table == "drop":
        return _drop(draft, words, found)
    if found.table == "verb":
        return _total_effect(draft, words, finites, found)
    if found.verb >= 0:
        return _swap_verb(draft, words, finites, found)
    return _swap(draft, words, found)


def _drop(draft: Draft, words: Words, found: Found) -> bool:
    """Let a booster or adjective go where the rest stands without it; where it is the predicate, say something milder."""
    phrases, text = draft.request.phrases, found.value
    after = "" if found.last + 1 >= len(words.tokens) or words.broken[found.last + 1] else words.word(found.last + 1)
    before = "" if words.broken[found.first] else words.word(found.first - 1)
    if text in phrases.drop_adjective or text in phrases.predicate:
        noun_follows = bool(after) and is_nounish(after)
        if not noun_follows and text not in phrases.drop:
            return _predicate(draft, found, before, text)
        if not noun_follows and text in phrases.predicate:
            return _predicate(draft, found, before, text)
    if text in ("100%", "110%") and (not after or after in ("of", "in", "for")):
        return False
    if text in ("very", "really", "highly", "super") and before in ("not", "isn't", "aren't", "don't"):
        return False
    return draft.drop_words(found.first, found.last)


def _predicate(draft: Draft, found: Found, before: str, text: str) -> bool:
    replacement = draft.request.phrases.predicate.get(text)
    if replacement is None:
        return False
    draft.safe = False
    if replacement == "reported":
        draft.want_slot()
    if text.startswith("a ") and before:
        return draft.replace_words(found.first, found.last, replacement)
    return draft.replace_words(found.first, found.last, replacement)


def _swap(draft: Draft, words: Words, found: Found) -> bool:
    value = found.value
    draft.safe = False
    if "{slot}" in value:
        value = value.replace("{slot}", "").strip()
        draft.want_slot()
    if value.startswith("a/an"):
        value = _article(draft, words, found, value)
    before = "" if words.broken[found.first] else words.word(found.first - 1)
    if value.split(" ")[0] in ("a", "an", "one", "the") and before in (DETERMINERS - {"all", "both"}) and found.first > 0:
        # "it is a miracle cure for": the author's own article stays, ours goes.
        value = value.split(" ", 1)[1] if " " in value else value
    if value == "generally well tolerated" and _noun_follows(words, found.last):
        value = "generally well-tolerated"
    first = found.first
    if value in ("expected to", "likely to") and before in ("is", "are", "it's"):
        # "is guaranteed to" -> "may"
        subject = words.tokens[first - 1]
        value, first = ("it may" if before == "it's" else "may"), first - 1
        if before == "it's" and draft.text[subject.start].isupper():
            value = "It may"
    if not draft.replace_words(first, found.last, value):
        return False
    if value in _PLURAL_NOW:
        _make_plural(draft, words, found.last + 1)
    return True


def _noun_follows(words: Words, last: int) -> bool:
    return last + 1 < len(words.tokens) and not words.broken[last + 1] and is_nounish(words.word(last + 1))


def _article(draft: Draft, words: Words, found: Found, value: str) -> str:
    """The article for the word that comes after the phrase, none before a plural."""
    rest = value[4:].strip()
    after = rest.split(" ")[0] if rest else words.word(found.last + 1)
    original = draft.text[words.tokens[found.last + 1].start : words.tokens[found.last + 1].end] if not rest and found.last + 1 < len(words.tokens) else after
    nouns = [words.word(n) for n in range(found.last + 1, min(found.last + 5, len(words.tokens)))]
    noun = ""
    for n, word in enumerate(nouns):
        if not is_nounish(word) or (n and words.broken[found.last + 1 + n]):
            break
        noun = word
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is", "ics")):
        return rest or "some"
    return f"{article_for(original)} {rest}".strip() if after else "one"


def _make_plural(draft: Draft, words: Words, index: int) -> None:
    """ "everyone needs" -> "many people need": the verb follows its new subject."""
    while index < len(words.tokens) and not words.broken[index] and is_adverb(words.word(index)):
        index += 1
    if index >= len(words.tokens) or words.broken[index]:
        return
    word = words.word(index)
    plural = {"is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't", "doesn't": "don't", "hasn't": "haven't"}.get(word)
    if plural is not None:
        draft.replace_words(index, index, plural)
    elif (reading := words.forms.base_of(word)) is not None and reading[1] == "third":
        draft.set_verb(index, reading[0], "base")


def _total_effect(draft: Draft, words: Words, finites: list[Finite], found: Found) -> bool:
    """ "destroys" -> "lowers" before a level or a symptom, "harms" before anything else."""
    phrases, verb = draft.request.phrases, found.verb
    reading = words.forms.base_of(words.word(verb))
    if reading is None:
        return False
    form: Form = reading[1]
    passive = _is_passive(words, verb, form)
    base = _milder(words, found, phrases, verb - 1 if passive else found.last + 1, back=passive)
    if base is None:
        return False
    if form == "ing" and not passive and _adjectival(words, verb):
        return draft.drop_words(found.first, found.last)
    if form == "base" and words.word(verb - 1) in DETERMINERS:
        return False
    if form == "past" and passive:
        form = "participle"
    if form in ("third", "base") and words.forms.inflect(base, "past") and any(v.at == verb and v.kind == "past" for v in finites):
        form = "past"
    draft.safe = False
    draft.set_verb(verb, base, form)
    if found.last > verb and not draft.drop_words(verb + 1, found.last):
        return False
    return True


def _milder(words: Words, found: Found, phrases: Phrases, at: int, *, back: bool) -> str | None:
    """The base that fits what is acted on: looked for after the verb, or before it in the passive."""
    step, near = (-1 if back else 1), 5
    there = False
    for n in range(near):
        index = at + step * n
        if not 0 <= index < len(words.tokens) or (not back and n and words.broken[index]):
            break
        word = words.word(index)
        if word in ("and", "or", "but", "which", "that", "by") and n:
            break
        there = there or word not in CLOSED
        if word in phrases.level_objects:
            return phrases.level.get(found.value) or phrases.other.get(found.value)
        if word in phrases.symptom_objects:
            level = phrases.level.get(found.value) or phrases.other.get(found.value)
            return {"lower": "reduce", "raise": "increase"}.get(level or "", level)
    intransitive = phrases.other.get(found.value) in ("rise", "fall")
    if not there or intransitive:
        if intransitive and there and not back and _noun_follows(words, found.last):
            return phrases.level.get(found.value) or phrases.other.get(found.value)
        return phrases.other.get(found.value)
    return phrases.other.get(found.value) or phrases.level.get(found.value)


def _is_passive(words: Words, verb: int, form: Form) -> bool:
    before = verb - 1
    while before > 0 and is_adverb(words.word(before)):
        before -= 1
    return form in ("past", "participle", "base") and words.word(before) in ("is", "are", "was", "were", "be", "been", "being", "it's", "gets", "get", "got")


def _adjectival(words: Words, verb: int) -> bool:
    """An -ing form in front of its noun ("skyrocketing levels")."""
    before = words.word(verb - 1)
    return (before in DETERMINERS or before in ("of", "with", "from", "for")) and _noun_follows(words, verb) and before in ("the", "a", "an", "this", "my", "your")


def _swap_verb(draft: Draft, words: Words, finites: list[Finite], found: Found) -> bool:
    """A replacement that names a verb: its form follows the author's, "may" goes where a present tense can carry it."""
    verb = found.verb
    reading = words.forms.base_of(words.word(verb))
    value = found.value
    if reading is None:
        return False
    draft.safe = False
    if "{slot}" in value:
        value = value.replace("{slot}", "").strip()
        draft.want_slot()
    lead, _, rest = value.partition("~")
    new, _, rest = rest.partition(" ")
    form: Form = reading[1]
    finite = next((n for n, f in enumerate(finites) if f.at == verb), -1)
    if _is_passive(words, verb, form):
        return _passive_swap(draft, words, found, new)
    if form == "base" and words.word(verb - 1) in DETERMINERS | {"of", "no"}:
        return False
    if form == "third" and finite < 0:
        return False
    if form == "past" and finite < 0 and words.word(verb) in draft.request.phrases.drop_adjective:
        return _drop(draft, words, Found(verb, verb, "drop", words.word(verb)))
    if found.first < verb and not draft.drop_words(found.first, verb - 1):
        return False
    draft.set_verb(verb, new, form)
    if lead.strip() == "may" and finite >= 0 and finites[finite].kind in ("third", "base"):
        kept = finites[finite]
        if not weaken(draft, words, [f._replace(lead=max(f.lead, found.first)) if f is kept else f for f in finites], finite):
            draft.set_verb(verb, new, form)
    elif lead.strip() not in ("", "may"):
        draft.before[verb] = lead
    elif lead.strip() == "may" and form == "base":
        for n, f in enumerate(finites):
            if f.kind == "modal" and words.word(f.at) in ("will", "would", "shall") and 0 < verb - f.at <= 3:
                weaken(draft, words, finites, n)
    if found.last > verb:
        tokens = draft.tokens
        start, end = tokens[verb + 1].start, tokens[found.last].end
        return draft.replace(start, end, rest) if rest else draft.drop(start, end)
    if rest:
        return draft.insert_after(verb, " " + rest)
    return True


def _passive_swap(draft: Draft, words: Words, found: Found, new: str) -> bool:
    draft.set_verb(found.verb, "help" if new == "help" else new, "participle")
    return True


_SUPERLATIVE_BEFORE = re.compile(r"(?:the|a)?\s*(?:most|single|very)\Z")


def _without_table(draft: Draft, words: Words) -> bool:
    """A phrase that the table does not have: an adverb or an adjective in front of a noun can go."""
    start, end = draft.request.span
    inside = [n for n, token in enumerate(words.tokens) if start <= token.start and token.end <= end]
    for n in inside:
        word = words.word(n)
        if word.endswith("ly") and is_adverb(word) and words.word(n - 1) not in ("not", "most", "more", "less"):
            draft.safe = False
            return draft.drop_words(n, n)
    if len(inside) == 1 and _noun_follows(words, inside[0]) and words.word(inside[0] - 1) in DETERMINERS - {"no"}:
        draft.safe = False
        return draft.drop_words(inside[0], inside[0])
    return False


__all__ = ["MODALS", "SLOT", "reword_absolute"]
