"""The languages that an interview can be asked in, and the questions that come with each."""

from collections.abc import Mapping

from darasa_reflex.features.interviews.questions.locales import french, german, spanish
from darasa_reflex.features.interviews.questions.wordings.wording import Section, Template

ENGLISH = "en"

# By code, as in ISO 639-1. English has questions for kinds of work as well, and stands apart.
QUESTIONS: Mapping[str, Mapping[Section, tuple[Template, ...]]] = {
    "de": german.QUESTIONS,
    "es": spanish.QUESTIONS,
    "fr": french.QUESTIONS,
}
# Asked in these where a language model serves; see `EngineChoices.asks_in`.
ASKED_IN = tuple(QUESTIONS)
