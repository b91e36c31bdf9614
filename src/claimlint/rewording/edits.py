"""Gathering the edits of one unit, so that any number of recipes can work on it and never cut into each other."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimlint.document.model import Document
from claimlint.rewording.model import SLOT, Edit, Request, Suggestion
from claimlint.rewording.tail import Tail, cell_tail, tail_of
from claimlint.rewording.verbs import Form
from claimlint.rewording.words import CLOSED, article_for, capitalised, tokens_of


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
        self.opening = ""
        self.endings = ""
        self.tails: list[str] = []
        self.slot = False
        self.slot_elsewhere = SLOT in self.text[self.unit.start : self.unit.end]
        self._edits: list[Edit] = []
        self._case: int | None = None

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
        self._edits += self._keeping_newlines(start, end, text)
        return True

    def drop(self, start: int, end: int) -> bool:
        """Take words out, with one of the spaces or the pair of commas around them."""
        start, end = self._with_markup(start, end)
        text = self.text
        low, high = self.unit.start, self.unit.end
        after = text[end : end + 1] if end < high else ""
        comma_before = text[low:start].rstrip().endswith(",")
        at_start = not text[low:start].strip(" \t*_\"'“‘(>")
        if after == "," and (comma_before or at_start):
            end += 1
            after = text[end : end + 1]
            if comma_before:
                start = low + len(text[low:start].rstrip()) - 1
        if start == low or text[start - 1] in "\n(\"'“‘*_>" or (text[start - 1] in " \t" and after in (" ", "\t")):
            while end < high and text[end] in " \t":
                end += 1
            if end < high and start == low and text[end] in "\r\n":
                while end < high and text[end] in " \t\r\n":
                    end += 1
        elif text[start - 1] in " \t" and (not after or after in "\r\n.,;:!?)]}\"'”’|<*_"):
            while start > low and text[start - 1] in " \t":
                start -= 1
        made = self.replace(start, end, "")
        if made and at_start:
            self._case = end
        return made

    def drop_words(self, first: int, last: int) -> bool:
        """Take the words `first` to `last` out."""
        return self.drop(self.tokens[first].start, self.tokens[last].end)

    def replace_words(self, first: int, last: int, text: str) -> bool:
        """Put `text` for the words `first` to `last`; a capital at the start of the unit is kept."""
        start, end = self.tokens[first].start, self.tokens[last].end
        if not text:
            return self.drop(start, end)
        if self.text[start].isupper() and (self._opens_sentence(first) or self.tokens[first].word in CLOSED):
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
        token = self.tokens[index]
        return any(token.start < e.end and e.start < token.end for e in self._edits)

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
        return bool(self._edits or self.verbs or self.before or self.opening or self.endings or self.tails or slot)

    # -- putting it together --------------------------------------------------------------------------------------

    def finish(self) -> Suggestion:
        """All changes as edits of the text."""
        edits = [*self._edits, *self._word_edits(), *self._tail_edits(), *self._opening_edits()]
        merged = _merged(sorted((e for e in edits), key=lambda e: (e.start, e.end)), self.text)
        merged = self._with_capital(merged)
        merged = _with_articles(merged, self.text, self.unit.start)
        changes = tuple(e for e in merged if self.text[e.start : e.end] != e.replacement)
        return Suggestion(reworded(self.text, self.unit.start, self.unit.end, changes), changes, self.safe)

    def _limit(self) -> int:
        return max([self.unit.end, *(link.end for link in self.document.links if link.start < self.unit.end <= link.end)])

    def _opens_sentence(self, index: int) -> bool:
        return not self.text[self.unit.start : self.tokens[index].start].strip(" \t*_\"'“‘(>[")

    def _with_markup(self, start: int, end: int) -> tuple[int, int]:
        """Wider by emphasis that holds nothing but the words: "**absolutely**" goes with its stars."""
        text, prose = self.text, self.document.prose
        while start > self.unit.start and end < self.unit.end:
            left, right = text[start - 1], text[end]
            if left == right and left in "*_~" and prose[start - 1] == " " == prose[end]:
                start, end = start - 1, end + 1
                continue
            break
        opened = re.search(r"(?:<(b|i|em|strong|u)>|\[(b|i|u)\])\Z", text[max(self.unit.start, start - 12) : start], re.I)
        closed = re.match(r"</(b|i|em|strong|u)>|\[/(b|i|u)\]", text[end : min(self.unit.end, end + 12)], re.I)
        if opened and closed:
            return start - len(opened.group()), end + len(closed.group())
        return start, end

    def _keeping_newlines(self, start: int, end: int, text: str) -> list[Edit]:
        """One edit, or two around a line break, so that hard-wrapped lines stay wrapped."""
        stretch = self.text[start:end]
        found = re.search(r"[ \t]*(\r?\n)[ \t>]*", stretch)
        if not text or not found or "\n" in stretch[found.end() :]:
            return [Edit(start, end, text)]
        cut, resume = start + found.start(), start + found.end()
        space_after = 1 if self.text[end : end + 1] == " " else 0
        if space_after:
            return [Edit(start, cut, text), Edit(resume, end + space_after, "")]
        return [Edit(start, end, text)]

    def _word_edits(self) -> list[Edit]:
        edits = []
        for index, verb in self.verbs.items():
            token = self.tokens[index]
            word = self.forms.inflect(verb.base, verb.form)
            reading = self.forms.base_of(token.word)
            if reading and reading[0] == verb.base and verb.form == "participle" and reading[1] in ("past", "participle"):
                past = self.forms.inflect(verb.base, "past")
                # The author's own spelling ("fuelled") stays where past and participle look alike.
                word = token.word if past == self.forms.inflect(verb.base, "participle") else word
            original = self.text[token.start : token.end]
            if original[:1].isupper():
                word = word.upper() if original.isupper() and len(original) > 1 else capitalised(word)
            edits.append(Edit(token.start, token.end, word))
        for index, words in self.before.items():
            token = self.tokens[index]
            if self.text[token.start].isupper() and self._opens_sentence(index):
                words = capitalised(words)
                self._lower_token(index, edits)
            edits.append(Edit(token.start, token.start, words))
        return edits

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
        end = min([self.unit.end, *(e.start for e in self._edits if e.end >= self.unit.end and e.start < e.end and not e.replacement)])
        tail = self._tail(end)
        if self.text[tail.at - 1 : tail.at] in (" ", "\n", "\t", ""):
            added = added.lstrip(" ") if added.startswith(" ") else added
        return tail.edits(added, self.text)

    def _tail(self, end: int) -> Tail:
        block = self.document.blocks[self.unit.block]
        if block.kind in ("row", "header") and block.cells:
            return cell_tail(self.document, block.cells, self.request.span)
        return tail_of(self.document, self.request.evidence, self.unit.start, end)

    def _opening_edits(self) -> list[Edit]:
        if not self.opening:
            return []
        at = self.tokens[0].start if self.tokens else self.unit.start
        return [Edit(at, at, self.opening)]

    def _with_capital(self, edits: list[Edit]) -> list[Edit]:
        """A capital again where words at the start of the sentence went."""
        if self._case is None:
            return edits
        for n, edit in enumerate(edits):
            if edit.end == self._case and not edit.replacement:
                first = re.compile(r"[\s*_\"'“‘(]*([a-z])").match(self.text, edit.end)
                if first and not any(e.start <= first.start(1) < e.end for e in edits):
                    edits[n] = Edit(edit.start, first.end(1), self.text[edit.end : first.end(1) - 1] + first.group(1).upper())
                elif first:
                    return [
                        Edit(e.start, e.end, capitalised(e.replacement)) if e.start <= first.start(1) < e.end else e
                        for e in edits
                    ]
        return edits


def reworded(text: str, start: int, end: int, edits: tuple[Edit, ...] | list[Edit]) -> str:
    """`text[start:end]` with the edits applied (sorted, not overlapping)."""
    parts, at = [], start
    for edit in edits:
        parts += [text[at : edit.start], edit.replacement]
        at = edit.end
    parts.append(text[at:end] if at < end else "")
    return "".join(parts)


def _merged(edits: list[Edit], text: str) -> list[Edit]:
    """Edits that touch become one; an insertion into a stretch that goes is kept in its place."""
    merged: list[Edit] = []
    for edit in edits:
        last = merged[-1] if merged else None
        if last is not None and edit.start < last.end:
            if edit.start == edit.end:
                merged[-1] = Edit(last.start, last.end, last.replacement + edit.replacement)
            continue
        if last is not None and edit.start == last.end:
            merged[-1] = Edit(last.start, edit.end, last.replacement + edit.replacement)
        else:
            merged.append(edit)
    return merged


_ARTICLE = re.compile(r"(?<![\w'’-])(an?)([ \t*_\"“(]+|[ \t]*\r?\n[ \t]*)\Z", re.I)
_NEXT_WORD = re.compile(r"[^\w\s]{0,3}([^\W_][\w'’-]*)")


def _with_articles(edits: list[Edit], text: str, low: int) -> list[Edit]:
    """ "a" and "an" made to fit the word that now follows."""
    out: list[Edit] = []
    for edit in edits:
        before = text[max(low, out[-1].end if out else low) : edit.start]
        found = _ARTICLE.search(before)
        new_word = _NEXT_WORD.match(edit.replacement + text[edit.end : edit.end + 60].lstrip(" ") if not edit.replacement else edit.replacement + text[edit.end : edit.end + 60])
        if not found or not new_word:
            out.append(edit)
            continue
        article = article_for(new_word.group(1))
        if article != found.group(1).lower():
            start = edit.start - len(before) + found.start(1)
            kept = article if found.group(1)[0].islower() else article.capitalize()
            edit = Edit(start, edit.end, kept + found.group(2) + edit.replacement)
        out.append(edit)
    return out
