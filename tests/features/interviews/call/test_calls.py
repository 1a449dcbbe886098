"""A call, from its ticket to its stored length."""

import asyncio
import json
from uuid import UUID

import pytest

from darasa_reflex.core.errors import NotFound, NotSignedIn
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.models import Speaker
from darasa_reflex.features.interviews.status import InterviewStatus
from tests.features.interviews.doubles import FakeLine, engines, left_open, typed

pytestmark = pytest.mark.slow

FORGED_CHAT = "00000000-0000-0000-0000-000000000000"


async def until(condition) -> None:
    """Wait for something that happens soon in another task."""
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0.01)


async def test_every_turn_shown_is_kept(interviews, calls, ada, job_info):
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(*typed("one", "two", "bye"), stays=True)

    await calls.conduct(started.ticket, line)

    kept = await interviews.transcript(ada, started.interview_id)
    assert [turn.text for turn in kept] == line.texts()
    assert [turn.position for turn in kept] == list(range(len(kept)))
    assert kept[0].speaker == Speaker.INTERVIEWER
    assert line.closed_with == 1000


async def test_a_turn_is_kept_before_it_is_shown(interviews, calls, ada, job_info):
    started = await interviews.start(ada, job_info.id)

    class PeekingLine(FakeLine):
        async def send(self, frame: str) -> None:
            await super().send(frame)
            kept = await interviews.transcript(ada, started.interview_id)
            missing = set(self.texts()) - {turn.text for turn in kept}
            assert not missing

    line = PeekingLine(*typed("one", "bye"), stays=True)
    await calls.conduct(started.ticket, line)

    assert len(line.texts()) == 5


async def test_the_chat_id_is_the_first_thing_sent_and_stored(interviews, calls, ada, job_info):
    started = await interviews.start(ada, job_info.id)
    line = FakeLine()

    await calls.conduct(started.ticket, line)

    first = line.shown[0]
    assert isinstance(first, evi.ChatMetadata)
    view = await interviews.get(ada, started.interview_id)
    assert view.interview.chat_id == first.chat_id
    assert sum(isinstance(message, evi.ChatMetadata) for message in line.shown) == 1


async def test_a_ticket_opens_one_call(interviews, calls, ada, job_info):
    started = await interviews.start(ada, job_info.id)
    await calls.conduct(started.ticket, FakeLine())

    with pytest.raises(NotSignedIn):
        await calls.conduct(started.ticket, FakeLine())


async def test_a_ticket_is_no_good_after_a_minute(interviews, calls, clock, ada, job_info):
    started = await interviews.start(ada, job_info.id)
    clock.seconds += 61

    assert not await calls.admits(started.ticket)
    with pytest.raises(NotSignedIn):
        await calls.conduct(started.ticket, FakeLine())


async def test_an_invented_ticket_opens_nothing(calls):
    assert not await calls.admits("x" * 43)


async def test_the_length_is_the_servers(interviews, calls, clock, ada, job_info):
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(stays=True)
    call = asyncio.create_task(calls.conduct(started.ticket, line))
    await until(lambda: len(line.shown) > 2)
    clock.seconds += 42
    async with asyncio.timeout(30):  # until the call has said that it lives
        while (await interviews.get(ada, started.interview_id)).interview.duration_seconds < 42:
            await asyncio.sleep(0.01)

    ten_hours = await interviews.keep_duration(ada, started.interview_id, 36_000)
    smaller = await interviews.keep_duration(ada, started.interview_id, 3)
    clock.seconds += 5
    line.inbox.put_nowait(None)
    await call

    assert (ten_hours, smaller) == (42, 42)
    view = await interviews.get(ada, started.interview_id)
    assert view.interview.duration_seconds == 47


async def test_a_length_after_the_call_changes_nothing(interviews, calls, clock, ada, job_info):
    started = await interviews.start(ada, job_info.id)
    await calls.conduct(started.ticket, FakeLine())
    clock.seconds += 600

    assert await interviews.keep_duration(ada, started.interview_id, 600) == 0


