"""Write a word list in its one normal form, and add entries to it from a plain text file.

    python tools/lexicons/pack.py rules/lexicons/*.yaml              normalise: sort, lower-case, drop duplicates
    python tools/lexicons/pack.py --add words.txt LIST.yaml          add "value: phrase, phrase" lines
    python tools/lexicons/pack.py --new LIST.yaml --mark M --match X --source S words.txt
    python tools/lexicons/pack.py --drop words.txt LIST.yaml         take phrases out again

Only for development; needs PyYAML. The YAML files are the truth: this script never brings back what was taken out
by hand. Comments at the head of a list are kept; everything below them is rewritten. One phrase stands under one
value of a list only: the first value that has it keeps it.
"""

from __future__ import annotations

import argparse
import re
import sys
import textwrap
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))
from claimlint.lexicons.forms import noun_forms

PLAIN = re.compile(r"[a-zα-ωéöüè0-9][a-zα-ωéöüèï0-9'’ .*/+-]*[a-zα-ωéöüè0-9*.]|[a-z]")
"""What may stand unquoted in a YAML flow list; words that YAML 1.1 reads as something else are quoted all the same."""

RESERVED = frozenset("y n yes no on off true false null none ~".split())


def scalar(phrase: str) -> str:
    """The phrase as a YAML scalar that every YAML reader takes for a string."""
    plain = PLAIN.fullmatch(phrase) and phrase not in RESERVED
    if plain and isinstance(yaml.safe_load(phrase), str):
        return phrase
    return '"' + phrase.replace("\\", "\\\\").replace('"', '\\"') + '"'


def normal(phrase: object) -> str:
    """Lower case, straight apostrophes, single spaces."""
    return " ".join(str(phrase).replace("’", "'").lower().split())


def as_tokens(phrase: str) -> str:
    """The phrase as the language stage will see it: "ng/dL" is two words, "st. john's" has no point, "nad+" no plus."""
    return " ".join(re.findall(r"\*|\.\.\.|[^\W_]+(?:[-'.][^\W_]+)*%?", normal(phrase)))


def plurals(phrase: str) -> list[str]:
    """The plural forms that `match: noun` adds to a phrase."""
    *rest, last = phrase.split()
    return [" ".join((*rest, form)) for form in noun_forms(last)[1:]]


def read_words(path: Path) -> dict[str, list[str]]:
    """Read `value: phrase, phrase` lines; a line with no colon belongs to the value before it; # starts a comment."""
    found: dict[str, list[str]] = {}
    value = ""
    for raw in path.read_text(encoding="utf-8").splitlines():
        line = raw.split("#")[0].strip()
        head = re.match(r"([a-z][a-z-]*|):(?:\s|$)", line)
        if head:
            value, line = head.group(1), line[head.end() :]
        found.setdefault(value, []).extend(p for p in (as_tokens(p) for p in line.split(",")) if p)
    return {value: phrases for value, phrases in found.items() if phrases}


def dump(path: Path, head: str, data: dict[str, object], entries: dict[str, list[str]]) -> None:
    """Write the list: sorted phrases, each value once, each phrase once."""
    seen: set[str] = set()
    if data.get("match") == "noun":
        # The loader makes the plurals: those that it makes anyway need not stand in the file.
        made = {plural for phrases in entries.values() for p in phrases for plural in plurals(p)}
        entries = {value: [p for p in phrases if p not in made] for value, phrases in entries.items()}
    out = [head] if head else []
    out += [f"name: {data['name']}", f"mark: {data['mark']}"]
    if data.get("match", "exact") != "exact":
        out.append(f"match: {data['match']}")
    out.append("sources:")
    out += [f'  - "{source}"' for source in data["sources"]]  # type: ignore[attr-defined]
    out.append("entries:")
    for value, phrases in entries.items():
        fresh = sorted({normal(p) for p in phrases} - seen)
        seen.update(fresh)
        if not fresh:
            continue
        # An en space keeps a phrase together while the list is wrapped.
        body = ", ".join(scalar(p).replace(" ", "\u2002") for p in fresh)
        text = textwrap.fill(body, 116, break_long_words=False, break_on_hyphens=False).replace("\u2002", " ")
        if list(entries) == [""]:
            out.append(textwrap.indent(f"[\n{textwrap.indent(text, '  ')}\n]", "  "))
        else:
            key = value if value and value not in RESERVED else f'"{value}"'
            out.append(f"  {key}: [\n{textwrap.indent(text, '    ')}\n  ]")
    path.write_text("\n".join(out) + "\n", encoding="utf-8")


def load(path: Path) -> tuple[str, dict[str, Any], dict[str, list[str]]]:
    """The head comments, the fields, and the entries by value."""
    text = path.read_text(encoding="utf-8")
    head = "\n".join(line for line in text.splitlines() if line.startswith("#"))
    data = yaml.safe_load(text)
    entries = data["entries"]
    if isinstance(entries, list):
        entries = {"": entries}
    return head, data, {str(value): [normal(p) for p in phrases] for value, phrases in entries.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--add", type=Path)
    parser.add_argument("--drop", type=Path)
    parser.add_argument("--new", type=Path)
    parser.add_argument("--mark")
    parser.add_argument("--match", default="exact")
    parser.add_argument("--source", action="append", default=[])
    args = parser.parse_args()
    if args.new:
        data: dict[str, Any] = {"name": args.new.stem, "mark": args.mark, "match": args.match, "sources": args.source}
        entries: dict[str, list[str]] = {}
        for words in args.files:
            for value, phrases in read_words(words).items():
                entries.setdefault(value, []).extend(phrases)
        dump(args.new, "", data, entries)
        return
    for path in args.files:
        head, data, entries = load(path)
        if args.add:
            for value, phrases in read_words(args.add).items():
                entries.setdefault(value, []).extend(phrases)
        if args.source:
            data["sources"] = [*data["sources"], *(s for s in args.source if s not in data["sources"])]
        if args.drop:
            gone = {p for phrases in read_words(args.drop).values() for p in phrases}
            entries = {value: [p for p in phrases if p not in gone] for value, phrases in entries.items()}
        dump(path, head, data, entries)
        print(path.name, {value: len(set(phrases)) for value, phrases in entries.items()}, file=sys.stderr)


if __name__ == "__main__":
    main()
