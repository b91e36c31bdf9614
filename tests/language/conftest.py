"""Reading short drafts with the shipped lexicons: what the detectors' tests share."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from claimlint.document.model import Format
from claimlint.document.parse import parse
from claimlint.evidence.gather import gather
from claimlint.evidence.lexicon import SourceLexicon
from claimlint.language.read import read
from claimlint.rules.pack import load_pack


class Seen(NamedTuple):
    """One mark as a user would see it: its value and the words it spans."""

    value: str
    words: str


Marks = Callable[..., list[Seen]]


@pytest.fixture(scope="session")
def marks() -> Marks:
    """`marks(text, kind)`: the marks of one kind in the whole draft, in text order."""
    lexicons = load_pack((), {}).lexicons
    sources = SourceLexicon.from_data(lexicons.data)

    def look(text: str, kind: str, format: Format = "markdown") -> list[Seen]:  # noqa: A002
        document = parse(text, format)
        reading = read(document, gather(document, sources), lexicons)
        units = [unit for unit in reading.units if unit is not None]
        return [Seen(m.value, text[m.start : m.end]) for unit in units for m in unit.of(kind)]

    return look
