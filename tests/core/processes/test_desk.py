"""One child for all: what becomes of those who wait when it dies or hangs."""

import asyncio
import time

import pytest

from darasa_reflex.core.processes.child import ChildDied
from darasa_reflex.core.processes.desk import Desk

pytestmark = pytest.mark.slow

WORKER = "tests.core.processes.odd_worker"


@pytest.fixture
def desk():
    desk = Desk(WORKER, 1.0)
    yield desk
    desk.close()


async def test_what_kills_the_child_is_tried_twice_and_harms_no_other(desk):
    with pytest.raises(ChildDied):
        await desk.ask(b"D", b"")

    assert await desk.ask(b"E", b"still here") == b"still here"


async def test_a_child_that_hangs_is_ended_once_and_others_are_served(desk, caplog):
    began = time.monotonic()

    hung, served = await asyncio.gather(
        desk.ask(b"H", b""), desk.ask(b"E", b"me too"), return_exceptions=True
    )

    assert isinstance(hung, ChildDied)
    assert served == b"me too"
    assert caplog.text.count("ended unexpectedly") == 1  # nobody else waits for a second try
    assert time.monotonic() - began < 30


async def test_who_waits_for_others_is_not_taken_to_hang(desk):
    await desk.ask(b"E", b"it has started")
    asked = [desk.ask(b"S", b"0.4") for _ in range(4)]

    assert await asyncio.gather(*asked) == [b"0.4"] * 4


@pytest.mark.parametrize("greeting", [b"broken", b"hangs"])
async def test_a_child_that_cannot_start_is_said_every_time(greeting):
    desk = Desk(WORKER, 0.5, greeting)

    for _ in range(2):
        with pytest.raises(ChildDied):
            await desk.welcome()
    desk.close()


async def test_a_child_that_starts_slowly_is_waited_for():
    desk = Desk(WORKER, 0.5, b"slow", longest_start_seconds=20.0)

    assert await desk.ask(b"E", b"there") == b"there"
    assert desk.told == b"slow"
    desk.close()


@pytest.mark.parametrize(
    ("greeting", "broke"), [(b"broken", True), (b"killed", False), (b"hangs", False)]
)
async def test_only_a_child_that_ended_by_itself_is_called_broken(greeting, broke):
    desk = Desk(WORKER, 0.5, greeting, longest_start_seconds=3.0)

    with pytest.raises(ChildDied) as died:
        await desk.welcome()

    assert died.value.broke is broke
    desk.close()


async def test_a_new_child_is_greeted_anew():
    desk = Desk(WORKER, 5.0, b"hello")
    first = await desk.welcome()
    with pytest.raises(ChildDied):
        await desk.ask(b"D", b"")

    assert await desk.ask(b"E", b"x") == b"x"
    assert await desk.welcome() == first == b"hello"
    desk.close()
