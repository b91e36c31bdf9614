"""The texts that an editor holds, with lines as the protocol has them.

pygls also ends lines at form feeds, U+2028 and the like, as Python does. Editors do not: behind such a character each
change would go into the wrong place, and the server would check a text that nobody has written.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import unquote

from pygls.workspace import TextDocument, Workspace

from claimlint.lazy import lazy

LINE = lazy(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class Text(TextDocument):
    """One draft."""

    @property
    def lines(self) -> Sequence[str]:
        """With their line ends; no empty one behind the last."""
        return tuple(LINE.findall(self.source))


class Texts(Workspace):
    """All open drafts."""

    @classmethod
    def like(cls, other: Workspace) -> Texts:
        """With the folders and the position encoding of another workspace."""
        return cls(
            other.root_uri, workspace_folders=[*other.folders.values()], position_encoding=other.position_encoding
        )

    def _create_text_document(
        self, doc_uri: str, source: str | None = None, version: int | None = None, language_id: str | None = None
    ) -> Text:
        return Text(doc_uri, source, version, language_id, position_codec=self.position_codec)


def opened_text(workspace: Workspace, uri: str) -> TextDocument | None:
    """The draft at a URI, if it is open. pygls knows it by the URI without quoting: `a b.md` for `a%20b.md`."""
    found: TextDocument | None = workspace.text_documents.get(unquote(uri))
    return found
