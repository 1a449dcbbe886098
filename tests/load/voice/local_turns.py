"""How fast the built-in interviewer answers: real ears and voice, a candidate made of espeak.

Run by hand: `python -m tests.load.voice.local_turns [calls]`; it compares the voices Piper and
espeak-ng, both with Whisper's smallest model.
"""

import asyncio
import contextlib
import os
import statistics
import sys
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import numpy as np

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.interviewer import Conversation, Interviewer
from darasa_reflex.providers.interviewer.local.provider import PROVIDER
from darasa_reflex.providers.mind.scripted import Scripted
from darasa_reflex.providers.stt.whisper.provider import WhisperTranscriber
from darasa_reflex.providers.tts.espeak.provider import EspeakSynthesizer
from darasa_reflex.providers.tts.piper.provider import PiperSynthesizer
from tests.load.measuring.processes import processor_seconds
from tests.load.voice.briefs import PATIENCE_SECONDS, a_brief
from tests.load.voice.candidate import ANSWERS, in_a_room, silent, spoken
from tests.providers.speech.real_speech import a_shelf

FRAME_BYTES = 1280
FRAME_SECONDS = 0.04


class Microphone:
    """Sends sound to a conversation in real time, room noise even when nobody speaks."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation
        self._due = time.monotonic()
        self._rest = b""
        self._frames = 0

    async def send(self, samples: np.ndarray) -> None:
        """Send samples; return when the last of them has been sent."""
        self._frames += 1
        data = self._rest + in_a_room(samples, seed=self._frames)
        whole = len(data) - len(data) % FRAME_BYTES
        self._rest = data[whole:]
        for at in range(0, whole, FRAME_BYTES):
            self._due += FRAME_SECONDS
            await asyncio.sleep(max(0.0, self._due - time.monotonic()))
            await self._conversation.hear(data[at : at + FRAME_BYTES])


class Seen:
    """All messages of a call and when they came, in monotonic seconds."""

    def __init__(self, conversation: Conversation) -> None:
        self.messages: list[tuple[float, evi.ServerMessage]] = []
        self.over = False
        self._conversation = conversation
        self._changed = asyncio.Event()

    async def read(self) -> None:
        """Read until the interviewer hangs up."""
        async for message in self._conversation.messages():
            self.messages.append((time.monotonic(), message))
            self._changed.set()
        self.over = True

    def first(self, kind: str, since: float) -> float | None:
        """Return when the first message of a type came after a moment; None when none did."""
        return next((at for at, m in self.messages if at > since and m.type == kind), None)


@contextlib.asynccontextmanager
async def a_call(
    interviewer: Interviewer, **changes: object
) -> AsyncIterator[tuple[Conversation, Microphone, Seen]]:
    """Open a call and read its messages."""
    async with interviewer.open(a_brief(**changes)) as conversation:
        seen = Seen(conversation)
        reading = asyncio.create_task(seen.read())
        try:
            yield conversation, Microphone(conversation), seen
        finally:
            reading.cancel()
            await asyncio.gather(reading, return_exceptions=True)


def an_interviewer() -> Interviewer:
    """Return the built-in interviewer with Whisper and the last voice."""
    return PROVIDER.build(
        {},
        # Other work on the machine must not choose the model.
        stt=Cast.of(WhisperTranscriber(a_shelf("whisper-tiny.en"), slow_encode_seconds=60)),
        tts=Cast.of(EspeakSynthesizer()),
        mind=Cast.of(Scripted()),
    )


def a_good_interviewer() -> Interviewer:
    """Return the same with Piper."""
    shelf = a_shelf("whisper-tiny.en", "piper-joe")
    return PROVIDER.build(
        {},
        # Other work on the machine must not choose the model.
        stt=Cast.of(WhisperTranscriber(shelf, slow_encode_seconds=60)),
        tts=Cast.of(PiperSynthesizer(shelf)),
        mind=Cast.of(Scripted()),
    )


async def let_it_finish(conversation: Conversation, microphone: Microphone) -> None:
    """Keep quiet until the interviewer has been heard to the end."""
    await microphone.send(silent(0.4))
    while conversation.mouth.saying:
        await microphone.send(silent(0.2))


async def measure_local_turns(
    n: int,
    interviewer: Interviewer | None = None,
    *,
    replied_ms: list[float] | None = None,
    ahead: bool = True,
) -> list[float]:
    """Return for n spoken answers the ms from the end of speech to the first audio of the reply.

    The patience is taken off: what is left is the machine's part. To `replied_ms` is added how long
    it took from the words of each answer to the first audio; without `ahead` nothing is rendered
    before it is wanted.
    """
    found: list[float] = []
    async with a_call(interviewer or an_interviewer()) as (conversation, microphone, seen):
        # An answer that is short for its question is waited for longer, which is no one's delay.
        conversation.ears.pace.question = str
        if not ahead:
            conversation.ears.on_pause = None
        while len(found) < n and not seen.over:
            await let_it_finish(conversation, microphone)
            await microphone.send(await spoken(ANSWERS[len(found) % len(ANSWERS)]))
            ended = time.monotonic()
            await microphone.send(silent(PATIENCE_SECONDS + 0.4))
            while (at := seen.first("audio_output", ended)) is None:
                await microphone.send(silent(0.2))
            if replied_ms is not None and (known := seen.first("user_message", ended)):
                replied_ms.append((at - known) * 1000)
            found.append((at - ended - PATIENCE_SECONDS) * 1000)
    return found


@dataclass
class LoopLag:
    """How late the event loop was, in ms.

    Attributes:
        late: By the wall clock; on a machine with other work, mostly that work's doing.
        busy: Processor time the loop's own thread used between two samples.
    """

    late: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)


@contextlib.asynccontextmanager
async def loop_lag(every_seconds: float = 0.005) -> AsyncIterator[LoopLag]:
    """Collect the event loop's lag while the context is open."""
    lag = LoopLag()

    async def sample() -> None:
        while True:
            due, used = time.perf_counter() + every_seconds, time.thread_time()
            await asyncio.sleep(every_seconds)
            lag.late.append((time.perf_counter() - due) * 1000)
            lag.busy.append((time.thread_time() - used) * 1000)

    task = asyncio.create_task(sample())
    try:
        yield lag
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def at_percent(values: list[float], percent: int) -> float:
    """Return a percentile, 1 to 99."""
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


