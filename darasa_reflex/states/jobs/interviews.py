"""The interviews of one job info."""

import reflex as rx

from darasa_reflex.components.lists.interview_rows import InterviewRow
from darasa_reflex.features.interviews.service import LIST_LIMIT
from darasa_reflex.states.events import addresses
from darasa_reflex.states.events.screen import Screen, showing
from darasa_reflex.states.events.who import actor_of, id_in_address
from darasa_reflex.states.jobs.interview_list import rows_of
from darasa_reflex.wiring import services


class InterviewsState(Screen, rx.State):
    """A cache of a list.

    Attributes:
        job: Name of the job info.
        job_to: Address of its page.
        older: Whether there may be older ones than those shown.
    """

    job: rx.Field[str] = rx.field("")
    job_to: rx.Field[str] = rx.field("")
    rows: rx.Field[list[InterviewRow]] = rx.field(default_factory=list)
    older: rx.Field[bool] = rx.field(False)

    @rx.event
    async def load(self) -> None:
        """Read the newest interviews of the job info in the address."""
        async with showing(self):
            actor, job_info_id = await actor_of(self), id_in_address(self, "job_info_id")
            job_info = await services().job_infos.get(actor, job_info_id)
            interviews = await services().interviews.of_job(actor, job_info_id)
            self.job, self.job_to = job_info.name, addresses.job_info_page(job_info_id)
            self.rows = await rows_of(actor, interviews)
            self.older = len(interviews) == LIST_LIMIT

    @rx.event
    async def show_older(self) -> None:
        """Add the next older interviews to the list."""
        actor, job_info_id = await actor_of(self), id_in_address(self, "job_info_id")
        more = await services().interviews.of_job(actor, job_info_id, offset=len(self.rows))
        self.rows = [*self.rows, *await rows_of(actor, more)]
        self.older = len(more) == LIST_LIMIT
