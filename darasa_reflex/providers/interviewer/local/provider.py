"""The built-in interviewer: a spoken interview with no key, no download and no network."""

import asyncio
import contextlib
import zlib
from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

from darasa_reflex.core.clock import Clock, SystemClock
from darasa_reflex.core.discovery import Provider
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.interviewer import Brief, Conversation, Interviewer
from darasa_reflex.features.interviews.phrasing import Phrasing
from darasa_reflex.features.interviews.speech import Listener, Synthesizer, Transcriber
from darasa_reflex.providers.interviewer.local import vad
from darasa_reflex.providers.interviewer.local.captions import Captions
from darasa_reflex.providers.interviewer.local.conversation import LocalConversation
from darasa_reflex.providers.interviewer.local.ears import Ears
from darasa_reflex.providers.interviewer.local.endpointing import Endpointing
from darasa_reflex.providers.interviewer.local.lull import Lull
from darasa_reflex.providers.interviewer.local.mind import Mind
from darasa_reflex.providers.interviewer.local.mouth import Mouth
from darasa_reflex.providers.interviewer.local.wording import WAIT_SECONDS, Wording


@dataclass(frozen=True, slots=True)
class LocalInterviewer:
    """Plays the interviewer with whatever ears, mouth and phrasing it is given.

    Attributes:
        wait_seconds: How long a candidate waits for a worded sentence before a template is said.
    """

    stt: Transcriber
    tts: Synthesizer
    phrasing: Phrasing
    clock: Clock
    wait_seconds: float = WAIT_SECONDS

    @property
    def expressive(self) -> bool:
        """See `Interviewer.expressive`."""
        return False

    @property
    def history(self) -> None:
        """See `Interviewer.history`: what is kept, is kept by us."""
        return

    @property
    def strip(self) -> tuple[str, ...]:
        """See `Interviewer.strip`."""
        said = ["Built-in interviewer.", self.stt.label, self.tts.label, self.phrasing.label]
        if self.stt.rough and not self.phrasing.verbatim:
            said.append("Only after typed answers: what is spoken is heard too roughly for that.")
        return tuple(filter(None, said))

    def warm(self) -> None:
        """Load what calls share. Takes about 0.3 s: call it in a thread when the server starts.

        Raises:
            ServiceUnavailable: A package is not installed.
        """
        vad.warm()
        self.phrasing.warm()

    def open(self, brief: Brief) -> AbstractAsyncContextManager[Conversation]:
        """See `Interviewer.open`."""
        return self._open(brief)

    @contextlib.asynccontextmanager
    async def _open(self, brief: Brief) -> AsyncGenerator[Conversation]:
        async with self.stt.listen(brief.skills) as listener:
            conversation = self._conversation(brief, listener)
            tasks = [
                asyncio.create_task(work) for work in (conversation.run(), conversation.watch())
            ]
            for task in tasks:
                task.add_done_callback(lambda done: _report(done, conversation))
            try:
                yield conversation
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
                await conversation.ears.close()

    def _conversation(self, brief: Brief, listener: Listener) -> LocalConversation:
        began = self.clock.monotonic()
        outbox: asyncio.Queue[evi.ServerMessage | BaseException | None] = asyncio.Queue()
        # The same interview meets the same interviewer in every call.
        seed = zlib.crc32(brief.chat_group_id.encode())
        ears = Ears(listener, Endpointing(int(brief.patience_seconds * 1000)))
        return LocalConversation(
            brief=brief,
            mind=Mind(brief, rough=self.stt.rough, seed=seed),
            ears=ears,
            mouth=Mouth(
                voice=self.tts,
                now_ms=lambda: int((self.clock.monotonic() - began) * 1000),
                send=outbox.put_nowait,
            ),
            wording=Wording(self.phrasing, self.wait_seconds),
            captions=Captions(ears, outbox),
            lull=Lull(),
            outbox=outbox,
            clock=self.clock,
            rough=self.stt.rough,
        )


def _report(done: "asyncio.Task[None]", conversation: LocalConversation) -> None:
    """Let whoever reads the messages meet the error that ended a task."""
    if not done.cancelled() and (error := done.exception()) is not None:
        conversation.outbox.put_nowait(error)


def _build(keys: object, *, stt: Transcriber, tts: Synthesizer, phrasing: Phrasing) -> Interviewer:
    del keys
    return LocalInterviewer(stt=stt, tts=tts, phrasing=phrasing, clock=SystemClock())


PROVIDER = Provider[Interviewer](
    name="local",
    title="Built-in interviewer",
    rank=0,
    build=_build,
    parts=("stt", "tts", "phrasing"),
)
