"""What the database could not take is written later, in the order in which it happened."""

import asyncio

from darasa_reflex.core.errors import NotKept
from darasa_reflex.features.interviews.call.writing import owed
from darasa_reflex.features.interviews.call.writing.owed import Owed


class Full:
    """A database that takes nothing for a while."""

    def __init__(self):
        self.full, self.kept = True, []

    async def run(self, work, *, live=False):
        if self.full:
            raise NotKept("is full")
        self.kept.append(work(self))


async def test_what_waits_is_written_in_order_once_there_is_room(monkeypatch):
    monkeypatch.setattr(owed, "_TRY_EVERY_SECONDS", 0.001)
    db = Full()
    waiting = Owed(db)
    for word in ("first", "second", "third"):
        await waiting.settle(lambda _, word=word: word)
    assert db.kept == []

    db.full = False
    await waiting._settling

    assert db.kept == ["first", "second", "third"]


async def test_what_is_refused_after_its_caller_has_given_up_is_owed_all_the_same(monkeypatch):
    monkeypatch.setattr(owed, "_TRY_EVERY_SECONDS", 0.001)
    db, answers = Full(), asyncio.Event()
    refuse, waiting = db.run, Owed(db)

    async def late(work, *, live=False):
        await answers.wait()
        await refuse(work, live=live)

    db.run = late
    caller = asyncio.create_task(waiting.settle(lambda _: "last words"))
    await asyncio.sleep(0.01)
    caller.cancel()
    await asyncio.wait([caller])
    answers.set()
    await asyncio.sleep(0.01)
    db.full = False
    async with asyncio.timeout(20):
        while not db.kept:
            await asyncio.sleep(0.001)

    assert caller.cancelled()
    assert db.kept == ["last words"]
