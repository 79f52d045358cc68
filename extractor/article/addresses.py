"""Which addresses may be fetched from, and the addresses of a name."""

from __future__ import annotations

import ipaddress
import socket
import threading
from typing import Any

from extractor.errors import ExtractorError

__all__ = ["Address", "AddressRefused", "NameUnknown", "OutOfTime", "is_public", "resolve"]

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class AddressRefused(ExtractorError):
    """Every address of the host is one that must not be connected to."""


class NameUnknown(ExtractorError):
    """The host's name has no address."""


class OutOfTime(ExtractorError):
    """The time for the whole fetch is used up."""


def is_public(address: Address) -> bool:
    """Whether ``address`` is one of the open internet: not private, loopback, link-local or reserved.

    IPv6 forms that carry an IPv4 address (mapped, 6to4, Teredo, NAT64) are judged by that one too.
    """
    if isinstance(address, ipaddress.IPv6Address):
        embedded = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in _NAT64:
            embedded.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        inner = [one for one in embedded if one is not None]
        if address.ipv4_mapped is not None or address in _NAT64:
            return all(is_public(one) for one in inner)
        if not all(is_public(one) for one in inner):
            return False
    return address.is_global and not address.is_multicast


def resolve(host: str, port: int, timeout: float) -> list[Address]:
    """The addresses of ``host``, in the order in which they should be tried.

    Raises:
        NameUnknown: there are none. OutOfTime: no answer within ``timeout`` seconds.
    """
    answers: list[Any] = []

    def ask() -> None:
        try:
            answers.extend(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError):
            answers.clear()

    # getaddrinfo knows no time limit; a thread that still waits is left behind and ends by itself.
    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(timeout)
    if thread.is_alive():
        raise OutOfTime(host)
    if not answers:
        raise NameUnknown(host)
    return list(dict.fromkeys(ipaddress.ip_address(answer[4][0]) for answer in answers))
