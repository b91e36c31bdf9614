"""The cache of findings as a run uses it: what was found in a draft of the same words, under the same rules."""

from __future__ import annotations

from hashlib import blake2b

from claimlint.document.formats import format_of
from claimlint.errors import ClaimlintError
from claimlint.project.cache.entry import packed, unpacked
from claimlint.project.cache.identity import Identities
from claimlint.project.cache.store import Store
from claimlint.project.discovery import Target
from claimlint.project.model import FileResult
from claimlint.project.reading import read_draft


class FindingsCache:
    """Finds and keeps results. What a run does with a result afterwards (baseline, `--changed`) is not part of it."""

    def __init__(self, folder: str, *, notes: bool) -> None:
        """`notes`: whether the results say what was not flagged."""
        self._store = Store(folder)
        self._notes = notes
        self._identities = Identities()

    def __getstate__(self) -> tuple[Store, bool]:
        """For another process, which looks at the rules itself."""
        return self._store, self._notes

    def __setstate__(self, state: tuple[Store, bool]) -> None:
        self._store, self._notes = state
        self._identities = Identities()

    def find(self, target: Target) -> FileResult | None:
        """The result for a draft that was checked before; None for any other, and for one that cannot be read."""
        identity = b"" if target.stdin else self._identities.of(target.settings)  # stdin can be read only once
        if not identity:
            return None
        try:
            text = read_draft(target.path, target.settings.max_bytes)
        except ClaimlintError:
            return None
        kept = self._store.get(self._key(identity, target, text))
        if kept is None:
            return None
        return unpacked(kept, path=target.path, text=text, fail_on=target.settings.fail_on)

    def keep(self, target: Target, result: FileResult) -> None:
        """Keep a result for the next run, if it is one of a draft that could be checked."""
        identity = b"" if target.stdin else self._identities.confirm(target.settings)
        body = packed(result) if identity else None
        if body is not None:
            self._store.put(self._key(identity, target, result.text), body)

    def _key(self, identity: bytes, target: Target, text: str) -> str:
        read_as = target.settings.input_format or format_of(target.path)
        digest = blake2b(identity, digest_size=20)
        digest.update(f"{read_as} {self._notes}\n".encode())
        digest.update(text.encode("utf-8", "surrogatepass"))
        return digest.hexdigest()
