"""Several engines: which one plays, what it calls a chat, and what happens when it is not there."""

import asyncio
import contextlib

import pytest
from sqlmodel import select

from darasa_reflex.core.errors import InvalidInput, NotFound
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.engines.interviewer import Chat
from darasa_reflex.features.interviews.models import Call
from darasa_reflex.features.interviews.service import Interviews
from darasa_reflex.features.interviews.start.preferences import Preferences
from darasa_reflex.features.interviews.status import InterviewStatus
from tests.features.interviews.doubles import (
    NOT_THERE,
    EchoConversation,
    EchoInterviewer,
    FakeLine,
    engines,
)
from tests.features.interviews.doubles import AbsentInterviewer as Absent
from tests.features.interviews.doubles import typed as typing


class Named(EchoInterviewer):
    """Has names of its own for its chats, and says how voices sound."""

    @contextlib.asynccontextmanager
    async def open(self, brief):
        conversation = EchoConversation(brief, "Hello.", "bye")
        conversation.chat = Chat(f"chat-{len(self.opened)}", brief.resumed_group or "group-0")
        self.opened.append(conversation)
        yield conversation


def house(db, clock, *interviewers):
    calls = Calls(db, clock, engines(*interviewers), CallLimits())
    return calls, Interviews(db, clock, calls, limit=1), Preferences(db, clock, calls.interviewers)


async def test_an_engine_that_is_not_there_is_told_with_the_next_best(db, clock, ada, job_info):
    calls, interviews, _ = house(db, clock, Absent(), EchoInterviewer())
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(stays=True)

    await calls.conduct(started.ticket, line)

    (told,) = line.shown
    assert isinstance(told, evi.Error)
    assert told.message == NOT_THERE
    assert told.darasa == evi.Offer(retryable=True, engine="second", title="Second")
    assert line.closed_with == 1000


async def test_a_start_that_failed_costs_nothing(db, clock, ada, job_info):
    calls, interviews, _ = house(db, clock, Absent(), EchoInterviewer())
    started = await interviews.start(ada, job_info.id)

    await calls.conduct(started.ticket, FakeLine())

    view = await interviews.get(ada, started.interview_id)
    assert view.status is InterviewStatus.NOT_STARTED
    assert await interviews.start(ada, job_info.id)


async def test_the_next_best_plays_when_the_person_says_so(db, clock, ada, job_info):
    calls, interviews, chosen = house(db, clock, Absent(), EchoInterviewer("bye"))
    started = await interviews.start(ada, job_info.id)
    await calls.conduct(started.ticket, FakeLine())

    line = FakeLine(*typing("bye"), stays=True)
    await chosen.use_next_engine(ada, started.interview_id)
    await calls.conduct(await interviews.reopen(ada, started.interview_id), line)

    assert "You said bye." in line.texts()
    assert (await interviews.get(ada, started.interview_id)).interview.engine == "second"


async def test_after_the_last_engine_there_is_none(db, clock, ada, job_info):
    _, interviews, chosen = house(db, clock, EchoInterviewer())
    started = await interviews.start(ada, job_info.id)

    with pytest.raises(InvalidInput):
        await chosen.use_next_engine(ada, started.interview_id)


async def test_a_stranger_changes_no_engine(db, clock, ada, eve, job_info):
    _, interviews, chosen = house(db, clock, Absent(), EchoInterviewer())
    started = await interviews.start(ada, job_info.id)

    with pytest.raises(NotFound):
        await chosen.use_next_engine(eve, started.interview_id)

    assert (await interviews.get(ada, started.interview_id)).interview.wanted_engine is None


async def test_the_engines_own_names_are_the_calls_names(db, clock, ada, job_info):
    named = Named()
    calls, interviews, _ = house(db, clock, named)
    started = await interviews.start(ada, job_info.id)
    first, second = FakeLine(), FakeLine()

    await calls.conduct(started.ticket, first)
    await calls.conduct(await interviews.reopen(ada, started.interview_id), second)

    assert [line.shown[0].chat_id for line in (first, second)] == ["chat-0", "chat-1"]
    assert [c.brief.resumed_group for c in named.opened] == ["", "group-0"]
    rows = db.run_here(lambda s: [(c.id, c.engine, c.group_id) for c in s.exec(select(Call))])
    assert sorted(rows) == [("chat-0", "echo", "group-0"), ("chat-1", "echo", "group-0")]


@pytest.mark.parametrize("agreed", [True, False])
async def test_vocal_expressions_are_kept_only_with_consent(db, clock, ada, job_info, agreed):
    named = Named()
    calls, interviews, chosen = house(db, clock, named)
    await chosen.agree_to_expressions(ada, agreed=agreed)
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(stays=True)
    call = asyncio.create_task(calls.conduct(started.ticket, line))
    async with asyncio.timeout(30):
        while not named.opened:
            await asyncio.sleep(0.01)
    scores = {"prosody": {"scores": {"Joy": 0.25, "Interest": 1}}}
    said = evi.UserMessage(
        message=evi.Text(role="user", content="I like it."),
        models=scores,
        time=evi.Span(begin=0, end=9),
    )
    named.opened[0]._out.put_nowait(said)
    named.opened[0]._out.put_nowait(None)
    await call

    turns = await interviews.transcript(ada, started.interview_id)
    expected = {"Joy": 0.25, "Interest": 1.0} if agreed else {}
    assert [t.expressions for t in turns if t.text == "I like it."] == [expected]

    await chosen.agree_to_expressions(ada, agreed=False)
    left = await interviews.transcript(ada, started.interview_id)
    assert all(turn.expressions == {} for turn in left)
