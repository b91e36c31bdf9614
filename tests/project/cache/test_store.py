"""What is kept is whole or not there, and never too much."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimlint.project.cache import store as module
from claimlint.project.cache.store import Size, Store

KEYS = [f"{number:02x}" * 20 for number in range(8)]
DAY = 86_400


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("findings/??/*"))


def age(path: Path, days: float) -> None:
    then = time.time() - days * DAY
    os.utime(path, (then, then))


def test_what_was_put_is_there_and_nothing_else(tmp_path: Path) -> None:
    store = Store(str(tmp_path / "deep" / "cache"))
    assert store.get(KEYS[0]) is None
    store.put(KEYS[0], b"one")
    store.put(KEYS[1], b"")
    store.put(KEYS[0], b"two\n")
    assert [store.get(key) for key in KEYS[:3]] == [b"two\n", b"", None]
    assert store.size() == Size(2, 4 + 2 * 9)
    assert (tmp_path / "deep/cache/findings/.gitignore").read_text() == "*\n"


@pytest.mark.parametrize("damage", [lambda b: b[:-1], lambda b: b[:5], lambda b: b"", lambda b: b.replace(b"o", b"0")])
def test_a_damaged_entry_is_none_until_it_is_put_again(tmp_path: Path, damage: object) -> None:
    store = Store(str(tmp_path))
    store.put(KEYS[0], b"one and one")
    (path,) = files(tmp_path)
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    assert store.get(KEYS[0]) is None
    store.put(KEYS[0], b"one and one")
    assert store.get(KEYS[0]) == b"one and one"


def test_an_entry_in_the_place_of_another_is_none(tmp_path: Path) -> None:
    store = Store(str(tmp_path))
    store.put(KEYS[0], b"one")
    (path,) = files(tmp_path)
    other = tmp_path / "findings" / KEYS[1][:2]
    other.mkdir()
    path.rename(other / (KEYS[1][2:] + ".json"))
    assert store.get(KEYS[1]) is None


def test_without_a_place_to_write_nothing_is_kept_and_nobody_complains(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    store = Store(str(tmp_path / "cache"))
    store.put(KEYS[0], b"one")
    assert store.get(KEYS[0]) is None
    assert store.size() == store.clear() == Size(0, 0)


def test_a_link_in_the_place_of_an_entry_is_not_written_through(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious")
    store = Store(str(tmp_path / "cache"))
    store.put(KEYS[0], b"one")
    (path,) = files(tmp_path / "cache")
    path.unlink()
    path.symlink_to(victim)
    store.put(KEYS[0], b"two")
    assert victim.read_text() == "precious"
    assert store.get(KEYS[0]) == b"two"


def test_what_lies_behind_a_link_is_neither_swept_nor_cleared(tmp_path: Path) -> None:
    elsewhere = tmp_path / "objects"
    elsewhere.mkdir()
    theirs = elsewhere / (KEYS[0][2:] + ".json")
    theirs.write_text("of another program")
    age(theirs, 400)
    (tmp_path / "cache/findings").mkdir(parents=True)
    (tmp_path / "cache/findings" / KEYS[0][:2]).symlink_to(elsewhere)
    store = Store(str(tmp_path / "cache"))
    store.sweep()
    assert store.clear() == Size(0, 0)
    assert theirs.exists()


def test_clearing_takes_away_what_is_ours_only(tmp_path: Path) -> None:
    store = Store(str(tmp_path))
    store.put(KEYS[0], b"one")
    store.put(KEYS[1], b"three")
    foreign = [tmp_path / "pack-1.bin", tmp_path / "findings" / KEYS[0][:2] / "notes.txt", tmp_path / "findings/x.json"]
    for path in foreign:
        path.write_text("not of the store")
    assert store.clear() == Size(2, 3 + 5 + 2 * 9)
    assert all(path.exists() for path in foreign)
    assert [store.get(key) for key in KEYS[:2]] == [None, None]


def test_what_nobody_asked_for_in_a_month_goes_and_so_does_what_was_never_finished(tmp_path: Path) -> None:
    store = Store(str(tmp_path))
    for key in KEYS[:3]:
        store.put(key, b"x")
    old, used, new = files(tmp_path)
    for path in (old, used):
        age(path, 40)
    left, written = old.with_name(f".{old.name}.77.part"), old.with_name(f".{old.name}.78.part")
    left.write_bytes(b"half")
    written.write_bytes(b"half")
    age(left, 1)
    assert store.get(KEYS[1]) == b"x"
    store.sweep()
    assert files(tmp_path) == [written, used, new]


def test_no_more_is_kept_than_fits_and_the_last_used_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(str(tmp_path))
    for days, key in enumerate(KEYS):
        store.put(key, b"x")
        age(files(tmp_path)[-1], days + 2)
    monkeypatch.setattr(module, "MOST", 3)
    store.sweep()
    assert [key for key in KEYS if store.get(key)] == KEYS[:3]
    monkeypatch.setattr(module, "MOST_BYTES", 2 * module.BLOCK)
    age(files(tmp_path)[0], 5)
    store.sweep()
    assert [key for key in KEYS if store.get(key)] == KEYS[1:3]


def test_the_folder_is_looked_through_once_a_day_and_in_long_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sweeps: list[int] = []
    sweep = Store.sweep

    def noted(store: Store) -> None:
        sweeps.append(1)
        sweep(store)

    monkeypatch.setattr(Store, "sweep", noted)
    monkeypatch.setattr(module, "OFTEN", 4)
    for _ in range(3):
        store = Store(str(tmp_path))
        for key in KEYS[:2]:
            store.put(key, b"x")
    assert len(sweeps) == 1
    age(tmp_path / "findings/swept", 2)
    for key in KEYS[:6]:
        store.put(key, b"x")
    assert len(sweeps) == 3
    Store(str(tmp_path)).put(KEYS[0], b"x")
    assert len(sweeps) == 3


def test_two_processes_may_write_and_read_at_once(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from claimlint.project.cache.store import Store\n"
        "store, keys = Store(sys.argv[1]), sys.argv[2:]\n"
        "for turn in range(60):\n"
        "    for key in keys:\n"
        "        store.put(key, key.encode() * 500)\n"
        "        assert store.get(key) in (None, key.encode() * 500)\n"
        "    if turn % 20 == 19: store.clear()\n"
        "for key in keys: store.put(key, key.encode() * 500)\n"
    )
    runs = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path), *KEYS]) for _ in range(2)]
    assert [run.wait() for run in runs] == [0, 0]
    assert [Store(str(tmp_path)).get(key) for key in KEYS] == [key.encode() * 500 for key in KEYS]
    assert len(files(tmp_path)) == len(KEYS)
