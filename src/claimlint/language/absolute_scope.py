"""How far absolute words are meant: what denies, limits or excuses them (whose words they are: `absolute_voice`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from claimlint.language.absolute_grammar import clause_start
from claimlint.language.absolute_voice import (
    is_anecdote,
    is_name,
    is_own_story,
    is_reported,
    is_wished,
    quotations,
)
from claimlint.language.absolute_words import (
    ARTICLES,
    ARTICLES_DO,
    CRITICISM,
    KINETICS,
    LIMITERS,
    NEGATORS,
    NO_SCOPE,
    PSEUDO,
    REPUTED,
    SHARE,
    THAT_DENIES,
    USED_AS,
)
from claimlint.language.model import Mark
from claimlint.language.quotes import is_quoted
from claimlint.language.speech import OPENERS
from claimlint.language.unit import UnitText

RATIO = frozenset("/–-")
UNEQUAL = "≠"
NEAR = 30
"""How far behind "≠" a word is denied, in code points."""
TURNED_OUT = frozenset(
    """useful helpful valuable invaluable handy popular difficult hard tricky challenging elusive controversial wrong
    right""".split()
)
REACH = 6
"""How many words in front of a phrase may deny or limit it (NegEx)."""
ALTERNATIVES = 3
"""How many more where "or" joins two things: "not about a magic pill or a miracle cure"."""
CONDITIONS = frozenset("if whether unless until".split())
SOME_OR_NONE = frozenset("no none neither nobody few hardly most many some half several".split())
NO_NOUN = frozenset("no none nothing nobody neither few".split())
OURSELVES = frozenset("we i we'll i'll i've let's".split())
MODALS = frozenset("may might could".split())
NEARLY = frozenset("virtually almost nearly practically".split())
ALL = frozenset("all every everyone everybody everything any no none nothing".split())
"""What "nearly" limits when it stands before it, and nothing behind."""
SHARED = frozenset("most many some half".split())
UNSURE = frozenset("sure convinced certain think believe saying claiming implying suggesting".split())
"""Behind a negator these deny all of the clause that follows: "I'm not sure they can all be miracle cures"."""
ADVISING = frozenset("should must ought".split())
MEDICAL = frozenset("surgery surgical antibiotic antibiotics transplant chemotherapy radiotherapy antivirals".split())
TRIALS = frozenset("study trial participants subjects placebo volunteers".split())


def is_excused(text: UnitText) -> bool:
    """Whether the whole unit asks, or says what the article will be about."""
    return text.ends_with("?") or _announces(text)


def _is_criticised(text: UnitText, at: int) -> bool:
    """ "The shop promises a sure cure", "the miracle cure is a scam"; not "its proven benefits, myths aside"."""
    if CRITICISM.isdisjoint(text.words):
        return False
    for i, token in enumerate(text.tokens):
        if token.word in CRITICISM and (i < at or clause_start(text, i) <= at):
            return True
    return False


def _announces(text: UnitText) -> bool:
    """ "This article will discuss the best …", "Here we explore …"."""
    if ARTICLES_DO.isdisjoint(text.words):
        return False
    opening = [token.word for token in text.tokens[:7]]
    for word, after in pairwise(opening):
        if word in ("this", "our", "following", "my", "the") and after in ARTICLES:
            return True
        if word in OURSELVES and (after in ARTICLES_DO or after in ("will", "also", "then")):
            return True
    return False


def in_scope(
    text: UnitText, words: Sequence[Mark], places: Mapping[int, int], acts: frozenset[str] = frozenset()
) -> list[Mark]:
    """Those that are no terms, nobody else's words, not limited and no titles; `places`: offset -> token."""
    terms = list(text.of("not-absolute"))
    quotes = quotations(text)
    beside_the_point = _beside_the_point(text, acts)
    kept = []
    for mark in words:
        at = places.get(mark.start, -1)
        if at < 0 or _inside(mark, terms) or is_quoted(quotes, mark.start) or is_quoted(quotes, mark.end - 1):
            continue
        if (
            mark.value in beside_the_point
            or _is_figure(text, mark)
            or is_own_story(text, at, mark)
            or is_name(text, at, mark)
            or ("instruction" in acts and _is_ordered(text, at, mark))
        ):
            continue
        if not _is_limited(text, at, mark) and not (text.block.kind == "item" and _in_label(text, mark)):
            kept.append(mark)
    return kept


