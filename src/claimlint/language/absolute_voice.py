"""Whose words they are: a quotation, report, wish, name or one person's own story claims nothing for the author."""

from __future__ import annotations

from claimlint.language.absolute_grammar import clause_start
from claimlint.language.absolute_words import NEGATORS, REPORTING, WISHES
from claimlint.language.model import Mark
from claimlint.language.quotes import short_quotes
from claimlint.language.unit import UnitText

TAGLINE = 0.8
"""A quotation that fills this share of its unit is none."""
WISH_REACH = 8
HEARD = frozenset("heard hear read told believe believes assume assumes".split())
IDEAS = frozenset("idea notion belief concept promise fantasy allure myth dream claim".split())
NO_REPORT = frozenset("you i we to can could would let".split())
THINK = frozenset("think believe feel say call consider argue swear insist see regard rave".split())
PEOPLE = frozenset(
    """some many most people others they who users proponents critics experts doctors supporters advocates fans
    enthusiasts practitioners followers believers folks women men customers reviewers""".split()
)
HEARD_OF = frozenset("that it how about people claims".split())
SOMEBODY = frozenset("he she his her him he's she's himself herself man's woman's patient's".split())
PAST = frozenset("was were had became got went came did cured healed told after".split())
AUTHOR = frozenset("i i've i'm i'd".split())
SPEAKERS = frozenset("they he she people some the a".split())
TAGS = REPORTING | {"claim", "claims", "claimed"}
EVIDENCE = frozenset("research science study studies trial trials evidence data experts".split())
"""What one may go by: "according to research" is the author's own claim of proof."""


def quotations(text: UnitText) -> list[tuple[int, int]]:
    """The quotations of the unit; a tagline in quotation marks is the author's, a quotation has a sentence round it."""
    quotes = short_quotes(text)
    if len(quotes) == 1 and quotes[0][1] - quotes[0][0] >= TAGLINE * (text.unit.end - text.unit.start):
        around = {token.word for token in text.tokens if not quotes[0][0] <= token.start < quotes[0][1]}
        return quotes if around & REPORTING else []
    return quotes


def is_own_story(text: UnitText, at: int, mark: Mark) -> bool:
    """ "I was completely healed": what happened to the author is told of nobody else."""
    told = [token.word for token in text.tokens[clause_start(text, at) : at]]
    if mark.value in ("booster", "hyperbole"):
        # "I went there and it was incredible"; "it is incredible" praises to the reader.
        return told[-1:] in (["was"], ["were"]) and not AUTHOR.isdisjoint(text.words)
    promised = ("adverb", "instant", "safety", "superlative", "total-effect", "universal", "everyone")
    return mark.value in promised and not AUTHOR.isdisjoint(told)


def is_name(text: UnitText, at: int, mark: Mark) -> bool:
    """ "Miracle Mineral Solution" within a sentence is a name."""
    if mark.value != "hyperbole" or not at or text.block.kind == "heading" or at + 1 >= len(text.tokens):
        return False
    if sum(_is_capital(text, i) for i in range(len(text.tokens))) > len(text.tokens) / 2:
        # A headline capitalises every word.
        return False
    return _is_capital(text, at) and _is_capital(text, at + 1)


def _is_capital(text: UnitText, at: int) -> bool:
    return text.document.text[text.tokens[at].start].isupper()


def is_reported(text: UnitText, at: int) -> bool:
    """ "He said that …", "according to the author …", "you've heard that …": somebody else's claim."""
    words = [token.word for token in text.tokens[:at]]
    turn = max((n for n, word in enumerate(words) if word in ("but", "however", "although", "yet")), default=-1)
    for i, word in enumerate(words[turn + 1 :], turn + 1):
        following, before = words[i + 1 : i + 6], words[i - 1] if i else ""
        if word in REPORTING and before not in NO_REPORT and before not in NEGATORS and not _is_turn(text, i):
            return True
        if word in THINK and before in PEOPLE:
            return True
        if word == "according" and EVIDENCE.isdisjoint(following):
            return True
        if word in IDEAS and following[:1] and following[0] in ("that", "of"):
            return True
        if word in HEARD and before not in ("i", "we") and following[:1] and following[0] in HEARD_OF:
            return True
    return _is_tagged(text, at)


def _is_turn(text: UnitText, at: int) -> bool:
    """ "That said, …" reports nothing."""
    said = text.tokens[at].word == "said" and at > 0 and text.tokens[at - 1].word in ("that", "having", "being")
    return said and text.document.prose[text.tokens[at].end : text.tokens[at].end + 1] == ","


def _is_tagged(text: UnitText, at: int) -> bool:
    """ "It flushes out all toxins, they say": the sentence is given to somebody behind its comma."""
    tokens = text.tokens
    for i in range(at + 1, len(tokens) - 1):
        words = {tokens[i].word, tokens[i + 1].word}
        if "," in text.document.prose[tokens[i - 1].end : tokens[i].start] and words & TAGS and words & SPEAKERS:
            return True
    return False


def is_anecdote(text: UnitText, mark: Mark) -> bool:
    """ "The man's breathing became completely normal", "she was cured": what once happened to somebody."""
    if mark.value not in ("adverb", "total-effect", "instant", "cure", "verb") or PAST.isdisjoint(text.words):
        return False
    return not SOMEBODY.isdisjoint(text.words)


def is_wished(text: UnitText, at: int) -> bool:
    """ "Everyone wants a pill that melts fat": the wish governs the relative clause as well."""
    if WISHES.isdisjoint(text.words):
        return False
    for i in range(at - 1, max(-1, at - 1 - WISH_REACH), -1):
        if "," in text.document.prose[text.tokens[i].end : text.tokens[i + 1].start]:
            return False
        if text.tokens[i].word in WISHES:
            return i > 0 or text.tokens[i].word != "expect"  # "Expect insane gains" promises them
    return False
