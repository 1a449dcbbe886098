"""What a typed answer costs the database, in statements and commits: the same on every machine."""

import asyncio
from contextlib import asynccontextmanager, contextmanager
from types import SimpleNamespace

import pytest
from sqlalchemy import event

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.timing.audible import Utterance
from darasa_reflex.features.interviews.call.writing.owed import Owed
from darasa_reflex.features.interviews.call.writing.record import Record
from tests.features.interviews.doubles import FakeLine, left_open

KEYED = evi.write(evi.UserInput(text="I led it.", darasa=evi.Sent(key="1")))


async def until(condition) -> None:
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0.001)


@contextmanager
def counted(db):
    """Count what the database is asked."""
    asked = SimpleNamespace(statements=[], commits=0, undone=0)

    def note(_line, _cursor, words, *_rest):
        asked.statements.append(words)

    def committed(_line):
        asked.commits += 1

    def undone(_line):
        asked.undone += 1

    heard = {"before_cursor_execute": note, "commit": committed, "rollback": undone}
    for name, listener in heard.items():
        event.listen(db.engine, name, listener)
    try:
        yield asked
    finally:
        for name, listener in heard.items():
            event.remove(db.engine, name, listener)


@asynccontextmanager
async def greeted(db, calls, ticket):
    """A call that has greeted, and has told once that it lives; its clock stands still."""
    line = FakeLine(stays=True)
    with counted(db) as asked:
        holding = asyncio.create_task(calls.conduct(ticket, line))
        beaten = "UPDATE call SET seen_at"
        await until(lambda: line.shown and isinstance(line.shown[-1], evi.AssistantEnd))
        await until(lambda: any(words.startswith(beaten) for words in asked.statements))
        await until(lambda: not db.engine.pool.checkedout())
    yield line
    line.inbox.put_nowait(None)
    await holding


@pytest.fixture
async def line(db, interviews, calls, ada, job_info):
    """The line of a call that has greeted."""
    started = await interviews.start(ada, job_info.id)
    async with greeted(db, calls, started.ticket) as line:
        yield line


async def test_an_answer_and_its_reply_are_four_statements_and_two_commits(db, line):
    with counted(db) as asked:
        line.inbox.put_nowait(KEYED)
        await until(lambda: "You said I led it.." in line.texts())

    assert len(asked.statements) == 4
    assert (asked.commits, asked.undone) == (2, 0)


async def test_an_answer_that_comes_twice_on_a_line_is_told_again_without_the_database(db, line):
    line.inbox.put_nowait(KEYED)
    await until(lambda: isinstance(line.shown[-1], evi.AssistantEnd) and len(line.texts()) == 3)
    with counted(db) as asked:
        line.inbox.put_nowait(KEYED)
        await until(lambda: len(line.texts()) == 4)

    assert line.texts()[-1] == "I led it."
    assert line.shown[-1].darasa.key == "1"
    assert asked.statements == []


async def test_a_beat_stores_all_there_is_in_one_transaction(
    db, clock, interviews, calls, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    chat_id = left_open(calls, started.ticket)
    record = Record(db, Owed(db), clock, started.interview_id, chat_id, 0)
    asked_for = evi.AssistantMessage(message=evi.Text(role="assistant", content="Why?"))
    first, second = [await record.keep_interviewer(asked_for, at) for at in (0, 2_000)]
    record.note_times({first: Utterance(0, 1_500), second: Utterance(2_000, 3_000)})
    clock.seconds += 5

    with counted(db) as asked:
        ending = await record.beat(5.0)
    with counted(db) as later:
        await record.beat(5.0)

    view = await interviews.get(ada, started.interview_id)
    said = await interviews.transcript(ada, started.interview_id)
    assert (ending, view.interview.duration_seconds) == (None, 5)
    assert [turn.ended_ms for turn in said] == [1_500, 3_000]
    assert (len(asked.statements), asked.commits) == (4, 1)
    assert (len(later.statements), later.commits) == (2, 1)


async def test_a_tick_of_the_browser_that_the_beats_have_covered_only_reads(
    db, clock, interviews, calls, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    left_open(calls, started.ticket)
    clock.seconds += 4

    with counted(db) as asked:
        told = await interviews.keep_duration(ada, started.interview_id, 4.0)

    assert told == 4
    assert (len(asked.statements), asked.commits) == (1, 0)


async def test_the_end_stores_what_no_beat_has_stored(interviews, calls, clock, ada, job_info):
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(stays=True)
    holding = asyncio.create_task(calls.conduct(started.ticket, line))
    await until(lambda: line.shown and isinstance(line.shown[-1], evi.AssistantEnd))
    line.inbox.put_nowait(KEYED)
    await until(lambda: "You said I led it.." in line.texts())
    clock.seconds += 1

    line.inbox.put_nowait(None)
    await holding

    said = await interviews.transcript(ada, started.interview_id)
    assert [turn.ended_ms is not None for turn in said] == [True] * 3
