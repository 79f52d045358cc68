"""One page from the web: http and https only, with limits on time, size, hops and addresses."""

from __future__ import annotations

import base64
import functools
import http
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from email.message import Message
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from extractor.article.addresses import (
    Address,
    AddressRefused,
    NameUnknown,
    OutOfTime,
    is_public,
    resolve,
)
from extractor.errors import ReadError
from extractor.version import __version__

if TYPE_CHECKING:
    import ssl

    import httpcore2
    import httpx2

__all__ = ["FetchLimits", "Fetched", "fetch", "without_credentials"]

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SAVE = "save the page in a browser and give the file"
_HEADERS = {
    "User-Agent": f"sanctions-extractor/{__version__}",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.1",
    "Accept-Encoding": "gzip, deflate",
}


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """What one fetch may take: bytes of the unpacked body, seconds in all, redirects followed."""

    max_bytes: int = 20_000_000
    timeout: float = 20.0
    max_redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: its body, and what the server says of it.

    ``url`` is where the redirects ended, without credentials; ``content_type`` is in small letters,
    without parameters, empty when the server named none.
    """

    url: str
    body: bytes
    content_type: str
    charset: str | None


def without_credentials(url: str) -> str:
    """``url`` without a user and password in it, fit for messages and results."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def fetch(
    url: str,
    limits: FetchLimits | None = None,
    *,
    allowed: Callable[[Address], bool] = is_public,
    resolver: Callable[[str, int, float], Sequence[Address]] = resolve,
) -> Fetched:
    """Gets ``url``, following redirects; proxies named in the environment are not used.

    Args:
        allowed: which addresses may be connected to; asked anew at every hop.
        resolver: host, port and seconds to addresses.

    Raises:
        ReadError: the page cannot be had, and why; no message shows credentials.
    """
    limits = limits or FetchLimits()
    deadline = time.monotonic() + limits.timeout
    source = without_credentials(url)
    for _ in range(limits.max_redirects + 1):
        _check_scheme(url, source)
        answer = _one_hop(url, source, limits, deadline, allowed=allowed, resolver=resolver)
        if isinstance(answer, Fetched):
            return answer
        url = answer
    raise ReadError(source, f"more than {limits.max_redirects} redirects", "give the page's final address")


def _check_scheme(url: str, source: str) -> None:
    try:
        parts = urlsplit(url)
        usable = parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        at = "" if without_credentials(url) == source else f" (it redirects to {without_credentials(url)!r})"
        raise ReadError(source, f"this is no http or https address{at}", "give a full web address")


def _one_hop(
    url: str,
    source: str,
    limits: FetchLimits,
    deadline: float,
    *,
    allowed: Callable[[Address], bool],
    resolver: Callable[[str, int, float], Sequence[Address]],
) -> Fetched | str:
    """The page at ``url``, or where it redirects to."""
    import httpcore2
    import httpx2

    from extractor.article.guard import Deadline, GuardedBackend

    backend = GuardedBackend(allowed, Deadline(deadline), resolver)
    try:
        with httpcore2.ConnectionPool(ssl_context=_tls(), network_backend=backend) as pool:
            response = pool.handle_request(_request(url))
            try:
                headers = httpx2.Headers(response.headers)
                if response.status in _REDIRECTS and "location" in headers:
                    return str(httpx2.URL(url).join(headers["location"]))
                _check_status(response.status, source)
                return _fetched(url, source, headers, response.iter_stream(), limits)
            finally:
                response.close()
    except AddressRefused as error:
        reason = "its server has a private, local or reserved address"
        raise ReadError(
            source, reason, "if this is your own server, use --allow-private (allow_private=True)"
        ) from error
    except NameUnknown as error:
        raise ReadError(source, f"the host {error.args[0]!r} is not known", "check the address") from error
    except (OutOfTime, httpcore2.TimeoutException) as error:
        reason = f"no complete answer within {limits.timeout:g} s"
        raise ReadError(source, reason, f"try again later, or {_SAVE}") from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        reason = f"the connection failed ({type(error).__name__}: {error})"
        raise ReadError(source, reason, f"try again later, or {_SAVE}") from error
    except (httpx2.InvalidURL, UnicodeError) as error:
        raise ReadError(source, "this address cannot be read", "check the address") from error


@functools.cache
def _tls() -> ssl.SSLContext:
    """Made once: it takes 17 ms."""
    import httpx2

    return httpx2.create_ssl_context()


def _request(url: str) -> httpcore2.Request:
    """httpx2 parses the address and names the host; httpcore2 sends."""
    import httpcore2
    import httpx2

    parsed = httpx2.URL(url)
    request = httpx2.Request("GET", parsed, headers=_HEADERS)
    if parsed.userinfo:
        user = f"{parsed.username}:{parsed.password}".encode()
        request.headers["Authorization"] = f"Basic {base64.b64encode(user).decode()}"
    target = httpcore2.URL(
        scheme=parsed.raw_scheme, host=parsed.raw_host, port=parsed.port, target=parsed.raw_path
    )
    return httpcore2.Request("GET", target, headers=request.headers.raw)


def _check_status(status: int, source: str) -> None:
    if status == 200:
        return
    phrase = http.HTTPStatus(status).phrase if status in set(http.HTTPStatus) else "unknown status"
    reason = f"the server answered {status} {phrase}"
    remedy = {401: _SAVE, 403: _SAVE, 404: "check the address", 410: "check the address"}
    raise ReadError(source, reason, remedy.get(status, f"try again later, or {_SAVE}"))


def _fetched(
    url: str, source: str, headers: httpx2.Headers, chunks: Iterator[bytes], limits: FetchLimits
) -> Fetched:
    body = bytearray()
    for chunk in _unpacked(chunks, headers.get("content-encoding", ""), source, limits.max_bytes + 1):
        body += chunk
        if len(body) > limits.max_bytes:
            reason = f"the page is larger than {limits.max_bytes:,} bytes"
            raise ReadError(source, reason, "save the article alone and give the file")
    message = Message()
    message["content-type"] = headers.get("content-type", "")
    return Fetched(
        url=without_credentials(url),
        body=bytes(body),
        content_type=message.get_content_type() if headers.get("content-type") else "",
        charset=message.get_content_charset(),
    )


def _unpacked(chunks: Iterator[bytes], encoding: str, source: str, most: int) -> Iterator[bytes]:
    """The body as the page's author wrote it, never more than ``most`` bytes at a time (zip bombs)."""
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        yield from chunks
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise ReadError(source, f"the server packed the page as {encoding!r}, unasked", _SAVE)
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)  # 32: gzip or zlib, by its header
    try:
        for chunk in chunks:
            yield unpacker.decompress(chunk, most)
        yield unpacker.flush(most) if not unpacker.unconsumed_tail else b""
    except zlib.error as error:
        raise ReadError(source, f"the packed page is broken ({error})", f"try again, or {_SAVE}") from error
    if not unpacker.eof:
        raise ReadError(source, "the packed page is cut short", f"try again, or {_SAVE}")
