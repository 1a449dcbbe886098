"""How often one address may ask."""

import logging

import pytest

from darasa_reflex.core.monitoring import logs
from darasa_reflex.core.monitoring.metrics import REGISTRY
from darasa_reflex.endpoints.middleware.floods import FloodGate, _warn_of_unknown_proxy
from darasa_reflex.features.accounts.floods import RATES
from darasa_reflex.providers.floods.sliding_window import SlidingWindow
from tests.endpoints.middleware.asking import ask, hello, open_socket

_SOCKETS = RATES["socket"].times


@pytest.fixture
def said_anew(monkeypatch):
    """A log in which nothing was said yet."""
    watched = logging.getLogger(FloodGate.__module__)
    monkeypatch.setattr(watched, "filters", [logs.Repeats(logs.SystemClock())])


async def test_sockets_are_counted_per_address():
    gate = FloodGate(hello, SlidingWindow(None), "form")

    opened = [await open_socket(gate, "/_event/", peer="192.0.2.1") for _ in range(_SOCKETS + 3)]

    assert opened == ["open"] * _SOCKETS + [429] * 3
    assert await open_socket(gate, "/v0/evi/chat", peer="192.0.2.2") == "open"


async def test_a_refusal_says_when_to_come_again():
    gate = FloodGate(hello, _Full(), "form")

    answer = await ask(gate, "/app", peer="192.0.2.1")

    assert (answer.status_code, answer.headers["retry-after"]) == (429, "60")
    assert answer.text == "That was very often in a short time. Wait a minute, then try again."


@pytest.mark.parametrize("path", ["/assets/root-abc.js", "/theme.css", "/logo.svg", "/favicon.ico"])
async def test_the_files_of_a_page_are_not_counted(path):
    assert (await ask(FloodGate(hello, _Full(), "form"), path, peer="192.0.2.1")).text == "hello"


@pytest.mark.parametrize(
    ("door", "peer", "status"),
    [
        ("open", "127.0.0.1", 200),
        ("open", "192.0.2.1", 429),
        ("form", "127.0.0.1", 429),
        ("clerk", "127.0.0.1", 429),
    ],
)
async def test_only_the_one_local_person_is_not_counted(door, peer, status):
    answer = await ask(FloodGate(hello, _Full(), door), "/app", peer=peer)

    assert answer.status_code == status


@pytest.mark.parametrize(
    ("hops", "told", "counted"),
    [
        (0, "203.0.113.5", "10.0.0.2"),
        (1, "203.0.113.5", "203.0.113.5"),
        (1, "1.1.1.1, 203.0.113.5", "203.0.113.5"),
        (2, "1.1.1.1, 203.0.113.5, 10.0.0.9", "203.0.113.5"),
        (2, "203.0.113.5", "10.0.0.2"),
        (1, "unknown", "10.0.0.2"),
        (1, "", "10.0.0.2"),
    ],
)
async def test_who_is_counted_stands_behind_our_own_proxies(hops, told, counted):
    floods = _Full()

    await ask(
        FloodGate(hello, floods, "form", hops),
        "/",
        peer="10.0.0.2",
        headers={"x-forwarded-for": told},
    )

    assert floods.asked == [("request", counted)]


async def test_a_proxy_that_nobody_told_of_is_named_once_in_the_log(caplog, said_anew):
    _warn_of_unknown_proxy.cache_clear()
    gate = FloodGate(hello, _Full(), "form")

    for _ in range(3):
        await ask(gate, "/", peer="10.0.0.2", headers={"x-forwarded-for": "203.0.113.5"})

    assert [r.message for r in caplog.records] == [
        "too many requests: behind a proxy all count as one until DARASA_PROXY_HOPS is set",
        "too many of one address: request refused",
    ]


class _Full:
    """Allows nothing, and notes who knocked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    async def allows(self, knock, who):
        self.asked.append((knock, who))
        return False


async def test_a_flood_is_one_line_in_the_log_and_counted_whole(caplog, said_anew):
    before = REGISTRY.get_sample_value("darasa_refused_floods_total", {"kind": "request"}) or 0
    gate = FloodGate(hello, _Full(), "form", 1)
    for number in range(300):
        peer = {"x-forwarded-for": f"192.0.2.{number % 200}"}
        assert (await ask(gate, "/app", peer="10.0.0.2", headers=peer)).status_code == 429

    told = [record.getMessage() for record in caplog.records if record.name == FloodGate.__module__]
    assert told == ["too many of one address: request refused"]
    now = REGISTRY.get_sample_value("darasa_refused_floods_total", {"kind": "request"})
    assert now - before == 300
