"""Finding the finite verbs of a unit with a verb table and closed classes: enough to weaken a claim, or to know better.

No part-of-speech tagger is light enough for a linter, so a word counts as a finite verb only where its neighbours leave
little doubt. What is not found is not reworded; the slot alone is then the suggestion.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from claimlint.language.model import Token
from claimlint.lazy import lazy
from claimlint.records import NamedTuple
from claimlint.rewording.verbs import VerbForms
from claimlint.rewording.words import (
    AUXILIARIES,
    BE_NOW,
    BE_PAST,
    CONJUNCTIONS,
    CONTRACTED_BE,
    CONTRACTED_DO,
    CONTRACTED_HAVE,
    CONTRACTED_SUBJECT,
    DEMONSTRATIVES,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    NON_FINITE_AUXILIARIES,
    PLURAL_SUBJECTS,
    PREPOSITIONS,
    SUBJECTS,
    SUBORDINATORS,
    is_adverb,
    is_nounish,
)

Kind = Literal["be", "have", "do", "modal", "third", "base", "past"]

_BREAK = lazy(r"[,;:()\[\]{}|/→=!?.•]|\s[–—-]\s|[–—]|\.\s")

PLURAL_NOUNS = frozenset(
    "increases decreases changes levels uses doses causes effects results reports studies claims benefits risks tests "
    "supplements drinks signals functions limits needs foods plants trials forms types shots cuts drops aids gains "
    "losses rises falls controls supports measures experiences aims demands contacts exercises attacks scores stores "
    "stresses cells patients times states treats impacts influences links boosts loads spikes crashes damages "
    "supplies triggers "
    "breaks blocks balances responses sources targets tracks".split()
)
"""Third-person forms that are as often plural nouns."""

_NOUNS_ONLY = frozenset(
    "effects doses levels cells patients times foods trials responses sources states plants forms scores losses".split()
)
"""Third-person forms that in health writing are nouns."""

DOUBTFUL_BASES = frozenset(
    "lower increase decrease damage stress sleep cause change level use dose effect result report study claim "
    "benefit risk "
    "test supplement drink signal function limit need work food form type shot cut drop aid gain rise fall control "
    "support "
    "measure experience aim demand contact exercise attack score store cell time state impact influence link boost "
    "load "
    "spike crash stop start turn break block balance source target track set clear calm slow dry warm cool open close "
    "complete free live mature direct present own light live female associate separate alternate moderate".split()
)
"""Base forms that are as often nouns or adjectives."""

INTRANSITIVE_PAST = frozenset(
    "improved increased decreased declined dropped worked rose fell worsened helped doubled tripled".split()
)


_NUMERALS = frozenset("two three four five six seven eight nine ten several few".split())
"""Before these a third-person form is a plural noun ("two processes decide")."""

_TELLING = frozenset("show demonstrate report find indicate suggest reveal".split())


class Finite(NamedTuple):
    """A finite verb: the index of its word, what it is, and where a modal would go (before its adverbs)."""

    at: int
    kind: Kind
    lead: int
    sure: bool = True


class Words(NamedTuple):
    """The words of a unit and whether a clause-breaking mark stands before each."""

    tokens: Sequence[Token]
    broken: Sequence[bool]
    forms: VerbForms

    def word(self, index: int) -> str:
        """The word at an index, "" outside the unit."""
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""

    def next_in_clause(self, index: int) -> str:
        """The following word, "" when punctuation stands between."""
        return self.word(index + 1) if index + 1 < len(self.tokens) and not self.broken[index + 1] else ""


def noun_follows(words: Words, index: int) -> bool:
    """Whether a noun or adjective stands directly behind a word."""
    after = words.next_in_clause(index)
    return bool(after) and is_nounish(after)


def words_of(prose: str, tokens: Sequence[Token], forms: VerbForms) -> Words:
    """Look at the stretch before each token; `prose` is the document's."""
    broken = [True]
    named = list(tokens)
    at = tokens[0].end if tokens else 0
    for n, (word, start, end) in enumerate(tokens):
        if n:
            between = prose[at:start]
            broken.append(
                between in _SINGLE_BREAKS if start - at == 1 else _BREAK.search(between) is not None  # mostly a space
            )
            if word == "a" and prose[start] == "A":
                # "vitamin A" ends in a name, not in an article
                named[n] = tokens[n]._replace(word="a-")
        at = end
    return Words(named, broken, forms)


