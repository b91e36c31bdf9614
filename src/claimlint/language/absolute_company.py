"""The company of an absolute word: what has to stand beside it to make it a claim about health."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.language.absolute_grammar import joined, words_of
from claimlint.language.absolute_words import (
    AFTER_ADVERB,
    AT_ONCE,
    BAD,
    CAUTION,
    CLOSE,
    COPULAS,
    DEFINITE,
    DISEASES,
    FREQUENCIES,
    GERMS,
    HEALTH,
    LIMITERS,
    MANY,
    NEVER_DOES,
    PRAISED,
    REMEDIES,
    RESTRICTING,
    SAFE_WORDS,
    SHARES,
    TIED_TO,
    VARIES,
)
from claimlint.language.grammar import FIRST_PERSON
from claimlint.language.model import Mark, Token
from claimlint.language.unit import UnitText
from claimlint.records import NamedTuple


class Place(NamedTuple):
    """A word in its sentence."""

    text: UnitText
    mark: Mark
    at: int
    last: int
    """The first and last token of the word."""
    following: Sequence[str]
    preceding: Sequence[str]
    values: frozenset[str]
    """What other absolute words close by are."""
    own: bool
    """Whether the author speaks of themselves."""


def has_company(text: UnitText, mark: Mark, at: int, kept: Sequence[Mark], healthy: bool) -> bool:
    """Whether a word that is absolute only in company has it."""
    if not healthy:
        return False
    place = _place(text, mark, at, kept)
    if mark.value == "adverb":
        return _boosts(place)
    if mark.value == "everyone":
        return _is_of_all(place)
    if mark.value == "bare-superlative":
        itself = text.lower[mark.start : mark.end].rsplit(" ", 1)[-1]
        helps = bool({itself, *place.following[:4]} & REMEDIES)
        purpose = any(word in ("for", "to", "against", "in", "of") for word in place.following[:6])
        return helps and (purpose or text.ends_with("."))
    if mark.value == "verb":
        what = set(place.following[:2]) if LIMITERS.isdisjoint(place.following[:1]) else set()
        boosted = any(other.value in DEFINITE and 0 <= mark.start - other.end <= 2 for other in kept)
        return boosted or bool(what & {"all", "every", "everything", "any"}) or _cures(text, mark)
    if mark.value == "bare-safety":
        return not place.values.isdisjoint(("adverb", "everyone", "booster", "safety"))
    ends = place.last + 1 == len(text.tokens) and not place.own
    return bool(place.values) or _praises(
        text, place.following, place.preceding[-1] if ends and place.preceding else ""
    )


def _place(text: UnitText, mark: Mark, at: int, kept: Sequence[Mark]) -> Place:
    tokens = text.tokens
    last = _last(tokens, mark)
    return Place(
        text,
        mark,
        at,
        last,
        [token.word for token in tokens[last + 1 : last + 8]],
        [token.word for token in tokens[max(0, at - 3) : at]],
        frozenset(other.value for other in kept if other.start != mark.start and abs(other.start - mark.end) < CLOSE),
        not FIRST_PERSON.isdisjoint(text.words),
    )


def _boosts(place: Place) -> bool:
    """Whether "always", "completely" belongs to an effect or to a word of safety."""
    text, mark, at, following = place.text, place.mark, place.at, place.following
    if text.tokens[at].word == "never" and not NEVER_DOES & set(following[:1]):
        # "A capsule never creates intelligence" promises nothing; "never causes harm" does.
        return False
    word = text.lower[mark.start : mark.end]
    if word in ("always", "never") and (place.own or at == 0 or following[:1] == ["normal"]):
        return False
    before = {token.word for token in text.tokens[max(0, at - 6) : at]}
    if "off-topic:law" in text.kinds or text.kinds.isdisjoint(HEALTH) or before & SHARES:
        return False
    return _beside_effect(place)


def _is_of_all(place: Place) -> bool:
    """Whether "everyone", "all of" is who or what an effect is told of; "than anyone", "everyone who smokes" is not."""
    following = place.following
    if place.own or "off-topic:law" in place.text.kinds or place.preceding[-1:] in (["than"], ["as"], ["like"]):
        return False
    if following[:1] and (following[0] in RESTRICTING or following[0].endswith("ing")):
        return False
    return VARIES.isdisjoint(following) and (_beside_effect(place) or "adverb" in place.values)


def _praises(text: UnitText, following: Sequence[str], before_end: str) -> bool:
    """Whether "incredible" stands before an effect or a remedy, or behind "is" at the end of its sentence."""
    if (following[:1] and following[0] in PRAISED) or before_end in COPULAS:
        return True
    helps = not REMEDIES.isdisjoint(following[:3])
    return helps and "effect" in text.kinds


def _cures(text: UnitText, mark: Mark) -> bool:
    """ "Cures anxiety", "wipes out candida": a verb with a condition or germ, or "many" of none, for its object."""
    word = text.lower[mark.start : mark.end]
    if not word.startswith(("cure", "wipe", "say goodbye", "bid farewell")) or MANY.match(text.lower, mark.end):
        return False
    objects = [m.start for kind in ("condition", "outcome") for m in text.of(f"health:{kind}")]
    objects += [token.start for token in text.tokens if token.word in (GERMS if word.startswith("wipe") else DISEASES)]
    if any(0 < start - mark.end <= 12 for start in objects):
        return True
    if not word.startswith("cur") or word == "curative":
        return False
    places = {token.start: i for i, token in enumerate(text.tokens)}
    at = places[mark.start]
    if word == "cured":
        # "Asthma can be cured by": of whom it is told comes first.
        told = text.tokens[at - 1].word in ("be", "is", "are") if at else False
        return told and any(0 < mark.start - start <= CLOSE for start in objects)
    ill = min((places[start] for start in objects if start in places and start > mark.end), default=-1)
    return at < ill <= at + 4 and joined(text, at, ill) and "of" not in words_of(text, at, ill)


def _beside_effect(place: Place) -> bool:
    """Whether an effect or a word of safety stands right beside, and no plain advice."""
    text, mark, at, last, following, preceding, *_ = place
    if following[:1] and following[0] in CAUTION:
        return False
    if (
        preceding[-1:]
        and preceding[-1] in ("a", "an", "the", "more", "so", "had", "was", "were")
        and mark.value == "adverb"
    ):
        # "a fully optimised environment": the adverb belongs to an adjective.
        return False
    if set(following[:1]) & SAFE_WORDS or set(preceding[-1:]) & SAFE_WORDS:
        return True
    tokens = text.tokens
    if tokens[at].word in ("always", "invariably") and not BAD.isdisjoint(following[:1]):
        return True
    if tokens[at].word in ("always", "invariably") and (_stands_for(preceding, following) or _compares(following)):
        return True
    if tokens[at].word in EXCEPTIONLESS and _is_told_behind(text, last + 1):
        return True
    if tokens[at].word in FREQUENCIES and not TIED_TO.isdisjoint([*following[:1], *preceding[-1:]]):
        return True
    # "Everyone swears by the benefits": what everyone does has to be the effect itself.
    near_end = tokens[min(len(tokens) - 1, last + (1 if mark.value == "everyone" else 2))].start
    # An adverb at the end of its clause may have its object before it: "kills REM sleep completely,".
    near_start = tokens[max(0, at - (4 if _comma(text, mark.end) else 2))].start
    for effect in text.of("effect"):
        if (
            effect.value == "act"
            or mark.start <= effect.start < mark.end
            # "Phosphocreatine immediately provides": how a body works is no promise.
            or (effect.value == "cause" and tokens[at].word in AT_ONCE)
            or text.lower.startswith("avoid", effect.start)
            or (effect.start == tokens[0].start and _is_imperative(text))
            or _is_past_event(text, effect)
            or (mark.value == "everyone" and _is_chance(text, effect))
        ):
            continue
        if (
            effect.start >= mark.end
            and effect.start <= near_end
            and "," not in text.document.prose[mark.end : effect.start]
        ):
            return True
        if near_start <= effect.start < mark.start and (
            mark.value == "everyone" or not following or following[0] in AFTER_ADVERB or _comma(text, mark.end)
        ):
            return True
    return False


EXCEPTIONLESS = frozenset("invariably inevitably universally".split())
SIGNS = frozenset("sign symptom result consequence cause product matter form".split())


def _stands_for(preceding: Sequence[str], following: Sequence[str]) -> bool:
    """ "Chronic pain is (always) a sign of repressed anger"."""
    is_now = preceding[-1:] in (["is"], ["are"]) and following[:1] in (["a"], ["the"])
    return is_now and not SIGNS.isdisjoint(following[1:2])


def _compares(following: Sequence[str]) -> bool:
    """ "(Is always) sicker than"."""
    more = following[:1] and (following[0].endswith("er") or following[0] in ("more", "less", "worse"))
    return bool(more) and "than" in following[1:5]


def _is_told_behind(text: UnitText, at: int) -> bool:
    """Whether a verb told of now stands right behind: "invariably ends in"."""
    return at < len(text.tokens) and text.verbs.get(text.tokens[at].word, ("", ""))[1] in ("third", "base")


def _is_past_event(text: UnitText, effect: Mark) -> bool:
    """ "The breathing was stabilised completely": what once happened; "was found to" is told of now."""
    at = next((i for i, token in enumerate(text.tokens) if token.start == effect.start), 0)
    before = {token.word for token in text.tokens[max(0, at - 2) : at]}
    return bool(before & {"was", "were"}) and text.verbs.get(text.tokens[at].word, ("", ""))[1] == "past"


def _is_chance(text: UnitText, effect: Mark) -> bool:
    """ "It can occur at any age": what may happen is no promise to all."""
    before = text.lower[max(text.unit.start, effect.start - 6) : effect.start].split()
    return before[-1:] in (["can"], ["may"], ["might"], ["could"])


def _is_imperative(text: UnitText) -> bool:
    """ "Replace all of these": what one should do has no effect yet."""
    return any(mark.start == text.tokens[0].start for mark in text.of("imperative-verb"))


def _comma(text: UnitText, end: int) -> bool:
    return text.document.prose[end : end + 1] in (",", ".", ";", ")", "!")


def _last(tokens: Sequence[Token], mark: Mark) -> int:
    return next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].start < mark.end), 0)
