"""What an operator's proxy is told of a server: that it lives, and whether it takes visitors."""

import asyncio
import sqlite3
import threading

import httpx
import pytest
from starlette.applications import Starlette

from darasa_reflex.core import readiness
from darasa_reflex.core.database.upgrade import known_revisions
from darasa_reflex.core.errors import ServiceUnavailable
from darasa_reflex.core.processes import heap
from darasa_reflex.endpoints.monitoring.health import ROUTES
from darasa_reflex.features.interviews.call.calls import Calls
from darasa_reflex.wiring import running, services
from tests.machine.services import redis_server
from tests.states.conftest import furnished

(NEWEST,) = known_revisions()[1]


@pytest.fixture
def house(tmp_path, monkeypatch):
    yield from furnished(tmp_path, monkeypatch)


async def asked(path):
    app = httpx.ASGITransport(Starlette(routes=ROUTES))
    async with httpx.AsyncClient(transport=app, base_url="http://localhost") as client:
        return await client.get(path)


async def told(path="/_ready"):
    """Return the status of the answer and what it says, looked at anew."""
    services().readiness._until = 0.0
    answer = await asked(path)
    return answer.status_code, answer.json()


def stands_at(house, revision):
    with house.db.engine.begin() as connection:
        connection.exec_driver_sql("create table if not exists alembic_version (version_num text)")
        connection.exec_driver_sql("delete from alembic_version")
        connection.exec_driver_sql("insert into alembic_version values (?)", (revision,))


async def test_a_server_whose_tables_are_current_takes_visitors(house):
    stands_at(house, NEWEST)

    status, said = await told()

    assert status == 200
    assert said == {
        "status": True,
        "database": True,
        "migrations": "current",
        "draining": False,
        "redis": None,
    }


@pytest.mark.parametrize(
    ("revision", "stand", "status"), [("0001", "behind", 503), ("9999", "newer", 200)]
)
async def test_tables_that_are_behind_take_none_and_newer_ones_do(house, revision, stand, status):
    stands_at(house, revision)

    seen, said = await told()

    assert (seen, said["migrations"], said["database"]) == (status, stand, True)


async def test_a_server_that_was_never_upgraded_takes_none(house):
    status, said = await told()

    assert (status, said["migrations"]) == (503, "behind")


async def test_a_server_that_stops_lives_and_takes_no_more_visitors(house):
    stands_at(house, NEWEST)
    assert (await told())[0] == 200

    await services().calls.drain(0)

    assert (await asked("/_ready")).status_code == 503  # at once, whatever was seen before
    assert (await told())[1]["draining"]
    assert (await told("/_health")) == (200, {"status": True})


async def test_visitors_come_while_engines_still_load_and_when_one_cannot(
    house, monkeypatch, caplog
):
    stands_at(house, NEWEST)
    loads, loaded = threading.Event(), threading.Event()

    def load(calls):
        loads.wait(60)
        raise ServiceUnavailable("ears", "They are not installed.", retryable=False)

    monkeypatch.setattr(Calls, "warm", load)
    monkeypatch.setattr(heap, "settle", loaded.set)

    async with running():
        status, _ = await told()
        loads.set()
        await asyncio.to_thread(loaded.wait, 60)
        later, _ = await told()

    assert (status, later) == (200, 200)
    assert "the engine ears could not be loaded" in caplog.text


async def test_a_database_that_takes_nothing_is_told_and_the_process_still_lives(
    house, monkeypatch
):
    stands_at(house, NEWEST)
    monkeypatch.setattr(readiness, "_LONGEST_LOOK_SECONDS", 0.05)
    other = sqlite3.connect(house.db.file)
    other.execute("begin immediate")
    try:
        status, said = await told()
        alive = await told("/_health")
    finally:
        other.rollback()
        other.close()

    assert (status, said["database"]) == (503, False)
    assert alive[0] == 200
    assert (await told())[0] == 200


@pytest.mark.slow
@pytest.mark.skipif(not redis_server.binary(), reason="Redis is not installed")
async def test_redis_is_told_and_not_required(tmp_path, monkeypatch):
    with redis_server.running() as redis:
        houses = furnished(tmp_path, monkeypatch, DARASA_REDIS_URL=redis.address)
        stands_at(next(houses), NEWEST)
        there = await told()
        redis.stop()
        gone = await told()
        next(houses, None)

    assert (there[0], there[1]["redis"]) == (200, True)
    assert (gone[0], gone[1]["redis"]) == (200, False)
