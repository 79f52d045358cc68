"""A real web server on loopback whose pages are functions, for the tests."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

__all__ = ["Handler", "Page", "answer", "redirect", "serve"]

Handler = BaseHTTPRequestHandler
Page = Callable[[BaseHTTPRequestHandler], None]


def answer(
    body: bytes, content_type: str | None = "text/html; charset=utf-8", status: int = 200, **headers: str
) -> Page:
    """A page with a body; keyword names are headers with underscores for hyphens."""

    def page(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        if content_type is not None:
            handler.send_header("Content-Type", content_type)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return page


def redirect(to: str, status: int = 302) -> Page:
    """A page that sends the reader elsewhere."""
    return answer(b"", status=status, Location=to)


@contextlib.contextmanager
def serve(pages: dict[str, Page], host: str = "127.0.0.1") -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Serves ``pages`` by path; gives the server's address and the headers of the requests it got."""
    requests: list[dict[str, str]] = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            requests.append({name.lower(): value for name, value in self.headers.items()})
            page = pages.get(self.path, answer(b"no such page", status=404))
            with contextlib.suppress(ConnectionError):
                page(self)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer((host, 0), Server)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://{host}:{server.server_address[1]}", requests
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
