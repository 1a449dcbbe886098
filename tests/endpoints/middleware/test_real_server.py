"""The wire as it stands around the real server: nothing is reached past it."""

import asyncio
import json
import socket
import subprocess
from contextlib import suppress

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosedError, InvalidStatus

from darasa_reflex.endpoints.middleware.headers import FIXED
from tests.fixtures.server import Server
from tests.machine.services import redis_server

pytestmark = pytest.mark.slow

PLACES = [
    "/",
    "/app/",
    "/app/job-infos/new",
    "/nothing",
    "/ping",
    "/_health",
    "/_ready",
    "/metrics",
    "/theme.css",
    "/_event/",
    "/v0/evi/chat",
    "/v0/ear",
    "/webhooks/hume",
    "/app",
]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server without sign-in, on all addresses of this machine."""
    started = Server(tmp_path_factory.mktemp("open"), {"DARASA_HOST": "0.0.0.0"}).start()
    yield started
    started.stop()


@pytest.fixture(scope="module")
def with_sign_in(tmp_path_factory):
    """A server with accounts of its own behind one proxy, and Redis."""
    with redis_server.running() as redis:
        more = {
            "DARASA_LOCAL_ACCOUNTS": "1",
            "DARASA_PROXY_HOPS": "1",
            "DARASA_ORIGINS": "https://interviews.example",
            "DARASA_REDIS_URL": redis.address,
        }
        started = Server(tmp_path_factory.mktemp("form"), more).start()
        yield started
        started.stop()


@pytest.mark.parametrize("place", PLACES)
def test_every_answer_has_the_headers(server, place):
    answer = httpx.get(server.address + place)

    names = [name for name, _ in answer.headers.multi_items()]
    assert len(names) == len(set(names))
    assert {name: answer.headers[name] for name in FIXED} == dict(FIXED)
    page = answer.headers.get("content-type", "").startswith("text/html")
    assert ("'sha256-" in answer.headers["content-security-policy"]) == page
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "headers", [{"host": "evil.example"}, {"x-forwarded-for": "127.0.0.1"}, {"forwarded": "for=x"}]
)
def test_strangers_get_the_explanation_everywhere(server, place, headers):
    answer = httpx.get(server.address + place, headers=headers)

    assert answer.status_code == 403
    assert "This server answers only to its own computer" in answer.text


@pytest.mark.parametrize("place", PLACES)
def test_another_address_of_this_machine_is_a_stranger_too(server, place):
    head = f"GET {place} HTTP/1.1\r\nHost: localhost:{server.port}\r\nConnection: close\r\n\r\n"

    answer = spoken(other_address(), server.port, head.encode())

    assert answer.startswith(b"HTTP/1.1 403")
    assert b"Your request came from another computer." in answer


@pytest.mark.parametrize(
    "path", ["/_event/?EIO=4&transport=websocket&token=x", "/v0/evi/chat", "/v0/ear"]
)
@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"X-Forwarded-For": "127.0.0.1"},
        {"Origin": "https://evil.example"},
    ],
)
async def test_their_sockets_are_refused(server, path, headers):
    with pytest.raises(InvalidStatus) as refused:
        async with connect(f"ws://localhost:{server.port}{path}", additional_headers=headers):
            pass

    assert refused.value.response.status_code == 403


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost:1"])
def test_no_foreign_page_may_read_an_answer(server, origin):
    asked = httpx.get(f"{server.address}/ping", headers={"origin": origin})
    preflight = httpx.options(
        f"{server.address}/ping",
        headers={"origin": origin, "access-control-request-method": "POST"},
    )

    assert "access-control-allow-origin" not in asked.headers
    assert "access-control-allow-origin" not in preflight.headers
    assert preflight.status_code == 400


@pytest.mark.parametrize("place", ["/webhooks/hume", "/app/", "/_event/"])
def test_a_large_body_is_refused_by_its_word_and_by_count(server, place):
    host = f"Host: localhost:{server.port}\r\n"
    declared = f"POST {place} HTTP/1.1\r\n{host}Content-Length: 300000\r\n\r\n".encode()
    chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    counted = f"POST {place} HTTP/1.1\r\n{host}Transfer-Encoding: chunked\r\n\r\n".encode()

    answers = [spoken("127.0.0.1", server.port, text) for text in (declared, counted + chunk * 5)]

    assert [answer[:12] for answer in answers] == [b"HTTP/1.1 413"] * 2


async def test_a_large_event_ends_its_socket_and_leaves_no_trace(server):
    before = server.log
    address = f"ws://localhost:{server.port}/_event/?EIO=4&transport=websocket&token=x"

    async with connect(address) as line:
        await line.recv()
        await line.send("40/_event,")
        await line.send('42/_event,["event","' + "é" * 140_000 + '"]')
        with suppress(ConnectionClosedError):
            await until_closed(line)

    assert line.close_code == 1009
    assert server.log == before


async def test_what_forged_events_carry_is_not_logged(server):
    address = f"ws://localhost:{server.port}/_event/?EIO=4&transport=websocket&token=s3cret"
    forged = ({"name": "no.such", "payload": {"words": "s3cret"}}, "s3cret", ["s3cret"], None)

    async with connect(address, additional_headers={"Cookie": "darasa_session=s3cret"}) as line:
        await line.send("40/_event,")
        for event in forged:
            await line.send(f"42/_event,{json.dumps(['event', event])}")
        await asyncio.sleep(0.5)

    assert "s3cret" not in server.log


def test_behind_our_proxy_pages_come_by_tls_and_redirects_stay_there(with_sign_in):
    proxied = {
        "host": "interviews.example",
        "x-forwarded-for": "203.0.113.5",
        "x-forwarded-proto": "https",
    }

    answer = httpx.get(f"{with_sign_in.address}/app", headers=proxied)

    assert answer.headers["location"] == "https://interviews.example/app/"
    assert "max-age" in answer.headers["strict-transport-security"]


def test_with_sign_in_other_names_are_told_the_setting(with_sign_in):
    answer = httpx.get(f"{with_sign_in.address}/app/", headers={"host": "evil.example"})
    health = httpx.get(f"{with_sign_in.address}/_ready", headers={"host": "10.0.0.5:3000"})

    assert answer.status_code == 421
    assert "DARASA_ORIGINS=http://evil.example" in answer.text
    assert health.json() == {
        "status": True,
        "database": True,
        "migrations": "current",
        "draining": False,
        "redis": True,
    }


async def test_sockets_of_one_visitor_are_limited_behind_the_proxy(with_sign_in):
    address = f"ws://localhost:{with_sign_in.port}/v0/evi/chat"
    seen = [await status(address, "203.0.113.77") for _ in range(125)]

    assert seen == [401] * 120 + [429] * 5
    assert await status(address, "203.0.113.78") == 401
    assert redis_server.PASSWORD not in with_sign_in.log


async def until_closed(line) -> None:
    while True:
        await line.recv()


async def status(address: str, visitor: str) -> int:
    with pytest.raises(InvalidStatus) as refused:
        async with connect(address, additional_headers={"X-Forwarded-For": visitor}):
            pass
    return refused.value.response.status_code


def other_address() -> str:
    """Return an address of this machine that is not loopback; skip the test without one."""
    own = subprocess.run(["hostname", "-I"], capture_output=True, text=True, check=True)
    found = next((one for one in own.stdout.split() if "." in one), None)
    return found or pytest.skip("this machine has no address but loopback")


def spoken(address: str, port: int, text: bytes) -> bytes:
    """Return what a server says to some bytes, until it closes or is silent."""
    answer = b""
    # Not `connect`: tests may not leave the loopback by it, and this address is our own.
    with socket.socket() as line:
        line.settimeout(5)
        assert line.connect_ex((address, port)) == 0
        line.sendall(text)
        try:
            while piece := line.recv(65_536):
                answer += piece
        except (TimeoutError, ConnectionResetError):
            pass
    return answer
