"""A live call: voice and messages up, messages down; what is said is kept before it is shown."""

import asyncio
import logging
import random
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from darasa_reflex.core.clock import Stopwatch
from darasa_reflex.core.database.db import storable
from darasa_reflex.core.errors import DarasaError, NotKept, ServiceUnavailable
from darasa_reflex.core.monitoring.logs import place_of
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.sentences import language
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.incoming.frame_limits import (
    NOT_YOURS,
    TOO_LONG,
    TYPED_CHARACTERS,
    FrameLimits,
)
from darasa_reflex.features.interviews.call.incoming.intake import Intake, UndecodableAudio
from darasa_reflex.features.interviews.call.line import EndReason, Line, LineClosed, not_kept, told
from darasa_reflex.features.interviews.call.seats import UNHEARD, Seat
from darasa_reflex.features.interviews.call.timing.pulse import Pulse
from darasa_reflex.features.interviews.call.timing.reply_delay import ReplyDelay
from darasa_reflex.features.interviews.call.timing.timeouts import Timeouts
from darasa_reflex.features.interviews.call.typed import TypedTurns, echo
from darasa_reflex.features.interviews.call.voicing import Voicing
from darasa_reflex.features.interviews.call.writing.late_words import LateWords
from darasa_reflex.features.interviews.call.writing.moments import Moments, says_ready
from darasa_reflex.features.interviews.call.writing.record import Record
from darasa_reflex.features.interviews.engines.interviewer import Conversation
from darasa_reflex.features.interviews.recordings.recorder import Recorder

logger = logging.getLogger(__name__)

BEAT_SECONDS = 5.0
_PATROL_SECONDS = 0.5
# After the last words the browser may still be playing what it has queued.
_LONGEST_FAREWELL_SECONDS = 30.0
# An engine that does not hand over the last words hangs. Counted look by look: an event loop that
# stood still has given it no time.
_LONGEST_FINISH_SECONDS, _LOOKS = 5.0, 20

REPLACED = evi.Error(
    code="E0799", slug="replaced", message=marked("This interview was continued somewhere else.")
)
STOPPED = evi.Error(
    code="E0798",
    slug="server_stopped",
    message=marked("The server has stopped. Please resume in a moment."),
)
SIGNED_OUT = evi.Error(
    code="E0796",
    slug="signed_out",
    message=marked("You have signed out, so this call has ended. What was said is kept."),
)
# What a client is told of an end that was decided elsewhere.
_TOLD = {EndReason.REPLACED: REPLACED, EndReason.SIGNED_OUT: SIGNED_OUT}
UNDECODABLE = evi.Error(
    code="I0116", slug="transcription_failure", message=marked("The audio could not be decoded.")
)
_UNFORESEEN = marked("Something went wrong on our side. What was said is kept. Please resume.")


def this_task() -> asyncio.Task[Any]:
    """Return the task that runs this line."""
    task = asyncio.current_task()
    assert task is not None  # noqa: S101 (calls are made inside tasks)
    return task


