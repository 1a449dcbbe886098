"""Words that come after their turn: they are in the report, and no bug over them tells of them."""

import asyncio
from datetime import UTC, datetime
from uuid import uuid4

from pydantic import SecretStr

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.writing.late_words import LateWords
from darasa_reflex.features.interviews.call.writing.owed import Owed
from darasa_reflex.features.interviews.call.writing.record import Record
from darasa_reflex.features.interviews.models import Turn
from darasa_reflex.settings import Settings
from darasa_reflex.wiring import build
from tests.conftest import person
from tests.features.feedback import transcripts
from tests.features.interviews.doubles import said_by_actor
from tests.features.practice.held import backend_job, held, turn_ids
from tests.fixtures.databases import with_tables

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


async def test_words_that_come_late_are_in_the_report_that_was_asked_for_before(tmp_path, clock):
    own = build(Settings(database_url=SecretStr(with_tables(tmp_path / "darasa.db"))))
    db, pairs = own.database, transcripts.BACKEND_STRONG[:1]
    ada = person(db, "Ada")
    job, now = backend_job(db, ada), datetime.now(UTC)
    interview_id = held(db, job.id, pairs, now, typed=False, reported=False)
    _, answer = turn_ids(db, interview_id)

    def not_read_yet(session):
        turn = session.get_one(Turn, answer)
        turn.text, turn.unread = evi.NOT_UNDERSTOOD, [[turn.began_ms, turn.ended_ms]]
        session.add(turn)

    async def read():
        await asyncio.sleep(0.2)
        return said_by_actor(pairs[0][1])

    async def told():
        """Nobody looks."""

    db.run_here(not_read_yet)
    own.calls.late_words.follow(
        Record(db, Owed(db), clock, interview_id, "c", 0), answer, read(), told
    )
    await own.feedback.request(ada, interview_id)
    await own.feedback.run_once()
    await own.calls.late_words.stop(30)

    (row,) = (await own.feedback.latest(ada, interview_id)).report.questions
    db.engine.dispose()
    assert row.note == ""
    assert row.word_count >= len(pairs[0][1].split())
