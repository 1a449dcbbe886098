"""What a forged frame, another process or bad timing can reach in a call."""

import asyncio
import contextlib
import json
import logging

import pytest
from sqlmodel import select

from darasa_reflex.core.errors import NotFound, NotSignedIn
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.call.incoming.handshake import Handshake
from darasa_reflex.features.interviews.call.writing import lengths
from darasa_reflex.features.interviews.models import Call, Interview
from darasa_reflex.features.interviews.service import Interviews
from darasa_reflex.features.interviews.status import InterviewStatus
from darasa_reflex.features.job_infos.service import JobInfos
from tests.features.interviews.doubles import (
    AbsentInterviewer,
    EchoInterviewer,
    FakeLine,
    GatedInterviewer,
    engines,
    left_open,
    typed,
)

pytestmark = pytest.mark.slow

PAUSE, RESUME = '{"type":"pause_assistant_message"}', '{"type":"resume_assistant_message"}'


async def until(condition) -> None:
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0.01)


@contextlib.asynccontextmanager
async def live(calls, ticket, line=None):
    """A call that has greeted."""
    line = line or FakeLine(stays=True)
    call = asyncio.create_task(calls.conduct(ticket, line))
    await until(lambda: len(line.shown) > 2)
    yield line, call
    line.inbox.put_nowait(None)
    await asyncio.wait([call])


def rows(db, table, **values):
    def work(session):
        for row in session.exec(select(table)).all():
            for name, value in values.items():
                setattr(row, name, value)

    db.run_here(work)


async def test_a_typed_turn_has_words_a_database_can_keep(interviews, calls, ada, job_info):
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(*typed("a\x00b", "\x00", "  \n", "", "bye"), stays=True)

    await calls.conduct(started.ticket, line)

    kept = await interviews.transcript(ada, started.interview_id)
    assert [turn.text for turn in kept if turn.speaker == "actor"] == ["ab", "bye"]
    assert [turn.text for turn in kept] == line.texts()