async def test_a_foreign_chat_id_is_refused(interviews, calls, ada, job_info):
    mine = await interviews.start(ada, job_info.id)
    other = await interviews.start(ada, job_info.id)
    line = FakeLine()
    await calls.conduct(other.ticket, line)
    assert isinstance(line.shown[0], evi.ChatMetadata)

    for chat_id in (line.shown[0].chat_id, FORGED_CHAT):
        with pytest.raises(NotFound):
            await interviews.keep_chat(ada, mine.interview_id, chat_id)

    assert (await interviews.get(ada, mine.interview_id)).interview.chat_id is None


async def test_resume_goes_on_in_the_same_group(interviews, calls, interviewer, ada, job_info):
    started = await interviews.start(ada, job_info.id)
    first, second = FakeLine(*typed("one"), stays=True), FakeLine(*typed("bye"), stays=True)
    call = asyncio.create_task(calls.conduct(started.ticket, first))
    await until(lambda: len(first.texts()) > 2)
    first.inbox.put_nowait(None)
    await call
    between = await interviews.get(ada, started.interview_id)

    await calls.conduct(await interviews.reopen(ada, started.interview_id), second)

    assert between.status is InterviewStatus.INTERRUPTED
    before, after = first.shown[0], second.shown[0]
    assert isinstance(before, evi.ChatMetadata)
    assert isinstance(after, evi.ChatMetadata)
    assert before.chat_group_id == after.chat_group_id
    assert before.chat_id != after.chat_id
    said = [turn.text for turn in interviewer.opened[1].brief.said]
    assert said == ["Hello Ada.", "one", "You said one."]
    assert (await interviews.get(ada, started.interview_id)).status is InterviewStatus.ENDED


async def test_a_second_tab_takes_the_interview_over(interviews, calls, ada, job_info):
    started = await interviews.start(ada, job_info.id)
    first, second = FakeLine(stays=True), FakeLine(stays=True)
    one = asyncio.create_task(calls.conduct(started.ticket, first))
    await until(lambda: len(first.shown) > 2)

    ticket = await interviews.reopen(ada, started.interview_id)
    two = asyncio.create_task(calls.conduct(ticket, second))
    await one

    assert first.errors() == ["E0799"]
    assert first.closed_with == 1000
    second.inbox.put_nowait(None)
    await two


async def test_a_finished_interview_stays_closed(interviews, calls, ada, job_info):
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(stays=True)
    call = asyncio.create_task(calls.conduct(started.ticket, line))
    await until(lambda: len(line.shown) > 2)

    await interviews.finish(ada, started.interview_id)
    await call

    assert line.closed_with == 1000
    with pytest.raises(NotFound):
        await interviews.reopen(ada, started.interview_id)


async def test_what_was_typed_in_the_last_moment_is_kept(interviews, calls, ada, job_info):
    started = await interviews.start(ada, job_info.id)

    await calls.conduct(started.ticket, FakeLine(*typed("my last words")))

    kept = await interviews.transcript(ada, started.interview_id)
    assert "my last words" in [turn.text for turn in kept]


