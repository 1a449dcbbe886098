"""After the call: what an engine has kept makes the transcript whole, once."""

import asyncio
from datetime import timedelta

import pytest

from darasa_reflex.features.interviews import repository
from darasa_reflex.features.interviews.recollection.recollection import Recollection
from tests.features.interviews.doubles import engines
from tests.features.interviews.recollection.archive import (
    ANSWERED,
    ASKED,
    SAID,
    THANKED,
    agree,
    held,
    spoken,
    turns_of,
)

pytestmark = pytest.mark.slow


async def test_lost_turns_stand_where_they_were_said(db, clock, job_info, archive, recollection):
    interview = held(db, clock, job_info, (1_000, *ASKED), (3_000, *THANKED))
    archive.keeps(*SAID)

    assert await recollection.run_once()

    turns = turns_of(db, interview)
    assert [(turn.speaker, turn.text) for turn in turns] == list(SAID)
    assert [turn.position for turn in turns] == [0, 1, 2]
    assert [turn.began_ms for turn in turns] == [1_000, 2_000, 3_000]
    assert turns[1].ended_ms is None
    assert not await recollection.run_once()
    assert archive.asked == ["chat"]


async def test_a_call_of_which_nothing_came_through_stands_between_its_neighbours(
    db, clock, job_info, archive, recollection
):
    done = {"recalled_at": clock.now()}
    interview = held(db, clock, job_info, (1_000, "actor", "First."), call="a", seconds=10, **done)
    clock.seconds = 100
    archive.keeps(*SAID)
    held(db, clock, job_info, call="b", seconds=10, interview=interview)
    clock.seconds = 200
    last = (25_000, "actor", "Last.")
    held(db, clock, job_info, last, call="c", interview=interview, **done)

    assert await recollection.run_once()

    assert spoken(db, interview) == [("actor", "First."), *SAID, ("actor", "Last.")]
    began = [turn.began_ms for turn in turns_of(db, interview)]
    assert began == [1_000, 11_000, 12_000, 13_000, 25_000]


@pytest.mark.parametrize("ahead_seconds", [-3_000_000, -30, 0, 30, 3_000_000])
async def test_a_vendors_clock_that_is_wrong_puts_no_turn_out_of_order(
    db, clock, job_info, archive, recollection, ahead_seconds
):
    interview = held(db, clock, job_info, (1_000, *ASKED), (3_000, *THANKED))
    clock.seconds = ahead_seconds
    archive.keeps(*SAID, ("actor", "Goodbye."))
    clock.seconds = 10

    assert await recollection.run_once()

    began = [turn.began_ms for turn in turns_of(db, interview)]
    assert began == [1_000, 2_000, 3_000, 4_000]


@pytest.mark.parametrize(("agreed_after", "kept"), [(None, {}), (-60, {"Joy": 0.5}), (60, {})])
async def test_how_a_voice_sounds_is_kept_only_if_the_person_had_agreed(
    db, clock, ada, job_info, archive, recollection, agreed_after, kept
):
    interview = held(db, clock, job_info, (1_000, *ASKED), (2_000, *ANSWERED))
    if agreed_after is not None:
        agree(db, ada, clock.now() + timedelta(seconds=agreed_after))
    archive.keeps(*SAID, ("actor", "Goodbye."))

    assert await recollection.run_once()

    turns = turns_of(db, interview)
    assert [turn.expressions for turn in turns] == [{}, kept, {}, kept]


async def test_typed_words_have_no_voice(db, clock, ada, job_info, archive, recollection):
    interview = held(db, clock, job_info, (2_000, *ANSWERED))
    agree(db, ada, clock.now())

    def typed(session):
        repository.turns(session, interview.id)[0].from_text = True

    db.run_here(typed)
    archive.keeps(ANSWERED)

    assert await recollection.run_once()
    assert turns_of(db, interview)[0].expressions == {}


async def test_an_answer_cut_off_by_the_line_gets_its_end(
    db, clock, job_info, archive, recollection
):
    interview = held(db, clock, job_info, (1_000, *ASKED), (2_000, "actor", "It is"))

    def cut(session):
        last = repository.turns(session, interview.id)[1]
        last.cut_off, last.ended_ms, last.segments = True, 2_500, [[2_000, 2_500]]

    db.run_here(cut)
    archive.keeps(ASKED, ("actor", "It is\x00 near."))

    assert await recollection.run_once()

    answer = turns_of(db, interview)[1]
    assert (answer.text, answer.cut_off, answer.ended_ms) == ("It is near.", False, None)
    assert answer.segments == []


async def test_two_workers_add_nothing_twice(db, clock, job_info, archive, remembering):
    interview = held(db, clock, job_info, (1_000, *ASKED))
    archive.keeps(*SAID)
    workers = [Recollection(db, clock, engines(remembering)) for _ in range(4)]

    await asyncio.gather(*(worker.catch_up(interview.id, 60) for worker in workers))

    assert spoken(db, interview) == list(SAID)
