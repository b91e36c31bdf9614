"""Absolute language: which absolute words make a health statement say more than evidence can bear.

LABELLING.md, "absolute-language". Most absolute words are innocent ("always check the label", "total testosterone"),
so each group of the list needs its own company: a word that is absolute anywhere, or one only beside an effect, a
cure or another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claimlint.language.absolute_words import (
    AFTER_ADVERB,
    ANYWHERE,
    CAUTION,
    CLOSE,
    COPULAS,
    CRITICISM,
    DEFINITE,
    FEW,
    HEALTH,
    LIMITERS,
    MANY,
    NEGATORS,
    NO_SCOPE,
    OF_HEALTH,
    PRAISED,
    PSEUDO,
    REPORTED_AS,
    REPORTING,
    RESTRICTING,
    SAFE_WORDS,
    SHARE,
    SHARES,
    THAT_DENIES,
    THINGS_THAT_HELP,
)
from claimlint.language.grammar import FIRST_PERSON
from claimlint.language.model import Mark, Token
from claimlint.language.quotes import is_quoted, short_quotes
from claimlint.language.unit import UnitText

MOST = 60
"""More absolute words than any sentence has: what follows them in a unit of a thousand is not looked at."""
RATIO = frozenset("/–-")
TAGLINE = 0.8
"""A quotation that fills this share of its unit is none."""


def marks(text: UnitText, topics: frozenset[str] = frozenset()) -> list[Mark]:
    """The `absolute` marks of a unit; `topics` of the draft: in a health post a sentence need not name health."""
    words = _candidates(text)
    if not words or text.ends_with("?") or _is_criticism(text):
        return []
    places = {token.start: i for i, token in enumerate(text.tokens)}
    kept = _kept(text, words, places)
    healthy = bool(kept) and _is_healthy(text, topics)
    found = []
    for mark in kept:
        if mark.value in ANYWHERE:
            sure = _stands_alone(text, mark, healthy)
        else:
            sure = _in_company(text, mark, places[mark.start], kept, healthy)
        if sure:
            value = REPORTED_AS.get(mark.value, mark.value)
            found.append(Mark("absolute", mark.start, _span_end(text, mark), value))
    return _merged(found)


def _candidates(text: UnitText) -> list[Mark]:
    """The absolute words of the unit, mild ones aside."""
    source, start, end = text.document.text, text.unit.start, text.unit.end
    signs = source.find("#1", start, end) >= 0 or source.find("100 %", start, end) >= 0
    words = [mark for mark in text.of("absolute-word") if mark.value != "mild"] if "absolute-word" in text.kinds else []
    return [*words, *_ranks(text)][:MOST] if signs else words[:MOST]


def _kept(text: UnitText, words: Sequence[Mark], places: Mapping[int, int]) -> list[Mark]:
    """Those that are no terms, nobody else's words, not limited and no titles."""
    terms = list(text.of("not-absolute"))
    quotes = short_quotes(text)
    if len(quotes) == 1 and quotes[0][1] - quotes[0][0] >= TAGLINE * (text.unit.end - text.unit.start):
        # A tagline in quotation marks is the author's; a quotation has a sentence round it.
        quotes = []
    # "disappear completely in 40% of patients": the share says that it is not everybody.
    shared = SHARE.search(text.prose) is not None
    kept = []
    for mark in words:
        at = places.get(mark.start, -1)
        if at < 0 or _inside(mark, terms) or is_quoted(quotes, mark.start) or is_quoted(quotes, mark.end - 1):
            continue
        if _is_figure(text, mark):
            continue
        if shared and mark.value in ("adverb", "total-effect", "everyone"):
            continue
        if not _is_limited(text, at, mark) and not (text.block.kind == "item" and _in_label(text, mark)):
            kept.append(mark)
    return kept


def _is_figure(text: UnitText, mark: Mark) -> bool:
    """A percentage in a ratio or range ("98%/100%", "80-100%") measures; it does not boost."""
    if not text.lower[mark.start].isdigit():
        return False
    before, after = text.lower[max(0, mark.start - 1) : mark.start], text.lower[mark.end : mark.end + 1]
    return before in RATIO or after in RATIO


def _stands_alone(text: UnitText, mark: Mark, healthy: bool) -> bool:
    """Whether a word that is absolute anywhere stands in a health statement."""
    if text.lower.startswith("never", mark.start) and any(token.word in FIRST_PERSON for token in text.tokens):
        return False
    if mark.value == "superlative":
        return healthy
    near = OF_HEALTH.search(text.lower, mark.start, min(text.unit.end, mark.end + 20))
    return healthy or "health:food" in text.kinds or near is not None


