"""Where an amount stands: its clause, its heading and lead-in, its label, and the words that say what it is for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import attrgetter

from claimlint.language.dose_grammar import Amount
from claimlint.language.dose_labels import label_of
from claimlint.language.dose_words import FREQUENCY, PER_TIME, ROUTE, TIMES
from claimlint.language.listheads import HEAD_MAX, header_of, lead_in
from claimlint.language.model import Mark, Token
from claimlint.language.unit import UnitText
from claimlint.lazy import lazy
from claimlint.records import NamedTuple

DOSE_WORDS = lazy(
    r"\b(?:dos(?:e|es|ed|age|ages|ing)|mega-?dos(?:e|ing)|posology|titrat(?:e|ion|ing)"
    r"|how\s+(?:much\s+)?(?:to|do\s+\w{1,8}|should\s+\w{1,8}|can\s+\w{1,8})\s+"
    r"(?:take|use|apply|inject|administer|run)|how\s+much\W{0,3}$|usage|directions?|administration|regimens?|schedule|"
    r"recommended\s+(?:intake|amount|use|(?:per|a|each)\s+day|daily)|(?:daily|suggested)\s+(?:intake|amount|use)|instructions?"
    r"|serving\s+suggestions?)\b"
)
STACK_WORDS = lazy(
    r"\b(?:stacks?|protocols?|supplement(?:s|ation)?|regimens?|routine|cycle|nootropics?|medications?|meds|treatments?|"
    r"solutions?|recommend(?:ed|ations?)|what\s+(?:i|we)\s+take|to\s+take|vitamins?|longevity|morning|evening"
    r"|bedtime|hormones?|"
    r"peptides?|prevention|remed(?:y|ies)|therap(?:y|ies)|prophyla\w{1,6}|basics|essentials)\b"
)
COOKING_WORDS = lazy(
    r"\b(?:recipes?|ingredients|method|cook(?:ing)?|bak(?:e|ing)|preparation|smoothie|soup|salad|sauce|dough"
    r"|dinner|broth|servings?)\b"
)
NUTRITION_WORDS = lazy(
    r"\b(?:nutrition(?:al)?|nutrients?|macros?|macronutrients|calories|per\s+(?:serving|100)|food\s+sources?"
    r"|contains?|contain"
    r"|composition|food\s+\w{1,12}|sources|rda|daily\s+values?|reference\s+intakes?)\b"
)
STRENGTH_WORDS = lazy(
    r"\b(?:contain(?:s|ing)?|supplement\s+facts|ingredients|per\s+(?:capsule|tablet|pill|serving|vial|ml)"
    r"|each\s+\w{1,12}\s+(?:contains|has|provides)"
    r"|prices?|size|pack|product|available|forms?|label|location|url|store|shop)\b"
)
STUDY_WORDS = lazy(
    r"\b(?:stud(?:y|ies)|trials?|evidence|results?|findings|participants|sample|design|outcomes?|n\s?="
    r"|toxic(?:ity|ology)?|"
    r"overdos\w{0,4}|pharmacokinetics|ld50|history|case\s+(?:report|study)|lab\s+results|labs|bloodwork"
    r"|side\s+effects)\b"
)
CLAUSE_BREAK = lazy(r"[;•→]|[—–](?=\s)|[.!?](?=\s)")
BREAKS = frozenset("but while whereas although though however".split())
UNIT_HEADER = lazy(r"\((?:mg|mcg|µg|μg|g|ml|iu|grams?|units?)(?:\s?/\s?(?:day|d|kg))?\)|\b(?:mg|mcg|iu)\b")
STEP_HEADER = lazy(
    r"\b(?:start(?:ing)?|initial|max(?:imum)?|target|maintenance|threshold|light|common|strong|heavy|recommended|suggested"
    r"|daily|per\sday|morning|evening|night)\b"
)
"""What heads a column of amounts to take, with the unit behind it: "Start (mg)"."""
WINDOW = 300
"""How many characters on either side of an amount can say what it is for."""


class Setting:
    """What the surroundings of a unit say about an amount in it; each question is answered when it is first asked."""

    def __init__(self, around: str, label: str, label_end: int, header: UnitText | None = None) -> None:
        self.around = around
        self.header = header
        """The header of the table that the unit is a row of."""
        self.label = label
        """The unit's own run-in label ("moderate dose"), or ""."""
        self.label_end = label_end

    @cached_property
    def dose(self) -> bool:
        """A heading, lead-in, label or column about doses."""
        return bool(DOSE_WORDS.search(self.label) or DOSE_WORDS.search(self.around))

    @cached_property
    def stack(self) -> bool:
        """A list of things to take."""
        return STACK_WORDS.search(self.around) is not None

    @cached_property
    def cooking(self) -> bool:
        """A recipe."""
        return COOKING_WORDS.search(self.around) is not None

    @cached_property
    def nutrition(self) -> bool:
        """What foods hold."""
        return NUTRITION_WORDS.search(self.around) is not None

    @cached_property
    def strength(self) -> bool:
        """What a product holds."""
        return bool(STRENGTH_WORDS.search(self.around) or STRENGTH_WORDS.search(self.label))

    @cached_property
    def study(self) -> bool:
        """What a study found."""
        return STUDY_WORDS.search(self.around) is not None


