"""/export: a person's own copy comes as a file, through each door, and to nobody else."""

import json

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from darasa_reflex.endpoints import export_post
from darasa_reflex.features.accounts.identity import Visit
from darasa_reflex.features.job_infos.models import JobInfo
from darasa_reflex.wiring import services
from tests.states.conftest import a_job_of, a_person, cookie_of
from tests.vendors.clerk import clerk_tokens

HERE = "http://localhost:3000"
APP = Starlette(routes=[Route(export_post.PATH, export_post.answer, methods=["POST"])])


async def ask(fields=None, *, ip="127.0.0.1", **more):
    """Send the form as a browser would; the answer is not followed."""
    headers = {"origin": HERE, "sec-fetch-site": "same-origin"}
    headers["content-type"] = "application/x-www-form-urlencoded"
    headers |= {name.replace("_", "-"): value for name, value in more.items()}
    transport = httpx.ASGITransport(APP, client=(ip, 5))
    async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
        return await client.post(export_post.PATH, data=fields or {}, headers=headers)


def is_file_of(answer, job_name):
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith('attachment; filename="darasa-20')
    assert answer.headers["cache-control"] == "no-store"
    assert [job["name"] for job in answer.json()["job_infos"]] == [job_name]
    assert "Theirs" not in answer.text
    return True


async def test_the_one_local_person_gets_a_file_of_theirs_alone(house):
    actor = await services().accounts.actor(_visit())
    mine = JobInfo(user_id=actor.user_id, name="Mine", experience_level="junior", description="x")
    house.db.run_here(lambda session: session.add(mine))

    assert is_file_of(await ask(), "Mine")


async def test_a_cookie_of_a_sign_in_opens_its_persons_own(accounts_house):
    ada = a_person(accounts_house, "Ada")
    a_job_of(accounts_house, ada, "Adas job")

    assert is_file_of(await ask(**cookie_of(accounts_house, ada)), "Adas job")


async def test_a_token_of_clerks_opens_its_persons_own(clerk_house):
    ada = a_person(clerk_house, "Ada", "user_ada")
    a_job_of(clerk_house, ada, "Adas job")

    assert is_file_of(await ask({"token": clerk_tokens.token(sub="user_ada")}), "Adas job")


@pytest.mark.parametrize(
    "forged",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec_fetch_site": "cross-site"},
    ],
)
async def test_no_foreign_page_can_ask_for_it(accounts_house, forged):
    ada = a_person(accounts_house, "Ada")
    a_job_of(accounts_house, ada, "Adas job")

    answer = await ask(**cookie_of(accounts_house, ada) | forged)

    assert answer.status_code == 403
    assert "Adas job" not in answer.text


@pytest.mark.parametrize("cookie", ["", "darasa_session=guessed"])
async def test_who_is_not_signed_in_gets_no_file_but_a_sentence(accounts_house, cookie):
    answer = await ask(cookie=cookie)

    assert answer.status_code == 303
    assert answer.headers["location"] == "/app/settings?wrong=export_ended"


@pytest.mark.parametrize(
    "fields", [{}, {"token": "guessed"}, {"token": clerk_tokens.token(exp=1, iat=0, nbf=0)}]
)
async def test_without_a_good_token_clerks_door_gives_nothing(clerk_house, fields):
    answer = await ask(fields, cookie=f"__session={clerk_tokens.token()}")

    assert answer.headers["location"] == "/app/settings?wrong=export_ended"


async def test_from_another_computer_the_local_person_gets_nothing(house):
    answer = await ask(ip="203.0.113.7")

    assert answer.headers["location"] == "/app/settings?wrong=export_ended"


async def test_a_second_copy_waits_until_the_first_is_done(accounts_house):
    ada, eve = a_person(accounts_house, "Ada"), a_person(accounts_house, "Eve")
    actor = await services().accounts.actor(_visit(**cookie_of(accounts_house, ada)))
    first = await services().personal_data.export(actor)
    begun = await anext(first)

    second = await ask(**cookie_of(accounts_house, ada))
    others = await ask(**cookie_of(accounts_house, eve))
    rest = [piece async for piece in first]
    third = await ask(**cookie_of(accounts_house, ada))

    assert second.headers["location"] == "/app/settings?wrong=exporting"
    assert others.status_code == third.status_code == 200
    assert json.loads(b"".join([begun, *rest]))["profile"]["name"] == "Ada"


def _visit(**headers):
    host = {"host": "localhost:3000", "origin": HERE}
    return Visit(host | headers, "127.0.0.1")
