"""A candidate in a call by Gemini Live, and what every EVI client relies on."""

import asyncio
import base64
import contextlib
import struct
from pathlib import Path

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.interviewer import Brief
from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion, QuestionPlan
from darasa_reflex.providers.interviewer.gemini_live.provider import GeminiLiveInterviewer
from tests.vendors.gemini.gemini_live import Gemini
from tests.vendors.loopback_tls import client_tls

KEY = "key-nobody-may-see"
LOUD, QUIET = b"\x01\x40" * 1600, b"\0\0" * 1600  # 100 ms each
PLAN = QuestionPlan(
    (
        PlannedQuestion(key="q1", section="introduction", text="What brings you to engineering?"),
        PlannedQuestion(key="q2", section="role", text="How do you repair a broken database?"),
        PlannedQuestion(key="q3", section="close", text="Is anything left to mention?"),
    )
)


def a_brief(**changes):
    return Brief(
        **{
            "user_name": "Ada",
            "job_title": "Engineer",
            "description": "Build things.",
            "experience_level": "junior",
            "skills": (),
            "plan": PLAN,
            "patience_seconds": 0.8,
            **changes,
        }
    )


class Room:
    """The candidate and the line: reads all messages, speaks and types."""

    def __init__(self, conversation):
        self.conversation = conversation
        self.seen = []
        self.failure = None
        self.over = False

    async def read(self):
        try:
            async for message in self.conversation.messages():
                self.seen.append(message)
        except Exception as failure:
            self.failure = failure
        self.over = True

    async def until(self, true, what="what the test waits for"):
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(20):
                while not true():
                    await asyncio.sleep(0.01)
        assert true(), (what, self.kinds())

    async def until_kind(self, kind, count=1):
        await self.until(lambda: self.kinds().count(kind) >= count, (kind, count))

    async def until_quiet(self):
        """Wait until what was said has been heard."""
        mouth = self.conversation.dialogue.mouth
        await self.until(lambda: mouth.is_done and not mouth.is_saying, "silence")

    async def speak(self, frames=5, silence=5):
        for frame in [LOUD] * frames + [QUIET] * silence:
            await self.conversation.hear(frame)

    async def type(self, text):
        await self.conversation.take(evi.UserInput(text=text))

    def kinds(self):
        return [m.type for m in self.seen if not getattr(m, "interim", False)]

    def words(self):
        """What was said, final messages only: "Ada: ..." for the candidate."""
        return [
            ("" if isinstance(m, evi.AssistantMessage) else "Ada: ") + m.message.content
            for m in self.seen
            if isinstance(m, evi.AssistantMessage)
            or (isinstance(m, evi.UserMessage) and not m.interim)
        ]

    def replies(self):
        return [m for m in self.seen if isinstance(m, evi.AssistantMessage)]

    def said(self):
        return [m for m in self.seen if isinstance(m, evi.UserMessage) and not m.interim]


@contextlib.asynccontextmanager
async def a_room(gemini: Gemini, folder: Path, **changes):
    engine = GeminiLiveInterviewer(KEY, base_url=gemini.address, tls=client_tls(folder))
    async with engine.open(a_brief(**changes)) as conversation:
        room = Room(conversation)
        reading = asyncio.create_task(room.read())
        try:
            yield room
        finally:
            reading.cancel()
            await asyncio.gather(reading, return_exceptions=True)
    assert_evi_order(room.seen, verbose=changes.get("verbose", False))
    assert gemini.failed == []


def assert_evi_order(messages, *, verbose=False):
    """Hold messages to section 2.5 of facts/evi.md, as far as one engine can break it."""
    ids, index, speaking, heard = set(), 0, None, 0
    for message in messages:
        assert evi.read_server(evi.write(message)).type == message.type
        assert len(evi.write(message)) < 1_000_000
        match message:
            case evi.UserMessage(interim=True):
                assert verbose
            case evi.UserMessage():
                assert speaking is None, "a final user message within a reply"
                assert message.models == {}
            case evi.AssistantMessage():
                assert speaking is None or index > 0, "a text without audio"
                assert message.id not in {None, *ids}
                ids.add(message.id)
                speaking, index, heard = message.id, 0, heard + 1
            case evi.AudioOutput():
                assert (message.id, message.index) == (speaking, index)
                assert_wav(message.data)
                index += 1
            case evi.AssistantEnd() | evi.UserInterruption():
                assert speaking is None or index > 0, "a text without audio"
                assert not (isinstance(message, evi.AssistantEnd) and speaking is None)
                speaking = None
            case _:
                raise AssertionError(message.type)


def assert_wav(data):
    raw = base64.b64decode(data)
    head = struct.unpack("<4sI4s4sIHHIIHH4sI", raw[:44])
    samples = len(raw) - 44
    assert head == (
        *(b"RIFF", 36 + samples, b"WAVE", b"fmt ", 16, 1, 1),
        *(24_000, 48_000, 2, 16, b"data", samples),
    )
    assert samples % 2 == 0
    assert samples > 0
