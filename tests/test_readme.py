"""The README promises nothing that the command does not do now."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from claimlint.cli.commands import COMMANDS
from claimlint.cli.main import main
from claimlint.project.config import Configurations

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"


def block(language: str, start: str) -> str:
    """The first code block of a language that begins so."""
    for match in re.finditer(rf"^```{language}\n(.*?)^```$", README.read_text(encoding="utf-8"), re.M | re.S):
        if match[1].startswith(start):
            return match[1]
    raise AssertionError(f"no {language} block that begins with {start!r}")


def test_the_draft_is_the_one_that_is_linked() -> None:
    draft = (ROOT / "docs/example.md").read_text(encoding="utf-8")
    assert draft.startswith(block("markdown", "# Sleeping") + "\n## References\n")


def test_the_output_is_what_the_command_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(["docs/example.md"]) == 1
    printed = capsys.readouterr().out
    if os.environ.get("UPDATE_README"):
        text = README.read_text(encoding="utf-8")
        README.write_text(text.replace(block("text", ""), printed, 1), encoding="utf-8")
    assert block("text", "docs/example.md") == printed


def test_each_rule_is_in_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    rules = set(re.findall(r"^([a-z-]+) ", capsys.readouterr().out, re.M))
    assert set(re.findall(r"^\| `([a-z-]+)` \|", README.read_text(encoding="utf-8"), re.M)) == rules


def test_the_configuration_is_one(folder: Path) -> None:
    (folder / "house-rules").mkdir()
    (folder / "house-rules/all-natural.yaml").write_text(block("yaml", "id: all-natural"), encoding="utf-8")
    (folder / ".claimlint.yaml").write_text(block("yaml", "select:"), encoding="utf-8")
    settings = Configurations().for_file("draft.md")
    assert (settings.fail_on, settings.extensions, settings.max_bytes) == ("error", (".md", ".post"), 200_000_000)


def test_every_key_of_a_configuration_is_in_it() -> None:
    from claimlint.project.settingkeys import KEYS

    assert set(re.findall(r"^([a-z-]+):", block("yaml", "select:"), re.M)) == set(KEYS)


def test_the_rule_does_what_it_says(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "house-rules").mkdir()
    (folder / "house-rules/all-natural.yaml").write_text(block("yaml", "id: all-natural"), encoding="utf-8")
    (folder / "draft.md").write_text("This all-natural tea tastes of mint.\n")
    assert main(["test", "house-rules/all-natural.yaml"]) == 0
    assert capsys.readouterr().out == "2 of 2 examples of 1 rule do as they say\n"
    assert main(["--rule-path", "house-rules", "--fail-on", "info", "draft.md"]) == 1
    assert capsys.readouterr().out == (
        "draft.md:1:6 info all-natural “all-natural” says nothing about what it does\n"
        "    This all-natural tea tastes of mint.\n"
        "         ^^^^^^^^^^^\n"
        "    suggest: This tea tastes of mint.\n\n"
        "1 finding (1 info) in 1 of 1 file\n"
    )


def test_the_python_example_runs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "posts").mkdir()
    (folder / "posts/a.md").write_text("Zinc lowers blood pressure in adults.\n")
    exec(compile(block("python", "import claimlint"), "README.md", "exec"), {})
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("1 1 uncited-claim ") for line in lines)
    assert int(lines[-2]) >= 1
    assert lines[-1] == "Zinc strengthens the immune system [1]."


@pytest.mark.parametrize("page", ["README.md", "docs/moderating.md"])
def test_every_option_that_it_names_exists(capsys: pytest.CaptureFixture[str], page: str) -> None:
    known = {}
    for command in COMMANDS:
        assert main([command, "--help"]) == 0
        known[command] = capsys.readouterr().out
    for line in re.findall(r"claimlint ([^\n`|]+)", (ROOT / page).read_text(encoding="utf-8")):
        words = line.split()
        command = words[0] if words[0] in COMMANDS else "check"
        for option in re.findall(r"(?<!\S)--[a-z-]+", line):
            assert option in known[command], f"claimlint {line}"


def test_the_page_of_formats_names_them_all() -> None:
    from claimlint.reporting.formats import FORMATS

    page = (ROOT / "docs/formats.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z]+)` \|", page, re.M) == list(FORMATS)
    assert "twelve report formats" in README.read_text(encoding="utf-8")
    assert len(FORMATS) == 12
