"""A small chat-completions server on loopback, a process of its own, its answers scripted per test.

Run as ``python tests/chat_server.py``: prints its port, serves until its stdin closes. ``POST /script`` takes
a list of answers, ``GET /requests`` gives back the chat requests received since. Each chat request uses up
the first answer left whose ``when`` (if any) stands in its messages; with none left it answers an empty
draft.

An answer: ``draft`` (an object, as a tool call) or ``arguments`` (raw text of one) or ``text`` (plain
content) or ``refusal``; ``finish`` reason; or ``status`` with ``error`` and ``headers``; or ``body`` (raw
bytes of a 200); ``fault`` "drop" or "half"; ``delay`` in seconds.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

EMPTY: dict[str, Any] = {"draft": {"actors": [], "events": [], "positions": []}}


class State:
    """What the running test has scripted, and what was received."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.script: list[dict[str, Any]] = []
        self.requests: list[dict[str, Any]] = []

    def reset(self, script: list[dict[str, Any]]) -> None:
        with self.lock:
            self.script, self.requests = list(script), []

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        said = json.dumps(request["body"].get("messages"), ensure_ascii=False)
        with self.lock:
            self.requests.append(request)
            for index, answer in enumerate(self.script):
                if answer.get("when", "") in said:
                    return self.script.pop(index)
        return EMPTY


STATE = State()


class Handler(BaseHTTPRequestHandler):
    """Speaks just enough of the protocol for real clients."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        pass

    def do_GET(self) -> None:
        if self.path == "/requests":
            self.reply(200, STATE.requests)
        elif self.path == "/v1/models":
            models = [{"id": "stub-model", "object": "model", "created": 0, "owned_by": "tests"}]
            self.reply(200, {"object": "list", "data": models})
        else:
            self.reply(404, {"error": {"message": f"no {self.path}"}})

    def do_POST(self) -> None:
        length = int(self.headers.get("content-length", 0))
        body = json.loads(self.rfile.read(length) or b"null")
        if self.path == "/script":
            STATE.reset(body)
            self.reply(200, {})
        elif self.path == "/v1/chat/completions":
            headers = {name.lower(): value for name, value in self.headers.items()}
            self.play(STATE.answer({"headers": headers, "body": body}), body)
        else:
            self.reply(404, {"error": {"message": f"no {self.path}"}})

    def play(self, answer: dict[str, Any], request: dict[str, Any]) -> None:
        time.sleep(answer.get("delay", 0))
        if answer.get("fault") == "drop":
            self.close_connection = True
            self.connection.close()
        elif "status" in answer:
            self.reply(answer["status"], {"error": answer.get("error", {})}, answer.get("headers", {}))
        elif "body" in answer:
            self.send(200, answer["body"].encode(), {})
        else:
            content = json.dumps(completion(answer, request)).encode()
            if answer.get("fault") == "half":
                self.send(200, content[: len(content) // 2], {"content-length": str(len(content))})
                self.close_connection = True
                self.connection.close()
            else:
                self.send(200, content, {})

    def reply(self, status: int, body: Any, headers: dict[str, str] | None = None) -> None:
        self.send(status, json.dumps(body).encode(), headers or {})

    def send(self, status: int, content: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        named = {"content-type": "application/json", "content-length": str(len(content)), **headers}
        for name, value in named.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)
        self.wfile.flush()


def completion(answer: dict[str, Any], request: dict[str, Any]) -> dict[str, Any]:
    """A chat completion as the protocol has it; usage is a plausible count of characters."""
    message: dict[str, Any] = {"role": "assistant", "content": answer.get("text")}
    said = answer.get("text") or answer.get("refusal") or ""
    if "refusal" in answer:
        message["refusal"] = answer["refusal"]
    elif "text" not in answer:
        said = answer["arguments"] if "arguments" in answer else json.dumps(answer["draft"])
        call = {"name": "Draft", "arguments": said}
        message["tool_calls"] = [{"id": "call_1", "type": "function", "function": call}]
    asked = len(json.dumps(request.get("messages")))
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 0,
        "model": answer.get("model", "stub-model-2026"),
        "choices": [{"index": 0, "message": message, "finish_reason": answer.get("finish", "stop")}],
        "usage": {
            "prompt_tokens": asked // 4,
            "completion_tokens": len(said) // 4,
            "total_tokens": asked // 4 + len(said) // 4,
            "prompt_tokens_details": {"cached_tokens": 7},
        },
    }


class Server(ThreadingHTTPServer):
    """Threads, so that slow answers do not hold up the others; quiet about clients that hang up."""

    daemon_threads = True
    request_queue_size = 512

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


def main() -> None:
    """Serves until stdin closes, so that it cannot outlive the tests."""
    server = Server(("127.0.0.1", 0), Handler)
    print(server.server_address[1], flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()
    server.shutdown()


if __name__ == "__main__":
    main()
