"""A room for the built-in interviewer: real ears, mind and mouth; engines and time are fakes."""

import asyncio
import contextlib
from unittest.mock import patch

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.interviewer import Brief
from darasa_reflex.features.interviews.engines.speech.speech import Heard, Spoken
from darasa_reflex.features.interviews.mind.port import Reply
from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion, QuestionPlan
from darasa_reflex.providers.interviewer.local.mouth import mouth
from darasa_reflex.providers.interviewer.local.provider import LocalInterviewer
from darasa_reflex.providers.mind.scripted import Scripted

WINDOW_SECONDS = 0.032
# How often the mouth looks at the clock, which a test moves: so often that what a test waits
# for has come long before, on a busy machine too.
LOOK_SECONDS = 0.005
VOICE, QUIET = b"\x01\x40" * 512, b"\0\0" * 512


class LoudIsSpeech:
    """A detector for which everything that is not digital silence is speech."""

    def probability(self, window):
        return 0.95 if window.strip(b"\0") else 0.02


class ScriptedTranscriber:
    """Hears the next scripted text in every stretch of speech; None is a dead engine.

    A text may be a whole `Heard`, and a function that makes one of the sound.

    Attributes:
        rest: What it hears when there is no text left.
    """

    label = "Scripted."
    obstacle = None
    seats = None

    def warm(self):
        pass

    def __init__(self, *texts):
        self.texts, self.rest = list(texts), "more"
        self.fed = []
        self.listened = 0

    def hearing(self, language):
        self.language = language
        return self

    @contextlib.asynccontextmanager
    async def listen(self, hints):
        self.listened += 1
        yield self

    def utterance(self):
        return ScriptedUtterance(self)


class ScriptedUtterance:
    def __init__(self, transcriber):
        self.transcriber = transcriber
        self.pcm = b""
        transcriber.fed.append(self)

    async def feed(self, pcm):
        self.pcm += pcm

    async def so_far(self):
        return Heard("so far")

    async def finish(self):
        text = self.transcriber.texts.pop(0) if self.transcriber.texts else self.transcriber.rest
        if text is None:
            raise ServiceUnavailable("scripted", "It died.", retryable=True)
        if callable(text):
            return text(self.pcm)
        return text if isinstance(text, Heard) else Heard(text)


class SteadyVoice:
    """Every sentence takes the same time."""

    label = "Steady."
    obstacle = None

    def __init__(self, seconds=1, *, broken=False):
        self.seconds = seconds
        self.broken = broken

    def speaking(self, language):
        return self

    async def speak(self, text):
        if self.broken:
            raise ServiceUnavailable("steady", "It broke.", retryable=True)
        return Spoken(b"\1\0" * 22_050 * self.seconds, 22_050)


class AsksOn:
    """A mind that asks on after every answer, and remembers what it was asked about."""

    label = "A mind."
    obstacle = None

    def __init__(self, text):
        self.heard = []
        self._text = text

    def warm(self):
        pass

    async def next(self, situation):
        self.heard.append(situation.heard)
        return Reply(text=self._text, question=situation.question.key)


class Room:
    """A candidate and the line: moves the clock with every piece of sound."""

    def __init__(self, conversation, clock):
        self.conversation = conversation
        self.clock = clock
        self.seen = []

    async def read(self):
        async for message in self.conversation.messages():
            self.seen.append(message)
        self.seen.append("over")

    async def hear(self, window, seconds):
        for _ in range(round(seconds / WINDOW_SECONDS)):
            self.clock.seconds += WINDOW_SECONDS
            await self.conversation.hear(window)
            await asyncio.sleep(0)
        await settle()

    async def speak(self, seconds):
        await self.hear(VOICE, seconds)

    async def wait(self, seconds):
        await self.hear(QUIET, seconds)

    async def take(self, message):
        await self.conversation.take(message)
        await settle()

    async def listen_to_the_end(self):
        """Wait until the interviewer has stopped, and forget what it said."""
        while self.conversation.mouth.saying:
            await self.wait(0.5)
            await asyncio.sleep(0.02)
        self.seen.clear()

    def kinds(self):
        return [message if message == "over" else message.type for message in self.seen]

    def said(self):
        return [m for m in self.seen if isinstance(m, evi.UserMessage) and not m.interim]

    def replies(self):
        return [m for m in self.seen if isinstance(m, evi.AssistantMessage)]


async def settle():
    for _ in range(10):
        await asyncio.sleep(0)


QUESTIONS = tuple(
    PlannedQuestion(key=f"q{n}", section="background", text=f"What is your question {n}?")
    for n in range(1, 6)
)


def a_brief(**changes):
    return Brief(
        **{
            "user_name": "Ada",
            "job_title": "Engineer",
            "description": "Build things.",
            "experience_level": "junior",
            "skills": (),
            "plan": QuestionPlan(QUESTIONS),
            "patience_seconds": 0.8,
            **changes,
        }
    )


@contextlib.asynccontextmanager
async def a_room(
    clock,
    *texts,
    voice=None,
    mind=None,
    wait_seconds=60,
    stt=None,
    tts=None,
    vad=None,
    **changes,
):
    """Yield a room; `stt` and `tts` are ladders in place of a scripted ear and a steady voice."""
    scripted = ScriptedTranscriber(*texts)
    interviewer = LocalInterviewer(
        stt=stt or Cast.of(scripted),
        tts=tts or Cast.of(voice or SteadyVoice()),
        mind=Cast.of(
            *filter(None, (mind, Scripted())), titles=("A mind", "Rules") if mind else ("",)
        ),
        clock=clock,
        wait_seconds=wait_seconds,
    )
    with patch.object(mouth, "_LOOK_SECONDS", LOOK_SECONDS):
        async with _opened(interviewer, scripted, clock, vad, a_brief(**changes)) as room:
            yield room


@contextlib.asynccontextmanager
async def _opened(interviewer, scripted, clock, vad, brief):
    async with interviewer.open(brief) as conversation:
        conversation.ears.vad = vad or LoudIsSpeech()
        room = Room(conversation, clock)
        room.stt, room.interviewer = scripted, interviewer
        reading = asyncio.create_task(room.read())
        await settle()
        try:
            yield room
        finally:
            reading.cancel()
            await asyncio.gather(reading, return_exceptions=True)
