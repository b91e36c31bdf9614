"""Conclusions for people drawn some sentences after the animals or cells: "Bottom line: sugar harms the brain".

LABELLING.md, "animal-as-human" (b). The finding is looked for in the few hundred characters before, under the same
heading; people, a limit or a vet among them end the search, because then the conclusion may rest on those.
"""

from __future__ import annotations

from claimlint.language.species_leaps import somebody_says
from claimlint.language.species_named import HEALTHY, ILL, YOU
from claimlint.language.species_words import (
    ANIMALS,
    CONCLUDES,
    ELSEWHERE,
    HUMAN_EVIDENCE,
    LIMITS,
    SAME_FOR_US,
    TALKS_GENERALLY,
    VETERINARY,
)
from claimlint.language.unit import UnitText
from claimlint.lazy import lazy

ALIKE = frozenset(("same", "true", "different", "exception", "including"))
REASONS = frozenset(("reason", "reasons", "excuse", "argument", "another"))
OPENERS = frozenset(
    """conclusion conclusions the bottom take takeaway take-away take-home moral lesson verdict upshot
    summary in appears seems this that that's these it it's which such and so now but thus those their our
    well same imagine therefore hence consequently accordingly we for other""".split()
)
"""The words that open a sentence of which a pattern below could hold: a cheap gate before them."""
FAR_BACK, NEAR_BACK = 700, 400
"""Characters in which the finding stands that a conclusion sums up."""

SUMS_UP = lazy(
    r"^\W{0,6}(?:(?:the\s)?(?:conclusions?|bottom\sline|take-?away|take-?home(?:\smessage)?|moral|lesson|verdict|upshot"
    r"|summary)\s?(?:\*\*)?[:—–-]|in\s(?:conclusion|short|summary|a\snutshell)\b"
    r"|(?:appears|seems)\sto\b)"
)
"""Labels and openings that sum up what came before, and not only in the sentence before; a summary note has no subject:
"Appears to protect the liver"."""
GOOD_NEWS = lazy(
    r"^\W{0,4}(?:(?:and|so|now),?\s)?(?:this|that|these|it|which|such)\s?(?:\w{3,10}\s){0,2}(?:is|['’]s|are|was|sounds"
    r"|comes\sas|offers?|gives?|brings?)\s(?:\w{2,10}\s){0,2}(?:news|hope|relief)\b[^.;?]{0,40}\b(?:(?:for|to)\s"
    r"(?:\w{2,10}\s){0,2}(?:you|us|people|patients|those|anyone|everyone|anybody|everybody|men|women|athletes|runners"
    r"|sufferers|adults|folks|seniors)|(?:fight|battle|war)\sagainst)\b"
)
"""What was found is hailed for people: "This is good news for people with arthritis"."""
FINDINGS = lazy(
    r"^\W{0,4}(?:(?:and|but|so|now|thus),?\s)?(?:this|these|the|such|those|their|our)\s(?:\w{3,12}\s)?(?:findings?"
    r"|results?|discover(?:y|ies)|research|stud(?:y|ies)|experiments?|work|data)\s(?:\w{2,9}ly\s)?(?:may|might|could"
    r"|can|should|will|would|means?|suggests?|shows?|proves?|indicates?|demonstrates?|gives?|offers?)\b[^.;?]{0,80}"
    r"\b(?:you|your|people|patients|men|women|humans|anyone|everyone)\b"
)
"""The finding itself is said to serve people: "This finding may help patients"."""
ONE_MORE_REASON = lazy(
    r"\b(?:another|(?:one|yet)\s(?:more|another)|an?\s(?:good|great|excellent))\s(?:\w{3,9}\s)?(?:reasons?|excuse|argument)"
    r"\s(?:to|for|why)\b(?!\s(?:stud|research|look|investigat|test|fund|further))"
    r"|\banother\s(?:stud(?:y|ies)|findings?)\s(?:that\sshows|which\sshows|showing|to\sshow)\b"
)
"""The finding recommends a habit: "one more reason to drink green tea"."""
MIGHT = lazy(r"\b(?:may|might|could|would)\b")
OF_ANIMALS = lazy(r"\b(?:fe)?males?\b|\b(?:colony|strain|offspring|treated)\b")
"""Words that keep a summary with the animals."""
CELLS = lazy(
    r"\b(?:(?:tests?|experiments?|work|tested|worked|looked|looking)\s(?:on|in|with|at|against)|treated|exposed|examined"
    r"|screened|cultured|grew|took)\s(?:\w{2,12}\s){0,5}cells\b|\bcells\s(?:in\s(?:the\slab|culture|a\s(?:lab\s)?dish|a\stest)|(?:were|was|are)\s(?:then\s)?"
    r"(?:treated|exposed|grown|given))\b"
)
"""Cells as what was studied; "it rebuilds brain cells" speaks of the reader's own."""
PERSONS = lazy(
    r"\b(?:people|persons?|patients?|men|man|women|woman|participants?|volunteers?|subjects?|cohorts?|adults?|children"
    r"|students?|athletes?|trials?|meta-analys[ie]s|reviews?|humans?(?!\s(?:\w{2,12}\s){0,3}cells))\b"
)


