"""The list of job infos, and what to do next."""

import reflex as rx

from darasa_reflex.components.lists.job_cards import JobCard
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.states.events import addresses
from darasa_reflex.states.events.screen import Screen, showing
from darasa_reflex.states.events.who import actor_of
from darasa_reflex.states.jobs.rows import job_card
from darasa_reflex.wiring import services

# From this many job infos on, searching is quicker than looking. Source: facts/ux.md, "Dashboard".
SEARCH_FROM = 8


class DashboardState(Screen, rx.State):
    """A cache of the job infos of a person.

    Attributes:
        cards: Those that match the search.
        searchable: Whether there are enough to search.
        first_visit: Whether there are none at all.
        open_job: Name of the job whose interview can be resumed; empty when there is none.
        open_room: Address of that interview's room.
    """

    cards: rx.Field[list[JobCard]] = rx.field(default_factory=list)
    searchable: rx.Field[bool] = rx.field(False)
    first_visit: rx.Field[bool] = rx.field(False)
    open_job: rx.Field[str] = rx.field("")
    open_room: rx.Field[str] = rx.field("")

    @rx.event
    async def load(self) -> None:
        """Read all job infos, and the interview that waits to be resumed."""
        async with showing(self):
            actor = await actor_of(self)
            self.cards = await _found(actor, "")
            self.searchable, self.first_visit = len(self.cards) >= SEARCH_FROM, not self.cards
            waiting = await services().interviews.unfinished(actor)
            self.open_job = waiting.job_info.name if waiting else ""
            self.open_room = (
                addresses.room(waiting.job_info.id, waiting.interview.id) if waiting else ""
            )

    @rx.event
    async def search(self, words: str) -> None:
        """Show the job infos whose name or title contains some words."""
        actor = await actor_of(self)
        self.cards = await _found(actor, str(words).strip())


async def _found(actor: Actor, words: str) -> list[JobCard]:
    job_infos = await services().job_infos.search(actor, words)
    held = await services().interviews.held(actor, [job_info.id for job_info in job_infos])
    return [job_card(job_info, *held.get(job_info.id, (0, None))) for job_info in job_infos]
