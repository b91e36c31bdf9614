"""Absolute language: which absolute words make a health statement say more than evidence can bear.

LABELLING.md, "absolute-language". Most absolute words are innocent ("always check the label", "total testosterone"), so each
group of the list needs its own company: a word that is absolute anywhere, or one only beside an effect, a cure or another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from claimlint.language.grammar import FIRST_PERSON
from claimlint.language.model import Mark, Token
from claimlint.language.quotes import is_quoted, short_quotes
from claimlint.language.unit import UnitText

RANK = re.compile(r"#1\b|\b100\s%")
FEW = 12
"""In a draft about health a sentence of so few words speaks of what the ones before it spoke of."""

ANYWHERE = frozenset(
    "booster total-effect universal proof safety cure hyperbole certainty instant superlative".split()
)
"""Values that are absolute wherever they stand in a health statement."""

REPORTED_AS = {
    "adverb": "booster", "bare-superlative": "superlative", "everyone": "universal", "verb": "total-effect",
    "bare-safety": "safety", "bare": "hyperbole",
}  # fmt: skip

HEALTH = (
    "health:body", "health:biomarker", "health:process", "health:condition", "health:substance", "health:outcome", "health:practice",
    "claim-phrase:efficacy", "claim-phrase:safety", "claim-phrase:prevalence",
)  # fmt: skip
OF_HEALTH = re.compile(
    r"\b(?:gains?|pumps|side|effects|overdose|fat|heal\w{0,3}|cures?|diseases?|remedy|remedies|elixir|superfoods?|toxicity|toxic|harmless|ag(?:e)?ing|relief|weight|supplement"
    r"|ailments?|treatment|miracle (?:cure|drug|food|supplement)|results are guaranteed|drug)\b"
)
"""Absolute phrases that speak of health by themselves."""

NEGATORS = frozenset(
    """not no never nor neither without hardly rarely seldom scarcely nothing nobody none cannot isn't aren't wasn't weren't don't
    doesn't didn't can't couldn't won't wouldn't shouldn't hasn't haven't hadn't isnt arent doesnt dont didnt cant wont lack lacks
    unlikely unproven far few nowhere""".split()
)
PSEUDO = frozenset(("only", "just", "doubt", "merely", "simply", "question", "matter"))
"""Behind a negator these turn it round: "not only", "no doubt"."""
LIMITERS = frozenset(
    """too almost nearly practically virtually usually often sometimes mostly rarely supposedly allegedly seemingly possibly probably perhaps
    maybe might may typically generally partly partially roughly close kind if whether would-be so-called relatively""".split()
)
REPORTING = frozenset("says say said thinks believes believed argues argued told swear swears insists".split())
"""Somebody else says so."""
CRITICISM = frozenset(
    """claims claim claiming claimed promise promises promised promising advertise advertised advertises advert marketing marketed hype
    hyped scam scams myth myths suspicious beware skeptical sceptical misleading debunk debunked touted touts purported so-called
    alleged allegedly quack quackery bogus hoax exaggerated overhyped overstated pretend""".split()
)
"""Somebody else's claim, under criticism."""
SAFE_WORDS = frozenset(
    """safe harmless effective natural gone cured healed painless reversible curable normal disappear disappeared vanish vanished useless
    ineffective superior works worked work non-toxic nontoxic risk-free resolved recovered healthy""".split()
)
THINGS_THAT_HELP = frozenset(
    """remedy remedies treatment treatments cure cures supplement supplements approach way ways thing things medicine medicines herb herbs
    therapy therapies method methods diet diets food foods vitamin vitamins exercise exercises tool solution antidote protocol drug drugs
    nootropic peptide peptides source defense defence protection intervention predictor weapon option patch pill device product formula""".split()
)
SHARES = frozenset("some many most half few one percent third quarter".split())
"""Before an effect they say that it is not everybody's."""
AFTER_ADVERB = frozenset("and or but in within with after for of by when so all any every the your".split())
"""Behind an adverb that belongs to the verb before it."""
CLOSE = 40
"""How many characters apart two words keep company."""
CAUTION = frozenset("consult ask check read tell avoid wear store see talk speak seek follow keep start use remember make start".split())
"""Verbs of plain advice: "always check the label" promises nothing."""
DEFINITE = frozenset(("adverb", "booster", "universal", "everyone"))
RESTRICTING = frozenset("it them us you my who with that whose in on taking using suffering recovering dealing living the those participants patients subjects groups".split())
"""Behind "everyone", "all of" these name a group: "everyone who smokes"."""
NO_SCOPE = {"without": 2, "lack": 2, "lacks": 2, "few": 2, "far": 2, "no": 4}
"""How many words some negators reach; the others reach six."""
THAT_DENIES = frozenset(
    "mean means meaning evidence proof proven proves think say says said claim claims guarantee imply implies suggest shown show shows indicate believe known clear".split()
)


