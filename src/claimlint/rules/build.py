"""Compiling rule folders: every rule file and lexicon into one plain value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from claimlint.language.kinds import known_kinds
from claimlint.lazy import prepare
from claimlint.lexicons.build import build_lexicons, marks_of
from claimlint.lexicons.shared import shared
from claimlint.lexicons.table import packed
from claimlint.lexicons.vocabulary import packed_vocabulary
from claimlint.lexicons.yamlfile import YamlFile
from claimlint.rules.load import load_rule, own_phrases
from claimlint.rules.pack import ENTRY_TABLES, VERB_READINGS, VOCABULARY, rule_files


def build_pack(folders: Sequence[Path], phrases: Mapping[str, Sequence[str]] | None = None) -> dict[str, Any]:
    """The compiled pack of several rule folders (each with an optional `lexicons/` folder inside), ours first.

    Raises ClaimlintError for anything malformed, and for two rules of one id.
    """
    lexicon_files = [path for folder in folders for path in _files(folder) if path.parent.name == "lexicons"]
    loaded = load_rules(folders, lexicon_files, phrases)
    extra = {mark: list(words) for mark, words in (phrases or {}).items()}
    for _, file in loaded:
        for mark, words in own_phrases(file).items():
            extra.setdefault(mark, []).extend(words)
    rules = sorted((rule for rule, _ in loaded), key=lambda rule: str(rule["id"]))
    own = frozenset(path for folder in folders[1:] for path in _files(folder))
    plain = shared({"rules": rules, **build_lexicons(lexicon_files, extra, own=own)})
    data = plain["data"]
    tables = {
        VOCABULARY: packed_vocabulary(plain.pop("words"), plain.pop("phrases")),
        VERB_READINGS: packed(data.pop(VERB_READINGS)),
        **{name: packed(data.pop(name, {}).get("entries", {})) for name in ENTRY_TABLES},
    }
    return {**plain, "tables": tables, "patterns": prepare()}


def load_rules(
    folders: Sequence[Path], lexicon_files: Sequence[Path], phrases: Mapping[str, Sequence[str]] | None = None
) -> list[tuple[dict[str, Any], YamlFile]]:
    """Every rule of the folders, compiled, with its file."""
    marks = known_kinds(marks_of(lexicon_files)) | frozenset(phrases or ())
    loaded: list[tuple[dict[str, Any], YamlFile]] = []
    seen: dict[str, str] = {}
    for folder in folders:
        for path in _files(folder):
            if path.parent.name == "lexicons":
                continue
            rule, file = load_rule(path, marks)
            if rule["id"] in seen:
                raise file.error(f'the rule "{rule["id"]}" is already in {seen[rule["id"]]}', "id")
            seen[rule["id"]] = str(path)
            loaded.append((rule, file))
    return loaded


def _files(folder: Path) -> list[Path]:
    return [Path(path) for path in rule_files(str(folder))]
