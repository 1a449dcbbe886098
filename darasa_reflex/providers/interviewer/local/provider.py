"""The built-in interviewer: a spoken interview with no key and no network."""

import asyncio
import contextlib
import threading
import zlib
from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field

from darasa_reflex.core.clock import Clock, SystemClock
from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.core.engines.discovery import Provider
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.interviews.call.timing.audible import Audible
from darasa_reflex.features.interviews.engines.interview_time import InterviewTime
from darasa_reflex.features.interviews.engines.interviewer import Brief, Conversation, Interviewer
from darasa_reflex.features.interviews.engines.languages import ENGLISH
from darasa_reflex.features.interviews.engines.outbox import Outbox
from darasa_reflex.features.interviews.engines.speech.speech import (
    Heard,
    SlowToLoad,
    Synthesizer,
    Transcriber,
)
from darasa_reflex.features.interviews.engines.speech.turn_detection import TurnDetector
from darasa_reflex.features.interviews.engines.speech.voices import speaking
from darasa_reflex.features.interviews.engines.typing_only import can_hear, hearing
from darasa_reflex.features.interviews.mind.deliberation import WAIT_SECONDS, Deliberation
from darasa_reflex.features.interviews.mind.dialogue import Dialogue
from darasa_reflex.features.interviews.mind.locales import catalogue as locales
from darasa_reflex.features.interviews.mind.port import Mind
from darasa_reflex.providers.interviewer.local.captions import Captions
from darasa_reflex.providers.interviewer.local.conversation import LocalConversation
from darasa_reflex.providers.interviewer.local.ears import vad
from darasa_reflex.providers.interviewer.local.ears.ears import Ears
from darasa_reflex.providers.interviewer.local.ears.echo import Echo
from darasa_reflex.providers.interviewer.local.ears.end_of_turn import EndOfTurn
from darasa_reflex.providers.interviewer.local.ears.endpointing import Endpointing
from darasa_reflex.providers.interviewer.local.ears.hearing import Hearing
from darasa_reflex.providers.interviewer.local.ears.pace import Pace
from darasa_reflex.providers.interviewer.local.ears.phrase_reader import PhraseReader
from darasa_reflex.providers.interviewer.local.ears.unread import UnreadSound
from darasa_reflex.providers.interviewer.local.mouth.ahead import Ahead
from darasa_reflex.providers.interviewer.local.mouth.lineup import lineup_of
from darasa_reflex.providers.interviewer.local.mouth.mouth import Mouth
from darasa_reflex.providers.interviewer.local.mouth.speaker import Speaker
from darasa_reflex.providers.interviewer.local.silence_prompts import SilencePrompts


