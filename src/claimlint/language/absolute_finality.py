"""What nothing can change and what is for ever: "nothing can stop", "cancer cannot survive in", "gone for good"."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.language.absolute_effects import claims_at, is_told_now, names_health
from claimlint.language.absolute_grammar import IS_NOW, clause_start, gap_before, joined, marked, word_at, words_of
from claimlint.language.absolute_words import DISEASES
from claimlint.language.grammar import FIRST_PERSON
from claimlint.language.model import Mark
from claimlint.language.unit import UnitText

NOTHING = frozenset("nothing nobody no-one one".split())
DONE = frozenset(
    """heal recover lose gain build get become be absorb sleep grow cure reverse overdose abuse detox burn conceive
    survive""".split()
)
"""What is said to be "impossible to" do; what is impossible to know or to tell is no effect."""
GROWING = frozenset("survive exist live grow thrive develop occur happen".split())
"""What "cancer cannot" do, in a cure-all's words."""
STOPPED = frozenset("make change stop cure fix beat cause prevent heal reverse replace harm hurt rid".split())
"""Behind "nothing can"; "no one can know" is no effect."""
HELPS_NOT = frozenset("doesn't can't won't cannot".split())
"""In "there is nothing it doesn't help"."""
CURED = frozenset("cured healed treated reversed prevented fixed cure heal reverse".split())
GONE = frozenset("gone disappear disappears vanish vanishes".split())
BEFALLS = frozenset("gets loses got develops developed dies died overdoses overdosed needs catches suffers".split())
"""Behind "nobody … ever"."""
WORRY = frozenset("worry suffer need have get be feel wake lose gain experience".split())
"""What "you will never … again"."""
AGAIN = 9
"""How many words on "again" may stand."""


def nothing_can(text: UnitText) -> Iterator[Mark]:
    """ "Nothing can stop", "nobody will ever get rid of"."""
    for i in range(len(text.tokens)):
        at = i + 1 + (word_at(text, i) == "no" and word_at(text, i + 1) == "one")
        if at == i + 1 and word_at(text, i) not in ("nothing", "nobody", "no-one"):
            continue
        verb = at + 1 + (word_at(text, at + 1) in ("ever", "else"))
        if word_at(text, at) in ("has", "gets", "suffers") and word_at(text, i) != "nothing":
            if (named := names_health(text, at + 1, at + 2)) >= 0:
                yield marked(text, i, named, "universal")
        elif word_at(text, at) in ("can", "will") and word_at(text, verb) in STOPPED:
            yield marked(text, i, verb, "universal")
        elif word_at(text, at) == "who" and (befallen := _befalls(text, at)) > 0:
            yield marked(text, i, befallen, "universal")
        elif word_at(text, at) in ("survives", "survive"):
            yield marked(text, i, at, "universal")
        elif word_at(text, i) != "nothing" and (ever := _ever_befalls(text, at)) > 0:
            yield marked(text, i, ever, "universal")
        elif word_at(text, at) in ("it", "they") and word_at(text, at + 1) in HELPS_NOT:
            first = i - 2 if words_of(text, i - 2, i - 1) == ["there", "is"] else i
            yield marked(text, first, at + 2 + (word_at(text, at + 3) == "with"), "universal")


def no_exception(text: UnitText) -> Iterator[Mark]:
    """ "There is no disease that does not respond to it", "no man who takes it ever goes bald"."""
    for i in range(len(text.tokens) - 3):
        if word_at(text, i) != "no":
            continue
        for at in range(i + 2, min(i + 5, len(text.tokens) - 2)):
            if word_at(text, at) in ("that", "which") and joined(text, i, at):
                denied = word_at(text, at + 1)
                if denied in HELPS_NOT | {"don't"} or words_of(text, at + 1, at + 2) in (
                    ["does", "not"],
                    ["do", "not"],
                ):
                    yield marked(text, i, at + 1 + (not denied.endswith(("t", "cannot"))), "universal")
        if word_at(text, i + 1) in PERSONS and (ever := _ever_befalls(text, i + 2)) > 0:
            yield marked(text, i, ever, "universal")


