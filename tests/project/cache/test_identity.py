"""Findings are taken from an earlier run only where everything that they depend on is the same."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from claimlint import __version__
from claimlint.project.cache import identity as module
from claimlint.project.cache.identity import NO_MATTER, Identities, identity
from claimlint.project.model import LexiconEntry, PathSettings, Settings
from wordlinter import HOUSE_RULE

OTHER: dict[str, Any] = {
    "select": ("vendor-link",), "ignore": ("vendor-link",), "severity": (("vendor-link", "info"),),
    "extend_lexicons": (LexiconEntry("effect", "", ("zaps",)),), "allow_domains": ("a.example",),
    "deny_domains": ("a.example",), "require_reason": True, "heed_comments": False,
    "exclude": ("a.md",), "extensions": (".x",), "fail_on": "never", "baseline": "b.json", "input_format": "text",
    "max_bytes": 7, "per_path": (PathSettings(("a.md",), (("fail_on", "never"),)),),
    "root": "/r", "source": "/r/.claimlint.yaml",
}  # fmt: skip
"""A value for each setting that is not the one it has by itself."""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "house-word.yaml").write_text(HOUSE_RULE)
    return folder


@pytest.mark.parametrize("field", [name for name in Settings._fields if name != "rule_paths"])
def test_each_setting_counts_unless_it_is_heeded_elsewhere(field: str) -> None:
    assert field in OTHER, "a new setting: does it change what is found in a draft?"
    same = identity(Settings(**{field: OTHER[field]})) == identity(Settings())
    assert same is (field in NO_MATTER)


def test_a_users_rules_count_by_their_content(house: Path, tmp_path: Path) -> None:
    settings = Settings(rule_paths=(str(house),))
    before = identity(settings)
    assert before not in (b"", identity(Settings()))
    os.utime(house / "house-word.yaml", (1, 1))
    assert identity(settings) == before
    moved = tmp_path / "moved"
    house.rename(moved)
    assert identity(Settings(rule_paths=(str(moved),))) == before
    (moved / "house-word.yaml").write_text(HOUSE_RULE.replace("superfood", "miracle"))
    assert identity(Settings(rule_paths=(str(moved),))) != before
    (moved / "lexicons").mkdir()
    changed = identity(Settings(rule_paths=(str(moved),)))
    (moved / "lexicons/more.yaml").write_text("mark: effect\nentries: [zaps]\n")
    assert identity(Settings(rule_paths=(str(moved),))) != changed


def test_rules_that_cannot_be_read_have_none(tmp_path: Path) -> None:
    assert identity(Settings(rule_paths=(str(tmp_path / "gone"),))) == b""


def test_the_version_the_code_and_the_built_in_rules_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, rules = tmp_path / "src/claimlint", tmp_path / "rules"
    (code / "language").mkdir(parents=True)
    rules.mkdir()
    (code / "language/claims.py").write_text("1")
    (rules / "a.yaml").write_text("1")
    monkeypatch.setattr(module, "PACKAGE", str(code))
    monkeypatch.setattr(module, "builtin_folder", lambda: str(rules))
    seen = {identity(Settings())}
    assert identity(Settings()) in seen
    (code / "language/claims.py").write_text("22")
    seen.add(identity(Settings()))
    (rules / "a.yaml").write_text("22")
    seen.add(identity(Settings()))
    monkeypatch.setattr(module, "__version__", "0.1.1")
    seen.add(identity(Settings()))
    monkeypatch.setattr(module, "READERS", ())
    seen.add(identity(Settings()))
    assert len(seen) == 5
    assert b"" not in seen


def test_an_installation_is_known_by_its_record_wherever_and_whenever_it_was_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def install(place: str, claims: str) -> bytes:
        record = tmp_path / place / f"claimlint-{__version__}.dist-info" / "RECORD"
        record.parent.mkdir(parents=True)
        (tmp_path / place / "claimlint").mkdir()
        record.write_text(
            f"../../../bin/claimlint,sha256={place},200\n"
            f"claimlint/language/claims.py,sha256={claims},4000\n"
            f"claimlint/language/__pycache__/claims.cpython-3{len(place)}.pyc,,\n"
            f"claimlint/_rules/compiled.bin,sha256={place},9\n"
        )
        monkeypatch.setattr(module, "PACKAGE", str(tmp_path / place / "claimlint"))
        return identity(Settings())

    assert install("a", "abc") == install("bcd", "abc") != install("e", "abd")


def test_rules_that_are_edited_while_they_are_read_are_found_out(house: Path) -> None:
    settings = Settings(rule_paths=(str(house),))
    identities = Identities()
    assert identities.of(settings) == identities.confirm(settings) == identity(settings)
    identities = Identities()
    identities.of(settings)
    (house / "house-word.yaml").write_text(HOUSE_RULE + "\n")
    assert identities.confirm(settings) == b""
    assert identities.of(settings) == b""