@dataclass(frozen=True, slots=True)
class LocalInterviewer:
    """Plays the interviewer with whatever ears, mouth and mind it is given.

    Attributes:
        wait_seconds: How long a candidate waits for a sentence of a mind before the rules take the
            turn.
        turn: Hears whether an answer sounds finished; None: nobody does.
        room: For the sound of all calls that is not read yet.
    """

    stt: Cast[Transcriber]
    tts: Cast[Synthesizer]
    mind: Cast[Mind]
    clock: Clock
    wait_seconds: float = WAIT_SECONDS
    turn: Cast[TurnDetector] | None = None
    room: UnreadSound = field(default_factory=UnreadSound)
    _closing: "set[asyncio.Task[None]]" = field(default_factory=set["asyncio.Task[None]"])

    @property
    def expressive(self) -> bool:
        """See `Interviewer.expressive`."""
        return False

    @property
    def history(self) -> None:
        """See `Interviewer.history`: what is kept, is kept by us."""
        return

    @property
    def multilingual(self) -> bool:
        """See `Interviewer.multilingual`."""
        return True

    def hears(self, language: str) -> bool:
        """See `Interviewer.hears`."""
        return can_hear(self.stt, language)

    def seats(self, language: str) -> int | None:
        """See `Interviewer.seats`."""
        return hearing(self.stt, language).best.seats

    def describe(self, language: str, asks: str = ENGLISH) -> tuple[str, ...]:
        """See `Interviewer.describe`."""
        ears = hearing(self.stt, language)
        return lineup_of(
            (*ears.sentences, *self._said_of_turns(language)),
            speaking(self.tts, asks).sentences,
            self.mind.best.label,
            language=language,
            asks=asks,
        ).sentences

    def _said_of_turns(self, language: str) -> tuple[str, ...]:
        """Return what hears the end of answers, or why not though its model was fetched."""
        if self.turn is None or language != ENGLISH:
            return ()
        able = [one for one in self.turn.members if one.lacks is None]
        missed = [one.missed for one in able if one.engine.fetched and one.obstacle]
        return tuple(filter(None, (self.turn.best.label, *missed)))

    def warm(self) -> None:
        """Load what calls share. Takes about 0.5 s: call it in a thread when the server starts.

        Raises:
            ServiceUnavailable: A package is not installed.
        """
        vad.warm()
        locales.load()
        # Loading takes seconds; until the machine is measured nobody is refused.
        threading.Thread(target=self._load, name="measuring", daemon=True).start()
        self.mind.best.warm()

    def _load(self) -> None:
        self.stt.best.warm()
        # After the ear: beside it the machine would be measured as slower than it is.
        if isinstance(voice := self.tts.best, SlowToLoad):
            voice.warm()

    def open(self, brief: Brief) -> AbstractAsyncContextManager[Conversation]:
        """See `Interviewer.open`."""
        return self._open(brief)

    @contextlib.asynccontextmanager
    async def _open(self, brief: Brief) -> AsyncGenerator[Conversation]:
        hearing = await Hearing(self.stt, brief.hints, brief.language).__aenter__()
        conversation = self._conversation(brief, hearing)
        works = (conversation.tell(), conversation.run(), conversation.watch())
        tasks = [asyncio.create_task(work) for work in works]
        for task in tasks:
            task.add_done_callback(lambda done: _report(done, conversation))
        try:
            yield conversation
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            conversation.speaker.deliberation.close()
            unread = await conversation.ears.close()
            await conversation.mouth.voice.close()
            closing = asyncio.create_task(_close(hearing, unread))
            self._closing.add(closing)
            closing.add_done_callback(self._closing.discard)
            if not unread:
                await closing

    def _conversation(self, brief: Brief, hearing: Hearing) -> LocalConversation:
        began = self.clock.monotonic()
        outbox: Outbox = asyncio.Queue()
        # The same interview meets the same interviewer in every call.
        seed = zlib.crc32(brief.chat_group_id.encode())
        patience_ms = int(brief.patience_seconds * 1000)
        audible = Audible()
        echo = Echo(audible)
        phrases = PhraseReader(hearing, self.room.of_a_call())
        pace = Pace(patience_ms, brief.language)
        ears = Ears(phrases, Endpointing(patience_ms), pace, echo)
        ears.end_of_turn = EndOfTurn(self.turn.best) if self.turn else None
        mouth = Mouth(
            voice=Ahead(speaking(self.tts, brief.plan.language)),
            now_ms=lambda: int((self.clock.monotonic() - began) * 1000),
            send=outbox.put_nowait,
            heard=audible,
            echo=echo,
        )
        conversation = LocalConversation(
            brief=brief,
            dialogue=Dialogue(brief, deaf=lambda: hearing.deaf, seed=seed),
            ears=ears,
            mouth=mouth,
            speaker=Speaker(
                mouth,
                Deliberation(self.mind, self.wait_seconds),
                hearing,
                outbox,
                self.clock,
                ended_by=self._said_of_turns(brief.language),
                asks=brief.plan.language,
            ),
            captions=Captions(ears, outbox),
            silence_prompts=SilencePrompts(),
            outbox=outbox,
            time=InterviewTime(brief.minutes * 60_000, brief.elapsed_ms),
        )
        ears.on_pause = conversation.foresee
        if brief.plan.language == ENGLISH:
            pace.question = lambda: conversation.dialogue.asked
        return conversation


async def _close(hearing: Hearing, unread: "set[asyncio.Task[Heard | None]]") -> None:
    """Close the ears of a call that is over, once they have read what was said in it."""
    try:
        if unread:
            await asyncio.wait(unread)
    finally:
        await hearing.__aexit__(None, None, None)


def _report(done: "asyncio.Task[None]", conversation: LocalConversation) -> None:
    """Let whoever reads the messages meet the error that ended a task."""
    if not done.cancelled() and (error := done.exception()) is not None:
        conversation.outbox.put_nowait(error)


def _build(
    keys: object,
    *,
    stt: Cast[Transcriber],
    tts: Cast[Synthesizer],
    mind: Cast[Mind],
    turn: Cast[TurnDetector] | None = None,
) -> Interviewer:
    del keys
    return LocalInterviewer(stt=stt, tts=tts, mind=mind, clock=SystemClock(), turn=turn)


PROVIDER = Provider[Interviewer](
    name="local",
    title=sentence("Built-in interviewer"),
    rank=0,
    build=_build,
    parts=("stt", "tts", "mind", "turn"),
)
