"""Words of a unit, and the closed classes of English that rewording leans on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container
from operator import attrgetter

from claimlint.document.model import Document, Link
from claimlint.language.grammar import PREPOSITIONS as COMMON_PREPOSITIONS
from claimlint.language.model import Token
from claimlint.language.words import lowered, split_up
from claimlint.lazy import lazy

WORD = lazy(r"#?[^\W_]+(?:[-'’.‑][^\W_]+)*(?:%|(?<=\d)[ \u00a0\u202f]%(?!\w))?")

BE_NOW = frozenset("is are am".split())
BE_PAST = frozenset("was were".split())
HAVE = frozenset("has have had".split())
DO = frozenset("does do did".split())
MODALS = frozenset(
    "will would shall should must can could may might cannot can't couldn't won't wouldn't shouldn't "
    "it'll they'll".split()
)
CONTRACTED_BE = frozenset("isn't aren't wasn't weren't".split())
CONTRACTED_DO = frozenset("doesn't don't didn't".split())
CONTRACTED_HAVE = frozenset("hasn't haven't hadn't".split())
CONTRACTED_SUBJECT = frozenset("it's that's this's he's she's they're we're you're there's what's who's".split())
AUXILIARIES = (
    BE_NOW | BE_PAST | HAVE | DO | MODALS | CONTRACTED_BE | CONTRACTED_DO | CONTRACTED_HAVE | CONTRACTED_SUBJECT
)
NON_FINITE_AUXILIARIES = frozenset("be been being having doing".split())

DETERMINERS = frozenset(
    "a an the my your his her its our their some any no every each either neither another such what whose all both "
    "many "
    "most few several more less much enough".split()
)
DEMONSTRATIVES = frozenset("this that these those".split())
SUBJECTS = frozenset("it he she they we you i this that these those which who there everyone everybody nobody".split())
PLURAL_SUBJECTS = frozenset(
    "they we you i these those people men women adults children some many most all both which who that data "
    "bacteria".split()
)
PREPOSITIONS = COMMON_PREPOSITIONS | frozenset(
    "per via than like despite toward towards upon around along near beyond including regarding versus vs "
    "throughout among "
    "across off up down".split()
)
CONJUNCTIONS = frozenset("and or but nor yet so then plus &".split())
SUBORDINATORS = frozenset(
    "if when while because although though unless whereas whether since until once after before as that which who whom "
    "where why how so what whatever whenever than".split()
)
ADVERBS = frozenset(
    "also often sometimes usually never always even only just still not too very quite rather then thus hence now "
    "already "
    "again soon further actually both ever far well instead otherwise perhaps maybe somewhat indeed".split()
)
NOT_ADVERBS = frozenset(
    "family supply apply deadly costly friendly lively lonely unlikely rely early assembly anomaly fly daily weekly "
    "monthly elderly only ally belly".split()
)
HEDGES = frozenset(
    "may might could can possibly perhaps maybe potentially probably likely seem seems seemed appear appears appeared "
    "suggest suggests suggested thought believed hypothesized hypothesised supposedly reportedly allegedly arguably "
    "reported considered presumably unclear unknown uncertain theoretically theorized theorised speculated purported "
    "rumored rumoured apparently conceivably should would tends tend".split()
)
CLOSED = (
    AUXILIARIES | NON_FINITE_AUXILIARIES | DETERMINERS | DEMONSTRATIVES | SUBJECTS | PREPOSITIONS | CONJUNCTIONS
    | SUBORDINATORS | ADVERBS
)  # fmt: skip


def is_adverb(word: str) -> bool:
    """An adverb that may stand between a subject and its verb."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in NOT_ADVERBS)


def is_nounish(word: str) -> bool:
    """A word of an open class that is no adverb: noun, adjective, name or number."""
    return word not in CLOSED and not is_adverb(word)


def tokens_of(document: Document, start: int, end: int) -> tuple[Token, ...]:
    """The words between two offsets, lower-cased, apostrophes straightened; "#1", "100%" and "100 %" are words."""
    words = lowered(document.prose[start:end])
    if "%" not in words and "#" not in words:  # nearly always
        return split_up(words, start)
    return tuple([_closed_up(m[0], start + m.start(), start + m.end()) for m in WORD.finditer(words)])


def _closed_up(word: str, start: int, end: int) -> Token:
    return Token(word[:-2] + "%" if word[-1] == "%" and word[-2:-1].isspace() else word, start, end)


_COMMON_ENDING = lazy(
    r"(?:ic|al|ed|ing|ous|ive|able|ible|ary|tion|sion|ment|ness|ity|ism|ful|less|ine|ide|one|ose|ate|ene|ases?|ins|sis|ants?|ers)\Z"
)
"""Endings of common adjectives, nouns and generic drug names that names of people and brands hardly have."""

