"""Private notes: kept, owned, and read by nobody else."""

from dataclasses import fields

import pytest

from darasa_reflex.core.errors import InvalidInput, NotFound
from darasa_reflex.features.feedback.runs import repository as feedback
from darasa_reflex.features.interviews.notes import MOST_CHARACTERS, Notes
from tests.features.interviews.doubles import FakeLine, typed

NOTE = "Remember the zebra incident of 2019."


@pytest.fixture
def notes(db):
    return Notes(db)


async def test_the_newest_notes_are_kept(interviews, notes, ada, job_info):
    started = await interviews.start(ada, job_info.id)

    await notes.keep(ada, started.interview_id, "first")
    told = await notes.keep(ada, started.interview_id, NOTE)

    kept = (await interviews.get(ada, started.interview_id)).interview.notes
    assert told == kept == NOTE


async def test_what_does_not_fit_is_said_and_the_rest_is_kept(interviews, notes, ada, job_info):
    started = await interviews.start(ada, job_info.id)

    with pytest.raises(InvalidInput) as refused:
        await notes.keep(ada, started.interview_id, "x" * (MOST_CHARACTERS + 1))

    kept = (await interviews.get(ada, started.interview_id)).interview.notes
    assert refused.value.field == "notes"
    assert len(kept) == MOST_CHARACTERS


async def test_nobody_writes_into_the_notes_of_another(interviews, notes, ada, eve, job_info):
    started = await interviews.start(ada, job_info.id)

    with pytest.raises(NotFound):
        await notes.keep(eve, started.interview_id, "mine now")

    assert (await interviews.get(ada, started.interview_id)).interview.notes == ""


async def test_neither_interviewer_nor_judge_is_told(
    db, interviews, calls, interviewer, notes, ada, job_info
):
    started = await interviews.start(ada, job_info.id)
    await notes.keep(ada, started.interview_id, NOTE)

    await calls.conduct(started.ticket, FakeLine(*typed("one", "bye"), stays=True))
    judged = db.run_here(lambda session: feedback.material(session, started.interview_id))

    assert len(judged.turns) > 2
    told = [interviewer.opened[0].brief, judged]
    parts = [str(getattr(thing, field.name)) for thing in told for field in fields(thing)]
    assert not [part for part in parts if "zebra" in part]
