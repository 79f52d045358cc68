from __future__ import annotations

import gzip
import ipaddress
import time
import zlib
from collections.abc import Sequence

import pytest

from extractor.article.addresses import Address
from extractor.article.fetch import Fetched, FetchLimits, fetch, without_credentials
from extractor.errors import ReadError
from tests.article.web import Handler, Page, answer, redirect, serve


def anywhere(_: Address) -> bool:
    return True


def first_loopback_only(address: Address) -> bool:
    return str(address) == "127.0.0.1"


def get(url: str, **limits: float) -> Fetched:
    wanted = FetchLimits(
        max_bytes=int(limits.get("max_bytes", 100_000)),
        timeout=limits.get("timeout", 10.0),
        max_redirects=int(limits.get("max_redirects", 3)),
    )
    return fetch(url, wanted, allowed=anywhere)


def failure(url: str, **limits: float) -> ReadError:
    with pytest.raises(ReadError) as caught:
        get(url, **limits)
    return caught.value


def test_a_page_comes_with_its_type_charset_and_address() -> None:
    with serve({"/a": answer(b"page", "Text/HTML; charset=ISO-8859-1")}) as (base, requests):
        page = get(f"{base}/a")
    assert page == Fetched(f"{base}/a", b"page", "text/html", "iso-8859-1")
    assert requests[0]["user-agent"].startswith("sanctions-extractor/")
    assert requests[0]["host"] == base.removeprefix("http://")


def test_a_page_without_a_type_is_told_as_such() -> None:
    with serve({"/a": answer(b"page", None)}) as (base, _):
        assert get(f"{base}/a").content_type == ""


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_also_relative_ones(status: int) -> None:
    with serve({"/a": redirect("b/c", status), "/b/c": redirect("/d", status), "/d": answer(b"end")}) as (
        base,
        _,
    ):
        page = get(f"{base}/a")
    assert (page.body, page.url) == (b"end", f"{base}/d")


def test_a_loop_of_redirects_ends() -> None:
    with serve({"/a": redirect("/b"), "/b": redirect("/a")}) as (base, requests):
        error = failure(f"{base}/a", max_redirects=3)
    assert error.reason == "more than 3 redirects"
    assert len(requests) == 4


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://127.0.0.1/x", "javascript:alert(1)", "data:text/html,x"]
)
def test_a_redirect_to_another_kind_of_address_is_refused(to: str) -> None:
    with serve({"/a": redirect(to)}) as (base, _):
        error = failure(f"{base}/a")
    assert error.source == f"{base}/a"
    assert error.reason == f"this is no http or https address (it redirects to {to!r})"


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://a.example/", "http://", "http:///x", "gopher://x", "http://a:99999/"]
)
def test_other_kinds_of_address_are_refused(url: str) -> None:
    assert "no http or https address" in failure(url).reason


@pytest.mark.parametrize(
    ("status", "words"),
    [(404, "404 Not Found"), (500, "500 Internal"), (403, "403 Forb"), (204, "204 No"), (599, "599 unk")],
)
def test_a_status_other_than_200_is_an_error_that_names_it(status: int, words: str) -> None:
    with serve({"/a": answer(b"", status=status)}) as (base, _):
        assert failure(f"{base}/a").reason.startswith(f"the server answered {words}")


def test_by_default_no_local_server_is_reached() -> None:
    with (
        serve({"/a": answer(b"secret")}) as (base, requests),
        pytest.raises(ReadError, match="private, local"),
    ):
        fetch(f"{base}/a")
    assert requests == []


@pytest.mark.parametrize(
    "host", ["localhost", "127.1", "2130706433", "[::ffff:127.0.0.1]", "[::1]", "0.0.0.0"]
)
def test_no_spelling_of_a_local_address_is_reached(host: str) -> None:
    with serve({"/": answer(b"secret")}) as (base, requests):
        port = base.rpartition(":")[2]
        with pytest.raises(ReadError, match=r"private, local or reserved|is not known"):
            fetch(f"http://{host}:{port}/")
    assert requests == []


def test_a_redirect_to_a_refused_address_is_not_followed() -> None:
    with (
        serve({"/": answer(b"secret")}, host="127.0.0.2") as (inner, inner_requests),
        serve({"/a": redirect(f"{inner}/")}) as (base, _),
        pytest.raises(ReadError, match="private, local"),
    ):
        fetch(f"{base}/a", allowed=first_loopback_only)
    assert inner_requests == []


def test_a_name_is_resolved_once_a_hop_and_the_checked_address_is_connected_to() -> None:
    asked: list[str] = []

    def rebinding(host: str, port: int, timeout: float) -> Sequence[Address]:
        asked.append(host)
        return [ipaddress.ip_address("127.0.0.1" if len(asked) == 1 else "127.0.0.2")]

    with serve({"/a": answer(b"page")}) as (base, requests):
        url = f"http://news.example:{base.rpartition(':')[2]}/a"
        assert fetch(url, allowed=first_loopback_only, resolver=rebinding).body == b"page"
        with pytest.raises(ReadError, match="private, local"):
            fetch(url, allowed=first_loopback_only, resolver=rebinding)
    assert asked == ["news.example", "news.example"]
    assert requests[0]["host"].startswith("news.example:")


