"""How often somebody may knock: counted here, or by all servers together in Redis."""

import asyncio
import logging
import socket
import time

import pytest
from pydantic import SecretStr

from darasa_reflex.features.accounts.floods import RATES
from darasa_reflex.providers.floods.sliding_window import PROVIDER, SlidingWindow, shared
from tests.machine.services import redis_server

pytestmark = pytest.mark.slow

_TIMES = RATES["sign_in"].times
with_redis = pytest.mark.skipif(not redis_server.binary(), reason="Redis is not installed")


async def granted(floods: SlidingWindow, who: str, times: int) -> int:
    """How many of so many knocks are allowed."""
    return sum([await floods.allows("sign_in", who) for _ in range(times)])


@pytest.fixture
def redis():
    with redis_server.running() as server:
        yield server


@pytest.fixture
async def two_servers(redis, clock):
    """Two servers that count in one Redis; the first one's clock is held."""
    storages = [shared(SecretStr(redis.address)) for _ in range(2)]
    yield [SlidingWindow(storages[0], clock), SlidingWindow(storages[1])]
    for storage in storages:
        await storage.bridge.get_connection().aclose()


async def test_each_address_has_its_own_count_and_each_knock_too():
    floods = SlidingWindow(None)

    first = await granted(floods, "192.0.2.1", _TIMES + 5)

    assert first == _TIMES
    assert await granted(floods, "192.0.2.2", 3) == 3
    assert await floods.allows("sign_up", "192.0.2.1")


async def test_all_addresses_of_one_household_count_as_one():
    floods = SlidingWindow(None)
    own = [f"2001:db8:1:2::{number:x}" for number in range(1, _TIMES + 6)]

    allowed = sum([await floods.allows("sign_in", address) for address in own])

    assert allowed == _TIMES
    assert await floods.allows("sign_in", "2001:db8:1:3::1")


@with_redis
@pytest.mark.slow
async def test_two_servers_share_one_count(two_servers):
    one, other = two_servers

    counted = await asyncio.gather(granted(one, "a", _TIMES), granted(other, "a", _TIMES))

    assert sum(counted) == _TIMES


@with_redis
@pytest.mark.slow
async def test_without_redis_each_counts_alone_and_says_so_once(two_servers, redis, clock, caplog):
    one, _ = two_servers
    assert await granted(one, "a", 2) == 2
    redis.stop()

    began = time.monotonic()
    alone = await granted(one, "a", _TIMES + 5)
    clock.seconds += 6
    await one.allows("sign_in", "b")
    lasted = time.monotonic() - began

    assert alone == _TIMES
    assert lasted < 1.0
    assert len([r for r in caplog.records if r.levelno >= logging.WARNING]) == 1
    assert redis_server.PASSWORD not in caplog.text


@with_redis
@pytest.mark.slow
async def test_a_redis_that_is_back_counts_again(two_servers, redis, clock):
    one, other = two_servers
    await one.allows("sign_in", "a")
    redis.stop()
    await one.allows("sign_in", "a")
    redis.start()
    clock.seconds += 6

    counted = [await granted(one, "b", 20), await granted(other, "b", 20)]

    assert counted == [20, 10]


async def test_a_redis_that_takes_and_never_answers_costs_one_short_wait(clock):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        storage = shared(SecretStr(f"redis://127.0.0.1:{silent.getsockname()[1]}"))
        floods = SlidingWindow(storage, clock)

        began = time.monotonic()
        allowed = await granted(floods, "a", 20)
        lasted = time.monotonic() - began

    await storage.bridge.get_connection().aclose()
    assert allowed == 20
    assert lasted < 1.0


def test_the_password_of_redis_is_not_shown():
    built = PROVIDER.build({"REDIS_URL": SecretStr("redis://:hunter2@127.0.0.1:1/0")})

    assert "hunter2" not in repr(built)
