"""Who waits for one of a few places: the hurried first, the patient not for ever, none lost."""

import asyncio

import pytest

from darasa_reflex.core.database import priority_limiter
from darasa_reflex.core.database.priority_limiter import PriorityLimiter


@pytest.fixture
def clock(clock, monkeypatch):
    monkeypatch.setattr(priority_limiter.time, "monotonic", clock.monotonic)
    return clock


class Crowd:
    """People who want a place of one limiter."""

    def __init__(self, places=1):
        self.limiter = PriorityLimiter(places)
        self.inside = []
        self.leave = {}

    async def come(self, name, ahead_seconds=0.0):
        """Let somebody ask for a place, and hold it until `leave` is set for them."""
        self.leave[name] = asyncio.Event()
        coming = asyncio.create_task(self._hold(name, ahead_seconds))
        await asyncio.sleep(0)
        return coming

    async def _hold(self, name, ahead_seconds):
        async with self.limiter.place(ahead_seconds):
            self.inside.append(name)
            try:
                await self.leave[name].wait()
            finally:
                self.inside.remove(name)


async def settle():
    for _ in range(5):
        await asyncio.sleep(0)


async def test_who_is_in_a_hurry_goes_first_and_not_before_who_has_waited_long(clock):
    crowd, order = Crowd(), []
    people = [await crowd.come("holder")]
    for name, at, ahead_seconds in (("long", 0, 0), ("late", 2, 0), ("hurried", 4, 3)):
        clock.seconds = at
        people.append(await crowd.come(name, ahead_seconds))
    for _ in people:
        order += crowd.inside
        crowd.leave[crowd.inside[0]].set()
        await settle()
    await asyncio.gather(*people)

    assert order == ["holder", "long", "hurried", "late"]


async def test_no_more_than_there_are_places_work_at_once(clock):
    crowd = Crowd(places=2)
    people = [await crowd.come(name) for name in ("a", "b", "c")]
    await settle()
    before = list(crowd.inside)
    for leaves in crowd.leave.values():
        leaves.set()
    await asyncio.gather(*people)

    assert before == ["a", "b"]


async def test_who_gives_up_takes_no_place_along(clock):
    crowd = Crowd()
    holder, waits, called = [await crowd.come(name) for name in ("holder", "waits", "called")]
    waits.cancel()
    await settle()
    assert crowd.inside == ["holder"]
    crowd.leave["holder"].set()
    await asyncio.sleep(0)
    called.cancel()  # it was given the place, and has not noticed yet
    await asyncio.gather(holder, waits, called, return_exceptions=True)

    last = await crowd.come("last")
    assert crowd.inside == ["last"]
    crowd.leave["last"].set()
    await last
