import atexit
import shutil
import sqlite3
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from secrets import token_urlsafe
from tempfile import mkdtemp
from types import SimpleNamespace
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from reflex.istate.data import RouterData
from reflex.state import State
from sqlmodel import SQLModel

from darasa_reflex import darasa_reflex as _app  # noqa: F401 (registers every state and page)
from darasa_reflex.core.database.db import Database
from darasa_reflex.features.accounts.floods import RATES, Rate
from darasa_reflex.features.accounts.local.sign_ins import digest_of
from darasa_reflex.features.accounts.models import SignIn, User
from darasa_reflex.features.interviews.models import Interview, Turn
from darasa_reflex.features.interviews.recordings.models import Recording
from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.settings import settings
from darasa_reflex.wiring import services
from tests.fixtures.databases import with_tables
from tests.vendors.clerk import clerk_tokens

OURS = "darasa_reflex.states."
FORM = {
    "name": "Corner shop",
    "title": "",
    "experience_level": "senior",
    "description": "You sell bread and know Excel.",
    "new_skill": "Baking",
    "minutes": "10",
    "patience": "normal",
    "kind": "technical",
    "difficulty": "hard",
    "tone": "strict",
    "language": "de",
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


def seen_from(state_class, *, host="localhost:3000", route="/app", path="/app", line="", **headers):
    """A fresh instance of a state, on a page and a line, with the headers of a visitor."""
    root = State(_reflex_internal_init=True)
    data = {
        "pathname": route,
        "asPath": path,
        "headers": {"host": host, "origin": f"http://{host}", **headers},
        "ip": "127.0.0.1",
        "sid": line,
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
    if hint is bool:
        return True
    if get_origin(hint) is Literal:
        return get_args(hint)[0]
    if isinstance(hint, type) and hasattr(hint, "__total__"):  # a TypedDict of a component
        fields = {name: _value(of, interview_id) for name, of in get_type_hints(hint).items()}
        return fields | {"interview_id": str(interview_id)}
    return dict(FORM)


async def call(function, state, given):
    held = Held(state) if getattr(function, "_reflex_background_task", False) else state
    return await function(held, **given)


@dataclass
class _Look:
    """What was there when somebody looked last, and a line that sees whether others wrote since."""

    line: sqlite3.Connection
    version: int = 0
    found: dict[tuple[str, ...], dict[str, list[str]]] = field(default_factory=dict)


_LOOKS: dict[Database, _Look] = {}


def everything_kept(db, *, but=("user",)):
    """All rows of all tables, to compare before and after; read anew when somebody has written."""
    if db not in _LOOKS:
        _LOOKS[db] = _Look(sqlite3.connect(db.file))
    look = _LOOKS[db]
    (version,) = look.line.execute("pragma data_version").fetchone()
    if version != look.version:
        look.version, look.found = version, {}
    if but not in look.found:
        tables = [table.name for table in SQLModel.metadata.sorted_tables if table.name not in but]
        look.found[but] = {
            name: sorted(map(repr, look.line.execute(f'select * from "{name}"'))) for name in tables
        }
    return look.found[but]


@pytest.fixture
def house(tmp_path, monkeypatch):
    """Real services on a new SQLite file, with another person's job info, interview and turn."""
    yield from furnished(tmp_path, monkeypatch)


def furnished(tmp_path, monkeypatch, **settings_of_it):
    """Yield a house with settings of its own."""
    file, theirs = _others_belongings()
    shutil.copyfile(file, tmp_path / "darasa.db")
    address = f"sqlite:///{tmp_path / 'darasa.db'}"
    for name, value in {"DARASA_DATABASE_URL": address, **settings_of_it}.items():
        monkeypatch.setenv(name, value)
    settings.cache_clear()
    services.cache_clear()
    db = services().job_infos.db
    yield SimpleNamespace(db=db, **theirs)
    if look := _LOOKS.pop(db, None):
        look.line.close()
    db.engine.dispose()
    settings.cache_clear()
    services.cache_clear()


@cache
def _others_belongings():
    """A SQLite file with another person's things, and what they are; to be copied."""
    folder = Path(mkdtemp(prefix="darasa-theirs-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    db = Database(with_tables(folder / "theirs.db"))
    other = User(subject="other", name="Other")
    job = JobInfo(user_id=other.id, name="Theirs", experience_level="junior", description="Secret")
    interview = Interview(job_info_id=job.id, recorded=True)
    turn = Turn(
        interview_id=interview.id, chat_id="c", position=0, speaker="actor", text="x", began_ms=0
    )
    sound = Recording(
        turn_id=turn.id, interview_id=interview.id, began_ms=0, milliseconds=9, sound=b"Secret"
    )
    for row in (other, job, interview, turn, sound):
        db.run_here(lambda session, row=row: session.add(row))
    db.engine.dispose()
    return folder / "theirs.db", {"owner": other, "job_id": job.id, "interview_id": interview.id}


@pytest.fixture
def accounts_house(tmp_path, monkeypatch):
    """A house whose server keeps accounts itself."""
    yield from furnished(tmp_path, monkeypatch, DARASA_LOCAL_ACCOUNTS="1")


@pytest.fixture
def clerk_house(tmp_path, monkeypatch):
    """A house where Clerk says who is there."""
    own = {name: key.get_secret_value() for name, key in clerk_tokens.keys().items()}
    yield from furnished(tmp_path, monkeypatch, DARASA_ORIGINS=clerk_tokens.ORIGIN, **own)


@pytest.fixture
def no_floods(monkeypatch):
    """Let everybody knock as often as they like."""
    for knock, rate in RATES.items():
        monkeypatch.setitem(RATES, knock, Rate(10**9, rate.seconds))


def a_person(house, name, subject=""):
    """Insert a person and return their row."""
    user = User(subject=subject or f"account:{name}", name=name)
    house.db.run_here(lambda session: session.add(user))
    return user


def a_job_of(house, user, name):
    """Insert a job info of a person and return its row."""
    job = JobInfo(user_id=user.id, name=name, experience_level="junior", description=name)
    house.db.run_here(lambda session: session.add(job))
    return job


def cookie_of(house, user):
    """Sign a person in; return the headers of their browser."""
    secret, now = token_urlsafe(), datetime.now(UTC)
    row = SignIn(
        digest=digest_of(secret),
        user_id=user.id,
        created_at=now,
        expires_at=now + timedelta(hours=1),
    )
    house.db.run_here(lambda session: session.add(row))
    return {"cookie": f"darasa_session={secret}"}
