"""What all tests share: a database, a clock to hold, and no way out of this machine."""

import atexit
import gc
import ipaddress
import os
import signal
import socket
import tempfile
import time
import weakref
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlmodel import SQLModel, text

from darasa_reflex.core.database.db import Database
from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.job_infos.models import JobInfo
from tests.fixtures import databases, fields
from tests.fixtures.databases import with_tables
from tests.machine.browsers.few_authorities import trust_few
from tests.machine.scheduling import is_browser, is_left_out
from tests.machine.services import postgres
from tests.machine.shared import POSTGRES

_connect = socket.socket.connect


def _connect_here(self, address):
    """Refuse every connection that would leave this machine."""
    if self.family in {socket.AF_INET, socket.AF_INET6}:
        host = str(address[0])
        assert host == "localhost" or ipaddress.ip_address(host).is_loopback, address
    return _connect(self, address)


@pytest.fixture
def anyio_backend():
    return "asyncio"


class HeldClock:
    """A clock that moves only when told."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> datetime:
        return datetime(2026, 11, 22, 9, 0, tzinfo=UTC) + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock()


def pytest_configure(config):
    """Make it one whoever runs the tests, and how.

    The models that they have fetched are hidden: the ladder begins at its foot. Ctrl+C reaches
    child processes, which a suite that was started in the background would make deaf to it.
    """
    if not config.getoption("numprocesses", None):  # else workers do it
        _set_examples(20 if "not slow" in config.option.markexpr else 100)
        databases.learn_once()
        fields.learn_once()
        trust_few()
    # Once for all: as a fixture of each test it took a fiftieth of their time.
    socket.socket.connect = _connect_here
    # Tests and what they import stay to the end; looking through them again and again for rubbish
    # takes a tenth of the time.
    gc.disable()
    if hasattr(config, "workerinput"):
        atexit.register(_leave)
    os.environ["DARASA_MODELS_FOLDER"] = str(Path(tempfile.gettempdir()) / "darasa-no-models")
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    # A test that wants models says which: no server of a test goes and gets them.
    os.environ["DARASA_MODELS"] = "off"
    os.environ["DARASA_CONFIG_FOLDER"] = str(Path(tempfile.gettempdir()) / "darasa-no-config")


def _set_examples(many: int) -> None:
    """Say of how many examples a test asks that holds for all there may be."""
    from hypothesis import settings

    settings.register_profile("ours", max_examples=many, deadline=None)
    settings.load_profile("ours")


def _leave() -> None:
    """End a worker, which has told all it has to tell: taking everything apart takes seconds.

    Called last of what is called when Python ends, but for what the standard library has there.
    """
    weakref.finalize._exitfunc()
    os._exit(0)


def pytest_addoption(parser):
    parser.addoption("--postgres", action="store_true", help="run database tests on PostgreSQL too")


def pytest_ignore_collect(collection_path: Path, config):
    """Do not even import files whose every test is marked with what is left out.

    `tests/project/test_tree.py` looks at what they import.
    """
    if collection_path.is_dir():
        files = list(collection_path.rglob("test_*.py"))
    elif collection_path.match("test_*.py"):
        files = [collection_path]
    else:
        return None
    left_out = all(is_left_out(file, config.option.markexpr) for file in files)
    return True if files and left_out else None


def pytest_collection_finish():
    """Go on collecting rubbish, but among what tests themselves leave."""
    gc.freeze()
    gc.enable()
    # What tests leave is looked through less often than Python would: a thirtieth of their time.
    gc.set_threshold(100_000, 20, 50)
    # Python ends as it always does, but after pytest has looked for rubbish: five times, each as
    # long as all that stays is large.
    atexit.register(gc.unfreeze)


def pytest_unconfigure(config):
    """Look for no rubbish where others have run the tests: all there is are their reports."""
    if config.getoption("numprocesses", None):
        gc.freeze()


def pytest_collection_modifyitems(config, items):
    """Put the tests in the order of their turns; only what runs in real time has a second try."""
    items.sort(key=lambda item: is_browser(item.nodeid))
    if not config.pluginmanager.hasplugin("rerunfailures"):
        return
    for item in items:
        if not any(map(item.get_closest_marker, ("slow", "browser"))):
            item.add_marker(pytest.mark.flaky(reruns=0))


def pytest_generate_tests(metafunc):
    """Run every test that uses the database on each engine that was asked for."""
    if "engine" in metafunc.fixturenames:
        both = metafunc.config.getoption("--postgres")
        if metafunc.definition.get_closest_marker("one_database"):
            both = False
        metafunc.parametrize("engine", ["sqlite", "postgres"] if both else ["sqlite"])


@pytest.fixture(scope="session")
def postgres_address(pytestconfig):
    """The server that all processes share, or one of this one's own."""
    if address := pytestconfig.stash.get(POSTGRES, ""):
        yield address
        return
    with postgres.given_or_running() as address:
        yield address


@pytest.fixture(scope="session")
def postgres_tables(postgres_address):
    """The address of tables on PostgreSQL that each test leaves empty.

    Making them takes ten times as long as emptying them.
    """
    schema = f"test_{uuid4().hex}"
    admin = Database(postgres_address)
    with admin.engine.begin() as connection:
        connection.execute(text(f"create schema {schema}"))
    address = f"{postgres_address}?options=-csearch_path%3D{schema}"
    database = Database(address)
    SQLModel.metadata.create_all(database.engine)
    database.engine.dispose()
    yield address
    with admin.engine.begin() as connection:
        connection.execute(text(f"drop schema {schema} cascade"))
    admin.engine.dispose()


@pytest.fixture
def db(engine, tmp_path: Path, request):
    """A database of the test's own, with all tables."""
    if engine == "postgres":
        database = Database(request.getfixturevalue("postgres_tables"))
        yield database
        _settle(database)
        _empty(database)
        return
    database = Database(with_tables(tmp_path / "test.db"))
    yield database
    _settle(database)
    database.engine.dispose()


def _settle(database: Database) -> None:
    """Wait until threads that a test left behind have given their connections back."""
    until = time.monotonic() + 10
    while database.engine.pool.checkedout() and time.monotonic() < until:
        time.sleep(0.01)


def _empty(database: Database) -> None:
    """Leave the same tables to the next test; its connections it gets, too."""
    # Of few rows, half the time of `truncate`, which makes all their files anew.
    tables = reversed(SQLModel.metadata.sorted_tables)
    emptied = "; ".join(f'delete from "{table.name}"' for table in tables)
    with database.engine.begin() as connection:
        connection.execute(text(emptied))


def person(db: Database, name: str, *, limited: bool = False) -> Actor:
    """Insert a person and return them."""

    def work(session):
        user = User(subject=f"test-{name}", name=name)
        session.add(user)
        return user

    return Actor(db.run_here(work).id, name, limited=limited)


@pytest.fixture
def ada(db) -> Actor:
    return person(db, "Ada")


@pytest.fixture
def eve(db) -> Actor:
    """Another person, who should see nothing of Ada's."""
    return person(db, "Eve")


def a_job(db: Database, owner: Actor, name: str = "Backend engineer") -> JobInfo:
    """Insert a job info of `owner`."""

    def work(session):
        job = JobInfo(
            user_id=owner.user_id,
            name=name,
            title="Backend Engineer",
            experience_level="senior",
            description="Python, PostgreSQL and a team of five.",
            skills=["Python", "PostgreSQL"],
        )
        session.add(job)
        return job

    return db.run_here(work)


@pytest.fixture
def job_info(db, ada) -> JobInfo:
    return a_job(db, ada)
