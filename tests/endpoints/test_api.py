"""The JSON API: what a program with a token may do, and what nobody else may."""

import asyncio
from datetime import UTC, datetime

import httpx
import pytest
from starlette.applications import Starlette

from darasa_reflex.core.errors import AllowanceUsedUp, DarasaError, InvalidInput, NotFound
from darasa_reflex.endpoints.api.description import DESCRIPTION
from darasa_reflex.endpoints.api.routes import ROUTES
from darasa_reflex.features.job_infos.service import JobInfoDraft
from darasa_reflex.settings import settings as our_settings
from darasa_reflex.wiring import services
from tests.conftest import person
from tests.features.practice.held import held
from tests.fixtures.databases import with_tables

NURSE = JobInfoDraft(
    name="Ward", title="Nurse", experience_level="junior", description="Medication rounds."
)
PATHS = [
    (method, path)
    for path, operations in DESCRIPTION["paths"].items()
    for method in operations
    if method in {"get", "post"}
]


@pytest.fixture
def own(tmp_path, monkeypatch):
    monkeypatch.setenv("DARASA_DATABASE_URL", with_tables(tmp_path / "darasa.db"))
    monkeypatch.setenv("DARASA_LOCAL_ACCOUNTS", "1")
    our_settings.cache_clear()
    services.cache_clear()
    yield services()
    services().database.engine.dispose()
    our_settings.cache_clear()
    services.cache_clear()


@pytest.fixture
def ada(own):
    return person(own.database, "Ada", limited=True)


@pytest.fixture
def eve(own):
    return person(own.database, "Eve", limited=True)


def ask(secret, method, path, **more):
    async def asked():
        transport = httpx.ASGITransport(Starlette(routes=list(ROUTES)))
        headers = {"authorization": f"Bearer {secret}"} if secret else {}
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.request(method, path, headers=headers, **more)

    return asyncio.run(asked())


def token_of(own, actor, name="My program"):
    return asyncio.run(own.access_tokens.make(actor, name))


@pytest.fixture
def secret(own, ada):
    return token_of(own, ada)


def test_a_program_describes_a_job_and_a_wrong_field_is_named(own, ada, eve):
    secret = token_of(own, ada)
    given = {"name": "Ward", "experience_level": "junior", "description": "You know Excel."}

    made = ask(secret, "POST", "/api/v1/jobs", json=given)
    wrong = ask(secret, "POST", "/api/v1/jobs", json=given | {"experience_level": "chief"})

    assert (made.status_code, made.json()["title"]) == (201, None)
    assert ask(secret, "GET", "/api/v1/jobs").json()["jobs"] == [made.json()]
    assert (wrong.status_code, wrong.json()["field"]) == (422, "experience_level")
    assert asyncio.run(own.job_infos.search(eve, "")) == []


def test_a_program_starts_an_interview_and_reads_it(own, ada):
    secret = token_of(own, ada)
    job = asyncio.run(own.job_infos.create(ada, NURSE))

    jobs = ask(secret, "GET", "/api/v1/jobs").json()["jobs"]
    started = ask(
        secret, "POST", "/api/v1/interviews", json={"job_id": jobs[0]["id"], "minutes": 5}
    )
    interview_id = started.json()["interview_id"]
    listed = ask(secret, "GET", f"/api/v1/interviews?job_id={job.id}").json()["interviews"]

    assert (started.status_code, jobs[0]["name"]) == (201, "Ward")
    assert [(one["id"], one["minutes"]) for one in listed] == [(interview_id, 5)]
    assert ask(secret, "GET", "/api/v1/interviews").json()["interviews"] == listed
    for of_all in ("", f"job_id={job.id}&"):
        assert ask(secret, "GET", f"/api/v1/interviews?{of_all}offset=1").json() == {
            "interviews": []
        }
    assert asyncio.run(own.interviews.has_issued(started.json()["access_token"]))
    assert ask(secret, "GET", f"/api/v1/interviews/{interview_id}").json() == listed[0]
    path = f"/api/v1/interviews/{interview_id}"
    assert ask(secret, "GET", f"{path}/transcript").json() == {"turns": []}
    assert ask(secret, "GET", f"{path}/report").status_code == 404
    assert ask(secret, "POST", f"{path}/report").json()["status"] == "queued"
    assert ask(secret, "GET", f"{path}/report").json()["report"] is None


def test_a_program_reads_who_said_what_and_nothing_on_the_way_keeps_it(own, ada, secret):
    job = asyncio.run(own.job_infos.create(ada, NURSE))
    said = [("Why this ward?", "It is near.")]
    interview_id = held(own.database, job.id, said, datetime.now(UTC), reported=False)

    told = ask(secret, "GET", f"/api/v1/interviews/{interview_id}/transcript")

    turns = [(one["speaker"], one["text"], one["typed"]) for one in told.json()["turns"]]
    assert turns == [("interviewer", said[0][0], False), ("candidate", said[0][1], True)]
    assert told.headers["cache-control"] == "no-store"