_COMMON_OPENERS = frozenset(
    "high higher low lower long short acute oral daily regular early late sleep stress diet blood brain body men "
    "women people "
    "patients adults children vitamin zinc magnesium iron calcium caffeine alcohol sugar fat protein omega-3 "
    "cortisol estrogen "
    "oestrogen insulin thyroid melatonin hormone hormones supplement supplements food foods drug drugs drink plant "
    "herb herbs "
    "muscle bone skin gut liver heart pain weight mood memory anxiety depression large small poor good bad more "
    "less new old "
    "young older younger other different light green black red white fish olive coconut ginger garlic turmeric "
    "coffee tea milk "
    "water oxygen sodium potassium selenium copper iodine folate biotin collagen creatine fibre fiber cold heat "
    "exercise "
    "animals mice rats cells extracts extract levels doses dose symptoms effects evidence results cholesterol "
    "glucose".split()
)


_SPELT_LIKE_CONSONANT = lazy(r"(?:eu|ewe|u(?:ni(?!n|m)|s[aeiu]|ti|ro|biq|nanim|tili|ter)|ones?\Z|once)")
_SILENT_H = lazy(r"(?:hour|honest|honou?r|heir)")
_SPOKEN_WITH_VOWEL = lazy(r"8|1[18](?!\d)")


_START = attrgetter("start")


def links_between(document: Document, start: int, end: int) -> list[Link]:
    """The links that share a character with a stretch."""
    links = document.links
    first = max(0, bisect_left(links, start, key=_START) - 1)
    near = links[first : bisect_left(links, end, key=_START)]
    return [link for link in near if start < link.end]


def article_for(word: str) -> str:
    """ "a" or "an" for the word that follows, by sound as far as spelling shows it."""
    first = re.split(r"[-‑]", word)[0] or word
    lower = first.lower()
    if not lower:
        return "a"
    if lower[0].isdigit():
        return "an" if _SPOKEN_WITH_VOWEL.match(lower) else "a"
    if len(first) == 1 or (first.isupper() and len(first) <= 4 and not _read_as_word(first)):
        # Read letter by letter: "an SSRI", "a UTI", "an HRT", "an X-ray".
        return "an" if first[0] in "AEFHILMNORSXaefhilmnorsx" else "a"
    if _SPELT_LIKE_CONSONANT.match(lower):
        return "a"
    return "an" if lower[0] in "aeiouα" or _SILENT_H.match(lower) else "a"


def _read_as_word(abbreviation: str) -> bool:
    """Whether capitals are read as a word: consonants and vowels alternate ("NASA", "GABA", "REM")."""
    shape = "".join("v" if letter in "AEIOU" else "c" for letter in abbreviation)
    return len(shape) >= 3 and bool(re.fullmatch(r"(?:cv)+c?", shape))


def capitalised(text: str) -> str:
    """The text with its first letter upper-cased, whatever markup stands before it; a leading digit changes nothing."""
    for i, char in enumerate(text):
        if char.isalpha():
            return text[:i] + char.upper() + text[i + 1 :]
        if char.isdigit():
            return text
    return text


class SmallWords:
    """The words that a draft writes small: read from it when first asked for, and once, not once a suggestion."""

    def __init__(self, prose: str) -> None:
        self._prose = prose
        self._words: frozenset[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._words is None:
            dotted = (_SMALL_PART.split(found) for found in _SMALL_DOTTED.findall(self._prose))
            starts = ("".join(parts[:n]) for parts in dotted for n in range(3, len(parts) + 1, 2))
            self._words = frozenset(_SMALL.findall(self._prose)).union(starts)
        return word in self._words


_SMALL = lazy(r"(?<![\w.@/])\w+")
_SMALL_DOTTED = lazy(r"(?<![\w.@/])\w+(?:[.‑]\w+){1,4}")
_SMALL_PART = lazy("([.‑])")


def can_be_lowered(document: Document, token: Token, known: Container[str], small: SmallWords | None = None) -> bool:
    """Whether the first word of a sentence may be written small when words are put before it.

    True for closed-class words, for words that the caller knows (verb forms), and for words that the draft itself
    writes small elsewhere. Names, abbreviations and "I" stay as they are.
    """
    original = document.text[token.start : token.end]
    first = re.split(r"[-'’]", original)[0]
    if not first[:1].isupper() or first[1:] != first[1:].lower() or len(first) < 2:
        return False
    lower = first.lower()
    if (
        lower in CLOSED
        or lower in known
        or token.word in known
        or lower in _COMMON_OPENERS
        or _COMMON_ENDING.search(lower)
    ):
        return True
    return lower in (small or SmallWords(document.prose))
