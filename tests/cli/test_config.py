"""`claimlint config FILE`: what applies, and where it comes from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claimlint.cli.main import main

Capture = pytest.CaptureFixture[str]

CONFIG = """\
ignore: [absolute-language]
exclude: [archive/, "*.quoted.md"]
severity:
  vendor-link: warning
per-path:
  - path: shop/
    ignore: [vendor-link]
    fail-on: never
  - path: ["shop/*.txt"]
    severity: {uncited-claim: info}
"""


@pytest.fixture
def site(folder: Path) -> Path:
    (folder / ".claimlint.yaml").write_text(CONFIG)
    (folder / ".gitignore").write_text("build/\n!build/\n*.tmp.md\n")
    (folder / ".claimlintignore").write_text("old/\n")
    (folder / "shop").mkdir()
    return folder


def told(capsys: Capture, *argv: str) -> str:
    assert main(["config", *argv]) == 0
    return capsys.readouterr().out


def data(capsys: Capture, *argv: str) -> Any:
    return json.loads(told(capsys, "--format", "json", *argv))


def test_everything_that_is_not_the_default_and_every_rule(site: Path, capsys: Capture) -> None:
    assert (
        told(capsys, "shop/a.txt")
        == """\
shop/a.txt
  checked        yes
  configuration  .claimlint.yaml
  baseline       none

settings
  ignore    absolute-language, vendor-link   (.claimlint.yaml:1, .claimlint.yaml:6 (per-path shop/))
  severity  uncited-claim: info, vendor-link: warning   (.claimlint.yaml:3, .claimlint.yaml:9 (per-path shop/*.txt))
  fail-on   never   (.claimlint.yaml:6 (per-path shop/))
  exclude   archive/, *.quoted.md   (.claimlint.yaml:2)

rules
  absolute-language    off   (ignore: .claimlint.yaml:1)
  animal-as-human      warning
  open-slot            info
  uncited-claim        info   (severity: .claimlint.yaml:9 (per-path shop/*.txt))
  unsourced-dose       error
  vendor-link          off   (ignore: .claimlint.yaml:6 (per-path shop/))
  unused-suppression   info
  unknown-suppression  warning
  suppression-reason   off   (require-reason: default)
"""
    )


def test_without_a_configuration(folder: Path, capsys: Capture) -> None:
    out = told(capsys)
    assert out.startswith(
        "draft.md\n  checked        yes\n  configuration  none: the defaults\n  baseline       none\n"
    )
    assert "settings" not in out
    assert told(capsys, "--no-config") == out


def test_no_name_at_all(folder: Path, capsys: Capture) -> None:
    assert main(["config", ""]) == 2
    assert capsys.readouterr().err == "claimlint: error: FILE is empty: name a draft, such as draft.md\n"


@pytest.mark.parametrize(
    ("path", "checked"),
    [
        ("posts/a.md", "yes"),
        ("archive/2020/a.md", 'no (exclude has "archive/": .claimlint.yaml:2)'),
        ("a.quoted.md", 'no (exclude has "*.quoted.md": .claimlint.yaml:2)'),
        ("old/a.md", 'no (.claimlintignore has "old/")'),
        ("a.tmp.md", 'when it is named; a folder search leaves it out (.gitignore has "*.tmp.md")'),
        ("build/a.md", "yes"),
        ("a.rst", "when it is named; a folder search leaves it out (not one of the extensions: default)"),
        (".drafts/a.md", "when it is named; a folder search leaves it out (.drafts is never looked into)"),
        ("node_modules/a.md", "when it is named; a folder search leaves it out (node_modules is never looked into)"),
    ],
)
def test_whether_it_is_checked_is_what_a_run_does(site: Path, capsys: Capture, path: str, checked: str) -> None:
    assert told(capsys, path).splitlines()[1] == f"  checked        {checked}"
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text("Tin is a metal.\n")
    assert main([path]) == 0
    assert capsys.readouterr().out.startswith("no findings in 0" if checked.startswith("no") else "no findings in 1")
    Path("z.md").write_text("Tin is a metal.\n")
    assert main(["."]) == 0
    assert capsys.readouterr().out == f"no findings in {'2 files' if checked == 'yes' else '1 file'}\n"


def test_for_programs(site: Path, capsys: Capture) -> None:
    (site / ".claimlint-baseline.json").write_text('{"version": 1, "findings": []}')
    found = data(capsys, "shop/a.md")
    assert {key: found[key] for key in ("path", "excluded", "unsearched", "configuration", "baseline")} == {
        "path": "shop/a.md", "excluded": "", "unsearched": "", "configuration": ".claimlint.yaml",
        "baseline": ".claimlint-baseline.json",
    }  # fmt: skip
    assert found["settings"]["fail-on"] == {"value": "never", "source": ".claimlint.yaml:6 (per-path shop/)"}
    assert found["settings"]["max-bytes"] == {"value": 200_000_000, "source": "default"}
    assert found["settings"]["severity"]["value"] == {"vendor-link": "warning"}
    assert found["rules"][0] == {
        "id": "absolute-language", "on": False, "severity": "warning", "why": "ignore: .claimlint.yaml:1"
    }  # fmt: skip
    assert data(capsys, "a.md")["settings"]["input-format"] == {"value": None, "source": "default"}


def test_a_toml_configuration_and_one_that_is_named(site: Path, capsys: Capture) -> None:
    (site / "pyproject.toml").write_text(
        '[project]\nname = "x"\n\n[tool.claimlint]\nselect = ["unsourced-dose"]\n\n'
        '[[tool.claimlint.per-path]]\npath = "a"\n\n[[tool.claimlint.per-path]]\npath = "b.md"\n'
        'severity = {"unsourced-dose" = "info"}\n'
    )
    found = data(capsys, "--config", "pyproject.toml", "b.md")
    assert found["configuration"] == "pyproject.toml"
    whys = {rule["id"]: (rule["on"], rule["why"]) for rule in found["rules"]}
    assert whys["vendor-link"] == (False, "not in select: pyproject.toml:5")
    assert whys["unsourced-dose"] == (True, "severity: pyproject.toml:10 (per-path b.md)")


def test_a_broken_configuration_is_an_error(site: Path, capsys: Capture) -> None:
    (site / ".claimlint.yaml").write_text("ignor: []\n")
    assert main(["config", "a.md"]) == 2
    assert capsys.readouterr().err == (
        'claimlint: error: .claimlint.yaml:1: ignor: unknown key; did you mean "ignore"?\n'
    )


def test_a_folder_has_no_settings_of_one_draft(site: Path, capsys: Capture) -> None:
    assert main(["config", "shop"]) == 2
    assert capsys.readouterr().err == (
        "claimlint: error: shop is a folder: name a draft in it, such as shop/draft.md\n"
    )
