"""All events there are, and what is wrong with how one of them was answered."""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from reflex_base.registry import RegisteredEventHandler, RegistrationContext

from darasa_reflex.core.errors import DarasaError
from tests.fixtures.tabs import Tab, sentences
from tests.states.conftest import OURS, arguments, everything_kept

ROUTE = "/app/job-infos/[job_info_id]/interviews/[interview_id]"
# Handlers of ours that anybody may call, each with its reason.
OPEN = {
    "DoorState.take_token": "it is how people come in; the token is checked",
    "DoorState.cannot_load": "the page of nobody says that the scripts of sign-in do not load",
    "ReceiptState.load": "tells anew what the tab was told; its person is deleted",
    "SharedReportState.load": "has the page bring its link, and reads nothing",
    "SharedReportState.open": "whoever has a link may read what it shows; the link is checked",
    "SharedReportState.comment": "whoever has a link may comment; the link is checked again",
    "SharedReportState.take_back": "whoever has a link and the key a comment was written with",
}
# Reflex's own that a page needs before anybody is known. They pass, and carry nothing of anybody.
HYDRATING = {
    "State.hydrate",
    "State.hydrate_and_load",
    "State.set_is_hydrated",
    "OnLoadInternalState.on_load_internal",
    "OnLoadInternalState.set_is_hydrated",
    "FrontendEventExceptionState.handle_frontend_exception",
}
# In the rows of the other person, or in a trace.
_NEVER_TOLD = ("Secret", "Theirs", "Traceback", "site-packages", 'File \\"')
_DEEP: Any = "x"
for _ in range(60):
    _DEEP = {"x": [_DEEP]}
JUNK = [None, 7.5, 10**400, True, [], ["x"], {"interview_id": []}, _DEEP, "x" * 210_000]


def all_events() -> dict[str, RegisteredEventHandler]:
    """Return every handler that Reflex can dispatch, by the name of its event."""
    return dict(RegistrationContext.get().event_handlers)


def short(name: str) -> str:
    """Return the name of an event as "State.handler"."""
    return f"{all_events()[name].states[0].__name__}.{name.rpartition('.')[2]}"


def is_ours(name: str) -> bool:
    return all_events()[name].handler.fn.__module__.startswith(OURS)


def closed_to_nobody() -> list[str]:
    """Return the events that only somebody may send, or nobody at all."""
    return [name for name in all_events() if short(name) not in {*OPEN, *HYDRATING}]


def right_arguments(name: str, house: SimpleNamespace) -> dict[str, Any]:
    """Return arguments that a handler takes, about the other person's interview."""
    return arguments(all_events()[name].handler.fn, house.interview_id)


def wrong_arguments(name: str, house: SimpleNamespace) -> list[dict[str, Any]]:
    """Return arguments that no handler takes: too few, too many, of wrong types and sizes."""
    right = right_arguments(name, house)
    wrong = [{**right, "more": 1}, {"more": _DEEP}]
    wrong += [{key: right[key] for key in right if key != one} for one in right]
    return wrong + [
        {**right, one: junk} for one in right for junk in JUNK if not _may_be(right[one], junk)
    ]


def _may_be(right: object, junk: object) -> bool:
    short_enough = junk is not _DEEP and junk != JUNK[-1]
    return type(right) is type(junk) and short_enough and "interview_id" not in str(right)


@dataclass
class Walk:
    """Sends events through a tab and looks at what comes of them.

    Attributes:
        refused: Whether each must be answered with exactly one sentence and change nothing.
        kept: Rows that must stay whatever is sent, by table.
    """

    tab: Tab
    house: SimpleNamespace
    refused: bool = True
    kept: dict[str, list[str]] = field(default_factory=dict)
    _before: dict[str, list[str]] = field(init=False)

    def __post_init__(self) -> None:
        self._before = everything_kept(self.house.db, but=())

    async def fault(self, name: str, payload: dict[str, Any]) -> str:
        """Send an event; return what is wrong with the answer, or nothing."""
        told = await self.tab.ask(name, payload)
        before, said, after = self._before, sentences(told), everything_kept(self.house.db, but=())
        self._before = after
        if leaked := [word for word in _NEVER_TOLD if word in str(told)]:
            return f"told {leaked}"
        if len(said) > 1 or DarasaError.sentence in said or (self.refused and not said):
            return f"said {said}"
        if lost := [table for table in self.kept if not set(self.kept[table]) <= set(after[table])]:
            return f"changed {lost}"
        return "changed something" if self.refused and after != before else ""

    async def faults(self, sent: dict[str, list[dict[str, Any]]]) -> dict[str, list[str]]:
        """Return what is wrong with the answers, by event."""
        found = {
            short(name): [fault for one in payloads if (fault := await self.fault(name, one))]
            for name, payloads in sent.items()
        }
        return {name: faults for name, faults in found.items() if faults}
