"""No pattern hangs: the short form of `benchmarks/patterns.py`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent))

from benchmarks import patterns
from benchmarks.patterns import Pattern

from claimlint.lazy import all_patterns


def test_no_pattern_hangs(capsys: pytest.CaptureFixture[str]) -> None:
    assert patterns.main(["--short"]) == 0, capsys.readouterr().out


def test_every_pattern_is_tried() -> None:
    tried = {pattern.source for pattern in patterns.every_pattern()}
    assert {source for source, _ in all_patterns()} <= tried
    assert r"\bwork|\btaking\b" in tried, "written where it is used: rewording/dose.py"


def test_one_that_hangs_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(patterns, "every_pattern", lambda: {Pattern("(?:a|aa)+$", 0): {"search"}})
    assert patterns.main(["--short"]) == 1
    assert capsys.readouterr().out.startswith("HANGS  search    '(?:a|aa)+$'\n   on  'aaaaaaaa")


def test_an_attack_repeats_what_the_pattern_repeats() -> None:
    texts = {attack.text(Pattern(r"\[(?:x|\d)*\]", 0), 8) for attack in patterns.attacks(Pattern(r"\[(?:x|\d)*\]", 0))}
    assert {"[xxxxxxxx", "[11111111", "[[[[[[[[", "[x[x[x[x"} <= texts


def test_how_a_pattern_is_looked_for() -> None:
    ways = patterns.every_pattern()
    assert ways[Pattern(r"[\s*_]*([A-Za-z']+)", 0)] == {"match"}
    assert ways[Pattern(r"[?&](?:utm_\w+|ref|aff\w{0,8}|via|coupon|discount|referral)=", int(re.IGNORECASE))] == {
        "search"
    }
