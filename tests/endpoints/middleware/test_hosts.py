"""Who is answered at all, and what everybody else reads."""

import pytest

from darasa_reflex.endpoints.middleware.hosts import Hosts, names_of
from tests.endpoints.middleware.asking import ask, hello, open_socket

ORIGINS = ("http://localhost:3000", "https://interviews.example.org", "http://10.0.0.7:8080")


def closed(**more) -> Hosts:
    return Hosts(hello, "open", names_of(ORIGINS), 3000, **more)


def with_sign_in(**more) -> Hosts:
    return Hosts(hello, "form", names_of(ORIGINS), 3000, **more)


@pytest.mark.parametrize(
    ("peer", "headers", "reason"),
    [
        ("192.0.2.9", {"host": "localhost:3000"}, "another computer"),
        ("127.0.0.1", {"host": "darasa.example"}, "not this computer's own"),
        ("127.0.0.1", {"host": "localhost:x@evil.example"}, "not this computer's own"),
        ("127.0.0.1", {}, "not this computer's own"),
        ("127.0.0.1", {"host": "localhost", "x-forwarded-for": "127.0.0.1"}, "by a proxy"),
        ("127.0.0.1", {"host": "localhost", "x-forwarded-proto": "https"}, "by a proxy"),
        ("127.0.0.1", {"host": "localhost", "forwarded": "for=127.0.0.1"}, "by a proxy"),
        ("127.0.0.1", {"host": "localhost", "via": "1.1 tunnel"}, "by a proxy"),
        ("", {"host": "localhost:3000"}, "another computer"),
    ],
)
async def test_without_sign_in_only_this_machine_is_answered(peer, headers, reason):
    for path in ("/", "/app", "/ping", "/assets/a.js", "/_event/", "/webhooks/x"):
        answer = await ask(closed(), path, peer=peer, headers=headers)
        socket = await open_socket(closed(), path, peer=peer, headers=headers)

        assert answer.status_code == 403, path
        assert answer.headers["content-type"].startswith("text/html")
        assert reason in answer.text
        assert "DARASA_LOCAL_ACCOUNTS=1" in answer.text
        assert socket == 403, path


@pytest.mark.parametrize("host", ["localhost:3000", "127.0.0.1", "[::1]:4000", "LOCALHOST"])
@pytest.mark.parametrize("peer", ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
async def test_without_sign_in_this_machine_is_answered(host, peer):
    answer = await ask(closed(), "/", peer=peer, headers={"host": host})

    assert answer.text == "hello"
    assert await open_socket(closed(), "/_event/", peer=peer, headers={"host": host}) == "open"


async def test_two_host_headers_are_none():
    twice = [("host", "localhost"), ("host", "localhost")]

    answer = await ask(closed(), "/", peer="127.0.0.1", headers=twice)

    assert answer.status_code == 403


async def test_a_believed_proxy_does_not_make_the_world_local():
    headers = {"host": "localhost", "x-forwarded-for": "127.0.0.1"}

    answer = await ask(closed(proxy_hops=1), "/", peer="10.0.0.2", headers=headers)

    assert answer.status_code == 403


@pytest.mark.parametrize(
    ("method", "path", "answered"),
    [
        ("POST", "/webhooks/hume", True),
        ("GET", "/webhooks/hume", False),
        ("POST", "/webhooks/../app", False),
        ("POST", "/webhooks/", False),
        ("POST", "/webhooks/hume/more", False),
    ],
)
async def test_signed_messages_come_from_anywhere_and_nothing_else_does(method, path, answered):
    answer = await ask(closed(), path, method=method, peer="192.0.2.9", headers={"host": "x.org"})

    assert (answer.status_code == 200) == answered


@pytest.mark.parametrize(
    ("host", "answered"),
    [
        ("interviews.example.org", True),
        ("Interviews.Example.org:443", True),
        ("10.0.0.7:9000", True),
        ("localhost:3000", True),
        ("127.0.0.1", True),
        ("evil.example", False),
        ("interviews.example.org.evil.example", False),
        ("", False),
    ],
)
async def test_with_sign_in_the_host_is_one_of_the_origins(host, answered):
    answer = await ask(with_sign_in(), "/app", peer="192.0.2.9", headers={"host": host})
    socket = await open_socket(with_sign_in(), "/_event/", peer="1.1.1.1", headers={"host": host})

    assert answer.status_code == (200 if answered else 421)
    assert socket == ("open" if answered else 421)


@pytest.mark.parametrize("path", ["/ping", "/_health", "/_ready", "/metrics"])
async def test_whoever_looks_after_servers_may_ask_each_by_its_address(path):
    answer = await ask(with_sign_in(), path, peer="10.1.0.1", headers={"host": "10.1.0.9:3000"})

    assert answer.status_code == 200


async def test_the_page_tells_which_origin_is_missing():
    headers = {"host": "new.example", "x-forwarded-proto": "https"}

    answer = await ask(with_sign_in(proxy_hops=1), "/", peer="10.0.0.2", headers=headers)

    assert "DARASA_ORIGINS=https://new.example<" in answer.text


@pytest.mark.parametrize("server", [closed, with_sign_in])
async def test_what_was_asked_is_shown_as_text(server):
    headers = {"host": "<script>alert(1)</script>$port"}

    answer = await ask(server(), "/", peer="127.0.0.1", headers=headers)

    assert "<script" not in answer.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;$port" in answer.text
    assert answer.headers["cache-control"] == "no-store"
