"""How doses are told to readers: the phrases that rewording turns from advice into report."""

from __future__ import annotations

import re

from claimlint.lazy import lazy

AMOUNT = lazy(
    r"(?:(?:about|around|approximately|roughly|up to|at least|no more than|only|just|another)\s)?[~≈<>]?\s?"
    r"(?:\d[\d.,]{0,12}|a|an|one|two|three|four|five|six|half)(?:\s?(?:-|–|—|to|or)\s?\d[\d.,]{0,12})?\s?\+?k?\s?"
    r"(?:x\s?\d[\d.,]{0,12}\s?)?(?:mg|mcg|µg|μg|ug|g|grams?|milligrams?|micrograms?|IU|units?|mL|cc|L|drops?|"
    r"capsules?|caps?|tablets?|tabs?|pills?|scoops?|sprays?|pumps?|patch(?:es)?|teaspoons?|tablespoons?|tsp|tbsp|"
    r"dropperfuls?|lozenges?|softgels?|gumm(?:y|ies)|%)(?!\w)",
    re.IGNORECASE,
)

PLAIN_ORDERS = frozenset(
    "take use inject apply give drink eat swallow ingest dose supplement try consume have get chew administer do "
    "pop".split()
)
"""Orders of which "a dose of … is sometimes used" says the same."""

ORDERS = PLAIN_ORDERS | frozenset(
    "start begin add increase reduce lower raise go aim keep limit mix dissolve combine stick stack repeat titrate "
    "taper cycle load bump stay shoot work split divide "
    "double continue follow put place spray rub inhale sip make buy drop cut boost space microdose up maintain stop "
    "switch spread smoke vape snort insufflate brew boil steep swish gargle gulp massage nebulize nebulise blend heat "
    "sprinkle pour stir draw".split()
)
SECOND_PERSON = {
    "your": "their",
    "yours": "theirs",
    "yourself": "themselves",
    "you": "they",
    "you're": "they are",
    "you've": "they have",
    "you'll": "they will",
}

BEST = lazy(
    r"\bI(?:['’]ve| have)?\s(?:personally\s)?(?:found|find|think|feel)\s(?:that\s)?(?:(?:a\s)?doses?\s(?:of\s)?)?"
    r"(?P<dose>[^,;.!?]{2,60}?)\s(?:(?:to be|to work|works?|worked|is|was|are|were|seems?|seemed)\s(?:the\s)?)?"
    r"(?:best|great|well|ideal|perfect|optimal)\b(?:\s(?:used|taken|dosed)\b)?",
    re.IGNORECASE,
)
"""What one person found best: "I found 6+ grams best"."""

RECOMMEND = lazy(
    r"\b(?:I|we)(?:['’]d| would)?\s(?:(?:personally|usually|generally|also)\s)?(?:recommend|suggest|advise)\s"
    r"(?:(?P<verb>taking|using|trying)\s)?",
    re.IGNORECASE,
)

SHOULD = lazy(
    r"(?:\A|(?<=[.,;:(]\s)|(?<=\band\s)|(?<=\bso\s)|(?<=\n))"
    r"(?P<who>you|one|everyone|anyone|adults|men|women|people|most people|most adults|beginners|users)\s(?:probably\s)?"
    r"(?:should|must|need to|ought to|want to|have to|(?<=you )(?:can|may|could))\s(?:(?:also|probably|simply|just)\s)?"
    r"(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
"""Advice with a subject: "you should take". Matched from the unit's own start."""

DO_WELL = lazy(
    r"\b(?:most|many)\s(?P<people>people|adults|men|women|users|patients|athletes|beginners)\s"
    r"(?:do (?:well|best|fine|great)|feel best|respond (?:well|best)|thrive|need|require|benefit)\s"
    r"(?:(?:on|with|at|to|from)\s)?",
    re.IGNORECASE,
)

ADVISED = lazy(r"\b(?:is|are)\s(?:(?:generally|usually)\s)?(recommended|advised|suggested)\b", re.IGNORECASE)
SHOULD_BE = lazy(r"\b(should|must|needs? to|ha(?:s|ve) to)\sbe\s\w+(?:ed|en|drunk)\b", re.IGNORECASE)

_KINDS = (
    "usual|typical|recommended|standard|normal|common|average|ideal|optimal|suggested|effective|general|good|best|daily|"
    "starting|maintenance|therapeutic|right|proper"
)
DOSE_IS = lazy(
    rf"(?:(?:the|a)\s)?(?:(?:{_KINDS})[\s,]{{1,2}}){{0,4}}(?:dose|dosage|amount)\s"
    r"(?:is usually|is typically|is generally|is about|is|would be|should be|ranges from)\s"
    r"(?:(?:about|around|between)\s)?",
    re.IGNORECASE,
)
"""A sentence that is nothing but a dose: "The recommended dose is 5 g"."""

MORE_THAN_ONE = lazy(
    r"[;:]|,\s|\b(?:and|then|or|but|you|your|until|if|so|because|which|who|when|while|for|as|it|them)\b"
)
"""In an order: a second order, a condition or a reason, which "a dose of …" could not carry."""
