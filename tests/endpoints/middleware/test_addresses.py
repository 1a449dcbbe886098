"""Whose address it is: Reflex, which tells the guard, and the wire say the same."""

import pytest
from reflex.app import EventNamespace
from reflex.config import get_config

from darasa_reflex.core.visitors import headers_of
from darasa_reflex.endpoints.middleware.addresses import client_ip


def by_reflex(scope, hops, monkeypatch) -> dict[str, object]:
    monkeypatch.setattr(get_config(), "trusted_proxy_hops", hops)
    environ = {"asgi.scope": scope}
    return EventNamespace._build_static_router_data(None, "sid", environ)


@pytest.mark.parametrize("hops", [0, 1, 2, 3])
@pytest.mark.parametrize(
    "told",
    [
        [],
        ["203.0.113.5"],
        ["1.1.1.1, 203.0.113.5"],
        ["1.1.1.1", "203.0.113.5", "10.0.0.9"],
        ["1.1.1.1,, ,203.0.113.5 "],
        ["2001:db8::1, 203.0.113.5"],
    ],
)
def test_reflex_and_the_wire_see_the_same_visitor(told, hops, monkeypatch):
    headers = [(b"x-forwarded-for", value.encode()) for value in told]
    scope = {"client": ("10.0.0.2", 1), "headers": headers}

    assert client_ip(scope, hops) == by_reflex(scope, hops, monkeypatch)["ip"]


def test_an_invention_that_is_no_address_is_not_taken_for_one():
    scope = {"client": ("10.0.0.2", 1), "headers": [(b"x-forwarded-for", b"localhost")]}

    assert client_ip(scope, 1) == "10.0.0.2"
    assert client_ip({**scope, "client": None}, 1) == ""


def test_reflex_and_the_wire_read_the_same_headers(monkeypatch):
    raw = [(b"cookie", b"a=1"), (b"host", b"x"), (b"cookie", b"b=2"), (b"host", b"y")]
    scope = {"client": ("10.0.0.2", 1), "headers": raw}

    theirs = by_reflex(scope, 0, monkeypatch)["headers"]

    assert headers_of(raw) == {name: theirs[name] for name in ("cookie", "host")}
