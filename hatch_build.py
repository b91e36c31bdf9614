"""Build hook: compiles the rule pack into the wheel, so that an installed claimlint never parses YAML."""

from __future__ import annotations

import marshal
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent


class PackHook(BuildHookInterface[Any]):
    """Adds `claimlint/_rules/compiled-<python>.bin` to standard wheels (not to editable ones)."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        sys.path.insert(0, str(ROOT / "src"))
        try:
            from claimlint.rules.build import build_pack
            from claimlint.rules.pack import COMPILED, shipped_key
        finally:
            sys.path.pop(0)
        target = ROOT / "build" / COMPILED
        target.parent.mkdir(exist_ok=True)
        pack = build_pack([ROOT / "rules"])
        target.write_bytes(marshal.dumps({"key": shipped_key(), "pack": pack}))
        build_data["force_include"][str(target)] = f"claimlint/_rules/{COMPILED}"
