"""Rule files: from YAML to the compiled form, with errors that say where and what would be right."""

from __future__ import annotations

import string
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

from claimlint.document.model import BlockKind
from claimlint.lazy import lazy
from claimlint.lexicons.nearest import nearest
from claimlint.lexicons.yamlfile import KeyPath, YamlFile, load_yaml
from claimlint.rules.model import SEVERITIES

KEYS = (
    "id", "since", "severity", "summary", "message", "why", "when", "report", "every", "reword", "cases",
    "not-for", "sources", "examples", "example", "instead", "lexicon",
    "patterns",
)  # fmt: skip
CASE_KEYS = ("name", "when", "report", "message", "reword", "every")
REQUIRED = ("id", "severity", "summary", "message", "why", "sources", "examples")
RECIPES = ("claim", "dose", "animal", "vendor", "absolute", "slot", "delete", "remove-slot", "none")
FIELDS = ("text", "case")
GROUPS = ("all", "any", "none")
NEIGHBOURS = ("previous", "next")
RULE_ID = lazy(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
MAX_QUERY_DEPTH = 20


def load_rule(path: Path, known_marks: frozenset[str], *, display: str = "") -> tuple[dict[str, Any], YamlFile]:
    """The compiled rule of one file, and the file as read (for its examples and page).

    Raises ClaimlintError naming file, line, key and the nearest valid name.
    """
    file = load_yaml(path, display=display)
    data = file.data
    if not isinstance(data, dict):
        raise file.error("a rule is a mapping of keys such as id, severity, message and when")
    for key in data:
        if key not in KEYS:
            raise file.error(f"unknown key{nearest(key, KEYS)}", key)
    for key in REQUIRED:
        if not data.get(key):
            raise file.error(f'the key "{key}" is missing or empty')
    _check_texts(file)
    if not RULE_ID.match(str(data["id"])):
        raise file.error("must be lower-case words joined by hyphens", "id")
    if path.stem != data["id"]:
        raise file.error(f'must be the file\'s name, "{path.stem}"', "id")
    if data["severity"] not in SEVERITIES:
        hint = nearest(str(data["severity"]), SEVERITIES)
        raise file.error(f'"{data["severity"]}" is not a severity{hint}', "severity")
    patterns = _patterns(file)
    marks = known_marks | {str(entry["mark"]) for entry in _own_lexicon(file)} | {mark for mark, _ in patterns}
    compiled = {
        "id": data["id"],
        "severity": data["severity"],
        "summary": data["summary"].strip(),
        "why": " ".join(data["why"].split()),
        "cases": _cases(file, marks),
        "patterns": patterns,
    }
    return compiled, file


def own_phrases(file: YamlFile) -> dict[str, list[str]]:
    """The phrases that a rule brings along under `lexicon`, as `mark:value` -> phrases."""
    phrases: dict[str, list[str]] = {}
    for entry in _own_lexicon(file):
        phrases.setdefault(entry["mark"], []).extend(str(phrase) for phrase in entry["entries"])
    return phrases


def _own_lexicon(file: YamlFile) -> list[dict[str, Any]]:
    entries = file.data.get("lexicon", [])
    if not isinstance(entries, list):
        raise file.error("must be a list of {mark, entries}", "lexicon")
    for i, entry in enumerate(entries):
        good = isinstance(entry, dict) and isinstance(entry.get("mark"), str) and isinstance(entry.get("entries"), list)
        if not good:
            raise file.error('needs "mark" (a word) and "entries" (a list of phrases)', "lexicon", i)
    return entries


def _patterns(file: YamlFile) -> list[list[str]]:
    from claimlint.rules.patterns import compile_pattern

    entries = file.data.get("patterns", [])
    if not isinstance(entries, list):
        raise file.error("must be a list of {mark, pattern}", "patterns")
    found = []
    for i, entry in enumerate(entries):
        keys = {"mark", "pattern"}
        if not isinstance(entry, dict) or set(entry) != keys or not all(isinstance(v, str) for v in entry.values()):
            raise file.error('needs "mark" (a word) and "pattern" (a regular expression)', "patterns", i)
        try:
            compile_pattern(entry["pattern"])
        except ValueError as error:
            raise file.error(f"is not a regular expression: {error}", "patterns", i, "pattern") from error
        found.append([entry["mark"], entry["pattern"]])
    return found


def _check_texts(file: YamlFile) -> None:
    for key in ("summary", "message", "why"):
        if not isinstance(file.data[key], str):
            raise file.error("must be text", key)
    _check_message(file, file.data["message"], "message")
    examples = file.data["examples"]
    if not isinstance(examples, dict) or not examples.get("flagged") or not examples.get("clean"):
        raise file.error('needs "flagged" and "clean" examples', "examples")
    for key in examples:
        if key not in ("flagged", "clean"):
            raise file.error(f"unknown key{nearest(key, ('flagged', 'clean'))}", "examples", key)
        for i, example in enumerate(examples[key]):
            if not isinstance(example, dict) or not isinstance(example.get("text"), str):
                raise file.error('an example is {text: "..."}', "examples", key, i)


def _check_message(file: YamlFile, message: str, *key: str | int) -> None:
    try:
        parts = [part for part in string.Formatter().parse(message) if part[1] is not None]
    except ValueError as error:
        raise file.error(f"is not a message: {error}", *key) from error
    for _, name, form, conversion in parts:
        if name not in FIELDS:
            raise file.error(f'"{{{name}}}" is not a field{nearest(str(name), FIELDS)}', *key)
        if form or conversion:  # a width could be any number
            raise file.error(f'"{{{name}}}" is written without a format', *key)


def _cases(file: YamlFile, marks: frozenset[str]) -> list[dict[str, Any]]:
    data = file.data
    if "cases" not in data:
        if "when" not in data:
            raise file.error('the key "when" is missing')
        return [_case(file, data, (), data, marks)]
    if not isinstance(data["cases"], list) or not data["cases"]:
        raise file.error("must be a list", "cases")
    cases = []
    for i, case in enumerate(data["cases"]):
        if not isinstance(case, dict):
            raise file.error("must be a mapping with name, when and report", "cases", i)
        for key in case:
            if key not in CASE_KEYS:
                raise file.error(f"unknown key{nearest(key, CASE_KEYS)}", "cases", i, key)
        if "when" not in case:
            raise file.error('the key "when" is missing', "cases", i)
        cases.append(_case(file, case, ("cases", i), data, marks))
    return cases


def _case(
    file: YamlFile, case: dict[str, Any], at: KeyPath, rule: dict[str, Any], marks: frozenset[str]
) -> dict[str, Any]:
    report = case.get("report", rule.get("report", "unit"))
    kinds = [report] if isinstance(report, str) else report
    if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
        raise file.error("must be a mark kind or a list of them", *at, "report")
    for kind in kinds:
        if kind != "unit":
            _check_mark(file, kind, marks, (*at, "report"))
    reword = case.get("reword", rule.get("reword", "slot"))
    if reword not in RECIPES:
        raise file.error(f'"{reword}" is not a rewording{nearest(str(reword), RECIPES)}', *at, "reword")
    message = case.get("message", rule["message"])
    if not isinstance(message, str):
        raise file.error("must be text", *at, "message")
    _check_message(file, message, *at, "message")
    return {
        "name": str(case.get("name", "")),
        "when": _query(file, case["when"], (*at, "when"), marks, 0),
        "report": kinds,
        "message": " ".join(message.split()),
        "reword": reword,
        "every": bool(case.get("every", rule.get("every", False))),
    }


def _query(file: YamlFile, value: Any, at: KeyPath, marks: frozenset[str], depth: int) -> list[Any]:
    if depth > MAX_QUERY_DEPTH:
        raise file.error("is nested too deeply", *at)
    if isinstance(value, str):
        _check_mark(file, value, marks, at)
        return ["mark", value]
    if isinstance(value, list):
        return ["all", [_query(file, part, (*at, i), marks, depth + 1) for i, part in enumerate(value)]]
    if not isinstance(value, dict) or not value:
        raise file.error("must be a mark kind, a list of conditions, or a mapping such as {all: [...]}", *at)
    return ["all", [_operator(file, key, part, (*at, key), marks, depth) for key, part in value.items()]]


def _operator(file: YamlFile, key: str, part: Any, at: KeyPath, marks: frozenset[str], depth: int) -> list[Any]:
    if key in GROUPS:
        parts = part if isinstance(part, list) else [part]
        return [key, [_query(file, p, (*at, i), marks, depth + 1) for i, p in enumerate(parts)]]
    if key in NEIGHBOURS:
        return [key, _query(file, part, at, marks, depth + 1)]
    if key == "block":
        kinds = [part] if isinstance(part, str) else part
        for kind in kinds:
            if kind not in get_args(BlockKind):
                raise file.error(f'"{kind}" is not a kind of block{nearest(str(kind), get_args(BlockKind))}', *at)
        return ["block", kinds]
    if key == "topic":
        return ["topic", str(part)]
    if key == "near":
        return _near(file, part, at, marks)
    known = (*GROUPS, *NEIGHBOURS, "block", "topic", "near")
    raise file.error(f"unknown condition{nearest(key, known)}", *at)


def _near(file: YamlFile, part: Any, at: KeyPath, marks: frozenset[str]) -> list[Any]:
    good = isinstance(part, dict) and isinstance(part.get("marks"), list) and len(part["marks"]) == 2
    if not good or not isinstance(part.get("words"), int):
        raise file.error("is {marks: [a, b], words: n}", *at)
    for i, kind in enumerate(part["marks"]):
        _check_mark(file, kind, marks, (*at, "marks", i))
    return ["near", part["marks"][0], part["marks"][1], part["words"]]


def _check_mark(file: YamlFile, kind: Any, marks: Sequence[str] | frozenset[str], at: KeyPath) -> None:
    if not isinstance(kind, str) or kind not in marks:
        raise file.error(f'"{kind}" is not a mark{nearest(str(kind), marks)}', *at)
