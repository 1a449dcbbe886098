"""A short call, in milliseconds: what it takes, tells, keeps and ends with."""

import asyncio
import struct

import pytest
from sqlmodel import select

from darasa_reflex.core.errors import NotFound
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call import call as live_calls
from darasa_reflex.features.interviews.call import line as lines
from darasa_reflex.features.interviews.call.call import TYPED_CHARACTERS, _reason
from darasa_reflex.features.interviews.call.calls import CallLimits
from darasa_reflex.features.interviews.call.incoming.intake import _RawStream
from darasa_reflex.features.interviews.call.line import EndReason
from darasa_reflex.features.interviews.call.timing.audible import Audible
from darasa_reflex.features.interviews.call.typed import TypedTurns
from darasa_reflex.features.interviews.call.writing.moments import Moments
from darasa_reflex.features.interviews.models import Call, Interview
from tests.features.interviews.doubles import FakeLine, left_open, said_by_actor, typed
from tests.vendors.hume.hume_script import tone


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(lines, "_SILENT_SECONDS", 0.005)
    monkeypatch.setattr(live_calls, "_PATROL_SECONDS", 0.005)


async def greeted(*lines):
    """Wait until these lines have been greeted."""
    async with asyncio.timeout(30):
        while any(len(line.shown) < 4 for line in lines):
            await asyncio.sleep(0.001)


async def held(interviews, calls, ada, job_info, *frames, stays=True):
    """Hold a call of a new interview; return its id and its line."""
    started, line = await interviews.start(ada, job_info.id), FakeLine(*frames, stays=stays)
    async with asyncio.timeout(30):
        await calls.conduct(started.ticket, line)
    return started.interview_id, line


async def words(interviews, ada, interview_id):
    return [turn.text for turn in await interviews.transcript(ada, interview_id)]


def reason(db):
    return db.run_here(lambda session: session.exec(select(Call.end_reason)).one())


async def test_a_typed_turn_may_have_its_longest_length_and_not_one_character_more(
    interviews, calls, ada, job_info
):
    frames = typed("x" * (TYPED_CHARACTERS + 1), "y" * TYPED_CHARACTERS, "bye")

    interview, line = await held(interviews, calls, ada, job_info, *frames)

    assert line.errors() == ["E0105"]
    assert "y" * TYPED_CHARACTERS in await words(interviews, ada, interview)


async def test_what_is_typed_as_the_line_closes_is_kept_without_the_spaces_around_it(
    interviews, calls, ada, job_info
):
    frames = typed("  my last words ")

    interview, _ = await held(interviews, calls, ada, job_info, *frames, stays=False)

    assert "my last words" in await words(interviews, ada, interview)


@pytest.mark.parametrize("gone", [False, True])
async def test_a_line_that_is_gone_is_lost_and_not_a_fault_of_ours(
    db, interviews, calls, ada, job_info, gone
):
    started, line = await interviews.start(ada, job_info.id), FakeLine()
    line.gone = gone

    await calls.conduct(started.ticket, line)

    assert reason(db) == ("lost" if gone else "hang_up")


async def test_a_goodbye_and_a_time_that_is_up_finish_an_interview_and_a_hang_up_does_not(
    db, interviews, calls, clock, ada, job_info
):
    said, _ = await held(interviews, calls, ada, job_info, *typed("bye"))
    left, _ = await held(interviews, calls, ada, job_info, stays=False)
    started, line = await interviews.start(ada, job_info.id), FakeLine(stays=True)
    call = asyncio.create_task(calls.conduct(started.ticket, line))
    await greeted(line)
    clock.seconds += 3_600
    async with asyncio.timeout(30):
        await call

    ended = db.run_here(lambda s: [s.get(Interview, one) for one in (said, left)])
    assert [one.finished_at is None for one in ended] == [False, True]
    assert (await interviews.get(ada, started.interview_id)).interview.finished_at


async def test_of_several_ends_at_once_the_persons_own_counts():
    async def ends(reason):
        return reason

    done = {
        asyncio.create_task(ends(one))
        for one in (EndReason.FAILED, EndReason.HANG_UP, EndReason.MAX_DURATION)
    }
    await asyncio.wait(done)

    assert _reason(done) is EndReason.HANG_UP


def test_a_sentence_is_heard_when_the_one_before_it_has_ended():
    audible = Audible()
    audible.begin("first", 0)
    audible.add("first", 3_000, 0)

    began_ms = audible.begin("second", 500)

    assert began_ms == 3_000


