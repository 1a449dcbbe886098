"""A spoken call over a real socket, as `tests.load.voice.spoken_turns` speaks with any pipeline."""

import json
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from math import inf

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from darasa_reflex.features.interviews.call.timing.audible import wav_milliseconds
from tests.load.voice.spoken_turns import Microphone

AUDIO = {"encoding": "linear16", "sample_rate": 16_000, "channels": 1}
# Whoever has had no reply by then goes on, and is told of.
_LONGEST_REPLY_SECONDS = 20.0
_STEP_SECONDS, _BREATH_SECONDS = 0.04, 0.4


@dataclass
class SocketCall:
    """See `tests.load.voice.spoken_turns.Pipeline`. What is sent plays at once, one by one."""

    socket: ClientConnection
    words: list[str] = field(default_factory=list)
    over: bool = False
    _sounds: list[float] = field(default_factory=list)
    _heard_until: float = 0.0
    _speaking: bool = True

    @property
    def saying(self) -> bool:
        """See `Pipeline.saying`."""
        return not self.over and (self._speaking or time.monotonic() < self._heard_until)

    async def hear(self, pcm: bytes) -> None:
        """See `Pipeline.hear`."""
        with suppress(ConnectionClosed):
            await self.socket.send(pcm)

    def first_audio(self, since: float) -> float | None:
        """See `Pipeline.first_audio`."""
        return next((at for at in self._sounds if at > since), None)

    async def read(self) -> None:
        """Take the messages of the server until it hangs up."""
        try:
            async for frame in self.socket:
                self._take(json.loads(frame), time.monotonic())
        finally:
            self.over = True

    def _take(self, message: dict, now: float) -> None:
        match message["type"]:
            case "assistant_message":
                self._speaking = True
            case "audio_output":
                self._sounds.append(now)
                seconds = wav_milliseconds(message["data"]) / 1000
                self._heard_until = max(now, self._heard_until) + seconds
            case "assistant_end":
                self._speaking = False
            case "user_message":
                self.words.append(message["message"]["content"])
            case "user_interruption":
                self._speaking, self._heard_until = False, now
            case _:
                pass


@dataclass
class Speaker:
    """A candidate who answers in a call until it is time to go.

    Attributes:
        waits: Of each answer, when it ended and the ms from there to the first sound of the reply.
        cut: How many answers were replied to before they ended.
        unanswered: How many had no reply.
    """

    answers: Sequence[bytes]
    room: bytes
    waits: list[tuple[float, float]] = field(default_factory=list)
    cut: int = 0
    unanswered: int = 0

    async def talk(self, call: SocketCall, until: float, turns: float = inf) -> None:
        """Hear the greeting out, then answer whatever is asked, so many times at most."""
        microphone = Microphone(call, self.room)
        await self._hear_out(call, microphone)
        number = 0
        while number < turns and time.monotonic() < until and not call.over:
            await self._turn(call, microphone, self.answers[number % len(self.answers)])
            number += 1

    async def _turn(self, call: SocketCall, microphone: Microphone, answer: bytes) -> None:
        began = time.monotonic()
        await microphone.send(answer)
        ended = time.monotonic()
        cut = call.first_audio(began) is not None
        while (at := call.first_audio(ended)) is None and not call.over:
            if time.monotonic() - ended > _LONGEST_REPLY_SECONDS:
                self.unanswered += 1
                return
            await microphone.keep_quiet(_STEP_SECONDS)
        if cut:
            self.cut += 1
        elif at is not None:
            self.waits.append((ended, (at - ended) * 1000))
        await self._hear_out(call, microphone)

    async def _hear_out(self, call: SocketCall, microphone: Microphone) -> None:
        await microphone.keep_quiet(_BREATH_SECONDS)
        while call.saying:
            await microphone.keep_quiet(_BREATH_SECONDS / 2)
