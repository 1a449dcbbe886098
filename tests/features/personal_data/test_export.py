import json
import tracemalloc
from dataclasses import replace

import pytest

from darasa_reflex.core.errors import AllowanceUsedUp
from darasa_reflex.features.interviews.models import Interview, Turn
from darasa_reflex.features.personal_data.exports import STALLED_SECONDS, Exports
from darasa_reflex.features.personal_data.holdings import FEEDBACK, INTERVIEWS, JOB_INFOS, TURNS
from tests.features.personal_data.furnished import SAID, SECRETS, VOICED, furnish


async def whole(personal_data, actor):
    return b"".join([piece async for piece in await personal_data.export(actor)]).decode()


async def test_everything_of_the_person_is_there_and_nests(db, clock, ada, eve, personal_data):
    interview = furnish(db, ada, clock.now())

    told = json.loads(await whole(personal_data, ada))

    (job,) = told["job_infos"]
    (held,) = job["interviews"]
    assert (told["format"], told["version"]) == ("darasa-export", 1)
    assert told["consents"]["vocal_expressions"]["agreed_at"] == clock.now().isoformat()
    assert told["choices"]["patience"] == "normal"
    assert told["profile"]["email"] == "ada@example.org"
    assert (job["name"], held["id"]) == ("Backend engineer", str(interview.id))
    assert [call["id"] for call in held["calls"]] == ["chat-1"]
    assert held["turns"][0]["text"] == SAID
    assert held["turns"][0]["began_ms"] == 1_500
    assert held["turns"][0]["expressions"] == {"Joy": 0.5}
    assert held["feedback"][0]["report"]["voice"] == VOICED
    assert told["sign_ins"][0]["user_agent"] == "Firefox"
    assert told["limits"][0]["tokens"] == 11.0
    for kind, row in ((JOB_INFOS, job), (INTERVIEWS, held), (TURNS, held["turns"][0])):
        assert set(kind.columns) <= set(row)
    assert set(held["feedback"][0]) == set(FEEDBACK.columns)


async def test_no_secret_and_nothing_of_others_is_in_it(db, clock, ada, eve, personal_data):
    furnish(db, ada, clock.now())
    theirs = furnish(db, eve, clock.now(), chat="chat-of-eve")

    told = await whole(personal_data, ada)

    assert not [secret for secret in SECRETS if secret in told]
    assert str(eve.user_id) not in told
    assert str(theirs.id) not in told
    assert "chat-of-eve" not in told


async def test_turns_come_in_their_order_with_their_letters(db, clock, ada, personal_data):
    interview = furnish(db, ada, clock.now())
    for position in (3, 1, 2):
        turn = Turn(
            interview_id=interview.id, chat_id="chat-1", position=position, speaker="interviewer",
            text=str(position), began_ms=0,
        )  # fmt: skip
        db.run_here(lambda session, turn=turn: session.add(turn))

    told = await whole(personal_data, ada)

    turns = json.loads(told)["job_infos"][0]["interviews"][0]["turns"]
    assert [turn["text"] for turn in turns] == [SAID, "1", "2", "3"]
    assert SAID.split(".")[1].strip().split()[0] in told  # readable, not escaped


async def test_the_notes_are_in_it(db, clock, ada, personal_data):
    interview = furnish(db, ada, clock.now())
    interview.notes = "Only for me."
    db.run_here(lambda session: session.merge(interview))

    told = json.loads(await whole(personal_data, ada))

    assert told["job_infos"][0]["interviews"][0]["notes"] == "Only for me."


@pytest.mark.slow
async def test_a_long_export_takes_the_memory_of_a_few_interviews(
    db, clock, ada, job_info, personal_data
):
    many, each = 400, 50_000
    db.run_here(lambda session: session.add_all(_long(job_info, many, each)))
    tracemalloc.start()

    sent = 0
    async for piece in await personal_data.export(ada):
        sent += len(piece)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert sent > many * each
    assert most < sent / 3


def _long(job_info, many, each):
    for _ in range(many):
        interview = Interview(job_info_id=job_info.id)
        yield interview
        yield Turn(
            interview_id=interview.id, chat_id="c", position=0, speaker="actor", text="x" * each,
            began_ms=0,
        )  # fmt: skip


async def test_what_is_deleted_meanwhile_is_left_out_and_the_rest_is_whole(
    db, clock, ada, personal_data
):
    gone = furnish(db, ada, clock.now())
    coming = await personal_data.export(ada)
    begun = await anext(coming)
    db.run_here(lambda session: session.delete(session.get(Interview, gone.id)))

    rest = [piece async for piece in coming]

    (job,) = json.loads(b"".join([begun, *rest]))["job_infos"]
    assert job["interviews"] == []


async def test_who_left_without_a_word_may_begin_again_and_the_old_one_ends(
    clock, ada, personal_data
):
    stalled = await personal_data.export(ada)
    await anext(stalled)
    with pytest.raises(AllowanceUsedUp):
        await personal_data.export(ada)

    clock.seconds += STALLED_SECONDS
    again = await personal_data.export(ada)

    with pytest.raises(AllowanceUsedUp):
        await anext(stalled)
    assert json.loads(b"".join([piece async for piece in again]))["job_infos"] == []


async def test_another_server_waits_for_a_download_that_goes_on(
    db, clock, ada, job_info, personal_data
):
    db.run_here(lambda session: session.add_all(Interview(job_info_id=job_info.id) for _ in "abc"))
    elsewhere = replace(personal_data, exports=Exports(db, clock))
    coming = await personal_data.export(ada)
    begun = [await anext(coming)]
    for _ in range(2):
        clock.seconds += STALLED_SECONDS - 1
        begun.append(await anext(coming))

    with pytest.raises(AllowanceUsedUp):
        await elsewhere.export(ada)
    rest = [piece async for piece in coming]
    again = [piece async for piece in await elsewhere.export(ada)]

    (job,) = json.loads(b"".join([*begun, *rest]))["job_infos"]
    assert len(job["interviews"]) == 3
    assert again


async def test_a_download_of_somebody_who_was_deleted_meanwhile_ends_as_a_whole_file(
    clock, ada, job_info, personal_data
):
    coming = await personal_data.export(ada)
    begun = await anext(coming)
    await personal_data.delete(ada)
    clock.seconds += STALLED_SECONDS / 2

    rest = [piece async for piece in coming]

    assert json.loads(b"".join([begun, *rest]))["job_infos"] == []
