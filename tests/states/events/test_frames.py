"""Messages of the event socket that no page of ours sends."""

import asyncio
import json
import time
from contextlib import suppress

import httpx
import pytest
from websockets.exceptions import ConnectionClosed

from darasa_reflex.core.monitoring import logs
from darasa_reflex.states.events.incoming.frames import MOST_BROKEN, MOST_REFUSED
from darasa_reflex.states.events.incoming.payloads import BROKEN, TOO_LONG
from tests.fixtures.tabs import HYDRATE, sentences, tab
from tests.machine.inside import serving
from tests.states.conftest import everything_kept

pytestmark = pytest.mark.slow

# Stands in what is sent, and nowhere else.
WORD = "zebrafish"
_DEEP = f'{{"{WORD}":' * 900 + "1" + "}" * 900
_PLACE = {"pathname": "/app", "asPath": "/app"}
CHATTY = ("engineio.server", "socketio.server", "darasa_reflex.states.events.incoming.frames")
NO_EVENTS = [
    None,
    WORD,
    7,
    [WORD],
    {},
    {"name": WORD},
    {"name": [WORD]},
    {"name": {WORD: 1}},
    {"name": None},
    {"name": HYDRATE, "payload": None},
    {"name": HYDRATE, "payload": [WORD]},
    {"name": HYDRATE, "payload": WORD},
    {"name": HYDRATE, "router_data": WORD},
    {"name": HYDRATE, "router_data": {**_PLACE, "pathname": [WORD]}},
    {"name": HYDRATE, "router_data": {**_PLACE, "asPath": {WORD: 1}}},
    {"name": HYDRATE, "router_data": {**_PLACE, "asPath": f"//[{WORD}"}},
    {"name": HYDRATE, "router_data": {**_PLACE, "query": WORD}},
    {"name": HYDRATE, "router_data": {**_PLACE, "pathname": WORD * 1_000}},
    {"name": "_redirect", "payload": {"path": WORD}},
]
UNREADABLE = [
    "",
    "4",
    "42",
    "42/_event,",
    f"42/_event,{WORD}",
    f"42/{WORD},[]",
    "42/_event,[]",
    '42/_event,{"a":1}',
    f'42/_event,[["{WORD}"]]',
    f'42/_event,["{WORD}"]',
    '42/_event,["event"]',
    f'42/_event,["event",{{}},"{WORD}"]',
    f'42/_event,["event",{_DEEP}]',
    f'42/_event,["client_error",{{"message":"{WORD}","error_type":"{WORD}"}}]',
    f'43/_event,999["{WORD}"]',
    '44/_event,{"message":"x"}',
    '451-/_event,["event",{"_placeholder":true,"num":0}]',
    "459999999999-/_event,[]",
    '40/_event,{"token":"x"}',
    "9",
    "5",
    f"6{WORD}",
]


@pytest.fixture
def served(accounts_house, no_floods):
    with serving() as address:
        yield address


@pytest.mark.parametrize("message", NO_EVENTS, ids=str)
async def test_what_is_no_event_is_answered_in_one_sentence(served, message, caplog):
    async with tab(served) as one:
        await one.say("event", message)
        told = await one.answers()

    assert sentences(told) == [BROKEN]
    assert WORD not in caplog.text


async def test_an_event_that_is_too_long_is_told_so(served, caplog):
    async with tab(served) as one:
        told = await one.ask(HYDRATE, {"vars": {WORD: "x" * 210_000}})

    assert sentences(told) == [TOO_LONG]
    assert WORD not in caplog.text


@pytest.mark.parametrize("frame", UNREADABLE, ids=lambda frame: frame[:40])
async def test_what_cannot_be_read_harms_nobody(accounts_house, served, frame, caplog):
    before = everything_kept(accounts_house.db, but=())

    async with tab(served) as one:
        await one.socket.send(frame)
        await asyncio.sleep(0.02)
    async with tab(served) as another:
        told = await another.ask(HYDRATE)

    assert told
    assert WORD not in caplog.text
    assert everything_kept(accounts_house.db, but=()) == before


