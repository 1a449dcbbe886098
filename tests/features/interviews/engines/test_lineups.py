"""What played is kept with each call, as the room showed it, and shown to its owner alone."""

import asyncio
from dataclasses import replace

import pytest

from darasa_reflex.core.engines.cast import Cast, Member
from darasa_reflex.core.errors import NotFound
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.engines.lineup.lineup import Lineup
from darasa_reflex.features.interviews.engines.lineup.lineups import Lineups
from tests.features.interviews.call.test_calls import until
from tests.features.interviews.doubles import EchoInterviewer, FakeLine, left_open, typed
from tests.features.personal_data.furnished import exported

pytestmark = pytest.mark.slow

NONE_BETTER = "No better engine is part of this version."
ROUGH = Lineup(("Built-in.",), ("Rough.", "Not Whisper: not fetched."), ("espeak.",))
FINE = replace(ROUGH, heard=("Whisper.",))


async def test_what_the_strip_says_is_kept_from_the_first_words_on(
    db, interviews, calls, ada, job_info
):
    started = await interviews.start(ada, job_info.id)

    await calls.conduct(started.ticket, FakeLine(*typed("one", "two", "bye"), stays=True))

    (played,) = await Lineups(db).of(ada, started.interview_id)
    assert played.from_ms == 0
    assert played.lineup == Lineup(("Echo", NONE_BETTER))


async def test_each_change_is_kept_once_and_when_it_was(
    db, clock, interviews, calls, interviewer, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(stays=True)
    call = asyncio.create_task(calls.conduct(started.ticket, line))
    await until(lambda: len(line.texts()) == 1)
    (conversation,) = interviewer.opened
    for seconds, lineup, words in ((10, ROUGH, "a"), (20, ROUGH, "b"), (30, FINE, "c")):
        clock.seconds, conversation.lineup = seconds, lineup
        said = len(line.texts()) + 2
        line.inbox.put_nowait(next(iter(typed(words))))
        await until(lambda said=said: len(line.texts()) == said)
    line.inbox.put_nowait(None)
    await call

    played = await Lineups(db).of(ada, started.interview_id)

    assert [one.from_ms for one in played] == [0, 10_000, 30_000]
    assert played[1].lineup.heard == ROUGH.heard
    assert played[1].lineup.engine == ("Built-in.", NONE_BETTER)
    assert played[2].lineup.heard == ("Whisper.",)


async def test_a_later_call_is_kept_on_the_clock_of_the_interview(
    db, clock, interviews, calls, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(stays=True)
    call = asyncio.create_task(calls.conduct(started.ticket, line))
    await until(lambda: len(line.texts()) == 1)
    clock.seconds = 40
    line.inbox.put_nowait(None)
    await call
    clock.seconds = 500

    ticket = await interviews.reopen(ada, started.interview_id)
    await calls.conduct(ticket, FakeLine(*typed("bye"), stays=True))

    played = await Lineups(db).of(ada, started.interview_id)
    assert [one.from_ms for one in played] == [0, 40_000]


async def test_why_nothing_better_played_is_kept_with_it(db, clock, interviews, ada, job_info):
    own = EchoInterviewer(goodbye="bye")
    hume = Member("hume", "Hume EVI", lambda: own, "HUME_API_KEY is not set.")
    only = Cast((hume, Member("echo", "Echo", lambda: own)))
    started = await interviews.start(ada, job_info.id)

    line = FakeLine(*typed("bye"), stays=True)
    await Calls(db, clock, only, CallLimits()).conduct(started.ticket, line)

    (played,) = await Lineups(db).of(ada, started.interview_id)
    assert played.lineup.engine == ("Echo", "Not Hume EVI: HUME_API_KEY is not set.")


async def test_a_call_that_an_earlier_version_held_has_none(db, interviews, calls, ada, job_info):
    started = await interviews.start(ada, job_info.id)
    left_open(calls, started.ticket)

    assert await Lineups(db).of(ada, started.interview_id) == []


async def test_another_person_learns_nothing_of_it(db, interviews, calls, ada, eve, job_info):
    started = await interviews.start(ada, job_info.id)
    await calls.conduct(started.ticket, FakeLine(*typed("bye"), stays=True))

    with pytest.raises(NotFound):
        await Lineups(db).of(eve, started.interview_id)


async def test_a_person_takes_it_along(db, clock, interviews, calls, ada, job_info):
    started = await interviews.start(ada, job_info.id)
    await calls.conduct(started.ticket, FakeLine(*typed("bye"), stays=True))

    told = await exported(db, ada, clock.now())

    (call,) = told["job_infos"][0]["interviews"][0]["calls"]
    assert call["lineups"][0]["engine"] == ["Echo", NONE_BETTER]
