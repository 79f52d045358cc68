"""Connections to allowed addresses only: a name is resolved once, and what was checked is connected to.

Checking a name first and letting the HTTP client resolve it again leaves a gap that DNS rebinding uses.
Here the check sits in the connection itself; the name stays in the Host header and in TLS (SNI and
certificate), because the HTTP client never sees the address. Imports httpcore2: import it where used.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import httpcore2

from extractor.article.addresses import Address, AddressRefused, OutOfTime

__all__ = ["Deadline", "GuardedBackend"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """The end of all waiting, on the clock of time.monotonic()."""

    at: float

    def left(self, timeout: float | None = None) -> float:
        """Seconds until then, or ``timeout`` when that is shorter. Raises OutOfTime when there are none."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise OutOfTime
        return left if timeout is None else min(left, timeout)


class GuardedBackend(httpcore2.NetworkBackend):
    """Connects to ``allowed`` addresses until ``deadline``.

    Its connections raise AddressRefused, NameUnknown and OutOfTime besides httpcore2's own errors.
    """

    def __init__(
        self,
        allowed: Callable[[Address], bool],
        deadline: Deadline,
        resolver: Callable[[str, int, float], Sequence[Address]],
    ) -> None:
        self._allowed = allowed
        self._deadline = deadline
        self._resolver = resolver
        self._sockets = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        addresses = [
            one for one in self._resolver(host, port, self._deadline.left(timeout)) if self._allowed(one)
        ]
        failed: httpcore2.NetworkError | httpcore2.TimeoutException | None = None
        for address in addresses:
            left = self._deadline.left(timeout)
            try:
                stream = self._sockets.connect_tcp(str(address), port, left, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
            else:
                return _TimedStream(stream, self._deadline)
        raise failed or AddressRefused(host)

    def sleep(self, seconds: float) -> None:
        time.sleep(self._deadline.left(seconds))


class _TimedStream(httpcore2.NetworkStream):
    """A connection on which no wait goes past the deadline, however slowly bytes arrive."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _TimedStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
