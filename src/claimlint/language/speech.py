"""Speech acts: what a unit does when it does not state something about the world.

A question, an order, a story of one's own, a plan, an opinion, a definition or a note that evidence is lacking is no
claim; each leaves a mark that says so.
"""

from __future__ import annotations

from claimlint.language.grammar import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    FIRST_PERSON,
    PREPOSITIONS,
    QUESTION_WORDS,
    READER,
    SUBORDINATORS,
)
from claimlint.language.model import Mark, Token
from claimlint.language.quotes import OPENER, quoted_spans
from claimlint.language.thin_evidence import EVIDENCE, is_called_thin
from claimlint.language.unit import UnitText

OPENERS = frozenset(
    """then next now also always never simply just please first second third finally lastly secondly instead so and or
    but additionally ideally once again maybe perhaps carefully slowly gently regularly generally usually otherwise
    alternatively immediately only even still not don't do never""".split()
)
"""Words that may stand in front of an imperative verb without making it anything else."""

CLAUSE_OPENERS = frozenset("if when before after once for to while until unless in at on by with during".split())
"""Words that open a clause or phrase in front of an order: "If a rash appears, stop"."""

SUBJECTS = frozenset("i we you he she it they this that these those there".split())

TELLING = frozenset(
    """emphasize emphasise stress note mention remember understand recognize recognise realize realise acknowledge
    clarify highlight say know point remind""".split()
)

SHORT_ADVERB = 5
"""Words in -ly that are no longer than this are seldom adverbs ("belly", "reply")."""

MOSTLY = 0.6
"""A unit is a quotation when quotation marks hold this share of it."""

NUMBERED = frozenset("complex type class phase stage factor schedule grade angiotensin group level part".split())
"""Words that a Roman numeral follows."""

LONG_CUE = 10
"""How many characters make a cue unmistakable."""

BREAKS = DETERMINERS | PREPOSITIONS | SUBORDINATORS | COORDINATORS | READER
"""Words that end the noun phrase an imperative's object, or a subject, would be."""


def marks(text: UnitText) -> list[Mark]:
    """The speech-act marks of one unit; each spans the unit."""
    if not text.tokens:
        return []
    found = []
    body, kinds, words = text.body, text.kinds, text.words
    if is_question(text):
        found.append("question")
    if is_instruction(text, body):
        found.append("instruction")
    if _is_personal(words, body):
        found.append("personal-report")
    if "speech" in kinds:
        for value, kind, anywhere in _CUES:
            cue = f"speech:{value}"
            if cue in kinds and any(anywhere or _opens(mark, body) or _is_long(mark) for mark in text.of(cue)):
                found.append(kind)
    if "absent-evidence" in kinds or (not EVIDENCE.isdisjoint(words) and is_called_thin(body)):
        found.append("lack-of-evidence")
    if _is_quotation(text):
        found.append("quotation")
    if "attribution:person" in kinds:
        found.append("reported-speech")
    marks = [Mark(kind, text.unit.start, text.unit.end) for kind in dict.fromkeys(found)] if found else []
    if text.label_end:
        marks.append(Mark("label", text.unit.start, text.label_end))
    return marks


_CUES = (
    ("opinion", "opinion", True),
    ("plan", "plan", False),
    ("personal", "personal-report", True),
    ("courtesy", "courtesy", False),
    ("caution", "caution", True),
    ("definition", "definition", True),
    ("topic", "topic", False),
    ("announce", "announcement", True),
)
"""Lexicon value, speech act, and whether the cue counts wherever it stands or only at the start of the unit."""


def _is_long(mark: Mark) -> bool:
    """A cue of several words is unmistakable wherever it stands."""
    return mark.end - mark.start >= LONG_CUE


def _opens(mark: Mark, body: tuple[Token, ...]) -> bool:
    return bool(body) and mark.start <= body[min(2, len(body) - 1)].start


def is_question(text: UnitText) -> bool:
    """Whether the unit asks something."""
    if text.ends_with("?"):
        return True
    if text.block.kind != "heading" or text.tokens[0].word not in QUESTION_WORDS:
        return False
    # "Can lead to headaches" asks nothing: a question has its subject behind the auxiliary.
    following = text.tokens[1].word if len(text.tokens) > 1 else ""
    return text.tokens[0].word not in AUXILIARIES or text.verbs.get(following, ("", ""))[1] != "base"


