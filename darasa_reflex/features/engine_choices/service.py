"""What plays here for a person, and why nothing better: the one place that pages ask."""

from dataclasses import dataclass

from darasa_reflex.core.engines.cast import Cast, Member
from darasa_reflex.core.words.stored import joined, sentence
from darasa_reflex.features.feedback.found.grounds import FOREIGN
from darasa_reflex.features.feedback.judging.judge import Judge
from darasa_reflex.features.feedback.report.review import LOCAL
from darasa_reflex.features.interviews.engines.interviewer import Interviewer
from darasa_reflex.features.interviews.engines.languages import ENGLISH
from darasa_reflex.features.interviews.engines.playing import why_no_better
from darasa_reflex.features.interviews.engines.speech.speech import Transcriber
from darasa_reflex.features.interviews.questions.locales.catalogue import ASKED_IN
from darasa_reflex.features.language_models.service import LanguageModels, Use
from darasa_reflex.features.speech_models.catalogue import MANY_LANGUAGES, SpeechModel, model_of


@dataclass(frozen=True, slots=True)
class EngineChoices:
    """The casts of the ports that a person meets.

    Attributes:
        interviewers: Who plays interviews.
        judges: Who rates them.
        ears: What hears candidates where the built-in interviewer plays.
        models: The language models in use.
    """

    interviewers: Cast[Interviewer]
    judges: Cast[Judge]
    ears: Cast[Transcriber]
    models: LanguageModels

    @property
    def expressive(self) -> bool:
        """Whether the best interviewer measures how voices sound."""
        return self.interviewers.best.expressive

    @property
    def multilingual(self) -> bool:
        """Whether the best interviewer lets a person choose the language they answer in."""
        return self.interviewers.best.multilingual

    def asks_in(self, language: str) -> str:
        """Return what the interviewer asks in, of a person who answers in a language.

        That language where a language model serves and the interviewer's own sentences are written
        in it; else English.
        """
        serves = any(self.models.serving(use) for use in Use)
        return language if language in ASKED_IN and self.multilingual and serves else ENGLISH

    def hears(self, language: str) -> bool:
        """Whether the best interviewer hears a language just now; if not, one can only type."""
        return self.interviewers.best.hears(language)

    def model_to_hear(self, language: str) -> SpeechModel | None:
        """Return the model that must be fetched before a language is heard here.

        None: it is heard already, or will be once the ear has come, or the transcription in use
        has no model for it.
        """
        model = model_of(MANY_LANGUAGES)
        reads = any(model.key.startswith(one.name) for one in self.ears.members if not one.lacks)
        heard = language == ENGLISH or self.hears(language)
        return None if heard or not reads else model

    def describe(
        self, wanted: str | None = None, language: str = ENGLISH, asks: str | None = None
    ) -> tuple[str, ...]:
        """Return what plays, and why nothing better, as sentences.

        Args:
            wanted: Name of the interviewer that the person chose; None: the best.
            language: What they answer in.
            asks: What is asked in; None: what a new interview would be.
        """
        playing = self.interviewers.chosen(wanted)
        why = why_no_better(self.interviewers, playing)
        asks = asks or self.asks_in(language)
        return (*playing.engine.describe(language, asks), *why, *self._feedback(language))

    def _feedback(self, language: str) -> tuple[str, ...]:
        judge: Member[Judge] = self.judges.playing
        unread = judge.name == LOCAL and language != ENGLISH
        rated = joined([judge.label, *([sentence(FOREIGN)] if unread else [])])
        return (sentence("Feedback: {rated}", rated=rated), *self.judges.why())
