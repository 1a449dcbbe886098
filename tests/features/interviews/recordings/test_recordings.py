"""Answers that are recorded: chosen, kept beside a call, heard by nobody else, and gone with it."""

import asyncio
import json
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlmodel import func, select

from darasa_reflex.core.errors import InvalidInput, NotFound, NotKept
from darasa_reflex.core.processes.child import ChildDied
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.call.writing.record import Record
from darasa_reflex.features.interviews.models import Interview, Turn
from darasa_reflex.features.interviews.recordings import recordings as module
from darasa_reflex.features.interviews.recordings.models import Recording
from darasa_reflex.features.interviews.recordings.recorder import Take
from darasa_reflex.features.interviews.recordings.recordings import TURNED_OFF, Recordings
from darasa_reflex.features.interviews.service import Interviews
from darasa_reflex.features.personal_data.retention import Retention
from tests.features.interviews.doubles import (
    EchoConversation,
    EchoInterviewer,
    FakeLine,
    engines,
    said_by_actor,
    typed,
)
from tests.features.personal_data.furnished import exported

SECOND = b"\x07\x00" * 16_000
AUDIO = evi.write(evi.SessionSettings(audio=evi.AudioSettings(sample_rate=16_000)))


class Listening(EchoConversation):
    """Takes each second that it hears for an answer."""

    async def hear(self, pcm):
        await super().hear(pcm)
        seconds = len(self.heard)
        span = evi.Span(begin=1_000 * (seconds - 1), end=1_000 * seconds)
        said = said_by_actor(f"Answer {seconds}.").model_copy(update={"time": span})
        self._out.put_nowait(said)


class Listener(EchoInterviewer):
    def open(self, brief):
        return _Opened(Listening(brief, "Hello.", None))


class _Opened:
    def __init__(self, talk):
        self.talk = talk

    async def __aenter__(self):
        return self.talk

    async def __aexit__(self, *error):
        return None


async def as_it_is(pcm):
    return pcm


class House:
    """Calls that are recorded, by whatever encodes."""

    def __init__(self, db, clock, encode=as_it_is, *, wanted=True):
        self.db, self.recordings = db, Recordings(db, wanted=wanted, encode=encode)
        calls = Calls(db, clock, engines(Listener()), CallLimits(), self.recordings)
        self.interviews = Interviews(db, clock, calls, limit=None)
        self.calls = calls

    async def hold(self, who, job, *frames, recorded=True):
        """Hold an interview with these frames; return its id."""
        started = await self.interviews.start(who, job.id, recorded=recorded)
        await self.calls.conduct(started.ticket, FakeLine(AUDIO, *frames))
        return started.interview_id

    async def turns(self, who, interview_id):
        """The turns of the person, by what they said."""
        said = await self.interviews.transcript(who, interview_id)
        return {turn.text: turn.id for turn in said if turn.speaker == "actor"}


@pytest.fixture
def house(db, clock):
    return House(db, clock)


def many(db):
    return db.run_here(lambda s: s.exec(select(func.count()).select_from(Recording)).one())


async def test_an_answer_that_the_line_closes_over_is_kept_with_its_sound(
    house, ada, job_info, monkeypatch
):
    """The database has taken the words, and tells so only when the line is closed."""
    told, closed, keep_actor = asyncio.Event(), asyncio.Event(), Record.keep_actor

    async def slow(record, message):
        turn_id = await keep_actor(record, message)
        told.set()
        await closed.wait()
        return turn_id

    monkeypatch.setattr(Record, "keep_actor", slow)
    started = await house.interviews.start(ada, job_info.id, recorded=True)
    line = FakeLine(AUDIO, SECOND, stays=True)
    holding = asyncio.create_task(house.calls.conduct(started.ticket, line))
    await told.wait()
    (call,) = house.calls._live.values()
    line.inbox.put_nowait(None)
    async with asyncio.timeout(30):
        while not call.over:
            await asyncio.sleep(0.001)
    closed.set()
    await holding

    kept = await house.recordings.of(ada, started.interview_id)
    turns = await house.turns(ada, started.interview_id)
    assert {one.turn_id for one in kept} == set(turns.values())
    assert list(turns) == ["Answer 1."]


async def test_each_spoken_answer_is_kept_with_its_turn(house, ada, job_info):
    interview_id = await house.hold(ada, job_info, SECOND, SECOND)

    kept = await house.recordings.of(ada, interview_id)
    turns = await house.turns(ada, interview_id)

    assert {one.turn_id for one in kept} == set(turns.values())
    assert [one.began_ms for one in sorted(kept, key=lambda k: k.began_ms)] == [0, 1_000]
    assert (await house.recordings.sound(ada, turns["Answer 1."])).startswith(SECOND)


async def test_who_did_not_choose_it_is_not_recorded(house, ada, job_info):
    interview_id = await house.hold(ada, job_info, SECOND, recorded=False)

    assert await house.recordings.of(ada, interview_id) == []
    assert len(await house.turns(ada, interview_id)) == 1


@pytest.mark.slow
async def test_what_is_typed_has_no_sound(house, ada, job_info):
    interview_id = await house.hold(ada, job_info, *typed("I type this."), SECOND)

    (kept,) = await house.recordings.of(ada, interview_id)
    assert kept.turn_id == (await house.turns(ada, interview_id))["Answer 1."]


@pytest.mark.slow
async def test_the_choice_is_off_at_first_and_then_what_it_was_last(house, ada, job_info):
    first = await house.interviews.chosen_last(ada)
    await house.hold(ada, job_info)

    assert (first.recorded, (await house.interviews.chosen_last(ada)).recorded) == (False, True)


