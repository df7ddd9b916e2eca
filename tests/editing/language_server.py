"""A real YAML language server, as VS Code runs one, spoken to over its standard streams."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SERVER = Path(__file__).parents[1] / "node_modules/yaml-language-server/bin/yaml-language-server"
_PATIENCE = 60  # seconds until a server that does not answer is ended

Message = dict[str, Any]


class LanguageServer:
    """One server for one folder, with the settings that VS Code would give it."""

    def __init__(self, folder: Path, process: subprocess.Popen[bytes]) -> None:
        settings = json.loads((folder / ".vscode/settings.json").read_text(encoding="utf-8"))
        yaml: Message = {"validate": True, "hover": True, "completion": True}
        yaml |= {"schemas": settings["yaml.schemas"], "schemaStore": {"enable": False}}
        self.folder, self.process, self.number = folder, process, 0
        self.settings: Message = {"yaml": yaml}
        self.found: dict[str, list[Message]] = {}
        root = {"uri": folder.as_uri(), "name": folder.name}
        start = {"processId": None, "rootUri": root["uri"], "workspaceFolders": [root]}
        self.ask("initialize", {**start, "capabilities": {}})
        self.tell("initialized", {})

    def tell(self, method: str, params: Message) -> None:
        """Says something that wants no answer."""
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: Message) -> Any:
        """Asks, and waits for the answer."""
        self.number += 1
        self._send({"id": self.number, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self.number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def faults(self, path: str, text: str = "") -> list[tuple[int, str]]:
        """The line and the words of each fault that the server marks in a file with this text."""
        uri = self.opened(path, text)
        while uri not in self.found:
            self._receive()
        told = self.found[uri]
        return [(own["range"]["start"]["line"] + 1, own["message"]) for own in told]

    def opened(self, path: str, text: str = "") -> str:
        """A file as an editor opens it, by the name that the server knows it by.

        One with another text gets another folder above its path: the server may speak of one file
        several times, and nothing in its words tells which text they are about.
        """
        file = self.folder / path
        if text:
            self.number += 1
            file = self.folder / f"case-{self.number}" / path
        text = text or file.read_text(encoding="utf-8")
        own = {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": own})
        return file.as_uri()

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def _receive(self) -> Message:
        """The next message; what the server asks for is answered at once."""
        assert self.process.stdout
        size = 0
        while line := self.process.stdout.readline().strip():
            name, _colon, value = line.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
        assert size, "the language server has ended, or was ended because it did not answer"
        message: Message = json.loads(self.process.stdout.read(size))
        if message.get("method") == "textDocument/publishDiagnostics":
            params = message["params"]
            self.found[params["uri"]] = params["diagnostics"]
        elif "method" in message and "id" in message:
            asked = message["params"].get("items", []) if message["params"] else []
            answer = [self.settings.get(item["section"]) for item in asked]
            self._send({"id": message["id"], "result": answer or None})
        return message


@contextmanager
def running(folder: Path) -> Iterator[LanguageServer]:
    """A server while it is needed; it is ended in any case, and also if it hangs."""
    process = subprocess.Popen(
        ["node", str(SERVER), "--stdio"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    end = threading.Timer(_PATIENCE, process.kill)
    end.start()
    try:
        yield LanguageServer(folder, process)
    finally:
        end.cancel()
        process.kill()
        process.communicate()
