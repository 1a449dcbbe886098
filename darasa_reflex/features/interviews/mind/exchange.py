"""What goes into the interviewer's mind and what comes out."""

from dataclasses import dataclass, replace

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.interviewer import Brief
from darasa_reflex.features.interviews.engines.phrasing import Draft
from darasa_reflex.features.interviews.mind.standards import may_be_worded
from darasa_reflex.features.interviews.questions.follow_up import Aim, FollowUp
from darasa_reflex.features.interviews.questions.question_plan import PlannedQuestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the candidate just said.

    Attributes:
        text: As heard or typed; may be empty when speech had no recognisable words.
        spoken_ms: Length of the speech in ms; None when typed.
        elapsed_ms: Interview time now, over all calls.
    """

    text: str
    spoken_ms: int | None
    elapsed_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the interviewer says next.

    Attributes:
        sentences: Spoken one by one; empty means stay silent.
        question: Key of the planned question now open; None when none is.
        number: Its number from 1; 0 outside the plan.
        of: How many questions the plan has.
        hang_up: These are the last words; the call ends after them.
        draft: The same for a phrasing to word anew; None when the sentences stand as they are.
    """

    sentences: tuple[str, ...]
    question: str | None = None
    number: int = 0
    of: int = 0
    hang_up: bool = False
    draft: Draft | None = None

    @property
    def place(self) -> evi.Place:
        """Where in the plan it stands, as clients are told."""
        return evi.Place(
            question=self.question, number=self.number, of=self.of, hang_up=self.hang_up
        )


def drafted(
    reply: Reply, *, to: PlannedQuestion, told: str, follow_up: FollowUp | None, brief: Brief
) -> Reply:
    """Return a reply to an answer as one that may be worded anew, if it may.

    Args:
        reply: A bridge, then the follow-up if any, then what stands as it is.
        to: The question that was answered.
        told: All that the candidate has said to it.
        follow_up: What the reply asks on.
        brief: Of the call.
    """
    if reply.hang_up or not may_be_worded(told):
        return reply
    # It names its term already, and the term must be known again after a lost line.
    wordable = follow_up if follow_up and follow_up.aim is not Aim.TERM else None
    bridge, *rest = reply.sentences[:1] + reply.sentences[2 if wordable else 1 :]
    draft = Draft(
        bridge=bridge,
        follow_up=wordable,
        rest=tuple(rest),
        question=to.text,
        told=told,
        brief=brief,
    )
    return replace(reply, draft=draft)
