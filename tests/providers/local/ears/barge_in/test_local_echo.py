"""Speakers without headphones: the interviewer hears itself, with the real VAD and real voices."""

import asyncio

import pytest

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.features.interviews.call.timing.audible import Audible
from darasa_reflex.features.interviews.engines.speech.speech import Heard, Spoken
from darasa_reflex.providers.interviewer.local.ears.echo import Echo
from darasa_reflex.providers.interviewer.local.ears.vad import VoiceActivity
from darasa_reflex.providers.tts.espeak.provider import EspeakSynthesizer
from tests.load.voice import candidate
from tests.providers.local.call.local_room import a_room
from tests.providers.local.ears.barge_in.loudspeaker import Loudspeaker
from tests.providers.speech.real_speech import an_ear, the_piper

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


# A word takes so long, in ms.
WORD_MS = 380
REPEATS = (
    "So when I solved a hard problem at work it was the checkout, and I fixed it. You solved a "
    "hard problem at work is what you asked, and yes I did."
)
MISHEARD = "Tell me about the time when you solve a hard problems at work"
AGREES = "A hard problem at work was the checkout."


def told_with_times():
    """An echo that knows when the question was heard, and the time when it ended."""
    audible = Audible()
    echo, length = Echo(audible), WORD_MS * len(QUESTION.split())
    audible.begin("0", 1_000)
    audible.add("0", length, 1_000)
    echo.say("0", QUESTION, Spoken(b"", 22_050))
    return echo, 1_000 + length


@pytest.mark.parametrize("pause_ms", [250, 450, 700, 950])
def test_who_answers_at_once_in_the_words_of_the_question_loses_none(pause_ms):
    echo, ended_ms = told_with_times()
    words = REPEATS.split()
    begins = [ended_ms + pause_ms + at * WORD_MS for at in range(len(words))]

    assert echo.own(words, begins) == list(range(len(words)))
    # Where times are not known the same words go: half of them were the interviewer's.
    assert len(echo.own(words)) < len(words)


@pytest.mark.parametrize("delay_ms", [0, 300, 600])
def test_an_echo_that_comes_late_and_half_misheard_is_none_of_theirs(delay_ms):
    echo, _ = told_with_times()
    words = MISHEARD.split()
    begins = [1_000 + delay_ms + at * WORD_MS for at in range(len(words))]

    assert echo.own(words, begins) == []


def test_an_answer_behind_an_echo_is_kept_and_the_echo_is_not():
    echo, ended_ms = told_with_times()
    words = [*QUESTION.split(), *AGREES.split()]
    begins = [1_300 + at * WORD_MS for at in range(len(QUESTION.split()))]
    begins += [ended_ms + 900 + at * WORD_MS for at in range(len(words) - len(begins))]

    kept = [words[at] for at in echo.own(words, begins)]

    assert " ".join(kept) == AGREES


def test_before_the_first_sentence_nothing_is_taken_away():
    assert without_own(an_echo(), QUESTION) == QUESTION


def assert_undisturbed(room):
    assert "user_interruption" not in room.kinds()
    assert room.said() == []
    assert room.conversation.speaker.question == "q1"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("decibels", "delay"),
    LOUDNESS,
)
async def test_its_own_voice_neither_interrupts_nor_becomes_a_turn(clock, decibels, delay):
    stt = Cast.of(an_ear("whisper-tiny.en"))
    voice = the_piper()
    async with a_room(clock, stt=stt, voice=voice, vad=VoiceActivity()) as room:
        speaker = Loudspeaker(room, decibels, delay)
        await speaker.play_to_the_end()
        await read(room)
        await speaker.play(3)
        assert_undisturbed(room)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("decibels", "delay"),
    LOUDNESS,
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
    stt = Cast.of(an_ear("whisper-tiny.en"))
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
