"""Safety told without a limit: "zero nasty side effects", "without any risk", "not a single recorded death"."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.language.absolute_grammar import head_of, joined, marked, word_at, words_of
from claimlint.language.model import Mark
from claimlint.language.unit import UnitText

TRIGGERS = frozenset(
    "no zero without free devoid not never don't doesn't won't can't cannot fails none poses posed".split()
)

RISKS = frozenset(
    """risk risks side-effect side-effects ill-effect ill-effects after-effects aftereffects downside downsides drawback
    drawbacks contraindications hazards danger dangers harm toxicity""".split()
)
WEAK = frozenset("danger dangers harm toxicity hazards".split())
""" "A little blood does no harm": alone these are no promise; "zero toxicity" is."""
DEPENDENCE = frozenset("withdrawal withdrawals dependence dependency addiction hangover".split())
"""Behind "without any"; plain "no withdrawal" is what a leaflet says."""
CAUSES = frozenset("have has cause causes produce produces carry bring give generate get do".split())
NOT_OF_HARM = frozenset("factor factors in score scores assessment group groups".split())
"""Behind "no risk": something else."""
EFFECTS = frozenset("effect effects reaction reactions event events".split())
BAD_EFFECTS = frozenset("side adverse ill harmful negative toxic bad unwanted undesirable detrimental".split())
DEATHS = frozenset("death deaths fatality fatalities overdose overdoses".split())
RECORDED = frozenset("known documented recorded reported single confirmed".split())

BETWEEN = RECORDED | frozenset(
    """any a one declared nasty harmful negative adverse bad unwanted undesirable unpleasant potential possible health
    annoying causing having suffering experiencing producing dangerous horrible terrible toxic artificial real actual
    inherent such of the drug medical observable""".split()
)
"""What may stand between "no" and the risk; "serious" and "major" may not: they are limits."""

TOLD_BEFORE = frozenset(
    """reported report noted observed found showed saw were was had experienced recorded there's if when once until
    unless whether i i've i'm my we shown""".split()
)
"""Before "no side effects": a trial or a person tells what happened, or a condition is set."""
TOLD_AFTER = frozenset(
    """was were reported observed seen noted recorded occurred found emerged among compared trial study participants
    patients who associated so yet bias concern been established identified shown documented demonstrated""".split()
)
"""Behind it the same; "without the side effects associated with" compares."""


def risks(text: UnitText) -> Iterator[Mark]:
    """Every claim of the unit that there is no risk at all; not what a trial reported of itself."""
    for i in range(len(text.tokens)):
        at = _behind_denial(text, i)
        if at < 0:
            continue
        last = _risk(text, i, at)
        if last < 0 or not joined(text, i, last) or word_at(text, i - 1) in ("or", "to", "if", "virtually", "almost"):
            continue
        before = set(words_of(text, i - 3, i - 1))
        after = set(words_of(text, last + 1, last + 4))
        if TOLD_BEFORE.isdisjoint(before) and TOLD_AFTER.isdisjoint(after):
            yield marked(text, i, last, "safety")


def _behind_denial(text: UnitText, i: int) -> int:
    """The token behind "no", "free of", "does not cause any", or -1 where no denial starts."""
    word, following = word_at(text, i), word_at(text, i + 1)
    if word in ("no", "zero", "without"):
        return i + 1 + 3 * (words_of(text, i + 1, i + 3) == ["such", "thing", "as"])
    if word == "fails":
        return i + 3 if following == "to" and word_at(text, i + 2) in CAUSES else -1
    if word == "none":
        return i + 2 if following == "of" else -1
    if word in ("free", "devoid"):
        return i + 2 if following in ("of", "from") else -1
    if word in ("not", "never", "cannot") or word.endswith("n't"):
        single = next((n for n in range(i + 1, i + 4) if words_of(text, n, n + 1) == ["a", "single"]), -1)
        if single < 0 and following == "one":
            single = i + 1
        if single > 0:
            return single
        if following in CAUSES:
            at = i + 2 + (word_at(text, i + 2) == "you")
            return at if word_at(text, at) in ("any", "a", "side", "adverse") else -1
    return -1


def _risk(text: UnitText, first: int, at: int) -> int:
    """The last token of "(known) (nasty) side effects" from `at`, or -1."""
    start = at
    while word_at(text, at) in BETWEEN and at - start < 4:
        at += 1
    word, following = word_at(text, at), word_at(text, at + 1)
    skipped = set(words_of(text, start, at - 1))
    if word in BAD_EFFECTS or (skipped & BAD_EFFECTS and word in EFFECTS):
        return head_of(text, at, EFFECTS, 1)
    if word in DEPENDENCE and "any" in skipped:
        return at
    if word in DEATHS:
        return -1 if RECORDED.isdisjoint(skipped) else at
    if word not in RISKS or (word.startswith("risk") and following in NOT_OF_HARM):
        return -1
    at_all = word_at(text, at + 1) == "whatsoever" or words_of(text, at + 1, at + 2) == ["at", "all"]
    if word in WEAK and (word_at(text, first) in ("no", "without") and "any" not in skipped and not at_all):
        return -1
    return at
