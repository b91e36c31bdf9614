"""What applies to a draft, for people and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from claimlint.project.applies import DEFAULT, Applied
from claimlint.reporting.terminal import escape


def text_of(found: Applied) -> Iterator[str]:
    """Lines for people: whether it is checked, its files, the settings that are not the default, and the rules."""
    yield f"{escape(found.path)}\n"
    rows = [
        ("checked", _checked(found)),
        ("configuration", found.configuration or "none: the defaults"),
        ("baseline", found.baseline or "none"),
    ]
    yield from _table(rows)
    changed = [(s.key, f"{_short(s.value)}   ({s.source})") for s in found.settings if s.source != DEFAULT]
    if changed:
        yield "\nsettings\n"
        yield from _table(changed)
    yield "\nrules\n"
    yield from _table(
        (rule.id, (rule.severity if rule.on else "off") + (f"   ({rule.why})" if rule.why else ""))
        for rule in found.rules
    )


def json_of(found: Applied) -> Iterator[str]:
    """One object with everything, defaults included."""
    data: dict[str, Any] = found._asdict()
    data["settings"] = {s.key: {"value": s.value, "source": s.source} for s in found.settings}
    data["rules"] = [rule._asdict() for rule in found.rules]
    yield json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _checked(found: Applied) -> str:
    if found.excluded:
        return f"no ({found.excluded})"
    return f"when it is named; a folder search leaves it out ({found.unsearched})" if found.unsearched else "yes"


def _table(rows: Any) -> Iterator[str]:
    listed = list(rows)
    widest = max(len(name) for name, _ in listed)
    for name, value in listed:
        yield f"  {escape(name):{widest}}  {escape(value)}\n"


def _short(value: Any) -> str:
    """A value on one line, as one would write it in YAML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {inner}" for key, inner in value.items())
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return ", ".join(f"{e['mark']}:{e['value']} +{len(e['phrases'])}".replace(": +", " +") for e in value)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