def _in_label(text: UnitText, mark: Mark) -> bool:
    """Whether the word stands in the run-in title of a list item ("Melts fat: …"): a title states nothing itself."""
    colon = text.document.prose.find(":", mark.end, mark.end + 40)
    return (
        0 <= colon < text.unit.end - 1
        and mark.start - text.unit.start <= 24
        and "." not in text.prose[: colon - text.unit.start]
    )


def _is_criticism(text: UnitText) -> bool:
    return not CRITICISM.isdisjoint([token.word for token in text.tokens])


def _is_healthy(text: UnitText, topics: frozenset[str]) -> bool:
    """Whether the unit speaks of health: by its words, or by an effect on the reader or in a draft about health."""
    if any(kind in text.kinds for kind in HEALTH if not kind.startswith("claim")) or _claims_apart(text):
        return True
    reader = any(token.word in ("your", "you") for token in text.tokens)
    if "health:ambiguous" in text.kinds and reader:
        return True
    if "off-topic" in text.kinds:
        return False
    if "effect" in text.kinds and ("health" in topics or reader):
        return True
    return "health" in topics and ("claim-phrase" in text.kinds or len(text.tokens) <= FEW)


def _claims_apart(text: UnitText) -> bool:
    """Whether a phrase of efficacy, safety or prevalence stands in the unit that is not the absolute phrase itself."""
    absolute = [mark for mark in text.of("absolute-word") if mark.value != "mild"]
    for kind in ("claim-phrase:efficacy", "claim-phrase:safety", "claim-phrase:prevalence"):
        for mark in text.of(kind):
            if not any(other.start <= mark.start and mark.end <= other.end for other in absolute):
                return True
    return False


def _ranks(text: UnitText) -> Iterable[Mark]:
    """ "#1", "100 % effective": the word list cannot see the sign."""
    source = text.document.text
    for i, token in enumerate(text.tokens):
        if token.word == "1" and token.start and source[token.start - 1] == "#":
            yield Mark("absolute-word", token.start, token.end, "superlative")
        elif token.word == "100" and source[token.end : token.end + 3].strip()[:1] == "%":
            after = text.tokens[i + 1] if i + 1 < len(text.tokens) else None
            if after is not None and after.word in SAFE_WORDS:
                yield Mark("absolute-word", token.start, after.end, "booster")


def _inside(mark: Mark, terms: Sequence[Mark]) -> bool:
    """Whether a term or a negated form that only looks absolute holds the word."""
    return any(term.start <= mark.start and mark.end <= term.end for term in terms) or any(
        term.start < mark.end and mark.start < term.end and term.end - term.start >= mark.end - mark.start
        for term in terms
    )


def _is_limited(text: UnitText, at: int, mark: Mark) -> bool:
    """Whether the words before it in its clause deny or limit it."""
    tokens = text.tokens
    clause = text.lower.rfind(";", text.unit.start, mark.start)
    for i in range(at - 1, max(-1, at - 7), -1):
        word = tokens[i].word
        if tokens[i].start < clause or word in ("but", "however", "although", "because"):
            return False
        if word == "that" and i and tokens[i - 1].word not in THAT_DENIES:
            return False
        if word == "far" and i and tokens[i - 1].word == "by":
            # "by far the best" denies nothing; "far from the best" does.
            continue
        if word in NEGATORS and at - i <= NO_SCOPE.get(word, 6) and tokens[i + 1].word not in PSEUDO:
            return True
        if word in REPORTING and not (i and tokens[i - 1].word in ("you", "i", "we")):
            return True
        if word in LIMITERS and (mark.value not in ("safety", "proof") or at - i <= 2):
            return True
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""
    return after in ("not", "nothing", "nobody", "none", "depends") and mark.value != "proof"


