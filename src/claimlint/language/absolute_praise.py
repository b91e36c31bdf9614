"""Praise without equal, and proof: "is the most potent herb for", "a revolutionary pill", "science has proved"."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.language.absolute_effects import names_health
from claimlint.language.absolute_grammar import DOUBT, IS_NOW, gap_before, head_of, joined, marked, word_at, words_of
from claimlint.language.absolute_words import PRAISED, REMEDIES
from claimlint.language.grammar import AUXILIARIES, MODALS
from claimlint.language.model import Mark
from claimlint.language.unit import UnitText

SUPERLATIVES = frozenset(
    """best greatest finest safest fastest strongest healthiest quickest purest ultimate ideal perfect only sole
    one""".split()
)
SOLE = ("only", "sole", "one")
OF_THE_BODY = frozenset("hormone hormones nutrient nutrients vitamin mineral minerals molecule compound".split())
"""Behind "the only" and before "that": how the body works, not what somebody promises."""
MOST = frozenset(
    """effective powerful potent accurate reliable advanced natural healing beneficial efficient nutritious
    nutrient-dense bioavailable complete dramatic important significant""".split()
)
"""Behind "the most": "the most common" or "the most studied" is a matter of counting."""
VAGUE = frozenset("way ways thing things approach diet diets practice option options".split())
"""Nouns that stand for anything: "the best way" is taste."""
ONE_OF = frozenset(("one", "some", "among"))
OFFERS = frozenset("offer offers provide provides deliver delivers".split())
"""Before "(you) the most effective method": what a shop says of its own."""
SHORTENED = frozenset("know knows knew tried found i i've we've seen tested".split())
"""Behind "the best painkiller": the best that somebody knows of."""
FACTUAL_ONLY = frozenset(
    """approved fda-approved mhra-approved licensed licenced available authorised authorized registered legal two three
    four five other known i i've we currently marketed evidence-based reported covered take taking takes""".split()
)
"""Beside "the only drug": a fact of law or of the market, or what the author knows of or takes."""
CAUSES = frozenset("cause driver culprit trigger contributor reason factor explanation".split())
"""Behind "the only": nothing else is to blame."""
FIND_OUT = frozenset(
    "know tell find determine check measure learn see confirm diagnose sure avoid test assess verify answer".split()
)
"""Behind "the only way to": what one has to do to know."""

HYPE = frozenset(
    """revolutionary miraculous miracle magical magic legendary phenomenal incredible unbelievable insane mind-blowing
    mindblowing jaw-dropping astounding astonishing life-changing game-changing groundbreaking ground-breaking
    unparalleled unmatched unbeatable unrivalled unrivaled unsurpassed spectacular extraordinary wondrous godlike
    breakthrough earth-shattering ultimate""".split()
)
BOUNDLESS = frozenset("endless limitless unlimited boundless infinite countless".split())
ENERGY = frozenset(
    "energy focus stamina endurance strength vitality motivation confidence power youth healing potential".split()
)
DYING = frozenset("death deaths mortality disability".split())
WHOLE = frozenset(
    "instantaneous total complete permanent everlasting absolute instant immediate guaranteed perfect".split()
)
"""Before an outcome: all of it, at once or for ever."""
OUTCOMES = frozenset(
    """relief protection cure healing immunity prevention elimination reversal regeneration restoration safety health
    detoxification results""".split()
)
PROVERS = frozenset(
    """study studies research science scientists trial trials evidence tests experts researchers experiments
    doctors""".split()
)
"""Subjects of "proved": a thing that proves itself useful has none of them."""
TURNS_OUT = frozenset(
    """difficult wrong otherwise ineffective fatal useful popular hard challenging costly inconclusive negative elusive
    impossible unsuccessful worthless nothing""".split()
)
PROVED = frozenset(("proved", "proves", "prove"))
BEYOND_DOUBT = frozenset(
    """overwhelming irrefutable undeniable indisputable incontrovertible unambiguous unequivocal conclusive
    settled""".split()
)
"""What "the evidence is", or an advertiser's "irrefutable proof"."""
EVIDENCE_AWAY = 12
"""How many words before "is overwhelming" the evidence may stand."""