def far_conclusion(text: UnitText) -> bool:
    """Whether the unit sums up, for people, animal findings that stand some sentences back: "Conclusion: sugar harms
    the brain", "This is good news for people with arthritis"."""
    prose = text.prose
    back = _reach(text)
    if not back:
        return False
    heading = text.heading()
    section = heading.end if heading is not None else 0
    start = max(section, text.unit.start - back)
    lower, end = text.lower, text.unit.start
    found = ANIMALS.search(lower, start, end) or (back == NEAR_BACK and CELLS.search(lower, start, end))
    if not found or PERSONS.search(lower, start, end) or HUMAN_EVIDENCE.search(lower, start, end):
        return False
    if LIMITS.search(lower, start, end) or VETERINARY.search(lower, start, end) or VETERINARY.search(prose):
        return False
    sourced = text.coverage is not None and (back == FAR_BACK or text.coverage.reason == "own")
    if "species" in text.kinds or sourced or somebody_says(text):
        return False
    return back == NEAR_BACK or (_states_in_general(text) and OF_ANIMALS.search(prose) is None)


def _reach(text: UnitText) -> int:
    """How far back the finding may stand that the unit concludes from; 0 when it draws no conclusion."""
    prose, words = text.prose, text.words
    if text.tokens and text.tokens[0].word in OPENERS:
        if SUMS_UP.match(prose):
            return FAR_BACK
        if GOOD_NEWS.match(prose) or FINDINGS.match(prose) or (CONCLUDES.match(prose) and _promises(text)):
            return NEAR_BACK
    if not words.isdisjoint(ALIKE) and SAME_FOR_US.search(prose):
        return NEAR_BACK
    if not words.isdisjoint(REASONS) and ONE_MORE_REASON.search(prose):
        return NEAR_BACK if "health" in text.kinds or not words.isdisjoint(YOU) else 0
    return 0


def _promises(text: UnitText) -> bool:
    """What an inference says the reader gets ("So your joints heal faster"), or what illness it says is helped ("This
    suggests that the oil might help treat liver damage")."""
    if not any(kind in text.kinds for kind in HEALTHY) or ELSEWHERE.search(text.prose) is not None:
        return False
    if not text.words.isdisjoint(YOU):
        return True
    return (
        "effect" in text.kinds
        and any(kind in text.kinds for kind in ILL)
        and (_states_in_general(text) or MIGHT.search(text.prose) is not None)
        and ANIMALS.search(text.prose) is None
        and OF_ANIMALS.search(text.prose) is None
    )


def _states_in_general(text: UnitText) -> bool:
    """Whether the unit states an effect in the present; told in the past, it reports what was found."""
    if not any(kind in text.kinds for kind in (*HEALTHY, "health")):
        return False
    present = any(text.lower[mark.start : mark.end].split(None, 1)[0].endswith("s") for mark in text.of("effect"))
    return present or TALKS_GENERALLY.search(text.prose) is not None
