"""Verb forms, from a table that was made at development time (`tools/make_verb_forms.py`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from claimlint.lexicons.table import Table
from claimlint.records import NamedTuple

Form = Literal["base", "third", "past", "participle", "ing"]
"""`third`: third person singular; `past` is also given for a participle that looks the same ("lowered")."""

_ORDER: tuple[Form, ...] = ("third", "past", "participle", "ing")


class VerbForms(NamedTuple):
    """Looks a form up in both directions. A verb that is not in the table has no forms: nothing is guessed."""

    forms: Table
    """base -> third person, past, participle, -ing; other spellings of a form follow it after a bar."""
    readings: Table
    """Any form, also spellings that are read but never written ("fuelled") -> base and form."""

    @classmethod
    def from_data(cls, data: Mapping[str, Mapping[str, Any]]) -> VerbForms:
        """From the lexicons' data of other shapes (`Lexicons.data`); without the file there are no forms."""
        forms = data.get("verb-forms", {}).get("entries", {})
        readings = data.get("verb-readings")
        if readings is None:  # not compiled
            from claimlint.lexicons.forms import verb_readings

            readings = verb_readings(forms)
        return cls(*(table if isinstance(table, Table) else Table.of(table) for table in (forms, readings)))

    def base_of(self, form: str) -> tuple[str, Form] | None:
        """The verb that a lower-case form belongs to, and which form it is."""
        reading: tuple[str, Form] | None = self.readings[form]
        return reading

    def inflect(self, base: str, form: Form) -> str:
        """A form of a base; the base itself for a verb that the table does not have."""
        row: Sequence[str] | None = self.forms[base]
        return base if form == "base" or row is None else row[_ORDER.index(form)].partition("|")[0]

    def is_form(self, word: str, *names: Form) -> bool:
        """Whether the word is one of these forms of some verb."""
        reading = self.readings[word]
        return reading is not None and reading[1] in names