class Clause(NamedTuple):
    """The part of a unit round one amount."""

    start: int
    end: int
    tokens: Sequence[Token]
    words: Sequence[str]
    marks: Sequence[Mark]
    """The lexical marks that start in the clause."""
    kinds: frozenset[str]


def setting_of(text: UnitText, header: UnitText | None = None) -> Setting:
    """What heading, lead-in, parents, table header and label say."""
    label, label_end = label_of(text)
    return Setting(" \n ".join(_surroundings(text)), label, label_end, header)


def clause_of(text: UnitText, amount: Amount) -> Clause:
    """The clause that holds `amount`: from the break before it to the break after it, within a window round it."""
    start = max(text.unit.start, amount.start - WINDOW)
    end = min(text.unit.end, amount.end + WINDOW)
    lower, tokens = text.lower, text.tokens
    for match in CLAUSE_BREAK.finditer(lower, start, end):
        if match.end() <= amount.start:
            start = match.end()
        elif match.start() >= amount.end:
            end = match.start()
            break
    first, last = _first(tokens, start), _first(tokens, end)
    for i in range(_first(tokens, amount.start) - 1, first - 1, -1):
        if tokens[i].word in BREAKS:
            first, start = i + 1, tokens[i].end
            break
    for i in range(_first(tokens, amount.end), last):
        if tokens[i].word in BREAKS:
            last, end = i, tokens[i].start
            break
    tokens = tokens[first:last]
    marks = text.lexical[_first(text.lexical, start) : _first(text.lexical, end)]
    kinds: set[str] = set()
    for mark in marks:
        kinds.add(mark.kind)
        kinds.add(f"{mark.kind}:{mark.value}")
    return Clause(start, end, tokens, [token.word for token in tokens], marks, frozenset(kinds))


_START = attrgetter("start")


def _first(spans: Sequence[Token] | Sequence[Mark], offset: int) -> int:
    """The index of the first of the sorted spans that starts at or after `offset`."""
    return bisect_left(spans, offset, key=_START)


def numeric_cells(text: UnitText) -> list[Amount]:
    """Bare numbers of a table row whose column header carries the dose unit ("Dose (mg)" above "25-50")."""
    header = header_of(text.document, text.block)
    if header is None or text.block.kind != "row":
        return []
    found = []
    for (start, end), (h_start, h_end) in zip(text.block.cells, header.cells, strict=False):
        head = text.lower[h_start:h_end]
        unit = UNIT_HEADER.search(head)
        cell = text.lower[start:end].strip()
        told = DOSE_WORDS.search(head) or STEP_HEADER.search(head)
        if unit and told and NUMERIC.fullmatch(cell):
            first = start + text.lower[start:end].index(cell)
            found.append(Amount(first, first + len(cell), "mass", unit.group().strip("()"), cell))
    return found


