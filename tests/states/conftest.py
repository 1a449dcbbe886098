from types import SimpleNamespace
from typing import Any, get_type_hints

import pytest
from reflex.istate.data import RouterData
from reflex.state import State
from sqlmodel import Session, SQLModel, select

from darasa_reflex import darasa_reflex as _app  # noqa: F401 (registers every state and page)
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.interviews.models import Interview, Turn
from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.settings import settings
from darasa_reflex.wiring import services

OURS = "darasa_reflex.states."
FORM = {
    "name": "Corner shop",
    "title": "",
    "experience_level": "senior",
    "description": "You sell bread and know Excel.",
    "new_skill": "Baking",
    "minutes": "10",
    "patience": "normal",
}


class Held:
    """A state as a background event sees it: `async with` works, everything else passes on."""

    def __init__(self, state):
        object.__setattr__(self, "_held", state)

    def __getattr__(self, name):
        return getattr(object.__getattribute__(self, "_held"), name)

    def __setattr__(self, name, value):
        setattr(object.__getattribute__(self, "_held"), name, value)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        return None


def all_states(root=State):
    for child in root.get_substates():
        if child.__module__.startswith(OURS):
            yield child
        yield from all_states(child)


def all_handlers():
    """Name, state class, and function of every event handler of ours."""
    return [
        (f"{state.__name__}.{name}", state, handler.fn)
        for state in sorted(set(all_states()), key=lambda state: state.__name__)
        for name, handler in sorted(state.event_handlers.items())
        if handler.fn.__module__.startswith(OURS)
    ]


def seen_from(state_class, *, host="localhost:3000", route="/app", path="/app"):
    """A fresh instance of a state, on a page, with the headers of a visitor."""
    root = State(_reflex_internal_init=True)
    data = {
        "pathname": route,
        "asPath": path,
        "headers": {"host": host, "origin": f"http://{host}"},
        "ip": "127.0.0.1",
    }
    root.router = RouterData.from_router_data(data)
    return root.get_substate(state_class.get_full_name().split("."))


def arguments(function, interview_id):
    """Plausible arguments of a handler, from its annotations; ids are those given."""
    hints = get_type_hints(function)
    hints.pop("return", None)
    return {name: _value(hint, interview_id) for name, hint in hints.items() if name != "self"}


def _value(hint: Any, interview_id):
    if hint is str:
        return "text"
    if hint is int:
        return 3
    if isinstance(hint, type) and hasattr(hint, "__total__"):  # a TypedDict of a component
        fields = {name: _value(of, interview_id) for name, of in get_type_hints(hint).items()}
        return fields | {"interview_id": str(interview_id)}
    return dict(FORM)


async def call(function, state, given):
    held = Held(state) if getattr(function, "_rx_background_task", False) else state
    return await function(held, **given)


def everything_kept(db):
    """All rows of all tables, to compare before and after."""
    with Session(db.engine) as session:
        return {
            table.name: sorted(map(repr, session.execute(select(table)).all()))
            for table in SQLModel.metadata.sorted_tables
            if table.name != "user"
        }


@pytest.fixture
def house(tmp_path, monkeypatch):
    """Real services on a new SQLite file, with another person's job info, interview and turn."""
    monkeypatch.setenv("DARASA_DATABASE_URL", f"sqlite:///{tmp_path / 'darasa.db'}")
    settings.cache_clear()
    services.cache_clear()
    db = services().job_infos.db
    SQLModel.metadata.create_all(db.engine)
    other = User(subject="other", name="Other")
    job = JobInfo(user_id=other.id, name="Theirs", experience_level="junior", description="Secret")
    interview = Interview(job_info_id=job.id)
    turn = Turn(
        interview_id=interview.id, chat_id="c", position=0, speaker="actor", text="x", began_ms=0
    )
    for row in (other, job, interview, turn):
        db.run_here(lambda session, row=row: session.add(row))
    yield SimpleNamespace(db=db, job_id=job.id, interview_id=interview.id)
    db.engine.dispose()
    settings.cache_clear()
    services.cache_clear()
