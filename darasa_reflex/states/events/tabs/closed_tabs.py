"""What Reflex 0.10.1 keeps of tabs that are closed: for minutes, and of few, instead of an hour.

A tab takes 36 kB, with a long draft 783 kB. It is a cache: a tab that comes back later reads all
anew. In Redis, which all servers share, Reflex's own hour counts.
"""

import asyncio
from collections import Counter
from collections.abc import Callable
from typing import Any

import reflex as rx
from reflex.app import App
from reflex.istate.manager.memory import StateManagerMemory
from reflex.istate.manager.token import BaseStateToken
from reflex.state import BaseState

from darasa_reflex.core.clock import Clock, SystemClock
from darasa_reflex.core.monitoring.metrics import TABS
from darasa_reflex.states.events.door import DoorState, states_of_ours

# A page that is loaded anew, or a network that was gone, is back within these.
KEPT_SECONDS = 300.0
MOST_OF_A_PERSON, MOST = 10, 200


class ClosedTabs:
    """Tabs that were closed, oldest first, with whose they were."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._closed: dict[str, tuple[float, str]] = {}

    def open(self, tab: str) -> None:
        """Note that a tab is there again."""
        self._closed.pop(tab, None)

    def close(self, tab: str, owner: str) -> None:
        """Note that a tab of a person was closed; `owner` is empty for one of nobody."""
        self.open(tab)
        self._closed[tab] = (self._clock.monotonic(), owner)

    def take_due(self) -> list[str]:
        """Return the tabs of which nothing is to be kept any more, and forget them."""
        now = self._clock.monotonic()
        newest: Counter[str] = Counter()
        due: list[str] = []
        for tab, (at, owner) in reversed(self._closed.items()):
            newest[owner] += 1
            beyond = newest[owner] > MOST_OF_A_PERSON or newest.total() > MOST
            if not owner or beyond or now - at >= KEPT_SECONDS:
                due.append(tab)
        for tab in due:
            del self._closed[tab]
        return due


def bound(app: App, clock: Clock | None = None) -> None:
    """Let an app forget closed tabs."""
    namespace: Any = app.event_namespace
    connect, disconnect = namespace.on_connect, namespace.on_disconnect
    closed = ClosedTabs(clock or SystemClock())

    def sweep() -> None:
        for tab in closed.take_due():
            if not _forget(app, tab):  # something is still being done for it
                closed.close(tab, _owner(app, tab))

    async def on_connect(sid: str, *told: Any) -> None:  # noqa: ANN401 (as Reflex's)
        await connect(sid, *told)
        TABS.set(len(namespace.token_to_sid))
        closed.open(namespace.sid_to_token.get(sid, ""))

    def on_disconnect(sid: str) -> asyncio.Task[Any] | None:
        tab = namespace.sid_to_token.get(sid)
        ending: asyncio.Task[Any] | None = disconnect(sid)
        if tab and ending:
            ending.add_done_callback(lambda _: note(tab))
        return ending

    def note(tab: str) -> None:
        TABS.set(len(namespace.token_to_sid))
        if tab in namespace.token_to_sid:  # it is back already
            return
        closed.close(tab, _owner(app, tab))
        sweep()
        _later(sweep)

    namespace.on_connect, namespace.on_disconnect = on_connect, on_disconnect


def _later(sweep: Callable[[], None]) -> None:
    asyncio.get_running_loop().call_later(KEPT_SECONDS + 1, sweep)


def _states(app: App) -> StateManagerMemory | None:
    manager = app.state_manager
    return manager if isinstance(manager, StateManagerMemory) else None


def _owner(app: App, tab: str) -> str:
    """Return whose a tab is; empty for nobody's, and where its state is not in this process.

    What outlives its person, such as a receipt, is its tab's own.
    """
    manager = _states(app)
    root: Any = manager.states.get(_token(tab).cache_key) if manager else None
    if root is None:
        return ""
    owner: str = _state(root, DoorState)._owner
    kinds = (kind for kind in states_of_ours() if getattr(kind, "outlives_people", False))
    return owner or (tab if any(_state(root, kind).holds_something for kind in kinds) else "")


def _state(root: Any, kind: type[BaseState]) -> Any:  # noqa: ANN401 (Reflex names no types here)
    return root.get_substate(kind.get_full_name().split("."))


def _forget(app: App, tab: str) -> bool:
    """Forget the state of a tab as Reflex does after an hour; False while it is in use."""
    manager, token = _states(app), _token(tab)
    if manager is None:
        return True
    lock = manager._states_locks.get(token.lock_key)
    if lock is not None and lock.locked():
        return False
    manager._purge_token(token)
    return True


def _token(tab: str) -> BaseStateToken:
    return BaseStateToken(ident=tab, cls=rx.State)
