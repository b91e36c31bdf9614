"""XML that is well-formed whatever a draft holds: most control characters cannot stand in XML 1.0, not even escaped."""

from __future__ import annotations

from claimlint.lazy import lazy
from claimlint.reporting.terminal import escape

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
NONCHARACTERS = lazy("[\ufffe\uffff]")
"""Neither XML 1.0 nor `escape` has a place for these."""
MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"})


def text(value: str) -> str:
    """The text for an element or an attribute: one line, with controls written as escapes such as `\\x1b`."""
    return _noncharacters(escape(value)).translate(MARKUP)


def attributes(**values: str | int) -> str:
    """Attributes in the order given, with a space before each."""
    return "".join(f' {name}="{text(str(value))}"' for name, value in values.items())


def _noncharacters(value: str) -> str:
    return NONCHARACTERS.sub(lambda match: f"\\u{ord(match[0]):04x}", value)
