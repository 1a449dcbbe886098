"""One suite for our own server and for the stand-in of Hume, read by Hume's own Python client.

The client's models are strict: a message that breaks the format ends the iteration with an error.
"""

import asyncio
import math
import struct
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from hume import AsyncHumeClient
from hume.core.api_error import ApiError
from hume.empathic_voice.types import (
    AudioConfiguration,
    PauseAssistantMessage,
    ResumeAssistantMessage,
    SessionSettings,
    UserInput,
)

from tests.endpoints.evi.order import assert_in_order
from tests.endpoints.evi.skipping import heard
from tests.vendors.hume.hume import KEY, HumeStandIn

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("default")]

STOP = "Please stop the interview."


@dataclass(frozen=True)
class Peer:
    """A server that speaks EVI; `credential` gives one that is good for a new connection."""

    address: str
    credential: Callable[[], str]
    ours: bool = False

    def connect(self, credential: str | None = None):
        key = credential if credential is not None else self.credential()
        client = AsyncHumeClient(base_url=self.address, api_key=key)
        return client.empathic_voice.chat.connect()


@pytest.fixture
async def stand_in():
    hume = await HumeStandIn().start()
    yield hume
    await hume.stop()


@pytest.fixture(params=["ours", "stand-in"])
def peer(request) -> Peer:
    if request.param == "stand-in":
        hume = request.getfixturevalue("stand_in")
        return Peer(hume.address, lambda: KEY)
    server = request.getfixturevalue("server")
    return Peer(server.address, lambda: server.ticket()["access_token"], ours=True)


@dataclass
class Seen:
    """Every message of a connection, parsed; who skips tells our own server that it has played."""

    socket: object
    skips: bool = False
    all: list = field(default_factory=list)

    async def to(self, kind: str) -> None:
        async with asyncio.timeout(60):
            while (message := await self.socket.recv()).type != kind:
                await self._take(message)
            await self._take(message)

    async def to_the_close(self) -> None:
        async with asyncio.timeout(60):
            async for message in self.socket:
                await self._take(message)

    async def _take(self, message: object) -> None:
        self.all.append(message)
        for told in heard(message.dict()) if self.skips else ():
            await self.socket._websocket.send(told)

    async def say(self, text: str) -> None:
        await self.socket.send_publish(UserInput(text=text))

    @property
    def kinds(self) -> list[str]:
        return [message.type for message in self.all]


async def test_a_typed_turn_comes_in_the_order_of_the_protocol(peer):
    async with peer.connect() as socket:
        seen = Seen(socket)
        await seen.to("assistant_end")
        greeted = len(seen.all)
        await seen.say("I led the move of our billing service to PostgreSQL.")
        await seen.to("assistant_end")

    assert seen.kinds[0] == "chat_metadata"
    assert seen.kinds.count("chat_metadata") == 1
    assert seen.all[0].chat_id
    assert seen.all[0].chat_group_id
    turn = seen.all[greeted:]
    (said,) = [message for message in turn if message.type == "user_message"]
    assert (said.from_text, said.interim, said.models.prosody) == (True, False, None)
    assert said.message.content == "I led the move of our billing service to PostgreSQL."
    kinds = [message.type for message in turn if message.type != "user_interruption"]
    assert kinds.index("user_message") < kinds.index("audio_output")
    assert kinds[-1] == "assistant_end"
    assert kinds.count("assistant_end") == 1
    assert_in_order(seen.all)


async def test_while_paused_nothing_is_answered_and_then_only_the_last(peer):
    async with peer.connect() as socket:
        seen = Seen(socket, skips=peer.ours)
        await seen.to("assistant_end")
        greeted = len(seen.all)
        await socket.send_publish(PauseAssistantMessage())
        for text in ("I led a team of five.", "We moved the billing service in a month."):
            await seen.say(text)
            await seen.to("user_message")
        paused = len(seen.all)
        await socket.send_publish(ResumeAssistantMessage())
        await seen.to("assistant_end")

    assert "assistant_message" not in seen.kinds[greeted:paused]
    assert "user_message" not in seen.kinds[paused:]
    assert "assistant_message" in seen.kinds[paused:]
    assert_in_order(seen.all)


async def test_a_bad_credential_is_refused_before_the_upgrade(peer):
    with pytest.raises(ApiError) as refused:
        async with peer.connect("no-such-key"):
            pass

    assert refused.value.status_code == 401


async def test_the_end_of_an_interview_closes_with_1000(peer):
    async with peer.connect() as socket:
        seen = Seen(socket)
        await seen.to("audio_output")  # and no longer: what is cut short needs not be heard out
        await seen.say(STOP)
        await seen.to_the_close()
        code = socket._websocket.close_code

    assert code == 1000
    assert seen.kinds[-1] == "assistant_end"
    assert "error" not in seen.kinds
    assert_in_order(seen.all)


async def test_the_stand_in_hears_voice_and_sends_all_48_expressions(stand_in):
    audio = AudioConfiguration(encoding="linear16", sample_rate=16_000, channels=1)
    voice = struct.pack("<8000h", *(int(8_000 * math.sin(i / 5)) for i in range(8_000)))
    peer = Peer(stand_in.address, lambda: KEY)

    async with peer.connect() as socket:
        seen = Seen(socket)
        await socket.send_publish(SessionSettings(audio=audio))
        await seen.to("assistant_end")
        for frame in (voice, bytes(32_000)):
            await socket._websocket.send(frame)
        await seen.to("user_message")

    said = seen.all[-1]
    assert not said.from_text
    assert len(said.models.prosody.scores.dict()) == 48