def test_an_interruption_leaves_what_was_heard_before_where_it_was():
    audible = Audible()
    for name in ("first", "second"):
        audible.begin(name, 0)
        audible.add(name, 3_000, 0)

    audible.cut(5_000)

    heard = [audible.utterances[name] for name in ("first", "second")]
    assert [(one.began_ms, one.ended_ms) for one in heard] == [(0, 3_000), (3_000, 5_000)]


def test_typed_answers_keep_their_names_in_whatever_order_an_engine_tells_them():
    typing = TypedTurns()
    for key, text in (("a", "One."), ("b", "Two.")):
        assert typing.begin(key, text)

    told = [typing.named(said_by_actor(text, from_text=True)) for text in ("Two.", "One.")]

    assert [message.darasa.key for message in told] == ["b", "a"]


def test_a_moment_begins_when_the_question_before_it_has_been_heard():
    moments = Moments()
    moments.take(evi.PauseAssistant(), 1_000, heard_ms=4_000)
    moments.take(evi.ResumeAssistant(), 9_000, heard_ms=4_000)

    assert moments.before(10_000, 10_000) == 5_000


async def test_words_of_a_later_call_stand_behind_those_of_the_first(
    interviews, calls, interviewer, clock, ada, job_info
):
    started, line = await interviews.start(ada, job_info.id), FakeLine(stays=True)
    call = asyncio.create_task(calls.conduct(started.ticket, line))
    await greeted(line)
    clock.seconds += 60
    line.inbox.put_nowait(None)
    await call
    ticket, again = await interviews.reopen(ada, started.interview_id), FakeLine(stays=True)
    call = asyncio.create_task(calls.conduct(ticket, again))
    await greeted(again)
    async with asyncio.timeout(30):
        interviewer.opened[1]._out.put_nowait(said_by_actor("I was there."))
        while "I was there." not in again.texts():
            await asyncio.sleep(0.001)
        again.inbox.put_nowait(None)
        await call

    turns = await interviews.transcript(ada, started.interview_id)
    said = next(turn for turn in turns if turn.text == "I was there.")
    heard = [turn for turn in turns if turn.speaker == "interviewer"]
    assert said.began_ms >= 60_000
    assert min(turn.ended_ms for turn in heard[1:]) >= 60_000


async def test_a_call_whose_interview_is_gone_ends_in_words_at_its_next_beat(
    db, interviews, calls, clock, ada, job_info
):
    started, line = await interviews.start(ada, job_info.id), FakeLine(stays=True)
    call = asyncio.create_task(calls.conduct(started.ticket, line))
    await greeted(line)
    db.run_here(lambda session: session.delete(session.get(Interview, started.interview_id)))
    clock.seconds += 30
    async with asyncio.timeout(30):
        await call

    assert len(line.errors()) == 1


