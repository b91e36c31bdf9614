"""Whom a study was made on, as far as its own title says."""

from __future__ import annotations

from collections.abc import Mapping

from claimlint.evidence.lexicon import SourceLexicon, Words
from claimlint.evidence.model import Population
from claimlint.lazy import lazy
from claimlint.records import NamedTuple

_WORD = lazy(r"[^\W_][^\s,;:()\[\]{}\"“”?!|–—→=<>*]*")
_PREPOSITIONS = frozenset({"in", "of", "among", "on", "from", "for"})
_AFTER = frozenset({"", "in", "after", "during", "with", "by", "following", "and", "or", "using", "fed", "treated"})
_CELLS = frozenset({"cell", "cells"})
_NOT_CELLS = frozenset({"sickle", "mast", "phone", "phones", "stem", "t", "b", "killer", "immune", "blood"})
_CELLS_BEHIND = frozenset(
    {"in", "on", "from", "against", "toward", "towards", "between", "human", "using", "cancer", "carcinoma"}
)
_HANDLED = frozenset({"exposed", "treated", "incubated", "cultured", "in", "after", "grown"})
_MAX_WORDS = 120
"""A title is shorter; a link text that is a whole page need not be read to its end."""


class Studied(NamedTuple):
    """The population, and the species word as the title has it."""

    population: Population
    species: str


NOBODY = Studied("unknown", "")


def split_words(text: str) -> list[str]:
    """Lower-cased words, apostrophes straightened, full stops and slashes at the edges dropped."""
    return [word.rstrip(".'’-/") for word in _WORD.findall(text.lower().replace("’", "'"))]


def population(title: str, lexicon: SourceLexicon) -> Studied:
    """Whom `title` says was studied: words of a species, of people, of cells; products named after animals are none.

    A species and people together are "mixed"; cells of a species count as the animal, cells of nobody named as "cell".
    """
    words = split_words(title)[:_MAX_WORDS]
    if not words or lexicon.population_words.isdisjoint(words):
        return NOBODY
    seen = _Seen()
    lists = lexicon.population
    at = 0
    while at < len(words):
        skip = lists["not_species"].match(words, at)
        if not skip:
            skip = seen.look(words, at, lexicon)
        at += max(skip, 1)
    return seen.verdict()


class _Seen:
    """What the words of one title have said so far."""

    def __init__(self) -> None:
        self.animal = ""
        self.human = False
        self.design = False
        self.cell = False
        self.human_tissue = False

    def look(self, words: list[str], at: int, lexicon: SourceLexicon) -> int:
        lists = lexicon.population
        word = words[at]
        for name in ("cell_phrases", "animal_phrases"):
            length = lists[name].match(words, at)
            if length:
                if name == "cell_phrases":
                    self.cell = True
                else:
                    self.animal = self.animal or " ".join(words[at : at + length])
                return length
        if word in lists["cell"].single or (word == "cells" and _studied_cells(words, at)):
            self.cell = True
        elif word in lists["animal"].single:
            if word not in lists["doubtful"].single or _beside(words, at, lists["tissues"].single):
                self.animal = self.animal or word
        elif word == "human":
            if "and" in (words[at - 1] if at else "", *words[at + 1 : at + 2]):
                self.human = True  # "in the rat and human brain": both were studied
            self._look_at_human(words[at + 1 : at + 5], lists)
        elif word in lists["human"].single:
            self.human = True
        elif lists["human_designs"].match(words, at):
            self.design = True
        return 1

    def _look_at_human(self, after: list[str], lists: Mapping[str, Words]) -> None:
        """ "human liver cells", "human skin explants": people's cells are no people; what stands behind tells."""
        if any(word in _CELLS or word in lists["cell"].single for word in after):
            return
        if not lists["tissues"].single.isdisjoint(after):
            self.human_tissue = True
        else:
            self.human = True

    def verdict(self) -> Studied:
        if self.animal:
            return Studied("mixed" if self.human else "animal", self.animal)
        if self.cell:
            return Studied("mixed" if self.human or self.design else "cell", "")
        if self.human or self.design or self.human_tissue:
            return Studied("human", "")
        return NOBODY


def _studied_cells(words: list[str], at: int) -> bool:
    """Whether a title says that cells were studied ("in glioma cells", "endothelial cells exposed to …").

    What an effect is put down to ("by activation of stem cells") need not have been seen in a dish.
    """
    if words[at - 1 if at else 0] in _NOT_CELLS:
        return False
    if words[at + 1 : at + 2] and words[at + 1] in _HANDLED:
        return True
    return any(word in _CELLS_BEHIND for word in words[max(0, at - 5) : at])


def _beside(words: list[str], at: int, tissues: frozenset[str]) -> bool:
    """Whether a doubtful species word stands where a title puts what was studied: "in obese dogs", "rat liver"."""
    after = words[at + 1] if at + 1 < len(words) else ""
    if after in tissues:
        return True
    near = any(word in _PREPOSITIONS for word in words[max(0, at - 4) : at])
    return near and (words[at].endswith("s") or after in _AFTER)
