"""Uncited claims: weakened to what an unsourced statement can bear, with a visible slot."""

from __future__ import annotations

import re

from claimlint.rewording.clauses import Finite, Words, finites_of, words_of
from claimlint.rewording.edits import Draft
from claimlint.rewording.model import SLOT
from claimlint.rewording.weaken import Style, weaken
from claimlint.rewording.words import HEDGES, can_be_lowered, is_adverb

_SLOT_ONLY = frozenset({"approval", "prevalence", "state", "need"})
"""Claims of fact rather than of effect: weakening would garble them ("may be approved"); they only need a source."""

_REPORTING = frozenset("studies study research researchers scientists trials evidence data experts doctors science".split())
_SPEAKERS = frozenset("i i'm i've we we've my our".split())
_NOMINAL = frozenset(
    "cause causes factor factors treatment treatments remedy remedies option options way ways trigger triggers source aid "
    "solution risk predictor".split()
)
"""Nouns after "is a" that state an effect, so that "may be a" makes sense; before any other noun it would not."""

_USED = frozenset(
    "used known called named made sold defined found based divided considered believed thought said taken given produced "
    "derived available composed required needed located present due classified categorized grouped referred measured "
    "approved licensed cleared banned authorized authorised registered linked associated studied tested examined recommended prescribed advised listed described discussed made".split()
)
_KNOWN_TO = re.compile(
    r"\b(?:(is|are)|(was|were)|(has|have) been)(?:\s+(?:well|widely|clearly|also|long|repeatedly))?\s+(known|shown|found|demonstrated|proven|proved|"
    r"believed|thought|reported)\s+to\s+",
    re.IGNORECASE,
)
_WEASEL = re.compile(
    r"\b(studies|research|evidence|data|trials)\s+((?:have|has)\s+)?(?:(?:clearly|consistently|now|even|also|repeatedly)\s+)?"
    r"(show|shows|shown|showed|prove|proves|proven|proved|demonstrate|demonstrates|demonstrated|confirm|confirms|confirmed)\b",
    re.IGNORECASE,
)
_NUMBER_FIRST = re.compile(r"[~≈<>+]?\d|(?:About|Around|Approximately|Roughly|Nearly|Almost|Over|Up|Only|Most|Some|The|An?|One|Two|Three|Half)\b")


def reword_claim(draft: Draft) -> None:
    """Weaken the claim if that can be done surely, and ask for a source in any case."""
    request = draft.request
    draft.want_slot()
    block = draft.document.blocks[draft.unit.block]
    if block.kind not in ("paragraph", "item", "caption", "footnote") or not draft.tokens:
        return
    words = words_of(draft.document.prose, draft.tokens, draft.forms)
    if _weaken_reported(draft, words) or _already_weak(draft, words):
        return
    value = _claim_value(draft)
    if value == "statistic" or request.marks.of("statistic"):
        _attribute(draft)
        return
    if value in _SLOT_ONLY or any(token.word in _SPEAKERS for token in words.tokens[:6]):
        return
    effects = frozenset(mark.start for mark in request.marks.of("effect"))
    finites = finites_of(words, effects)
    which = claiming_verb(draft, words, finites, effects)
    if which is not None and _bears_weakening(words, finites[which]):
        weaken(draft, words, finites, which, _style(draft, words, finites[which], value))


def _claim_value(draft: Draft) -> str:
    marks = draft.request.marks.of("claim")
    return marks[0].value if marks else ""


def _already_weak(draft: Draft, words: Words) -> bool:
    """A claim that hedges in its main clause needs only the slot; so does one that is no statement of its own."""
    if draft.request.marks.of("hedge") or draft.request.marks.of("question") or "?" in draft.text[draft.unit.end - 3 : draft.unit.end]:
        return True
    return any(token.word in HEDGES for token in words.tokens)


def _weaken_reported(draft: Draft, words: Words) -> bool:
    """ "is known to raise" -> "may raise"; "studies show" -> "some studies suggest" with the slot to come."""
    prose = draft.document.prose
    known = _KNOWN_TO.search(prose, draft.unit.start, draft.unit.end)
    if known is not None:
        if known.group(2):
            return draft.replace(known.start(4), known.end(4), "reported")
        return draft.replace(known.start(), known.end(), "may ")
    weasel = _WEASEL.search(prose, draft.unit.start, draft.unit.end)
    if weasel is None:
        return False
    verb, perfect = weasel.group(3).lower(), weasel.group(2)
    new = "suggested" if perfect or verb.endswith("ed") else "suggests" if verb.endswith("s") else "suggest"
    return draft.replace(weasel.start(3), weasel.end(3), new)