def _beside_the_point(text: UnitText, acts: frozenset[str]) -> frozenset[str]:
    """The values that mean nothing in such a unit: one's own story, shares, kinetics, a trial's report."""
    found: set[str] = set()
    if "personal-report" in acts:
        found |= {"adverb", "instant", "safety", "superlative"}
    if SHARE.search(text.prose) is not None:
        # "disappear completely in 40% of patients": the share says that it is not everybody.
        found |= {"adverb", "total-effect", "everyone"}
    if not KINETICS.isdisjoint(text.words):
        found |= {"instant"}
    if not TRIALS.isdisjoint(text.words):
        found |= {"safety"}
    if not MEDICAL.isdisjoint(text.words):
        # "Surgery cures early tumours": what medicine does cure, an editor lets stand.
        found |= {"cure", "verb"}
    return frozenset(found)


def _is_ordered(text: UnitText, at: int, mark: Mark) -> bool:
    """ "Completely avoid", "choose the safest supplement": plain advice promises nothing; a clause behind it may."""
    if mark.value not in ("adverb", "everyone", "superlative"):
        return False
    first = clause_start(text, at)
    while first < at and text.tokens[first].word in OPENERS:
        first += 1
    verb = text.tokens[min(first + (first == at), len(text.tokens) - 1)].start
    return any(order.start == verb for order in text.of("imperative-verb"))


def _is_figure(text: UnitText, mark: Mark) -> bool:
    """A percentage in a ratio or range ("98%/100%", "80-100%") measures; it does not boost."""
    if not text.lower[mark.start].isdigit():
        return False
    before, after = text.lower[max(0, mark.start - 1) : mark.start], text.lower[mark.end : mark.end + 1]
    return before in RATIO or after in RATIO


def _inside(mark: Mark, terms: Sequence[Mark]) -> bool:
    """Whether a term or a negated form that only looks absolute holds the word."""
    return any(term.start <= mark.start and mark.end <= term.end for term in terms) or any(
        term.start < mark.end and mark.start < term.end and term.end - term.start >= mark.end - mark.start
        for term in terms
    )


def _in_label(text: UnitText, mark: Mark) -> bool:
    """Whether the word stands in the run-in title of a list item ("Melts fat: …"): a title states nothing itself."""
    colon = text.document.prose.find(":", mark.end, mark.end + 40)
    return (
        0 <= colon < text.unit.end - 1
        and mark.start - text.unit.start <= 24
        and "." not in text.prose[: colon - text.unit.start]
    )


def _is_limited(text: UnitText, at: int, mark: Mark) -> bool:
    """Whether the words around it deny, limit, wish, tell of the past or report it."""
    return (
        _is_criticised(text, at)
        or _is_denied(text, at)
        or _is_hedged(text, at, mark)
        or is_reported(text, at)
        or is_wished(text, at)
        or _is_of_a_clause(text, at)
        or is_anecdote(text, mark)
        or _is_limited_after(text, at, mark)
    )


def _is_denied(text: UnitText, at: int) -> bool:
    """Whether a negator stands in front, in its clause or over it ("there is no diet that completely cures")."""
    tokens = text.tokens
    if _is_doubted(text, at):
        return True
    if UNEQUAL in text.document.prose[max(text.unit.start, tokens[at].start - NEAR) : tokens[at].start]:
        return True
    start = text.lower.rfind(";", text.unit.start, at and tokens[at].start)
    reach = REACH + ALTERNATIVES * ("or" in (token.word for token in tokens[max(0, at - REACH) : at]))
    for i in range(at - 1, max(-1, at - 1 - reach), -1):
        word, before = tokens[i].word, tokens[i - 1].word if i else ""
        if tokens[i].start < start or word in ("but", "however", "although", "because"):
            return False
        if word in ("that", "which", "who") and i and before not in THAT_DENIES:
            # "They did not tell him that …" takes for granted what it says; "no diet that …" denies it.
            return any(_denies(text, n) and _of_noun(text, n) for n in range(max(0, i - 5), i))
        if word == "far" and before == "by":
            # "by far the best" denies nothing; "far from the best" does.
            continue
        such = word == "no" and tokens[i + 1].word == "such"  # "no such thing as a …"
        if (such or at - i <= NO_SCOPE.get(word, reach)) and _denies(text, i):
            return True
    return False


