"""What is said of everybody, every case or everything: "every woman over 40 needs", "toxic at any dose"."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.language.absolute_effects import claims_at, names_health
from claimlint.language.absolute_grammar import DOUBT, IS_NOW, head_of, joined, marked, word_at, words_of
from claimlint.language.absolute_words import BAD, DISEASES
from claimlint.language.grammar import AUXILIARIES
from claimlint.language.model import Mark
from claimlint.language.unit import UnitText

CONDITIONS = frozenset("if unless provided when whenever".split())
RELIES = frozenset("require requires depend depends rely relies".split())
EVERYBODY = frozenset("everyone everybody anyone anybody".split())
QUANTIFIERS = frozenset("all every any each everyone's everybody's".split())
SORTS = frozenset("kinds kind type types forms form sorts sort".split())

GROUPS = frozenset(
    """people men women man woman adults adult kids children child person humans human athletes athlete lifters lifter
    mothers mother teenagers runners vegans vegetarians diabetics patients patient body bodies brain brains""".split()
)
DONE_TO = frozenset(("treat", "improve", "worsen", "protect"))
HEALING = frozenset(("treat", "prevent", "improve"))
NEED = frozenset("need needs benefit benefits require requires lack lacks".split())
NEEDED = frozenset("on take taking supplement supplementing use using megadose megadosing".split())
"""Behind "everyone should (be)"."""
LACKING = frozenset("deficient lacking addicted malnourished low insufficient".split())

AMOUNTS = frozenset("amount amounts dose doses dosage quantity exposure intake drop sip serving bite puff".split())
CAUSES_OF = frozenset(
    """cause causes root roots source origin basis driver mother key cure cures remedy remedies solution antidote answer
    immunity protection defense defence effective works free""".split()
)
"""Before "of all disease", "for every illness"."""
STARTS = frozenset("begins begin starts start comes come stems stem originates originate".split())
HELPED = frozenset("benefit cured healed treated helped reversed prevented improved eliminated".split())
CAUSED = frozenset("caused linked rooted due related connected preventable curable reversible".split())
PARTS = frozenset(
    """aspect aspects organ organs gland glands tissue tissues function functions cell cells part parts hormone hormones
    neurotransmitter neurotransmitters""".split()
)
EXPERTS = frozenset(
    """study studies trial trials experiment experiments expert experts doctor doctors scientist scientists researcher
    researchers nutritionist nutritionists dietitian dietitians evidence research""".split()
)
CONFIRM = frozenset(
    """shows show agrees agree proves prove confirms confirm supports support recommends recommend knows know
    demonstrates demonstrate""".split()
)
SHOWN = frozenset("shown proven proved confirmed demonstrated been agreed".split())
CLEAR = frozenset("clear proven true confirmed obvious evident certain".split())
"""Before "in all studies"."""
PLAIN_EFFECTS = frozenset("increase decrease improve worsen treat prevent protect".split())
COUNTED = frozenset(
    """degree year month week day night hour minute kilo kilogram pound gram point percent step unit extra additional
    two three four five six seven eight nine ten eleven twelve these those layer bit second third other""".split()
)
"""Behind "every": a rate or a count, no claim about all."""
RELATIVES = frozenset("who that which whose when if is are was were has have".split())


def universals(text: UnitText) -> Iterator[Mark]:
    """Every claim of the unit about all people, all cases or all of the body."""
    for i in range(len(text.tokens)):
        word = word_at(text, i)
        if word in EVERYBODY:
            yield from _everybody(text, i, i)
        elif word in ("everyone's", "everybody's"):
            named = names_health(text, i + 1, i + 2)
            if named >= 0 and (_is_said(text, named + 1) or word_at(text, named + 1) in ("was", "were")):
                yield marked(text, i, named, "universal")
        elif word in ("all", "every", "any", "each") and word_at(text, i - 1) not in ("not", "almost", "nearly"):
            at = i + 1
            at += word_at(text, at) == "single"
            at += 2 * (word_at(text, at) == "of" and word_at(text, at + 1) in ("the", "your", "our", "these", "their"))
            at += 2 * (word_at(text, at) in SORTS and word_at(text, at + 1) == "of")
            for find in (_every_amount, _every_disease, _every_part, _every_expert, _every_person, _every_cause):
                yield from find(text, i, at)


def _every_person(text: UnitText, first: int, at: int) -> Iterator[Mark]:
    head = head_of(text, at, GROUPS)
    if head >= 0:
        yield from _everybody(text, first, head)


def _everybody(text: UnitText, first: int, head: int) -> Iterator[Mark]:
    """ "Every man over 50 needs", "everyone should be taking", "all women are deficient": said of all, now."""
    one = word_at(text, first).startswith("any")
    if one and word_at(text, first - 1) in ("if", "for", "of", "in", "by"):
        return
    for i in range(head + 1, min(head + 8, len(text.tokens))):
        word, following = word_at(text, i), word_at(text, i + 1)
        if not joined(text, i - 1, i) or word in ("who", "that", "whose", "which"):
            return
        if word in ("can", "will") and following.startswith("benefit"):
            yield marked(text, first, i + 1, "universal")
        elif word == "can" and text.tokens[i + 1 - (i + 1 == len(text.tokens))].start in claims_at(text, HEALING):
            if names_health(text, i + 2, i + 6) >= 0 and head == first:
                yield marked(text, first, i + 1, "universal")
        elif word in NEED and following not in ("to", "help", "and", "or") and not one:
            yield marked(text, first, i, "universal")
        elif word == "should" and not one:
            last = i + 1 + (following == "be")
            if word_at(text, last) in NEEDED:
                yield marked(text, first, last, "universal")
        elif word in ("is", "are") and following in LACKING:
            yield marked(text, first, i + 1, "universal")
        elif word not in AUXILIARIES:
            continue
        return


def _every_amount(text: UnitText, first: int, at: int) -> Iterator[Mark]:
    """ "Any amount of sugar is bad", "every drop damages", "toxic at any dose"."""
    if word_at(text, at) not in AMOUNTS:
        return
    if word_at(text, first - 1) in ("at", "in", "to", "from"):
        if word_at(text, first - 2) in BAD:
            yield marked(text, first - 2, at, "universal")
        return
    for i in range(at + 1, min(at + 7, len(text.tokens))):
        word = word_at(text, i)
        if not joined(text, i - 1, i) or word in DOUBT or word == "can":
            return
        is_bad = word in IS_NOW and not BAD.isdisjoint(words_of(text, i + 1, i + 2))
        if is_bad or _harms(text, i):
            yield marked(text, first, at, "universal")
            return


def _harms(text: UnitText, at: int) -> bool:
    start = text.tokens[at].start
    third = text.verbs.get(word_at(text, at), ("", ""))[1] == "third"
    return third and any(mark.start == start for mark in text.of("effect:worsen"))


def _every_disease(text: UnitText, first: int, at: int) -> Iterator[Mark]:
    """ "Heals all diseases", "the root of every illness", "all disease begins in the gut"."""
    if word_at(text, at) in ("case", "cases") and word_at(text, at + 1) == "of" and word_at(text, first) != "any":
        named = names_health(text, at + 2, at + 4)
        if named >= 0 and (first == 0 or not joined(text, first - 1, first)) and _is_said(text, named + 1):
            yield marked(text, first, named, "universal")
        return
    head = head_of(text, at, DISEASES, 3)
    if head < 0:
        return
    before, verb = word_at(text, first - 1), word_at(text, head + 1)
    opens = first == 0 or not joined(text, first - 1, first) or before in ("that", "why", "and", "because")
    of_all = before in ("of", "for", "to", "against", "from", "behind") and word_at(text, first - 2) in CAUSES_OF
    starts = opens and (verb in STARTS or (verb in IS_NOW and word_at(text, head + 2) in CAUSED))
    helped = opens and _can_be_helped(text, head + 1)
    if of_all or starts or helped:
        yield marked(text, first, head, "universal")


def _is_said(text: UnitText, at: int) -> bool:
    """Whether something is said of a subject as it is now: "is caused by", "can be traced to", "starts in"."""
    here = word_at(text, at) in (*IS_NOW, "can") or word_at(text, at) in STARTS
    return here or text.verbs.get(word_at(text, at), ("", ""))[1] == "third"


def _can_be_helped(text: UnitText, at: int) -> bool:
    """ "(Any ailment) involving histamine can benefit from", "(every illness) can be cured"."""
    for i in range(at, min(at + 6, len(text.tokens) - 1)):
        if word_at(text, i) == "can":
            helped = word_at(text, i + 1 + (word_at(text, i + 1) == "be"))
            return helped in HELPED
    return False


def _every_cause(text: UnitText, first: int, at: int) -> Iterator[Mark]:
    """ "Any interference with the thyroid raises", "all statins weaken": a subject of all there is, and its effect."""
    opens = first == 0 or not joined(text, first - 1, first) or word_at(text, first - 1) in ("that", "because", "and")
    # "An introduction of any hormone will cause …"
    opens = opens or (first in (2, 3) and words_of(text, first - 1, first) == ["of", "any"])
    if not opens or word_at(text, first) == "each" or not COUNTED.isdisjoint(words_of(text, at, at + 1)):
        return
    verbs = {mark.start for mark in text.of("effect") if mark.value in PLAIN_EFFECTS or _causes(text, mark)}
    if word_at(text, first) in ("all", "every"):
        verbs |= {token.start for token in text.tokens if token.word in RELIES}
    if not CONDITIONS.isdisjoint(words_of(text, at, len(text.tokens))):
        # "Every sedative helps if the room is dark"
        return
    for i in range(at + 1, min(at + 9, len(text.tokens))):
        word, before = word_at(text, i), word_at(text, i - 1)
        if not joined(text, i - 1, i) or word in RELATIVES:
            return
        reading = text.verbs.get(word, ("", ""))[1]
        told_now = reading == "third" or (reading == "base" and (before == "will" or word_at(text, first) == "all"))
        if (
            text.tokens[i].start in verbs
            and told_now
            and before not in ("to", "can", "may", "might", "could", "should")
        ):
            yield marked(text, first, at, "universal")
            return
        if reading == "past":
            return


def _causes(text: UnitText, mark: Mark) -> bool:
    return text.lower.startswith(("cause", "trigger", "lead to", "leads to"), mark.start)


def _every_part(text: UnitText, first: int, at: int) -> Iterator[Mark]:
    """ "Every cell needs", "every gland of a woman lacks"."""
    head = head_of(text, at, PARTS, 3)
    if head < 0 or word_at(text, first) == "any":
        return
    if word_at(text, first) != "all" and word_at(text, head) in ("cell", "organ", "gland", "tissue"):
        if (done := _is_done_to(text, head + 1)) > 0:
            yield marked(text, first, done, "universal")
            return
        yield from _everybody(text, first, head)


def _is_done_to(text: UnitText, at: int) -> int:
    """The participle of "(every cell of the body) is rejuvenated", or -1."""
    verb = at + 3 * (word_at(text, at) in ("of", "in"))
    if word_at(text, verb) not in IS_NOW or verb + 1 >= len(text.tokens):
        return -1
    return verb + 1 if text.tokens[verb + 1].start in claims_at(text, DONE_TO) else -1


def _every_expert(text: UnitText, first: int, at: int) -> Iterator[Mark]:
    """ "Every study shows", "clear in all studies"; "all 12 studies" counts them."""
    head = head_of(text, at, EXPERTS, 3)
    if head < 0 or any(word[:1].isdigit() for word in words_of(text, first, head)):
        return
    shown = word_at(text, head + 1) in ("have", "has") and word_at(text, head + 2) in SHOWN
    if word_at(text, head + 1) in CONFIRM or shown:
        yield marked(text, first, head + 1 + shown, "universal")
    elif word_at(text, first - 1) in ("in", "by") and word_at(text, first - 2) in CLEAR:
        yield marked(text, first, head, "universal")
