"""Rough transcription, with real children and a candidate made of espeak's voice."""

import asyncio
import os
import signal

import pytest

from darasa_reflex.providers.stt.pocketsphinx.provider import PROVIDER, PocketsphinxTranscriber
from tests.load.voice.candidate import ANSWERS, in_a_room, silent, spoken

pytestmark = pytest.mark.slow

PIECE_BYTES = 1280


async def pcm_of(text):
    return in_a_room(await spoken(text)) + in_a_room(silent(0.3))


async def heard(listener, pcm):
    utterance = listener.utterance()
    for at in range(0, len(pcm), PIECE_BYTES):
        await utterance.feed(pcm[at : at + PIECE_BYTES])
    return (await utterance.finish()).text


@pytest.fixture
def transcriber():
    return PocketsphinxTranscriber()


async def test_some_long_words_of_an_answer_are_understood(transcriber):
    pcm = await pcm_of(ANSWERS[1])

    async with transcriber.listen(()) as listener:
        words = set((await heard(listener, pcm)).split())

    assert len(words & {"problem", "customers", "thirty", "seconds", "every", "report"}) >= 4


async def test_the_same_speech_gives_the_same_words_whatever_was_said_before(transcriber):
    first, other = await pcm_of(ANSWERS[0]), await pcm_of(ANSWERS[2])

    async with transcriber.listen(()) as listener:
        texts = [await heard(listener, pcm) for pcm in (first, other, first)]

    assert texts[0] == texts[2] != texts[1]


async def test_digital_silence_around_speech_does_no_harm(transcriber):
    clean = (await spoken(ANSWERS[1])).astype("<i2").tobytes()

    async with transcriber.listen(()) as listener:
        words = set((await heard(listener, clean)).split())

    assert len(words & {"problem", "customers", "thirty", "seconds", "every", "report"}) >= 3


async def test_silence_has_no_words(transcriber):
    async with transcriber.listen(()) as listener:
        text = await heard(listener, in_a_room(silent(2.0)))

    assert len(text.split()) <= 1


async def test_silent_calls_share_one_child(transcriber):
    async with asyncio.TaskGroup() as group:
        for _ in range(20):
            group.create_task(open_for(transcriber, 2.0))

    assert await idle_child(transcriber)


async def open_for(transcriber, seconds):
    async with transcriber.listen(()):
        await asyncio.sleep(seconds)


async def test_two_people_can_speak_at_once(transcriber):
    first, second = await pcm_of(ANSWERS[0]), await pcm_of(ANSWERS[1])
    async with transcriber.listen(()) as listener:
        alone = [await heard(listener, first), await heard(listener, second)]

    async with transcriber.listen(()) as one, transcriber.listen(()) as other:
        together = await asyncio.gather(heard(one, first), heard(other, second))

    assert together == alone


async def test_a_child_killed_within_a_sentence_loses_no_word(transcriber):
    pcm = await pcm_of(ANSWERS[1])
    half = len(pcm) // 4 * 2
    async with transcriber.listen(()) as listener:
        whole = await heard(listener, pcm)
        child = await idle_child(transcriber)
        utterance = listener.utterance()
        await utterance.feed(pcm[:half])
        await utterance.so_far()
        os.kill(child, signal.SIGKILL)
        await utterance.feed(pcm[half:])

        text = (await utterance.finish()).text

    assert text == whole


async def idle_child(transcriber):
    """Return the child once it is back: an answer is told before the thread gives it back."""
    async with asyncio.timeout(10):
        while not (children := transcriber.children()):
            await asyncio.sleep(0.01)
    (child,) = children
    return child


async def test_words_are_there_while_somebody_speaks(transcriber):
    pcm = await pcm_of(ANSWERS[1])
    most = len(pcm) // 6 * 4

    async with transcriber.listen(()) as listener:
        utterance = listener.utterance()
        await utterance.feed(pcm[:most])
        so_far = (await utterance.so_far()).text
        await utterance.feed(pcm[most:])
        text = (await utterance.finish()).text

    assert 2 <= len(so_far.split()) < len(text.split())


async def test_an_abandoned_utterance_gives_its_child_back(transcriber):
    async with transcriber.listen(()) as listener:
        await listener.utterance().feed(in_a_room(silent(0.5)))

    assert await idle_child(transcriber)


def test_it_is_found_without_keys_and_says_that_it_is_rough():
    transcriber = PROVIDER.build({})

    assert PROVIDER.needs == ()
    assert transcriber.rough
    assert "one word in three" in transcriber.label