def marks(text: UnitText, topics: frozenset[str] = frozenset()) -> list[Mark]:
    """The `absolute` marks of a unit. `topics` of the draft: in a health post a sentence need not name health itself."""
    if "absolute-word" not in text.kinds and not RANK.search(text.document.text, text.unit.start, text.unit.end):
        return []
    if text.ends_with("?") or _is_criticism(text):
        return []
    words = [mark for mark in text.of("absolute-word") if mark.value != "mild"]
    words += _ranks(text)
    if not words:
        return []
    healthy = _is_healthy(text, topics)
    terms = [mark for mark in text.of("not-absolute")]
    quotes = short_quotes(text)
    if len(quotes) == 1 and quotes[0][1] - quotes[0][0] >= 0.8 * (text.unit.end - text.unit.start):
        # A tagline in quotation marks is the author's; a quotation has a sentence round it.
        quotes = []
    places = {token.start: i for i, token in enumerate(text.tokens)}
    own = any(token.word in FIRST_PERSON for token in text.tokens)
    # "disappear completely in 40% of patients": the share says that it is not everybody.
    shared = any(token.word.endswith("%") and token.word != "100%" for token in text.tokens)
    found: list[Mark] = []
    kept: list[Mark] = []
    for mark in words:
        at = places.get(mark.start, -1)
        if at < 0 or _inside(mark, terms) or is_quoted(quotes, mark.start) or is_quoted(quotes, mark.end - 1) or _is_limited(text, at, mark):
            continue
        if text.block.kind == "item" and _in_label(text, mark):
            continue
        if shared and mark.value in ("adverb", "total-effect", "everyone"):
            continue
        kept.append(mark)
    for mark in kept:
        at = places[mark.start]
        if mark.value in ANYWHERE:
            sure = healthy or "health:food" in text.kinds or OF_HEALTH.search(text.lower, mark.start, min(text.unit.end, mark.end + 20)) is not None
            sure = sure and not (mark.value == "superlative" and not healthy)
            if own and text.lower.startswith("never", mark.start):
                sure = False
        else:
            sure = _in_company(text, mark, at, kept, healthy)
        if sure:
            found.append(Mark("absolute", mark.start, _span_end(text, mark), REPORTED_AS.get(mark.value, mark.value)))
    return _merged(found)


def _in_label(text: UnitText, mark: Mark) -> bool:
    """Whether the word stands in the run-in title of a list item ("Melts fat: …"): a title is no statement of its own."""
    colon = text.document.prose.find(":", mark.end, mark.end + 40)
    return 0 <= colon < text.unit.end - 1 and mark.start - text.unit.start <= 24 and "." not in text.prose[: colon - text.unit.start]


def _is_criticism(text: UnitText) -> bool:
    return any(token.word in CRITICISM for token in text.tokens)


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
    """"#1", "100 % effective": the word list cannot see the sign."""
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
        term.start < mark.end and mark.start < term.end and term.end - term.start >= mark.end - mark.start for term in terms
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
    company = [other for other in kept if other is not mark and other.start != mark.start and abs(other.start - mark.end) < CLOSE]
    values = {other.value for other in company}
    own = not set(FIRST_PERSON).isdisjoint(token.word for token in tokens)
    if {"off-topic:law", "off-topic:commerce"} & text.kinds and mark.value in ("adverb", "everyone"):
        return False
    if mark.value == "adverb":
        if text.lower[mark.start : mark.end] in ("always", "never") and (own or at == 0 or following[:1] == ["normal"]):
            return False
        if not any(kind in text.kinds for kind in HEALTH) or not SHARES.isdisjoint(token.word for token in tokens[max(0, at - 6) : at]):
            return False
        return healthy and _beside_effect(text, mark, at, last, following, preceding)
    if mark.value == "everyone":
        if following[:1] and (following[0] in RESTRICTING or following[0].endswith("ing")):
            return False
        return healthy and not own and (_beside_effect(text, mark, at, last, following, preceding) or "adverb" in values)
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
    if following[:1] and following[0] in THINGS_THAT_HELP:
        return healthy and "effect" in text.kinds
    return healthy and bool(company)


def _cures(text: UnitText, mark: Mark) -> bool:
    """"Cures anxiety": a verb with a condition for its object."""
    if not text.lower.startswith("cure", mark.start):
        return False
    conditions = [m.start for m in text.of("health:condition")] + [m.start for m in text.of("health:outcome")]
    return any(0 < start - mark.end <= 12 for start in conditions)


def _beside_effect(text: UnitText, mark: Mark, at: int, last: int, following: Sequence[str], preceding: Sequence[str]) -> bool:
    """Whether an effect or a word of safety stands right beside, and no plain advice."""
    if following[:1] and following[0] in CAUTION:
        return False
    if preceding[-1:] and preceding[-1] in ("a", "an", "the", "more", "have", "has", "had", "was", "were", "been") and mark.value == "adverb":
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
        if effect.start >= mark.end and effect.start <= near_end and "," not in text.document.prose[mark.end : effect.start]:
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
