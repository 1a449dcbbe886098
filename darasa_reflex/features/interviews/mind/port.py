"""The port of minds: what an interviewer says to an answer.

Ears, mouth, plan, time and manners belong to the call, whichever mind it has. A mind is asked when
the candidate has said something of substance: wishes such as "repeat" or "skip", insults, silence
and the end of the time never reach it.
"""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Protocol, runtime_checkable

from darasa_reflex.features.interviews.engines.interviewer import Brief, SaidTurn
from darasa_reflex.features.interviews.mind.locales.catalogue import wording_of
from darasa_reflex.features.interviews.mind.locales.wording import Wording
from darasa_reflex.features.interviews.questions.follow_up import Aim
from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion

# Who said a turn.
ACTOR, INTERVIEWER = "actor", "interviewer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Where an interview stands when an answer is over. Texts are material, never instructions.

    Attributes:
        heard: The answer.
        told: All answers to the open question, `heard` last.
        spoken_ms: Length of the answer's speech; None when it was typed.
        question: The open question.
        follow_up: What was asked on last, which `heard` replies to; empty: the question itself.
        aims: What was asked on for, as far as code can tell.
        upcoming: What is asked when the open question is left; None: the interview ends.
        may_ask_on: Whether a follow-up is allowed: few enough were asked, and there is time.
        theirs: `heard` is a question of the candidate. The reply comes from the posting alone.
        said: All that was said in the interview, oldest first, without `heard`.
        left_ms: Interview time that is left.
        brief: What is known of the job and the candidate, with the whole plan.
        one: Chooses one of several phrases, never the one chosen last.
        random: For variety; the same interview always meets the same choices.
    """

    heard: str
    told: tuple[str, ...]
    spoken_ms: int | None
    question: PlannedQuestion
    follow_up: str
    aims: frozenset[Aim]
    upcoming: PlannedQuestion | None
    may_ask_on: bool
    theirs: bool
    said: tuple[SaidTurn, ...]
    left_ms: int
    brief: Brief
    one: Callable[[Sequence[str]], str]
    random: Random

    @property
    def wording(self) -> Wording:
        """What the interviewer says of its own accord, in the language of the interview."""
        return wording_of(self.brief.plan.language)

    @property
    def asked(self) -> frozenset[str]:
        """Every sentence that the interviewer has said."""
        return frozenset(turn.text for turn in self.said if turn.speaker == INTERVIEWER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What to say.

    Attributes:
        text: As a whole, or in pieces as they come; the first sentence is spoken once it is whole.
            At most one sentence that takes the answer in, and one that asks.
        question: Key of the question it belongs to. That of the open one: the text asks on, or
            answers the candidate. Another, or None: the interview goes on with the plan, and the
            next question is asked behind the text.
        go_on: False: the interview ends with a goodbye.
    """

    text: str | AsyncIterator[str] = ""
    question: str | None = None
    go_on: bool = True


class Mind(Protocol):
    """Something that decides what is said to an answer.

    What it says is checked before it is spoken (`standards`); what will not do, or comes too late,
    is replaced by what the scripted mind says.
    """

    @property
    def label(self) -> str:
        """What pages say of it, one short sentence; empty when there is nothing to say."""
        ...

    def warm(self) -> None:
        """Load what calls share. Slow: runs in a thread when the server starts."""
        ...

    async def next(self, situation: Situation) -> Reply:
        """Return what to say. Serves all calls at once: what it knows of one is in the situation.

        Raises:
            ServiceUnavailable: It cannot; `retryable` tells whether to ask it again in this call.
        """
        ...


@runtime_checkable
class Unhurried(Protocol):
    """A mind that says how long to wait for it; others are waited for as long as is usual."""

    @property
    def wait_seconds(self) -> float:
        """How long the candidate waits for a sentence before the rules take the turn."""
        ...

    @property
    def more_time(self) -> str:
        """How it can be given longer, as a sentence; empty when it cannot."""
        ...


@runtime_checkable
class ReadsAhead(Protocol):
    """A mind that can begin to read while the candidate still speaks."""

    async def read_ahead(self, situation: Situation) -> None:
        """Read what is known by now, so that `next` has less to read. May be cancelled.

        Raises:
            ServiceUnavailable: It cannot.
        """
        ...
