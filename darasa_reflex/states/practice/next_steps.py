"""What to practise after an interview, on the page of its report."""

from uuid import UUID

import reflex as rx
from reflex.event import EventSpec

from darasa_reflex.components.practice.rows import ExerciseRow
from darasa_reflex.core.errors import AllowanceUsedUp, InvalidInput, ServiceUnavailable
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.sentences import listed
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.interviews.questions.gaps import Gaps
from darasa_reflex.features.interviews.questions.question_plan import QuestionPlan
from darasa_reflex.features.practice.progress.service import Exercise
from darasa_reflex.states.events import addresses
from darasa_reflex.states.events.screen import Screen, showing
from darasa_reflex.states.events.who import actor_of, id_in_address
from darasa_reflex.states.set_up.interview_setup import InterviewSetupState
from darasa_reflex.states.set_up.used_up import Startable, forget_refusal, refuse
from darasa_reflex.wiring import services


class NextStepsState(Screen, Startable, rx.State):
    """A cache of what one interview has left open.

    Attributes:
        exercises: Answers to give again, at most two.
        gaps: What a new interview would begin with, as a sentence; empty: nothing.
        interviews_to: Address of the interviews of the job.
    """

    exercises: rx.Field[list[ExerciseRow]] = rx.field(default_factory=list)
    gaps: rx.Field[str] = rx.field("")
    interviews_to: rx.Field[str] = rx.field("")

    @rx.event
    async def load(self) -> None:
        """Read what the interview of the address has left open."""
        async with showing(self):
            actor, interview_id = await actor_of(self), id_in_address(self, "interview_id")
            forget_refusal(self)
            view = await services().interviews.get(actor, interview_id)
            job_info_id, asks = view.job_info.id, QuestionPlan.of(view.interview.plan).language
            found = await services().progress.next_steps(actor, interview_id)
            self.exercises = [
                ExerciseRow(
                    question=one.question,
                    address=addresses.answer_again(job_info_id, interview_id, one.turn_id),
                    told=_told(one),
                    asks=asks,
                )
                for one in found.exercises
            ]
            self.gaps = _begins_with(found.gaps)
            self.interviews_to = f"{addresses.job_info_page(job_info_id)}/interviews"

    @rx.event
    async def practise(self) -> EventSpec | None:
        """Start an interview that begins with what was left open, or say why not."""
        actor, interview_id = await actor_of(self), id_in_address(self, "interview_id")
        forget_refusal(self)
        job_info_id = (await services().interviews.get(actor, interview_id)).job_info.id
        try:
            started = await services().progress.practise_gaps(actor, interview_id)
        except (AllowanceUsedUp, InvalidInput, ServiceUnavailable) as refusal:
            return refuse(self, refusal)
        # The room opens its call without another click.
        (await self.get_state(InterviewSetupState))._just_started = str(started.interview_id)
        return rx.redirect(addresses.room(job_info_id, started.interview_id))


async def answers_again(actor: Actor, job_info_id: UUID, interview_id: UUID) -> dict[int, str]:
    """Return where answers are given again: the place of the turn that asked, to an address."""
    asked = await services().attempts.answered_turns(actor, interview_id)
    return {
        place: addresses.answer_again(job_info_id, interview_id, turn_id)
        for place, turn_id in asked.items()
    }


def _told(one: Exercise) -> str:
    if one.lacking:
        return _("Not found by word rules: {parts}.", parts=listed([_(p) for p in one.lacking]))
    return one.told


def _begins_with(gaps: Gaps) -> str:
    if gaps.requirements:
        return _(
            "It begins with what was asked and not shown yet: {requirements}.",
            requirements=listed(gaps.requirements),
        )
    return _("It begins with these questions.") if gaps.questions else ""
