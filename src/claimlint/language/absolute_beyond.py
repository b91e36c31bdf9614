"""More than all else: "nothing works faster", "beats anything else", "the broadest action of any drug"."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.language.absolute_effects import claims_at, names_health
from claimlint.language.absolute_grammar import head_of, joined, marked, word_at, words_of
from claimlint.language.absolute_praise import MOST
from claimlint.language.absolute_words import REMEDIES
from claimlint.language.model import Mark
from claimlint.language.unit import UnitText

SURPASS = frozenset(
    """outperforms outperform beats beat surpasses surpass outclasses trumps trump exceeds outshines eclipses outranks
    dwarfs""".split()
)
NO_SUPERLATIVE = frozenset("highest lowest test interest harvest digest chest rest least breast latest request".split())
COUNTED = frozenset("studied tested date far tried single alone approved seen measured reviewed i we you i've".split())
"""Near "any other drug": it is measured against those that somebody counted, not against all there is."""
MORE = frozenset("""better faster quicker stronger more safer worse deadlier greater cheaper like as""".split())
DOES = frozenset(
    """is works work helps help heals heal does tastes burns builds boosts relieves calms kills lowers raises can
    will has feels""".split()
)
STRONG = frozenset(
    """effective efficient powerful potent toxic harmful damaging destructive dangerous poisonous healing beneficial
    protective nourishing addictive inflammatory reliable""".split()
)
"""Behind "nothing is more": what is more important, or more annoying, is no effect."""


def beyond_all(text: UnitText) -> Iterator[Mark]:
    """ "The broadest action of any drug", "works better than any other remedy": measured against all there is."""
    for i in range(2, len(text.tokens) - 1):
        if word_at(text, i) != "any" or word_at(text, i - 1) not in ("of", "than"):
            continue
        head = head_of(text, i + 1, REMEDIES, 3)
        if head < 0 or not COUNTED.isdisjoint(words_of(text, i + 1, head + 5)):
            continue
        before = words_of(text, i - 7, i - 2)
        best = "most" in before or any(w.endswith("est") and len(w) > 4 and w not in NO_SUPERLATIVE for w in before)
        if word_at(text, i - 1) == "than" or best:
            yield marked(text, i - 1, head, "superlative")


def beyond_everything(text: UnitText) -> Iterator[Mark]:
    """ "Outperforms everything else", "works better than anything"."""
    for i in range(1, len(text.tokens)):
        if word_at(text, i) not in ("everything", "anything") or not COUNTED.isdisjoint(words_of(text, i + 1, i + 5)):
            continue
        last = i + (word_at(text, i + 1) == "else")
        if word_at(text, i - 1) in SURPASS or (
            word_at(text, i - 1) == "than" and not _MEASURES.isdisjoint(words_of(text, i - 4, i - 2))
        ):
            yield marked(text, i - 1, last, "superlative")


_MEASURES = frozenset("better faster quicker stronger safer worse effective powerful potent effectively".split())


def nothing_more(text: UnitText) -> Iterator[Mark]:
    """ "Nothing works faster for", "nothing is more toxic to", "nothing ruins sleep like": no equal in its effect."""
    claims = claims_at(text)
    for i in range(len(text.tokens) - 2):
        if word_at(text, i) != "nothing" or not (word_at(text, i + 1) in DOES or text.tokens[i + 1].start in claims):
            continue
        more = next((n for n in range(i + 2, i + 6) if word_at(text, n) in MORE), -1)
        if more < 0 or not joined(text, i, more):
            continue
        if word_at(text, more) in ("more", "as"):
            more += 1
            sure = word_at(text, more) in STRONG
        else:
            sure = word_at(text, i + 1) != "is" or names_health(text, more + 1, more + 6) >= 0
        if sure:
            yield marked(text, i, more, "superlative")


def comes_close(text: UnitText) -> Iterator[Mark]:
    """ "Nothing else on the market even comes near", "no antibiotic comes close"."""
    for i in range(1, len(text.tokens) - 1):
        if word_at(text, i) not in ("comes", "come") or word_at(text, i + 1) not in ("close", "near"):
            continue
        none = next((n for n in range(i - 1, max(-1, i - 9), -1) if word_at(text, n) in ("nothing", "no")), -1)
        if none >= 0 and joined(text, none, i + 1):
            yield marked(text, none, i + 1, "superlative")


BEST = frozenset(
    """best greatest finest safest fastest strongest healthiest quickest purest deepest cleanest richest gentlest surest
    mightiest deadliest worst most""".split()
)
OF_ALL = (
    "there is", "there are", "imaginable", "in the world", "on earth", "on the planet", "on the market", "in existence",
    "in history", "of all time", "you can", "you could", "you will ever", "you'll ever", "known to", "ever",
)  # fmt: skip
"""Behind a superlative: measured against all there is."""


def of_all_there_is(text: UnitText) -> Iterator[Mark]:
    """ "The safest sedative there is", "the deepest sleep imaginable", "the healthiest drink on the planet"."""
    for i in range(1, len(text.tokens)):
        word = word_at(text, i)
        if (
            word not in BEST
            or word_at(text, i - 1) not in ("the", "very", "single", "nature's")
            or _is_counted(text, i)
        ):
            continue
        for at in range(i + 1, min(i + 6, len(text.tokens))):
            if not joined(text, at - 1, at):
                break
            if text.lower.startswith(OF_ALL, text.tokens[at].start) and (at > i + 1 or word != "most"):
                yield marked(text, i - 1, at, "superlative")
                break


def _is_counted(text: UnitText, at: int) -> bool:
    """ "The most common cause", "the best you can": counted, or advice to do one's best."""
    counted = word_at(text, at) == "most" and word_at(text, at + 1) not in MOST | STRONG
    return counted or word_at(text, at + 1) in ("you", "of", "i", "we", "way")


def no_other(text: UnitText) -> Iterator[Mark]:
    """ "No other vitamin has such an effect on mood"."""
    for i in range(len(text.tokens) - 3):
        if words_of(text, i, i + 1) != ["no", "other"]:
            continue
        head = head_of(text, i + 2, REMEDIES, 3)
        ranked = word_at(text, head + 1) in HAS and word_at(text, head + 2) != "been"
        if head >= 0 and ranked and COUNTED.isdisjoint(words_of(text, head + 1, head + 5)):
            yield marked(text, i, head + 1, "superlative")


HAS = frozenset("has is can does works helps offers gives provides contains compares comes matches reaches".split())