async def test_half_an_answer_is_kept_when_the_line_breaks(
    interviews, calls, interviewer, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(stays=True)
    call = asyncio.create_task(calls.conduct(started.ticket, line))
    await until(lambda: len(line.shown) > 2)
    interviewer.opened[0].half_said = "I was about to"
    line.gone = True
    line.inbox.put_nowait(None)
    await call

    kept = await interviews.transcript(ada, started.interview_id)
    assert kept[-1].text == "I was about to"


async def test_broken_frames_are_told_and_the_call_goes_on(interviews, calls, ada, job_info):
    started = await interviews.start(ada, job_info.id)
    frames = ["no json", "{}", json.dumps({"type": "nonsense"}), *typed("bye")]
    line = FakeLine(*frames, stays=True)

    await calls.conduct(started.ticket, line)

    assert line.errors() == ["E0100", "E0101", "E0101"]
    assert "You said bye." in line.texts()


@pytest.mark.parametrize(
    ("frames", "code"),
    [
        ([b"\x00" * 1_000_000], "E0102"),
        (["x" * 300_000], "E0102"),
        ([b"\x93garbage that is no audio at all"] * 3, "I0116"),
        (["{}"] * 40, "E0104"),
        (['{"type":"pause_assistant_message"}'] * 1_000, "E0103"),
    ],
)
async def test_what_breaks_the_limits_ends_the_call(interviews, calls, ada, job_info, frames, code):
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(*frames, stays=True)

    await calls.conduct(started.ticket, line)

    assert line.errors()[-1] == code
    assert line.closed_with == 1000
    assert (await interviews.get(ada, started.interview_id)).status is InterviewStatus.INTERRUPTED


async def test_silence_is_warned_of_aloud_and_then_ends_the_call(
    db, interviews, clock, interviewer, ada, job_info
):
    calls = Calls(db, clock, engines(interviewer), CallLimits(idle_seconds=60))
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(stays=True)
    call = asyncio.create_task(calls.conduct(started.ticket, line))
    await until(lambda: len(line.shown) > 2)
    clock.seconds += 61
    await until(lambda: any("still there" in text for text in line.texts()))

    clock.seconds += 16
    await call

    assert line.errors() == ["E0714"]


async def test_the_longest_time_ends_the_interview(interviews, calls, clock, ada, job_info):
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(stays=True)
    call = asyncio.create_task(calls.conduct(started.ticket, line))
    await until(lambda: len(line.shown) > 2)
    clock.seconds += 2_045
    line.inbox.put_nowait(next(iter(typed("still here"))))
    await until(lambda: any("one minute" in text for text in line.texts()))

    clock.seconds += 60
    await call

    assert line.errors() == ["E0715"]
    assert (await interviews.get(ada, started.interview_id)).status is InterviewStatus.ENDED


async def test_a_stopped_server_stores_the_length(interviews, calls, clock, ada, job_info):
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(stays=True)
    call = asyncio.create_task(calls.conduct(started.ticket, line))
    await until(lambda: len(line.shown) > 2)
    clock.seconds += 7

    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call

    view = await interviews.get(ada, started.interview_id)
    assert view.interview.duration_seconds == 7
    assert view.status is InterviewStatus.INTERRUPTED


async def test_a_server_that_stops_waits_until_its_calls_are_stored(
    interviews, calls, clock, ada, job_info
):
    started = [await interviews.start(ada, job_info.id) for _ in range(3)]
    lines = [FakeLine(stays=True) for _ in started]
    for its, line in zip(started, lines, strict=True):
        asyncio.create_task(calls.conduct(its.ticket, line))  # noqa: RUF006 (ended by `stop`)
    await until(lambda: all(len(line.shown) > 2 for line in lines))
    clock.seconds += 9

    await calls.stop()

    views = [await interviews.get(ada, its.interview_id) for its in started]
    assert [view.interview.duration_seconds for view in views] == [9, 9, 9]


async def test_an_end_is_stored_even_when_cancelled_while_storing(
    interviews, calls, clock, ada, job_info, monkeypatch
):
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(stays=True)
    call = asyncio.create_task(calls.conduct(started.ticket, line))
    await until(lambda: len(line.shown) > 2)
    clock.seconds += 4

    async def cancelled(work, *, live):
        raise asyncio.CancelledError

    monkeypatch.setattr(calls._db, "run", cancelled)
    line.inbox.put_nowait(None)
    with pytest.raises(asyncio.CancelledError):
        await call

    view = await interviews.get(ada, started.interview_id)
    assert view.interview.duration_seconds == 4


async def test_a_call_of_a_dead_server_reads_as_interrupted(
    interviews, calls, clock, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    left_open(calls, started.ticket)
    running = await interviews.get(ada, started.interview_id)
    clock.seconds += 16

    later = await interviews.get(ada, started.interview_id)

    assert running.status is InterviewStatus.RUNNING
    assert later.status is InterviewStatus.INTERRUPTED


async def test_another_person_gets_nothing(interviews, calls, ada, eve, job_info):
    started = await interviews.start(ada, job_info.id)
    await calls.conduct(started.ticket, FakeLine(*typed("one")))
    its = started.interview_id
    nothing = UUID(FORGED_CHAT)

    for attempt in (
        interviews.get(eve, its),
        interviews.transcript(eve, its),
        interviews.reopen(eve, its),
        interviews.finish(eve, its),
        interviews.delete(eve, its),
        interviews.keep_chat(eve, its, "x"),
        interviews.keep_duration(eve, its, 36_000),
        interviews.start(eve, job_info.id),
        interviews.of_job(eve, job_info.id),
        interviews.get(ada, nothing),
    ):
        with pytest.raises(NotFound):
            await attempt

    assert len(await interviews.of_job(ada, job_info.id)) == 1
    assert await interviews.held(eve, [job_info.id]) == {}
