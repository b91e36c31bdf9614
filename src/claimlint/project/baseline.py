"""The baseline: findings that were there when claimlint came, and that are not reported as long as they stay.

A finding is known by its file, its rule and the words of its sentence: it may move, be wrapped anew or set in bold.
Once its words are edited it is reported again. When a file is gone, its findings are looked for in the others: a file
that is renamed keeps its baseline.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from claimlint.errors import ClaimlintError
from claimlint.project.housekeeping import HOUSE_RULES
from claimlint.project.located import shown
from claimlint.project.model import FileResult, Finding, Suppressed
from claimlint.records import NamedTuple

VERSION = 1
BEGINNING = 60
"""How many characters of a sentence an entry shows, for people who read it."""
_CITATION = re.compile(r"\[\^?[\d,;\s–-]{1,40}\]")
"""Numbered citations are renumbered by every source that is added above."""
_WORD = re.compile(r"\w+")


class Key(NamedTuple):
    """What a finding is known by; `path` is relative to the baseline's folder, with `/`."""

    path: str
    rule: str
    sentence: str
    """A hash of the sentence's words."""


class Baseline:
    """The entries of a file: how often each finding is known, and how its sentence begins."""

    def __init__(self, path: str) -> None:
        """An empty one that is to be the file `path`."""
        self.path = os.path.abspath(path)
        self.folder = os.path.dirname(self.path)
        self.known: Counter[Key] = Counter()
        self.begins: dict[Key, str] = {}

    def relative(self, path: str) -> str | None:
        """How entries name a file; None for one outside the baseline's folder."""
        name = os.path.relpath(os.path.abspath(path), self.folder).replace(os.sep, "/")
        return None if name.startswith("../") or os.path.isabs(name) else name

    def key_of(self, finding: Finding, result: FileResult) -> Key | None:
        """What a finding is known by; None for one that no baseline holds: those about comments are quickly mended."""
        name = self.relative(result.path)
        if name is None or finding.rule in HOUSE_RULES:
            return None
        return Key(name, finding.rule, fingerprint(result.text[finding.unit_start : finding.unit_end]))

    def add(self, key: Key, sentence: str, count: int = 1) -> None:
        """Know a finding once more."""
        self.known[key] += count
        self.begins.setdefault(key, _beginning(sentence))

    def size(self) -> tuple[int, int]:
        """How many findings it holds, and in how many files."""
        kept = +self.known
        return sum(kept.values()), len({key.path for key in kept})

    def to_json(self) -> bytes:
        """The file: sorted, an entry a line, so that versions of it compare and merge well."""
        entries = [
            {**key._asdict(), "count": count, "begins": self.begins.get(key, "")}
            for key, count in sorted((+self.known).items())
        ]
        listed = "\n" + ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries) if entries else ""
        return f'{{"version": {VERSION}, "findings": [{listed}\n]}}\n'.encode("utf-8", "surrogateescape")


class Use:
    """A baseline in the course of a run: what of it has been met."""

    def __init__(self, baseline: Baseline) -> None:
        self.baseline = baseline
        self._left = Counter(baseline.known)
        self._orphans: dict[tuple[str, str], list[Key]] | None = None

    def applied(self, result: FileResult) -> tuple[list[Finding], list[Suppressed]]:
        """The findings of a draft that are new, and those that are known."""
        fresh: list[Finding] = []
        known: list[Suppressed] = []
        for finding in result.findings:
            if self.meet(self.baseline.key_of(finding, result)):
                known.append(Suppressed(finding, "baseline"))
            else:
                fresh.append(finding)
        return fresh, known

    def meet(self, key: Key | None) -> Key | None:
        """The entry that a finding is known by, used up once; None for a new one."""
        if key is None:
            return None
        if not self._left[key]:
            key = self._orphan(key)
        if key is not None:
            self._left[key] -= 1
        return key

    def unmet(self) -> Counter[Key]:
        """The entries that no finding has met so far."""
        return +self._left

    def _orphan(self, key: Key) -> Key | None:
        """An entry with the same rule and words in a file that is gone."""
        if self._orphans is None:
            self._orphans = {}
            gone = self.gone()
            for known in sorted(self._left, reverse=True):
                if known.path in gone:
                    self._orphans.setdefault((known.rule, known.sentence), []).append(known)
        candidates = self._orphans.get((key.rule, key.sentence), [])
        while candidates and not self._left[candidates[-1]]:
            candidates.pop()
        return candidates[-1] if candidates else None

    def gone(self) -> set[str]:
        """The files of entries that are no longer there."""
        names = {key.path for key in self._left}
        return {name for name in names if not os.path.lexists(os.path.join(self.baseline.folder, name))}


