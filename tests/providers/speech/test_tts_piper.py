"""The Piper voice, with the real model in a real child."""

import asyncio
import os
import signal
from pathlib import Path

import pytest

from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.providers.tts.piper.provider import PROVIDER, PiperSynthesizer
from tests.load.measuring.processes import resident_kilobytes
from tests.providers.speech.made_sounds import loudness
from tests.providers.speech.real_speech import Shelf, a_piper, a_shelf, the_piper

pytestmark = pytest.mark.slow

SENTENCE = "Tell me about a time when you solved a hard problem."


@pytest.fixture
def voice():
    return the_piper()


@pytest.fixture
async def own_voice():
    """One whose child and shelf no other test has."""
    voice = a_piper()
    yield voice
    if voice.child:
        os.kill(voice.child, signal.SIGKILL)


async def test_a_sentence_sounds_and_takes_as_long_as_a_person_would(voice):
    spoken = await voice.speak(SENTENCE)

    assert spoken.hz == 22_050
    assert 2000 < spoken.milliseconds < 5500
    assert 300 < loudness(spoken.pcm) < 15_000


async def test_a_warmed_voice_is_loaded_before_anybody_speaks(own_voice):
    await asyncio.to_thread(own_voice.warm)
    loaded = own_voice.child

    await own_voice.speak(SENTENCE)

    assert loaded is not None
    assert own_voice.child == loaded


async def test_text_that_cannot_be_spoken_breaks_nothing(voice):
    for odd in ("", "…", "\0", '<speak>"\\', "你好 naïve 🙂"):
        await voice.speak(odd)

    assert (await voice.speak(SENTENCE)).milliseconds > 2000


async def test_a_cancelled_sentence_does_not_shift_the_answers(voice):
    expected = await voice.speak(SENTENCE)
    task = asyncio.create_task(voice.speak("A long sentence that nobody waits for. " * 5))
    await asyncio.sleep(0.05)
    task.cancel()

    again = await voice.speak(SENTENCE)

    assert again.milliseconds == pytest.approx(expected.milliseconds, rel=0.2)


async def test_a_killed_child_is_replaced_unnoticed(voice):
    await voice.speak(SENTENCE)
    killed = voice.child
    os.kill(killed, signal.SIGKILL)

    again = await voice.speak(SENTENCE)

    assert again.milliseconds > 2000
    assert voice.child != killed


async def test_a_voice_removed_meanwhile_speaks_on_and_says_so(own_voice):
    await own_voice.speak("Hello.")
    own_voice._shelf.folders.clear()

    spoken = await own_voice.speak(SENTENCE)

    assert spoken.milliseconds > 2000
    assert own_voice.obstacle == "Its voice is not fetched yet."


async def test_a_broken_voice_is_said_and_not_tried_again(tmp_path):
    shelf = Shelf(piper_joe=tmp_path)
    broken = PiperSynthesizer(shelf)
    before = broken.obstacle

    with pytest.raises(ServiceUnavailable):
        await broken.speak(SENTENCE)

    assert before is None
    assert broken.obstacle == "Its voice could not be loaded; remove it and fetch it again."
    shelf.folders = a_shelf("piper-joe").folders


def test_without_a_voice_it_says_so():
    assert PROVIDER.build({}, models=Shelf()).obstacle == "Its voice is not fetched yet."


async def test_a_long_sentence_leaves_no_memory_behind(own_voice):
    await own_voice.speak("Right.")
    before = resident_kilobytes(own_voice.child)

    await own_voice.speak(f"{SENTENCE} {SENTENCE}")

    await own_voice.speak("Right.")
    # It answers before it gives back.
    async with asyncio.timeout(30):
        while resident_kilobytes(own_voice.child) - before >= 20_000:
            await asyncio.sleep(0.05)


def ticks_of_threads(pid):
    return [
        sum(int(used) for used in stat.read_text().rpartition(") ")[2].split()[11:13])
        for stat in Path(f"/proc/{pid}/task").glob("*/stat")
    ]


async def test_only_one_thread_works(voice):
    await voice.speak(f"{SENTENCE} {SENTENCE} {SENTENCE}")

    worked = ticks_of_threads(voice.child)

    # Two that share the work, or wait busily for each other, have about half each.
    assert max(worked) > 0.75 * sum(worked)
