"""Which finite verb of a unit makes its claim, and whether "may" would make sense there."""

from __future__ import annotations

from claimlint.lazy import lazy
from claimlint.rewording.clauses import Finite, Words
from claimlint.rewording.words import BE_PAST, DETERMINERS, HEDGES, PREPOSITIONS, is_adverb

_CONDITIONAL = frozenset(
    "if when while because although though unless whereas whether since until once after before as where how why whose "
    "whenever even".split()
)
"""What opens a clause that sets a scene and claims nothing by itself."""

_RELATIVE = frozenset("which who that whom".split())
_YEAR = lazy(r"(?:1[89]|20)\d\ds?\Z")
_MAIN, _MAIN_EFFECT = 2, 4
"""The ranks of a main clause without and with an effect verb; one of a relative clause lies between."""

_STATIC = frozenset(
    "include contain consist mean call define refer involve know think believe say claim argue find suggest "
    "show report state need want try recommend advise like love hope use take eat drink do go come live list "
    "describe discuss understand happen occur become demonstrate observe discover develop emerge stand expand "
    "represent gain explain note see look agree ask remember learn amount reach study examine measure compare "
    "depend vary start begin begin range".split()
)
"""Verbs that define, report or describe behaviour: "may contain" would say something else."""

_NOMINAL = frozenset(
    "cause causes factor factors treatment treatments remedy remedies option options way ways trigger triggers "
    "source aid contributor contributors driver drivers "
    "solution risk predictor".split()
)
"""Nouns after "is a" that state an effect, so that "may be a" makes sense; before any other noun it would not."""

_RELATIONS = frozenset("linked associated tied connected correlated related involved implicated".split())
"""Participles after "is" that state an association."""

_CLAIMING = frozenset(
    "affect influence help work interfere act mimic alter change modulate boost make keep produce create give "
    "provide offer "
    "bind stimulate depend correlate contribute play impact impair lead result allow enable promote support aid "
    "cross reach "
    "convert break burn build speed slow balance restore deplete drain clear flush feed fuel kill fight combat ease "
    "calm soothe "
    "relax sedate energize energise mediate regulate control govern maintain sustain preserve protect limit prolong "
    "extend "
    "counter counteract offset oppose reverse delay accelerate hasten disrupt destroy damage harm hurt worsen "
    "trigger cause "
    "retard replenish normalize normalise potentiate antagonize antagonise inactivate neutralize neutralise sensitize "
    "desensitize degrade detoxify weaken strengthen dilate constrict "
    "tend exert contribute determine increase reduce lower raise improve".split()
)
"""Verbs that state an effect even where the lexicon of effect verbs leaves no mark."""

_REPORTED = frozenset(
    "demonstrated recognized recognised viewed diagnosed established observed noted discovered produced formed "
    "synthesized "
    "synthesised secreted released stored removed provided offered treated created added given activated made used "
    "shown "
    "found seen known supplied contained indicated".split()
)
"""Participles after "is" that tell how something is made or dealt with: a fact, which needs a source and no "may"."""

_HEALTH_ADJECTIVES = frozenset(
    "effective better worse safe safer superior inferior helpful harmful beneficial useful stronger weaker faster "
    "slower higher "
    "lower greater efficacious ineffective successful toxic deadly fatal lethal dangerous risky unsafe healthy "
    "healthier "
    "unhealthy psychoactive addictive sedating calming relaxing sedative stimulating soothing sensitive dependent "
    "good bad great "
    "excellent poisonous damaging detrimental more less tolerated well-tolerated anxiolytic analgesic "
    "antidepressant anti-inflammatory "
    "antioxidant antiviral antibacterial carcinogenic cancerous estrogenic anabolic catabolic inflammatory potent "
    "powerful "
    "synergistic nootropic adaptogenic hepatotoxic neurotoxic bioavailable comparable".split()
)
"""Adjectives that make "is" a claim of effect or safety."""


