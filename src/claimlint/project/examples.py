"""Rule examples executed as tests: every flagged one must be found, every clean one must not be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, get_args

from claimlint.document.model import Format
from claimlint.errors import ClaimlintError
from claimlint.lexicons.nearest import nearest
from claimlint.lexicons.yamlfile import YamlFile, load_yaml
from claimlint.project.lint import Linter, make_linter
from claimlint.project.model import Finding, Settings
from claimlint.records import NamedTuple
from claimlint.rules.pack import builtin_folder, rule_files

KEYS = ("text", "span", "format", "why")


class Outcome(NamedTuple):
    """One example, and whether the rule did what the example says. `problem` is "" when it did."""

    path: str
    line: int
    rule: str
    text: str
    flagged: bool
    problem: str


def run_examples(paths: Sequence[str] = ()) -> Iterator[Outcome]:
    """Run the examples of the named rule files, or of the built-in rules.

    Raises ClaimlintError for a malformed rule file.
    """
    if paths:
        settings = Settings(rule_paths=_folders(paths))
        files = [_rule_file(path) for path in paths]
    else:
        settings = Settings()
        files = [Path(p) for p in rule_files(builtin_folder()) if Path(p).parent.name != "lexicons"]
    linter = make_linter(settings)
    for path in files:
        yield from _run_file(linter, load_yaml(path))


def _folders(paths: Sequence[str]) -> tuple[str, ...]:
    """The folders of rule files that are not built in."""
    builtin = Path(builtin_folder()).resolve()
    folders = dict.fromkeys(str(Path(path).resolve().parent) for path in paths)
    return tuple(folder for folder in folders if Path(folder) != builtin)


def _rule_file(path: str) -> Path:
    """The file, if it is one that a rule folder's rules are read from."""
    beside = rule_files(str(Path(path).parent))
    if Path(path).name not in {Path(file).name for file in beside if Path(file).parent.name != "lexicons"}:
        raise ClaimlintError("is no rule file: its name ends in .yaml", path=path)
    return Path(path)


def _run_file(linter: Linter, file: YamlFile) -> Iterator[Outcome]:
    rule = str(file.data.get("id", ""))
    for flagged in (True, False):
        key = "flagged" if flagged else "clean"
        for i, example in enumerate(file.data.get("examples", {}).get(key, [])):
            where = ("examples", key, i)
            _check(file, example, where)
            problem = _problem(linter, rule, example, flagged)
            yield Outcome(file.path, file.line(*where), rule, example["text"], flagged, problem)


def _check(file: YamlFile, example: dict[str, Any], where: tuple[str | int, ...]) -> None:
    for name in example:
        if name not in KEYS:
            raise file.error(f"unknown key{nearest(name, KEYS)}", *where, name)
    known = get_args(Format)
    if example.get("format", "markdown") not in known:
        hint = nearest(str(example["format"]), known)
        raise file.error(f'"{example["format"]}" is not a format{hint}', *where, "format")
    if "span" in example and example["span"] not in example["text"]:
        raise file.error("is not in the text", *where, "span")


def _problem(linter: Linter, rule: str, example: dict[str, Any], flagged: bool) -> str:
    text = example["text"]
    result = linter.lint(text, path="example.md", format=example.get("format", "markdown"))
    found = [finding for finding in result.findings if finding.rule == rule]
    if not flagged:
        return f"flagged, but should be clean: “{found[0].text}”" if found else ""
    if not found:
        return "not flagged"
    span = example.get("span")
    if span and not any(_overlaps(finding, text, span) for finding in found):
        return f"flagged elsewhere: “{found[0].text}”"
    return ""


def _overlaps(finding: Finding, text: str, span: str) -> bool:
    start = text.index(span)
    return finding.start < start + len(span) and start < finding.end
