"""A small chat-completions server on loopback, a process of its own, its answers scripted per test.

Run as ``python tests/chat_server.py``: prints its port, serves until its stdin closes. ``POST /script`` takes
a list of answers, ``GET /requests`` gives back the chat requests received since. Each chat request uses up
the first answer left whose ``when`` (if any) stands in its messages; with none left it answers an empty
draft.

An answer: ``draft`` (an object) or ``arguments`` (raw text of one), given as the request's mode wants it: a
call of the tool, plain JSON, or a fenced block; or ``text`` (plain content) or ``refusal``; ``finish``
reason; or ``status`` with ``error`` and ``headers``; or ``body`` (raw bytes of a 200); ``fault`` "drop",
"reset" or "half"; ``delay`` in seconds.

``POST /treat`` takes how requests are treated by their mode (tools, json_schema, json_object, text) or by a
field they hold (max_tokens, ...) or a word in them (maxLength): "honour", "reject 400" (or another status,
naming the field; it uses up no answer), "prose" (200 without JSON) or "fenced" (200, JSON in a fence among
prose).
"""

from __future__ import annotations

import json
import socket
import struct
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
        self.treatment: dict[str, str] = {}

    def reset(self, script: list[dict[str, Any]]) -> None:
        with self.lock:
            self.script, self.requests = list(script), []

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        said = json.dumps(request["body"].get("messages"), ensure_ascii=False)
        with self.lock:
            self.requests.append(request)
            if rejection := self.rejection(request["body"]):
                return rejection
            for index, answer in enumerate(self.script):
                if answer.get("when", "") in said:
                    return self.script.pop(index)
        return EMPTY

    def rejection(self, body: dict[str, Any]) -> dict[str, Any] | None:
        asked = json.dumps(body)
        for what, treatment in self.treatment.items():
            concerned = what == mode_of(body) if what in MODES else f'"{what}"' in asked
            if concerned and treatment.startswith("reject"):
                error = {"message": f"{what} is not supported"}
                return {"status": int(treatment.split()[1]), "error": error}
        return None


MODES = ("tools", "json_schema", "json_object", "text")


def mode_of(body: dict[str, Any]) -> str:
    """How the request asks for JSON."""
    if body.get("tools"):
        return "tools"
    return str(body.get("response_format", {}).get("type", "text"))


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
        elif self.path == "/treat":
            STATE.treatment = body
            self.reply(200, {})
        elif self.path == "/v1/chat/completions":
            headers = {name.lower(): value for name, value in self.headers.items()}
            self.play(STATE.answer({"headers": headers, "body": body}), body)
        else:
            self.reply(404, {"error": {"message": f"no {self.path}"}})

    def play(self, answer: dict[str, Any], request: dict[str, Any]) -> None:
        time.sleep(answer.get("delay", 0))
        if answer.get("fault") in ("drop", "reset"):
            if answer["fault"] == "reset":
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
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
    mode = mode_of(request)
    treatment = STATE.treatment.get(mode, "honour")
    message: dict[str, Any] = {"role": "assistant", "content": answer.get("text")}
    said = answer.get("text") or answer.get("refusal") or ""
    if "refusal" in answer:
        message["refusal"] = answer["refusal"]
    elif treatment == "prose":
        message["content"] = said = "I read the article with care. It tells of {several} sanctions [1]."
    elif "text" not in answer:
        said = answer["arguments"] if "arguments" in answer else json.dumps(answer["draft"])
        if treatment == "honour" and mode == "tools":
            call = {"name": "Draft", "arguments": said}
            message["tool_calls"] = [{"id": "call_1", "type": "function", "function": call}]
        else:
            fenced = treatment == "fenced" or mode == "text"
            message["content"] = f"Here it is:\n\n```json\n{said}\n```\n" if fenced else said
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
