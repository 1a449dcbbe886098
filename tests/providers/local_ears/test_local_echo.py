"""Speakers without headphones: the interviewer hears itself, with the real VAD and real voices."""

import asyncio

import pytest

from darasa_reflex.core.cast import Cast
from darasa_reflex.features.interviews.call.audible import Audible
from darasa_reflex.features.interviews.engines.speech import Heard, Spoken
from darasa_reflex.providers.interviewer.local.ears.echo import Echo
from darasa_reflex.providers.interviewer.local.ears.vad import VoiceActivity
from darasa_reflex.providers.stt.whisper.provider import WhisperTranscriber
from darasa_reflex.providers.tts.espeak.provider import EspeakSynthesizer
from tests.load.voice import candidate
from tests.providers.local_call.local_room import a_room
from tests.providers.local_ears.loudspeaker import Loudspeaker
from tests.providers.speech.real_speech import a_piper, a_shelf

QUESTION = "Tell me about a time when you solved a hard problem at work."
LOUDNESS = [(0, 0.05), (-10, 0.2), (-20, 0.6)]


def an_echo(*sentences):
    echo = Echo(Audible())
    for number, text in enumerate(sentences):
        echo.say(str(number), text, Spoken(b"", 22_050))
    return echo


def without_own(echo, heard):
    """Return what is left of words heard over the interviewer."""
    words = heard.split()
    return " ".join(words[at] for at in echo.own(words))


@pytest.mark.parametrize(
    "heard",
    [
        "Tell me about a time when you solved a hard problem at work.",
        "tell me about a time when you solved a hard problem",
        "when you solved a hard problem at work",
        "tell me about the time when he solved a heart problem at work",
    ],
)
def test_words_of_the_interviewer_are_taken_away(heard):
    assert without_own(an_echo("Hi Ada, good to meet you.", QUESTION), heard) == ""


def test_words_of_the_candidate_between_them_are_kept():
    echo = an_echo("Hi Ada, good to meet you.", QUESTION)

    heard = "when you solved a hard problem at work. In May our checkout was slow, so I fixed it."

    assert without_own(echo, heard) == "In May our checkout was slow, so I fixed it."


@pytest.mark.parametrize(
    "heard",
    [
        "Wait, I have a question.",
        "A hard problem?",
        "Sorry, could you say that again?",
        "yes",
        "In May our checkout was slow, and at work I had to solve that problem in a short time.",
        "",
    ],
)
def test_other_words_stay_as_they_are(heard):
    assert without_own(an_echo(QUESTION), heard) == heard


@pytest.mark.parametrize("heard", ["What do you mean?", "What did you say?"])
def test_a_short_question_is_not_taken_for_another(heard):
    assert without_own(an_echo("How is your day?", "What did you eat today?"), heard) == heard


def test_before_the_first_sentence_nothing_is_taken_away():
    assert without_own(an_echo(), QUESTION) == QUESTION


def assert_undisturbed(room):
    assert "user_interruption" not in room.kinds()
    assert room.said() == []
    assert room.conversation.speaker.question == "q1"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("decibels", "delay"),
    [
        *LOUDNESS[:2],
        pytest.param(
            *LOUDNESS[2],
            marks=pytest.mark.xfail(reason="some ways to speak the opening pass for the person"),
        ),
    ],
)
async def test_its_own_voice_neither_interrupts_nor_becomes_a_turn(clock, decibels, delay):
    stt = Cast.of(WhisperTranscriber(a_shelf("whisper-tiny.en"), slow_encode_seconds=60))
    voice = a_piper()
    async with a_room(clock, stt=stt, voice=voice, vad=VoiceActivity()) as room:
        speaker = Loudspeaker(room, decibels, delay)
        await speaker.play_to_the_end()
        await read(room)
        await speaker.play(3)
        assert_undisturbed(room)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("decibels", "delay"),
    [
        pytest.param(
            *LOUDNESS[0],
            marks=pytest.mark.xfail(
                reason="espeak-ng's \"I'm Robin …\" as loud and near as the person passes for them",
            ),
        ),
        *LOUDNESS[1:],
    ],
)
async def test_with_scripted_words_it_neither_interrupts_nor_becomes_a_turn(clock, decibels, delay):
    def said(_):
        return Heard(" ".join(reply.message.content for reply in room.replies()))

    voice = EspeakSynthesizer()
    async with a_room(clock, *[said] * 9, voice=voice, vad=VoiceActivity()) as room:
        speaker = Loudspeaker(room, decibels, delay)
        await speaker.play_to_the_end()
        await speaker.play(3)
        assert_undisturbed(room)


@pytest.mark.slow
async def test_the_same_sound_interrupts_one_that_does_not_know_its_voice(clock):
    async with a_room(clock, voice=EspeakSynthesizer(), vad=VoiceActivity()) as room:
        room.conversation.ears.echo = None
        await Loudspeaker(room, -10, 0.2).play_to_the_end()
        kinds = room.kinds()

    assert "user_interruption" in kinds


@pytest.mark.slow
@pytest.mark.parametrize("decibels", [-60, -20, -12])
async def test_a_person_who_talks_over_it_is_heard_all_the_same(clock, decibels):
    stt = Cast.of(WhisperTranscriber(a_shelf("whisper-tiny.en"), slow_encode_seconds=60))
    own = await candidate.spoken(candidate.ANSWERS[1])
    async with a_room(
        clock, stt=stt, voice=EspeakSynthesizer(), vad=VoiceActivity(), user_name=""
    ) as room:
        speaker = Loudspeaker(room, decibels)
        await speaker.begin()
        await speaker.play(1.0)
        speaker.say(own)
        await speaker.play(2.0)
        interrupted = "user_interruption" in room.kinds()
        await speaker.play(6.0)
        await read(room)
        await speaker.play(3)
        text = " ".join(turn.message.content for turn in room.said())

    assert interrupted
    assert "thirty seconds" in text or "30 seconds" in text
    assert "question 1" not in text.lower()


async def read(room):
    """Wait until all that was heard is read."""
    ears = room.conversation.ears
    while not all(one.task.done() for one in ears.phrases.finished):
        await asyncio.sleep(0.05)
    await asyncio.sleep(0.5)
