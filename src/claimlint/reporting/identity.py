"""What makes a finding the same after the draft was edited elsewhere: its rule and its sentence, not its line."""

from __future__ import annotations

from claimlint.project.baseline import fingerprint
from claimlint.project.model import FileResult, Finding


class Identities:
    """The fingerprints of one draft's findings. Ask for them in text order: equal ones are told apart by counting."""

    def __init__(self, result: FileResult, *, scope: str = "") -> None:
        """`scope` is mixed in: the draft's path where fingerprints of several drafts must differ."""
        self._text = result.text
        self._scope = scope
        self._seen: dict[tuple[str, str], int] = {}

    def __call__(self, finding: Finding) -> str:
        """32 hexadecimal digits."""
        return self.of(finding.rule, self._text[finding.unit_start : finding.unit_end])

    def of(self, rule: str, sentence: str) -> str:
        """The same for a rule's finding in a sentence. What does not count in the baseline does not count here."""
        from hashlib import sha256

        key = (rule, fingerprint(sentence))
        self._seen[key] = self._seen.get(key, 0) + 1
        parts = (self._scope, *key, str(self._seen[key]))
        return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
