"""What a detector gets to see: one unit with its words, its lexical marks and its surroundings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimlint.document.model import Block, Document, Unit
from claimlint.evidence.model import Coverage, Evidence
from claimlint.language.model import Mark, Token
from claimlint.records import NamedTuple


class Surroundings(NamedTuple):
    """What stands around a unit: the scanned unit before it, the sentence that leads in its list or table, the heading
    above it, the header of its table. None where there is none."""

    previous: UnitText | None = None
    lead: UnitText | None = None
    heading: UnitText | None = None
    header: UnitText | None = None


class UnitText(NamedTuple):
    """One unit under study. Offsets of tokens and marks are offsets into `document.text`."""

    document: Document
    evidence: Evidence
    unit: Unit
    block: Block
    lower: str
    """The whole document's prose, lower-cased at equal offsets."""
    tokens: tuple[Token, ...]
    lexical: tuple[Mark, ...]
    """The marks that the lexicons left, sorted by start."""
    kinds: frozenset[str]
    """`kind` and `kind:value` of the lexical marks."""
    verbs: Mapping[str, Sequence[str]]
    """Every known verb form in the draft -> its base, and base, third, past, participle or ing."""
    words: frozenset[str]
    """The words of the tokens: a gate for whatever looks for one of a set."""
    label_end: int
    """The end of a run-in label with its colon ("Dosing: …"), or 0."""
    body: tuple[Token, ...]
    """The tokens behind a run-in label."""
    figures: bool
    """Whether any digit stands in the unit: a gate for whatever looks for numbers."""

    @property
    def prose(self) -> str:
        """The unit's own words, lower-cased."""
        return self.lower[self.unit.start : self.unit.end]

    @property
    def coverage(self) -> Coverage | None:
        """Why the unit counts as sourced, if it does."""
        return self.evidence.coverage[self.unit.index]

    def of(self, kind: str) -> list[Mark]:
        """The lexical marks of one `kind` or `kind:value`."""
        if kind not in self.kinds:
            return []
        name, _, value = kind.partition(":")
        if value:
            return [m for m in self.lexical if m[3] == value and m[0] == name]
        return [m for m in self.lexical if m[0] == name]

    def heading(self) -> Block | None:
        """The nearest heading above the unit."""
        at = self.block.heading
        return self.document.blocks[at] if at >= 0 else None

    def ends_with(self, mark: str) -> bool:
        """Whether the unit's last character, closing quotes, brackets and citation markers aside, is `mark`."""
        prose, unit = self.document.prose, self.unit
        if prose.find(mark, unit.start, unit.end) < 0:
            return False
        tail = prose[unit.start : unit.end].rstrip(" \n\r\t\"'”’)]*_")
        return tail.endswith(mark)