def superlatives(text: UnitText) -> Iterator[Mark]:
    """ "Is the most potent herb for …", "The best cure for acne is …": said of now, and of all there is."""
    for i in range(len(text.tokens)):
        word, at = word_at(text, i), i
        if word in ("most", "single") and word_at(text, i + 1) in MOST:
            at = i + 1
        elif word not in SUPERLATIVES:
            continue
        if word_at(text, i - 1) == "single" and _is_of_health(text, at):
            yield marked(text, i - 1, at, "superlative")
            continue
        head = _head(text, i, at)
        the = i - 1 - (word_at(text, i - 1) in ("very", "absolute", "single", "one", "true", "safest", "only"))
        the -= 2 if word_at(text, the) == "and" else 0
        if head < 0 or word_at(text, the) not in ("the", "nature's", "world's"):
            continue
        if word in SOLE:
            if _excludes_all_others(text, the, i, head):
                yield marked(text, the, head, "superlative")
        elif _has_frame(text, the, head, word):
            yield marked(text, the, at, "superlative")


def _head(text: UnitText, first: int, at: int) -> int:
    """The remedy, or behind "the only" the cause, of the superlative in the tokens `first` to `at`, or -1."""
    word = word_at(text, first)
    head = head_of(text, at + 1, REMEDIES)
    if head < 0 and at > first:
        head = _substance(text, at + 1)
    if head < 0 and word in SOLE:
        head = head_of(text, at + 1, CAUSES)
    vague = word_at(text, head) in VAGUE and word not in ("most", "single", *SOLE)
    return -1 if vague else head


def _is_of_health(text: UnitText, at: int) -> bool:
    """Whether "(the) single most important" thing is one for, in or of what health names."""
    for i in range(at + 2, min(at + 6, len(text.tokens))):
        if word_at(text, i) in ("for", "in", "of"):
            return names_health(text, i + 1, i + 4) >= 0 or word_at(text, i + 1) in ("life", "health")
    return False


def _substance(text: UnitText, at: int) -> int:
    """The token behind "the most potent" where it names what one takes, or -1."""
    named = {mark.start for mark in text.of("health:substance")}
    return at if at < len(text.tokens) and text.tokens[at].start in named else -1


def _has_frame(text: UnitText, the: int, head: int, word: str) -> bool:
    """Whether the phrase is what something is said to be, or what the sentence says something of."""
    if not SHORTENED.isdisjoint(words_of(text, head + 1, head + 4)):
        return False
    before = the - 1
    while word_at(text, before) in ("also", "still", "by", "far", "simply", "now", "easily", "hands", "down"):
        before -= 1
    verb = word_at(text, before)
    if verb == "of" and word_at(text, before - 1) in ONE_OF:
        # "One of the best remedies for COPD" still praises; "one of the most effective treatments" compares.
        ranked = word in ("best", "greatest", "finest") and word_at(text, head + 1) in ("for", "against")
        return ranked and word_at(text, before - 2) in IS_NOW
    if verb in IS_NOW or verb == "as" or verb in OFFERS or word_at(text, before - 1) in OFFERS:
        return True
    opens = before < 0 or not joined(text, before, before + 1)
    following = words_of(text, head + 1, head + 16)
    states = next((n for n, w in enumerate(following) if w in AUXILIARIES), -1)
    if not opens or states < 0 or text.block.kind == "heading":
        return False
    return following[states] in IS_NOW and following[states + 1 : states + 3] != ["the", "one"]


def _excludes_all_others(text: UnitText, the: int, only: int, head: int) -> bool:
    """ "The only herb that works"; not "the only approved drug", "the only way to know"."""
    helps = word_at(text, head + 1) == "that"
    if helps and (word_at(text, head) in OF_THE_BODY or word_at(text, head + 2) in DOUBT):
        return False
    if not helps and (word_at(text, only) == "one" or not _has_frame(text, the, head, word_at(text, only))):
        return False
    near = set(words_of(text, only + 1, head + 5))
    if not FACTUAL_ONLY.isdisjoint(near):
        return False
    if word_at(text, head) in ("way", "thing", "method"):
        return word_at(text, head + 1) in ("to", "that", "of") and FIND_OUT.isdisjoint(near)
    return True


def hype(text: UnitText) -> Iterator[Mark]:
    """ "A revolutionary pill", "this miraculous little herb", "incredible health benefits"."""
    for i in range(len(text.tokens)):
        word = word_at(text, i)
        if word not in HYPE | WHOLE or gap_before(text, i + 1):
            continue
        heads = OUTCOMES if word in WHOLE else REMEDIES if word == "ultimate" else REMEDIES | PRAISED
        head = head_of(text, i + 1, heads, 2 if word in WHOLE else 3)
        if head >= 0 and word_at(text, head) not in VAGUE:
            yield marked(text, i, head, "hyperbole")


