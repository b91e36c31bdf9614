"""`claimlint lsp`: a language server over standard input and output.

A draft is checked a moment after the last keystroke, in a thread of its own, so that typing never waits for it.
"""

from __future__ import annotations

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from claimlint import __version__
from claimlint.editor.actions import FIX_ALL, Draft, actions, resolved
from claimlint.editor.diagnostics import Ranges, diagnostics, trouble
from claimlint.editor.drafts import Checked, Drafts
from claimlint.editor.hover import hover
from claimlint.editor.texts import Texts, opened_text
from claimlint.errors import ClaimlintError

PAUSE = 0.25
"""How many seconds nothing must be typed before a draft is checked."""

NAMES = {"markdown": "untitled.md", "html": "untitled.html", "mdx": "untitled.mdx"}
"""A name that tells the format of a draft that was never saved, by the editor's language id."""


class Server(LanguageServer):
    """One editor's server."""

    def __init__(self) -> None:
        super().__init__("claimlint", __version__)
        self._drafts = Drafts()
        self._known: dict[str, Draft] = {}
        self._worker = ThreadPoolExecutor(1, "claimlint")

    async def check_soon(self, uri: str) -> None:
        """Check a draft unless more is typed in the meantime."""
        asked = self._version(uri)
        await asyncio.sleep(PAUSE)
        if asked is not None and self._version(uri) == asked:
            await self.check(uri)

    async def check(self, uri: str) -> None:
        """Check a draft and show what is found."""
        document = opened_text(self.workspace, uri)
        if document is None:
            return
        version, text = document.version, document.source
        path = to_fs_path(uri) if uri.startswith("file:") else None
        name = os.path.relpath(path) if path else NAMES.get(document.language_id or "", "untitled.txt")
        found: list[types.Diagnostic] = []
        draft: Draft | None = None
        try:
            loop = asyncio.get_running_loop()
            checked = await loop.run_in_executor(self._worker, self._drafts.check, name, text)
            draft = self._draft(uri, version, checked) if checked else None
            found = diagnostics(draft.checked.result, draft.ranges) if draft else []
        except ClaimlintError as error:
            found = [trouble(error)]
        if self._version(uri) != version:
            return  # closed or edited since: what was found is about another text
        self._known.pop(uri, None)
        if draft is not None:
            self._known[uri] = draft
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    def forget(self, uri: str) -> None:
        """A draft was closed: nothing of it is shown any more."""
        self._known.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def draft(self, uri: str) -> Draft | None:
        """A draft as it was last checked, if it has not changed since."""
        draft = self._known.get(uri)
        return draft if draft and draft.version == self._version(uri) else None

    def resolves(self) -> bool:
        """Whether the editor asks for the edit of an action when it is chosen."""
        capabilities = self.client_capabilities.text_document
        asked = capabilities.code_action.resolve_support if capabilities and capabilities.code_action else None
        return asked is not None and "edit" in asked.properties

    def _version(self, uri: str) -> int | None:
        """The version of a draft that is open."""
        document = opened_text(self.workspace, uri)
        return document.version if document else None

    def _draft(self, uri: str, version: int | None, checked: Checked) -> Draft:
        encoding = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
        return Draft(uri, version, checked, Ranges(checked.result, str(getattr(encoding, "value", encoding))))


def make_server() -> Server:
    """The server with all that it answers."""
    server = Server()

    @server.feature(types.INITIALIZE)
    def began(_: types.InitializeParams) -> None:
        server.protocol._workspace = Texts.like(server.workspace)  # pygls has no public way to bring one's own

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        await server.check(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        await server.check_soon(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        await server.check(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.forget(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def watched(_: types.DidChangeWatchedFilesParams) -> None:
        for document in list(server.workspace.text_documents.values()):
            await server.check(document.uri)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        draft = server.draft(params.text_document.uri)
        if draft is None:
            return None
        folders = draft.checked.linter.settings.rule_paths
        return hover(draft.checked.result, draft.ranges, params.position, folders)

    kinds = [types.CodeActionKind.QuickFix, FIX_ALL]

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=kinds, resolve_provider=True)
    )
    def offered(params: types.CodeActionParams) -> list[types.CodeAction]:
        draft = server.draft(params.text_document.uri)
        if draft is None:
            return []
        only = [str(getattr(kind, "value", kind)) for kind in params.context.only or ()]
        found = list(actions(draft, params.range, only))
        if server.resolves():
            return found
        return [done for action in found if (done := action if action.edit else resolved(draft, action)).edit]

    @server.feature(types.CODE_ACTION_RESOLVE)
    def chosen(action: types.CodeAction) -> types.CodeAction:
        data: dict[str, Any] = action.data if isinstance(action.data, dict) else {}
        draft = server.draft(str(data.get("uri", "")))
        return resolved(draft, action) if draft else action

    return server
