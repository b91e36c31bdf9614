"""Verb forms, from a table that was made at development time (`tools/make_verb_forms.py`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Form = Literal["base", "third", "past", "participle", "ing"]
"""`third`: third person singular; `past` is also given for a participle that looks the same ("lowered")."""

_ORDER: tuple[Form, ...] = ("third", "past", "participle", "ing")


@dataclass(frozen=True, slots=True)
class VerbForms:
    """Looks a form up in both directions. A verb that is not in the table has no forms: nothing is guessed."""

    forms: Mapping[str, tuple[str, str, str, str]]
    """base -> third person, past, participle, -ing."""
    readings: Mapping[str, tuple[str, Form]]
    """Any form, also spellings that are read but never written ("fuelled") -> base and form."""

    @classmethod
    def from_data(cls, data: Mapping[str, Mapping[str, Any]]) -> VerbForms:
        """From the lexicons' data of other shapes (`Lexicons.data`); without the file there are no forms."""
        return cls.from_table(data.get("verb-forms", {}).get("entries", {}))

    @classmethod
    def from_table(cls, table: Mapping[str, Sequence[str]]) -> VerbForms:
        """From base -> [third person, past, participle, -ing]; other spellings of a form follow it after a bar."""
        forms: dict[str, tuple[str, str, str, str]] = {}
        readings: dict[str, tuple[str, Form]] = {}
        for base, row in table.items():
            spellings = [entry.split("|") for entry in row]
            third, past, participle, ing = (entry[0] for entry in spellings)
            forms[base] = (third, past, participle, ing)
            for name, entry in zip(_ORDER, spellings, strict=True):
                for form in entry:
                    readings.setdefault(form, (base, name))
        # The table has no base that is the past of a commoner verb ("found"), so a base may win over other readings.
        readings.update((base, (base, "base")) for base in forms)
        return cls(forms, readings)

    def base_of(self, form: str) -> tuple[str, Form] | None:
        """The verb that a lower-case form belongs to, and which form it is."""
        return self.readings.get(form)

    def inflect(self, base: str, form: Form) -> str:
        """A form of a base; the base itself for a verb that the table does not have."""
        row = self.forms.get(base)
        return base if form == "base" or row is None else row[_ORDER.index(form)]

    def is_form(self, word: str, *names: Form) -> bool:
        """Whether the word is one of these forms of some verb."""
        reading = self.readings.get(word)
        return reading is not None and reading[1] in names
