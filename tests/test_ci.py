"""The GitHub Action, run as the runner runs it, and the snippets of docs/continuous-integration.md."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
PAGE = (ROOT / "docs" / "continuous-integration.md").read_text(encoding="utf-8")
INSTALL, CHECK = ACTION["runs"]["steps"]

needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")


def step(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The second step, as the runner starts it: each input in the variable that the action gives it, and no place in
    the script where one could stand."""
    home = folder / "runner" / "claimlint" / "bin"
    if not home.exists():
        home.mkdir(parents=True)
        (home / "python").symlink_to(sys.executable)
        (home / "claimlint").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimlint "$@"\n')
        (home / "claimlint").chmod(0o755)
    values = {name: str(about.get("default", "")) for name, about in ACTION["inputs"].items()} | inputs
    environment = {**os.environ, "RUNNER_TEMP": str(folder / "runner"), "GITHUB_ACTIONS": "true"}
    environment["PYTHONPATH"] = str(ROOT / "src")
    environment.pop("GITHUB_STEP_SUMMARY", None)
    for name, value in CHECK["env"].items():
        match = re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", value)
        assert match, f"{name} is more than an input"
        environment[name] = values[match[1]]
    script = folder / "runner" / "step.sh"
    script.write_text(CHECK["run"], encoding="utf-8")
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture
def drafts(folder: Path) -> Path:
    (folder / "posts").mkdir()
    (folder / "posts/a.md").write_text("Take 400 mg of magnesium every night before bed.\n")
    return folder


@needs_bash
class TestAction:
    def test_findings_are_annotations_and_fail_the_step(self, drafts: Path) -> None:
        done = step(drafts)
        assert done.returncode == 1, done.stderr
        assert done.stdout.startswith("::error file=posts/a.md,line=1,endLine=1,col=1,endColumn=")
        assert step(drafts, **{"fail-on": "never"}).returncode == 0

    def test_other_formats_cannot_command_the_log(self, drafts: Path) -> None:
        lines = step(drafts, format="concise").stdout.splitlines()
        token = lines[0].removeprefix("::stop-commands::")
        assert re.fullmatch("[0-9a-f]{32}", token)
        assert lines[1].startswith("posts/a.md:1:1: error unsourced-dose ")
        assert lines[-1] == f"::{token}::"

    def test_a_report_goes_to_a_file(self, drafts: Path) -> None:
        done = step(drafts, format="sarif", output="report.sarif", args="--select=unsourced-dose\n--no-config\n")
        assert done.returncode == 1, done.stderr
        (result,) = json.loads((drafts / "report.sarif").read_text())["runs"][0]["results"]
        assert result["ruleId"] == "unsourced-dose"

    def test_an_input_is_never_a_part_of_the_script(self, drafts: Path) -> None:
        evil = '$(touch pwned)\n`touch pwned`\n; touch pwned\n" && touch pwned\n--help\nposts/a.md\r\n'
        done = step(drafts, paths=evil, output="$(touch pwned).json", format="json")
        assert done.returncode == 2
        assert "claimlint: error: $(touch pwned): no such file or folder\n" in done.stderr
        assert "claimlint: error: --help: no such file or folder\n" in done.stderr
        report = json.loads((drafts / "$(touch pwned).json").read_text())
        assert [finding["path"] for finding in report["findings"]] == ["posts/a.md"]
        assert not (drafts / "pwned").exists()
        assert step(drafts, format="$(touch pwned)").returncode == 2
        assert not (drafts / "pwned").exists()


def test_no_script_of_the_action_is_put_together_from_inputs() -> None:
    for each in (INSTALL, CHECK):
        assert "${{" not in each["run"]
    mapped = {re.sub(r"\W|inputs\.", "", value.replace("-", "_")) for value in CHECK["env"].values()}
    assert mapped == {name.replace("-", "_") for name in ACTION["inputs"]}


def snippets() -> list[str]:
    return [match[1] for match in re.finditer(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)]


@pytest.mark.parametrize(
    ("schema", "texts"),
    [
        ("github-actions", [(ROOT / "action.yml").read_text(encoding="utf-8")]),
        ("github-workflows", [text for text in snippets() if text.startswith("name:")]),
        ("gitlab-ci", [text for text in snippets() if text.startswith("claimlint:")]),
    ],
)
def test_what_servers_read_fits_their_schemas(tmp_path: Path, schema: str, texts: list[str]) -> None:
    files = [tmp_path / f"{number}.yml" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    assert files
    argv = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *map(str, files)]
    done = subprocess.run(argv, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_inputs_on_the_page_are_the_actions() -> None:
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| (?:`(.*)`)? ?\|", PAGE, re.MULTILINE))
    assert rows == {name: about["default"] for name, about in ACTION["inputs"].items()}


def test_commands_on_the_page_can_be_typed(drafts: Path) -> None:
    """Each claimlint command line of the snippets is understood."""
    from claimlint.cli.main import main

    lines = [line for text in snippets() for line in re.findall(r"^ +- claimlint (.*)$", text, re.MULTILINE)]
    assert [main(line.split()) for line in lines] == [0, 1]
    assert json.loads(Path("gl-code-quality-report.json").read_text())[0]["check_name"] == "unsourced-dose"
