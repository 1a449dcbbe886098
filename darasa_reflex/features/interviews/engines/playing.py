"""What plays in a call."""

from dataclasses import replace

from darasa_reflex.core.engines.cast import Cast, Member
from darasa_reflex.core.words.stored import sentence
from darasa_reflex.features.interviews.engines.interviewer import Conversation, Interviewer
from darasa_reflex.features.interviews.engines.lineup.lineup import Lineup

_BEST = (sentence("No better engine is part of this version."),)


def why_no_better(interviewers: Cast[Interviewer], member: Member[Interviewer]) -> tuple[str, ...]:
    """Return why nothing better than an interviewer plays, as sentences."""
    return interviewers.why(member) or _BEST


def lineup_of(
    interviewers: Cast[Interviewer],
    member: Member[Interviewer],
    conversation: Conversation,
    language: str,
) -> Lineup:
    """Return what plays in a call now, and why nothing better.

    Args:
        interviewers: All that can play here.
        member: The one that holds the call.
        conversation: The open call.
        language: What the candidate answers in.
    """
    now = conversation.lineup or Lineup(member.engine.describe(language))
    return replace(now, engine=(*now.engine, *why_no_better(interviewers, member)))
