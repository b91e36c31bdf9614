"""Absolute language: boosters dropped, verbs of total effect toned down, the grammar kept."""

from __future__ import annotations

from claimlint.rewording.clauses import Finite, Words, finites_of, noun_follows, words_of
from claimlint.rewording.edits import Draft
from claimlint.rewording.model import WEAKER
from claimlint.rewording.phrasefind import Found, phrases_in_span, with_conjunction
from claimlint.rewording.safety import is_modified, may_go_unread, only_loses_noise, stands_plainly
from claimlint.rewording.tail import behind_links
from claimlint.rewording.toneverb import swap_verb, tone_verb
from claimlint.rewording.words import DETERMINERS, article_for, capitalised, is_adverb, is_nounish

_PLURAL_NOW = frozenset({"many people", "few people", "few things", "many things"})
_PLURAL = {
    "is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't", "wasn't": "weren't",
    "doesn't": "don't", "hasn't": "haven't",
}  # fmt: skip


def reword_absolute(draft: Draft) -> None:
    """Tone down every absolute phrase that overlaps the finding."""
    words = words_of(draft.document.prose, draft.tokens, draft.forms)
    finites = finites_of(words, frozenset(mark.start for mark in draft.request.marks.of("effect")))
    done = False
    for found in phrases_in_span(words, draft.request.span, draft.request.phrases):
        done = _apply(draft, words, finites, found) or done
    if not done and not _without_table(draft, words):
        # Nothing is known about the phrase: only the author can say it in another way.
        draft.safe = False
        place = behind_links(draft.document, draft.request.span[1])
        if not draft.replace(place, place, f" {WEAKER}"):
            draft.want_slot()


def _apply(draft: Draft, words: Words, finites: list[Finite], found: Found) -> bool:
    if any(draft.touched(n) for n in range(found.first, found.last + 1)):
        return False
    if found.table == "drop":
        return _drop(draft, words, found)
    if found.table == "verb":
        return tone_verb(draft, words, finites, found)
    return swap_verb(draft, words, finites, found) if found.verb >= 0 else _swap(draft, words, found)


def _drop(draft: Draft, words: Words, found: Found) -> bool:
    """Let a booster go where the rest stands without it; where it is the predicate, say something milder."""
    phrases, text = draft.request.phrases, found.value
    after = words.next_in_clause(found.last)
    before = "" if words.broken[found.first] else words.word(found.first - 1)
    adjective = text in phrases.drop_adjective or text in phrases.predicate
    if adjective and not noun_follows(words, found.last) and (text not in phrases.drop or text in phrases.predicate):
        return _predicate(draft, found, text)
    if text.endswith("%") and (not after or after in ("of", "in", "for")):
        return False  # a figure, not a booster
    if before in ("isn't", "aren't", "don't", "wasn't") or is_modified(words, found.first):
        return False  # "not very effective" says something else than "not effective"
    draft.safe = draft.safe and may_go_unread(draft, words, found)
    return draft.drop_words(*with_conjunction(words, found))


def _predicate(draft: Draft, found: Found, text: str) -> bool:
    replacement = draft.request.phrases.predicate.get(text)
    if replacement is None:
        return False
    draft.safe = False
    if replacement == "reported":
        draft.want_slot()
    return draft.replace_words(found.first, found.last, replacement)


def _swap(draft: Draft, words: Words, found: Found) -> bool:
    value, first = found.value, found.first
    promise = _promise(draft, words, found)
    if promise is not None:
        return promise
    draft.safe = draft.safe and only_loses_noise(draft, words, found)
    if "{slot}" in value:
        value = value.replace("{slot}", "").strip()
        draft.want_slot()
    if value.startswith("a/an"):
        value = _article(draft, words, found, value[4:].strip())
    before = "" if words.broken[first] else words.word(first - 1)
    head, _, rest = value.partition(" ")
    if head in ("a", "an", "one", "the") and rest and before in DETERMINERS - {"all", "both"}:
        value = rest  # the author's own article stays
    if value == "generally well tolerated" and noun_follows(words, found.last):
        value = "generally well-tolerated"
    if found.first == 0 and draft.text[words.tokens[0].start].isdigit():
        value = capitalised(value)  # "100% of men"
    if not draft.replace_words(first, found.last, value):
        return False
    if value in _PLURAL_NOW:
        _make_plural(draft, words, found.last)
    return True


def _promise(draft: Draft, words: Words, found: Found) -> bool | None:
    """ "is guaranteed to help" -> "may help". None where nothing is promised ("bound to albumin")."""
    subject = {"is": "", "are": "", "it's": "it ", "they're": "they "}.get(words.word(found.first - 1))
    verb = words.next_in_clause(found.last)
    infinitive = verb in ("be", "have", "do") or words.forms.is_form(verb, "base")
    promises = found.value in ("expected to", "likely to") and infinitive
    if not promises or subject is None or words.broken[found.first]:
        return None
    draft.safe = draft.safe and stands_plainly(draft, words, found)
    return draft.replace_words(found.first - 1, found.last, f"{subject}may")


def _article(draft: Draft, words: Words, found: Found, rest: str) -> str:
    """The article for what follows a phrase such as "the most", none before a plural."""
    noun = ""
    for n in range(found.last + 1, min(found.last + 9, len(words.tokens))):
        word = words.word(n)
        if words.broken[n]:
            break
        if is_nounish(word):
            noun = word
        elif word not in ("and", "or"):
            break
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is", "ics")):
        return rest or "some"
    if not rest and found.last + 1 >= len(words.tokens):
        return "one"
    following = words.tokens[min(found.last + 1, len(words.tokens) - 1)]
    return f"{article_for(rest or draft.text[following.start : following.end])} {rest}".strip()


def _make_plural(draft: Draft, words: Words, last: int) -> None:
    """ "everyone needs" -> "many people need": the verb follows its new subject."""
    index = last + 1
    while index < len(words.tokens) and not words.broken[index] and is_adverb(words.word(index)):
        index += 1
    if index >= len(words.tokens) or words.broken[index]:
        return
    word = words.word(index)
    if word in _PLURAL:
        draft.replace_words(index, index, _PLURAL[word])
    elif (reading := words.forms.base_of(word)) is not None and reading[1] == "third":
        draft.set_verb(index, reading[0], "base")


def _without_table(draft: Draft, words: Words) -> bool:
    """A phrase that the table does not have: an adverb, or an adjective in front of a noun, can go."""
    start, end = draft.request.span
    inside = [n for n, token in enumerate(words.tokens) if start <= token.start and token.end <= end]
    if len(inside) > 3:
        return False
    for n in inside:
        word = words.word(n)
        if word.endswith("ly") and is_adverb(word) and words.word(n - 1) not in ("not", "most", "more", "less"):
            draft.safe = False
            return draft.drop_words(n, n)
    if len(inside) == 1 and noun_follows(words, inside[0]) and words.word(inside[0] - 1) in DETERMINERS - {"no"}:
        draft.safe = False
        return draft.drop_words(inside[0], inside[0])
    return False