def fingerprint(sentence: str) -> str:
    """A hash of a sentence's words: not of its line breaks, marks, capitals or citation numbers."""
    words = _WORD.findall(_CITATION.sub(" ", sentence).casefold()) or sentence.split()
    return hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _beginning(sentence: str) -> str:
    line = " ".join(sentence.split())
    return line if len(line) <= BEGINNING else line[: BEGINNING - 1].rstrip() + "…"


def read_baseline(path: str) -> Baseline:
    """The baseline in a file.

    Raises ClaimlintError with the line when the file is missing, broken, or written by a newer claimlint.
    """
    name = shown(path)
    try:
        with open(path, encoding="utf-8-sig") as stream:
            text = stream.read()
    except FileNotFoundError:
        raise ClaimlintError("no such baseline (claimlint baseline writes one)", path=name) from None
    except OSError as error:
        raise ClaimlintError(f"cannot be read: {error.strerror or error}", path=name) from error
    except UnicodeDecodeError as error:
        raise ClaimlintError("is not UTF-8", path=name) from error
    return _parse(text, path)


def _parse(text: str, path: str) -> Baseline:
    name = shown(path)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise ClaimlintError(_why_no_json(text, error), path=name, line=error.lineno) from error
    except RecursionError as error:
        raise ClaimlintError("is nested too deeply", path=name) from error
    except ValueError as error:  # an integer longer than Python reads
        raise ClaimlintError("is not valid JSON: holds an absurdly long number", path=name) from error
    version = data.get("version") if isinstance(data, dict) else None
    if isinstance(version, int) and version > VERSION:
        message = f"is of version {version}, and this claimlint knows {VERSION} only: a newer one wrote it"
        raise ClaimlintError(message, path=name, line=1)
    entries = data.get("findings") if isinstance(data, dict) else None
    if version != VERSION or not isinstance(entries, list):
        raise ClaimlintError("is no baseline of claimlint", path=name, line=1)
    baseline = Baseline(path)
    for number, entry in enumerate(entries):
        problem = _problem(entry)
        if problem:
            raise ClaimlintError(problem, path=name, line=_line_of(text, number), key=f"findings.{number}")
        key = Key(entry["path"], entry["rule"], entry["sentence"])
        baseline.known[key] += entry["count"]
        baseline.begins.setdefault(key, str(entry.get("begins", "")))
    return baseline


def _why_no_json(text: str, error: json.JSONDecodeError) -> str:
    lines = text.splitlines()
    line = lines[error.lineno - 1] if error.lineno <= len(lines) else ""
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
        return "holds a merge conflict: settle it, or delete the file and write it anew with claimlint baseline"
    return f"is not valid JSON: {error.msg}"


def _problem(entry: Any) -> str:
    if not isinstance(entry, dict):
        return "is no entry: an entry has path, rule, sentence and count"
    for key in ("path", "rule", "sentence"):
        if not isinstance(entry.get(key), str) or not entry[key]:
            return f"has no {key}"
    if not isinstance(entry.get("count"), int) or isinstance(entry["count"], bool) or entry["count"] < 1:
        return "has no count of at least 1"
    if os.path.isabs(entry["path"]) or ".." in entry["path"].split("/"):
        return f'"{entry["path"]}" lies outside the baseline\'s folder'
    return ""


def _line_of(text: str, number: int) -> int:
    """The line on which an entry begins, if the file is written as we write it."""
    decoder = json.JSONDecoder()
    try:
        at = text.index("[", text.index('"findings"')) + 1
        for place in range(number + 1):
            while text[at].isspace() or text[at] == ",":
                at += 1
            if place < number:
                _, at = decoder.raw_decode(text, at)
    except (ValueError, IndexError):  # a key with escapes, or one that stands twice
        return 1
    return text.count("\n", 0, at) + 1


class Rewritten(NamedTuple):
    """A baseline after a run, and how many findings it has more and fewer."""

    baseline: Baseline
    added: int
    removed: int


def rewritten(old: Use, met: Iterable[tuple[Key, str]], kept: Callable[[Key], bool], *, prune: bool) -> Rewritten:
    """The baseline after a run: what was met in it, and of the rest what is `kept`.

    `met` are the findings of the run with their sentences. With `prune` none is added that was not known before.
    """
    new = Baseline(old.baseline.path)
    added = removed = 0
    for key, sentence in met:
        known = old.meet(key)
        if known is not None or not prune:
            new.add(key, sentence)
            added += known is None
    for key, count in old.unmet().items():
        if kept(key):
            new.known[key] += count
            new.begins.setdefault(key, old.baseline.begins.get(key, ""))
        else:
            removed += count
    return Rewritten(new, added, removed)