def claiming_verb(words: Words, finites: list[Finite], effects: frozenset[int]) -> int | None:
    """The index of the verb to weaken: an effect verb of the main clause before all others, none in a condition.

    None when no verb of the unit would bear it, or when the main clause is hedged already.
    """
    best, chosen, before = 0, None, ""
    for n, verb in enumerate(finites):
        clause = _clause_of(words, verb, finites[n - 1] if n else None)
        previous = finites[n - 1].at if n else -1
        if clause == "main" and before == "condition" and _joined(words, previous, verb):
            clause = "condition"
        before = clause
        if clause == "main" and best not in (_MAIN, _MAIN_EFFECT) and is_hedged(words, verb, previous):
            return None
        if verb.kind == "past" and any(_YEAR.match(token.word) for token in words.tokens):
            continue  # history, not a claim of effect
        if clause == "condition" or not bears_weakening(words, verb, effects):
            continue
        effect = _is_effect(words, verb, effects)
        if clause == "relative" and verb.kind == "be" and not effect and _is_which(words, verb):
            continue
        rank = (_MAIN_EFFECT if effect else _MAIN) if clause == "main" else (3 if effect else 1)
        if rank > best:
            best, chosen = rank, n
    if chosen is not None and best < _MAIN_EFFECT and best != _MAIN:
        behind = range(finites[chosen].at + 1, len(words.tokens))
        if any(words.word(n) in HEDGES for n in behind):
            return None  # "food that raises it tends to …": the main clause comes later and is hedged
    return chosen


def _joined(words: Words, previous: int, verb: Finite) -> bool:
    """Whether "and" or "or" stands between two verbs: a second condition."""
    return any(words.word(n) in ("and", "or") for n in range(previous + 1, verb.lead))


def _is_effect(words: Words, verb: Finite, effects: frozenset[int]) -> bool:
    """Whether the verb is an effect verb, or an auxiliary of one ("will reduce", "is suppressed")."""
    last = verb.at if verb.kind in ("third", "base", "past") else verb.at + 3
    return any(token.start in effects for token in words.tokens[verb.at : last + 1])


def is_hedged(words: Words, verb: Finite, after: int) -> bool:
    """Whether a hedge stands in the verb's clause, as far as the word behind the verb ("appears", "is likely to")."""
    first = verb.lead
    while first > after + 1 and not words.broken[first]:
        first -= 1
    following = words.next_in_clause(verb.at)
    if following in _USUALLY or any(words.word(n) in _USUALLY for n in range(verb.lead, verb.at)):
        return True
    return following in HEDGES or any(words.word(n) in HEDGES for n in range(first, verb.at + 1))


_USUALLY = frozenset(
    "sometimes usually typically generally commonly normally traditionally frequently occasionally".split()
)
"""Adverbs beside which "may" says too little: "may typically help"."""


def _is_which(words: Words, verb: Finite) -> bool:
    """A remark in passing ("…, which is excitatory"), unlike the content of a that-clause."""
    return words.word(verb.lead - 1) in ("which", "who")


def _clause_of(words: Words, verb: Finite, previous: Finite | None) -> str:
    """ "main", "relative" or "condition": by the last clause opener between the verb and the one before it."""
    stop = previous.at if previous is not None else -1
    for n in range(verb.lead - 1, stop, -1):
        word = words.word(n)
        if word in ("which", "whom") and n and words.word(n - 1) in PREPOSITIONS:
            return "condition"
        if word in _RELATIVE and not (word == "that" and (n == 0 or words.broken[n])):
            return "relative"
        if word in _CONDITIONAL and n + 1 < len(words.tokens):
            return "condition"
        if words.broken[n]:
            return "main"
    return "main"


