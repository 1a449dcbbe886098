"""What the database could not take is written later, in the order in which it happened."""

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