async def test_what_an_engine_says_is_kept_without_nul(
    interviews, calls, interviewer, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    async with live(calls, started.ticket) as (line, _):
        interviewer.opened[0]._say("one\x00two")
        await until(lambda: "one\x00two" in line.texts())
        interviewer.opened[0].half_said = "thr\x00ee"

    kept = await interviews.transcript(ada, started.interview_id)
    assert {"onetwo", "three"} <= {turn.text for turn in kept}


@pytest.mark.parametrize(("length", "codes"), [(20_000, []), (20_001, ["E0105"])])
async def test_a_typed_turn_has_a_longest_length(interviews, calls, ada, job_info, length, codes):
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(*typed("x" * length, "bye"), stays=True)

    await calls.conduct(started.ticket, line)

    assert line.errors() == codes
    assert "You said bye." in line.texts()


async def test_an_interview_deleted_with_its_job_ends_its_call_in_words(
    db, interviews, calls, ada, job_info, caplog
):
    started = await interviews.start(ada, job_info.id)
    async with live(calls, started.ticket) as (line, call):
        await JobInfos(db).delete(ada, job_info.id)
        line.inbox.put_nowait(next(iter(typed("my secret"))))
        await call

    assert line.errors() == ["E0700"]
    assert line.closed_with == 1000
    assert "deleted" in line.shown[-1].message
    assert "secret" not in caplog.text


async def test_a_silent_call_notices_too_that_its_interview_is_gone(
    db, interviews, calls, clock, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    async with live(calls, started.ticket) as (line, call):
        await JobInfos(db).delete(ada, job_info.id)
        clock.seconds += 6
        await call

    assert line.errors() == ["E0700"]


async def test_a_discarded_interview_ends_while_half_an_answer_is_open(
    interviews, calls, interviewer, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    async with live(calls, started.ticket) as (line, call):
        interviewer.opened[0].half_said = "I was about to"
        await interviews.delete(ada, started.interview_id)
        await call

    assert line.closed_with == 1000


async def test_an_interview_finished_by_another_process_ends_its_call(
    db, clock, interviews, calls, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    async with live(calls, started.ticket) as (line, call):
        rows(db, Interview, finished_at=clock.now())
        clock.seconds += 6
        await call

    assert (line.errors(), line.closed_with) == ([], 1000)


async def test_a_ticket_does_not_open_what_was_finished_meanwhile(interviews, calls, ada, job_info):
    started = await interviews.start(ada, job_info.id)
    second = await interviews.reopen(ada, started.interview_id)
    await interviews.finish(ada, started.interview_id)

    for ticket in (started.ticket, second):
        with pytest.raises(NotSignedIn):
            await calls.conduct(ticket, FakeLine())

    view = await interviews.get(ada, started.interview_id)
    assert view.interview.chat_id is None


class TwoTabs:
    """Two tabs with a ticket each for the same interview; the first was admitted first."""

    def __init__(self, calls, gated):
        self.calls, self.gated = calls, gated
        self.first, self.second = FakeLine(stays=True), FakeLine(stays=True)

    async def come(self, interviews, actor, job_info_id):
        """Let both be admitted; neither engine has answered yet."""
        started = await interviews.start(actor, job_info_id)
        later = await interviews.reopen(actor, started.interview_id)
        self.one = asyncio.create_task(self.calls.conduct(started.ticket, self.first))
        await until(lambda: self.gated.asked == 1)
        self.two = asyncio.create_task(self.calls.conduct(later, self.second))
        await until(lambda: self.gated.asked == 2)
        return started.interview_id

    async def leave(self):
        for call in (self.one, self.two):
            call.cancel()
        await asyncio.wait([self.one, self.two])


@pytest.fixture
async def tabs(db, clock):
    gated = GatedInterviewer()
    both = TwoTabs(Calls(db, clock, engines(gated), CallLimits()), gated)
    yield both
    await both.leave()


@pytest.fixture
def tabbed(db, clock, tabs):
    return Interviews(db, clock, tabs.calls, limit=None)


LOOK_SECONDS = 0.7  # longer than a call takes to look whether it was replaced


async def test_of_two_tabs_the_one_whose_ticket_was_spent_last_stays(tabs, tabbed, ada, job_info):
    await tabs.come(tabbed, ada, job_info.id)

    tabs.gated.gate(1).set_result(True)
    await until(lambda: len(tabs.second.shown) > 2)
    tabs.gated.gate(0).set_result(True)
    await tabs.one
    await asyncio.sleep(LOOK_SECONDS)

    assert tabs.first.errors() == ["E0799"]
    assert tabs.second.errors() == []
    assert not tabs.two.done()


async def test_a_call_goes_on_until_the_one_that_replaces_it_has_its_engine(
    tabs, calls, interviews, interviewer, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    async with live(calls, started.ticket) as (line, call):
        slow = Calls(calls._db, calls._clock, engines(tabs.gated), CallLimits())
        ticket = await interviews.reopen(ada, started.interview_id)
        tabs.one = tabs.two = asyncio.create_task(slow.conduct(ticket, tabs.second))
        await until(lambda: tabs.gated.asked == 1)
        calls._clock.seconds += 6  # its beat is due
        await asyncio.sleep(LOOK_SECONDS)
        line.inbox.put_nowait(next(iter(typed("still here"))))
        await until(lambda: "You said still here." in line.texts())

        tabs.gated.gate(0).set_result(True)
        await until(lambda: len(tabs.second.shown) > 2)
        calls._clock.seconds += 6  # the other server is not this one: it looks with its beat
        await call

    assert line.errors() == ["E0799"]
    assert tabs.second.errors() == []


async def test_a_call_outlives_a_second_one_that_finds_no_engine(
    calls, interviews, db, clock, ada, job_info
):
    absent = Calls(db, clock, engines(AbsentInterviewer()), CallLimits())
    started, second = await interviews.start(ada, job_info.id), FakeLine()
    async with live(calls, started.ticket) as (line, call):
        await absent.conduct(await interviews.reopen(ada, started.interview_id), second)
        clock.seconds += 6
        await asyncio.sleep(LOOK_SECONDS)

        assert second.errors() == ["E0700"]
        assert (line.errors(), call.done()) == ([], False)


async def test_the_tab_before_gets_in_when_the_last_one_finds_no_engine(
    tabs, tabbed, ada, job_info
):
    interview_id = await tabs.come(tabbed, ada, job_info.id)

    tabs.gated.gate(1).set_result(False)
    await tabs.two
    tabs.gated.gate(0).set_result(True)
    await until(lambda: len(tabs.first.shown) > 2)

    assert tabs.first.errors() == []
    assert (await tabbed.get(ada, interview_id)).status is InterviewStatus.RUNNING


async def test_a_replaced_call_does_not_count_the_time_of_its_heir(
    interviews, calls, clock, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    async with live(calls, started.ticket) as (_, one):
        clock.seconds += 10
        async with live(calls, await interviews.reopen(ada, started.interview_id)):
            clock.seconds += 20
            await one

    view = await interviews.get(ada, started.interview_id)
    assert view.interview.duration_seconds == 30


async def test_a_call_whose_server_died_gains_no_time_by_ticks(
    interviews, calls, clock, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    left_open(calls, started.ticket)
    clock.seconds += 36_000

    assert await interviews.keep_duration(ada, started.interview_id, 36_000) == 0


async def test_a_clock_set_back_takes_no_time_away(db, interviews, calls, clock, ada, job_info):
    started = await interviews.start(ada, job_info.id)
    chat_id = left_open(calls, started.ticket)
    later, before = clock.now(), clock.now().replace(year=2020)

    def tick(now):
        return lambda session: lengths.set_seconds(session, chat_id, 50, now)

    db.run_here(tick(later.replace(minute=1)))
    db.run_here(tick(before))

    view = await interviews.get(ada, started.interview_id)
    assert view.interview.duration_seconds == 50


async def test_a_pause_is_not_silence_while_the_line_lives(
    db, interviews, clock, interviewer, ada, job_info
):
    calls = Calls(db, clock, engines(interviewer), CallLimits(idle_seconds=60))
    started = await interviews.start(ada, job_info.id)
    async with live(calls, started.ticket) as (line, _):
        line.inbox.put_nowait(PAUSE)
        for _ in range(3):
            clock.seconds += 50
            line.inbox.put_nowait('{"type":"session_settings"}')
            await asyncio.sleep(0.6)
        line.inbox.put_nowait(RESUME)
        await asyncio.sleep(0.6)

        assert not any("still there" in text for text in line.texts())
        clock.seconds += 61
        await until(lambda: any("still there" in text for text in line.texts()))


async def test_an_unknown_group_is_told_and_leaves_the_interview_unopened(
    interviews, calls, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(stays=True)

    await calls.conduct(started.ticket, line, Handshake(resumed_group="nonsense"))

    assert (line.errors(), line.closed_with) == (["E0708"], 1000)
    status = (await interviews.get(ada, started.interview_id)).status
    assert status is InterviewStatus.NOT_STARTED


async def test_the_own_group_goes_on(interviews, calls, ada, job_info):
    started = await interviews.start(ada, job_info.id)
    first, second = FakeLine(), FakeLine()
    await calls.conduct(started.ticket, first)
    group = first.shown[0].chat_group_id

    ticket = await interviews.reopen(ada, started.interview_id)
    await calls.conduct(ticket, second, Handshake(resumed_group=group))

    assert second.shown[0].chat_group_id == group


async def test_a_bug_in_an_engine_is_a_sentence_and_no_words_are_logged(
    interviews, calls, interviewer, ada, job_info, caplog
):
    started = await interviews.start(ada, job_info.id)
    async with live(calls, started.ticket) as (line, call):

        async def take(message):
            raise RuntimeError(message.text)

        interviewer.opened[0].take = take
        with caplog.at_level(logging.ERROR):
            line.inbox.put_nowait(next(iter(typed("my secret"))))
            await call

    assert (line.errors(), line.closed_with) == (["E0700"], 1000)
    assert "RuntimeError" in caplog.text
    assert "secret" not in caplog.text
    view = await interviews.get(ada, started.interview_id)
    assert view.status is InterviewStatus.INTERRUPTED


async def test_an_engine_that_cannot_open_leaves_no_call(db, interviews, clock, ada, job_info):
    class Broken(EchoInterviewer):
        @contextlib.asynccontextmanager
        async def open(self, brief):
            raise RuntimeError
            yield

    started = await interviews.start(ada, job_info.id)

    with pytest.raises(RuntimeError):
        await Calls(db, clock, engines(Broken()), CallLimits()).conduct(started.ticket, FakeLine())

    assert db.run_here(lambda session: session.exec(select(Call)).all()) == []


async def test_forged_chats_with_nul_are_not_found(interviews, ada, job_info):
    started = await interviews.start(ada, job_info.id)

    with pytest.raises(NotFound):
        await interviews.keep_chat(ada, started.interview_id, "a\x00b")


async def test_context_null_and_an_empty_object_change_nothing(interviews, calls, ada, job_info):
    started = await interviews.start(ada, job_info.id)
    frames = [
        json.dumps({"type": "session_settings", **more})
        for more in ({}, {"context": None}, {"metadata": {"a": 1}, "tools": [], "new": 1})
    ]

    line = FakeLine(*frames, *typed("bye"), stays=True)
    await calls.conduct(started.ticket, line)

    assert line.errors() == []
