"""Absolute claims told by their grammar: no word list can hold them, since every noun fits in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimlint.language import absolute_beyond as beyond
from claimlint.language import absolute_finality as finality
from claimlint.language import absolute_objects as objects
from claimlint.language import absolute_praise as praise
from claimlint.language import absolute_risks as risks
from claimlint.language import absolute_universals as universals
from claimlint.language.absolute_grammar import IS_NOW
from claimlint.language.absolute_words import PRAISED
from claimlint.language.model import Mark
from claimlint.language.unit import UnitText

Form = tuple[frozenset[str], frozenset[str], Callable[[UnitText], Iterator[Mark]]]

ANY: frozenset[str] = frozenset()

FORMS: tuple[Form, ...] = (
    (risks.TRIGGERS, risks.RISKS | risks.EFFECTS | risks.DEPENDENCE | risks.DEATHS, risks.risks),
    (universals.QUANTIFIERS | universals.EVERYBODY, ANY, universals.universals),
    (objects.QUANTIFIERS | objects.WHOLES | objects.ENTIRE, ANY, objects.objects),
    (objects.PERSONS, frozenset(("for",)), objects.for_everybody),
    (objects.CASES, objects.QUANTIFIERS, objects.in_every_case),
    (frozenset(("needs", "requires")), frozenset(("everything", "nothing", "all", "every")), objects.needs),
    (finality.NOTHING, frozenset(("nothing", "nobody", "no-one", "no")), finality.nothing_can),
    (frozenset(("can", "cannot", "can't")), finality.GROWING | finality.CURED, finality.cannot_live),
    (frozenset(("never",)), ANY, finality.never),
    (frozenset(("no",)), finality.HELPS_NOT | {"not", "don't", "ever"}, finality.no_exception),
    (frozenset(("no",)), finality.INFLUENCE, finality.not_at_all),
    (frozenset(("impossible",)), frozenset(("to",)), finality.impossible),
    (frozenset(("good",)), frozenset(("for",)), finality.for_good),
    (frozenset(("incurable",)), ANY, finality.incurable),
    (frozenset(("again",)), frozenset(("never",)), finality.never_again),
    (frozenset(("seconds", "minutes", "moments")), frozenset(("in", "within")), finality.at_once),
    (frozenset(("period", "stop")), ANY, finality.full_stop),
    (praise.SUPERLATIVES | {"most"}, ANY, praise.superlatives),
    (frozenset(("number",)), frozenset(("one",)), praise.number_one),
    (frozenset(("any",)), frozenset(("of", "than")), beyond.beyond_all),
    (objects.WHOLES, beyond.SURPASS | {"than"}, beyond.beyond_everything),
    (frozenset(("nothing",)), beyond.MORE, beyond.nothing_more),
    (frozenset(("other",)), frozenset(("no",)), beyond.no_other),
    (frozenset(("close", "near")), frozenset(("comes", "come")), beyond.comes_close),
    (beyond.BEST, frozenset(("the", "nature's")), beyond.of_all_there_is),
    (praise.HYPE | praise.WHOLE, ANY, praise.hype),
    (praise.HYPE | praise.WHOLE | praise.BOUNDLESS, frozenset(IS_NOW), praise.predicates),
    (praise.BOUNDLESS, praise.ENERGY | PRAISED, praise.boundless),
    (praise.INTENSE, praise.POTENT, praise.boosted),
    (praise.PROVED, ANY, praise.proofs),
    (praise.BEYOND_DOUBT, frozenset(IS_NOW), praise.overwhelming),
)
"""Each form with two groups of words: it needs one of each (of any, where the second is empty). Most units have none,
so that no form looks at them."""

TRIGGERS = frozenset().union(*(triggers for triggers, _, _ in FORMS))


def forms(text: UnitText) -> Iterator[Mark]:
    """Every absolute claim of the unit that shows in its grammar, as an `absolute-word` mark."""
    words = text.words
    hits = TRIGGERS & words
    if not hits:
        return
    for triggers, others, find in FORMS:
        if not triggers.isdisjoint(hits) and not (others and others.isdisjoint(words)):
            yield from find(text)
