"""The built-in interviewer with a candidate who answers in German."""

import asyncio

import pytest

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.typing_only import TypingOnly
from darasa_reflex.features.interviews.mind.dialogue import Dialogue
from darasa_reflex.features.interviews.mind.heard.visitor import certain_reply
from darasa_reflex.features.interviews.mind.locales.catalogue import wording_of
from darasa_reflex.features.interviews.mind.words.answer_language import AnswerLanguage
from darasa_reflex.providers.interviewer.local.ears.vad import VoiceActivity
from tests.providers.local.call.local_room import WINDOW_SECONDS, a_room
from tests.providers.local.mind.test_mind import at, brief, opened, spoken, text_of
from tests.providers.speech.real_speech import an_ear, heard, word_error_rate
from tests.providers.speech.test_stt_languages import SPOKEN, said

ANSWER = (
    "Bei meiner letzten Firma war der Shop zu langsam, also habe ich jede Abfrage gemessen und "
    "zwei davon neu geschrieben. Danach war die Seite für alle Kunden um die Hälfte schneller."
)
NOTE = "I ask in English; answer in German."
DEAF = "I cannot hear German here yet, so please type your answers."


def test_the_greeting_says_once_in_which_language_is_asked_and_answered():
    mind = Dialogue(brief(language="de"), seed=1)

    greeting = text_of(mind.opening())
    later = text_of(mind.answer(spoken(ANSWER)))

    assert NOTE in greeting
    assert greeting.endswith("?") or greeting.endswith(".")
    assert "German" not in later
    assert "English" not in text_of(Dialogue(brief(), seed=1).opening())


def test_long_answers_are_taken_without_asking_on():
    mind = at("behavioural", language="de")
    asked = mind.open_question

    reply = mind.answer(spoken(ANSWER, spoken_ms=20_000))

    assert mind.open_question != asked
    assert reply.live is None


def test_a_short_answer_is_asked_on_in_words_that_fit_any():
    mind = at("behavioural", language="de")
    asked = mind.open_question

    reply = mind.answer(spoken("Ja, das habe ich gemacht.", spoken_ms=3_000))

    assert mind.open_question == asked
    assert reply.sentences[-1].endswith(("?", "."))


@pytest.mark.parametrize(
    "text",
    [
        "Der Kuchen meiner Tante schmeckt am besten mit Sahne und frischen Erdbeeren im Sommer.",
        "Die Art, wie wir es machten, war gut.",
        "I haben nicht so viel zu sagen.",
    ],
)
def test_no_answer_is_taken_for_a_wish_or_for_beside_the_point(text):
    mind = at("behavioural", language="de")

    reply = text_of(mind.answer(spoken(text, spoken_ms=12_000)))

    assert "stay with the interview" not in reply
    assert "keep to the interview" not in reply
    assert "Of course" not in reply


def test_questions_of_the_candidate_get_an_honest_reply():
    mind = at("candidate", language="de")

    asked = text_of(mind.answer(spoken("Wie groß ist das Team?", spoken_ms=3_000)))
    none = text_of(mind.answer(spoken("Nein danke, ich habe keine weiteren Fragen mehr.")))

    assert certain_reply("", wording_of("en"), "de")[0] in asked
    assert "English" not in none


def test_a_long_silence_points_to_the_buttons():
    mind = opened(language="de")

    mind.nudge()

    assert text_of(mind.nudge()) in AnswerLanguage("de").offers


async def test_words_in_german_are_kept_as_said(clock):
    async with a_room(clock, ANSWER, language="de") as room:
        await room.listen_to_the_end()
        await room.speak(9)
        waited = room.conversation.ears.endpointing
        await room.wait(1.2)
        (answer,) = room.said()

    assert room.stt.language == "de"
    assert answer.message.content == ANSWER
    assert waited.wait_ms == 800  # by the patience alone: its words tell nothing


async def test_where_nothing_hears_german_the_call_works_by_typing(clock):
    async with a_room(clock, stt=Cast.of(TypingOnly()), language="de") as room:
        while room.conversation.mouth.saying:
            await room.wait(0.5)
        greeting = " ".join(reply.message.content for reply in room.replies())
        room.seen.clear()
        await room.speak(6)
        await room.wait(2)
        await room.listen_to_the_end()
        await room.speak(6)
        await room.wait(2)
        told_again = room.replies()
        await room.take(evi.UserInput(text=ANSWER))
        await room.listen_to_the_end()
        asked = room.conversation.speaker.question

    assert f"I ask in English. {DEAF}" in greeting
    assert told_again == []
    assert asked == "q2"


def test_speech_that_nothing_hears_is_told_so_once_a_question_and_never_lost_for_an_answer():
    mind = Dialogue(brief(language="de"), seed=1, deaf=lambda: True)
    mind.opening()
    asked = mind.open_question

    first = mind.answer(spoken("", spoken_ms=5_000))
    second = mind.answer(spoken("", spoken_ms=5_000))

    assert text_of(first) == DEAF
    assert text_of(second) == ""
    assert mind.open_question == asked


async def test_the_strip_says_what_hears_and_what_its_words_are_worth(clock):
    async with a_room(clock) as room:
        german = room.interviewer.describe("de")

    assert any("does not understand German" in told for told in german)
    assert not any("It asks in English" in told for told in room.interviewer.describe("en"))


@pytest.mark.slow
async def test_a_spoken_answer_in_german_arrives_in_german_and_is_gone_on_from(clock):
    whisper = an_ear("whisper-base")
    words = SPOKEN["de"][1]
    sound = await said(words, "de")
    # A call keeps the model: here it is loaded before, so that only the answer takes time.
    async with whisper.hearing("de").listen(()) as listener:
        await heard(listener, b"")
    ladder, step = Cast.of(whisper), int(WINDOW_SECONDS * 32_000)
    async with a_room(clock, stt=ladder, vad=VoiceActivity(), language="de") as room:
        await room.listen_to_the_end()
        for at_byte in range(0, len(sound), step):
            await room.hear(sound[at_byte : at_byte + step], WINDOW_SECONDS)
        async with asyncio.timeout(60):
            while not (room.said() and room.replies()):
                await room.wait(0.1)
                await asyncio.sleep(0.3)  # the ear reads beside it, and in true time

    (answer,) = room.said()
    assert word_error_rate(words, answer.message.content) < 0.5