PERSONS = frozenset("man woman child person athlete patient".split())


def _ever_befalls(text: UnitText, at: int) -> int:
    """The verb of "(nobody) who takes it ever gets", or -1."""
    for i in range(at, min(at + 7, len(text.tokens) - 1)):
        if word_at(text, i) == "ever":
            return i + 1 if word_at(text, i + 1) in BEFALLS else -1
    return -1


def _befalls(text: UnitText, at: int) -> int:
    """The ill of "(nobody) who eats it gets (cramps)", or -1."""
    for i in range(at + 2, min(at + 9, len(text.tokens) - 1)):
        if word_at(text, i) in BEFALLS and word_at(text, i - 1) not in ("ever", "never"):
            return names_health(text, i + 1, i + 3)
    return -1


def cannot_live(text: UnitText) -> Iterator[Mark]:
    """ "Cancer cannot survive in", "can only be cured by": what is and is not possible at all."""
    for i in range(len(text.tokens) - 2):
        word = word_at(text, i)
        at = i + (word_at(text, i + 1) in ("not", "never"))
        if (word in ("cannot", "can't") or at > i) and word in ("cannot", "can't", "can"):
            if word_at(text, at + 1) in GROWING and _is_ill(text, i - 1):
                yield marked(text, i, at + 1, "universal")
        elif word == "can" and word_at(text, i + 1) == "only" and word_at(text, i + 2) in GROWING:
            if _is_ill(text, i - 1):
                yield marked(text, i, i + 2, "universal")
        elif word == "can" and words_of(text, i + 1, i + 2) == ["only", "be"] and word_at(text, i + 3) in CURED:
            yield marked(text, i, i + 3, "universal")


LASTING = frozenset(("treat", "improve"))


def _is_ill(text: UnitText, at: int) -> bool:
    """Whether a noun right in front, or one word further, names an ill: "cancer (cells) cannot survive"."""
    ills = {mark.start for mark in text.of("health:condition")}
    near = range(max(0, at - 2), at + 1)
    return any(text.tokens[n].start in ills or word_at(text, n) in DISEASES | {"damage"} for n in near)


def for_good(text: UnitText) -> Iterator[Mark]:
    """ "Fixes it for good": an effect told to last for ever, where "for good" ends its clause."""
    for i in range(1, len(text.tokens)):
        if words_of(text, i - 1, i) != ["for", "good"] or joined(text, i, i + 1):
            continue
        if word_at(text, i - 2) in GONE and {"will", "it'll", "they'll", "makes", "make"} & set(
            words_of(text, i - 5, i - 3)
        ):
            yield marked(text, i - 2, i, "total-effect")
            continue
        first = max(0, i - 8)
        verbs = claims_at(text, LASTING) | {mark.start for mark in text.of("absolute-word") if mark.value == "verb"}
        told_now = (text.verbs.get(token.word, ("", ""))[1] in ("third", "base") for token in text.tokens[first:i])
        if any(now and token.start in verbs for now, token in zip(told_now, text.tokens[first:i], strict=True)):
            yield marked(text, i - 1, i, "total-effect")


def impossible(text: UnitText) -> Iterator[Mark]:
    """ "It is impossible to heal on sugar"; not what is impossible to know."""
    for i in range(1, len(text.tokens) - 1):
        if word_at(text, i) != "impossible" or word_at(text, i - 1) not in (*IS_NOW, "it", "biologically", "simply"):
            continue
        if word_at(text, i + 1) == "to" and word_at(text, i + 2) in DONE:
            yield marked(text, i, i + 2, "universal")


def never_again(text: UnitText) -> Iterator[Mark]:
    """ "You will never suffer from it again": a promise without end."""
    for i in range(1, len(text.tokens) - 1):
        if word_at(text, i) != "never" or word_at(text, i + 1) not in WORRY:
            continue
        promised = word_at(text, i - 1) == "you'll" or words_of(text, i - 2, i - 1) == ["you", "will"]
        if promised and "again" in words_of(text, i + 2, i + AGAIN):
            yield marked(text, i, i + 1, "total-effect")


