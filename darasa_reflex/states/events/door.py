"""How people come in, and how the sign-in of this tab stands."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

import reflex as rx
from reflex.event import EventType
from reflex.state import BaseState, OnLoadInternalState

from darasa_reflex.core.errors import NotSignedIn
from darasa_reflex.core.words.sentences import ENGLISH
from darasa_reflex.features.accounts.identity import Proof
from darasa_reflex.wiring import services

STATES = "darasa_reflex.states."

Handler = TypeVar("Handler", bound=Callable[..., Any])
Kind = TypeVar("Kind", bound=rx.State)


def public(handler: Handler) -> Handler:
    """Let the guard pass an event handler without asking who is there. Stands below `@rx.event`."""
    handler.is_public = True  # pyrefly: ignore[missing-attribute] (the guard looks for it)
    return handler


def outlives_people(kind: type[Kind]) -> type[Kind]:
    """Keep what a state holds when its tab forgets a person: it tells of nobody.

    Its `holds_something` tells whether there is anything to keep.
    """
    kind.outlives_people = True
    return kind


class DoorState(rx.State):
    """How people come in, and how the sign-in of this tab stands.

    Attributes:
        standing: With Clerk: "in", "out", "unreachable", or empty while its scripts load.
    """

    standing: rx.Field[str] = rx.field("")
    # Of the newest token. Only the server has it; it counts for a minute, and only on the line it
    # came by: who learns the name of a tab could else use it from elsewhere.
    _proof: Proof | None = None
    _proven_on: str = ""
    # Whose content the states of this tab hold: the id of a person, as text.
    _owner: str = ""
    # And in which language.
    _language: str = ENGLISH

    @rx.var(initial_value="")
    def kind(self) -> str:
        """A `DoorKind`; empty until the server has answered."""
        return services().door.kind

    @rx.var(initial_value="")
    def publishable_key(self) -> str:
        """Tells the sign-in provider's components whose they are; empty without such."""
        return services().door.publishable_key

    @rx.event
    @public
    async def take_token(self, token: str) -> EventType[()] | None:
        """Keep what a fresh token of the provider vouches for; an empty one takes it back."""
        before, self._proof = self._proof, await _proof_of(token)
        self._proven_on = self.router.session.session_id
        if before is not None and token == "":
            await _end_what_was_opened_by(before)
        if _subject(before) != _subject(self._proof):
            await forget_content(self)
        known, self.standing = self.standing, "in" if self._proof else "out"
        changed = known != self.standing or _claim(before) != _claim(self._proof)
        return OnLoadInternalState.on_load_internal if changed else None

    @rx.event
    @public
    async def cannot_load(self) -> None:
        """Note that the provider's scripts do not load in this browser."""
        if self.standing == "":
            self.standing = "unreachable"


async def forget_content(state: rx.State) -> None:
    """Empty all states of a tab: what they hold was read for somebody else."""
    door = await state.get_state(DoorState)
    door._owner = ""
    if door._proof is None:
        door.standing = ""  # a page that is loaded anew tells by itself
    for kind in states_of_ours():
        if kind is not DoorState and not getattr(kind, "outlives_people", False):
            (await state.get_state(kind)).reset()


def states_of_ours() -> list[type[BaseState]]:
    """Return the classes of all states that this package defines."""
    return [kind for kind in _all(rx.State) if kind.__module__.startswith(STATES)]


async def _end_what_was_opened_by(proof: Proof) -> None:
    with suppress(NotSignedIn):  # they were deleted, and all that was theirs with them
        await services().interviews.sign_out(await services().accounts.vouched_for(proof))


async def _proof_of(token: str) -> Proof | None:
    try:
        return await services().accounts.prove(token) if token else None
    except NotSignedIn:
        return None


def _all(kind: type[BaseState]) -> set[type[BaseState]]:
    below = kind.get_substates()
    return below.union(*(_all(one) for one in below)) if below else set()


def _subject(proof: Proof | None) -> str:
    return proof.claim.subject if proof else ""


def _claim(proof: Proof | None) -> object:
    return proof.claim if proof else None
