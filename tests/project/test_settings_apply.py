"""Every key of a configuration changes what the real linter finds."""

from __future__ import annotations

from pathlib import Path

import claimlint
from wordlinter import HOUSE_RULE

DRAFT = (
    "Zinc lowers blood pressure in adults. Take 50 mg a day.\n\nMore on [this page](https://www.amazon.com/s?k=zinc).\n"
)


def found(folder: Path, config: str, draft: str = DRAFT) -> list[tuple[str, str]]:
    (folder / "draft.md").write_text(draft)
    (folder / ".claimlint.yaml").write_text(config)
    report = claimlint.lint_paths([folder / "draft.md"])
    assert report.results[0].error is None
    return [(finding.rule, finding.severity) for finding in report.findings]


ALL = [("uncited-claim", "warning"), ("unsourced-dose", "error"), ("vendor-link", "error")]


def test_without_a_configuration(folder: Path) -> None:
    assert found(folder, "") == ALL


def test_select_and_ignore(folder: Path) -> None:
    assert found(folder, "select: [unsourced-dose, vendor-link]\nignore: [vendor-link]\n") == [ALL[1]]


def test_severity(folder: Path) -> None:
    assert found(folder, "severity: {uncited-claim: info}\n") == [("uncited-claim", "info"), *ALL[1:]]


def test_allowed_and_denied_domains(folder: Path) -> None:
    link = "There is more [on this page](https://www.wunder.example/zinc).\n"
    assert found(folder, "deny-domains: [wunder.example]\n", link) == [("vendor-link", "error")]
    assert found(folder, "", link) == []
    shop = "Zinc is [in this shop](https://www.wunder.example/products/zinc).\n"
    assert ("vendor-link", "error") in found(folder, "", shop)
    assert ("vendor-link", "error") not in found(folder, "allow-domains: [wunder.example]\n", shop)


def test_lexicons(folder: Path) -> None:
    draft = "Zinc is a wundermittel for colds [1].\n"
    assert found(folder, "", draft) == []
    words = "lexicons:\n  absolute-word: {hyperbole: [wundermittel]}\n"
    assert found(folder, words, draft) == [("absolute-language", "warning")]


def test_rule_paths(folder: Path) -> None:
    (folder / "house").mkdir()
    (folder / "house/house-word.yaml").write_text(HOUSE_RULE)
    assert found(folder, "rule-paths: [house]\n", "Kale is a superfood.\n") == [("house-word", "info")]
    assert found(folder, "rule-paths: [house]\nignore: [house-word]\n", "Kale is a superfood.\n") == []
