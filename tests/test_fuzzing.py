"""Whatever is fed to claimlint, it answers with findings or with its own error: the short form of `benchmarks/fuzz.py`.

The corpus of nasty files in tests/data/nasty is checked whole; the generated inputs are the same in each run.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from claimlint.errors import ClaimlintError
from claimlint.project.reading import read_draft
from claimlint.project.run import lint_paths
from fuzzing.inputs import NASTY, ROOT
from fuzzing.properties import check_draft, check_reports, check_review, check_run, check_text, linter
from fuzzing.targets import TARGETS

CORPUS = sorted(NASTY.iterdir())
EXAMPLES = 25
"""Inputs of a target, times its weight."""

SENTENCE = "Zinc absolutely cures acne. "
HUGE = {
    "a long line": SENTENCE * 400,
    "one word": "a" * 50_000,
    "lists in lists": "".join(f"{' ' * (2 * depth)}- {SENTENCE}\n" for depth in range(100)),
    "lists a thousand deep": "".join(f"{' ' * (2 * depth)}- a\n" for depth in range(1000)) + SENTENCE,
    "items in items": "- " * 2000 + SENTENCE,
    "headings of any depth": "".join(f"{'*' * depth} {SENTENCE}\n" for depth in range(1, 60)),
    "round brackets": "(" * 20_000 + SENTENCE,
    "stars": "*" * 20_000 + SENTENCE,
    "lists of a page": "<ul><li>" * 2000 + SENTENCE,
    "tables in tables": "<table><tr><td>" * 1000 + SENTENCE,
    "lists of a forum": "[list][*]" * 2000 + SENTENCE,
    "directives in directives": "".join(f"{' ' * depth}.. note::\n" for depth in range(300)) + SENTENCE,
    "quotes in quotes": "> " * 2000 + SENTENCE,
    "brackets in brackets": "[" * 5000 + SENTENCE + "]" * 5000,
    "elements in elements": "<div><p>" * 2000 + SENTENCE,
    "quotes of a forum in each other": "[quote]" * 3000 + SENTENCE + "[/quote]" * 2999,
    "nothing closed": f"[code]{SENTENCE}[quote]<div>{{{{ [[ <!-- " * 60,
    "marks above a letter": SENTENCE + "\u0301" * 10_000,
    "citations": "Zinc lowers cortisol [1]. " * 400,
}
"""Drafts too large to store."""


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_a_nasty_file(path: Path) -> None:
    for name in {path.name, "a.md", "a.txt", "a.html", "a.bbcode"}:
        check_draft(path.read_bytes(), name)
    check_review(path.read_bytes(), path.name)
    check_text(
        path.read_bytes().decode("utf-8", "surrogatepass" if path.name == "surrogates.md" else "replace"), "a.md"
    )


def test_the_corpus_holds_what_is_refused_and_what_is_found() -> None:
    refused = [path.name for path in CORPUS if not _is_readable(path)]
    assert refused == [
        "latin1.txt",
        "nul.md",
        "overlong.txt",
        "surrogates.md",
        "utf16-half-pair.md",
        "utf16-odd.md",
    ]
    found = [path for path in CORPUS if _is_readable(path) and linter().lint(_text(path), path=path.name).findings]
    assert len(found) > len(CORPUS) // 2, "a corpus in which nothing is found tests no position"


def _text(path: Path) -> str:
    return read_draft(str(path), 10**6)


def _is_readable(path: Path) -> bool:
    try:
        _text(path)
    except ClaimlintError as error:
        assert "; save" in str(error) or "binary" in str(error)  # noqa: PT017
        return False
    return True


@pytest.mark.parametrize("what", HUGE)
@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.bbcode", "a.html", "a.org", "a.rst", "a.mdx"])
def test_a_huge_draft(what: str, name: str) -> None:
    result = linter().lint(HUGE[what], path=name)
    assert result.error is None
    for finding in result.findings:
        assert HUGE[what][finding.start : finding.end] == finding.text
    check_reports([result])


@pytest.mark.parametrize("name", TARGETS)
def test_generated_inputs(name: str) -> None:
    target = TARGETS[name]

    @seed(6)
    @settings(max_examples=EXAMPLES * target.weight, database=None, suppress_health_check=list(HealthCheck))
    @given(target.inputs)
    def holds(drawn: tuple[Any, ...]) -> None:
        target.check(*drawn)

    holds()


@settings(max_examples=5)
@given(st.integers(0, 10**6))
def test_the_order_of_files_is_no_matter(number: int) -> None:
    check_run([(path.name, path.read_bytes()) for path in CORPUS[number % 7 :: 7]], b"", number)


def test_each_nasty_file_is_checked_or_told_why_not() -> None:
    report = lint_paths([NASTY])
    assert [Path(result.path).name for result in report.results] == [path.name for path in CORPUS if _is_draft(path)]
    assert "internal error" not in " ".join(result.error or "" for result in report.results)


def _is_draft(path: Path) -> bool:
    return path.suffix in (".md", ".txt", ".bbcode", ".html", ".mdx")


def test_the_report_does_not_depend_on_how_sets_are_ordered(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "claimlint", "--no-cache", "--format", "json", "--verbose", str(NASTY)]
    reports = []
    for number in ("0", "4242"):
        environment = {**os.environ, "PYTHONHASHSEED": number, "PYTHONPATH": str(ROOT / "src")}
        done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode == 2, done.stderr
        assert b"Traceback" not in done.stderr
        reports.append(done.stdout)
    assert reports[0] == reports[1]


def test_the_long_form_runs(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "fuzz.py"), "--minutes", "0.01", "--seed", "6", "hooks"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("nothing found\n")