async def warm(interviewer: Interviewer) -> None:
    """Load all that the first call would load, and make the candidate's sentences."""
    await asyncio.to_thread(interviewer.warm)
    for text in ANSWERS:
        in_a_room(await spoken(text))


@dataclass(frozen=True, slots=True)
class Calls:
    """What some calls at once did.

    Attributes:
        turns_ms: From each end of speech to the first audio, beyond the patience.
        replied_ms: From the words of each answer to the first audio.
        cores: Processor cores that one call used.
    """

    turns_ms: list[float]
    replied_ms: list[float]
    lag: LoopLag
    cores: float


async def measure_calls(
    interviewer: Interviewer,
    calls: int,
    turns: int = 5,
    *,
    ahead: bool = True,
    loaded: bool = False,
) -> Calls:
    """Hold calls at once. The first call of an interviewer loads what others share: `loaded`."""
    if not loaded:
        await warm(interviewer)
        await measure_local_turns(1, interviewer)
    replied: list[float] = []
    began, used = time.monotonic(), processor_seconds(os.getpid())
    async with loop_lag() as lag:
        held = [
            measure_local_turns(turns, interviewer, replied_ms=replied, ahead=ahead)
            for _ in range(calls)
        ]
        several = await asyncio.gather(*held)
    cores = (processor_seconds(os.getpid()) - used) / (time.monotonic() - began) / calls
    return Calls([turn for one in several for turn in one], replied, lag, cores)


def _show(what: str, held: Calls) -> None:
    turns, lag = held.turns_ms, held.lag
    print(f"{what}: {len(turns)} turns, ms beyond the patience:", [round(t) for t in turns])
    print(f"median {statistics.median(turns):.0f}, p95 {at_percent(turns, 95):.0f}")
    print(f"from words to audio: median {statistics.median(held.replied_ms):.0f} ms")
    print(f"loop late: median {statistics.median(lag.late):.2f} ms, max {max(lag.late):.1f} ms")
    print(f"loop busy: median {statistics.median(lag.busy):.2f} ms, max {max(lag.busy):.1f} ms")
    print(f"processor: {held.cores:.2f} cores a call")


async def _report(calls: int) -> None:
    _show("Whisper tiny.en and espeak-ng", await measure_calls(an_interviewer(), calls))
    good = a_good_interviewer()
    _show("Whisper tiny.en and Piper", await measure_calls(good, calls))
    _show("the same, nothing ahead", await measure_calls(good, calls, ahead=False))


if __name__ == "__main__":
    asyncio.run(_report(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
