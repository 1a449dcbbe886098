"""A database that refuses for a while: nothing said is lost, out of order, or told wrongly."""

import asyncio
import time

import pytest
from sqlalchemy.exc import ProgrammingError

from darasa_reflex.core.errors import NotKept
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call import call as live_calls
from darasa_reflex.features.interviews.call import line as lines
from darasa_reflex.features.interviews.call.line import LineClosed
from darasa_reflex.features.interviews.call.writing import owed
from tests.features.interviews.doubles import FakeLine, said_by_actor, typed


class Refusing:
    """A database that can be told to refuse what is written."""

    def __init__(self, db):
        self.error, self.run = None, db.run
        db.run = self._run

    async def _run(self, work, **how):
        if self.error:
            raise self.error
        return await self.run(work, **how)


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(lines, "_SILENT_SECONDS", 0.005)
    monkeypatch.setattr(live_calls, "_PATROL_SECONDS", 0.005)
    monkeypatch.setattr(owed, "_TRY_EVERY_SECONDS", 0.01)


@pytest.fixture
def database(db):
    return Refusing(db)


async def until(condition):
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0.001)


async def begun(calls, ticket):
    line = FakeLine(stays=True)
    call = asyncio.create_task(calls.conduct(ticket, line))
    await until(lambda: len(line.shown) > 3 or call.done())
    return line, call


async def hung_up_with_last_words(calls, line, interviewer, database):
    """Close a line over half an answer, which the database refuses."""
    interviewer.opened[-1].half_said = "My last words"
    database.error = NotKept("is locked")
    line.inbox.put_nowait(None)
    await until(lambda: calls._owed._waiting)


async def words(interviews, ada, interview_id):
    return [turn.text for turn in await interviews.transcript(ada, interview_id)]


async def test_a_server_that_stops_waits_for_what_the_database_refused(
    interviews, calls, interviewer, ada, job_info, database
):
    started = await interviews.start(ada, job_info.id)
    line, _ = await begun(calls, started.ticket)
    await hung_up_with_last_words(calls, line, interviewer, database)

    stopping = asyncio.create_task(calls.stop())
    await asyncio.sleep(0.05)
    database.error = None
    await stopping

    assert await words(interviews, ada, started.interview_id) == ["Hello Ada.", "My last words"]


async def test_a_report_waits_for_what_the_database_refused(
    interviews, calls, interviewer, ada, job_info, database
):
    started = await interviews.start(ada, job_info.id)
    line, _ = await begun(calls, started.ticket)
    await hung_up_with_last_words(calls, line, interviewer, database)

    waiting = asyncio.create_task(calls.settle(started.interview_id, 30))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    database.error = None
    await waiting

    assert "My last words" in await words(interviews, ada, started.interview_id)


async def test_last_words_that_wait_stand_before_the_next_call(
    interviews, calls, interviewer, ada, job_info, database, monkeypatch
):
    monkeypatch.setattr(owed, "_TRY_EVERY_SECONDS", 0.2)
    started = await interviews.start(ada, job_info.id)
    line, _ = await begun(calls, started.ticket)
    ticket = await interviews.reopen(ada, started.interview_id)
    await hung_up_with_last_words(calls, line, interviewer, database)

    database.error = None
    line, call = await begun(calls, ticket)
    line.inbox.put_nowait(None)
    await call

    said = await words(interviews, ada, started.interview_id)
    assert said == ["Hello Ada.", "My last words", "Hello Ada."]