_SINGLE_BREAKS = frozenset("/–—")


_CLAUSE_OPENERS = CONJUNCTIONS | SUBORDINATORS | {"which"}


def finites_of(words: Words, effects: frozenset[int] = frozenset()) -> list[Finite]:
    """The finite verbs in text order. `effects` holds start offsets of words known to be effect verbs."""
    found: list[Finite] = []
    open_verb: Finite | None = None
    readings = words.forms.readings
    for i, token in enumerate(words.tokens):
        word = token.word
        if words.broken[i] or word in _CLAUSE_OPENERS:
            open_verb = None
        if word not in AUXILIARIES and readings[word] is None:
            continue
        kind, sure = _kind_at(words, i, token, effects)
        if kind is None:
            continue
        if open_verb is not None:
            if open_verb.sure or not sure:
                continue
            found.pop()
        lead = _lead(words, i)
        open_verb = Finite(i, kind, lead, sure)
        found.append(open_verb)
    return found


def _lead(words: Words, i: int) -> int:
    """The first of the adverbs in front of a verb."""
    lead = i
    while (
        lead > 0
        and not words.broken[lead]
        and is_adverb(words.word(lead - 1))
        and words.word(lead - 1) not in ("then", "thus", "so", "hence")
    ):
        lead -= 1
    return lead


def _kind_at(words: Words, i: int, token: Token, effects: frozenset[int]) -> tuple[Kind | None, bool]:
    word = token.word
    if word in AUXILIARIES:
        return _auxiliary(words, i, word), True
    reading = words.forms.base_of(word)
    if reading is None or word in NON_FINITE_AUXILIARIES:
        return None, False
    form = reading[1]
    lead = _lead(words, i)
    before = "" if words.broken[lead] else words.word(lead - 1)
    if form == "third":
        return ("third", True) if _is_third(words, i, before, token.start in effects) else (None, False)
    if form == "base":
        return ("base", True) if _is_base(words, i, lead, before, token.start in effects) else (None, False)
    if form == "past":
        return ("past", False) if _is_past(words, i, before, reading[0]) else (None, False)
    return None, False


def _auxiliary(words: Words, i: int, word: str) -> Kind | None:
    lead = _lead(words, i)
    before = "" if words.broken[lead] else words.word(lead - 1)
    after_modal = before in MODALS or before == "to" or before in DO or before in CONTRACTED_DO
    if word in BE_NOW or word in BE_PAST or word in CONTRACTED_BE:
        return "be"
    if word in CONTRACTED_SUBJECT:
        return "be" if word not in ("what's", "who's", "there's") else None
    if word in HAVE or word in CONTRACTED_HAVE:
        return None if after_modal else "have"
    if word in CONTRACTED_DO:
        return "do"
    if word in DO:
        return None if after_modal else "do"
    if word in ("can", "will", "may") and before in DETERMINERS:
        return None
    return "modal"


