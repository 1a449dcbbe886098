"""How the person says it went, asked once between the end of an interview and its report."""

from uuid import UUID

import reflex as rx

from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.interviews.models import Speaker
from darasa_reflex.states.events.screen import Screen, showing
from darasa_reflex.states.events.who import actor_of, id_in_address
from darasa_reflex.wiring import services

# By their levels, from the lowest, as the page asks it.
WORDS = (
    marked("Badly"),
    marked("Not so well"),
    marked("All right"),
    marked("Well"),
    marked("Very well"),
)


class SelfRatingState(Screen, rx.State):
    """A cache of what the person said of one interview.

    Attributes:
        asks: Whether it is to be asked, before the report is shown.
        said: What was said, such as "all right"; empty when nothing was.
    """

    asks: rx.Field[bool] = rx.field(False)
    said: rx.Field[str] = rx.field("")
    # Id of the interview that was ended in this tab, until the person has answered or does not want
    # to.
    _just_ended: str = ""

    @rx.event
    async def load(self) -> None:
        """Read what the person said of the interview of the address."""
        async with showing(self):
            actor, interview_id = await actor_of(self), id_in_address(self, "interview_id")
            await _show(self, actor, interview_id)

    @rx.event
    async def give(self, level: int) -> None:
        """Keep how it went, and show the report."""
        actor, interview_id = await actor_of(self), id_in_address(self, "interview_id")
        await services().self_ratings.give(actor, interview_id, level)
        self._just_ended = ""
        await _show(self, actor, interview_id)

    @rx.event
    async def skip(self) -> None:
        """Show the report without a word on how it went."""
        await actor_of(self)
        self._just_ended, self.asks = "", False


async def ask_after(state: rx.State, interview_id: UUID) -> None:
    """Have it asked on the page of the report, since the interview has just ended in this tab."""
    (await state.get_state(SelfRatingState))._just_ended = str(interview_id)


async def _show(page: SelfRatingState, actor: Actor, interview_id: UUID) -> None:
    level = await services().self_ratings.of(actor, interview_id)
    page.said = _(WORDS[level - 1]).lower() if level else ""
    page.asks = False
    if page._just_ended == str(interview_id) and not level:
        turns = await services().interviews.transcript(actor, interview_id)
        page.asks = any(turn.speaker == Speaker.ACTOR.value for turn in turns)