def never(text: UnitText) -> Iterator[Mark]:
    """ "Those who take it never get hot flushes", "drugs never fix": what does not happen to anybody at all."""
    for i in range(1, len(text.tokens) - 1):
        if word_at(text, i) != "never" or clause_start(text, i) == i or not SELF.isdisjoint(text.words):
            continue
        verb = i + 1
        before, word = word_at(text, i - 1), word_at(text, verb)
        if before in NOT_BEFORE or text.verbs.get(word, ("", ""))[1] not in ("third", "base"):
            continue
        if word in BEFALLS or word in ("get", "develop", "suffer", "catch", "need", "have"):
            if names_health(text, verb + 1, verb + 4) >= 0:
                yield marked(text, i, verb, "universal")
        elif text.tokens[verb].start in claims_at(text) and joined(text, verb, verb + 1):
            yield marked(text, i, verb, "universal")


SELF = FIRST_PERSON | {"he", "she", "his", "her", "him"}
NOT_BEFORE = frozenset("should must can could would to and or please but had have has did".split())


def at_once(text: UnitText) -> Iterator[Mark]:
    """ "Within minutes the pain vanishes", "relieves it in seconds"; "within 15 minutes" is measured."""
    for i in range(len(text.tokens) - 1):
        at = i + 1 + (word_at(text, i + 1) in ("mere", "just", "a"))
        at += word_at(text, at) in ("few", "matter") and at > i + 1
        if word_at(text, i) not in ("in", "within") or word_at(text, at) not in ("seconds", "minutes", "moments"):
            continue
        ends = {mark.start for mark in text.of("effect") if mark.value in ("treat", "improve", "prevent")}
        ends |= {token.start for token in text.tokens if token.word in VANISHES}
        told = [n for n in (*range(i - 6, i), *range(at + 1, at + 6)) if 0 <= n < len(text.tokens)]
        if any(text.tokens[n].start in ends and _third_or_gone(text, n) for n in told):
            yield marked(text, i, at, "instant")


def _third_or_gone(text: UnitText, at: int) -> bool:
    return word_at(text, at) == "gone" or is_told_now(text, at)


VANISHES = frozenset("vanishes vanish disappears disappear gone stops goes melts subsides dissolves clears".split())


def not_at_all(text: UnitText) -> Iterator[Mark]:
    """ "Salt has no influence on blood pressure at all"."""
    for i in range(len(text.tokens) - 3):
        if word_at(text, i) != "no" or word_at(text, i + 1) not in INFLUENCE:
            continue
        end = next((n for n in range(i + 2, min(i + 9, len(text.tokens) - 1)) if word_at(text, n + 1) == "all"), -1)
        if end >= 0 and word_at(text, end) == "at" and joined(text, i, end + 1):
            yield marked(text, i, end + 1, "universal")


INFLUENCE = frozenset("effect effects influence impact benefit benefits role value".split())


def full_stop(text: UnitText) -> Iterator[Mark]:
    """ "Creatine works, period": no more to be said."""
    last = len(text.tokens) - 1
    if not claims_at(text):
        return
    if word_at(text, last) == "period" and gap_before(text, last):
        yield marked(text, last, last, "certainty")
    elif words_of(text, last - 1, last) == ["full", "stop"] and gap_before(text, last - 1):
        yield marked(text, last - 1, last, "certainty")


def incurable(text: UnitText) -> Iterator[Mark]:
    """ "Heals even incurable diseases"; not "the disease is incurable"."""
    heals = {mark.start for mark in text.of("effect:treat")}
    for i in range(1, len(text.tokens)):
        if word_at(text, i) != "incurable" or word_at(text, i - 1) in (*IS_NOW, "as", "still"):
            continue
        before = range(max(0, i - 9), i)
        if any(text.tokens[n].start in heals or word_at(text, n) in ("healing", "cure", "curing") for n in before):
            yield marked(text, i, i, "cure")
