"""Turns of a spoken call in real time, the same for every pipeline, and told to the bench.

Standard library alone: it runs in each pipeline's own environment. A pipeline's process is told by
its argument what to do (`Script`), prints a line of JSON per moment, and ends when its input does,
so that the bench can weigh it meanwhile.
"""

import asyncio
import itertools
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

# 40 ms at 16 kHz, as the browser sends it.
_FRAME_BYTES, _FRAME_SECONDS = 1_280, 0.04
# Within this a reply must have begun; a pipeline that heard nothing never begins.
_LONGEST_SECONDS = 60.0
_BREATH_SECONDS = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """What a pipeline is to do.

    Attributes:
        answers: Files of 16-bit mono PCM at 16 kHz, each one answer; said in turn.
        room: File of the same kind with the noise of the room.
        turns: How many answers are measured; one before them is not.
        patience_seconds: Silence after which an answer counts as finished.
        fixed_wait: Ours waits for that silence whatever was said.
        vad_waits: Pipecat's VAD waits for all of that silence, and only then are words read.
        whisper: Folder of a faster-whisper model.
        voice: Piper's voice, the `.onnx` file.
        calls: How many are held at once; only the first is told of.
        replies: What the interviewer says, the greeting first; only for pipelines without a mind.
    """

    answers: list[str]
    room: str
    turns: int
    patience_seconds: float
    whisper: str
    voice: str
    fixed_wait: bool = False
    vad_waits: bool = False
    calls: int = 1
    replies: list[str] | None = None

    @classmethod
    def given(cls) -> "Script":
        """Return what stands in this process's argument."""
        return cls(**json.loads(sys.argv[1]))

    def told(self) -> str:
        """Return it as an argument for a process."""
        return json.dumps(asdict(self))


class Pipeline(Protocol):
    """A pipeline that is spoken with."""

    @property
    def saying(self) -> bool:
        """Whether the interviewer is being heard, or about to be."""
        ...

    async def hear(self, pcm: bytes) -> None:
        """Take a frame of the microphone."""
        ...

    def first_audio(self, since: float) -> float | None:
        """Return when the first sound after a moment left, in monotonic seconds."""
        ...


class Microphone:
    """Sends sound in real time, the noise of the room when nobody speaks."""

    def __init__(self, pipeline: Pipeline, room: bytes) -> None:
        self._pipeline = pipeline
        self._room = itertools.cycle(_frames(room))
        self._due = 0.0

    async def send(self, pcm: bytes) -> None:
        """Send sound; return when the last of it has been sent."""
        for frame in _frames(pcm):
            await self._send(frame)

    async def keep_quiet(self, seconds: float) -> None:
        """Send the room."""
        for _ in range(round(seconds / _FRAME_SECONDS)):
            await self._send(next(self._room))

    async def _send(self, frame: bytes) -> None:
        self._due = (self._due or time.monotonic()) + _FRAME_SECONDS
        await asyncio.sleep(max(0.0, self._due - time.monotonic()))
        await self._pipeline.hear(frame)


async def hold(pipelines: Sequence[Pipeline], script: Script) -> None:
    """Speak with pipelines and tell how long each reply took; then wait to be ended.

    Raises:
        TimeoutError: One did not reply.
    """
    first, *others = [_Candidate(pipeline, script) for pipeline in pipelines]
    await asyncio.gather(first.warm_up(), *(other.warm_up() for other in others))
    tell("began")
    await asyncio.gather(first.speak(told=True), *(other.speak() for other in others))
    tell("ended")
    await asyncio.to_thread(sys.stdin.buffer.read)


def tell(what: str, **more: object) -> None:
    """Tell the bench of a moment, now."""
    print(json.dumps({"what": what, **more}), flush=True)


class _Candidate:
    def __init__(self, pipeline: Pipeline, script: Script) -> None:
        self._pipeline = pipeline
        self._turns = script.turns
        self._microphone = Microphone(pipeline, Path(script.room).read_bytes())
        self._answers = itertools.cycle([Path(answer).read_bytes() for answer in script.answers])

    async def warm_up(self) -> None:
        """Hear the greeting and answer once."""
        await self._hear_out()
        await self._turn()

    async def speak(self, *, told: bool = False) -> None:
        """Answer as often as the script says."""
        for _ in range(self._turns):
            waited_ms = await self._turn()
            if told:
                tell("turn", waited_ms=waited_ms)

    async def _turn(self) -> float | None:
        """Return the ms from the end of an answer to the first sound of the reply.

        None when the interviewer replied within the answer.
        """
        began = time.monotonic()
        await self._microphone.send(next(self._answers))
        ended = time.monotonic()
        cut = self._pipeline.first_audio(began) is not None
        async with asyncio.timeout(_LONGEST_SECONDS):
            while (at := self._pipeline.first_audio(ended)) is None:
                await self._microphone.keep_quiet(_FRAME_SECONDS)
        await self._hear_out()
        return None if cut else (at - ended) * 1000

    async def _hear_out(self) -> None:
        """Keep quiet until the interviewer has been heard to the end."""
        await self._microphone.keep_quiet(_BREATH_SECONDS)
        while self._pipeline.saying:
            await self._microphone.keep_quiet(_BREATH_SECONDS / 2)


def _frames(pcm: bytes) -> list[bytes]:
    whole = len(pcm) - len(pcm) % _FRAME_BYTES
    return [pcm[at : at + _FRAME_BYTES] for at in range(0, whole, _FRAME_BYTES)]
