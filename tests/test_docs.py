"""Generated pages say what the rules and the measurements say now."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import claimlint.rules.load as load_module
from claimlint.document.model import Format
from claimlint.document.parse import parse
from claimlint.project.comments import COMMANDS
from claimlint.reporting.review.summary import VERDICT_NAMES

ROOT = Path(__file__).parent.parent


def load(path: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(Path(path).stem, ROOT / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_page_is_fresh_and_no_rule_page_is_left_over() -> None:
    pages = load("tools/make_pages.py").pages()
    assert {path: path.read_text(encoding="utf-8") for path in pages} == pages
    rules = ROOT / "docs" / "rules"
    assert set(rules.glob("*.md")) == {path for path in pages if path.parent == rules}


def test_a_stale_output_would_be_noticed() -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    stale = page.replace("absolutely destroys", "absolutely destroyed")
    assert stale != page
    assert load("tools/command_output.py").refresh(stale) == page


def test_a_stale_session_would_be_noticed() -> None:
    page = (ROOT / "docs" / "adopting.md").read_text(encoding="utf-8")
    stale = page.replace("2 in the baseline", "3 in the baseline")
    assert stale != page
    assert load("tools/session.py").replay(stale) == page


def test_every_comment_that_the_page_on_adopting_shows_is_one() -> None:
    page = (ROOT / "docs" / "adopting.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| ([^|`]+?) \| (.*`.*….*`.*) \|$", page, re.M))
    formats: dict[str, tuple[Format, ...]] = {
        "Markdown, HTML": ("markdown",), "MDX": ("markdown",), "templates": ("markdown", "html"),
        "forum posts (BBCode)": ("bbcode",), "plain text, BBCode": ("text", "bbcode"),
    }  # fmt: skip
    assert set(rows) == {*formats, "front matter"}
    for row, of in formats.items():
        for form in re.findall(r"`([^`]*…[^`]*)`", rows[row]):
            for format_ in of:
                draft = f"Zinc is a metal.\n\n{form.replace('…', 'claimlint-disable-line x: y')}\n"
                assert [d.text for d in parse(draft, format_).directives] == ["claimlint-disable-line x: y"], form
    for command in COMMANDS:
        assert f"`claimlint-{command}" in page


def test_the_accuracy_page_holds_the_figures_of_today() -> None:
    """Precision and recall of every rule on our own drafts, to the third decimal."""
    page = load("benchmarks/accuracy.py").page()
    assert (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8") == page


def test_the_page_for_moderators_names_every_rule_of_theirs_and_every_proposal() -> None:
    page = (ROOT / "docs" / "moderating.md").read_text(encoding="utf-8")
    rules = {path.stem for path in (ROOT / "rules" / "moderation").glob("*.yaml")}
    assert set(re.findall(r"^\| `([a-z-]+)` \|", page, re.M)) == rules
    for name in VERDICT_NAMES.values():
        assert f"\n| {name} |" in page
    for path in re.findall(r"\]\(([^)#]+)", page):
        assert (ROOT / "docs" / path).exists(), path


def test_the_rule_shown_in_the_page_about_rules_is_the_one_that_runs() -> None:
    page = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")
    shown = page.partition("```yaml\n")[2].partition("```")[0]
    rule = (ROOT / "docs" / "example-rules" / "unnamed-toxins.yaml").read_text(encoding="utf-8")
    assert re.sub(r" {2,}# .*", "", shown) == rule


def test_the_page_about_rules_names_every_key_condition_and_rewording() -> None:
    page = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")
    for name in (*load_module.KEYS, *load_module.GROUPS, *load_module.NEIGHBOURS, *load_module.RECIPES):
        if name != "remove-slot":
            assert re.search(rf"`[^`\n]*\b{name}\b[^`\n]*`", page), name
