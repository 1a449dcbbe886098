"""The same 7 s of speech from several callers at once, to an ear that gets half of a processor.

Real Whisper, a person's voice, real time. Run with `-s` it prints what became of each answer. How
long four of them take to be read depends on what else the machine does: two minutes, with seven
other processes at work, and no bound of ours. What is not read yet is marked so.
"""

import asyncio
import contextlib
import os
import signal
import time

import pytest

from darasa_reflex.core.clock import SystemClock
from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ
from darasa_reflex.providers.interviewer.local.provider import LocalInterviewer
from darasa_reflex.providers.mind.scripted import Scripted
from tests.providers.local.call.local_room import SteadyVoice, a_brief
from tests.providers.speech.real_speech import READ_ALOUD, an_ear, read_aloud, word_error_rate

pytestmark = pytest.mark.slow

SECONDS, FRAME_SECONDS = 7, 0.04
# Of the 20 or so that are said.
WORDS = 15
# What is read later than this counts as marked.
PATIENCE_SECONDS = 180
FRAME_BYTES = int(2 * HEARD_HZ * FRAME_SECONDS)
# As on a machine with as much other work, which would take its time from all other tests.
SLICE_SECONDS = 0.05


@contextlib.asynccontextmanager
async def slowed(child):
    """Stop a child for half of the time."""
    slowing = asyncio.create_task(_slow(child))
    try:
        yield
    finally:
        slowing.cancel()
        await asyncio.gather(slowing, return_exceptions=True)


async def _slow(child):
    try:
        while True:
            os.kill(child, signal.SIGSTOP)
            await asyncio.sleep(SLICE_SECONDS)
            os.kill(child, signal.SIGCONT)
            await asyncio.sleep(SLICE_SECONDS)
    finally:
        os.kill(child, signal.SIGCONT)


@pytest.fixture
def whisper():
    transcriber = an_ear("whisper-tiny.en")
    transcriber.warm()
    return transcriber


class SoundClock(SystemClock):
    """The call's time is that of its sound: what this process is too busy to send is no silence."""

    def __init__(self):
        self.seconds = 0.0

    def monotonic(self):
        return self.seconds


async def speak(conversation, pcm, clock, told):
    """Send sound as a microphone does, and silence until the answer is told."""
    began = time.monotonic()
    silence = b"\0" * FRAME_BYTES
    frames = [pcm[at : at + FRAME_BYTES] for at in range(0, len(pcm), FRAME_BYTES)]
    for number, frame in enumerate([*frames, *[silence] * 200]):
        if told.done():
            return
        await asyncio.sleep(max(0.0, began + number * FRAME_SECONDS - time.monotonic()))
        clock.seconds += FRAME_SECONDS
        await conversation.hear(frame)


async def call(whisper, pcm):
    """Return the answer as it was told first."""
    clock = SoundClock()
    interviewer = LocalInterviewer(
        stt=Cast.of(whisper), tts=Cast.of(SteadyVoice()), mind=Cast.of(Scripted()), clock=clock
    )
    async with interviewer.open(a_brief(patience_seconds=1.5)) as conversation:
        told = asyncio.create_task(_first_said(conversation))
        while not conversation.mouth.audible:
            await asyncio.sleep(0.05)
        clock.seconds += 10.0
        await speak(conversation, pcm, clock, told)
        return await told


async def whole(first):
    """Return an answer as it stands when all is read."""
    if first is None or first.late is None:
        return first
    await asyncio.wait({first.late}, timeout=PATIENCE_SECONDS)
    return first.late.result() if first.late.done() else first


async def _first_said(conversation):
    async for message in conversation.messages():
        if isinstance(message, evi.UserMessage) and not message.interim:
            return message
    return None


@pytest.mark.timeout(900)
@pytest.mark.parametrize("callers", [1, 4])
async def test_no_answer_is_gone_however_many_speak_at_once(whisper, callers):
    pcm = read_aloud()[: SECONDS * HEARD_HZ].tobytes()
    seats = whisper.seats

    # What is told in time hangs on other work; what is read later on nobody's patience.
    async with slowed(*whisper.children):
        told = await asyncio.gather(*(call(whisper, pcm) for _ in range(callers)))
    calls = list(zip(told, await asyncio.gather(*map(whole, told)), strict=True))

    assert all(first is not None for first, _ in calls)
    read = READ_ALOUD.split()
    counts = [len(last.message.content.split()) for _, last in calls]
    marked = sum(bool(first.darasa.unread) for first, _ in calls)
    left = [last.darasa.unread for _, last in calls]
    print(
        f"\n{callers} callers ({seats} seats): {marked} marked at first, "
        f"{sum(map(bool, left))} in the end; words {counts}"
    )
    assert all(count >= WORDS or unread for count, unread in zip(counts, left, strict=True))
    rates = [
        word_error_rate(" ".join(read[: len(last.message.content.split())]), last.message.content)
        for _, last in calls
        if not last.darasa.unread
    ]
    assert max(rates, default=0.0) < 0.4
    assert callers > 1 or not any(left)
