"""Rules may name only marks that exist, so the list of computed marks has to be complete and free of dead names."""

from __future__ import annotations

from pathlib import Path

import drafts_gold
from claimlint.document.formats import format_of
from claimlint.document.parse import parse
from claimlint.evidence.gather import gather
from claimlint.language.kinds import COMPUTED, known_kinds
from claimlint.language.read import read
from claimlint.lexicons.build import marks_of
from claimlint.lexicons.yamlfile import load_yaml
from claimlint.project.lint import make_linter
from claimlint.rules.pack import builtin_folder, rule_files

NOTED = "Zinc may shorten colds [source needed]; this has not been shown here for people."


def texts() -> list[tuple[str, str]]:
    files = [Path(path) for path in rule_files(builtin_folder()) if Path(path).parent.name != "lexicons"]
    examples = [
        (example["text"], example.get("format", "markdown"))
        for file in files
        for group in load_yaml(file).data["examples"].values()
        for example in group
    ]
    drafts = [(draft.text, format_of(draft.path.name)) for draft in drafts_gold.drafts()]
    return [*examples, *drafts, (NOTED, "markdown")]


def test_every_mark_is_known_and_every_computed_kind_occurs() -> None:
    linter = make_linter()
    seen: set[str] = set()
    for text, written in texts():
        document = parse(text, written)  # type: ignore[arg-type]
        reading = read(document, gather(document, linter.sources), linter.lexicons)
        seen.update(kind for unit in reading.units if unit is not None for kind in unit.kinds)
    lexicons = [Path(path) for path in rule_files(builtin_folder()) if Path(path).parent.name == "lexicons"]
    measured = {"dose", "statistic"}  # their value is the amount itself
    unknown = {kind for kind in seen if kind.partition(":")[0] not in measured} - known_kinds(marks_of(lexicons))
    assert unknown == set()
    assert set(COMPUTED) - seen == set()