def test_nobody_gets_in_without_a_token_and_a_removed_one_is_none(own, ada):
    secret = token_of(own, ada)
    assert ask(secret, "GET", "/api/v1/jobs").status_code == 200
    only = asyncio.run(own.access_tokens.of(ada))[0]
    asyncio.run(own.access_tokens.remove(ada, only.digest))

    for shown in (None, "darasa_guess", only.digest, secret):
        for method, path in PATHS:
            answer = ask(shown, method, path.replace("{interview_id}", str(ada.user_id)))
            assert answer.status_code == 401, path
            assert answer.headers["www-authenticate"] == "Bearer"


def test_things_of_others_are_not_found(own, ada, eve):
    job = asyncio.run(own.job_infos.create(ada, NURSE))
    started = asyncio.run(own.interviews.start(ada, job.id))
    secret = token_of(own, eve)

    for method, path in PATHS:
        url = path.replace("{interview_id}", str(started.interview_id))
        body = {"json": {"job_id": str(job.id)}} if method == "post" else {}
        answer = ask(secret, method, url, params={"job_id": str(job.id)}, **body)
        if path == "/api/v1/jobs":
            assert answer.json() == {"jobs": []} or (method, answer.status_code) == ("post", 422)
        else:
            assert answer.status_code == 404, path
    assert ask(secret, "GET", "/api/v1/interviews").json() == {"interviews": []}


def test_a_bug_is_answered_in_a_sentence_and_noted_without_words(own, secret, caplog, monkeypatch):
    words = "my manager was fired over it"

    async def confused(*_):
        raise ValueError(words)

    monkeypatch.setattr(type(own.job_infos), "search", confused)
    answer = ask(secret, "GET", "/api/v1/jobs")

    assert (answer.status_code, answer.json()) == (500, {"error": DarasaError.sentence})
    assert "the API failed: ValueError" in caplog.text
    assert words not in caplog.text


def test_a_token_is_kept_as_a_digest_and_belongs_to_one_person(own, ada, eve):
    secret = token_of(own, ada, "  Sheet  ")

    [row] = asyncio.run(own.access_tokens.of(ada))
    assert row.name == "Sheet"
    assert secret not in repr(row)
    assert asyncio.run(own.access_tokens.of(eve)) == []
    with pytest.raises(NotFound):
        asyncio.run(own.access_tokens.remove(eve, row.digest))
    assert asyncio.run(own.access_tokens.holder(secret)).user_id == ada.user_id
    assert asyncio.run(own.access_tokens.of(ada))[0].used_at is not None


def test_a_token_needs_a_name_and_ten_are_enough(own, ada):
    for name in ("", " ", "x" * 61, None, 7):
        with pytest.raises(InvalidInput):
            token_of(own, ada, name)
    for number in range(10):
        token_of(own, ada, f"Program {number}")

    with pytest.raises(AllowanceUsedUp):
        token_of(own, ada)


def test_a_program_may_start_as_many_interviews_a_day_as_its_person(own, secret):
    assert asyncio.run(own.access_tokens.holder(secret)).limited


def test_who_asks_all_the_time_is_told_to_wait(own, ada, monkeypatch):
    secret = token_of(own, ada)

    async def refuses(kind, who):
        return (kind, who) != ("api", str(ada.user_id))

    monkeypatch.setattr(type(own.floods), "allows", lambda self, kind, who: refuses(kind, who))

    answer = ask(secret, "GET", "/api/v1/jobs")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "60")


def test_the_description_tells_of_every_route_and_of_no_other():
    described = {(path, method) for method, path in PATHS}
    served = {
        (route.path, method.lower())
        for route in ROUTES
        for method in route.methods or ()
        if method != "HEAD" and route.path != "/api/openapi.json"
    }

    assert described == served
    assert ask(None, "GET", "/api/openapi.json").json()["openapi"] == "3.1.0"


@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b"\x00", b"[" * 5_000, b'{"job_id": 7}'])
def test_what_is_no_start_is_refused_in_json(secret, body):
    answer = ask(secret, "POST", "/api/v1/interviews", content=body)

    assert answer.status_code in {404, 422}
    assert answer.json()["error"]


def test_a_length_is_a_number_however_it_is_written(own, ada, secret):
    job = asyncio.run(own.job_infos.create(ada, NURSE))

    sent = f'{{"job_id": "{job.id}", "minutes": 5.0}}'.encode()
    started = ask(secret, "POST", "/api/v1/interviews", content=sent)

    assert started.status_code == 201