def bears_weakening(words: Words, verb: Finite, effects: frozenset[int] = frozenset()) -> bool:
    """Whether a modal makes sense before this verb: for an effect, not for a story or a definition."""
    before = "" if words.broken[verb.lead] else words.word(verb.lead - 1)
    word = words.word(verb.at)
    if before in ("there", "i", "we", "what", "who", "he", "she", "one") or word in _NO_SUBJECT:
        return False
    if before in ("and", "or") and words.forms.is_form(words.word(verb.lead - 2), "third", "base"):
        return False  # the second half of "makes or breaks"
    if before in _SOURCES or (before == "you" and verb.kind != "modal"):
        return False
    if words.next_in_clause(verb.at) == "then":
        return False  # a step of a procedure ("is then raised")
    after = verb.at + 1
    while is_adverb(words.word(after)) and after < len(words.tokens) and not words.broken[after]:
        after += 1
    follower = "" if after >= len(words.tokens) or words.broken[after] else words.word(after)
    if verb.kind == "be":
        return _predicate_bears(words, verb, after, follower, effects)
    if verb.kind == "have":
        return follower not in ("to", "been", "no", "") and _state_bears(words, verb, after, follower, effects)
    if verb.kind == "do":
        return bool(before) and _main_verb_bears(words, after)
    if verb.kind == "modal":
        return follower != "be" or words.word(after + 1) not in DETERMINERS | {"used", "able", "more", "less"}
    reading = words.forms.base_of(word)
    if reading is None or reading[0] in _STATIC:
        return False
    return words.tokens[verb.at].start in effects or reading[0] in _CLAIMING


def _main_verb_bears(words: Words, after: int) -> bool:
    """The verb behind "does not"."""
    while words.word(after) == "not" or is_adverb(words.word(after)):
        after += 1
    reading = words.forms.base_of(words.word(after))
    return reading is not None and reading[0] not in _STATIC


_SOURCES = frozenset("research studies study evidence data experiments experiment trials results science".split())

_NO_SUBJECT = frozenset("there's here's i'm we're let's you're he's she's".split())


def _predicate_bears(words: Words, verb: Finite, after: int, follower: str, effects: frozenset[int]) -> bool:
    negated = follower == "not"
    if negated:
        after += 1
        follower = words.word(after)
    if not follower or follower in PREPOSITIONS or follower[0].isdigit() or follower in _NO_PREDICATE:
        return False
    if follower in DETERMINERS | {"one"} and follower not in ("more", "less", "much", "both"):
        return (
            not negated
            and follower in ("a", "an", "the", "one")
            and any(words.word(n) in _NOMINAL for n in range(after + 1, min(after + 5, len(words.tokens))))
        )
    past = words.word(verb.at) in BE_PAST or words.word(verb.at) in ("wasn't", "weren't")
    if follower in _RELATIONS:
        return not past
    if follower in _REPORTED or words.word(verb.lead - 1) in ("dose", "doses", "dosage"):
        return False
    effect = words.tokens[after].start in effects
    subject_is_it = words.word(verb.at).startswith("it") or words.word(verb.lead - 1) in ("it", "ii")
    if subject_is_it and words.word(after + 1) in ("to", "that"):
        return False  # "it is good to know", "it is said that"
    reading = words.forms.base_of(follower)
    if reading is not None and reading[1] in ("past", "participle", "ing"):
        by = "by" in (words.word(n) for n in range(after + 1, after + 5))
        return (effect or reading[0] in _CLAIMING) and (by or not past) and reading[0] not in _STATIC
    return (
        follower in _HEALTH_ADJECTIVES
        or follower.startswith("anti-")
        or follower.endswith(("protective", "toxic", "genic"))
    )


_NO_PREDICATE = frozenset("to that when because what how where why being which fda-approved".split())


def _state_bears(words: Words, verb: Finite, after: int, follower: str, effects: frozenset[int]) -> bool:
    """ "has a strong effect" may be weakened, "has two enantiomers" is a fact, "had gone" a story."""
    if words.word(verb.at) in ("had", "hadn't"):
        return False
    if follower in ("a", "an", "the", "some", "many", "several"):
        near = {words.word(n) for n in range(after, min(after + 6, len(words.tokens)))}
        return bool(near & _STATES)
    reading = words.forms.base_of(follower)
    if reading is not None and reading[1] in ("past", "participle"):
        effect = words.tokens[after].start in effects or reading[0] in _CLAIMING
        return effect and reading[0] not in _STATIC | {"give", "make", "become", "fail"}
    return follower in ("effects", "benefits", "beneficial", "positive", "negative")


_STATES = frozenset(
    "effect effects benefit benefits impact role influence action potential risk advantage advantages".split()
)