@dataclass(slots=True)
class LiveCall:
    """One call from its first to its last frame. The first of its tasks to end, ends it.

    Attributes:
        late: Adds what is read after its turn was kept.
        seat: What it needs to be heard; a call that begins in writing takes it when it speaks.
        pulse: Tells whether the client is still there.
        engine: Name of what plays the interviewer.
        recorder: Hears along, for a person who wants to hear their answers; None: nobody does.
        over: Nothing is sent any more.
        read_in: Language of who reads what it is told.
        holder: The task that holds the call; it is done when all is stored.
        kept: All that was said in it is stored, or owed.
    """

    line: Line
    conversation: Conversation
    record: Record
    timeouts: Timeouts
    watch: Stopwatch
    late: LateWords
    seat: Seat
    pulse: Pulse
    engine: str
    recorder: Recorder | None = None
    read_in: str = field(default_factory=language)
    holder: asyncio.Task[Any] = field(default_factory=this_task)
    _intake: Intake = field(default_factory=Intake)
    _contested: asyncio.Event = field(default_factory=asyncio.Event)
    _moments: Moments = field(default_factory=Moments)
    _ended: asyncio.Event = field(default_factory=asyncio.Event)
    _stopped: asyncio.Event = field(default_factory=asyncio.Event)
    _voicing: Voicing = field(init=False)
    _delay: ReplyDelay = field(init=False)
    _typed: TypedTurns = field(default_factory=TypedTurns)
    _told_unheard: bool = False
    _refused: evi.UserMessage | None = None  # by the database
    over: bool = field(default=False, init=False)
    kept: asyncio.Event = field(default_factory=asyncio.Event, init=False)

    def __post_init__(self) -> None:
        """Begin with nothing said."""
        self._voicing, self._delay = Voicing(self.record), ReplyDelay(self.engine)

    @property
    def _now_ms(self) -> int:
        return int(self.watch.seconds * 1000)

    def lasted(self, reason: EndReason) -> float:
        """Return its length in seconds; one whose line was lost ended when it was last alive."""
        seconds = self.watch.stop()
        return self.pulse.lasted(seconds) if reason is EndReason.LOST else seconds

    def contest(self) -> None:
        """Look at once whether another call has taken the interview over."""
        self._contested.set()

    def stop(self) -> None:
        """End the call because the server stops."""
        self._stopped.set()

    def hang_up(self) -> None:
        """End the call because the person ended the interview."""
        self._ended.set()

    async def run(self) -> EndReason:
        """Carry the call until one side ends it.

        Raises:
            ServiceUnavailable: The engine failed.
        """
        works = (self._up(), self._down(), self._watch(), self._sign())
        tasks, done = [asyncio.create_task(work) for work in works], set[asyncio.Task[EndReason]]()
        try:
            done, _pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self.over = True
            self.watch.stop()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            self._intake.close()
            self._voicing.tell(self._now_ms)
            await self._tell_refusal(done)
            await self._keep_unfinished()
        return _reason(done)

    # --- up ---

    async def _up(self) -> EndReason:
        limits = FrameLimits(self.watch.clock.monotonic())
        while (frame := await self._received()) is not None:
            if self._moments.lasting:  # the interviewer waits for as long as the line lives
                self.timeouts.note_activity(self._now_ms)
            refusal = limits.refuse(frame, self.watch.clock.monotonic())
            if refusal is None:
                refusal = await self._take_frame(frame, limits)
            if refusal is not None:
                await self.line.send(evi.write(told(refusal)))
                return EndReason.REFUSED
        return EndReason.HANG_UP

    async def _received(self) -> str | bytes | None:
        self.pulse.wait()
        try:
            frame = await self.line.receive()
        except LineClosed:  # noticed now, so until now it lived
            self.pulse.hear(self.watch.seconds)
            raise
        self.pulse.hear(self.watch.seconds)
        return frame

    async def _take_frame(self, frame: str | bytes, limits: FrameLimits) -> evi.Error | None:
        try:
            if isinstance(frame, bytes):
                await self._hear(frame)
            else:
                await self._take(evi.read_client(frame))
        except evi.BrokenFrame as broken:
            await self.line.send(evi.write(told(broken.error)))
            return limits.count_broken()
        except UndecodableAudio:
            return UNDECODABLE
        return None

    async def _hear(self, frame: bytes) -> None:
        pcm = await self._intake.take(frame)
        if pcm and await self._is_heard(pcm):
            if self.recorder:
                self.recorder.hear(pcm, self._now_ms)
            await self.conversation.hear(pcm)

    async def _is_heard(self, pcm: bytes) -> bool:
        """Whether this call may be heard; if not, it is told so once for each time it speaks."""
        if self.seat.taken or self.seat.take():
            return True
        before, self._told_unheard = self._told_unheard, bool(pcm.strip(b"\0"))
        if self._told_unheard and not before:
            await self.line.send(evi.write(told(UNHEARD)))
        return False

    async def _take(self, message: evi.ClientMessage) -> None:
        match message:
            case evi.AudioInput():
                await self._hear(evi.audio_of(message))
                return
            case evi.SessionSettings(audio=evi.AudioSettings() as audio):
                self._intake.settle(audio)
                if self.recorder and audio.darasa:
                    self.recorder.place(audio.darasa.at_ms)
            case evi.Playback():
                self._voicing.report(message, self._now_ms)
            case evi.PauseAssistant() | evi.ResumeAssistant() | evi.Wish():
                self._moments.take(message, self._now_ms, self._voicing.until_ms)
                self.timeouts.note_activity(self._now_ms)
            case evi.UserInput():
                await self._take_typed(message)
                return
            case evi.AssistantInput():
                raise evi.BrokenFrame(NOT_YOURS)
            case evi.Alive():
                return
            case _:
                pass
        await self.conversation.take(message)

    async def _take_typed(self, message: evi.UserInput) -> None:
        text = storable(message.text).strip()
        if len(text) > TYPED_CHARACTERS:
            raise evi.BrokenFrame(TOO_LONG)
        if not text:
            return
        self.timeouts.note_activity(self._now_ms)
        if not message.darasa or await self._is_new(message.darasa.key, text):
            await self.conversation.take(message.model_copy(update={"text": text}))

    async def _is_new(self, key: str, text: str) -> bool:
        """Whether a typed turn is still to be taken; one that is kept is only told again."""
        if self._typed.has_kept(key) or await self.record.has_typed(key, text):
            await self.line.send(evi.write(echo(key, text, self._now_ms)))
            return False
        return self._typed.begin(key, text)

    # --- down ---

    async def _down(self) -> EndReason:
        async for message in self.conversation.messages():
            await self.line.send(evi.write(await self._keep(message)))
        self._voicing.tell(self._now_ms)
        left = self._voicing.until_ms / 1000 - self.watch.seconds
        await asyncio.sleep(min(max(left, 0.0), _LONGEST_FAREWELL_SECONDS))
        return EndReason.COMPLETED

    async def _keep(self, message: evi.ServerMessage) -> evi.ServerMessage:
        """Keep what is to be kept; return the message as the client gets it."""
        self._delay.note(message, self._now_ms)
        match message:
            case evi.UserMessage():
                self.timeouts.note_activity(self._now_ms)
                return message if message.interim else await self._keep_actor(message)
            case evi.AssistantMessage():
                await self._voicing.begin(message, self._now_ms)
            case evi.AudioOutput():
                self._voicing.add(message, self._now_ms)
            case evi.UserInterruption():
                await self._voicing.cut(self._now_ms, (message.darasa or evi.Cut()).heard)
            case evi.AssistantEnd():
                self._voicing.tell(self._now_ms)
            case _:
                pass
        return message

    async def _keep_actor(self, message: evi.UserMessage) -> evi.UserMessage:
        message = self._typed.named(message)
        await self._keep_said(message)
        self._typed.keep(message)
        held_ms = self._moments.before(message.time.begin, self._now_ms)
        await self.record.keep_hold(self._voicing.newest, held_ms)
        if not self._moments.lasting or not says_ready(message.message.content or ""):
            return message
        await self._take(evi.ResumeAssistant())
        measured = (message.darasa or evi.Measured()).model_copy(update={"resumed": True})
        return message.model_copy(update={"darasa": measured})

    async def _keep_said(self, message: evi.UserMessage) -> None:
        keeping = asyncio.create_task(self.record.keep_actor(message))
        try:
            turn_id = await asyncio.shield(keeping)
        except NotKept:
            self._refused = message
            raise
        except asyncio.CancelledError:  # the line has closed; the words are kept all the same
            try:
                turn_id = await keeping
            except NotKept:
                turn_id = await self.record.keep_late(message)
            self._follow(turn_id, message)
            raise
        self._follow(turn_id, message)

    def _follow(self, turn_id: UUID, message: evi.UserMessage) -> None:
        """Add words that are read later to their turn, and its sound where that is kept."""
        if self.recorder and not message.from_text:
            self.recorder.cut(turn_id, message.time)
        if message.late is not None:
            self.late.follow(self.record, turn_id, message.late, self._tell_change)

    async def _tell_change(self) -> None:
        """Let who shows a turn read it again, if anybody still does."""
        if self.pulse.signs and not self.over:
            with suppress(LineClosed):
                await self.line.send(evi.write(evi.SessionSettings(darasa=evi.Sign(changed=True))))

    async def _tell_refusal(self, done: set[asyncio.Task[EndReason]]) -> None:
        """Tell what the database refused; an answer that nobody can be told of is kept late."""
        errors = [task.exception() for task in done]
        if outage := next((one for one in errors if isinstance(one, NotKept)), None):
            try:
                await self.line.send(evi.write(not_kept(outage)))
            except LineClosed:
                if self._refused is not None:
                    self._follow(await self.record.keep_late(self._refused), self._refused)

    async def _keep_unfinished(self) -> None:
        """Keep what the candidate said and the line closed over."""
        finishing = asyncio.create_task(self.conversation.finish())
        for _look in range(_LOOKS):
            await asyncio.wait({finishing}, timeout=_LONGEST_FINISH_SECONDS / _LOOKS)
            if finishing.done():
                break
        else:
            finishing.cancel()
            logger.error("the engine %s has not handed over the last words", self.engine)
            return
        with suppress(DarasaError):
            # However long a locked database makes them wait: it is not the engine that hangs.
            for message in await finishing:
                said = self._typed.named(message)
                self._follow(await self.record.keep_late(said), said)

    # --- beside ---

    async def _watch(self) -> EndReason:
        beaten = -BEAT_SECONDS
        while not self._ended.is_set():
            if self._contested.is_set() or self.watch.seconds - beaten >= BEAT_SECONDS:
                self._contested.clear()
                # Calls that were opened together, as after a restart, must not beat together.
                early = random.uniform(0, BEAT_SECONDS) if beaten < 0 else 0.0  # noqa: S311
                beaten = self.watch.seconds - early
                if ending := await self.record.beat(self.pulse.lasted(self.watch.seconds)):
                    if ending in _TOLD:
                        await self.line.send(evi.write(told(_TOLD[ending])))
                    return ending
            if ending := await self._look():
                return ending
            with suppress(TimeoutError):
                async with asyncio.timeout(_PATROL_SECONDS):
                    await self._contested.wait()
            if self.pulse.look(_PATROL_SECONDS):
                return EndReason.LOST
            if self._stopped.is_set():
                await self.line.send(evi.write(told(STOPPED)))
                return EndReason.STOPPED
        return EndReason.HANG_UP

    async def _sign(self) -> EndReason:
        """Tell the client now and then that the line lives, apart from all that takes its time."""
        while True:
            await asyncio.sleep(_PATROL_SECONDS)
            if self.pulse.is_due(self.watch.seconds):
                await self.line.send(evi.write(evi.SessionSettings(darasa=evi.Sign(alive=True))))

    async def _look(self) -> EndReason | None:
        now_ms, audible_ms = self._now_ms, self._voicing.until_ms
        if ending := self.timeouts.end(now_ms, audible_ms):
            await self.line.send(evi.write(told(ending[1])))
            return ending[0]
        if warning := self.timeouts.warning(now_ms, audible_ms):
            await self.conversation.take(evi.AssistantInput(text=warning))
        return None


def _reason(done: set[asyncio.Task[EndReason]]) -> EndReason:
    """Return why the call ended, from those of its tasks that did.

    Raises:
        DarasaError: One of them failed; a bug is logged and becomes a sentence.
    """
    for error in [task.exception() for task in done]:
        if error is not None and not isinstance(error, DarasaError | LineClosed):
            logger.error("call: unexpected %s", place_of(error))
            raise ServiceUnavailable("call", _(_UNFORESEEN), retryable=True)
    try:
        return min((task.result() for task in done), key=list(EndReason).index)
    except LineClosed:
        return EndReason.LOST
    except NotKept:  # told already
        return EndReason.FAILED
