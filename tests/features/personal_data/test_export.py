import json

from darasa_reflex.features.interviews.models import Turn
from darasa_reflex.features.personal_data.holdings import FEEDBACK, INTERVIEWS, JOB_INFOS, TURNS
from tests.features.personal_data.furnished import SAID, SECRETS, VOICED, furnish


async def test_everything_of_the_person_is_there_and_nests(db, clock, ada, eve, personal_data):
    interview = furnish(db, ada, clock.now())

    told = json.loads(await personal_data.export(ada))

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

    told = (await personal_data.export(ada)).decode()

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

    told = await personal_data.export(ada)

    turns = json.loads(told)["job_infos"][0]["interviews"][0]["turns"]
    assert [turn["text"] for turn in turns] == [SAID, "1", "2", "3"]
    assert SAID.split(".")[1].strip().split()[0].encode() in told  # readable, not escaped


async def test_the_notes_are_in_it(db, clock, ada, personal_data):
    interview = furnish(db, ada, clock.now())
    interview.notes = "Only for me."
    db.run_here(lambda session: session.merge(interview))

    told = json.loads(await personal_data.export(ada))

    assert told["job_infos"][0]["interviews"][0]["notes"] == "Only for me."
