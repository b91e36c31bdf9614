"""Compiled packs are kept in the user's cache: as many as somebody uses, whole, and never in the way."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from claimlint.rules import pack
from claimlint.rules.pack import PACKS, load_pack

DAY = 86_400


def zaps() -> tuple[tuple[str, str], ...]:
    """What the pack with one phrase of our own knows about it."""
    entry = load_pack(phrases={"effect": ["zaps"]}).lexicons.words["zaps"]
    assert entry is not None
    return entry.pairs


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder, and rules that compile quickly."""
    rules = tmp_path / "rules"
    (rules / "lexicons").mkdir(parents=True)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(pack, "builtin_folder", lambda: str(rules))
    monkeypatch.setattr("claimlint.rules.build.prepare", dict)
    return tmp_path / "cache" / "claimlint"


def age(path: Path, days: float) -> None:
    then = time.time() - days * DAY
    os.utime(path, (then, then))


def test_only_the_packs_used_last_are_kept(cache: Path) -> None:
    for number in range(PACKS + 5):
        load_pack(phrases={"effect": [f"zaps {number}"]})
        for path in cache.iterdir():
            age(path, (time.time() - path.stat().st_mtime) / DAY + 1)
    load_pack(phrases={"effect": ["zaps 7"]})  # used again today: kept before younger ones
    first = {path.name for path in cache.iterdir() if time.time() - path.stat().st_mtime < DAY / 2}
    assert len(first) == 1
    for number in range(PACKS - 1):
        load_pack(phrases={"effect": [f"zips {number}"]})
    assert len(list(cache.iterdir())) == PACKS
    assert first <= {path.name for path in cache.iterdir()}


def test_what_a_killed_process_left_is_taken_away_and_what_another_writes_is_not(cache: Path) -> None:
    cache.mkdir(parents=True)
    left, written, other = cache / ".pack-1.bin.77-a.part", cache / ".pack-2.bin.78-b.part", cache / "findings.db"
    for path in (left, written, other):
        path.write_bytes(b"half")
    age(left, 1)
    age(other, 400)
    load_pack()
    assert not left.exists()
    assert written.exists()
    assert other.exists()


def test_a_file_that_goes_away_meanwhile_is_no_matter(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.mkdir(parents=True)
    for number in range(PACKS + 3):
        (cache / f"pack-{number}.bin").write_bytes(b"old")
    monkeypatch.setattr(os, "remove", lambda path: (_ for _ in ()).throw(FileNotFoundError(path)))
    assert zaps() == (("effect", ""),)


@pytest.mark.parametrize("damage", [b"", b"no marshal", b"{0", b"N"], ids=repr)
def test_a_damaged_pack_is_compiled_anew(cache: Path, damage: bytes) -> None:
    load_pack(phrases={"effect": ["zaps"]})
    (kept,) = cache.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(damage)
    assert zaps() == (("effect", ""),)
    kept.write_bytes(whole[: len(whole) // 2])
    assert zaps() == (("effect", ""),)
    assert kept.read_bytes() == whole


def test_without_a_place_to_write_the_pack_is_compiled_each_time(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.parent.write_text("a file where the folder should be")
    assert zaps() == (("effect", ""),)
