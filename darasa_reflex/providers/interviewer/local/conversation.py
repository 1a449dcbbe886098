"""One call of the built-in interviewer: ears, mind and mouth, and the turns between them."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.interview_time import InterviewTime
from darasa_reflex.features.interviews.engines.interviewer import Brief, Chat
from darasa_reflex.features.interviews.engines.lineup.lineup import Lineup
from darasa_reflex.features.interviews.engines.outbox import Outbox, messages_of, not_yet_read
from darasa_reflex.features.interviews.mind.dialogue import Answer, Dialogue, Turn
from darasa_reflex.features.interviews.mind.heard.wishes import Intent
from darasa_reflex.providers.interviewer.local.captions import Captions
from darasa_reflex.providers.interviewer.local.ears.ears import Ears
from darasa_reflex.providers.interviewer.local.ears.utterance import Utterance
from darasa_reflex.providers.interviewer.local.mouth.ahead import likely_answer, likely_sentences
from darasa_reflex.providers.interviewer.local.mouth.mouth import Mouth
from darasa_reflex.providers.interviewer.local.mouth.speaker import Speaker
from darasa_reflex.providers.interviewer.local.silence_prompts import SilencePrompts
from darasa_reflex.providers.interviewer.local.turns import (
    LONGEST_WAIT_SECONDS,
    Item,
    Resumed,
    Said,
    Silence,
    TimeUp,
    Typed,
    Verbatim,
    answer_of,
    deserves_reply,
    goes_on,
    message_of,
    silence_between,
    wants_to_leave,
    whole,
)

_LOOK_SECONDS = 0.25
# A microphone that stopped sending ends its utterance this long after the patience.
_STALLED_MS = 2_000
# The line has closed: what is not read by then is added to its turn later.
_LAST_WORDS_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Replied:
    """The answer that was replied to last.

    Attributes:
        dialogue: Where it stood before.
        turn: The reply.
        again: It replies to more than one part, and stands whatever is said before it is heard:
            who talks over everything would never be asked.
    """

    answer: Answer
    dialogue: Dialogue
    turn: Turn
    again: bool


@dataclass(slots=True)
class LocalConversation:
    """See `Conversation`. `tell`, `run` and `watch` are its tasks; `hear` and `take` feed them.

    What is said and typed passes two queues: `tell` shows it, whatever the interviewer is doing,
    and hands it to `run`, which replies once the sentence before has been made or given up.

    Attributes:
        read_seconds: How long a reply waits for words that are still being read.
    """

    brief: Brief
    dialogue: Dialogue
    ears: Ears
    mouth: Mouth
    speaker: Speaker
    captions: Captions
    silence_prompts: SilencePrompts
    outbox: Outbox
    time: InterviewTime
    chat: Chat | None = None
    read_seconds: float = LONGEST_WAIT_SECONDS
    _happened: asyncio.Queue[Item] = field(default_factory=asyncio.Queue[Item])
    # The same, once it was told.
    _turns: asyncio.Queue[Item] = field(default_factory=asyncio.Queue[Item])
    _unsent: list[Said] = field(default_factory=list[Said])
    _unanswered: list[Answer] = field(default_factory=list[Answer])
    _later: list[Verbatim] = field(default_factory=list[Verbatim])
    _wish: evi.Wish | None = None
    _replied: Replied | None = None
    _cut_short: Said | None = None
    _paused: bool = False
    _muted: bool = False
    _busy: bool = False
    _heard_ms: int = 0
    # What was told last, and the silence before it.
    _told: Said | None = None
    _silence_ms: int | None = None

    @property
    def lineup(self) -> Lineup:
        """See `Conversation.lineup`."""
        return self.speaker.lineup

    @property
    def now_ms(self) -> int:
        """Time since the start of the call."""
        return self.mouth.now_ms()

    async def hear(self, pcm: bytes) -> None:
        """See `Conversation.hear`."""
        self._heard_ms = self.now_ms
        for found in await self.ears.hear(pcm, self._heard_ms, audible=self.mouth.audible):
            if isinstance(found, Utterance):
                self._put(found)
            else:
                self.speaker.interrupt(talked_over=True)
        if self.ears.endpointing.speaking:
            self.silence_prompts.end(self._heard_ms)
            self.speaker.hold_back()
            if self.brief.verbose and not self.mouth.audible:
                self.captions.refresh(self._heard_ms)

    async def take(self, message: evi.ClientMessage) -> None:
        """See `Conversation.take`."""
        match message:
            case evi.UserInput() if message.text.strip():
                await self._interrupt()
                self._put(Typed(message.text.strip(), self.now_ms))
            case evi.Wish():
                await self._interrupt()
                self._wish = message
                self._happened.put_nowait(Resumed())
            case evi.AssistantInput() if message.text.strip():
                self._happened.put_nowait(Verbatim(message.text.strip()))
            case evi.PauseAssistant():
                self._paused = self.ears.endpointing.asked_to_wait = True
                self.time.pause(self.now_ms)
            case evi.ResumeAssistant():
                self._paused = self.ears.endpointing.asked_to_wait = False
                self.time.go_on(self.now_ms)
                self.silence_prompts.end(self.now_ms)
                self._happened.put_nowait(Resumed())
            case evi.Muted():
                self._muted = message.muted
                await self.ears.mute(message.muted)
                self.silence_prompts.end(self.now_ms)
            case evi.SessionSettings(audio=evi.AudioSettings(darasa=evi.SoundPlace() as place)):
                self.ears.place(place.at_ms)
            case evi.Playback():
                self.mouth.report(message)
            case _:
                # Settings, tools: the plan of the interview is made, nothing here depends on them.
                return

    def messages(self) -> AsyncIterator[evi.ServerMessage]:
        """See `Conversation.messages`."""
        return messages_of(self.outbox)

    async def finish(self) -> list[evi.UserMessage]:
        """See `Conversation.finish`. Also returns what was said but has not left yet."""
        unsent = [(said, False) for said in self._unsent]
        if still_open := await self.ears.cut():
            unsent.append((still_open, True))
        last, self._unsent = not_yet_read(self.outbox), []
        messages = await asyncio.gather(
            *(self._message(said, cut_off=cut, seconds=_LAST_WORDS_SECONDS) for said, cut in unsent)
        )
        return [*last, *filter(None, messages)]

    # --- its own tasks ---

    async def tell(self) -> None:
        """Show what the candidate says as soon as it has words; a reply may wait, they do not."""
        while True:
            item = await self._happened.get()
            if isinstance(item, Said):
                await self._tell(item)
            self._turns.put_nowait(item)

    async def run(self) -> None:
        """Greet, then take turns until the interviewer hangs up."""
        opening = self.dialogue.opening()
        if not self.speaker.deliberation.by_rules:
            # The job and the plan are most of what there is to read.
            self._read_ahead(self._likely(""))
        await self.speaker.say(opening, self.dialogue)
        while not self.speaker.closing:
            item = await self._turns.get()
            self._busy = True
            await self._take_turn(item)
            self._busy = False
        self.outbox.put_nowait(None)

    async def watch(self) -> None:
        """Notice what no sound tells: long silence, and a microphone that has stopped."""
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            now_ms = self.now_ms
            await self._look_at_time(now_ms)
            stalled_ms = int(self.brief.patience_seconds * 1000) + _STALLED_MS
            if self.ears.endpointing.speaking and not self._muted:
                if now_ms - self._heard_ms > stalled_ms and (found := await self.ears.cut()):
                    self._put(found)
            elif self._has_the_word and self.silence_prompts.is_due(
                now_ms, now_ms + self.mouth.left_ms
            ):
                self._happened.put_nowait(Silence())

    async def _take_turn(self, item: Item) -> None:
        match item:
            case Verbatim():
                # Never over the candidate's words.
                self._later.append(item)
                await self._answer()
            case Silence():
                self._replied = None
                await self.speaker.say(self.dialogue.nudge(), self.dialogue)
            case TimeUp():
                if not self.speaker.closing:
                    await self.speaker.say(self.dialogue.time_is_up(), self.dialogue)
            case _:
                await self._answer()

    async def _tell(self, said: Said) -> None:
        self._silence_ms, self._told = silence_between(self._told, said), said
        message = await self._message(said, cut_off=said is self._cut_short)
        if said not in self._unsent:
            return  # the call has ended meanwhile, and `finish` has taken it along
        self._unsent.remove(said)
        if message is not None:
            self.outbox.put_nowait(message)
        elif isinstance(said, Utterance) and said.is_echo:
            return
        answer = answer_of(said, message, elapsed_ms=self.time.used_ms(self.now_ms))
        if deserves_reply(answer):
            self._unanswered.append(answer)

    async def _answer(self) -> None:
        if self._paused:
            # Only the last thing said meanwhile is answered.
            self._unanswered = self._unanswered[-1:]
            return
        if self._unsent or self.ears.endpointing.speaking:
            return
        if wish := self._wish:
            # What was begun meanwhile is kept, and not answered.
            self._wish, self._replied, self._unanswered = None, None, []
            self.speaker.take_unsaid()
            reply = self.dialogue.wish(Intent(wish.wish), self.time.used_ms(self.now_ms))
            await self.speaker.say(reply, self.dialogue)
        later, self._later = self._later, []
        await self.speaker.say_verbatim([item.text for item in later])
        if self._unanswered or self.speaker.owes:
            said, self._unanswered = self._unanswered, []
            if len(said) > 1:
                self._went_on()
            turn = await self._reply(said, self.speaker.take_unsaid())
            if turn is not None:
                await self.speaker.say(turn, self.dialogue)
            if not self.speaker.interrupted and (more := self.dialogue.instead()):
                await self.speaker.say(more, self.dialogue)

    async def _reply(self, said: list[Answer], unsaid: Turn | None) -> Turn | None:
        """Return what to say now, where something was left unsaid when the candidate spoke."""
        if unsaid is None or wants_to_leave(said, self.brief.language):
            return await self._considered(whole(said))
        # Who has not heard the question has not answered it.
        replied = self._replied
        if not said or replied is None or replied.again or not goes_on(said, self.brief.language):
            return unsaid.after(self.dialogue.told_of_itself(whole(said).text)) if said else unsaid
        # They went on with the answer before: one answer gets one reply.
        self._went_on()
        self.dialogue = replied.dialogue
        for sentence in replied.turn.without(unsaid):
            self.dialogue.said_as(sentence)
        return await self._considered(whole([replied.answer, *said]), again=True)

    def _went_on(self) -> None:
        """Be more patient from now on: a silence within an answer was taken as its end."""
        if self._silence_ms is not None:
            self.ears.pace.ended_too_soon(self._silence_ms)

    async def _considered(self, answer: Answer, *, again: bool = False) -> Turn | None:
        """Return what to say to an answer; None when the candidate goes on with it meanwhile."""
        before, self._replied = self.dialogue.copied(), None
        taken = self.dialogue.take(answer)
        if isinstance(taken, Turn):
            return taken
        reply = await self.speaker.deliberation.consider(taken)
        if reply is None:
            self._unanswered.insert(0, answer)
            return None
        turn = self.dialogue.follow(taken, reply)
        self._replied = Replied(answer, before, turn, again)
        return turn

    def foresee(self, text: str) -> None:
        """Prepare a reply in case the answer ends now; its words may not be read yet."""
        answer = self._likely(text)
        if self._paused:
            return
        if self.speaker.deliberation.by_rules:
            self.speaker.prepare(likely_sentences(self.dialogue, answer))
        elif text:
            self._read_ahead(answer)

    def _likely(self, text: str) -> Answer:
        return likely_answer(
            [*(answer.text for answer in self._unanswered), text],
            spoken_ms=self.ears.endpointing.voiced_ms,
            elapsed_ms=self.time.used_ms(self.now_ms),
        )

    def _read_ahead(self, answer: Answer) -> None:
        """Let the mind read what is known by now, in case the answer goes on like this."""
        situation = self.dialogue.copied().take(answer)
        if not isinstance(situation, Turn):
            self.speaker.deliberation.read_ahead(situation)

    async def _interrupt(self) -> None:
        """Fall silent for what the candidate does; what they were saying is complete."""
        self.silence_prompts.end(self.now_ms)
        self.speaker.deliberation.drop()
        self.speaker.interrupt()
        if spoken := await self.ears.cut():
            self._put(spoken)

    async def _look_at_time(self, now_ms: int) -> None:
        """At zero say goodbye; who is speaking then, may finish, but not for ever."""
        if self.time.ends(now_ms, speaking=self.ears.endpointing.speaking):
            if spoken := await self.ears.cut():
                self._cut_short = spoken
                self._put(spoken)
            self._happened.put_nowait(TimeUp())

    def _put(self, said: Said) -> None:
        self.silence_prompts.end(self.now_ms)
        self._unsent.append(said)
        self._happened.put_nowait(said)

    async def _message(
        self, said: Said, *, cut_off: bool, seconds: float | None = None
    ) -> evi.UserMessage | None:
        measured = evi.Measured(question=self.speaker.question, cut_off=cut_off)
        return await message_of(said, measured, seconds=seconds or self.read_seconds)

    @property
    def _has_the_word(self) -> bool:
        """Whether it is the candidate's turn to speak."""
        held = self._muted or self._paused or self.speaker.closing or self._busy
        return not (held or self._unsent) and self._happened.empty() and self._turns.empty()
