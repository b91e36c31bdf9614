"""A second run over the same drafts says the same and checks nothing; whatever changes is checked anew."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from claimlint.cli.main import main
from claimlint.document.model import Format
from claimlint.project.model import FileResult
from wordlinter import HOUSE_RULE, WordLinter

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def checked(word_linter: type[WordLinter], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The drafts that are checked, as they are."""
    seen: list[str] = []
    lint = WordLinter.lint

    def noted(self: WordLinter, text: str, *, path: str = "", format: Format | None = None) -> FileResult:  # noqa: A002
        seen.append(path)
        return lint(self, text, path=path, format=format)

    monkeypatch.setattr(WordLinter, "lint", noted)
    return seen


@pytest.fixture
def drafts(folder: Path) -> Path:
    (folder / "a.md").write_text("a miracle and a tonic\n")
    (folder / "b.md").write_text("a cure\n")
    (folder / "clean.md").write_text("fine\n")
    return folder


class Run:
    """The command run again and again; each time, what it printed and what it checked."""

    def __init__(self, capsys: Capture, checked: list[str]) -> None:
        self._capsys = capsys
        self._checked = checked

    def __call__(self, *argv: str) -> tuple[int, str, list[str]]:
        self._checked.clear()
        code = main(list(argv))
        out, err = self._capsys.readouterr()
        return code, out + err, list(self._checked)


@pytest.fixture
def run(drafts: Path, capsys: Capture, checked: list[str]) -> Run:
    return Run(capsys, checked)


@pytest.mark.parametrize("format", ["text", "json", "sarif", "html"])
def test_a_second_run_says_the_same_without_checking(run: Run, format: str) -> None:  # noqa: A002
    code, said, checked = run("--format", format, ".")
    assert checked == ["a.md", "b.md", "clean.md"]
    assert run("--format", format, ".") == (code, said, [])


def test_only_what_was_edited_is_checked_again(run: Run) -> None:
    run(".")
    Path("b.md").write_text("no cure\n")
    _, said, checked = run(".")
    assert checked == ["b.md"]
    assert "b.md:1:4 error cure" in said
    assert "a.md:1:3 warning miracle" in said


def test_a_draft_that_moved_or_only_got_a_new_time_is_known(run: Run) -> None:
    run(".")
    os.utime("a.md", (1, 1))
    Path("b.md").rename("sub.md")
    _, said, checked = run(".")
    assert checked == []
    assert "sub.md:1:3 error cure" in said


def test_the_same_words_in_another_format_are_checked(run: Run) -> None:
    run(".")
    Path("b.md").rename("b.html")
    assert run(".")[2] == ["b.html"]
    assert run(".", "--input-format", "text")[2] == ["a.md", "b.html", "clean.md"]


def test_one_small_draft_is_not_looked_up_and_a_large_one_is(run: Run, cache: Path) -> None:
    assert run("a.md")[2] == run("a.md")[2] == ["a.md"]
    assert not cache.exists()
    Path("a.md").write_text("a cure\n" * 10_000)
    assert run("a.md")[2] == ["a.md"]
    assert run("a.md")[2] == []


def test_no_cache_checks_every_draft_and_keeps_nothing(run: Run, cache: Path) -> None:
    assert run("--no-cache", ".")[2] == ["a.md", "b.md", "clean.md"]
    assert not cache.exists()
    run(".")
    assert run("--no-cache", ".")[2] == ["a.md", "b.md", "clean.md"]


def test_a_damaged_entry_is_checked_anew(run: Run, cache: Path) -> None:
    first = run(".")
    entries = sorted(cache.glob("findings/??/*.json"))
    assert len(entries) == 3
    entries[0].write_bytes(entries[0].read_bytes()[:-3])
    entries[1].write_bytes(b"")
    entries[2].write_bytes(b"\xff" * 99)
    assert run(".") == first
    assert run(".")[2] == []


def test_what_is_reported_is_decided_after_the_cache(run: Run) -> None:
    assert run(".")[0] == 1
    assert run("--fail-on", "never", ".")[::2] == (0, [])
    assert main(["baseline"]) == 0
    code, said, checked = run(".")
    assert (code, checked) == (0, [])
    assert said.endswith("no findings in 3 files; 3 in the baseline\n")
    assert run("--no-baseline", ".")[::2] == (1, [])


