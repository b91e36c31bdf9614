"""A client for the language server protocol, as bare as an editor's: JSON-RPC over the server's standard streams."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

PATIENCE = 60
"""Seconds after which an answer counts as missing."""


class Client:
    """A running server, initialised in the current folder."""

    def __init__(self, capabilities: dict[str, Any] | None = None) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "claimlint", "lsp", "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        self._inbox: Queue[dict[str, Any]] = Queue()
        self._aside: list[dict[str, Any]] = []
        self._number = 0
        Thread(target=self._listen, daemon=True).start()
        self.server = self.ask(
            "initialize",
            {"processId": None, "rootUri": Path.cwd().as_uri(), "capabilities": capabilities or {}},
        )
        self.tell("initialized", {})

    def ask(self, method: str, params: Any) -> Any:
        """The result of a request."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        answer = self._wait(lambda message: message.get("id") == self._number and "method" not in message)
        assert "error" not in answer, answer
        return answer["result"]

    def tell(self, method: str, params: Any) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def open(self, path: Path, text: str, language: str = "markdown") -> list[dict[str, Any]]:
        """Open a draft; what the server finds in it."""
        item = {"uri": path.as_uri(), "languageId": language, "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": item})
        return self.diagnostics(path, 1)

    def diagnostics(self, path: Path, version: int) -> list[dict[str, Any]]:
        """What the server publishes about a version of a draft."""
        uri = path.as_uri()

        def about_it(message: dict[str, Any]) -> bool:
            params = message.get("params", {})
            published = message.get("method") == "textDocument/publishDiagnostics"
            return published and params["uri"] == uri and params.get("version") == version

        found: list[dict[str, Any]] = self._wait(about_it)["params"]["diagnostics"]
        return found

    def stop(self) -> tuple[int, str]:
        """Shut the server down; its exit code and what it said on standard error."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        _, errors = self._process.communicate(timeout=PATIENCE)
        return self._process.returncode, errors.decode()

    def kill(self) -> None:
        """End it, whatever it does."""
        self._process.kill()
        self._process.wait()

    def _wait(self, wanted: Any) -> dict[str, Any]:
        for message in self._aside:
            if wanted(message):
                self._aside.remove(message)
                return message
        while True:
            try:
                message = self._inbox.get(timeout=PATIENCE)
            except Empty:
                raise AssertionError(f"no answer; besides: {self._aside}") from None
            if wanted(message):
                return message
            self._aside.append(message)

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while header := stream.readline():
            length = 0
            while header.strip():
                name, _, value = header.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
                header = stream.readline()
            self._inbox.put(json.loads(stream.read(length)))
