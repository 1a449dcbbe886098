"""A voice with no key, no download and no network: espeak-ng in one child process for all calls."""

import asyncio
import json
import logging
from concurrent.futures import ThreadPoolExecutor

from darasa_reflex.core.child import Child, ChildDied
from darasa_reflex.core.discovery import Provider
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.interviews.speech import Spoken, Synthesizer

logger = logging.getLogger(__name__)

HZ = 22_050
_WORKER = f"{__package__}.worker"
_TRIES = 2
# A sentence takes 3 to 10 ms; after this long the child hangs.
_LONGEST_SECONDS = 5.0
_FAILED = "The interviewer's voice stopped working. Its words are still shown; please read them."


class EspeakSynthesizer:
    """Speaks the sentences of all calls, one after the other: the library knows one at a time.

    Attributes:
        voice: Name of an espeak-ng voice, such as "en-us" or "en-gb+f3".
        rate: Words per minute, 80 to 450.
    """

    label = "espeak-ng voice."

    def __init__(self, voice: str = "en-gb", rate: int = 165) -> None:
        self.voice = voice
        self.rate = rate
        # One thread is the queue and the lock: an exchange that was begun is always completed, so
        # that a cancelled request cannot leave half an answer in the pipe.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="espeak")
        self._child: Child | None = None

    async def speak(self, text: str) -> Spoken:
        """See `Synthesizer.speak`."""
        wish = json.dumps({"text": text, "voice": self.voice, "rate": self.rate}).encode()
        asked = asyncio.get_running_loop().run_in_executor(self._thread, self._exchange, wish)
        try:
            async with asyncio.timeout(_LONGEST_SECONDS):
                return Spoken(await asked, HZ)
        except TimeoutError:
            if child := self._child:
                # Breaks the thread's wait for an answer that does not come.
                child.end()
            raise ServiceUnavailable("espeak", _FAILED, retryable=True) from None

    @property
    def child(self) -> int | None:
        """Process id of the child; None when none was needed yet."""
        return self._child.pid if self._child else None

    # --- in the thread ---

    def _exchange(self, wish: bytes) -> bytes:
        for _ in range(_TRIES):
            self._child = self._child or Child(_WORKER)
            try:
                self._child.send(b"S", wish)
                return self._child.receive()
            except ChildDied:
                logger.warning("the espeak child ended unexpectedly")
                self._child.end()
                self._child = None
        raise ServiceUnavailable("espeak", _FAILED, retryable=True)


def _build(keys: object) -> Synthesizer:
    del keys
    return EspeakSynthesizer()


PROVIDER = Provider[Synthesizer](name="espeak", title="espeak-ng", rank=0, build=_build)
