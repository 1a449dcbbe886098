"""What all interviews of a job have shown so far, on the page of the job."""

import reflex as rx

from darasa_reflex.components.practice.rows import GroupRow
from darasa_reflex.states.events import addresses
from darasa_reflex.states.events.screen import Screen, showing
from darasa_reflex.states.events.who import actor_of, id_in_address
from darasa_reflex.states.practice.group_rows import groups
from darasa_reflex.wiring import services


class SoFarState(Screen, rx.State):
    """A cache of how the requirements of a job stand.

    Attributes:
        groups: Empty while no interview of the job has feedback.
        progress_to: Address of the progress in the job.
    """

    groups: rx.Field[list[GroupRow]] = rx.field(default_factory=list)
    progress_to: rx.Field[str] = rx.field("")

    @rx.event
    async def load(self) -> None:
        """Read what was shown in all interviews of the job of the address."""
        async with showing(self):
            actor, job_info_id = await actor_of(self), id_in_address(self, "job_info_id")
            found = await services().progress.requirements(actor, job_info_id)
            self.groups, self.progress_to = groups(found), addresses.progress(job_info_id)
