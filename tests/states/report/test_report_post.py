"""/export/report: one report comes as a file, to the person it is of and to nobody else."""

from datetime import UTC, datetime
from functools import cache
from uuid import UUID, uuid4

import httpx
from sqlmodel import select
from starlette.applications import Starlette
from starlette.routing import Route

from darasa_reflex.endpoints import report_post
from darasa_reflex.features.feedback.report.review import report_of
from darasa_reflex.features.feedback.runs.models import Feedback, FeedbackStatus
from darasa_reflex.features.feedback.sharing.models import CoachComment
from darasa_reflex.features.interviews.models import Interview, Turn
from tests.features.feedback import transcripts as said
from tests.states.conftest import a_job_of, a_person, cookie_of
from tests.vendors.clerk import clerk_tokens

HERE = "http://localhost:3000"
APP = Starlette(routes=[Route(report_post.PATH, report_post.answer, methods=["POST"])])
PAGE = "/app/job-infos/1/interviews/2"
AT = datetime(2026, 11, 3, 9, tzinfo=UTC)
TURNS = said.turns_of(said.BACKEND_STRONG, 400)


async def ask(fields, **more):
    """Send the form as a browser would; the answer is not followed."""
    headers = {"origin": HERE, "sec-fetch-site": "same-origin"}
    headers |= {name.replace("_", "-"): value for name, value in more.items()}
    transport = httpx.ASGITransport(APP, client=("127.0.0.1", 5))
    async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
        return await client.post(report_post.PATH, data={"page": PAGE, **fields}, headers=headers)


@cache
def its_report():
    return report_of(said.BACKEND, TURNS).as_json()


def a_report_of(house, person):
    """Insert an interview with its report; return the fields of a form that asks for it."""
    job = a_job_of(house, person, "Adas job")
    held = Interview(job_info_id=job.id, duration_seconds=372)
    rows = [
        Turn(
            interview_id=held.id,
            chat_id="chat",
            position=turn.index,
            speaker=turn.speaker.value,
            text=turn.text,
            began_ms=turn.began_ms or 0,
            ended_ms=turn.ended_ms,
        )
        for turn in TURNS
    ]
    run = Feedback(
        interview_id=held.id,
        status=FeedbackStatus.READY.value,
        rubric_version="1",
        app_version="0",
        judge="local",
        report=its_report(),
    )
    house.db.run_here(lambda session: session.add(held))
    house.db.run_here(lambda session: session.add_all([*rows, run]))
    return {"interview": str(held.id), "run": "1", "format": "markdown"}


async def test_ada_takes_her_report_along_to_read_and_for_programs(accounts_house):
    ada = a_person(accounts_house, "Ada")
    wanted, cookie = a_report_of(accounts_house, ada), cookie_of(accounts_house, ada)

    text = await ask(wanted, **cookie)
    data = await ask(wanted | {"format": "json"}, **cookie)

    assert text.headers["content-disposition"].endswith('.md"')
    assert text.headers["cache-control"] == data.headers["cache-control"] == "no-store"
    assert "# Feedback: Adas job" in text.text
    assert [turn["text"] for turn in data.json()["turns"]] == [turn.text for turn in TURNS]


async def test_what_a_coach_wrote_comes_along_as_theirs(accounts_house):
    ada = a_person(accounts_house, "Ada")
    wanted, cookie = a_report_of(accounts_house, ada), cookie_of(accounts_house, ada)
    held = UUID(wanted["interview"])
    text = "# Say by how much.\nThen stop."

    def comment(session):
        asked = session.exec(
            select(Turn).where(Turn.interview_id == held, Turn.position == 2)
        ).one()
        own = {"interview_id": held, "turn_id": asked.id, "created_at": AT}
        session.add(CoachComment(author="Sam", text=text, writer="the-digest", **own))

    accounts_house.db.run_here(comment)

    read = (await ask(wanted, **cookie)).text
    data = (await ask(wanted | {"format": "json"}, **cookie)).json()

    _, before, after = read.partition("*Comment by your coach, Sam, 2026-11-03:*")
    assert before
    assert after.startswith("\n\n> \\# Say by how much.\n> Then stop.\n")
    assert read.index("\n## 2. ") < read.index(before) < read.index("\n## 3. ")
    told = {"turn": 2, "author": "Sam", "text": text, "written_at": AT.isoformat()}
    assert data["coach_comments"] == [told]


async def test_a_token_of_clerks_opens_its_persons_own(clerk_house):
    ada = a_person(clerk_house, "Ada", "user_ada")
    wanted = a_report_of(clerk_house, ada)

    answer = await ask(wanted | {"token": clerk_tokens.token(sub="user_ada")})

    assert "# Feedback: Adas job" in answer.text


async def test_a_stranger_and_another_person_are_led_back_and_get_nothing(accounts_house):
    ada, eve = a_person(accounts_house, "Ada"), a_person(accounts_house, "Eve")
    wanted = a_report_of(accounts_house, ada)

    answers = [await ask(wanted), await ask(wanted, **cookie_of(accounts_house, eve))]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert {answer.headers["location"] for answer in answers} == {PAGE}
    assert not any("Adas job" in answer.text for answer in answers)


FORGED = (
    {"interview": "../settings"},
    {"interview": str(uuid4())},
    {"run": "0"},
    {"run": "9" * 30},
    {"run": "one"},
    {"format": "pdf"},
    {"page": "https://evil.example", "run": "2"},
    {"page": "//evil.example", "run": "2"},
)


async def test_a_forged_form_leads_to_a_page_of_ours(accounts_house):
    ada = a_person(accounts_house, "Ada")
    wanted = a_report_of(accounts_house, ada)

    for forged in FORGED:
        answer = await ask(wanted | forged, **cookie_of(accounts_house, ada))

        assert answer.status_code == 303, forged
        assert answer.headers["location"] in {PAGE, "/app"}, forged


async def test_no_foreign_page_can_ask_for_it(accounts_house):
    ada = a_person(accounts_house, "Ada")
    wanted, cookie = a_report_of(accounts_house, ada), cookie_of(accounts_house, ada)

    answer = await ask(wanted, **cookie | {"origin": "https://evil.example"})

    assert answer.status_code == 403
