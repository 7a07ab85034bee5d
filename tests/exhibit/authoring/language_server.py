"""A real language server for YAML, spoken to as an editor does: JSON-RPC over pipes.

https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from queue import Queue
from typing import TYPE_CHECKING, Any

from tests.project import PROJECT
from tests.tools import do_without

if TYPE_CHECKING:
    from pathlib import Path

NAME = "yaml-language-server"
INSTALLED = PROJECT / "build" / NAME / "node_modules" / ".bin"
"""Where `.ci/run` puts it."""

HANG_SECONDS = 60.0


def needed_language_server() -> str:
    """The server's program; tests can't run without it."""
    found = shutil.which(NAME) or shutil.which(NAME, path=str(INSTALLED))
    if found is None or shutil.which("node") is None:
        do_without(f"not installed: {NAME} (npm install --prefix build/{NAME} {NAME})")
    return found


class LanguageServer:
    """One running server.  `schemas` are the files that each schema is for, by the schema's file.

    It is told not to ask any catalogue on the web.
    """

    def __init__(self, program: str, folder: Path, schemas: dict[Path, str]) -> None:
        self._folder = folder
        self._settings = {
            "schemas": {schema.as_uri(): files for schema, files in schemas.items()},
            "schemaStore": {"enable": False},
            "kubernetesCRDStore": {"enable": False},
            "validate": True,
            "hover": True,
            "completion": True,
        }
        self._process = subprocess.Popen(
            [program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._messages: Queue[dict[str, Any] | None] = Queue()
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}
        self._asked = 0
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        workspace = {"configuration": True, "didChangeConfiguration": {}}
        completion = {"completionItem": {"snippetSupport": True}}
        self.ask(
            "initialize",
            processId=os.getpid(),
            rootUri=folder.as_uri(),
            capabilities={"workspace": workspace, "textDocument": {"completion": completion}},
        )
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings={"yaml": self._settings})

    def close(self) -> None:
        """End the server."""
        self._process.kill()
        self._process.wait()
        self._reader.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def open(self, name: str, text: str) -> None:
        """Show the server a file of that text, as if it had been opened."""
        uri = (self._folder / name).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", textDocument=document)

    def marked(self, name: str) -> list[dict[str, Any]]:
        """What the server marks in an open file; each file is opened once."""
        uri = (self._folder / name).as_uri()
        while uri not in self._diagnostics:
            self._take(self._next())
        return self._diagnostics[uri]

    def completed(self, name: str, line: int, column: int) -> list[dict[str, Any]]:
        """What the server offers to write there; lines and columns count from 0."""
        found = self.ask("textDocument/completion", **self._place(name, line, column))
        items: list[dict[str, Any]] = found["items"] if isinstance(found, dict) else found or []
        return items

    def explained(self, name: str, line: int, column: int) -> str:
        """What the server shows while the pointer rests there."""
        found = self.ask("textDocument/hover", **self._place(name, line, column))
        contents = (found or {}).get("contents", "")
        return str(contents["value"] if isinstance(contents, dict) else contents)

    def ask(self, method: str, **parameters: Any) -> Any:
        """The answer to a request."""
        self._asked += 1
        wanted = self._asked
        self._send({"id": wanted, "method": method, "params": parameters})
        while True:
            message = self._next()
            if message.get("id") == wanted and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]
            self._take(message)

    def _place(self, name: str, line: int, column: int) -> dict[str, Any]:
        return {
            "textDocument": {"uri": (self._folder / name).as_uri()},
            "position": {"line": line, "character": column},
        }

    def _take(self, message: dict[str, Any]) -> None:
        """Keep what the server says by itself, and answer what it asks."""
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            parameters = message["params"]
            self._diagnostics[parameters["uri"]] = parameters["diagnostics"]
        elif method == "workspace/configuration":
            wanted = [item.get("section") for item in message["params"]["items"]]
            answer = [self._settings if section == "yaml" else {} for section in wanted]
            self._send({"id": message["id"], "result": answer})
        elif "id" in message and method is not None:
            self._send({"id": message["id"], "result": None})

    def _tell(self, method: str, **parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _next(self) -> dict[str, Any]:
        message = self._messages.get(timeout=HANG_SECONDS)
        assert message is not None, "the language server has ended"
        return message

    def _read(self) -> None:
        assert self._process.stdout is not None
        while True:
            length = 0
            while line := self._process.stdout.readline().strip():
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if not length:
                self._messages.put(None)
                return
            self._messages.put(json.loads(self._process.stdout.read(length)))