def _is_third(words: Words, i: int, before: str, effect: bool) -> bool:
    word, after = words.word(i), words.next_in_clause(i)
    if before in DETERMINERS or before in PREPOSITIONS or before in ("to", "these", "those", "you", "we", "they", "i"):
        return False
    if before in _NUMERALS or word in _NOUNS_ONLY or after in AUXILIARIES or after in ("of", "and/or"):
        return False
    if before in AUXILIARIES or (
        before and not is_nounish(before) and before not in SUBJECTS and before not in CONJUNCTIONS
    ):
        return False
    if (
        before
        and words.forms.is_form(before, "base")
        and (i < 2 or words.broken[i - 1])
        and before not in DOUBTFUL_BASES
    ):
        return False  # the object of an order ("remove triggers")
    if after in ("and", "or"):
        return False
    doubtful = word in PLURAL_NOUNS and _lead(words, i) == i
    if before in SUBJECTS:
        return True
    object_follows = bool(after) and (
        after in DETERMINERS
        or after in DEMONSTRATIVES
        or after in ("it", "you", "them", "us", "how", "what")
        or is_nounish(after)
        or is_adverb(after)
    )
    if not before or before in CONJUNCTIONS:
        # At the start of an item, or the second verb of a pair: an object has to follow.
        if not object_follows or words.forms.is_form(after, "third") or after in ("are", "were"):
            return False
        return not doubtful or after in DETERMINERS or after in DEMONSTRATIVES or (effect and is_nounish(after))
    if doubtful:
        if words.forms.is_form(after, "base") and after not in DOUBTFUL_BASES:
            return False
        return object_follows and (after in DETERMINERS or (effect and is_nounish(after)))
    return True


def _is_base(words: Words, i: int, lead: int, before: str, effect: bool) -> bool:
    word, after = words.word(i), words.next_in_clause(i)
    plural = before in PLURAL_SUBJECTS or (is_nounish(before) and _looks_plural(before))
    pair = is_nounish(before) and effect and "and" in (words.word(lead - 2), words.word(lead - 3), words.word(lead - 4))
    if not (plural or pair) or not after or after in AUXILIARIES or after == "of":
        return False
    if before in ("helps", "makes", "lets"):
        return False
    if words.forms.is_form(after, "third") and after not in PLURAL_NOUNS:
        return False  # a noun with its verb behind it ("the impact spike disappears")
    if before == "that" or (before in ("some", "many", "most", "all", "both") and word in DOUBTFUL_BASES):
        return False
    if (
        plural
        and word in ("rise", "fall", "drop", "increase", "decrease")
        and after in PREPOSITIONS
        and after not in ("of", "to", "for")
    ):
        return True
    transitive = (
        after in DETERMINERS
        or after in DEMONSTRATIVES
        or after in ("it", "you", "them", "us")
        or is_nounish(after)
        or is_adverb(after)
    )
    if word in DOUBTFUL_BASES or pair:
        return transitive and (effect or after in DETERMINERS or before in ("they", "we", "you", "which"))
    return True


def _is_past(words: Words, i: int, before: str, base: str) -> bool:
    word, after = words.word(i), words.next_in_clause(i)
    if before in AUXILIARIES or before in NON_FINITE_AUXILIARIES or before in DETERMINERS or before in PREPOSITIONS:
        return False
    if not before or before == "to" or (before not in SUBJECTS and not is_nounish(before)):
        return False
    if words.forms.is_form(before, "ing") and words.word(i - 2) in PREPOSITIONS:
        return False  # the object of a gerund ("for improving elevated levels")
    reading = words.forms.base_of(before)
    if reading is not None and reading[0] in _TELLING and reading[1] == "ing":
        return False  # what is told ("a paper showing reduced swelling")
    if before in ("these", "those") or (words.forms.is_form(before, "base") and (i < 2 or words.broken[i - 1])):
        return False
    only_past = (
        words.forms.inflect(base, "past") != words.forms.inflect(base, "participle")
        and words.forms.inflect(base, "past") == word
    )
    if only_past or before in ("it", "he", "she", "they", "we", "i", "you", "which", "who", "that"):
        return True
    if not after:
        return False
    if after in PREPOSITIONS or after in ("to", "as"):
        return word in INTRANSITIVE_PAST
    return (
        after in DETERMINERS or after in DEMONSTRATIVES or is_nounish(after) or is_adverb(after) or after[0].isdigit()
    )


def _looks_plural(word: str) -> bool:
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "ics", "itis", "osis"))
    ) or word in ("people", "men", "women")
