"""From YAML lexicon files to the two dictionaries of `Lexicons`.

Runs when the wheel is built or the files have changed, never on the hot path.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from claimlint.lexicons.forms import noun_forms, verb_forms, verb_readings
from claimlint.lexicons.nearest import nearest
from claimlint.lexicons.vocabulary import WILDCARDS
from claimlint.lexicons.yamlfile import YamlFile, load_yaml

KEYS = ("name", "mark", "match", "sources", "entries", "note")
MATCHES = ("exact", "verb", "noun")
VERB_TABLE = "verb-forms"
MAX_GAPS = 2
"""Each `...` multiplies the ways in which a phrase can match."""

READINGS = "verb-readings"
"""Made here: every verb form -> its base and which form it is."""

LEANINGS = ("word-leanings", "opening-leanings")
"""Their entries are written as weight -> words, and used as word -> weight."""


def build_lexicons(
    files: Iterable[Path], extra: Mapping[str, Sequence[str]] | None = None, *, own: Collection[Path] = ()
) -> dict[str, Any]:
    """The fields of `Lexicons` as plain data.

    `extra` maps `mark` or `mark:value` to phrases that a configuration adds. Files among `own` come from a user: they
    leave marks only, for the shape of a table, such as that of verb forms, is what the code relies on.
    Raises ClaimlintError naming file, line and key for anything malformed.
    """
    loaded = [load_yaml(path) for path in sorted(files)]
    for file in loaded:
        if not isinstance(file.data, dict):
            raise file.error("a lexicon is a mapping with name, mark, sources and entries")
        if "mark" not in file.data and Path(file.path) in own:
            raise file.error('the key "mark" is missing')
    data = {Path(f.path).stem: f.data for f in loaded if "mark" not in f.data}
    table = data.get(VERB_TABLE, {}).get("entries", {})
    collected = _Collected()
    for file in loaded:
        if "mark" in file.data:
            _add_file(file, table, collected)
    data[READINGS] = verb_readings(table)
    for name in LEANINGS:
        if name in data:
            data[name] = {**data[name], "entries": _leanings(data[name]["entries"])}
    for key, phrases in (extra or {}).items():
        mark, _, value = key.partition(":")
        for phrase in phrases:
            collected.add(phrase, mark, value)
    return {"words": collected.words, "phrases": collected.sorted_phrases(), "data": data}


def _leanings(by_weight: Mapping[float, str]) -> dict[str, float]:
    return {word: float(weight) for weight, words in by_weight.items() for word in words.split()}


def marks_of(files: Iterable[Path]) -> dict[str, set[str]]:
    """Every mark kind that the files can leave, with its values: for checks and documentation."""
    kinds: dict[str, set[str]] = {}
    for path in files:
        content = load_yaml(path).data
        if isinstance(content, dict) and isinstance(content.get("mark"), str):
            entries = content.get("entries")
            values = entries.keys() if isinstance(entries, dict) else ()
            kinds.setdefault(content["mark"], set()).update(values)
    return kinds


class _Collected:
    """Words and phrases while they are gathered."""

    def __init__(self) -> None:
        self.words: dict[str, list[list[str]]] = {}
        self.phrases: dict[str, dict[str, list[list[Any]]]] = {}

    def add(self, phrase: str, mark: str, value: str) -> None:
        for words in _variants(phrase.lower().replace("’", "'").split()):
            if len(words) == 1:
                pair = [mark, value]
                bucket = self.words.setdefault(words[0], [])
                if pair not in bucket:
                    bucket.append(pair)
            elif words:
                entry = [words[1:], mark, value]
                known = self.phrases.setdefault(words[0], {}).setdefault(words[1], [])
                if entry not in known:
                    known.append(entry)

    def sorted_phrases(self) -> dict[str, dict[str, list[list[Any]]]]:
        return {
            head: {following: sorted(rest, key=lambda entry: -len(entry[0])) for following, rest in by_next.items()}
            for head, by_next in self.phrases.items()
        }


def _variants(words: list[str]) -> list[list[str]]:
    """A phrase, and the ways people hyphenate it: "brain fog" ~ "brain-fog", "anti-aging" ~ "anti aging"."""
    variants = [words]
    plain = not any(word in WILDCARDS for word in words)
    if plain and 2 <= len(words) <= 3 and all(word.isalpha() for word in words):
        variants.append(["-".join(words)])
    if len(words) == 1 and "-" in words[0] and all(part.isalpha() and len(part) > 2 for part in words[0].split("-")):
        variants.append(words[0].split("-"))
    return variants


def _add_file(file: YamlFile, table: Mapping[str, Sequence[str]], collected: _Collected) -> None:
    match = _check_head(file)
    mark, entries = file.data["mark"], file.data["entries"]
    groups = entries if isinstance(entries, dict) else {"": entries}
    for value, phrases in groups.items():
        where = ("entries", value) if isinstance(entries, dict) else ("entries",)
        if not isinstance(phrases, list):
            raise file.error("must be a list of phrases", *where)
        for i, phrase in enumerate(phrases):
            if not isinstance(phrase, str | int | float) or isinstance(phrase, bool) or not str(phrase).strip():
                raise file.error("must be a phrase; quote words such as yes, no, on", *where, i)
            if str(phrase).split()[0] in WILDCARDS:
                raise file.error("a phrase cannot start with a wildcard", *where, i)
            if str(phrase).split().count("...") > MAX_GAPS:
                raise file.error(f"a phrase can hold ... {MAX_GAPS} times at most", *where, i)
            for form in _forms(str(phrase), match, table):
                collected.add(form, mark, value)


def _check_head(file: YamlFile) -> str:
    """How the entries match; raises for an unknown or missing key."""
    data = file.data
    for key in data:
        if key not in KEYS:
            raise file.error(f"unknown key{nearest(key, KEYS)}", key)
    for key in ("name", "sources", "entries"):
        if not data.get(key):
            raise file.error(f'the key "{key}" is missing or empty')
    if not isinstance(data["mark"], str):
        raise file.error("must be a word", "mark")
    match = data.get("match", "exact")
    if match not in MATCHES:
        raise file.error(f'"{match}" is not a way to match{nearest(str(match), MATCHES)}', "match")
    return str(match)


def _forms(phrase: str, match: str, table: Mapping[str, Sequence[str]]) -> list[str]:
    words = phrase.lower().split()
    if match == "verb":
        return [" ".join((form, *words[1:])) for form in verb_forms(words[0], table)]
    if match == "noun":
        return [" ".join((*words[:-1], form)) for form in noun_forms(words[-1])]
    return [phrase]