def _is_doubted(text: UnitText, at: int) -> bool:
    """ "I'm not sure that …", "confirm whether …", "it would be wrong to call it …", however far in front."""
    first = clause_start(text, at)
    if first and text.tokens[first].word == "that":
        first = clause_start(text, first - 1)
    for i in range(first, at):
        word, after = text.tokens[i].word, text.tokens[i + 1].word
        if word == "whether" or (word == "wrong" and after == "to") or (after in UNSURE and _denies(text, i)):
            return True
    return False


def _denies(text: UnitText, at: int) -> bool:
    """Whether a token is a negator, and not that of "not only" or "no doubt"."""
    following = text.tokens[at + 1].word if at + 1 < len(text.tokens) else ""
    return text.tokens[at].word in NEGATORS and following not in PSEUDO


def _of_noun(text: UnitText, at: int) -> bool:
    """Whether a negator denies a noun: "no diet", "nothing", "not a diet"."""
    following = text.tokens[at + 1].word if at + 1 < len(text.tokens) else ""
    return text.tokens[at].word in NO_NOUN or following in ("a", "an", "any", "the", "one")


def _is_hedged(text: UnitText, at: int, mark: Mark) -> bool:
    """Whether a word in front, no comma between, makes it less than an unlimited claim."""
    tokens = text.tokens
    for i in range(at - 1, max(-1, at - 1 - REACH), -1):
        word, before, after = tokens[i].word, tokens[i - 1].word if i else "", tokens[i + 1].word
        if "," in text.document.prose[tokens[i].end : tokens[i + 1].start] or word in ("but", "because"):
            return False
        if word == "that" and before not in THAT_DENIES:
            return False
        if word in NEARLY and after in ALL and i + 1 < at:
            continue  # "in virtually all women and completely prevents"
        if word in LIMITERS and (word in MODALS or mark.value not in ("safety", "proof") or at - i <= 2):
            return True
        if word in CONDITIONS or (word == "when" and at - i <= 3) or (word == "would" and "if" in text.words):
            return True
        if word in ADVISING and mark.value in ("adverb", "total-effect", "booster"):
            return True
        if word in REPUTED and mark.value != "proof" and before not in ("should", "must", "be") and _as(after):
            return True
        if word == "as" and not USED_AS.isdisjoint([token.word for token in tokens[max(0, i - 4) : i]]):
            return True
    return False


def _as(word: str) -> bool:
    """Whether a word joins "considered" to what something is considered."""
    return word in ("as", "to", "a", "an", "the", "one", "some", "by", "about", "for", "among", "it", "them", "with")


def _is_of_a_clause(text: UnitText, at: int) -> bool:
    """Whether its clause starts as a condition, or with a subject of none or of some ("no drug and no diet is …")."""
    first = clause_start(text, at)
    opening = [token.word for token in text.tokens[first : min(at, first + 2)]]
    if opening[:1] and opening[0] in ("even", "and", "but", "that", "while", "although", "though"):
        opening = opening[1:]
    return bool(opening) and (opening[0] in CONDITIONS or opening[0] in SOME_OR_NONE)


def _is_limited_after(text: UnitText, at: int, mark: Mark) -> bool:
    following = [token.word for token in text.tokens[at + 1 : at + 2]]
    if mark.value == "proof" and following:
        # "Has proven quite useful" has turned out so.
        return text.tokens[at].word != "clinically" and not TURNED_OUT.isdisjoint(
            token.word for token in text.tokens[at + 1 : at + 4]
        )
    behind = [token.word for token in text.tokens[at + 1 :] if token.start >= mark.end][:REACH]
    if any(word in ("in", "for") and after in SHARED for word, after in pairwise(behind)):
        return True  # "completely harmless in most cases"
    if behind[:1] in (["until"], ["unless"]) or (behind[:1] == ["would"] and "if" in text.words):
        return True
    direct = bool(following) and text.tokens[at + 1].start >= mark.end
    return direct and following[0] in ("not", "nothing", "nobody", "none", "depends") and mark.value != "proof"
