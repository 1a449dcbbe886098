"""The device check: nearly all of it happens in the browser; this lends it the ears."""

import reflex as rx

from darasa_reflex.states.events.who import actor_of
from darasa_reflex.states.set_up.interview_setup import InterviewSetupState
from darasa_reflex.wiring import services


class DeviceCheckState(rx.State):
    """What the device check needs of the server.

    Attributes:
        ear_pass: Opens /v0/ear. One use, 60 s.
    """

    ear_pass: rx.Field[str] = rx.field("")

    @rx.event
    async def lend_ears(self) -> None:
        """Give a pass to have one sentence transcribed."""
        actor = await actor_of(self)
        setup = await self.get_state(InterviewSetupState)
        self.ear_pass = services().ears.passes.issue(actor, setup.language)
