"""The port of interviewers: what a voice engine must do, and what it is told."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.history import Historian
from darasa_reflex.features.interviews.engines.languages import ENGLISH
from darasa_reflex.features.interviews.engines.lineup.lineup import Lineup
from darasa_reflex.features.interviews.questions.question_plan import QuestionPlan

# Sample rate of what `Conversation.hear` takes. Source: the rate Silero VAD and common STT expect.
HEARD_HZ = 16_000
NOT_SPECIFIED = "Not Specified"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidTurn:
    """A turn of an earlier call of the same interview.

    Attributes:
        speaker: "actor" or "interviewer".
        question: Key of the planned question it asks or answers; None outside the plan.
    """

    speaker: str
    text: str
    question: str | None = None

    def __deepcopy__(self, memo: object) -> "SaidTurn":
        """Return itself: it never changes, and a long interview has hundreds."""
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What an interviewer knows when a call opens. All texts are material, never instructions.

    Attributes:
        job_title: The title, or "Not Specified".
        job_name: What the person calls the job, most often the company; empty when unknown.
        experience_level: "junior", "mid-level" or "senior".
        skills: Skills and requirements of the job, as the person left them.
        plan: The questions of this interview.
        said: What was said in earlier calls, oldest first; empty for a new interview.
        patience_seconds: Silence after which an answer counts as finished.
        difficulty: How often and how hard the interviewer asks on: "easy", "usual" or "hard".
        tone: How the interviewer sounds: "friendly", "neutral" or "strict".
        kind: What is asked about: "behavioural", "technical" or "mixed".
        minutes: Planned length of the interview.
        language: What the candidate answers in, a code of `languages.LANGUAGES`. What the
            interviewer says is in `plan.language`: the same, or English.
        elapsed_ms: Interview time spent in earlier calls.
        verbose: Whether interim user messages are wanted.
        chat_group_id: Names the conversation over all its calls.
        resumed_group: The engine's own name of the conversation, from an earlier call that the
            same engine played; empty when there was none.
    """

    user_name: str
    job_title: str
    description: str
    experience_level: str
    skills: tuple[str, ...]
    plan: QuestionPlan
    said: tuple[SaidTurn, ...] = ()
    patience_seconds: float = 1.5
    difficulty: str = "usual"
    tone: str = "neutral"
    kind: str = "mixed"
    minutes: int = 10
    language: str = ENGLISH
    elapsed_ms: int = 0
    verbose: bool = False
    chat_group_id: str = ""
    resumed_group: str = ""
    job_name: str = ""

    @property
    def hints(self) -> tuple[str, ...]:
        """Words that the candidate is likely to use, names first: those are misheard most."""
        title = "" if self.job_title == NOT_SPECIFIED else self.job_title
        words = (self.user_name, self.job_name, title, *self.skills)
        return tuple(dict.fromkeys(filter(None, words)))


@dataclass(frozen=True, slots=True)
class Chat:
    """What an engine calls a connection, and the conversation it goes on with."""

    id: str
    group_id: str


class Conversation(Protocol):
    """One open call."""

    @property
    def chat(self) -> Chat | None:
        """The engine's own names for it, known once it is open; None when it has none."""
        ...

    @property
    def lineup(self) -> Lineup | None:
        """What plays in this call now; None when `describe` says all, and nothing changes.

        What it was when a message began is kept, so it changes before the message that needs it.
        """
        ...

    async def hear(self, pcm: bytes) -> None:
        """Take the next piece of the candidate's voice, 10 to 200 ms.

        It is 16-bit mono PCM at `HEARD_HZ`. Returns quickly: slow work happens elsewhere.
        """
        ...

    async def take(self, message: evi.ClientMessage) -> None:
        """Take a message of the client: typed turns, pause, settings, playback. Never audio."""
        ...

    def messages(self) -> AsyncIterator[evi.ServerMessage]:
        """Yield EVI messages in the protocol's order, until the interviewer hangs up.

        Never `ChatMetadata`: the call sends that. Times are ms from the start of the call.

        Raises:
            ServiceUnavailable: The engine failed.
        """
        ...

    async def finish(self) -> list[evi.UserMessage]:
        """Stop listening; return what the candidate said and `messages` has not yielded yet.

        Final messages only; an answer that was not finished is the last, marked
        `darasa.cut_off`. Called once, when the line has closed and `messages` is not read any more.
        """
        ...


class Interviewer(Protocol):
    """A voice engine that plays the interviewer."""

    def open(self, brief: Brief) -> AbstractAsyncContextManager[Conversation]:
        """Open a call; leaving the context ends it and frees what it used.

        Raises:
            ServiceUnavailable: The engine cannot be reached or started.
        """
        ...

    def warm(self) -> None:
        """Load what calls share, so that no call waits for it. Slow: runs in a thread.

        Raises:
            ServiceUnavailable: Something it needs is not installed.
        """
        ...

    @property
    def expressive(self) -> bool:
        """Whether it measures how a voice sounds; kept only with the person's consent."""
        ...

    @property
    def history(self) -> Historian | None:
        """Where its chats can be read afterwards; None when it keeps none."""
        ...

    @property
    def multilingual(self) -> bool:
        """Whether the person may choose the language they answer in.

        Such an engine also asks in it where the plan is written in it.
        """
        ...

    def hears(self, language: str) -> bool:
        """Whether it can hear a language just now; if not, answers in it can only be typed."""
        ...

    def seats(self, language: str) -> int | None:
        """Return how many calls in a language this machine can hear at once.

        None: somebody else's machine hears, or that is not known yet.
        """
        ...

    def describe(self, language: str, asks: str = ENGLISH) -> tuple[str, ...]:
        """Return what to know about this engine, as short sentences for a page.

        Args:
            language: What the person answers in, a code of `languages.LANGUAGES`.
            asks: What it is to ask in: the same, or English.
        """
        ...
