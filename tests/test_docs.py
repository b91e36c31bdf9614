"""Generated pages say what the rules and the measurements say now."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parent.parent


def load(path: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(Path(path).stem, ROOT / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_rule_has_a_fresh_page_and_no_page_is_left_over() -> None:
    pages = load("tools/make_pages.py").pages()
    assert {path: path.read_text(encoding="utf-8") for path in pages} == pages
    assert set((ROOT / "docs" / "rules").glob("*.md")) == set(pages)


def test_the_accuracy_page_holds_the_figures_of_today() -> None:
    """Precision and recall of every rule on our own drafts, to the third decimal."""
    page = load("benchmarks/accuracy.py").page()
    assert (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8") == page
