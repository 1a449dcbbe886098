"""A bug over words that come after their turn: it is noted without what was said."""

from uuid import uuid4

from darasa_reflex.features.interviews.call.writing.late_words import LateWords
from darasa_reflex.features.interviews.call.writing.owed import Owed
from darasa_reflex.features.interviews.call.writing.record import Record

WORDS = "my manager was fired over it"


async def test_a_bug_over_words_that_come_late_is_noted_without_them(db, clock, caplog):
    async def read():
        raise ValueError(WORDS)

    async def told():
        raise AssertionError("there is nothing to tell")

    late, record = LateWords(), Record(db, Owed(db), clock, uuid4(), "chat", 0)
    late.follow(record, uuid4(), read(), told)
    await late.stop(30)

    assert "late words: unexpected ValueError at" in caplog.text
    assert WORDS not in caplog.text
