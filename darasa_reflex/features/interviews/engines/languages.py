"""The languages that a person may answer in.

English, and those that OpenAI measured Whisper with on Multilingual LibriSpeech, each of them among
the languages it was trained on most. Source: Radford et al. 2022, "Robust Speech Recognition via
Large-Scale Weak Supervision", arXiv:2212.04356, appendices D.2 (error rates, for each size) and E
(hours of training).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.interviews.questions.locales import catalogue

ENGLISH = catalogue.ENGLISH


@dataclass(frozen=True, slots=True)
class Language:
    """A language.

    Attributes:
        code: As in ISO 639-1.
        name: What its own speakers call it.
        english: What it is called in English sentences; told in the language of those.
        sentence: To be read aloud in the device check; in English with fillers, which are counted
            there alone.
    """

    code: str
    name: str
    english: str
    sentence: str


LANGUAGES: Mapping[str, Language] = {
    code: Language(code, name, english, sentence)
    for code, name, english, sentence in (
        (ENGLISH, "English", sentence("English"), "Um, I have um worked here for two years."),
        ("de", "Deutsch", sentence("German"), "Ich arbeite seit zwei Jahren in dieser Firma."),
        ("es", "Español", sentence("Spanish"), "Trabajo en esta empresa desde hace dos años."),
        (
            "fr",
            "Français",
            sentence("French"),
            "Je travaille dans cette entreprise depuis deux ans.",
        ),
        ("it", "Italiano", sentence("Italian"), "Lavoro in questa azienda da due anni."),
        ("nl", "Nederlands", sentence("Dutch"), "Ik werk al twee jaar bij dit bedrijf."),
        ("pl", "Polski", sentence("Polish"), "Pracuję w tej firmie od dwóch lat."),
        ("pt", "Português", sentence("Portuguese"), "Trabalho nesta empresa há dois anos."),
    )
}


def in_english(code: str) -> str:
    """Return what a language is called in English sentences; a code we do not know stays one."""
    known = LANGUAGES.get(code)
    return known.english if known else code
