"""`--format` and `--statistics`, as they are typed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimlint.cli.main import main
from claimlint.reporting.formats import FORMATS

Capture = pytest.CaptureFixture[str]


@pytest.mark.usefixtures("word_linter")
class TestFormats:
    @pytest.mark.parametrize("name", FORMATS)
    def test_the_same_report_goes_to_a_file_and_errors_to_standard_error(
        self, folder: Path, capsys: Capture, name: str
    ) -> None:
        Path("a.md").write_text("漢 cure \U0001f48a\n", encoding="utf-8")
        assert main(["--format", name, "a.md", "gone.md"]) == 2
        printed, said = capsys.readouterr()
        assert said == "claimlint: error: gone.md: no such file or folder\n"
        assert main(["--format", name, "--output", "report", "a.md", "gone.md"]) == 2
        assert capsys.readouterr() == ("", said)
        assert Path("report").read_text(encoding="utf-8") == printed
        assert "cure" in printed

    @pytest.mark.parametrize("name", FORMATS)
    def test_a_clean_draft_is_0_in_every_format(self, folder: Path, capsys: Capture, name: str) -> None:
        Path("a.md").write_text("fine\n")
        assert main(["--format", name, "a.md"]) == 0
        assert capsys.readouterr().err == ""

    def test_statistics_are_for_formats_with_a_place_for_them(self, folder: Path, capsys: Capture) -> None:
        Path("a.md").write_text("cure\n")
        assert main(["--statistics", "a.md"]) == 1
        assert "\nfindings by rule\n    1  cure\n" in capsys.readouterr().out
        assert main(["--statistics", "--format", "json", "a.md"]) == 1
        assert capsys.readouterr().out.endswith(
            ', "statistics": [{"path": "a.md", "findings": 1, "by_rule": {"cure": 1}}]}\n'
        )
        assert main(["--statistics", "--format", "sarif", "a.md"]) == 2
        assert capsys.readouterr().err == "claimlint: error: --statistics goes with --format text, concise, json\n"

    def test_an_unknown_format_is_an_error_that_lists_them(self, folder: Path, capsys: Capture) -> None:
        assert main(["--format", "sarrif", "a.md"]) == 2
        assert "'sarif'" in capsys.readouterr().err


def test_only_the_module_of_the_format_is_imported(folder: Path) -> None:
    Path("a.md").write_text("Zinc cures colds.\n")
    for name in ("text", "concise", "json", "github"):
        code = f"from claimlint.cli.main import main\nmain(['--format', '{name}', 'a.md'])\nimport sys\n"
        code += "print(*sys.modules, file=sys.stderr)"
        argv = [sys.executable, "-c", code]
        done = subprocess.run(argv, env=os.environ, capture_output=True, text=True, check=False)
        loaded = {module.split(".")[-1] for module in done.stderr.split() if module.endswith("_report")}
        needed = {"concise": {"text_report"}, "github": {"concise_report", "text_report", "markdown_report"}}
        assert loaded == {f"{name}_report"} | needed.get(name, set())
