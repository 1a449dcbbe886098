"""Times of words in the database: on the clock of the interview, and the person's to take along."""

import pytest

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.timing.audible import Utterance
from darasa_reflex.features.interviews.call.writing.owed import Owed
from darasa_reflex.features.interviews.call.writing.record import Record
from tests.features.interviews.doubles import left_open
from tests.features.personal_data.furnished import exported

pytestmark = pytest.mark.slow

SPOKEN = evi.UserMessage(
    message=evi.Text(role="user", content="I led\x00 it."),
    time=evi.Span(begin=900, end=2_000),
    darasa=evi.Measured(
        segments=((900, 2_000),),
        words=(("I", 900, 1_000), ("led\x00", 1_000, 1_500), ("it.", 1_600, 2_000)),
    ),
)


async def test_words_of_a_later_call_count_from_the_start_of_the_interview(
    db, clock, interviews, calls, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    chat_id = left_open(calls, started.ticket)
    record = Record(db, Owed(db), clock, started.interview_id, chat_id, offset_ms=60_000)

    await record.keep_actor(SPOKEN)

    (turn,) = await interviews.transcript(ada, started.interview_id)
    assert turn.words == [["I", 60_900, 61_000], ["led", 61_000, 61_500], ["it.", 61_600, 62_000]]
    assert turn.segments == [[60_900, 62_000]]
    assert (turn.began_ms, turn.ended_ms) == (60_900, 62_000)


async def test_the_interviewer_of_a_later_call_is_heard_on_the_clock_of_the_interview(
    db, clock, interviews, calls, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    chat_id = left_open(calls, started.ticket)
    record = Record(db, Owed(db), clock, started.interview_id, chat_id, offset_ms=60_000)
    asked = evi.AssistantMessage(message=evi.Text(role="assistant", content="Why?"))

    turn_id = await record.keep_interviewer(asked, 400)
    record.note_times({turn_id: Utterance(began_ms=500, ended_ms=1_500)})
    await record.beat(1.0)

    (turn,) = await interviews.transcript(ada, started.interview_id)
    assert (turn.began_ms, turn.ended_ms) == (60_500, 61_500)


async def test_a_person_takes_the_times_of_their_words_along(
    db, clock, interviews, calls, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    record = Record(db, Owed(db), clock, started.interview_id, left_open(calls, started.ticket), 0)
    await record.keep_actor(SPOKEN)

    told = await exported(db, ada, clock.now())

    (turn,) = told["job_infos"][0]["interviews"][0]["turns"]
    assert turn["words"] == [["I", 900, 1_000], ["led", 1_000, 1_500], ["it.", 1_600, 2_000]]