def test_refused_addresses_of_a_name_are_left_out_and_the_allowed_ones_tried_in_turn() -> None:
    def several(host: str, port: int, timeout: float) -> Sequence[Address]:
        return [ipaddress.ip_address(one) for one in ("127.0.0.9", "127.0.0.2", "127.0.0.1")]

    with serve({"/": answer(b"page")}) as (base, _):
        url = f"http://news.example:{base.rpartition(':')[2]}/"
        page = fetch(url, allowed=lambda one: str(one) != "127.0.0.9", resolver=several)
    assert page.body == b"page"


def test_an_unknown_host_is_named() -> None:
    assert failure("http://no-such-host.invalid/").reason == "the host 'no-such-host.invalid' is not known"


def test_a_server_that_is_not_there_is_told() -> None:
    with serve({}) as (base, _):
        pass
    assert failure(f"{base}/").reason.startswith("the connection failed (ConnectError")


def test_a_body_over_the_limit_is_refused() -> None:
    with serve({"/a": answer(b"x" * 50_001)}) as (base, _):
        assert failure(f"{base}/a", max_bytes=50_000).reason == "the page is larger than 50,000 bytes"
        assert len(get(f"{base}/a", max_bytes=50_001).body) == 50_001


def endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    while True:
        handler.wfile.write(b"x" * 10_000)


def test_an_endless_body_is_cut_off() -> None:
    with serve({"/a": endless}) as (base, _):
        assert "larger than" in failure(f"{base}/a").reason


def drip(where: str) -> Page:
    def page(handler: Handler) -> None:
        if where == "body":
            handler.send_response(200)
            handler.send_header("Content-Length", "1000")
            handler.end_headers()
        for _ in range(200):
            handler.wfile.write(b"x" if where == "body" else b"HTTP/1.1 200 OK\r\nX-A: b\r\n"[:1])
            handler.wfile.flush()
            time.sleep(0.05)

    return page


@pytest.mark.parametrize("where", ["body", "head"])
def test_a_server_that_drips_bytes_is_left_when_the_time_is_up(where: str) -> None:
    with serve({"/a": drip(where)}) as (base, _):
        began = time.monotonic()
        error = failure(f"{base}/a", timeout=0.5)
        assert time.monotonic() - began < 8  # it drips on for ten seconds and more
    assert error.reason == "no complete answer within 0.5 s"


def test_a_server_that_says_nothing_is_left_when_the_time_is_up() -> None:
    with serve({"/a": lambda _: time.sleep(4)}) as (base, _):
        began = time.monotonic()
        assert "no complete answer" in failure(f"{base}/a", timeout=0.3).reason
        assert time.monotonic() - began < 3.5


def test_a_body_cut_short_is_an_error() -> None:
    def short(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"half")

    with serve({"/a": short}) as (base, _):
        assert "the connection failed" in failure(f"{base}/a").reason


@pytest.mark.parametrize(("encoding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_a_packed_body_is_unpacked(encoding: str, pack: object) -> None:
    assert callable(pack)
    with serve({"/a": answer(pack(b"page" * 1000), Content_Encoding=encoding)}) as (base, _):
        assert get(f"{base}/a").body == b"page" * 1000


def test_a_zip_bomb_is_cut_off() -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    with serve({"/a": answer(bomb, Content_Encoding="gzip")}) as (base, _):
        assert "larger than 100,000 bytes" in failure(f"{base}/a").reason


@pytest.mark.parametrize(
    ("body", "encoding", "words"),
    [
        (b"not gzip", "gzip", "is broken"),
        (gzip.compress(b"page" * 99, mtime=0)[:-12], "gzip", "cut short"),
        (b"x", "br", "packed the page as 'br'"),
    ],
)
def test_a_body_packed_badly_is_an_error(body: bytes, encoding: str, words: str) -> None:
    with serve({"/a": answer(body, Content_Encoding=encoding)}) as (base, _):
        assert words in failure(f"{base}/a").reason


def test_credentials_are_sent_and_never_shown() -> None:
    with serve({"/a": answer(b"page"), "/b": answer(b"", status=500)}) as (base, requests):
        with_user = base.replace("http://", "http://jo:s3cret@")
        page = get(f"{with_user}/a")
        error = failure(f"{with_user}/b")
    assert requests[0]["authorization"] == "Basic am86czNjcmV0"
    assert page.url == f"{base}/a"
    assert "s3cret" not in f"{error} {error.source} {error.__cause__}"


def test_credentials_do_not_go_along_to_another_host() -> None:
    with (
        serve({"/": answer(b"page")}, host="127.0.0.2") as (other, seen),
        serve({"/a": redirect(f"{other}/")}) as (base, _),
    ):
        get(base.replace("http://", "http://jo:s3cret@") + "/a")
    assert "authorization" not in seen[0]


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://jo:pw@a.example/x?y=z", "https://a.example/x?y=z"),
        ("https://a.example/@home", "https://a.example/@home"),
        ("http://jo:pw@[bad/x", "[bad/x"),
    ],
)
def test_what_is_shown_of_an_address(url: str, shown: str) -> None:
    assert without_credentials(url) == shown
