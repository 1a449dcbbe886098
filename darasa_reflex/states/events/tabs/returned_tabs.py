"""Tabs that come back on a new line: what stands in them stays until it can be replaced at once.

Reflex (0.10.1) first sends such a tab all that its states hold, and then lets its page be read. Of
a server that began anew these are empty states: the page would go, with what somebody types or
presses in it, and come back as another one. Here all of that is one update.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from reflex.app import App
from reflex.state import State, StateUpdate
from reflex_base.event.context import EventContext

_ROOT = State.get_full_name()
_READ = "is_hydrated_rx_state_"
# Names what stands in the tab; 0 in a server that has not opened it.
_OPENED = "opened_rx_state_"
# What such a server does not know and the page does.
_STANDING = frozenset({_OPENED, "chips_rx_state_", "refused_rx_state_", "restored_rx_state_"})


class ReturnedTabs:
    """Lines by which a tab came back whose page was not loaded anew."""

    def __init__(self) -> None:
        self._pages: dict[str, str] = {}
        self._held: dict[str, StateUpdate | None] = {}
        self._unread: dict[str, set[str]] = {}

    def note(self, line: str, page: str) -> None:
        """Note that a tab has come back, and the address of the page that stands in it."""
        self._pages[line], self._held[line] = page, None

    def forget(self, line: str) -> None:
        """Note that a line is gone."""
        for known in (self._pages, self._held, self._unread):
            known.pop(line, None)

    def leave(self, line: str, state: str) -> None:
        """Leave in the tab what stands in it of a state: its page could not be read."""
        if line in self._held:
            self._unread.setdefault(line, set()).add(state)

    def stands(self, line: str, page: str) -> bool:
        """Tell whether a page stood in its tab when it came back on a line."""
        return page != "" and self._pages.get(line) == page

    def pass_on(self, line: str, update: StateUpdate) -> StateUpdate | None:
        """Return what a line is sent now: an update, or all at once when its page is read."""
        if line not in self._held:
            return update
        held = self._held[line]
        if held is None and _is_read(update) is not False:  # nothing is sent of its states
            del self._held[line]
            return update
        held = self._held[line] = _joined(held or StateUpdate(), update)
        if not _is_read(held):
            return None
        del self._held[line]
        return _without_what_stands(held, self._unread.pop(line, set()))


RETURNED = ReturnedTabs()


def keep_standing(app: App) -> None:
    """Send a tab that comes back nothing until its page is read."""
    namespace: Any = app.event_namespace
    connect, disconnect = namespace.on_connect, namespace.on_disconnect
    emit = namespace.emit_update

    async def on_connect(line: str, environ: Any = None, auth: Any = None, *more: Any) -> None:  # noqa: ANN401 (as Reflex's)
        if (page := _page_of(auth)) is not None:
            RETURNED.note(line, page)
        try:
            await connect(line, environ, auth, *more)
        except BaseException:  # a line that is refused is never told to be gone
            RETURNED.forget(line)
            raise

    def on_disconnect(line: str) -> Any:  # noqa: ANN401
        RETURNED.forget(line)
        return disconnect(line)

    async def emit_update(update: StateUpdate, token: str) -> None:
        line = EventContext.get().router_data.get("sid")
        now = update if line is None else RETURNED.pass_on(line, update)
        if now is not None:
            await emit(now, token)

    namespace.on_connect, namespace.on_disconnect = on_connect, on_disconnect
    namespace.emit_update = emit_update


def _page_of(auth: object) -> str | None:
    """Return the address of the page in a tab that comes back; None: it is loaded anew."""
    event = auth.get("event") if isinstance(auth, dict) else None
    if not isinstance(event, dict):
        return None
    payload, where = event.get("payload"), event.get("router_data")
    if isinstance(payload, dict) and payload.get("hashes"):
        return None
    page = where.get("asPath") if isinstance(where, dict) else None
    return page.partition("?")[0] if isinstance(page, str) else None


def _is_read(update: StateUpdate) -> bool | None:
    """Tell whether the page of a tab is read; None: nothing is said of it."""
    return update.delta.get(_ROOT, {}).get(_READ)


def _joined(before: StateUpdate, after: StateUpdate) -> StateUpdate:
    delta = {name: dict(values) for name, values in before.delta.items()}
    for name, values in after.delta.items():
        delta.setdefault(name, {}).update(values)
    return StateUpdate(delta=delta, events=[*before.events, *after.events])


def _without_what_stands(update: StateUpdate, unread: AbstractSet[str]) -> StateUpdate:
    """Leave out what could not be read, and of what was not opened here that nothing is known."""
    read = update.delta.keys() - unread
    delta = {name: _known(values) for name, values in update.delta.items() if name in read}
    return StateUpdate(delta=delta, events=update.events)


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    unknown = _STANDING if values.get(_OPENED) == 0 else frozenset[str]()
    return {name: value for name, value in values.items() if value or name not in unknown}