def test_settings_that_change_what_is_found_are_heeded(run: Run) -> None:
    run(".")
    Path(".claimlint.yaml").write_text("severity: {cure: info}\nfail-on: error\n")
    code, said, checked = run(".")
    assert (code, checked) == (0, ["a.md", "b.md", "clean.md"])
    assert "b.md:1:3 info cure" in said
    assert run("--select", "cure", ".")[2] == ["a.md", "b.md", "clean.md"]
    Path(".claimlint.yaml").unlink()
    assert run(".")[2] == []


def test_each_folder_has_its_own_settings(run: Run) -> None:
    Path("sub").mkdir()
    Path("sub/.claimlint.yaml").write_text("ignore: [cure]\n")
    Path("sub/b.md").write_text(Path("b.md").read_text())
    for _ in range(2):
        _, said, checked = run("--format", "concise", "b.md", "sub")
        assert said.startswith("b.md:1:3: error cure")
        assert "1 finding (1 error) in 1 of 2 files\n" in said
    assert checked == []


def test_notes_for_verbose_are_kept_by_themselves(run: Run) -> None:
    Path("clean.md").write_text("well sourced\n")
    run(".")
    for _ in range(2):
        assert "clean.md:1:6 note covered by [1]" in run("-v", ".")[1]
    assert run("-v", ".")[2] == []


def test_standard_input_and_unreadable_drafts_are_never_looked_up(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    Path("bad.md").write_bytes(b"\xff")
    for _ in range(2):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"a cure\n")))
        code, said, checked = run("-", "bad.md", "b.md")
        assert code == 2
        assert "bad.md: not valid UTF-8" in said
        assert "<stdin>:1:3 error cure" in said
    assert checked == ["<stdin>"]


def test_mending_has_no_use_for_it(run: Run, cache: Path) -> None:
    code, _, _ = run("--fix", ".")
    assert code == 2, "the pretended linter cannot mend"
    assert not cache.exists()


def test_the_folder_can_be_named(run: Run, cache: Path) -> None:
    run("--cache-dir", ".claimlint-cache", ".")
    assert not cache.exists()
    assert len(list(Path(".claimlint-cache").glob("findings/??/*.json"))) == 3
    assert run("--cache-dir", ".claimlint-cache", ".")[2] == []
    assert run("--cache-dir", "x", "--no-cache", ".")[:2] == (
        2,
        "claimlint: error: --cache-dir and --no-cache exclude each other\n",
    )


def test_it_is_shown_and_cleared(run: Run, cache: Path) -> None:
    assert run("cache")[:2] == (0, f"{cache}: findings of 0 drafts, 0.0 MB\n")
    run(".")
    assert run("cache", "show")[:2] == (0, f"{cache}: findings of 3 drafts, 0.0 MB\n")
    assert run("cache", "clear")[:2] == (0, f"{cache}: cleared: findings of 3 drafts, 0.0 MB\n")
    assert run("cache")[1] == f"{cache}: findings of 0 drafts, 0.0 MB\n"
    assert run("cache", "lear")[:2] == (
        2,
        "claimlint: error: Invalid value for '[clear]': 'lear' is not one of 'show', 'clear'.\n",
    )


@pytest.fixture
def house(folder: Path) -> Path:
    (folder / "house").mkdir()
    (folder / "house/house-word.yaml").write_text(HOUSE_RULE)
    for name in ("one.md", "two.md"):
        (folder / name).write_text("Kale is a superfood.\n")
    return folder / "house/house-word.yaml"


def test_a_rule_that_is_edited_or_broken_is_noticed(house: Path, capsys: Capture) -> None:
    def findings() -> list[str]:
        main(["--rule-path", "house", "--select", "house-word", "--format", "json", "."])
        return [finding["message"] for finding in json.loads(capsys.readouterr().out)["findings"]]

    assert findings() == findings() == ["superfood is not printed here"] * 2
    house.write_text(HOUSE_RULE.replace("is not printed here", "goes"))
    assert findings() == ["superfood goes"] * 2
    house.write_text(HOUSE_RULE.replace("severity", "sverity"))
    assert main(["--rule-path", "house", "."]) == 2
    assert "unknown key" in capsys.readouterr().err
