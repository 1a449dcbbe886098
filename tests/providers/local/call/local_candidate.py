"""A candidate in a room with the built-in interviewer: listens, speaks, presses, types."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from itertools import cycle

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.speech.speech import Spoken
from darasa_reflex.features.interviews.questions import question_plan
from tests.providers.local.call.local_room import QUIET, VOICE
from tests.providers.local.mind.candidates.candidates import (
    SILENCE,
    SKILLS,
    Moment,
    Over,
    Press,
    Slowly,
    Typing,
)

# A frame of the browser is 40 ms; longer ones make the test quicker.
FRAME_SECONDS = 0.096
_FRAME_BYTES = round(FRAME_SECONDS * 32_000)
_WORD_SECONDS, _SLOW_WORD_SECONDS = 0.4, 1.0
# A reply is expected so long after an answer; then the candidate does the next thing.
_PATIENT_SECONDS = 8.0
_HZ = 8_000


class WordyVoice:
    """A voice that needs as long for a sentence as a person."""

    label = "Wordy."
    obstacle = None

    async def speak(self, text):
        return Spoken(b"\1\0" * round(_HZ * _WORD_SECONDS * len(text.split())), _HZ)


@dataclass
class Candidate:
    """Plays lines in a room from `a_room`, over and over, until the interviewer hangs up.

    Attributes:
        spoken: All that was said aloud or typed.
        asked: What the interviewer said, by message id, as a call keeps it.
        places: Where in the plan each of it stands.
        goodbye_ms: Interview time when the last words began.
    """

    room: object
    lines: list
    spoken: list[str] = field(default_factory=list)
    asked: dict[str, str] = field(default_factory=dict)
    places: dict[str, evi.Place] = field(default_factory=dict)
    goodbye_ms: int | None = None
    presses: Counter = field(default_factory=Counter)
    _seen: int = 0
    _expects: bool = False

    async def play(self):
        """Do everything in turn; return when the call is over."""
        for line in cycle(self.lines):
            await (self.until_it_speaks() if isinstance(line, Over) else self.listen())
            if self.over:
                return self
            await self.do(line.what if isinstance(line, Over) else line)
        return self

    @property
    def conversation(self):
        return self.room.conversation

    @property
    def over(self):
        return bool(self.room.seen) and self.room.seen[-1] == "over"

    @property
    def used_ms(self):
        return self.conversation.time.used_ms(self.conversation.now_ms)

    async def listen(self):
        """Wait until the interviewer has replied and is quiet, if a reply is to be expected."""
        waited = 0.0
        while not self.over and waited < _PATIENT_SECONDS:
            begun = len(self.room.seen)
            await self.wait(0.5)
            busy = self.conversation.mouth.saying or self.conversation.ears.endpointing.speaking
            waited = 0.0 if busy or len(self.room.seen) > begun else waited + 0.5
            told = self.room.kinds()[-1] == "assistant_end"
            if not busy and (told or not self._expects):
                return

    async def until_it_speaks(self):
        """Wait until the interviewer has spoken for a second, or seems to say nothing more."""
        for _ in range(round(_PATIENT_SECONDS / 0.5)):
            if self.over or self.conversation.mouth.audible:
                break
            await self.wait(0.5)
        await self.wait(1)

    async def do(self, line):
        self._expects = line != SILENCE
        match line:
            case Press():
                self.presses[line] += 1
                await self.conversation.take(evi.Wish(wish=line.wish))
            case Moment():
                await self.conversation.take(evi.PauseAssistant())
                await self.wait(line.seconds)
                await self.conversation.take(evi.ResumeAssistant())
            case Typing():
                self.spoken.append(line.text)
                await self.conversation.take(evi.UserInput(text=line.text))
            case Slowly():
                for piece in line.pieces:
                    await self.say(piece, _SLOW_WORD_SECONDS)
                    await self.wait(line.pause_seconds)
            case _ if line == SILENCE:
                await self.wait(20)
            case _:
                await self.say(line)

    async def say(self, text, word_seconds=_WORD_SECONDS):
        """Say something; its words are in the first of the phrases that the ears make of it."""
        self.room.stt.rest = ""
        self.room.stt.texts.append(text)
        self.spoken.append(text)
        await self.sound(VOICE, len(text.split()) * word_seconds + 0.3)

    async def wait(self, seconds):
        await self.sound(QUIET, seconds)

    async def sound(self, window, seconds):
        frame = (window * 4)[:_FRAME_BYTES]
        for _ in range(round(seconds / FRAME_SECONDS)):
            if self.over:
                return
            await self.conversation.hear(frame)
            await asyncio.sleep(FRAME_SECONDS)
            self._note()

    def _note(self):
        for message in self.room.seen[self._seen :]:
            if isinstance(message, evi.AssistantMessage):
                self.asked[message.id] = message.message.content
                self.places[message.id] = message.darasa
                if message.darasa.hang_up:
                    self.goodbye_ms = self.used_ms
            if isinstance(message, evi.UserInterruption) and message.darasa:
                self.asked |= message.darasa.heard
        self._seen = len(self.room.seen)


def planned(kind, minutes, seed=1):
    """Return a plan with a warm-up before it, as interviews have."""
    return question_plan.make(
        level="senior", title="Shop manager", skills=SKILLS, minutes=minutes, seed=seed,
        kind=kind, warm_up=True,
    )  # fmt: skip
