"""docs/configuration.md, made from the table of keys in `claimlint.project.settingkeys`."""

from __future__ import annotations

from textwrap import fill
from typing import Any

from claimlint.project.model import Settings
from claimlint.project.settingkeys import KEYS, PATH_KEYS, Key

HEAD = """\
# Configuration

claimlint works without any. To change something, write `.claimlint.yaml` (`claimlint init` writes one with every
setting in it, commented out), or the same keys into the table `[tool.claimlint]` of `pyproject.toml`:

```yaml
fail-on: error
severity:
  uncited-claim: info
```

```toml
[tool.claimlint]
fail-on = "error"

[tool.claimlint.severity]
uncited-claim = "info"
```

For each draft the nearest configuration counts, and that one alone: it is looked for in the draft's own folder, then in
the folder above and so on, up to the root of the repository. In one folder `.claimlint.yaml` comes before
`pyproject.toml`. `--config FILE` uses one file for every draft, `--no-config` none. What the command line says comes on
top: `--select`, `--ignore`, `--fail-on`, `--input-format`, `--baseline`, and `--rule-path`, which adds to `rule-paths`.

`claimlint config draft.md` says which file and which of its lines apply to a draft, and which rules look at it. A key,
rule or value that does not exist is an error that names the line and the nearest one that does.

A configuration cannot run anything, and it can name no file outside its own folder.

"""


def page() -> str:
    """The page."""
    rows = "".join(
        f"| [`{name}`](#{name}) | {key.kind} | {_default(key)} | {'yes' if name in PATH_KEYS else 'no'} |\n"
        for name, key in KEYS.items()
    )
    table = f"| key | value | default | [per path](#per-path) |\n|---|---|---|---|\n{rows}"
    return HEAD + table + "".join(_section(name, key) for name, key in KEYS.items())


def _section(name: str, key: Key) -> str:
    meaning = fill(key.meaning, 120, break_long_words=False, break_on_hyphens=False)
    return f"\n## {name}\n\n{meaning}\n\n```yaml\n{key.example}\n```\n"


def _default(key: Key) -> str:
    value: Any = getattr(Settings(), key.field)
    if value in ("", None, ()):
        return "none"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{' '.join(value)}`" if isinstance(value, tuple) else f"`{value}`"
