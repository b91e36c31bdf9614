"""Inflected forms for the lexicons: regular English rules, with the irregular verbs of the verb table on top.

The rules are the spelling rules of any English grammar (consonant doubling, -y to -ies, silent -e).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

VOWELS = frozenset("aeiou")


def verb_forms(base: str, table: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Base, third person, past, participle and -ing of a verb; `table` holds those known exactly."""
    known = table.get(base)
    if known is not None:
        return (base, *(form for entry in known for form in entry.split("|") if form))
    return (base, _third(base), _past(base), _gerund(base))


def verb_readings(table: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, str]]:
    """Every form of the verb table -> base and form: base, third, past, participle or ing.

    A form that is past and participle alike counts as past; a base wins over any other reading.
    """
    readings: dict[str, tuple[str, str]] = {}
    for base, row in table.items():
        for name, entry in zip(("third", "past", "participle", "ing"), row, strict=True):
            for form in entry.split("|"):
                readings.setdefault(form, (base, name))
    readings.update((base, (base, "base")) for base in table)
    return readings


def noun_forms(noun: str) -> tuple[str, ...]:
    """Singular and regular plural of a noun or of a phrase's last word."""
    if noun.endswith(("ss", "us", "ics")) or not noun[-1:].isalpha():
        return (noun,) if not noun.endswith("ss") else (noun, noun + "es")
    if noun.endswith("is"):
        return noun, noun[:-2] + "es"
    if noun.endswith("s"):
        return (noun,)
    if noun.endswith(("x", "z", "ch", "sh")):
        return noun, noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        return noun, noun[:-1] + "ies"
    return noun, noun + "s"


def _third(base: str) -> str:
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return base[:-1] + "ied"
    return _doubled(base) + "ed"


def _gerund(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return _doubled(base) + "ing"


def _doubled(base: str) -> str:
    # One syllable, consonant + vowel + consonant: stop -> stopp-; longer verbs are in the table when they double.
    short = sum(letter in VOWELS for letter in base) == 1
    doubles = len(base) > 2 and base[-1] not in "aeiouwxy" and base[-2] in VOWELS and base[-3] not in VOWELS
    return base + base[-1] if short and doubles else base
