"""Interviews of a person as rows, each with how its feedback stands."""

from collections.abc import Sequence

from darasa_reflex.components.lists.interview_rows import InterviewRow
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.interviews.status import InterviewView
from darasa_reflex.states.jobs.rows import interview_row
from darasa_reflex.wiring import services


async def rows_of(actor: Actor, views: Sequence[InterviewView]) -> list[InterviewRow]:
    """Return interviews as rows, in their order."""
    feedback = await services().feedback.overview(actor, [view.interview.id for view in views])
    return [interview_row(view, feedback.get(view.interview.id)) for view in views]
