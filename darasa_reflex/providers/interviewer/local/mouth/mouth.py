"""What the interviewer says: sentences in, messages and audio out, a sentence ahead of the ear."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, field
from uuid import uuid4

from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.timing.audible import (
    Audible,
    wav_milliseconds,
    words_until,
)
from darasa_reflex.features.interviews.engines.speech.speech import Spoken
from darasa_reflex.providers.interviewer.local.ears.echo import Echo
from darasa_reflex.providers.interviewer.local.mouth import wav
from darasa_reflex.providers.interviewer.local.mouth.ahead import Ahead
from darasa_reflex.providers.interviewer.local.mouth.wording import Sentence

logger = logging.getLogger(__name__)

# A sentence is sent when the one before it has this much left, so that what an interruption
# leaves unsaid is not in the transcript, and a slow network still hears no gap.
_AHEAD_MS = 1_500
_LOOK_SECONDS = 0.1
# EVI's React client loses a text whose audio is shorter than 10 ms.
_LEAST_MS = 20
_HZ_WHEN_MUTE = 22_050

# Half a second of speech interrupts: who interrupts a question sooner than this, began to speak in
# its first second. They go on with the answer before, and have not heard what they are asked.
_LEAST_HEARD_MS = 1_500


@dataclass(frozen=True, slots=True)
class Cut:
    """What somebody who fell silent had said.

    Attributes:
        heard: By message id, the words heard of messages that were not heard to their end.
        unheard: Sentences that were sent and not begun, and the last one if it only just was.
    """

    heard: dict[str, str]
    unheard: tuple[str, ...]


@dataclass(slots=True)
class Mouth:
    """The mouth of one call.

    Attributes:
        making: The sound of a sentence is being waited for.
    """

    voice: Ahead
    now_ms: Callable[[], int]
    send: Callable[[evi.ServerMessage], None]
    heard: Audible
    echo: Echo
    making: bool = False
    _hushed: asyncio.Event = field(default_factory=asyncio.Event)
    _hz: int = _HZ_WHEN_MUTE
    _last: str = ""
    # The sentences of what is being said, and that which stands last: the question if it asks one.
    _sent: dict[str, str] = field(default_factory=dict[str, str])
    _final: str = ""

    @property
    def audible(self) -> bool:
        """Whether the interviewer is being heard."""
        return self.left_ms > 0

    @property
    def left_ms(self) -> int:
        """How long it will be heard; below 0 how long ago it ended."""
        return self.heard.until_ms - self.now_ms()

    async def say(
        self, lines: AsyncGenerator[Sentence], place: evi.Place, *, from_text: bool = False
    ) -> tuple[str, ...]:
        """Say lines, until all are sent or somebody calls `hush`; return what was not sent."""
        hushed = self._hushed = asyncio.Event()
        self._sent = {}
        try:
            async with contextlib.aclosing(lines):
                return await self._say(lines, place, hushed, from_text=from_text)
        finally:
            # Nothing is being said any more, so that a later `hush` has nothing to stop.
            hushed.set()

    @property
    def saying(self) -> bool:
        """Whether something is being heard or about to be sent."""
        return self.audible or not self._hushed.is_set()

    async def _say(
        self,
        lines: AsyncGenerator[Sentence],
        place: evi.Place,
        hushed: asyncio.Event,
        *,
        from_text: bool,
    ) -> tuple[str, ...]:
        any_sent = False
        async for line in lines:
            spoken = await self._spoken(line.text, hushed)
            await self._wait(hushed)
            if spoken is None or hushed.is_set():
                return line.unsaid
            last = len(line.unsaid) == 1
            here = place.model_copy(update={"hang_up": place.hang_up and last})
            self._send_sentence(line.text, spoken, here, from_text=from_text)
            self._final = self._last if last else ""
            any_sent = True
        if any_sent:
            self.send(evi.AssistantEnd())
        return ()

    def hush(self) -> Cut:
        """Send nothing more of what is being said, and take it as not heard from now on.

        Returns what becomes of what was sent.
        """
        self._hushed.set()
        now_ms = self.now_ms()
        cut = self._cut(now_ms)
        self.heard.cut(now_ms)
        return cut

    def report(self, playback: evi.Playback) -> None:
        """Take what the browser says of its player."""
        now_ms = self.now_ms()
        self.heard.report(playback.id, playback.event, now_ms)
        if playback.event == "ended" and playback.id == self._last:
            self.heard.until_ms = min(self.heard.until_ms, now_ms)

    def _cut(self, now_ms: int) -> Cut:
        shares = {key: self.heard.share(key, now_ms) for key in self._sent}
        open_ = {key: text for key, text in self._sent.items() if shares[key] < 1}
        since = {key: now_ms - self.heard.utterances[key].began_ms for key in open_}
        return Cut(
            heard={key: words_until(text, shares[key]) for key, text in open_.items()},
            unheard=tuple(
                text
                for key, text in open_.items()
                if since[key] < (_LEAST_HEARD_MS if key == self._final else 1)
            ),
        )

    async def _wait(self, hushed: asyncio.Event) -> None:
        """Return when the next sentence is due. Reports of the browser may move that."""
        while self.left_ms > _AHEAD_MS and not hushed.is_set():
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_LOOK_SECONDS):
                    await hushed.wait()

    def _send_sentence(
        self, sentence: str, spoken: Spoken, place: evi.Place, *, from_text: bool
    ) -> None:
        key = self._last = str(uuid4())
        self._sent[key] = sentence
        self.heard.begin(key, self.now_ms())
        text = evi.Text(role="assistant", content=sentence)
        self.send(evi.AssistantMessage(id=key, message=text, from_text=from_text, darasa=place))
        for index, data in enumerate(wav.pieces(spoken, _LEAST_MS)):
            self.send(evi.AudioOutput(id=key, index=index, data=data))
            self.heard.add(key, wav_milliseconds(data), self.now_ms())
        self.echo.say(key, sentence, spoken)

    async def _spoken(self, sentence: str, hushed: asyncio.Event) -> Spoken | None:
        """Return the sound of a sentence; None as soon as nobody is to hear it any more."""
        if hushed.is_set():
            return None
        making = asyncio.create_task(self._speak(sentence))
        stopping = asyncio.create_task(hushed.wait())
        self.making = True
        try:
            await asyncio.wait((making, stopping), return_when=asyncio.FIRST_COMPLETED)
            return making.result() if making.done() else None
        finally:
            self.making = False
            making.cancel()
            stopping.cancel()

    async def _speak(self, sentence: str) -> Spoken:
        try:
            spoken = await self.voice.speak(sentence)
        except ServiceUnavailable as failure:
            # The text still goes out; a reader can go on.
            logger.warning("the voice engine %s failed", failure.service)
            return Spoken(b"", self._hz)
        self._hz = spoken.hz
        return spoken
