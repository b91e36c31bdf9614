"""Gathering the edits of one unit, so that any number of recipes can work on it and never cut into each other."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from claimlint.document.model import Document
from claimlint.language.model import Token
from claimlint.records import NamedTuple
from claimlint.rewording.model import SLOT, Edit, Request, Suggestion
from claimlint.rewording.polish import (
    keeping_lines,
    merged,
    opens_sentence,
    reworded,
    with_articles,
    with_capital,
    with_markup,
    with_space,
)
from claimlint.rewording.tail import Tail, cell_tail, tail_of
from claimlint.rewording.verbs import Form
from claimlint.rewording.words import CLOSED, capitalised, tokens_of

_START = attrgetter("start")


class Verb(NamedTuple):
    """What a verb of the unit becomes."""

    base: str
    form: Form


class Draft:
    """One unit while it is reworded.

    Words are named by their index in `tokens`. A change that would cut into an earlier one is refused: the recipe that
    came first keeps its words.
    """

    def __init__(self, request: Request) -> None:
        self.request = request
        self.document: Document = request.document
        self.unit = request.unit
        self.text = request.document.text
        self.tokens = tokens_of(request.document, request.unit.start, request.unit.end)
        self.forms = request.forms
        self.verbs: dict[int, Verb] = {}
        self.before: dict[int, str] = {}
        self.safe = True
        self.endings = ""
        self.tails: list[str] = []
        self.slot = False
        self.slot_elsewhere = SLOT in self.text[self.unit.start : self.unit.end]
        self._edits: list[Edit] = []
        self._capital_after: int | None = None

    # -- what the recipes call ------------------------------------------------------------------------------------

    def want_slot(self) -> None:
        """Ask for the slot at the end of the statement; a unit never gets two."""
        self.slot = True
        self.safe = False

    def replace(self, start: int, end: int, text: str) -> bool:
        """Put `text` for a stretch of the unit. False when the stretch leaves the unit or is already changed."""
        if start < self.unit.start or end > self._limit() or start > end:
            return False
        if any(start < e.end and e.start < end for e in self._edits) or (start == end and not text):
            return False
        if any(start < self.tokens[i].end and self.tokens[i].start < end for i in self.verbs):
            return False
        self._edits += keeping_lines(self.text, start, end, text)
        return True

    def drop(self, start: int, end: int) -> bool:
        """Take words out, with one of the spaces or the pair of commas around them."""
        low, high = self.unit.start, self.unit.end
        first = opens_sentence(self.document.prose, low, start)
        start, end = with_markup(self.document, low, high, start, end)
        start, end = with_space(self.text, low, high, start, end)
        made = self.replace(start, end, "")
        if made and first:
            self._capital_after = end
        return made

    def drop_words(self, first: int, last: int) -> bool:
        """Take the words `first` to `last` out."""
        return self.drop(self.tokens[first].start, self.tokens[last].end)

    def replace_words(self, first: int, last: int, text: str) -> bool:
        """Put `text` for the words `first` to `last`; a capital at the start of the unit is kept."""
        start, end = self.tokens[first].start, self.tokens[last].end
        if not text:
            return self.drop(start, end)
        opens = self.opens_sentence(first)
        if (self.text[start].isupper() and (opens or self.tokens[first].word in CLOSED)) or (
            self.text[start].isdigit() and opens and first == 0
        ):
            text = capitalised(text)
        return self.replace(start, end, text)

    def insert_after(self, index: int, text: str) -> bool:
        """Put `text` behind a word."""
        return self.replace(self.tokens[index].end, self.tokens[index].end, text)

    def set_verb(self, index: int, base: str, form: Form) -> None:
        """Give a verb another base or form."""
        self.verbs[index] = Verb(base, form)

    def touched(self, index: int) -> bool:
        """Whether a word is already replaced or dropped (a changed verb is not)."""
        return self.changed_within(self.tokens[index].start, self.tokens[index].end)

    def changed_within(self, start: int, end: int) -> bool:
        """Whether anything of a stretch is already replaced or dropped."""
        return any(start < e.end and e.start < end for e in self._edits)

    def base(self, index: int) -> str | None:
        """The base of a verb, as changed so far."""
        if index in self.verbs:
            return self.verbs[index].base
        reading = self.forms.base_of(self.tokens[index].word)
        return reading[0] if reading else None

    @property
    def changed(self) -> bool:
        """Whether anything has been asked for yet."""
        slot = self.slot and not self.slot_elsewhere
        return bool(self._edits or self.verbs or self.before or self.endings or self.tails or slot)

    # -- putting it together --------------------------------------------------------------------------------------

    def finish(self) -> Suggestion:
        """All changes as edits of the text."""
        edits = merged([*self._edits, *self._word_edits(), *self._tail_edits()])
        if self._capital_after is not None:
            edits = with_capital(edits, self.text, self._capital_after)
        edits = with_articles(edits, self.text, self.unit.start)
        changes = tuple(e for e in edits if self.text[e.start : e.end] != e.replacement)
        return Suggestion(reworded(self.text, self.unit.start, self.unit.end, changes), changes, self.safe)

    def _limit(self) -> int:
        """How far edits may reach: to the end of the unit, or of a link that it ends in."""
        links = self.document.links
        n = bisect_left(links, self.unit.end, key=_START) - 1
        return max(self.unit.end, links[n].end) if n >= 0 else self.unit.end

    def opens_sentence(self, index: int) -> bool:
        """Whether a word is the first of the unit, markup and signs aside."""
        return opens_sentence(self.document.prose, self.unit.start, self.tokens[index].start)

    def _word_edits(self) -> list[Edit]:
        """The changed verbs, and the words put in front of verbs."""
        edits = []
        for index, verb in self.verbs.items():
            token = self.tokens[index]
            edits.append(Edit(token.start, token.end, self._inflected(token, verb)))
        for index, added in self.before.items():
            token = self.tokens[index]
            opens = self.text[token.start].isupper() and self.opens_sentence(index)
            if opens:
                self._lower_token(index, edits)
            edits.append(Edit(token.start, token.start, capitalised(added) if opens else added))
        return edits

    def _inflected(self, token: Token, verb: Verb) -> str:
        word = self.forms.inflect(verb.base, verb.form)
        past = self.forms.inflect(verb.base, "past")
        if verb.form == "participle" and word == past and self.forms.base_of(token.word) == (verb.base, "past"):
            word = token.word  # the author's own spelling ("fuelled")
        original = self.text[token.start : token.end]
        if original.isupper() and len(original) > 1:
            return word.upper()
        return capitalised(word) if original[:1].isupper() else word

    def _lower_token(self, index: int, edits: list[Edit]) -> None:
        """Write a word small that no longer opens the sentence."""
        token = self.tokens[index]
        for n, edit in enumerate(edits):
            if edit.start == token.start and edit.end == token.end:
                edits[n] = Edit(edit.start, edit.end, edit.replacement[:1].lower() + edit.replacement[1:])
                return
        if not self.touched(index):
            edits.append(Edit(token.start, token.start + 1, self.text[token.start].lower()))

    def _tail_edits(self) -> list[Edit]:
        slot = f" {SLOT}" if self.slot and not self.slot_elsewhere else ""
        added = self.endings + slot + "".join(f"; {clause}" for clause in dict.fromkeys(self.tails))
        if not added:
            return []
        gone = (e.start for e in self._edits if e.end >= self.unit.end and e.start < e.end and not e.replacement)
        end = min([self.unit.end, *gone])
        tail = self._tail(end)
        if self.text[tail.at - 1 : tail.at] in (" ", "\n", "\t", ""):
            added = added.lstrip(" ") if added.startswith(" ") else added
        return tail.edits(added, self.text)

    def _tail(self, end: int) -> Tail:
        block = self.document.blocks[self.unit.block]
        if block.kind in ("row", "header") and block.cells:
            return cell_tail(self.document, block.cells, self._focus())
        return tail_of(self.document, self.request.evidence, self.unit.start, end)

    def _focus(self) -> tuple[int, int]:
        """The words that the slot of a table row belongs to."""
        kind = {"dose": "dose", "claim": "effect"}.get(self.request.recipe, "")
        marks = self.request.marks.of(kind) if kind else ()
        return (marks[0].start, marks[0].end) if marks else self.request.span
