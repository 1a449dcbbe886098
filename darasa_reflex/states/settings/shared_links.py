"""Settings: the links to reports that a person has given away."""

import reflex as rx

from darasa_reflex.components.report.sharing.sharing import LinkRow
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.states.events.screen import Screen, showing
from darasa_reflex.states.events.who import actor_of, id_of
from darasa_reflex.states.report.rows.sharing_rows import link_row
from darasa_reflex.wiring import services


class SharedLinksState(Screen, rx.State):
    """A cache of the person's links that work, newest first."""

    rows: rx.Field[list[LinkRow]] = rx.field(default_factory=list)

    @rx.event
    async def load(self) -> None:
        """Read the person's links."""
        async with showing(self):
            actor = await actor_of(self)
            await _show(self, actor)

    @rx.event
    async def revoke(self, key: str) -> None:
        """Take a link back."""
        actor = await actor_of(self)
        await services().report_links.revoke(actor, id_of(key))
        await _show(self, actor)


async def _show(page: SharedLinksState, actor: Actor) -> None:
    page.rows = [link_row(*one) for one in await services().report_links.of(actor)]
