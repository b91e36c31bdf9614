"""`claimlint evaluate`: the figures of the linter on labelled drafts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from claimlint.cli.main import main
from drafts_gold import drafts

Capture = pytest.CaptureFixture[str]

SCORE = Path("/work/shared/bench/score.py")
"""The yardstick of the project's own benchmark, on machines that have it."""

DRAFT = "Take 400 mg of magnesium every night before bed.\n\nThis tea absolutely destroys insomnia.\n\nIt rained.\n"


@pytest.fixture
def labelled(folder: Path) -> Path:
    """One draft with a dose that is found, one that is labelled where nothing is, and an absolute nobody labelled."""
    (folder / "texts").mkdir()
    (folder / "gold").mkdir()
    (folder / "texts/a.md").write_text(DRAFT)
    (folder / "texts/unlabelled.md").write_text(DRAFT)
    label(folder, ("unsourced-dose", 1, "400 mg"), ("unsourced-dose", 5, "rained"))
    return folder


def label(folder: Path, *labels: tuple[str, int, str]) -> None:
    rows = [json.dumps({"rule": rule, "line": line, "quote": quote}) for rule, line, quote in labels]
    (folder / "gold/a.jsonl").write_text("\n".join(rows) + "\n")


def test_prints_a_row_a_rule_and_the_mean(labelled: Path, capsys: Capture) -> None:
    assert main(["evaluate", "texts", "gold", "--rules", "unsourced-dose,absolute-language"]) == 0
    assert capsys.readouterr().out == (
        "1 documents\n"
        "rule                  gold  found  false  maybe    prec  recall      F1\n"
        "unsourced-dose           2      1      0      0   1.000   0.500   0.667\n"
        "absolute-language        0      0      1      0   0.000   1.000   0.000\n"
        "macro                                             0.500   0.750   0.334\n"
    )


def test_lists_what_was_missed_and_what_was_wrong(labelled: Path, capsys: Capture) -> None:
    assert main(["evaluate", "texts", "gold", "--errors", "unsourced-dose"]) == 0
    assert capsys.readouterr().out.startswith("MISSED a:5 It rained.\n1 documents\n")
    assert main(["evaluate", "texts", "gold", "--errors", "absolute-language"]) == 0
    assert capsys.readouterr().out.startswith("FALSE  a:3 absolutely destroys\n1 documents\n")


def test_json(labelled: Path, capsys: Capture) -> None:
    wanted = ["--rules", "unsourced-dose", "--errors", "unsourced-dose", "--format", "json"]
    assert main(["evaluate", "texts", "gold", *wanted]) == 0
    rates = {"precision": 1.0, "recall": 0.5, "f1": 0.667}
    assert json.loads(capsys.readouterr().out) == {
        "rules": {"unsourced-dose": {"gold": 2, "found": 1, "false": 0, "maybe": 0, **rates}},
        "macro": rates,
        "documents": 1,
        "mistakes": [{"kind": "missed", "draft": "a", "line": 5, "text": "It rained."}],
    }


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (b"{rule: dose}", "gold/a.jsonl:2: is not JSON: Expecting property name"),
        (b'"dose"', "gold/a.jsonl:2: is not a JSON object"),
        (b'{"rule": "unsourced-doze", "line": 1, "quote": "mg"}', 'did you mean "unsourced-dose"?'),
        (b'{"rule": "unsourced-dose", "line": 1, "qoute": "mg"}', 'did you mean "quote"?'),
        (b'{"rule": "unsourced-dose", "line": "1", "quote": "mg"}', "gold/a.jsonl:2: line: must be a line number"),
        (b'{"rule": "unsourced-dose", "line": 1, "quote": "pint"}', "the draft does not hold the quote 'pint'"),
        (b'{"rule": "unsourced-dose", "line": 1, "quote": "\xe9\xa9"}', "gold/a.jsonl:2: not valid UTF-8"),
    ],
)
def test_a_malformed_label_is_one_line_and_2(labelled: Path, capsys: Capture, row: bytes, message: str) -> None:
    Path("gold/a.jsonl").write_bytes(b"\n" + row)
    assert main(["evaluate", "texts", "gold"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("claimlint: error: gold/a.jsonl")
    assert message in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["texts"], "Missing argument 'GOLD'"),
        (["texts", "gone"], "gone: is not a folder"),
        (["gold", "texts"], "no draft in gold has labels there"),
        (["texts", "gold", "--rules", "vendor-lnik"], 'there is no rule "vendor-lnik"; did you mean "vendor-link"?'),
        (["texts", "gold", "--rules", "vendor-link", "--errors", "unsourced-dose"], '"unsourced-dose" is not scored'),
    ],
)
def test_what_makes_no_sense_is_one_line_and_2(labelled: Path, capsys: Capture, argv: list[str], message: str) -> None:
    assert main(["evaluate", *argv]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("claimlint: error: ")
    assert message in err
    assert err.count("\n") == 1


@pytest.mark.skipif(not SCORE.exists(), reason="no benchmark on this machine")
def test_agrees_with_the_benchmark(folder: Path, capsys: Capture) -> None:
    (folder / "texts").mkdir()
    (folder / "gold").mkdir()
    for draft in drafts():
        (folder / "texts" / draft.path.name).write_text(draft.text, encoding="utf-8")
        rows = [
            {"rule": mark.rule, "line": mark.line, "quote": draft.text[mark.start : mark.end], "label": mark.label}
            for mark in draft.marked
        ]
        gold = "".join(json.dumps(row) + "\n" for row in rows)
        (folder / "gold" / f"{draft.path.stem}.jsonl").write_text(gold, encoding="utf-8")
    assert main(["--format", "json", "--no-config", *(f"texts/{draft.path.name}" for draft in drafts())]) == 1
    (folder / "findings.json").write_text(capsys.readouterr().out, encoding="utf-8")
    score = [sys.executable, str(SCORE), "texts", "gold", "--findings", "findings.json"]
    for theirs, ours in (["--json"], ["--format", "json"]), ([], []):
        done = subprocess.run([*score, *theirs], capture_output=True, text=True, check=True)
        assert main(["evaluate", "texts", "gold", *ours]) == 0
        assert capsys.readouterr().out == done.stdout
