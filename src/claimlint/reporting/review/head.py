"""How every page of claimlint begins: nothing is fetched, nothing is run, and its own style is all that applies."""

from __future__ import annotations

import os
from base64 import b64encode
from hashlib import sha256

from claimlint.reporting.review.elements import Html, el


def opening(title: str) -> str:
    """All up to the page's first visible element."""
    style = _style()
    digest = b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=Html(policy)),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="robots", content="noindex"),
        el("meta", http_equiv="x-dns-prefetch-control", content="off"),
        el("meta", name="color-scheme", content="light dark"),
        el("title", title),
        el("style", Html(style)),
    )
    return f'<!doctype html>\n<html lang="en">\n{head}\n<body>\n'


def _style() -> str:
    with open(os.path.join(os.path.dirname(__file__), "page.css"), encoding="utf-8") as stream:  # noqa: PTH118, PTH120, PTH123
        return stream.read()
