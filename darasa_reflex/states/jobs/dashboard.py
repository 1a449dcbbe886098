"""The list of job infos, and what to do next."""

import reflex as rx

from darasa_reflex.components.lists.job_cards import JobCard
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.states.events import addresses
from darasa_reflex.states.events.screen import Screen, showing
from darasa_reflex.states.events.who import actor_of, id_of
from darasa_reflex.states.jobs.rows import job_card
from darasa_reflex.wiring import services

# From this many job infos on, searching is quicker than looking. Source: facts/ux.md, "Dashboard".
SEARCH_FROM = 8


class DashboardState(Screen, rx.State):
    """A cache of the job infos of a person.

    Attributes:
        cards: Those that match the search.
        part: How many of how many are shown, as a sentence; empty when all are.
        searchable: Whether there are enough to search.
        first_visit: Whether there are none at all.
        open_job: Name of the job whose interview can be resumed; empty when there is none.
        open_room: Address of that interview's room.
    """

    cards: rx.Field[list[JobCard]] = rx.field(default_factory=list)
    part: rx.Field[str] = rx.field("")
    _words: str = ""
    searchable: rx.Field[bool] = rx.field(False)
    first_visit: rx.Field[bool] = rx.field(False)
    open_job: rx.Field[str] = rx.field("")
    open_room: rx.Field[str] = rx.field("")

    @rx.event
    async def load(self) -> None:
        """Read all job infos, and the interview that waits to be resumed."""
        async with showing(self):
            actor = await actor_of(self)
            self._words = ""
            await _show(self, actor)

    @rx.event
    async def search(self, words: str) -> None:
        """Show the job infos that contain some words."""
        actor = await actor_of(self)
        self._words = str(words).strip()
        await _show_found(self, actor)

    @rx.event
    async def delete(self, job_info_id: str) -> None:
        """Delete a job info of the list, with all that belongs to it."""
        actor = await actor_of(self)
        await services().job_infos.delete(actor, id_of(job_info_id))
        await _show(self, actor)


async def _show(page: DashboardState, actor: Actor) -> None:
    """Show the job infos, and the interview that waits to be resumed."""
    await _show_found(page, actor)
    if not page._words:
        page.searchable, page.first_visit = len(page.cards) >= SEARCH_FROM, not page.cards
    waiting = await services().interviews.unfinished(actor)
    page.open_job = waiting.job_info.name if waiting else ""
    page.open_room = addresses.room(waiting.job_info.id, waiting.interview.id) if waiting else ""


async def _show_found(page: DashboardState, actor: Actor) -> None:
    """Show what contains the words that were searched for, and say whether that is all."""
    job_infos, many = await services().job_infos.found(actor, page._words)
    held = await services().interviews.held(actor, [job_info.id for job_info in job_infos])
    page.cards = [job_card(job_info, *held.get(job_info.id, (0, None))) for job_info in job_infos]
    shown = _(
        "The newest {shown} of {many} jobs are shown. Search for the others.",
        shown=len(job_infos),
        many=many,
    )
    page.part = shown if many > len(job_infos) else ""