async def test_of_two_tabs_the_older_one_is_told_that_the_interview_went_on_in_the_other(
    db, interviews, calls, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    first, second = FakeLine(stays=True), FakeLine(stays=True)
    one = asyncio.create_task(calls.conduct(started.ticket, first))
    await greeted(first)

    ticket = await interviews.reopen(ada, started.interview_id)
    two = asyncio.create_task(calls.conduct(ticket, second))
    async with asyncio.timeout(30):
        await one
    second.inbox.put_nowait(None)
    await two

    assert (first.errors(), second.errors()) == (["E0799"], [])


def test_a_later_call_has_the_time_that_the_calls_before_it_left(calls):
    longest_ms = CallLimits().max_call_seconds * 1_000

    left = [calls._timeouts(longest_ms + more, "en").longest_ms for more in (-10_000, 0, 10_000)]

    assert left == [10_000, 0, 0]


async def test_of_a_sentence_that_is_talked_over_what_was_heard_is_kept(
    interviews, calls, interviewer, ada, job_info
):
    started, line = await interviews.start(ada, job_info.id), FakeLine(stays=True)
    call = asyncio.create_task(calls.conduct(started.ticket, line))
    await greeted(line)
    greeting = next(one for one in line.shown if isinstance(one, evi.AssistantMessage))
    cut = evi.UserInterruption(time=0, darasa=evi.Cut(heard={greeting.id: "Hello"}))
    interviewer.opened[0]._out.put_nowait(cut)
    async with asyncio.timeout(30):
        while not isinstance(line.shown[-1], evi.UserInterruption):
            await asyncio.sleep(0.001)
    line.inbox.put_nowait(None)
    await call

    (turn,) = await interviews.transcript(ada, started.interview_id)
    assert (turn.text, turn.cut_off) == ("Hello", True)


def test_half_a_sample_of_two_channels_waits_for_its_other_half():
    stream = _RawStream(evi.AudioSettings(encoding="linear16", sample_rate=16_000, channels=2))
    pcm = struct.pack("<6h", 100, 300, -100, -300, 7, 7)

    heard = [stream.take(pcm[:6]), stream.take(pcm[6:9]), stream.take(pcm[9:])]

    assert [len(some) for some in heard] == [2, 2, 2]
    assert struct.unpack("<3h", b"".join(heard)) == (200, -200, 7)


async def test_a_browser_cannot_make_a_call_longer_than_our_clock_says_or_shorter_again(
    db, interviews, calls, clock, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    chat = left_open(calls, started.ticket)
    clock.seconds += 14

    told = [
        await interviews.keep_duration(ada, started.interview_id, seconds)
        for seconds in (8, 9_999, 3)
    ]

    assert told == [8, 14, 14]
    assert db.run_here(lambda session: session.get(Call, chat)).seconds == 14


async def test_a_chat_of_another_interview_is_not_taken_for_this_one(
    interviews, calls, ada, job_info
):
    one, two = [await interviews.start(ada, job_info.id) for _ in range(2)]
    _, chat = left_open(calls, one.ticket), left_open(calls, two.ticket)

    with pytest.raises(NotFound):
        await interviews.keep_chat(ada, one.interview_id, chat)
    await interviews.keep_chat(ada, two.interview_id, chat)


async def test_of_two_engines_that_open_for_one_interview_only_the_newer_ticket_gets_its_call(
    db, interviews, calls, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    tickets = [started.ticket, await interviews.reopen(ada, started.interview_id)]
    older, newer = [db.run_here(lambda s, one=one: calls._admit(s, one)) for one in tickets]

    opened = [
        db.run_here(lambda s, one=one: calls._connect(s, one, None)) for one in (older, newer)
    ]

    assert [one is not None for one in opened] == [False, True]


async def test_last_words_are_heard_out_before_the_call_ends(
    interviews, calls, interviewer, ada, job_info, monkeypatch
):
    waits, sleep = [], asyncio.sleep

    async def noted(seconds):
        waits.append(seconds)
        await sleep(min(seconds, 0.005))

    monkeypatch.setattr(live_calls.asyncio, "sleep", noted)
    started, line = await interviews.start(ada, job_info.id), FakeLine(stays=True)
    call = asyncio.create_task(calls.conduct(started.ticket, line))
    await greeted(line)
    greeting = next(one for one in line.shown if isinstance(one, evi.AssistantMessage))
    sound = evi.AudioOutput(id=greeting.id or "", index=1, data=tone(2_000, rate=8_000))
    interviewer.opened[0]._out.put_nowait(sound)
    line.inbox.put_nowait(typed("bye")[0])

    async with asyncio.timeout(30):
        await call

    # The clock of the call stands still: all two seconds are still to be heard.
    assert 2.0 in waits


async def test_nobody_else_reads_an_interview_resumes_it_or_learns_its_length(
    interviews, calls, ada, eve, job_info
):
    started = await interviews.start(ada, job_info.id)
    left_open(calls, started.ticket)

    for asked in (
        interviews.get(eve, started.interview_id),
        interviews.transcript(eve, started.interview_id),
        interviews.keep_duration(eve, started.interview_id, 1.0),
    ):
        with pytest.raises(NotFound):
            await asked

    assert await interviews.unfinished(eve) is None
    assert await interviews.held(eve, [job_info.id]) == {}
    assert (await interviews.unfinished(ada)).interview.id == started.interview_id


async def test_an_end_that_is_known_is_not_written_anew_by_the_calls_after_it(
    db, interviews, calls, clock, ada, job_info
):
    started, began, chats = await interviews.start(ada, job_info.id), clock.now(), []
    for _ in range(3):
        chats.append(left_open(calls, await interviews.reopen(ada, started.interview_id)))
        clock.seconds += 10

    kept = db.run_here(lambda session: [session.get(Call, chat) for chat in chats])
    ended = [call.ended_at and (call.ended_at - began).total_seconds() for call in kept]
    assert ended == [10, 20, None]


async def test_a_server_that_starts_ends_calls_of_dead_servers_and_none_of_the_living(
    db, interviews, calls, clock, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    chat = left_open(calls, started.ticket)
    reasons = []
    for seconds in (10, 10):
        clock.seconds += seconds
        await calls.close_orphans()
        reasons.append(db.run_here(lambda session: session.get(Call, chat).end_reason))

    assert reasons == [None, "server_lost"]
