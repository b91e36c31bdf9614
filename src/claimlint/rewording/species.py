"""Which animal a unit's evidence is from, as the unit, its source's title or the unit before names it."""

from __future__ import annotations

import re

from claimlint.lazy import lazy
from claimlint.rewording.model import Request

PLURALS = {
    "mouse": "mice", "mice": "mice", "murine": "mice", "rat": "rats", "rats": "rats", "rodents": "rodents",
    "rodent": "rodents", "hamster": "hamsters", "hamsters": "hamsters", "gerbil": "gerbils", "gerbils": "gerbils",
    "rabbit": "rabbits", "rabbits": "rabbits", "guinea pig": "guinea pigs", "guinea pigs": "guinea pigs",
    "dog": "dogs", "dogs": "dogs", "beagle": "dogs", "beagles": "dogs", "canine": "dogs", "cat": "cats",
    "cats": "cats", "feline": "cats", "pig": "pigs", "pigs": "pigs", "piglets": "piglets", "porcine": "pigs",
    "minipigs": "minipigs", "sheep": "sheep", "ovine": "sheep", "cow": "cows", "cows": "cows", "bovine": "cattle",
    "horse": "horses", "horses": "horses", "equine": "horses", "monkey": "monkeys", "monkeys": "monkeys",
    "macaque": "macaques", "macaques": "macaques", "primates": "primates", "zebrafish": "zebrafish", "fish": "fish",
    "drosophila": "fruit flies", "fruit fly": "fruit flies", "fruit flies": "fruit flies", "nematode": "worms",
    "nematodes": "worms", "worms": "worms", "elegans": "worms", "yeast": "yeast", "chicken": "chickens",
    "chickens": "chickens", "chicks": "chicks", "frogs": "frogs", "frog": "frogs", "xenopus": "frogs",
    "ewe": "ewes", "ewes": "ewes", "lamb": "lambs", "lambs": "lambs", "goat": "goats", "goats": "goats",
    "mare": "mares", "mares": "mares", "quail": "quails", "quails": "quails", "ferret": "ferrets", "ferrets": "ferrets",
    "vole": "voles", "voles": "voles", "bee": "bees", "bees": "bees", "honeybees": "honeybees", "duck": "ducks",
    "ducks": "ducks", "calf": "calves", "calves": "calves", "cattle": "cattle", "baboon": "baboons",
    "baboons": "baboons", "marmoset": "marmosets", "marmosets": "marmosets", "rhesus": "monkeys",
    "killifish": "killifish",
    "medaka": "medaka", "tadpoles": "tadpoles", "wistar rats": "rats", "organoids": "organoids",
    "animal": "animals", "animals": "animals", "wistar": "rats", "sprague-dawley": "rats",
    "in vitro": "cultured cells", "cell": "cultured cells", "cells": "cultured cells", "cultured": "cultured cells",
    "cell culture": "cultured cells", "cell cultures": "cultured cells", "test tube": "the test tube",
    "test tubes": "the test tube", "petri dish": "the petri dish",
}  # fmt: skip
"""Species words as titles have them -> how a sentence names them after "in"."""

BACK = 5
"""Units before a conclusion in which its finding stands."""

_ANY = lazy(
    rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, PLURALS), key=len, reverse=True))})(?![\w-])", re.IGNORECASE
)


def plural_of(word: str) -> str:
    """A species word for use after "in", "" when it is not known."""
    lower = word.lower().strip()
    if lower in PLURALS:
        return PLURALS[lower]
    found = _ANY.search(lower)
    return PLURALS[found.group()] if found else ""


def in_text(text: str) -> str:
    """The first species that a text names."""
    found = _ANY.search(text)
    return PLURALS[found.group().lower()] if found else ""


def named_in_unit(request: Request) -> str:
    """The species that the unit itself names."""
    for mark in (*request.marks.of("species"), *request.marks.of("cell")):
        named = plural_of(request.document.prose[mark.start : mark.end])
        if named:
            return named
    found = _ANY.search(request.document.prose, request.unit.start, request.unit.end)
    if found is None or found.group().lower() in ("cell", "cells", "cultured", "fish", "yeast", "chicken", "animal"):
        return ""
    return PLURALS[found.group().lower()]


def of_sources(request: Request) -> str:
    """The species that the covering sources' own titles name."""
    evidence = request.evidence
    coverage = evidence.coverage[request.unit.index] if request.unit.index < len(evidence.coverage) else None
    cited = coverage.citations if coverage else ()
    if request.unit.index < len(evidence.unit_citations):
        cited = (*evidence.unit_citations[request.unit.index], *cited)
    for citation in cited:
        for index in evidence.citations[citation].sources:
            source = evidence.sources[index]
            if source.population in ("animal", "cell"):
                return plural_of(source.species) or ("cultured cells" if source.population == "cell" else "animals")
    return ""


def of_previous(request: Request) -> str:
    """The species that the unit before names, or else one of the few before that, under the same heading."""
    document, index = request.document, request.unit.index
    if index > len(document.units):
        return ""
    heading = document.blocks[request.unit.block].heading
    for unit in reversed(document.units[max(0, index - BACK) : index]):
        if document.blocks[unit.block].heading != heading:
            break
        named = in_text(document.prose[unit.start : unit.end])
        if named:
            return named
    return ""
