"""`claimlint PATH...`, as it is typed."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimlint import __version__
from claimlint.cli.main import main

pytestmark = pytest.mark.usefixtures("word_linter")

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def drafts(folder: Path) -> Path:
    (folder / "a.md").write_text("a miracle and a tonic\n")
    (folder / "b.md").write_text("a cure\n")
    (folder / "clean.md").write_text("fine\n")
    return folder


def rules_found(capsys: Capture) -> list[str]:
    return [finding["rule"] for finding in json.loads(capsys.readouterr().out)["findings"]]


class TestExcludes:
    def test_they_win_over_names_unless_asked_otherwise(self, drafts: Path, capsys: Capture) -> None:
        Path(".claimlint.yaml").write_text("exclude: [a.md]\n")
        Path(".claimlintignore").write_text("b.md\n")
        assert main(["a.md", "b.md", "clean.md"]) == 0
        assert capsys.readouterr() == ("no findings in 1 file\n", "")
        assert main(["--no-exclude", "a.md", "b.md", "clean.md"]) == 1
        assert capsys.readouterr().out.endswith("\n3 findings (1 error, 1 warning, 1 info) in 2 of 3 files\n")

    def test_it_is_said_when_nothing_is_left_to_check(self, drafts: Path, capsys: Capture) -> None:
        Path(".claimlint.yaml").write_text("exclude: [a.md, b.md]\n")
        assert main(["a.md"]) == 0
        assert capsys.readouterr() == (
            "no findings in 0 files\n", "claimlint: note: a.md is excluded (--no-exclude checks it)\n"
        )  # fmt: skip
        assert main(["b.md", "a.md"]) == 0
        assert capsys.readouterr().err == (
            "claimlint: note: all 2 files named are excluded (--no-exclude checks them)\n"
        )


class TestExitCodes:
    def test_0_without_findings(self, drafts: Path, capsys: Capture) -> None:
        assert main(["clean.md"]) == 0
        assert capsys.readouterr() == ("no findings in 1 file\n", "")

    def test_1_with_findings(self, drafts: Path, capsys: Capture) -> None:
        assert main(["a.md", "clean.md"]) == 1
        assert capsys.readouterr().out.endswith("\n2 findings (1 warning, 1 info) in 1 of 2 files\n")

    def test_2_when_something_could_not_be_checked_and_the_rest_is_still_printed(
        self, drafts: Path, capsys: Capture
    ) -> None:
        Path("bad.md").write_bytes(b"\xff")
        assert main(["gone.md", "bad.md", "b.md"]) == 2
        out, err = capsys.readouterr()
        assert out.startswith("b.md:1:3 error cure")
        assert out.endswith("1 finding (1 error) in 1 of 1 file; 2 could not be checked\n")
        assert err == (
            "claimlint: error: gone.md: no such file or folder\n"
            "claimlint: error: bad.md: not valid UTF-8 at byte 0, line 1; save the file as UTF-8\n"
        )

    def test_an_empty_draft_is_clean(self, folder: Path) -> None:
        Path("a.md").touch()
        assert main(["a.md"]) == 0

    def test_an_empty_folder_is_not(self, folder: Path, capsys: Capture) -> None:
        assert main(["."]) == 2
        assert capsys.readouterr().err.startswith("claimlint: error: .: no drafts in this folder (looked for .md ")

    def test_a_broken_configuration_is_2(self, drafts: Path, capsys: Capture) -> None:
        Path(".claimlint.yaml").write_text("selct: [cure]\n")
        assert main(["a.md"]) == 2
        assert capsys.readouterr().err == (
            'claimlint: error: .claimlint.yaml: line 1: selct: unknown key; did you mean "select"?\n'
        )

    @pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
    def test_fail_on_sets_the_bar(self, drafts: Path, fail_on: str, code: int) -> None:
        assert main(["--fail-on", fail_on, "a.md"]) == code

    def test_fail_on_never_still_tells_that_a_file_could_not_be_checked(self, drafts: Path) -> None:
        assert main(["--fail-on", "never", "gone.md"]) == 2


class TestWhichCommand:
    def test_check_is_the_default(self, drafts: Path, capsys: Capture) -> None:
        main(["check", "a.md"])
        spelled = capsys.readouterr()
        main(["a.md"])
        assert capsys.readouterr() == spelled

    def test_options_may_stand_anywhere(self, drafts: Path, capsys: Capture) -> None:
        for argv in (
            ["--format", "json", "a.md", "b.md"],
            ["a.md", "--format=json", "b.md"],
            ["check", "a.md", "b.md", "--format", "json"],
            ["--format", "json", "--", "a.md", "b.md"],
        ):
            assert main(argv) == 1
            assert rules_found(capsys) == ["miracle", "tonic", "cure"]

    def test_a_file_named_like_a_command_is_reached_by_its_path(self, drafts: Path, capsys: Capture) -> None:
        Path("check").write_text("cure")
        Path("rules").mkdir()
        Path("rules/r.md").write_text("a tonic")
        assert main(["--format", "json", "./check", "rules/"]) == 1
        assert rules_found(capsys) == ["cure", "tonic"]
        assert main(["--format", "json", "check", "check"]) == 1
        assert rules_found(capsys) == ["cure"]

    def test_a_file_whose_name_starts_with_a_dash(self, drafts: Path, capsys: Capture) -> None:
        Path("-x.md").write_text("cure")
        assert main(["--", "-x.md"]) == 1
        assert capsys.readouterr().out.startswith("-x.md:1:1 error cure")
        assert main(["-x.md"]) == 2
        assert "unknown option -x.md (a file of that name is named as ./-x.md)" in capsys.readouterr().err

    def test_a_command_in_the_wrong_place_or_misspelt_is_recognised(self, drafts: Path, capsys: Capture) -> None:
        assert main(["--quiet", "rules"]) == 2
        assert "rules: no such file or folder (the command comes first: claimlint rules ...)" in capsys.readouterr().err
        assert main(["explian", "cure"]) == 2
        assert 'explian: no such file or folder; did you mean "explain"?' in capsys.readouterr().err


class TestOptions:
    def test_select_and_ignore_take_commas_and_repetition(self, drafts: Path, capsys: Capture) -> None:
        for argv, found in (
            (["--select", "cure,tonic"], ["tonic", "cure"]),
            (["--select", "cure", "--select", " tonic"], ["tonic", "cure"]),
            (["--ignore", "cure"], ["miracle", "tonic"]),
            (["--select", "cure,tonic", "--ignore", "tonic"], ["cure"]),
        ):
            main(["--format", "json", *argv, "a.md", "b.md"])
            assert rules_found(capsys) == found

    def test_an_unknown_rule_is_an_error_with_the_nearest_name(self, drafts: Path, capsys: Capture) -> None:
        assert main(["--select", "miracel", "a.md"]) == 2
        assert capsys.readouterr() == (
            "", 'claimlint: error: --select: unknown rule "miracel"; did you mean "miracle"?\n',
        )  # fmt: skip
        assert main(["--ignore", "zzz", "a.md"]) == 2
        assert capsys.readouterr().err == (
            'claimlint: error: --ignore: unknown rule "zzz"; known: cure, miracle, tonic\n'
        )

    def test_an_unknown_option_is_an_error_with_the_nearest_name(self, drafts: Path, capsys: Capture) -> None:
        assert main(["--formt", "json", "a.md"]) == 2
        assert capsys.readouterr().err == 'claimlint: error: unknown option --formt; did you mean "--format"?\n'

    def test_quiet_prints_findings_only(self, drafts: Path, capsys: Capture) -> None:
        assert main(["--quiet", "clean.md"]) == 0
        assert capsys.readouterr() == ("", "")
        main(["-q", "b.md"])
        assert capsys.readouterr().out.endswith("suggest: no cure\n\n")

    def test_verbose_also_says_what_covers_the_rest(self, drafts: Path, capsys: Capture) -> None:
        Path("a.md").write_text("sourced")
        assert main(["--verbose", "a.md"]) == 0
        assert "a.md:1:1 note covered by [1] in the sentence itself\n" in capsys.readouterr().out

    def test_output_writes_the_report_to_a_file(self, drafts: Path, capsys: Capture) -> None:
        assert main(["--output", "report.json", "--format", "json", "b.md"]) == 1
        assert capsys.readouterr() == ("", "")
        assert json.loads(Path("report.json").read_text())["summary"]["findings"] == 1
        assert sorted(path.name for path in drafts.iterdir()) == [".git", "a.md", "b.md", "clean.md", "report.json"]

    def test_output_never_overwrites_a_draft(self, drafts: Path, capsys: Capture) -> None:
        assert main(["--output", "a.md", "."]) == 2
        assert capsys.readouterr().err == "claimlint: error: --output a.md would overwrite one of the drafts\n"
        assert Path("a.md").read_text() == "a miracle and a tonic\n"

    def test_output_that_cannot_be_written_is_2(self, drafts: Path, capsys: Capture) -> None:
        assert main(["--output", "gone/report.txt", "a.md"]) == 2
        assert capsys.readouterr().err == (
            "claimlint: error: gone/report.txt: cannot be written: No such file or directory\n"
        )

    def test_config_and_no_config(self, drafts: Path, capsys: Capture) -> None:
        Path(".claimlint.yaml").write_text("ignore: [tonic]\n")
        Path("other.yaml").write_text("ignore: [miracle]\n")
        for argv, found in (
            ([], ["miracle"]),
            (["--config", "other.yaml"], ["tonic"]),
            (["--no-config"], ["miracle", "tonic"]),
            (["--select", "tonic"], ["tonic"]),
        ):
            main(["--format", "json", *argv, "a.md"])
            assert rules_found(capsys) == found
        assert main(["--config", "gone.yaml", "a.md"]) == 2
        assert "gone.yaml: cannot be read: No such file or directory" in capsys.readouterr().err
        assert main(["--config", "other.yaml", "--no-config", "a.md"]) == 2

    def test_standard_input(self, drafts: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
        def type_in(data: bytes) -> None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

        type_in("漢 cure".encode())
        assert main(["-"]) == 1
        assert capsys.readouterr().out.startswith("<stdin>:1:3 error cure")
        type_in(b"cure")
        assert main(["--stdin-filename", "posts/new.md", "-"]) == 1
        assert capsys.readouterr().out.startswith("posts/new.md:1:1 error cure")
        type_in(b"\0")
        assert main(["-"]) == 2
        assert capsys.readouterr().err == "claimlint: error: <stdin>: looks like a binary file (a NUL byte at byte 0)\n"

    def test_version_and_help(self, folder: Path, capsys: Capture) -> None:
        assert main(["--version"]) == 0
        assert capsys.readouterr().out == f"claimlint {__version__}\n"
        for argv in (["--help"], ["check", "-h"]):
            assert main(argv) == 0
            out = capsys.readouterr().out
            for word in ("Usage: claimlint [check] [OPTIONS] PATH...", "--stdin-filename", "explain", "exit codes"):
                assert word in out

    def test_no_path_is_an_error_that_says_what_to_do(self, folder: Path, capsys: Capture) -> None:
        assert main([]) == 2
        assert capsys.readouterr().err == (
            "claimlint: error: no drafts named: give a file, a folder such as ., or - (see claimlint --help)\n"
        )


class TestColour:
    @pytest.mark.parametrize(
        ("argv", "environment", "coloured"),
        [
            ([], {}, False),
            ([], {"FORCE_COLOR": "1"}, True),
            ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
            ([], {"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
            (["--color", "always"], {"NO_COLOR": "1"}, True),
            (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        ],
    )
    def test_option_then_no_color_then_force_color(
        self, drafts: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch,
        argv: list[str], environment: dict[str, str], coloured: bool,
    ) -> None:  # fmt: skip
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        main([*argv, "a.md"])
        assert ("\x1b[" in capsys.readouterr().out) is coloured

    def test_columns_sets_the_width(self, folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
        Path("a.md").write_text("before " * 30 + "cure" + " after" * 30)
        for columns in (40, 70):
            monkeypatch.setenv("COLUMNS", str(columns))
            main(["a.md"])
            line = capsys.readouterr().out.split("\n")[1]
            assert columns - 2 <= len(line) <= columns


STUB = """
import sys
sys.path.insert(0, {tests!r})
from types import ModuleType
from wordlinter import WordLinter
module = ModuleType("claimlint.project.lint")
module.make_linter = WordLinter
sys.modules["claimlint.project.lint"] = module
from claimlint.cli.main import run
run()
"""


def command(*argv: str) -> list[str]:
    return [sys.executable, "-c", STUB.format(tests=str(Path(__file__).parent.parent)), *argv]


class TestProcess:
    def test_a_closed_pipe_is_quiet(self, drafts: Path) -> None:
        Path("long.md").write_text("cure\n" * 20_000)
        process = subprocess.Popen(command("long.md"), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(20) == 141
        process.stderr.close()

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
    def test_a_full_disk_is_one_line(self, drafts: Path) -> None:
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(command("a.md"), stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        assert done.stderr == "claimlint: error: the report cannot be printed: No space left on device\n"
        assert done.returncode == 2

    def test_ctrl_c_is_130_without_a_traceback(self, folder: Path) -> None:
        import signal
        import time

        os.mkfifo("slow.md")
        hearing = lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)  # noqa: E731 - a background job is born deaf
        process = subprocess.Popen(
            command("slow.md"),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=hearing,  # noqa: PLW1509
        )
        end = -1
        while end < 0 and process.poll() is None:
            try:
                end = os.open("slow.md", os.O_WRONLY | os.O_NONBLOCK)
            except OSError:  # nobody reads yet
                time.sleep(0.01)
        time.sleep(0.1)
        for _ in range(10):  # Python may lose a signal that comes inside a destructor: a person presses again
            process.send_signal(signal.SIGINT)
            try:
                _, err = process.communicate(timeout=3)
                break
            except subprocess.TimeoutExpired:
                continue
        os.close(end)
        assert (process.returncode, err) == (130, "")

    def test_a_terminal_that_knows_no_such_character_gets_an_escape(self, folder: Path) -> None:
        Path("a.md").write_text("漢 cure", encoding="utf-8")
        environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
        text = subprocess.run(command("a.md"), capture_output=True, env=environment, check=False)
        assert b"    \\u6f22 cure\n" in text.stdout
        data = subprocess.run(command("--format", "json", "a.md"), capture_output=True, env=environment, check=False)
        assert json.loads(data.stdout.decode("utf-8"))["findings"][0]["column"] == 3
