"""`claimlint baseline`, and what a check makes of its file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimlint.cli.main import main

pytestmark = pytest.mark.usefixtures("word_linter")

Capture = pytest.CaptureFixture[str]
FILE = Path(".claimlint-baseline.json")


@pytest.fixture
def drafts(folder: Path) -> Path:
    (folder / "posts").mkdir()
    (folder / "posts/a.md").write_text("a miracle\n\na cure\n")
    (folder / "b.md").write_text("a cure\n")
    return folder


def entries() -> list[tuple[str, str, int]]:
    data = json.loads(FILE.read_text())
    return [(entry["path"], entry["rule"], entry["count"]) for entry in data["findings"]]


def said(capsys: Capture, *argv: str) -> tuple[int, str, str]:
    code = main(list(argv))
    return code, *capsys.readouterr()


ALL = [("b.md", "cure", 1), ("posts/a.md", "cure", 1), ("posts/a.md", "miracle", 1)]


class TestWriting:
    def test_every_finding_of_today_is_known_from_then_on(self, drafts: Path, capsys: Capture) -> None:
        assert said(capsys, "baseline") == (
            0, ".claimlint-baseline.json: 3 findings in 2 files (3 added, 0 removed)\n", ""
        )  # fmt: skip
        assert entries() == ALL
        assert said(capsys, ".") == (0, "no findings in 2 files; 3 in the baseline\n", "")
        Path("posts/a.md").write_text("a tonic\n\na miracle\n\na cure\n")
        assert said(capsys, "--fail-on", "info", ".")[:2] == (
            1,
            'posts/a.md:1:3 info tonic "tonic" is too strong\n    a tonic\n      ^^^^^\n    suggest: no tonic\n\n'
            "1 finding (1 info) in 1 of 2 files; 3 in the baseline\n",
        )

    def test_written_again_it_says_what_changed(self, drafts: Path, capsys: Capture) -> None:
        main(["baseline", "-q"])
        assert capsys.readouterr() == ("", "")
        written = FILE.read_bytes()
        assert said(capsys, "baseline")[1] == ".claimlint-baseline.json: 3 findings in 2 files (nothing changed)\n"
        assert FILE.read_bytes() == written
        Path("b.md").write_text("a tonic\n")
        assert said(capsys, "baseline")[1] == ".claimlint-baseline.json: 3 findings in 2 files (1 added, 1 removed)\n"

    def test_only_some_drafts(self, drafts: Path, capsys: Capture) -> None:
        main(["baseline"])
        for name in ("b.md", "posts/a.md"):
            Path(name).write_text("fine\n")
        assert main(["baseline", "b.md"]) == 0
        assert entries() == ALL[1:], "what was not looked at stays"
        assert main(["baseline", "posts"]) == 0
        assert entries() == []

    def test_only_some_rules(self, drafts: Path) -> None:
        main(["baseline"])
        for name in ("b.md", "posts/a.md"):
            Path(name).write_text("fine\n")
        assert main(["baseline", "--select", "cure"]) == 0
        assert entries() == [ALL[2]]

    def test_prune_takes_out_what_is_gone_and_adds_nothing(self, drafts: Path, capsys: Capture) -> None:
        main(["baseline"])
        Path("posts/a.md").write_text("a miracle and a tonic\n\na miracle\n")
        capsys.readouterr()
        assert said(capsys, "baseline", "--prune")[:2] == (
            0, ".claimlint-baseline.json: 2 findings in 2 files (0 added, 1 removed)\n"
        )  # fmt: skip
        assert entries() == [("b.md", "cure", 1), ("posts/a.md", "miracle", 1)]

    def test_a_renamed_file_keeps_its_entries(self, drafts: Path, capsys: Capture) -> None:
        main(["baseline"])
        Path("posts/a.md").rename("posts/c.md")
        capsys.readouterr()
        assert said(capsys, "posts") == (0, "no findings in 1 file; 2 in the baseline\n", "")
        assert main(["baseline", "--prune"]) == 0
        assert entries() == [("b.md", "cure", 1), ("posts/c.md", "cure", 1), ("posts/c.md", "miracle", 1)]

    def test_a_draft_that_cannot_be_checked_keeps_its_entries(self, drafts: Path, capsys: Capture) -> None:
        main(["baseline"])
        Path("b.md").write_bytes(b"\xff")
        capsys.readouterr()
        code, out, err = said(capsys, "baseline")
        assert (code, out) == (2, ".claimlint-baseline.json: 3 findings in 2 files (nothing changed)\n")
        assert err == "claimlint: error: b.md: not valid UTF-8 at byte 0, line 1; save the file as UTF-8\n"
        assert entries() == ALL

    def test_it_lies_at_the_root_of_the_repository_or_beside_the_configuration(
        self, drafts: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
    ) -> None:
        monkeypatch.chdir("posts")
        assert said(capsys, "baseline", "a.md")[1].endswith("/work/.claimlint-baseline.json: 2 findings in 1 file "
                                                           "(2 added, 0 removed)\n")  # fmt: skip
        Path("../.claimlint-baseline.json").unlink()
        Path(".claimlint.yaml").write_text("ignore: [miracle]\n")
        assert said(capsys, "baseline")[1] == ".claimlint-baseline.json: 1 finding in 1 file (1 added, 0 removed)\n"

    def test_drafts_outside_its_folder_have_no_place_in_it(self, drafts: Path, capsys: Capture) -> None:
        Path("posts/.claimlint.yaml").write_text("")
        code, _, err = said(capsys, "baseline", "--baseline", "posts/known.json", "b.md")
        assert (code, err) == (2, "claimlint: error: b.md: lies outside posts, whose baseline this is\n")

    def test_what_makes_no_sense(self, drafts: Path, capsys: Capture) -> None:
        assert said(capsys, "baseline", "-") == (
            2, "", "claimlint: error: a baseline is about files: - has no place in it\n"
        )  # fmt: skip
        assert said(capsys, "baseline", "--no-baseline") == (
            2, "", "claimlint: error: --no-baseline makes no sense here\n"
        )  # fmt: skip


class TestChecking:
    def test_which_baseline_applies(self, drafts: Path, capsys: Capture) -> None:
        main(["baseline"])
        capsys.readouterr()
        assert said(capsys, "--no-baseline", ".")[0] == 1
        assert said(capsys, "--no-config", ".")[0] == 1, "no file of the folder is heeded"
        FILE.rename("known.json")
        assert said(capsys, ".")[0] == 1
        assert said(capsys, "--baseline", "known.json", ".")[0] == 0
        Path(".claimlint.yaml").write_text("baseline: known.json\n")
        assert said(capsys, ".")[0] == 0
        assert said(capsys, "--config", ".claimlint.yaml", "posts/a.md")[0] == 0
        Path("posts/.claimlint-baseline.json").write_text('{"version": 1, "findings": []}')
        Path(".claimlint.yaml").unlink()
        assert said(capsys, "posts")[0] == 1, "the nearest counts"

    def test_a_configured_baseline_that_is_missing_or_outside(self, drafts: Path, capsys: Capture) -> None:
        Path(".claimlint.yaml").write_text("baseline: known.json\n")
        assert said(capsys, ".")[::2] == (
            2, "claimlint: error: known.json: no such baseline (claimlint baseline writes one)\n"
        )  # fmt: skip
        Path(".claimlint.yaml").write_text("fail-on: error\nbaseline: ../known.json\n")
        assert said(capsys, ".")[::2] == (
            2,
            "claimlint: error: .claimlint.yaml: line 2: baseline: "
            '"../known.json" lies outside the configuration\'s folder\n',
        )

    def test_a_broken_one_is_told_once_and_nothing_is_judged_by_it(self, drafts: Path, capsys: Capture) -> None:
        FILE.write_text('{"version": 1, "findings": [\n<<<<<<< HEAD\n')
        (drafts / "other").mkdir()
        (drafts / "other/.claimlint-baseline.json").write_text('{"version": 1, "findings": []}')
        (drafts / "other/c.md").write_text("a cure\n")
        code, out, err = said(capsys, ".")
        assert code == 2
        assert out.startswith("other/c.md:1:3 error cure")
        assert out.endswith("\n1 finding (1 error) in 1 of 1 file; 1 could not be checked\n")
        assert err == (
            "claimlint: error: .claimlint-baseline.json: line 2: holds a merge conflict: settle it, or delete the file "
            "and write it anew with claimlint baseline\n"
        )

    def test_what_it_holds_beyond_need_is_told(self, drafts: Path, capsys: Capture) -> None:
        main(["baseline"])
        Path("posts/a.md").write_text("a cure\n")
        capsys.readouterr()
        note = (
            "claimlint: note: 1 finding of .claimlint-baseline.json is gone: claimlint baseline --prune takes it out\n"
        )
        assert said(capsys, "posts/a.md") == (0, "no findings in 1 file; 1 in the baseline\n", note)
        assert said(capsys, "-q", "posts/a.md")[2] == ""
        assert said(capsys, "b.md")[2] == "", "it is not looked for here"
        assert said(capsys, "--ignore", "miracle", "posts/a.md")[2] == "", "nor now"
        Path("b.md").unlink()
        assert said(capsys, "posts")[2] == note
        assert said(capsys, ".")[2] == (
            "claimlint: note: 2 findings of .claimlint-baseline.json are gone: "
            "claimlint baseline --prune takes them out\n"
        )

    def test_known_findings_are_in_the_report_for_programs(self, drafts: Path, capsys: Capture) -> None:
        main(["baseline"])
        capsys.readouterr()
        assert main(["--format", "json", "b.md"]) == 0
        data = json.loads(capsys.readouterr().out)
        assert data["findings"] == []
        assert [(s["rule"], s["by"], s["comment_line"]) for s in data["suppressed"]] == [("cure", "baseline", None)]

    def test_both_options_at_once(self, drafts: Path, capsys: Capture) -> None:
        assert said(capsys, "--baseline", "x.json", "--no-baseline", ".")[::2] == (
            2, "claimlint: error: --baseline and --no-baseline exclude each other\n"
        )  # fmt: skip
