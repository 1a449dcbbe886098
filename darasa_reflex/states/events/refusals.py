"""How a refused event is answered: in the page that it loads, or as a toast."""

from typing import Any

from reflex.event import Event
from reflex.state import BaseState, StateUpdate
from reflex_base.registry import RegistrationContext

from darasa_reflex.core.errors import DarasaError, NotSignedIn
from darasa_reflex.core.words.marks import marked
from darasa_reflex.states.events.door import DoorState
from darasa_reflex.states.events.errors import show_error
from darasa_reflex.states.events.screen import Screen, shut

_CHECKING = marked("We are checking that you are still signed in. Try that again in a moment.")


async def turned_away(state: Any, event: Event, refusal: DarasaError) -> StateUpdate:  # noqa: ANN401
    """Return the refusal as the browser is to show it.

    A page that is shown stays, unless nobody is signed in any more: a call may be live in it.
    """
    door = await state.get_state(DoorState)
    nobody = isinstance(refusal, NotSignedIn) and door._proof is None
    if isinstance(refusal, NotSignedIn):
        ask_again(door)
        refusal = refusal if nobody else NotSignedIn(_CHECKING)
    loads = event.name in _loads(state)
    screen = await _screen_of(state, event) if loads else None
    if loads and screen is None and isinstance(refusal, NotSignedIn):
        return StateUpdate(delta=await changes(door))  # a screen loads beside it, and says so
    if screen is None or (screen.is_shown and not nobody):
        toast = Event.from_event_type(show_error(refusal))
        return StateUpdate(delta=await changes(door), events=toast)
    shut(screen, refusal)
    return StateUpdate(delta=await changes(door, screen))


def ask_again(door: DoorState) -> None:
    """Let the page push its token again."""
    if door.standing == "in":
        door.standing = ""


async def changes(*states: BaseState) -> dict[str, dict[str, Any]]:
    """Return what changed in a few states; changes of others are not for whoever is refused."""
    told: dict[str, dict[str, Any]] = {}
    for state in states:
        told |= await state._get_resolved_delta()
        state._clean()
    return told


def _loads(state: Any) -> set[str]:  # noqa: ANN401
    """Return the names of the events that load the page; one of each page loads a screen."""
    loads = RegistrationContext.get().app.get_load_events(state.router.url.path)
    return {one.name for one in Event.from_event_type(loads or [])}


async def _screen_of(state: Any, event: Event) -> Screen | None:  # noqa: ANN401
    """Return the screen that an event belongs to; None when its state is no screen."""
    kind = RegistrationContext.get().event_handlers[event.name].states[0]
    return await state.get_state(kind) if issubclass(kind, Screen) else None