def _attribute(draft: Draft) -> None:
    """A figure is kept as it is: "According to [source needed], 40% …" where the sentence lets words stand before it."""
    first = draft.tokens[0]
    text = draft.text
    if first.start != draft.unit.start or draft.slot_elsewhere or text[draft.unit.end - 1] not in ".!":
        return
    if not _NUMBER_FIRST.match(text, first.start):
        return
    small = text[first.start].isdigit() or can_be_lowered(draft.document, first, ())
    if not small:
        return
    lowered = text[first.start].lower()
    if draft.replace(first.start, first.start + 1, f"According to {SLOT}, {lowered}"):
        draft.slot = False


def claiming_verb(draft: Draft, words: Words, finites: list[Finite], effects: frozenset[int]) -> int | None:
    """The verb that makes the claim: an effect verb that is finite, else the one that governs it, else the first."""
    if not finites:
        return None
    start, end = draft.request.span
    positions = sorted(n for n, token in enumerate(words.tokens) if token.start in effects and start <= token.start < end)
    if not positions:
        positions = sorted(n for n, token in enumerate(words.tokens) if token.start in effects)
    for position in positions[:1]:
        exact = [n for n, verb in enumerate(finites) if verb.at == position]
        if exact:
            return exact[0]
        governing = [n for n, verb in enumerate(finites) if verb.at < position]
        if governing:
            return _behind_that(words, finites, governing[-1])
    return _behind_that(words, finites, 0)


def _behind_that(words: Words, finites: list[Finite], which: int) -> int:
    """ "This means that it extends life": the claim is made behind "that"."""
    reading = words.forms.base_of(words.word(finites[which].at))
    if reading is not None and reading[0] in _STATIC and words.next_in_clause(finites[which].at) == "that":
        return min(which + 1, len(finites) - 1)
    return which


def _bears_weakening(words: Words, verb: Finite) -> bool:
    """Whether a modal makes sense before this verb."""
    before = "" if words.broken[verb.lead] else words.word(verb.lead - 1)
    if before == "there" or words.word(verb.at) in ("there's", "here's"):
        return False
    after = verb.at + 1
    while is_adverb(words.word(after)) and not words.broken[after]:
        after += 1
    follower = "" if after >= len(words.tokens) or words.broken[after] else words.word(after)
    if verb.kind == "be":
        return _predicate_bears(words, verb, after, follower)
    if verb.kind == "have":
        return follower not in ("to", "been")
    base = words.forms.base_of(words.word(verb.at))
    return base is None or base[0] not in _STATIC


_STATIC = frozenset(
    "include contain consist mean call define refer involve know think believe say claim argue find say suggest show report "
    "state need want try recommend advise like love hope use take eat drink".split()
)
"""Verbs that define, report or describe behaviour; "may contain" would say something else."""


def _predicate_bears(words: Words, verb: Finite, after: int, follower: str) -> bool:
    if not follower or (follower in _USED and words.word(verb.at) not in ("is", "are") or follower in _USED - {"linked", "associated"}) or words.word(verb.at) in ("i'm", "we're", "you're"):
        return False
    if follower in ("a", "an", "the", "one", "not"):
        if follower == "not":
            return words.word(after + 1) not in ("a", "an", "the", "only", *_USED)
        return any(words.word(n) in _NOMINAL for n in range(after + 1, min(after + 5, len(words.tokens))))
    return follower not in ("to", "in", "on", "at", "of", "from", "by", "that", "when", "because", "what", "how", "where", "why", "two", "three", "many", "several")


def _style(draft: Draft, words: Words, verb: Finite, value: str) -> Style:
    """Harms are reported, mechanisms are thought to be; everything else may be."""
    if verb.kind not in ("third", "base", "be"):
        return "may"
    harm = value in ("harm", "safety") or any(
        mark.value == "harm" and mark.start == words.tokens[verb.at].start for mark in draft.request.marks.of("effect")
    )
    if harm and "not" not in (words.word(verb.at + 1),):
        return "reported"
    return "thought" if value == "mechanism" else "may"
