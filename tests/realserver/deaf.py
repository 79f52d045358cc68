"""A front to a real server that passes on questions without the wish for a form: no tools, no format.

Some servers are like that: they ignore what they do not know, answer 200, and the model says what it likes.
"""

from __future__ import annotations

import json
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.realserver.servers import Server

__all__ = ["deaf"]

DROPPED = ("tools", "tool_choice", "response_format")


@contextmanager
def deaf(server: Server) -> Iterator[Server]:
    """``server`` as seen through the front, while it lasts."""

    class Front(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            body = json.dumps({key: value for key, value in asked.items() if key not in DROPPED})
            url = server.base_url + self.path.removeprefix("/v1")
            status, answer = _posted(url, body.encode())
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Front) as front:
        thread = threading.Thread(target=front.serve_forever)
        thread.start()
        try:
            yield Server(server.program, f"http://127.0.0.1:{front.server_port}/v1")
        finally:
            front.shutdown()
            thread.join()


def _posted(url: str, body: bytes) -> tuple[int, bytes]:
    request = urllib.request.Request(url, body, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()
