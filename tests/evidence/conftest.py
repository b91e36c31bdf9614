"""The shipped source lexicon, and short ways to read a draft and look at what was found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from claimlint.document.model import Document, Format
from claimlint.document.parse import parse
from claimlint.evidence.gather import gather
from claimlint.evidence.lexicon import SourceLexicon
from claimlint.evidence.model import Evidence

LEXICONS = Path(__file__).parents[2] / "rules" / "lexicons"
FILES = ("links", "health-bodies", "journals", "study-populations", "reference-lists")


class Read:
    """A draft that has been read, with its evidence."""

    def __init__(self, text: str, format: Format, lexicon: SourceLexicon) -> None:  # noqa: A002
        self.text = text
        self.document: Document = parse(text, format)
        self.evidence: Evidence = gather(self.document, lexicon)

    def citations(self) -> list[tuple[str, str]]:
        """(form, exact words) of every citation."""
        return [(c.form, self.text[c.start : c.end]) for c in self.evidence.citations]

    def unit(self, words: str) -> int:
        """The unit that holds `words`, which must stand in the draft."""
        at = self.document.unit_at(self.text.index(words))
        assert at >= 0, f"{words!r} stands in no unit"
        return at

    def reason(self, words: str) -> str:
        """Why the unit with `words` is covered, or "-"."""
        coverage = self.evidence.coverage[self.unit(words)]
        return coverage.reason if coverage else "-"

    def covered_by(self, words: str) -> list[str]:
        """The words of the citations that cover the unit with `words`."""
        coverage = self.evidence.coverage[self.unit(words)]
        assert coverage is not None
        return [
            self.text[self.evidence.citations[c].start : self.evidence.citations[c].end] for c in coverage.citations
        ]

    def reasons(self) -> list[str]:
        """The reason of every unit in order, "-" for none."""
        return [coverage.reason if coverage else "-" for coverage in self.evidence.coverage]


Reader = Callable[..., Read]


@pytest.fixture(scope="session")
def data() -> dict[str, object]:
    return {name: yaml.safe_load((LEXICONS / f"{name}.yaml").read_text(encoding="utf-8")) for name in FILES}


@pytest.fixture(scope="session")
def lexicon(data: dict[str, object]) -> SourceLexicon:
    return SourceLexicon.from_data(data)


@pytest.fixture(scope="session")
def read(lexicon: SourceLexicon) -> Reader:
    def reader(text: str, format: Format = "markdown") -> Read:  # noqa: A002
        return Read(text, format, lexicon)

    return reader