async def test_a_choice_that_is_none_is_refused(house, ada, job_info):
    with pytest.raises(InvalidInput, match="recorded"):
        await house.interviews.start(ada, job_info.id, recorded="on")


@pytest.mark.slow
async def test_a_server_that_offers_it_to_nobody_records_nobody(db, clock, ada, job_info):
    house = House(db, clock, wanted=False)

    interview_id = await house.hold(ada, job_info, SECOND)

    assert house.recordings.obstacle == TURNED_OFF
    assert await house.recordings.of(ada, interview_id) == []


@pytest.mark.slow
@pytest.mark.parametrize("failure", [ChildDied(), NotKept("is full"), ValueError("a bug")])
async def test_what_fails_costs_one_recording_and_no_word(db, clock, ada, job_info, failure):
    async def fails_once(pcm, failures=[failure]):  # noqa: B006
        if failures:
            raise failures.pop()
        return pcm

    house = House(db, clock, fails_once)

    interview_id = await house.hold(ada, job_info, SECOND, SECOND)

    (kept,) = await house.recordings.of(ada, interview_id)
    turns = await house.turns(ada, interview_id)
    assert turns.keys() == {"Answer 1.", "Answer 2."}
    assert kept.turn_id == turns["Answer 2."]


@pytest.mark.slow
async def test_nothing_that_is_encoded_holds_a_call_up(db, clock, ada, job_info):
    gate = asyncio.Event()

    async def slow(pcm):
        await gate.wait()
        return pcm

    house = House(db, clock, slow)
    interview_id = await house.hold(ada, job_info, SECOND)  # over, and nothing is encoded yet
    gate.set()

    assert len(await house.recordings.of(ada, interview_id)) == 1


@pytest.mark.slow
async def test_at_the_cap_no_more_is_kept(house, ada, job_info, monkeypatch):
    monkeypatch.setattr(module, "MOST_MINUTES", 1.5 / 60)

    interview_id = await house.hold(ada, job_info, SECOND, SECOND, SECOND)

    kept = await house.recordings.of(ada, interview_id)
    assert [one.began_ms for one in kept] == [0]
    assert len(await house.turns(ada, interview_id)) == 3


@pytest.mark.slow
async def test_once_ended_nothing_is_kept_wherever_the_call_is(house, ada, job_info):
    interview_id = await house.hold(ada, job_info, SECOND)
    turn_id = (await house.turns(ada, interview_id))["Answer 1."]
    await house.recordings.delete(ada, interview_id)
    elsewhere = Recordings(house.db, encode=as_it_is)  # of a server that knows nothing of it

    elsewhere._encoding.take(Take(interview_id, turn_id, 0, SECOND))
    await elsewhere.stop()

    assert many(house.db) == 0


async def test_a_live_call_is_heard_no_more_once_its_person_ends_it(house, ada, job_info):
    started = await house.interviews.start(ada, job_info.id, recorded=True)
    recorder = house.recordings.recorder(started.interview_id, 0)
    recorder.hear(SECOND, 1_000)

    await house.recordings.end(ada, started.interview_id)

    assert not recorder._sound


async def test_a_stranger_hears_ends_and_deletes_nothing(house, ada, eve, job_info):
    interview_id = await house.hold(ada, job_info, SECOND)
    await house.recordings.of(ada, interview_id)
    turn_id = (await house.turns(ada, interview_id))["Answer 1."]
    recorder = house.recordings.recorder(interview_id, 0)
    recorder.hear(SECOND, 1_000)

    for asked in (
        house.recordings.of(eve, interview_id),
        house.recordings.sound(eve, turn_id),
        house.recordings.sound(ada, uuid4()),
        house.recordings.sound_in(uuid4(), turn_id),
        house.recordings.end(eve, interview_id),
        house.recordings.delete(eve, interview_id),
    ):
        with pytest.raises(NotFound):
            await asked

    assert (many(house.db), bool(recorder._sound)) == (1, True)


@pytest.mark.slow
@pytest.mark.parametrize("gone", [Turn, Interview, User])
async def test_a_recording_goes_with_what_it_belongs_to(house, ada, job_info, gone):
    interview_id = await house.hold(ada, job_info, SECOND)
    await house.recordings.of(ada, interview_id)
    turn_id = (await house.turns(ada, interview_id))["Answer 1."]
    key = {Turn: turn_id, Interview: interview_id, User: ada.user_id}[gone]

    house.db.run_here(lambda session: session.delete(session.get_one(gone, key)))

    assert many(house.db) == 0


@pytest.mark.slow
async def test_it_is_kept_as_long_as_the_interview(house, clock, ada, job_info):
    house.db.run_here(lambda s: setattr(s.get_one(User, ada.user_id), "keep_days", 30))
    interview_id = await house.hold(ada, job_info, SECOND)
    await house.recordings.of(ada, interview_id)
    created = house.db.run_here(lambda s: s.get_one(Interview, interview_id).created_at)

    kept = many(house.db)
    await Retention(house.db, clock).sweep(created + timedelta(days=31))

    assert (kept, many(house.db)) == (1, 0)


@pytest.mark.slow
async def test_its_person_gets_the_sound_with_their_copy_of_all(house, clock, ada, eve, job_info):
    interview_id = await house.hold(ada, job_info, SECOND, SECOND)
    await house.recordings.of(ada, interview_id)

    hers, others = [await exported(house.db, one, clock.now()) for one in (ada, eve)]

    assert [row["began_ms"] for row in hers["recordings"]] == [0, 1_000]
    assert json.dumps(hers).count("BwAHAAcA") > 2  # SECOND in base64
    assert others["recordings"] == []
