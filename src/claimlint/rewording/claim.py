"""Uncited claims: weakened to what an unsourced statement can bear, with a visible slot."""

from __future__ import annotations

import re

from claimlint.lazy import lazy
from claimlint.rewording.claimverb import claiming_verb
from claimlint.rewording.clauses import Finite, Words, finites_of, words_of
from claimlint.rewording.edits import Draft
from claimlint.rewording.model import SLOT
from claimlint.rewording.weaken import Style, weaken
from claimlint.rewording.words import can_be_lowered

_SLOT_ONLY = frozenset({"approval"})
"""Claims of fact rather than of effect: weakening would garble them ("may be approved"); they only need a source."""

_EFFECTS_ONLY = frozenset({"prevalence", "state", "need"})
"""Weakened only where an effect verb carries them ("TRT often suppresses DHEA"), not "40% of adults are deficient"."""

_SPEAKERS = frozenset("i i'm i've we we've my our".split())
_KNOWN_TO = lazy(
    r"\b(?:(is|are)|(was|were)|(has|have) been)(?:\s(?:well|widely|clearly|also|long|repeatedly))?\s{1,3}"
    r"(known|shown|found|demonstrated|proven|proved)\s{1,3}to(?=\s)",
    re.IGNORECASE,
)
_TO_AGAIN = lazy(
    r"\b(?:and|or)\s+(?:\w+\s+)?to\b|\bfor\s+(?:\w+\s+)?(?:years|decades|centuries)\b|\bsince\b", re.IGNORECASE
)
"""A second infinitive, or a time that knowledge has lasted: "is known to" has to stay then."""

_WEASEL = lazy(
    r"\b(studies|research|evidence|data|trials)\s+((?:have|has)\s+)?(?:(?:clearly|consistently|now|even|also|repeatedly)\s+)?"
    r"(show|shows|shown|showed|prove|proves|proven|proved|demonstrate|demonstrates|demonstrated|confirm|confirms|confirmed)\b",
    re.IGNORECASE,
)
_KNOWING = ("known", "shown", "found", "demonstrated", "proven", "proved")
_SOURCES = ("studies", "research", "evidence", "data", "trials")
"""Pieces of what the two patterns above need."""

_SHARE = lazy(r"(?:\bper\s?cent|%|\b(?:an?|one)\s(?:half|third|quarter|fifth|tenth))\sof\b", re.IGNORECASE)
"""A share of people or things is a figure: it is true or not, and "may" would not make it so."""

_PLAIN = frozenset((base, form) for base in ("fail", "get", "become", "lack") for form in ("third", "base"))
"""Verbs that "is reported to" would make stilted."""

_NUMBER_FIRST = lazy(
    r"[~≈<>+]?\d|(?:About|Around|Approximately|Roughly|Nearly|Almost|Over|Up|Only|Most|Some|The|An?|One|Two|Three|Half)\b"
)


def reword_claim(draft: Draft) -> None:
    """Weaken the claim if that can be done surely, and ask for a source in any case."""
    request = draft.request
    draft.want_slot()
    block = draft.document.blocks[draft.unit.block]
    if (
        draft.text[draft.unit.start : draft.unit.end].isupper()
        or block.kind not in ("paragraph", "item", "caption", "footnote")
        or not draft.tokens
    ):
        return
    prose = draft.document.prose
    words = words_of(prose, draft.tokens, draft.forms)
    if _weaken_reported(draft) or _is_question(draft):
        return
    value = _claim_value(draft)
    if value == "statistic" or request.marks.of("statistic") or _SHARE.search(prose, draft.unit.start, draft.unit.end):
        _attribute(draft)
        return
    if (
        words.word(0) == "according"
        or value in _SLOT_ONLY
        or any(token.word in _SPEAKERS for token in words.tokens[:6])
    ):
        return
    effects = frozenset(mark.start for mark in request.marks.of("effect"))
    finites = finites_of(words, effects)
    which = claiming_verb(words, finites, effects)
    if which is not None and (value not in _EFFECTS_ONLY or words.tokens[finites[which].at].start in effects):
        weaken(draft, words, finites, which, _style(draft, words, finites[which], value))


def _claim_value(draft: Draft) -> str:
    marks = draft.request.marks.of("claim")
    return marks[0].value if marks else ""


def _is_question(draft: Draft) -> bool:
    return bool(draft.request.marks.of("question")) or "?" in draft.text[draft.unit.end - 3 : draft.unit.end]


def _weaken_reported(draft: Draft) -> bool:
    """ "is known to raise" -> "may raise"; "studies show" -> "some studies suggest" with the slot to come."""
    prose = draft.document.prose
    said = prose[draft.unit.start : draft.unit.end].lower()
    known = _KNOWN_TO.search(prose, draft.unit.start, draft.unit.end) if _holds(said, _KNOWING) else None
    if known is not None and not _TO_AGAIN.search(prose, known.end(), draft.unit.end):
        if known.group(2):
            effects = {mark.start for mark in draft.request.marks.of("effect")}
            if not any(known.end() < start <= known.end() + 4 for start in effects):
                return False
            return draft.replace(known.start(4), known.end(4), "reported")
        return draft.replace(known.start(), known.end(), "may")
    weasel = _WEASEL.search(prose, draft.unit.start, draft.unit.end) if _holds(said, _SOURCES) else None
    if weasel is None:
        return False
    verb, perfect = weasel.group(3).lower(), weasel.group(2)
    new = "suggested" if perfect or verb.endswith("ed") else "suggests" if verb.endswith("s") else "suggest"
    return draft.replace(weasel.start(3), weasel.end(3), new)


def _holds(said: str, pieces: tuple[str, ...]) -> bool:
    """Whether any of the pieces stands in a text: much faster than the pattern that needs one of them."""
    return True in [piece in said for piece in pieces]


def _attribute(draft: Draft) -> None:
    """A figure is kept: "According to [source needed], 40% …" where the sentence lets words stand before it."""
    first = draft.tokens[0]
    text = draft.text
    if first.start != draft.unit.start or draft.slot_elsewhere or text[draft.unit.end - 1] not in ".!":
        return
    early = draft.tokens[min(5, len(draft.tokens) - 1)].start
    if not any(char.isdigit() for char in text[first.start : early]) or not _NUMBER_FIRST.match(text, first.start):
        return
    small = text[first.start].isdigit() or can_be_lowered(draft.document, first, (), draft.request.small)
    if not small:
        return
    lowered = text[first.start].lower()
    if draft.replace(first.start, first.start + 1, f"According to {SLOT}, {lowered}"):
        draft.slot = False


def _style(draft: Draft, words: Words, verb: Finite, value: str) -> Style:
    """Harms are reported, mechanisms are thought to be; everything else may be."""
    said = any(words.word(n) == "that" for n in range(verb.lead))
    alone = words.broken[verb.lead]  # "avoid it, disrupts sleep": no subject for "is reported to"
    if verb.kind not in ("third", "base", "be") or said or alone or words.forms.base_of(words.word(verb.at)) in _PLAIN:
        return "may"
    harm = (
        value == "harm"
        or (value == "safety" and verb.kind == "be")
        or any(
            mark.value == "harm" and mark.start == words.tokens[verb.at].start
            for mark in draft.request.marks.of("effect")
        )
    )
    if (
        harm
        and words.word(verb.at + 1) != "not"
        and not words.forms.is_form(words.word(verb.at + 1), "past", "participle")
    ):
        return "reported"
    return "thought" if value == "mechanism" else "may"