async def test_half_an_answer_of_a_silent_line_stands_before_the_call_that_replaces_it(
    interviews, calls, interviewer, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    _, silent = await begun(calls, started.ticket)
    interviewer.opened[-1].half_said = "I had just said"

    line, call = await begun(calls, await interviews.reopen(ada, started.interview_id))
    line.inbox.put_nowait(None)
    await asyncio.gather(silent, call)

    said = await words(interviews, ada, started.interview_id)
    assert said == ["Hello Ada.", "I had just said", "Hello Ada."]


async def test_who_begins_meanwhile_is_told_so_and_may_try_again(
    interviews, calls, ada, job_info, database
):
    started = await interviews.start(ada, job_info.id)
    database.error = NotKept("is locked")
    line, call = await begun(calls, started.ticket)
    await call
    database.error = None
    again, _ = await begun(calls, started.ticket)
    again.inbox.put_nowait(None)

    assert [error.slug for error in line.shown if error.type == "error"] == ["notkept"]
    assert again.texts() == ["Hello Ada."]


class Gone(FakeLine):
    """A line that cannot be told of an error any more."""

    async def send(self, frame):
        if '"error"' in frame:
            raise LineClosed
        await super().send(frame)


async def test_a_refused_answer_that_nobody_can_be_told_of_is_kept_later(
    interviews, calls, interviewer, ada, job_info, database
):
    started = await interviews.start(ada, job_info.id)
    line = Gone(stays=True)
    call = asyncio.create_task(calls.conduct(started.ticket, line))
    await until(lambda: len(line.shown) > 3)
    interviewer.opened[0].half_said = "then this"
    database.error = NotKept("is locked")
    interviewer.opened[0]._out.put_nowait(said_by_actor("First"))
    await call
    database.error = None
    await calls.settle(started.interview_id, 30)

    said = await words(interviews, ada, started.interview_id)
    assert said == ["Hello Ada.", "First", "then this"]


async def test_what_nobody_foresaw_of_the_database_is_not_told_as_kept(
    interviews, calls, ada, job_info, database, caplog
):
    started = await interviews.start(ada, job_info.id)
    line, call = await begun(calls, started.ticket)
    database.error = ProgrammingError("insert my secret", None, Exception("no such column"))
    line.inbox.put_nowait(next(iter(typed("my secret"))))
    await until(line.errors)
    database.error = None
    await call

    error = line.shown[-1]
    assert error.message.startswith("Your last answer was not kept: our database reports an error")
    assert error.darasa.not_kept == "my secret"
    assert "secret" not in caplog.text


@pytest.mark.parametrize("arrived", [True, False], ids=["kept", "lost"])
async def test_an_answer_whose_commit_broke_is_told_as_what_it_is(
    interviews, calls, ada, job_info, database, monkeypatch, arrived
):
    started = await interviews.start(ada, job_info.id)
    line, call = await begun(calls, started.ticket)
    write = database.run

    async def breaks(work, **how):
        if arrived or not how.get("said"):
            await write(work, **how)
        if how.get("said"):
            raise NotKept("does not answer", unsure=True)

    monkeypatch.setattr(database, "run", breaks)
    line.inbox.put_nowait(next(iter(typed("here"))))
    if arrived:
        line.inbox.put_nowait(None)
    await call  # which ends by itself when an answer is lost

    told = [one.darasa.not_kept for one in line.shown if isinstance(one, evi.Error)]
    said = await words(interviews, ada, started.interview_id)
    assert (told, "here" in said) == (([], True) if arrived else (["here"], False))


async def test_a_machine_that_stands_still_as_a_call_ends_costs_no_last_words(
    interviews, calls, interviewer, ada, job_info, monkeypatch
):
    monkeypatch.setattr(live_calls, "_LONGEST_FINISH_SECONDS", 0.1)
    started = await interviews.start(ada, job_info.id)
    line, call = await begun(calls, started.ticket)

    async def finish():
        asyncio.get_running_loop().call_soon(time.sleep, 0.2)
        await asyncio.sleep(0.001)
        return [said_by_actor("My last words")]

    interviewer.opened[0].finish = finish
    line.inbox.put_nowait(None)
    await call

    assert await words(interviews, ada, started.interview_id) == ["Hello Ada.", "My last words"]


async def test_a_write_that_fails_for_good_does_not_keep_what_comes_after_it(
    interviews, calls, interviewer, ada, job_info, database
):
    started = await interviews.start(ada, job_info.id)
    line, call = await begun(calls, started.ticket)
    database.error = NotKept("is locked")
    await calls._owed.settle(lambda _session: 1 / 0)
    await hung_up_with_last_words(calls, line, interviewer, database)
    database.error = None
    await call
    await calls.settle(started.interview_id, 30)

    assert "My last words" in await words(interviews, ada, started.interview_id)
