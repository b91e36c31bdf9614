"""What the page about large runs shows in Python runs as it stands there; its sessions are replayed by test_docs.py."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

PAGE = Path(__file__).parent.parent / "docs" / "large-runs.md"


@pytest.mark.usefixtures("ends_in_time")
def test_the_example_for_a_cluster_runs() -> None:
    pytest.importorskip("dask.bag")
    (code,) = re.findall(r"^```python\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.M | re.S)
    names: dict[str, Any] = {}
    exec(code, names)
    assert {row["id"] for row in names["rows"]} == set(range(1000))
    assert {row["rule"] for row in names["rows"]} >= {"uncited-claim", "absolute-language"}


def test_its_links_lead_somewhere() -> None:
    for path in re.findall(r"\]\(([^)#]+)", PAGE.read_text(encoding="utf-8")):
        assert (PAGE.parent / path).exists(), path
