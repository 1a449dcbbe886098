"""A voice with no key, no download and no network: espeak-ng in one child process for all calls."""

import json

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.core.processes.child import ChildDied
from darasa_reflex.core.processes.desk import Desk
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.interviews.engines.speech.speech import Spoken, Synthesizer

HZ = 22_050
_WORKER = f"{__package__}.worker"
# A sentence takes 3 to 10 ms; after this long the child hangs.
_LONGEST_SECONDS = 5.0
# Names of espeak-ng's voices, by language.
_VOICES = {"de": "de", "es": "es", "fr": "fr-fr", "it": "it", "nl": "nl", "pl": "pl", "pt": "pt"}
_FAILED = marked(
    "The interviewer's voice stopped working. Its words are still shown; please read them."
)


class EspeakSynthesizer:
    """Speaks the sentences of all calls, one after the other: the library knows one at a time.

    Attributes:
        voice: Name of an espeak-ng voice, such as "en-us" or "en-gb+f3".
        rate: Words per minute, 80 to 450.
    """

    label = sentence("espeak-ng voice.")
    obstacle: str | None = None

    def __init__(self, voice: str = "en-gb", rate: int = 165, desk: Desk | None = None) -> None:
        self.voice = voice
        self.rate = rate
        self._desk = desk or Desk(_WORKER, _LONGEST_SECONDS)

    def speaking(self, language: str) -> "EspeakSynthesizer":
        """See `Polyglot.speaking`. One child speaks all languages."""
        return EspeakSynthesizer(_VOICES.get(language, self.voice), self.rate, self._desk)

    async def speak(self, text: str) -> Spoken:
        """See `Synthesizer.speak`."""
        wish = json.dumps({"text": text, "voice": self.voice, "rate": self.rate}).encode()
        try:
            return Spoken(await self._desk.ask(b"S", wish), HZ)
        except ChildDied:
            raise ServiceUnavailable("espeak", _(_FAILED), retryable=True) from None

    @property
    def child(self) -> int | None:
        """Process id of the child; None when none was needed yet."""
        return self._desk.child


def _build(keys: object) -> Synthesizer:
    del keys
    return EspeakSynthesizer()


PROVIDER = Provider[Synthesizer](name="espeak", title="espeak-ng", rank=0, build=_build)
