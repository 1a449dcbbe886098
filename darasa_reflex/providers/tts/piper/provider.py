"""A natural voice, once its model was fetched: Piper in one child process for all calls."""

import asyncio
import json
import logging
import threading
from importlib.util import find_spec

from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.core.processes.child import ChildDied
from darasa_reflex.core.processes.desk import Desk
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.interviews.engines.languages import ENGLISH, in_english
from darasa_reflex.features.interviews.engines.speech.speech import ModelShelf, Spoken, Synthesizer

logger = logging.getLogger(__name__)

MODEL = "piper-joe"
# The model of each language, and its file.
_VOICES = {
    ENGLISH: (MODEL, "en_US-joe-medium.onnx"),
    "de": ("piper-thorsten", "de_DE-thorsten-medium.onnx"),
    "es": ("piper-davefx", "es_ES-davefx-medium.onnx"),
    "fr": ("piper-siwis", "fr_FR-siwis-medium.onnx"),
}
_WORKER = f"{__package__}.worker"
# A sentence of 4 s takes 0.25 to 0.5 s of one core.
_LONGEST_SECONDS = 30.0
# A busy machine loads it slowly, which is no fault of the voice: whoever waits for it hears another
# after a while, and it goes on loading for the next call.
_LONGEST_LOAD_SECONDS, LONGEST_LOAD_WAIT_SECONDS = 120.0, 8.0
_NOT_FETCHED = sentence("Its voice is not fetched yet.")
_NOT_LOADED = sentence("Its voice could not be loaded; remove it and fetch it again.")
_FAILED = marked(
    "The interviewer's voice stopped working. Its words are still shown; please read them."
)


class PiperSynthesizer:
    """Speaks the sentences of all calls, one after the other.

    Args:
        shelf: Where the voice lies once it is fetched.
        wait_seconds: How long a sentence waits for the voice to load.
        language: What it speaks, a code of `languages.LANGUAGES`.
    """

    label = sentence("Piper voice.")

    def __init__(
        self,
        shelf: ModelShelf,
        *,
        wait_seconds: float = LONGEST_LOAD_WAIT_SECONDS,
        language: str = ENGLISH,
    ) -> None:
        self._shelf = shelf
        self._language = language
        self._others: dict[str, PiperSynthesizer] = {}
        self._wait_seconds = wait_seconds
        self._desk: Desk | None = None
        self._making = threading.Lock()
        self._failed = False

    def speaking(self, language: str) -> "PiperSynthesizer":
        """See `Polyglot.speaking`. Each language has a voice, and a child, of its own."""
        if language == self._language:
            return self
        if language not in self._others:
            other = PiperSynthesizer(
                self._shelf, wait_seconds=self._wait_seconds, language=language
            )
            self._others[language] = other
        return self._others[language]

    @property
    def obstacle(self) -> str | None:
        """See `Synthesizer.obstacle`."""
        if self._language not in _VOICES:
            name = in_english(self._language)
            return sentence("It has no voice for {language} here.", language=name)
        if self._shelf.folder_of(_VOICES[self._language][0]) is None:
            # It may come back whole.
            self._failed = False
            return _NOT_FETCHED
        return _NOT_LOADED if self._failed else None

    @property
    def child(self) -> int | None:
        """Process id of the child; None when none was needed yet."""
        return self._desk.child if self._desk else None

    def warm(self) -> None:
        """See `SlowToLoad.warm`. A first sentence that meets a cold voice waits 1 to 6 s for it."""
        if self.obstacle is not None:
            return
        try:
            self._opened().begin().result()
        except ChildDied as died:
            self._note_failure(died)
        except ServiceUnavailable:  # it was taken away in this moment
            return

    async def speak(self, text: str) -> Spoken:
        """See `Synthesizer.speak`. A voice that was removed speaks on where it is in use."""
        desk = self._opened()
        try:
            async with asyncio.timeout(self._wait_seconds):
                hz = json.loads(await desk.welcome())["hz"]
        except ChildDied as died:
            self._note_failure(died)
            raise _unavailable() from None
        except TimeoutError:
            raise _unavailable() from None
        try:
            return Spoken(await desk.ask(b"S", text.encode()), hz)
        except ChildDied:
            raise _unavailable() from None

    def _note_failure(self, died: ChildDied) -> None:
        logger.warning("the voice does not load")
        self._failed, self._desk = died.broke, None

    def _opened(self) -> Desk:
        with self._making:
            if self._desk is None:
                model, file = _VOICES[self._language]
                folder = self._shelf.folder_of(model)
                if folder is None:
                    raise _unavailable()
                voice = str(folder / file).encode()
                self._desk = Desk(_WORKER, _LONGEST_SECONDS, voice, _LONGEST_LOAD_SECONDS)
            return self._desk


def _unavailable() -> ServiceUnavailable:
    return ServiceUnavailable("piper", _(_FAILED), retryable=True)


def _obstacle() -> str | None:
    there = find_spec("piper")
    return None if there else sentence("The package {name} is not installed.", name="piper-tts")


def _build(keys: object, *, models: ModelShelf) -> Synthesizer:
    del keys
    return PiperSynthesizer(models)


PROVIDER = Provider[Synthesizer](
    name="piper", title="Piper", rank=1, build=_build, parts=("models",), obstacle=_obstacle
)
