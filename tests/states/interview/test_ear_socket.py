"""/v0/ear on the real app behind its wire: who may have a sentence transcribed."""

import json

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from darasa_reflex.core.errors import NotSignedIn
from darasa_reflex.features.accounts.floods import RATES, Rate
from darasa_reflex.features.interviews.device_check.ear_check import END
from darasa_reflex.features.interviews.engines.typing_only import hearing
from darasa_reflex.states.set_up.device_check import DeviceCheckState
from darasa_reflex.wiring import services
from tests.load.voice.candidate import in_a_room, silent, spoken
from tests.machine.inside import serving
from tests.states.conftest import a_person, cookie_of, everything_kept, seen_from

FOREIGN = "https://evil.example"
LINEAR = json.dumps(
    {"type": "session_settings", "audio": {"encoding": "linear16", "sample_rate": 16_000}}
)


@pytest.fixture
def served(accounts_house):
    with serving() as address:
        yield address.replace("http", "ws") + "/v0/ear"


async def a_pass(headers):
    """Press "Read it now" on the page of whoever has these headers."""
    state = seen_from(DeviceCheckState, **headers)
    await DeviceCheckState.event_handlers["lend_ears"].fn(state)
    return state.ear_pass


async def status(address, **given):
    with pytest.raises(InvalidStatus) as refused:
        async with connect(address, **given):
            pass
    return refused.value.response


async def test_nobody_gets_a_pass_without_signing_in(accounts_house):
    with pytest.raises(NotSignedIn):
        await a_pass({})


@pytest.mark.parametrize("secret", ["", "x", "x" * 5_000, "%00", "\u00e4"])
async def test_strangers_are_refused_with_a_sentence(served, secret):
    answer = await status(f"{served}?access_token={secret}")

    assert answer.status_code == 401
    assert "expired" in answer.body.decode()


async def test_a_foreign_page_is_refused_and_the_pass_stays_good(accounts_house, served):
    secret = await a_pass(cookie_of(accounts_house, a_person(accounts_house, "Ada")))

    answer = await status(f"{served}?access_token={secret}", origin=FOREIGN)

    assert answer.status_code == 403
    async with connect(f"{served}?access_token={secret}") as socket:
        await socket.send(END)
        assert json.loads(await socket.recv())["type"] == "error"
    assert (await status(f"{served}?access_token={secret}")).status_code == 401


async def test_one_address_may_not_knock_for_ever(served, monkeypatch):
    monkeypatch.setitem(RATES, "socket", Rate(3, 60))

    seen = [(await status(served)).status_code for _ in range(5)]

    assert seen == [401] * 3 + [429] * 2


def test_the_check_and_the_interviewer_share_their_engines(house):
    local = services().calls.interviewers.chosen("local").engine

    assert services().ears.ears is local.stt


@pytest.mark.slow
async def test_a_sentence_without_an_ear_is_told_so_and_nothing_is_kept(accounts_house, served):
    secret = await a_pass(cookie_of(accounts_house, a_person(accounts_house, "Ada")))
    before = everything_kept(accounts_house.db, but=())
    pause = silent(0.5)
    said = [pause, await spoken("I have worked here for two years."), pause]
    pcm = b"".join(in_a_room(piece) for piece in said)

    async with connect(f"{served}?access_token={secret}") as socket:
        await socket.send(LINEAR)
        for at in range(0, len(pcm), 1_280):
            await socket.send(pcm[at : at + 1_280])
        await socket.send(END)
        heard = json.loads(await socket.recv())

    assert heard["text"] == ""
    assert heard["engine"] == hearing(services().ears.ears, "en").best.label
    assert everything_kept(accounts_house.db, but=()) == before
