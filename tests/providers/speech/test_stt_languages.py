"""Which engine hears which language, and how well real weights hear German and Spanish."""

import os
import signal

import numpy as np
import pytest

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ
from darasa_reflex.features.interviews.engines.languages import LANGUAGES
from darasa_reflex.features.interviews.engines.typing_only import TypingOnly, can_hear, hearing
from darasa_reflex.providers.stt.whisper.provider import WhisperTranscriber
from darasa_reflex.providers.tts.espeak.provider import EspeakSynthesizer
from tests.load.voice.candidate import in_a_room
from tests.machine.services import weights
from tests.providers.speech.kept_sounds import kept
from tests.providers.speech.real_speech import Shelf, an_ear, heard, quiet, word_error_rate

SPOKEN = {
    "de": (
        "Ich habe die Anwendung mit zwei Kollegen gebaut und danach war die Seite viel schneller.",
        "Unser Team hat den Fehler am Abend gefunden und am nächsten Morgen behoben.",
        "Ich arbeite seit drei Jahren als Entwicklerin in einer kleinen Firma in Hamburg.",
    ),
    "es": (
        "Trabajé tres años en una empresa pequeña y allí aprendí a programar en equipo.",
        "Mi equipo encontró el error por la noche y lo corrigió a la mañana siguiente.",
        "Hablé con los clientes todas las semanas para entender lo que necesitaban.",
    ),
}
NEVER_FETCHED = "Its model for many languages is not fetched yet."


@pytest.fixture
def shelf(tmp_path):
    """A shelf on which nothing lies but folders: enough to choose, too little to load."""
    made = Shelf()
    made.lay = lambda *keys: made.folders.update(dict.fromkeys(keys, tmp_path))
    return made


@pytest.fixture
def whisper(shelf):
    return WhisperTranscriber(shelf)


@pytest.fixture
def ears(whisper):
    return Cast.of(whisper, titles=("Whisper",))


def test_english_is_heard_as_soon_as_a_model_lies_there(ears, shelf):
    before = hearing(ears, "en").sentences
    shelf.lay("whisper-tiny.en", "whisper-base")

    assert before == (
        "Nothing here can hear you yet: please type your answers.",
        "Not Whisper: Its model is not fetched yet.",
    )
    assert "(tiny.en)" in hearing(ears, "en").best.label


def test_who_cannot_hear_a_language_says_so_and_typing_is_left(ears, shelf):
    shelf.lay("whisper-base.en", "whisper-tiny.en")

    german = hearing(ears, "de")

    assert isinstance(german.best, TypingOnly)
    assert not can_hear(ears, "de")
    assert german.sentences == (
        "Nothing here can hear German yet: please type your answers.",
        f"Not Whisper: {NEVER_FETCHED}",
    )


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_the_model_for_many_languages_hears_each_that_is_offered(ears, shelf, code):
    shelf.lay("whisper-base")

    assert can_hear(ears, code)
    assert "(base)" in hearing(ears, code).best.label


def test_the_model_for_many_languages_hears_english_where_no_other_lies(whisper, shelf):
    shelf.lay("whisper-base")
    alone = whisper.label
    shelf.lay("whisper-tiny.en")

    assert "(base)" in alone
    assert "(tiny.en)" in whisper.label
    assert whisper.obstacle is None


def test_a_model_that_comes_is_noticed_by_an_ear_that_was_made_before(ears, shelf):
    german = hearing(ears, "de")
    before = german.best
    shelf.lay("whisper-base")

    assert isinstance(before, TypingOnly)
    assert "Whisper" in german.best.label


async def test_where_nothing_hears_a_stretch_of_speech_has_no_words():
    async with TypingOnly().listen(()) as listener:
        found = await heard(listener, quiet(2))

    assert found.text == ""


@pytest.fixture
def polyglot():
    """Whisper with the real model for many languages."""
    return an_ear("whisper-base")


async def said(text, language):
    """Return a sentence as espeak-ng says it: clear, robotic, and harder to hear than a person."""
    voice = EspeakSynthesizer(language, rate=140)
    samples = await kept(voice, (language, 140, text), lambda: voice.speak(text))
    pause = np.zeros(HEARD_HZ // 2, np.int16)
    return in_a_room(np.concatenate([pause, samples, pause]))


# How hard this robot's voice is to hear differs with the processor's arithmetic: 32 % of the German
# and 34 % of the Spanish words were wrong on one, 48 % of the Spanish on another. The same sound
# heard as English is wrong in nearly every word; that is the difference that must show.
UNDERSTOOD, NOT_UNDERSTOOD = 0.6, 0.8


@pytest.mark.slow
@pytest.mark.parametrize("language", ["de", "es"])
async def test_answers_are_understood_in_their_own_language_alone(polyglot, language):
    rates = {}
    # As English every sentence is wrong: one of them is enough.
    for code, texts in ((language, SPOKEN[language]), ("en", SPOKEN[language][:1])):
        async with polyglot.hearing(code).listen(()) as listener:
            found = [(await heard(listener, await said(text, language))).text for text in texts]
        rates[code] = word_error_rate(" ".join(texts), " ".join(found))

    assert rates[language] < UNDERSTOOD
    assert rates["en"] > NOT_UNDERSTOOD
    assert len(polyglot.children) == 1


@pytest.mark.slow
async def test_a_slow_machine_still_hears_german_and_hears_english_with_the_smallest_model():
    # Both are the smallest one: here only their names count.
    shelf = Shelf()
    shelf.folders = dict.fromkeys(("whisper-base", "whisper-tiny.en"), weights.tiny_en())
    slow = WhisperTranscriber(shelf, slow_encode_seconds=0.0)

    for code in ("de", "en"):
        async with slow.hearing(code).listen(()) as listener:
            await heard(listener, b"")
    labels = [slow.hearing(code).label for code in ("de", "en")]
    for child in slow.children:
        os.kill(child, signal.SIGKILL)

    assert ["(base)" in labels[0], "(tiny.en)" in labels[1]] == [True, True]
    assert slow.hearing("de").obstacle is None


@pytest.mark.slow
async def test_the_terms_of_the_job_do_not_lead_to_english(polyglot):
    sounds = [await said(text, "de") for text in SPOKEN["de"]]

    async with polyglot.hearing("de").listen(("PostgreSQL", "Kubernetes", "Code review")) as ear:
        found = [(await heard(ear, sound)).text for sound in sounds]

    assert word_error_rate(" ".join(SPOKEN["de"]), " ".join(found)) < UNDERSTOOD
