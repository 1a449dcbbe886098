"""One job info: its details, its past interviews."""

import reflex as rx
from reflex.event import EventSpec

from darasa_reflex.components.lists.interview_rows import InterviewRow
from darasa_reflex.states.events import addresses
from darasa_reflex.states.events.screen import Screen, showing
from darasa_reflex.states.events.who import actor_of, id_in_address
from darasa_reflex.states.jobs.interview_list import rows_of
from darasa_reflex.states.jobs.rows import facts_of, what_goes
from darasa_reflex.wiring import services

# Past interviews on the job's own page; the rest stands on the page of its interviews.
_NEWEST = 5


class JobInfoState(Screen, rx.State):
    """A cache of one job info.

    Attributes:
        address: Address of its page.
        facts: Its title, if it is known, and its level.
        newest: Its newest interviews.
        what_goes: What deleting it deletes, as a sentence.
    """

    address: rx.Field[str] = rx.field("")
    name: rx.Field[str] = rx.field("Job")
    facts: rx.Field[list[str]] = rx.field(default_factory=list)
    description: rx.Field[str] = rx.field("")
    skills: rx.Field[list[str]] = rx.field(default_factory=list)
    newest: rx.Field[list[InterviewRow]] = rx.field(default_factory=list)
    what_goes: rx.Field[str] = rx.field("")

    @rx.event
    async def load(self) -> None:
        """Read the job info of the address and its interviews."""
        async with showing(self):
            actor, job_info_id = await actor_of(self), id_in_address(self, "job_info_id")
            kept = await services().job_infos.get(actor, job_info_id)
            interviews = await services().interviews.of_job(actor, job_info_id)
            self.address, self.name = addresses.job_info_page(kept.id), kept.name
            self.facts = facts_of(kept)
            self.description, self.skills = kept.description, kept.skills
            self.newest = await rows_of(actor, interviews[:_NEWEST])
            self.what_goes = what_goes(len(interviews))

    @rx.event
    async def delete(self) -> EventSpec:
        """Delete the job info of the address with all that belongs to it."""
        actor = await actor_of(self)
        await services().job_infos.delete(actor, id_in_address(self, "job_info_id"))
        return rx.redirect("/app")
