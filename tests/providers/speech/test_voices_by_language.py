"""Which voice speaks an interview that is not in English, and what is said where none does."""

import pytest

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.interviews.engines.speech.voices import speaking
from darasa_reflex.features.interviews.questions.locales.catalogue import ASKED_IN
from darasa_reflex.features.speech_models.catalogue import CATALOGUE
from darasa_reflex.providers.tts.espeak.provider import EspeakSynthesizer
from darasa_reflex.providers.tts.piper.provider import PiperSynthesizer

TEXT = "Was machen Sie zurzeit?"


class Shelf:
    """Holds some models."""

    def __init__(self, folder, *keys):
        self.folder, self.keys = folder, keys

    def folder_of(self, key):
        return self.folder if key in self.keys else None


class EnglishOnly:
    """A voice in one file that knows nothing of languages."""

    label, obstacle = "Mine.", None

    async def speak(self, text):
        raise AssertionError(text)


def test_the_voice_of_the_language_speaks_once_it_was_fetched(tmp_path):
    piper, espeak = PiperSynthesizer(Shelf(tmp_path, "piper-thorsten")), EspeakSynthesizer()
    voices = Cast.of(piper, espeak, titles=("Piper", "espeak-ng"))

    assert speaking(voices, "de").sentences == ("Piper voice.",)
    assert speaking(voices, "fr").sentences == (
        "espeak-ng voice.", "Not Piper: Its voice is not fetched yet.",
    )  # fmt: skip
    assert speaking(voices, "it").sentences[1] == "Not Piper: It has no voice for Italian here."
    assert speaking(voices, "en") is voices
    assert piper.speaking("de") is piper.speaking("de")


@pytest.mark.parametrize("code", ASKED_IN)
def test_every_language_has_a_voice_in_the_catalogue(code, tmp_path):
    (voice,) = [one for one in CATALOGUE if one.kind == "tts" and one.language == code]

    assert PiperSynthesizer(Shelf(tmp_path, voice.key)).speaking(code).obstacle is None
    assert {file.name.partition("-")[0][:2] for file in voice.files} == {code}


async def test_where_nothing_speaks_the_language_its_words_are_read():
    german = speaking(Cast.of(EnglishOnly(), titles=("Mine",)), "de")

    with pytest.raises(ServiceUnavailable):
        await german.best.speak(TEXT)
    assert german.sentences == (
        "Nothing here speaks German yet: please read the interviewer's words.",
        "Not Mine: It does not speak German.",
    )


async def test_espeak_speaks_each_language_with_a_voice_of_its_own():
    espeak = EspeakSynthesizer()

    said = {code: (await espeak.speaking(code).speak(TEXT)).pcm for code in (*ASKED_IN, "en")}

    assert len(set(said.values())) == 4
    assert espeak.child is not None