def predicates(text: UnitText) -> Iterator[Mark]:
    """ "The effects are immediate", "the benefits are endless", "it is unbeatable for sleep": praise behind a verb."""
    for i in range(2, len(text.tokens)):
        word = word_at(text, i)
        if word not in HYPE | WHOLE | BOUNDLESS:
            continue
        verb = i - 1 - (word_at(text, i - 1).endswith("ly") or word_at(text, i - 1) in ("simply", "truly", "almost"))
        if word_at(text, verb) not in IS_NOW or word_at(text, i - 1) == "almost":
            continue
        praised = not (OUTCOMES | PRAISED).isdisjoint(words_of(text, verb - 5, verb - 1))
        useful = word in HYPE and word_at(text, i + 1) in ("for", "against") and names_health(text, i + 2, i + 5) >= 0
        if praised or useful:
            yield marked(text, verb, i, "instant" if word in ("instant", "immediate", "instantaneous") else "hyperbole")


def boundless(text: UnitText) -> Iterator[Mark]:
    """ "Limitless focus", "endless energy"."""
    for i in range(len(text.tokens) - 1):
        if word_at(text, i) in BOUNDLESS and word_at(text, i + 1) in ENERGY | PRAISED and joined(text, i, i + 1):
            yield marked(text, i, i + 1, "hyperbole")


def number_one(text: UnitText) -> Iterator[Mark]:
    """ "The number one driver of diabetes"; what most people die of is counted."""
    for i in range(len(text.tokens) - 2):
        if words_of(text, i, i + 1) != ["number", "one"]:
            continue
        head = head_of(text, i + 2, CAUSES | REMEDIES, 2)
        if head >= 0 and word_at(text, head) not in VAGUE and DYING.isdisjoint(words_of(text, head + 1, head + 3)):
            yield marked(text, i, head, "superlative")


def boosted(text: UnitText) -> Iterator[Mark]:
    """ "Extremely effective", "insanely toxic": how well it works, told beyond measure; "very effective" is mild."""
    for i in range(len(text.tokens) - 1):
        word, adjective = word_at(text, i), word_at(text, i + 1)
        if word not in INTENSE or adjective not in POTENT or (word in PLAIN and adjective in DANGERS):
            continue
        if joined(text, i, i + 1):
            yield marked(text, i, i + 1, "booster")


PLAIN = frozenset(("extremely", "hugely"))
"""Of these "extremely dangerous" may be a plain warning; "insanely dangerous" is none."""
INTENSE = PLAIN | frozenset(
    """incredibly insanely amazingly unbelievably immensely enormously tremendously phenomenally astonishingly
    extraordinarily infinitely ridiculously stunningly""".split()
)
DANGERS = frozenset("dangerous poisonous addictive".split())
POTENT = DANGERS | frozenset(
    """effective beneficial powerful potent safe successful efficient healing therapeutic protective healthy toxic
    harmful damaging destructive""".split()
)


def proofs(text: UnitText) -> Iterator[Mark]:
    """ "A study proved that", "is proved to": proof claimed of a source, and not how something turned out."""
    for i in range(len(text.tokens)):
        word = word_at(text, i)
        if word not in PROVED or word_at(text, i + 1) in TURNS_OUT:
            continue
        before = words_of(text, i - 6, i - 1)
        passive = word == "proved" and before[-1:] and before[-1] in (*IS_NOW, "been", "scientifically", "clinically")
        if passive:
            sure = word_at(text, i + 1) in ("to", "effective", "safe", "that", "by")
        else:
            sure = not PROVERS.isdisjoint(before) and {"to", *MODALS}.isdisjoint(before[-2:])
        if sure:
            yield marked(text, i, i, "proof")


def overwhelming(text: UnitText) -> Iterator[Mark]:
    """ "The evidence that … is overwhelming"."""
    for i in range(2, len(text.tokens)):
        if word_at(text, i) not in BEYOND_DOUBT or word_at(text, i - 1) not in IS_NOW:
            continue
        if not {"evidence", "proof", "research", "science", "data"}.isdisjoint(
            words_of(text, i - EVIDENCE_AWAY, i - 2)
        ):
            yield marked(text, i - 1, i, "certainty")