@pytest.mark.parametrize("frame", UNREADABLE[::12], ids=lambda frame: frame[:40])
async def test_a_flood_of_what_is_none_is_cut_off_and_writes_hardly_a_line(
    served, frame, caplog, monkeypatch
):
    quiet_again(monkeypatch)
    many = 20 * MOST_BROKEN

    sent = await flood(served, frame, many)
    async with tab(served) as another:
        told = await another.ask(HYDRATE)

    lines = [one for one in caplog.records if one.name in CHATTY]
    assert told
    assert len(lines) <= 2
    assert sent < many or lines == []


async def test_a_flood_of_what_is_no_event_is_cut_off_too(served, caplog, monkeypatch):
    quiet_again(monkeypatch)
    many = 2 * MOST_REFUSED

    sent = await flood(served, f'42/_event,["event",{{"name":"{WORD}"}}]', many)

    assert sent < many
    assert caplog.text.count("was cut off") == 1


async def flood(served, frame, many) -> int:
    """Send a frame again and again; return how many were taken before the line was cut.

    What is answered is read meanwhile: else the end of the line would wait behind it.
    """
    sent = 0
    async with tab(served) as one:
        reading = asyncio.create_task(read_out(one.socket))
        with suppress(ConnectionClosed):
            while sent < many:
                await one.socket.send(frame)
                sent += 1
                await asyncio.sleep(0.001)
        await one.socket.close()
        await reading
    return sent


async def read_out(socket):
    with suppress(ConnectionClosed):
        while True:
            await socket.recv()


def quiet_again(monkeypatch):
    """Forget what was said before, so that it is written again."""
    monkeypatch.setattr(logs._REPEATS, "_said", {})


@pytest.mark.parametrize("value", [{"x": WORD}, [WORD], 7, None])
async def test_a_forged_query_value_never_reaches_the_log(served, value, caplog):
    where = {"pathname": "/app", "asPath": "/app", "query": {"interview_id": value}}

    async with tab(served) as one:
        await one.say("event", {"name": HYDRATE, "payload": {}, "router_data": where})
        told = await one.answers()

    assert sentences(told) == [BROKEN]
    assert WORD not in caplog.text


async def test_a_forged_name_of_a_session_never_reaches_the_log(served, caplog):
    address = f"{served}/_event/?transport=websocket&EIO=4&sid={WORD}"

    async with httpx.AsyncClient() as client:
        answer = await client.get(address)

    assert answer.status_code == 400
    assert WORD not in caplog.text


async def test_nobody_chooses_the_headers_and_the_address_they_come_from(served):
    header = [{"_placeholder": True, "num": 0}, {"_placeholder": True, "num": 1}]
    forged = {"asgi.scope": {"headers": [header], "client": ["203.0.113.7"]}}

    async with tab(served) as one:
        await one.socket.send(f"452-/_event,{json.dumps(['connect', forged])}")
        await one.socket.send(b"cookie2")
        await one.socket.send(b"forged")
        told = [*await one.answers(), *await one.ask(HYDRATE)]

    assert "forged" not in str(told)
    assert "203.0.113.7" not in str(told)
    assert BROKEN in sentences(told)


async def test_the_error_of_a_page_is_logged_without_its_text(served, caplog):
    errors = "reflex___state____state.reflex___state____frontend_event_exception_state"
    name = f"{errors}.handle_frontend_exception"
    slow = "TypeError: can't access property \"" * 1_000 + '", ' * 10_000 + WORD

    began = time.process_time()
    async with tab(served) as one:
        await one.ask(name, {"info": slow, "component_stack": WORD})
    used = time.process_time() - began  # the server is in this process

    assert used < 3
    assert "a page failed: TypeError" in caplog.text
    assert WORD not in caplog.text
