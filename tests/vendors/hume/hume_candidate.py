"""A candidate who holds an interview with the Hume stand-in to its end, however often it breaks."""

import asyncio
from dataclasses import dataclass, field
from uuid import UUID

from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.calls import Calls
from darasa_reflex.features.interviews.service import Interviews
from darasa_reflex.features.interviews.status import InterviewStatus

_MOST_CALLS = 100
_LONGEST_CALL_SECONDS = 60


@dataclass
class Candidate:
    """Answers whenever it is their turn, each time in other words.

    Attributes:
        shown: Texts of all final messages that came down, over all calls.
        typed: All they said, whether it came through or not.
    """

    shown: list[str] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    errors: list[evi.Error] = field(default_factory=list)

    async def hold(self, calls: Calls, interviews: Interviews, actor: Actor, job_id: UUID) -> UUID:
        """Start an interview and resume it until it is through; return its id."""
        started = await interviews.start(actor, job_id)
        secret = started.ticket
        for _ in range(_MOST_CALLS):
            async with asyncio.timeout(_LONGEST_CALL_SECONDS):
                await calls.conduct(secret, CandidateLine(self))
            view = await interviews.get(actor, started.interview_id)
            if view.status is InterviewStatus.ENDED:
                return started.interview_id
            secret = await interviews.reopen(actor, started.interview_id)
        raise AssertionError("the interview never came to its end")

    def answer(self) -> str:
        self.typed.append(f"In my answer number {len(self.typed) + 1} I tell what I did.")
        return self.typed[-1]


@dataclass
class CandidateLine:
    """See `Line`. One call of a candidate."""

    candidate: Candidate
    inbox: asyncio.Queue[str] = field(default_factory=asyncio.Queue)

    async def receive(self) -> str:
        return await self.inbox.get()

    async def send(self, frame: str) -> None:
        message = evi.read_server(frame)
        match message:
            case evi.ChatMetadata() if self.candidate.shown:
                self._answer()  # a question is open from the call before
            case evi.AssistantEnd():
                self._answer()
            case evi.AssistantMessage() | evi.UserMessage():
                self.candidate.shown.append(message.message.content or "")
            case evi.Error():
                self.candidate.errors.append(message)
            case _:
                pass

    async def close(self, code: int = 1000) -> None:
        """Nothing to close."""

    def _answer(self) -> None:
        self.inbox.put_nowait(evi.write(evi.UserInput(text=self.candidate.answer())))
