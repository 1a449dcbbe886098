"""Hand-written stand-ins for the ports of a call."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from sqlmodel import Session

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.calls import Calls
from darasa_reflex.features.interviews.call.line import LineClosed
from darasa_reflex.features.interviews.engines.interviewer import Brief, Chat, Interviewer
from darasa_reflex.features.interviews.engines.lineup.lineup import Lineup

NOT_THERE = "The voice service is not answering. Try again."
SILENT_WAV = (
    "UklGRiQAAABXQVZFZm10IBAAAAABAAEAgD4AAAB9AAACABAAZGF0YQAAAAA="  # 44 bytes, 16 kHz, no samples
)


class FakeLine:
    """A line whose peer sends what the test says, and leaves when told or when nothing is left."""

    def __init__(self, *frames: str | bytes, stays: bool = False) -> None:
        self.inbox: asyncio.Queue[str | bytes | None] = asyncio.Queue()
        for frame in frames:
            self.inbox.put_nowait(frame)
        if not stays:
            self.inbox.put_nowait(None)
        self.shown: list[evi.ServerMessage] = []
        self.closed_with: int | None = None
        self.gone = False

    async def receive(self) -> str | bytes | None:
        frame = await self.inbox.get()
        if frame is None:
            self.inbox.put_nowait(None)  # who has left is gone, however often one asks
        return frame

    async def send(self, frame: str) -> None:
        if self.gone:
            raise LineClosed
        self.shown.append(evi.read_server(frame))

    async def close(self, code: int = 1000) -> None:
        self.closed_with = code

    def texts(self) -> list[str]:
        """The words shown, final ones only, in order."""
        return [
            message.message.content or ""
            for message in self.shown
            if isinstance(message, evi.AssistantMessage)
            or (isinstance(message, evi.UserMessage) and not message.interim)
        ]

    def errors(self) -> list[str]:
        return [message.code for message in self.shown if isinstance(message, evi.Error)]


class EchoConversation:
    """Greets, then answers every typed turn with the same words, and every frame with itself."""

    chat: Chat | None = None
    lineup: Lineup | None = None

    def __init__(self, brief: Brief, greeting: str, goodbye: str | None) -> None:
        self.brief = brief
        self.heard: list[bytes] = []
        self.taken: list[evi.ClientMessage] = []
        self.half_said: str | None = None
        self._out: asyncio.Queue[evi.ServerMessage | None] = asyncio.Queue()
        self._goodbye = goodbye
        self._say(greeting)

    async def hear(self, pcm: bytes) -> None:
        self.heard.append(pcm)

    async def take(self, message: evi.ClientMessage) -> None:
        self.taken.append(message)
        if isinstance(message, evi.UserInput):
            self._out.put_nowait(said_by_actor(message.text, from_text=True))
            self._say(f"You said {message.text}.")
        if isinstance(message, evi.AssistantInput):
            self._say(message.text)
        if isinstance(message, evi.UserInput) and message.text == self._goodbye:
            self._out.put_nowait(None)

    async def messages(self) -> AsyncIterator[evi.ServerMessage]:
        while (message := await self._out.get()) is not None:
            yield message

    async def finish(self) -> list[evi.UserMessage]:
        left = [self._out.get_nowait() for _ in range(self._out.qsize())]
        said = [message for message in left if isinstance(message, evi.UserMessage)]
        return said + ([said_by_actor(self.half_said)] if self.half_said else [])

    def _say(self, text: str) -> None:
        message_id = f"m{id(text)}"
        said = evi.AssistantMessage(id=message_id, message=evi.Text(role="assistant", content=text))
        for message in (
            said,
            evi.AudioOutput(id=message_id, index=0, data=SILENT_WAV),
            evi.AssistantEnd(),
        ):
            self._out.put_nowait(message)


class EchoInterviewer:
    """Opens `EchoConversation`s and remembers them."""

    multilingual = True
    expressive = False
    history = None

    def __init__(self, goodbye: str | None = None) -> None:
        self.opened: list[EchoConversation] = []
        self._goodbye = goodbye

    def hears(self, language: str) -> bool:
        """It hears all."""
        return bool(language)

    def seats(self, language: str) -> int | None:
        """See `Interviewer.seats`."""
        del language
        return None

    def describe(self, language: str, asks: str = "en") -> tuple[str, ...]:
        """What it says of itself."""
        return ("Echo",) if language == "en" else ("Echo", f"in {language}")

    def warm(self) -> None:
        """Nothing to load."""

    @asynccontextmanager
    async def open(self, brief: Brief):
        conversation = EchoConversation(brief, f"Hello {brief.user_name}.", self._goodbye)
        self.opened.append(conversation)
        yield conversation


class GatedInterviewer(EchoInterviewer):
    """Opens the n-th call when the test lets it, or fails then.

    Attributes:
        asked: How many calls it was asked to open.
    """

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0
        self._gates: dict[int, asyncio.Future[bool]] = {}

    def gate(self, number: int) -> asyncio.Future[bool]:
        """Set its result to True to open the call, to False to let it fail; counts from 0."""
        return self._gates.setdefault(number, asyncio.get_running_loop().create_future())

    @asynccontextmanager
    async def open(self, brief: Brief):
        gate, self.asked = self.gate(self.asked), self.asked + 1
        if not await gate:
            raise ServiceUnavailable("gated", NOT_THERE, retryable=True)
        async with super().open(brief) as conversation:
            yield conversation


class AbsentInterviewer(EchoInterviewer):
    """Cannot be reached."""

    @asynccontextmanager
    async def open(self, brief: Brief):
        del brief
        raise ServiceUnavailable("absent", NOT_THERE, retryable=True)
        yield


def engines(*interviewers: Interviewer) -> Cast[Interviewer]:
    """Engines called "echo", "second", "third", … in that order."""
    return Cast.of(*interviewers, titles=("Echo", "Second", "Third")[: len(interviewers)])


def left_open(calls: Calls, secret: str) -> str:
    """Open a call as a server does that dies a moment later; return its chat id."""

    def work(session: Session) -> str:
        opened = calls._connect(session, calls._admit(session, secret), None)
        assert opened is not None
        return opened.chat_id

    return calls._db.run_here(work)


def said_by_actor(text: str, *, from_text: bool = False) -> evi.UserMessage:
    return evi.UserMessage(
        message=evi.Text(role="user", content=text),
        time=evi.Span(begin=0, end=10),
        from_text=from_text,
    )


def typed(*texts: str) -> Iterable[str]:
    return [evi.write(evi.UserInput(text=text)) for text in texts]
