"""What every response tells browsers."""

import pytest
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from darasa_reflex.endpoints.middleware.headers import BY_LINK, FIXED, Headers, is_secure
from darasa_reflex.endpoints.middleware.hosts import Hosts
from darasa_reflex.endpoints.middleware.policy import policy, scripts_in
from darasa_reflex.features.accounts.identity import Door
from tests.endpoints.middleware.asking import ask, hello, open_socket

PAGES = "default-src 'self'"
ORIGINS = ("http://localhost:3000", "http://[::1]:3000", "https://a.example")
CLERK = Door("clerk", "pk_test_x", "https://stub-app-1.clerk.accounts.dev")


@pytest.mark.parametrize(
    ("app", "expected"),
    [
        (HTMLResponse("<p>"), PAGES),
        (HTMLResponse("<p>", 404), PAGES),
        # The browser has the page; it takes the headers of this answer for it.
        (Response(status_code=304), PAGES),
        (PlainTextResponse("x"), "default-src 'none'; style-src 'unsafe-inline'; "),
        (Response("<svg/>", media_type="image/svg+xml"), "default-src 'none'; "),
    ],
)
async def test_every_answer_has_every_header_once(app, expected):
    answer = await ask(Headers(app, PAGES), "/")

    names = [name for name, _ in answer.headers.multi_items()]
    assert len(names) == len(set(names))
    assert answer.headers["content-security-policy"].startswith(expected)
    assert {name: answer.headers[name] for name in FIXED} == dict(FIXED)
    assert "strict-transport-security" not in answer.headers


async def test_ours_counts_where_the_app_says_something_else_and_caching_stays():
    theirs = {"X-Frame-Options": "ALLOWALL", "cache-control": "max-age=60", "etag": '"1"'}

    answer = await ask(Headers(HTMLResponse("", headers=theirs), PAGES), "/")

    assert answer.headers.get_list("x-frame-options") == ["DENY"]
    assert (answer.headers["cache-control"], answer.headers["etag"]) == ("max-age=60", '"1"')


@pytest.mark.parametrize("path", ["/shared", "/shared/"])
async def test_a_page_by_link_is_told_to_nobody_and_not_kept(path):
    theirs = {"cache-control": "max-age=60"}

    answer = await ask(Headers(HTMLResponse("", headers=theirs), PAGES), path)

    assert {name: answer.headers[name] for name in BY_LINK} == {
        "referrer-policy": "no-referrer",
        "x-robots-tag": "noindex, nofollow",
        "cache-control": "no-store",
    }


async def test_a_refused_socket_is_answered_with_headers_too():
    closed = Headers(Hosts(hello, "open", frozenset(), 3000), PAGES)

    assert await open_socket(closed, "/_event/", peer="192.0.2.1") == 403
    assert await open_socket(closed, "/_event/", headers={"host": "localhost"}) == "open"


@pytest.mark.parametrize(
    ("scheme", "told", "hops", "secure"),
    [
        ("https", "", 0, True),
        ("http", "", 0, False),
        ("http", "https", 0, False),
        ("http", "https", 1, True),
        ("http", "HTTPS", 1, True),
        ("https", "http", 1, False),
        ("http", "", 1, False),
        ("http", "http, https", 1, True),
        ("http", "https, http", 1, False),
        ("http", "https, http", 2, True),
        ("http", "https", 2, True),
    ],
)
async def test_lasting_security_only_for_who_came_by_tls(scheme, told, hops, secure):
    headers = {"x-forwarded-proto": told} if told else {}

    answer = await ask(Headers(HTMLResponse(""), PAGES, hops), "/", scheme=scheme, headers=headers)

    assert ("strict-transport-security" in answer.headers) == secure


async def test_the_app_hears_of_tls_before_our_proxy_so_that_redirects_stay_there():
    async def to_itself(scope, receive, send):
        await RedirectResponse(f"{scope['scheme']}://here/")(scope, receive, send)

    answer = await ask(Headers(to_itself, PAGES, 1), "/app", headers={"x-forwarded-proto": "https"})

    assert answer.headers["location"] == "https://here/"


def test_only_scripts_that_stand_in_the_pages_may_run(tmp_path):
    (tmp_path / "app").mkdir()
    (tmp_path / "a.html").write_text("<script>one()</script><script src='/x.js'></script>")
    (tmp_path / "app" / "b.html").write_text('<script type="module">one()</script><p>two()</p>')

    hashes = scripts_in(tmp_path)

    # printf 'one()' | openssl dgst -sha256 -binary | base64
    assert hashes == ["'sha256-HR7iaask9daLMRRskMI++QeJtjWDOjyPA6lGzYGzKW4='"]
    assert scripts_in(tmp_path / "missing") == []


def test_the_policy_lets_only_ourselves_in():
    rules = parsed(policy(["'sha256-x'"], ORIGINS, Door("open")))

    assert rules["script-src"] == ["'self'", "'sha256-x'"]
    assert rules["connect-src"] == ["'self'", "ws://localhost:3000", "wss://a.example"]
    assert rules["frame-ancestors"] == rules["object-src"] == rules["base-uri"] == ["'none'"]
    assert rules["form-action"] == rules["frame-src"] == rules["default-src"] == ["'self'"]
    allowed = [source for sources in rules.values() for source in sources]
    assert not any("https:" in source or "*" in source for source in allowed)


def test_with_clerk_its_scripts_and_frames_come_in_and_no_others():
    rules = parsed(policy([], ORIGINS, CLERK))

    assert CLERK.script_origin in rules["script-src"]
    assert CLERK.script_origin in rules["connect-src"]
    assert "https://challenges.cloudflare.com" in rules["frame-src"]
    assert "https://api.stripe.com" in rules["connect-src"]
    assert "https://img.clerk.com" in rules["img-src"]
    assert "'unsafe-inline'" not in rules["script-src"]


def test_a_scheme_in_the_scope_counts_for_sockets_too():
    assert is_secure({"scheme": "wss", "headers": []}, 0)


def parsed(text: str) -> dict[str, list[str]]:
    rules = [rule.split() for rule in text.split(";")]
    return {name: sources for name, *sources in rules}
