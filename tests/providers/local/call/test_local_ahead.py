"""Sentences rendered ahead: wanted ones are there at once, and nothing else changes."""

import asyncio

import pytest

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.interviews.engines.speech.speech import Spoken
from darasa_reflex.features.interviews.mind.dialogue import Answer, Dialogue
from darasa_reflex.providers.interviewer.local.mouth.ahead import Ahead, likely_sentences
from tests.providers.local.call.local_room import a_brief, a_room, settle

ANSWER = (
    "When I was at Acme last year our checkout was slow, so I measured every query and rewrote "
    "two. As a result the page became 40 percent faster."
)


class HeldVoice:
    """Speaks one sentence at a time, each when it is let go."""

    label = "Held."
    obstacle = None

    def __init__(self, *, free=True, seconds=0):
        self.asked = []
        self.sound = b"\1\0" * 22_050 * seconds
        self.gate = asyncio.Event()
        self.broken = False
        if free:
            self.gate.set()

    async def speak(self, text):
        self.asked.append(text)
        await self.gate.wait()
        if self.broken:
            raise ServiceUnavailable("held", "It broke.", retryable=True)
        return Spoken(self.sound or text.encode(), 22_050)


async def test_a_prepared_sentence_is_rendered_once_and_there_at_once():
    voice = HeldVoice()
    ahead = Ahead(Cast.of(voice))
    ahead.prepare(("Thanks.", "Why this job?"))
    await settle()
    voice.gate.clear()

    async with asyncio.timeout(20):
        spoken = await ahead.speak("Why this job?")

    assert spoken.pcm == b"Why this job?"
    assert voice.asked == ["Thanks.", "Why this job?"]


async def test_a_sentence_that_was_not_foreseen_waits_for_no_other():
    voice = HeldVoice(free=False)
    ahead = Ahead(Cast.of(voice))
    ahead.prepare(("one", "two", "three"))
    await settle()

    speaking = asyncio.create_task(ahead.speak("now"))
    await settle()
    voice.gate.set()

    assert (await speaking).pcm == b"now"
    assert voice.asked == ["one", "now"]


async def test_a_sentence_being_rendered_is_waited_for_and_not_rendered_again():
    voice = HeldVoice(free=False)
    ahead = Ahead(Cast.of(voice))
    ahead.prepare(("one",))
    await settle()

    speaking = asyncio.create_task(ahead.speak("one"))
    await settle()
    voice.gate.set()

    assert (await speaking).pcm == b"one"
    assert voice.asked == ["one"]


async def test_a_voice_that_fails_is_replaced_at_once_and_for_good():
    first, second = HeldVoice(), HeldVoice()
    ahead = Ahead(Cast.of(first, second, titles=("Piper", "espeak-ng")))
    first.broken = True

    spoken = await ahead.speak("Thanks.")
    first.broken = False
    await ahead.speak("Why this job?")

    assert spoken.pcm == b"Thanks."
    assert second.asked == ["Thanks.", "Why this job?"]
    assert ahead.said[1] == "Not Piper: It failed in this call; the next call tries it again."


async def test_it_keeps_only_the_newest():
    voice = HeldVoice()
    ahead = Ahead(Cast.of(voice))
    for number in range(30):
        ahead.prepare((f"sentence {number}",))
        await settle()

    await ahead.speak("sentence 29")
    await ahead.speak("sentence 0")

    assert voice.asked.count("sentence 29") == 1
    assert voice.asked.count("sentence 0") == 2
    assert len(ahead._tasks) <= 8


async def test_a_voice_that_failed_ahead_is_asked_again_when_it_matters():
    voice = HeldVoice()
    voice.broken = True
    ahead = Ahead(Cast.of(voice))
    ahead.prepare(("Thanks.",))
    await settle()
    voice.broken = False

    assert (await ahead.speak("Thanks.")).pcm == b"Thanks."


async def test_a_voice_that_is_broken_says_so_when_it_matters():
    voice = HeldVoice()
    voice.broken = True
    ahead = Ahead(Cast.of(voice))
    ahead.prepare(("Thanks.",))
    await settle()

    with pytest.raises(ServiceUnavailable):
        await ahead.speak("Thanks.")


async def test_what_nobody_wanted_ends_with_the_call():
    voice = HeldVoice(free=False)
    ahead = Ahead(Cast.of(voice))
    ahead.prepare(("one", "two"))
    await settle()

    await ahead.close()

    assert voice.asked == ["one"]


def test_a_mind_does_not_notice_that_it_was_asked():
    brief = a_brief()
    asked, other = (Dialogue(brief, seed=5) for _ in range(2))
    answer = Answer(text=ANSWER, spoken_ms=12_000, elapsed_ms=9_000)
    asked.opening(), other.opening()

    foreseen = [likely_sentences(asked, answer) for _ in range(3)]

    assert len(set(foreseen)) == 1
    assert asked.answer(answer).sentences == other.answer(answer).sentences == foreseen[0]


async def test_the_reply_is_rendered_before_the_answer_has_ended(clock):
    voice = HeldVoice(seconds=1)
    async with a_room(clock, ANSWER, voice=voice, patience_seconds=1.5) as room:
        await room.listen_to_the_end()
        voice.asked.clear()
        await room.speak(9)
        await room.wait(0.6)
        ahead, said = list(voice.asked), room.said()
        await room.wait(2)
        await asyncio.sleep(0.2)
        await room.wait(2)
        await asyncio.sleep(0.2)
        replies = [reply.message.content for reply in room.replies()]

    assert said == []
    assert replies
    assert set(replies) <= set(ahead)
    assert all(voice.asked.count(text) == 1 for text in replies)