def _in_company(text: UnitText, mark: Mark, at: int, kept: Sequence[Mark], healthy: bool) -> bool:
    """Whether a word that is absolute only in company has it."""
    tokens = text.tokens
    last = _last(tokens, mark)
    following = [token.word for token in tokens[last + 1 : last + 8]]
    preceding = [token.word for token in tokens[max(0, at - 3) : at]]
    if not healthy and "effect" not in text.kinds:
        return False
    company = [
        other
        for other in kept
        if other is not mark and other.start != mark.start and abs(other.start - mark.end) < CLOSE
    ]
    values = {other.value for other in company}
    own = not set(FIRST_PERSON).isdisjoint(token.word for token in tokens)
    if "off-topic:law" in text.kinds and mark.value in ("adverb", "everyone"):
        return False
    if mark.value == "adverb":
        if text.lower[mark.start : mark.end] in ("always", "never") and (own or at == 0 or following[:1] == ["normal"]):
            return False
        if not any(kind in text.kinds for kind in HEALTH) or not SHARES.isdisjoint(
            token.word for token in tokens[max(0, at - 6) : at]
        ):
            return False
        return healthy and _beside_effect(text, mark, at, last, following, preceding)
    if mark.value == "everyone":
        if following[:1] and (following[0] in RESTRICTING or following[0].endswith("ing")):
            return False
        return (
            healthy and not own and (_beside_effect(text, mark, at, last, following, preceding) or "adverb" in values)
        )
    if mark.value == "bare-superlative":
        itself = text.lower[mark.start : mark.end].rsplit(" ", 1)[-1]
        helps = bool({itself, *following[:4]} & THINGS_THAT_HELP)
        purpose = any(word in ("for", "to", "against", "in", "of") for word in following[:6])
        return healthy and helps and (purpose or text.ends_with("."))
    if mark.value == "verb":
        what = set(following[:2])
        boosted = any(other.value in DEFINITE and 0 <= mark.start - other.end <= 2 for other in kept)
        return healthy and (boosted or bool(what & {"all", "every", "everything", "any"}) or _cures(text, mark))
    if mark.value == "bare-safety":
        return healthy and not values.isdisjoint(("adverb", "everyone", "booster", "safety"))
    ends = last + 1 == len(tokens) and not own
    return healthy and (bool(company) or _praises(text, following, preceding[-1] if ends and preceding else ""))


def _praises(text: UnitText, following: Sequence[str], before_end: str) -> bool:
    """Whether "incredible" stands before an effect or a remedy, or behind "is" at the end of its sentence."""
    if (following[:1] and following[0] in PRAISED) or before_end in COPULAS:
        return True
    helps = not THINGS_THAT_HELP.isdisjoint(following[:3])
    return helps and "effect" in text.kinds


def _cures(text: UnitText, mark: Mark) -> bool:
    """ "Cures anxiety", "wipes out candida": a verb with a condition, or "many" of none, for its object."""
    word = text.lower[mark.start : mark.end]
    if not word.startswith(("cure", "wipe")) or MANY.match(text.lower, mark.end):
        return False
    conditions = [m.start for kind in ("condition", "outcome") for m in text.of(f"health:{kind}")]
    return any(0 < start - mark.end <= 12 for start in conditions)


def _beside_effect(
    text: UnitText, mark: Mark, at: int, last: int, following: Sequence[str], preceding: Sequence[str]
) -> bool:
    """Whether an effect or a word of safety stands right beside, and no plain advice."""
    if following[:1] and following[0] in CAUTION:
        return False
    if (
        preceding[-1:]
        and preceding[-1] in ("a", "an", "the", "more", "have", "has", "had", "was", "were", "been")
        and mark.value == "adverb"
    ):
        # "a fully optimised environment": the adverb belongs to an adjective.
        return False
    if set(following[:1]) & SAFE_WORDS or set(preceding[-1:]) & SAFE_WORDS:
        return True
    tokens = text.tokens
    near_end = tokens[min(len(tokens) - 1, last + 2)].start
    # An adverb at the end of its clause may have its object before it: "kills REM sleep completely,".
    near_start = tokens[max(0, at - (4 if _comma(text, mark.end) else 2))].start
    for effect in text.of("effect"):
        if effect.value == "act":
            continue
        if (
            effect.start >= mark.end
            and effect.start <= near_end
            and "," not in text.document.prose[mark.end : effect.start]
        ):
            return True
        if near_start <= effect.start < mark.start and (
            mark.value == "everyone" or not following or following[0] in AFTER_ADVERB or _comma(text, mark.end)
        ):
            return True
    return False


def _comma(text: UnitText, end: int) -> bool:
    return text.document.prose[end : end + 1] in (",", ".", ";", ")", "!")


def _last(tokens: Sequence[Token], mark: Mark) -> int:
    return next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].start < mark.end), 0)


def _span_end(text: UnitText, mark: Mark) -> int:
    """A booster is shown with the effect that it boosts."""
    if mark.value not in ("adverb", "booster"):
        return mark.end
    for effect in text.of("effect"):
        if 0 < effect.start - mark.end <= 2:
            return effect.end
    return mark.end


def _merged(found: Sequence[Mark]) -> list[Mark]:
    """Overlapping marks as one, the longest."""
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda m: (m.start, -m.end)):
        if kept and mark.start < kept[-1].end:
            continue
        kept.append(mark)
    return kept
