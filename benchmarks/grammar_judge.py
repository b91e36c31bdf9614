"""An independent judge of the suggestions' grammar: LanguageTool, told of each sentence before and after.

    python benchmarks/grammar_judge.py FOLDER... [--language en-US]

prints every match that LanguageTool has for a suggestion and did not have for the author's sentence, and how many there
are. Single suggestions are judged, and the joint ones of units with several findings. Markup is taken off both, and a
slot is read as a citation. LanguageTool comes from Maven Central (benchmarks/languagetool/pom.xml) at the first run and
needs Java 17 or newer and Maven; claimlint itself needs none of it. The exit code is 1 when a match is neither the
author's (`EXPLAINED`) nor one of its known mistakes (`FALSE_ALARMS`).
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from benchmarks.suggestions import drafts_in, flat, one_by_one, unit_by_unit  # noqa: E402

from claimlint.project.lint import make_linter  # noqa: E402
from claimlint.rewording.model import OPEN_NOTES  # noqa: E402

TOOL = ROOT / "benchmarks" / "languagetool"

EXPLAINED = {
    "UPPERCASE_SENTENCE_START": "the author's sentence begins small, too",
    "ETC_PERIOD": 'the author\'s "etc" without a stop, which LanguageTool accepts only at the very end',
    "COMMA_COMPOUND_SENTENCE": "the author's comma; the sentence was too short before for LanguageTool to miss it",
    "COMMA_COMPOUND_SENTENCE_2": "the same",
    "MORFOLOGIK_RULE": "another form of a word of the author's that LanguageTool knows in one form only",
}
"""Matches of LanguageTool that are the author's doing, by the beginning of their rule, and why. Each is looked into for
every sentence (`is_authors`)."""

FALSE_ALARMS = {
    "TWELFTH_OF_NEVER": 'the verb "may" behind a figure is read as the month',
    "ADMIT_ENJOY_VB": 'the headline "Reported to help …" is read as an active verb',
    "DID_BASEFORM": '"and so does hearing" is read as a question',
}
"""Rules of LanguageTool that misread a sentence which is all right."""

STEM = 6
"""So many letters two forms of a word share."""

_NOTES = re.compile("|".join(map(re.escape, OPEN_NOTES)), re.IGNORECASE)
_MARKUP = re.compile(
    r"!?\[(?P<text>[^\[\]]{0,200})\]\([^()\s]{0,400}\)|<[^<>]{1,400}>|\[/?(?:b|i|u|url|size|color)\b[^\[\]]{0,200}\]"
    r"|\*\*|__|~~|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`|^\s*\||\|\s*$"
)
_ADDRESS = re.compile(r"https?://\S+")


class Pair(NamedTuple):
    """A sentence before and after."""

    place: str
    before: str
    after: str


class Match(NamedTuple):
    """Something that LanguageTool has to say about a sentence."""

    rule: str
    words: str
    message: str


def main() -> int:
    """Print what is new."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    options.add_argument("--language", default="en-US")
    chosen = options.parse_args()
    pairs = list(dict.fromkeys(pairs_in(chosen.folders)))
    told = judge([text for pair in pairs for text in (plain(pair.before), plain(pair.after))], chosen.language)
    rules: Counter[str] = Counter()
    explained: Counter[str] = Counter()
    faulty = 0
    for n, pair in enumerate(pairs):
        new = list(added(told[2 * n], told[2 * n + 1]))
        unexplained = [match for match in new if not is_authors(match, plain(pair.before))]
        faulty += bool(unexplained)
        rules.update(match.rule for match in unexplained)
        explained.update(match.rule for match in new if match not in unexplained)
        for match in unexplained:
            print(f"{pair.place}: {match.rule} “{match.words}”: {match.message}")
            print(f"    - {pair.before}\n    + {pair.after}\n")
    for rule, count in rules.most_common():
        print(f"{count:6}  {rule}")
    for rule, count in explained.most_common():
        print(f"{count:6}  {rule} (explained: {_explanation(rule)})")
    print(f"{len(pairs)} suggestions, {faulty} with a match that the author's sentence did not have")
    return int(faulty > 0)


def is_authors(match: Match, before: str) -> bool:
    """Whether what is explained in general holds of this very sentence."""
    if match.rule in FALSE_ALARMS:
        return True
    if not _explanation(match.rule):
        return False
    if match.rule == "UPPERCASE_SENTENCE_START":
        first = next((char for char in before if char.isalnum()), "")
        return first.islower()
    if match.rule.startswith("MORFOLOGIK_RULE"):
        stem = match.words.lower()[:STEM]
        return any(word.lower().startswith(stem) for word in re.findall(r"[\w-]+", before))
    return match.words.strip() in before


def _explanation(rule: str) -> str:
    return next((why for name, why in {**FALSE_ALARMS, **EXPLAINED}.items() if rule.startswith(name)), "")


def pairs_in(folders: Sequence[Path]) -> Iterator[Pair]:
    """Every suggestion, with the sentence that it is for."""
    linter = make_linter().without_notes()
    for path, text in drafts_in(folders):
        examination = linter.examine(text, path=str(path))
        for changes in (one_by_one(examination), unit_by_unit(examination)):
            for change in changes:
                first = change.findings[0]
                before = text[first.unit_start : first.unit_end]
                yield Pair(f"{path.name}:{first.line}", flat(before), flat(change.suggestion.text))


def plain(text: str) -> str:
    """A sentence without markup; a slot is read as the citation that is to fill it."""
    text = _NOTES.sub("[1]", text)
    text = _MARKUP.sub(lambda match: match["text"] or "", text)
    return " ".join(_ADDRESS.sub("example.org", text).split())


def judge(sentences: Sequence[str], language: str) -> list[list[Match]]:
    """LanguageTool's matches for each sentence."""
    with tempfile.TemporaryDirectory() as folder:
        classpath = Path(folder) / "classpath"
        argv = ["mvn", "-q", "-B", "-f", str(TOOL / "pom.xml"), "dependency:build-classpath"]
        subprocess.run([*argv, f"-Dmdep.outputFile={classpath}"], check=True)
        done = subprocess.run(
            ["java", "-cp", classpath.read_text(), str(TOOL / "Judge.java"), language],
            input="".join(f"{sentence}\n" for sentence in sentences),
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8", check=True,
        )  # fmt: skip
    found: list[list[Match]] = [[] for _ in sentences]
    for line in done.stdout.splitlines():
        number, rule, words, message = line.split("\t", 3)
        found[int(number)].append(Match(rule, words, message))
    return found


def added(before: Sequence[Match], after: Sequence[Match]) -> Iterator[Match]:
    """The matches that came with the suggestion."""
    had = Counter((match.rule, match.words.lower()) for match in before)
    for match in after:
        key = (match.rule, match.words.lower())
        if had[key]:
            had[key] -= 1
        else:
            yield match


if __name__ == "__main__":
    raise SystemExit(main())