NUMERIC = lazy(r"[<>~≥≤]?\s?\d[\d.,]{0,8}(?:\s?[-–]\s?\d[\d.,]{0,8})?\+?")


def _surroundings(text: UnitText) -> Iterator[str]:
    document, block = text.document, text.block
    if block.heading >= 0:
        heading = document.blocks[block.heading]
        yield text.lower[heading.start : min(heading.end, heading.start + HEAD_MAX)]
        if heading.heading >= 0 and document.blocks[heading.heading].level < heading.level:
            upper = document.blocks[heading.heading]
            yield text.lower[upper.start : min(upper.end, upper.start + HEAD_MAX)]
    parent = block.parent
    for _ in range(6):
        if parent < 0:
            break
        above = document.blocks[parent]
        yield text.lower[above.start : min(above.end, above.start + HEAD_MAX)]
        if above.parent < 0:
            lead = lead_in(document, above)
            if lead is not None:
                yield text.lower[max(lead.start, lead.end - HEAD_MAX) : lead.end]
        parent = above.parent
    lead = lead_in(document, block)
    if lead is not None:
        yield text.lower[max(lead.start, lead.end - HEAD_MAX) : lead.end]
    header = header_of(document, block)
    if header is not None:
        yield text.lower[header.start : min(header.end, header.start + HEAD_MAX)]


class Place:
    """One amount and everything round it: what the rules of thumb in `dose_advice` ask questions about."""

    __slots__ = ("_set", "_timed", "after", "amount", "at", "clause", "setting", "text", "words")

    def __init__(self, text: UnitText, amount: Amount, setting: Setting, clause: Clause, at: int, after: int) -> None:
        self.text, self.amount, self.setting, self.clause = text, amount, setting, clause
        self.words = clause.words
        self.at = at
        """The index of the amount's first word in the clause."""
        self.after = after
        """The index of the first word behind the amount."""
        self._timed: bool | None = None
        self._set = frozenset(clause.words)

    @property
    def before_words(self) -> Sequence[str]:
        """The last words before the amount."""
        return self.words[max(0, self.at - 7) : self.at]

    @property
    def after_words(self) -> Sequence[str]:
        """The first words behind the amount."""
        return self.words[self.after : self.after + 7]

    def around(self, before: int, after: int) -> set[str]:
        """The words nearest to the amount on both sides."""
        return {*self.words[max(0, self.at - before) : self.at], *self.words[self.after : self.after + after]}

    def any(self, group: frozenset[str]) -> bool:
        """Whether the clause holds a word of `group`."""
        return not group.isdisjoint(self._set)

    def timed(self) -> bool:
        """Whether the clause says how often, when or for how long."""
        if self._timed is None:
            self._timed = (
                any(part in PER_TIME for part in self.amount.per.split("/"))
                or (self._timely() and FREQUENCY.search(self.clause_text()) is not None)
                or self.after_words[:1] in (["am"], ["pm"])
            )
        return self._timed

    def _timely(self) -> bool:
        """Whether the clause holds a word that the pattern of frequencies needs: a cheap gate before it."""
        return not TIMES.isdisjoint(self._set) or any(word[0].isdigit() and len(word) < 4 for word in self._set)

    def frequent(self) -> bool:
        """Whether the clause says how often or by what route."""
        if self.timed():
            return True
        # "oral rehydration salts, two sachets": a route in front of a noun says nothing of the amount.
        return ROUTE.search(self.text.lower, self.amount.end, self.clause.end) is not None or (
            ROUTE.search(self.setting.label) is not None
        )

    def clause_text(self) -> str:
        """The clause, lower-cased."""
        return self.text.lower[self.clause.start : self.clause.end]

    def marked(self, kind: str) -> Iterator[Mark]:
        """The lexical marks of a kind (or `kind:value`) in the clause."""
        name, _, value = kind.partition(":")
        return (mark for mark in self.clause.marks if mark.kind == name and (not value or mark.value == value))

    def start_of(self, index: int) -> int:
        """Where the word with this index starts in the document."""
        return self.clause.tokens[index].start if index < len(self.clause.tokens) else self.amount.start