def is_instruction(text: UnitText, body: tuple[Token, ...]) -> bool:
    """Whether the main clause is an order: an imperative verb at its start, openers and an `if` clause aside."""
    at = _opened(text, body, 0)
    if at >= len(body):
        return False
    if "imperative-verb" in text.kinds and _orders(text, body, at):
        return True
    first = body[at].word
    if first in CLAUSE_OPENERS or _is_participle(text, first):
        return _orders_behind_comma(text, body, at)
    if "speech:instruction" not in text.kinds:
        return False
    for mark in text.of("speech:instruction"):
        if mark.start == body[at].start and " " in text.lower[mark.start : mark.end]:
            # "It is important to stress that …" states what follows.
            following = [token.word for token in body if token.start >= mark.end][:2]
            return TELLING.isdisjoint(following)
    return False


def _orders_behind_comma(text: UnitText, body: tuple[Token, ...], at: int) -> bool:
    """Whether an order follows the opening clause or phrase, and no subject of a main clause does."""
    orders = False
    for i in range(at + 1, len(body)):
        if "," in text.document.prose[body[i - 1].end : body[i].start]:
            if body[i].word in SUBJECTS:
                return False
            behind = _opened(text, body, i)
            orders = orders or (behind < len(body) and _orders(text, body, behind))
    return orders


def _opened(text: UnitText, body: tuple[Token, ...], at: int) -> int:
    """The index of the first token from `at` on that is neither an opener nor an adverb ("Gently remove …")."""
    last = len(body)
    # The ending is asked here, too: hardly a word has it, and a call for each would cost more than the rest.
    while at < last and ((word := body[at].word) in OPENERS or (word.endswith("ly") and _is_adverb(text, word))):
        at += 1
    return at


def _is_adverb(text: UnitText, word: str) -> bool:
    return word.endswith("ly") and len(word) > SHORT_ADVERB and word not in text.verbs


def _is_participle(text: UnitText, word: str) -> bool:
    return word in text.verbs and text.verbs[word][1] in ("past", "participle")


def _orders(text: UnitText, body: tuple[Token, ...], at: int) -> bool:
    token = body[at]
    if "imperative-verb" not in text.kinds or not any(m.start == token.start for m in text.of("imperative-verb")):
        return False
    # "Exercise is good", "Stress can …": the same word as a subject is followed by a finite verb.
    following = body[at + 1].word if at + 1 < len(body) else ""
    if following in AUXILIARIES and following not in ("do", "don't"):
        return False
    if following in ("and", "or") and at + 3 < len(body) and body[at + 3].word in AUXILIARIES:
        return False
    if token.word == following:
        return False
    if text.document.prose[token.end : token.end + 1] == "," and following not in text.verbs:
        return False  # "Slow, mindful breathing calms": an adjective
    return not _has_finite_verb_soon(text, body, at + 1)


def _has_finite_verb_soon(text: UnitText, body: tuple[Token, ...], at: int) -> bool:
    """Whether a finite verb follows so closely that the first word must be its subject ("Sleep loss impairs …")."""
    for i in range(at, min(at + 4, len(body))):
        word = body[i].word
        if word in BREAKS or text.document.prose[body[i - 1].end : body[i].start].strip():
            return False
        if word in AUXILIARIES and word not in ("do", "don't"):
            return True
        reading = text.verbs.get(word)
        if reading is not None and reading[1] in ("third", "past") and _states(text, body, i):
            return True
    return False


def _states(text: UnitText, body: tuple[Token, ...], at: int) -> bool:
    """A form in -s or -ed that is a verb here and neither a plural noun nor an adjective ("reduced fat")."""
    if not any(mark.start == body[at].start for mark in text.of("effect")):
        return False
    after = body[at + 1].word if at + 1 < len(body) else ""
    return bool(after) and after not in PREPOSITIONS and after not in COORDINATORS


def _is_personal(words: frozenset[str], body: tuple[Token, ...]) -> bool:
    if not FIRST_PERSON.isdisjoint(words) and any(speaks_of_self(body, i) for i in range(len(body))):
        return True
    return "we" in words and _we_did(body)


def speaks_of_self(body: tuple[Token, ...], at: int) -> bool:
    """Whether a token is a first-person pronoun, and not the numeral of "complex I" or "schedule I"."""
    word = body[at].word
    return word in FIRST_PERSON and not (word == "i" and at > 0 and body[at - 1].word in NUMBERED)


def _we_did(body: tuple[Token, ...]) -> bool:
    """ "We tried …": a report of one's own; "our bodies" is not."""
    for i, token in enumerate(body[:-1]):
        if token.word == "we" and body[i + 1].word.endswith("ed") and body[i + 1].word not in ("need", "indeed"):
            return True
    return False


def _is_quotation(text: UnitText) -> bool:
    start, end = text.unit.start, text.unit.end
    length = max(1, end - start)
    # Where the first mark stands further behind, what it opens is too short.
    if OPENER.search(text.document.text, start, end - int(MOSTLY * length) + 1) is None:
        return False
    return sum([end - start for start, end in quoted_spans(text)]) / length >= MOSTLY
