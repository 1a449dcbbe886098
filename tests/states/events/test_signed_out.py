"""What a session at Clerk had opened ends with it: a page tells, or Clerk, when all are shut."""

import asyncio
from types import SimpleNamespace

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from darasa_reflex.core.errors import NotSignedIn
from darasa_reflex.endpoints.webhooks import clerk
from darasa_reflex.features.interviews.call import call as live_calls
from darasa_reflex.states.events.door import DoorState
from darasa_reflex.wiring import services
from tests.features.interviews.doubles import FakeLine
from tests.states.conftest import a_job_of, a_person, call, seen_from
from tests.vendors.clerk import clerk_webhooks
from tests.vendors.clerk.clerk_tokens import token


async def push(door, text):
    await call(DoorState.event_handlers["take_token"].fn, door, {"token": text})


async def test_a_pass_ends_with_the_session_it_was_asked_for_in(clerk_house):
    ada = a_person(clerk_house, "Ada", "user_ada")
    job = a_job_of(clerk_house, ada, "Adas job")
    doors = {sid: seen_from(DoorState) for sid in ("sess_here", "sess_there")}
    passes = {}
    for sid, door in doors.items():
        await push(door, token(sub="user_ada", sid=sid))
        actor = await services().accounts.vouched_for(door._proof)
        passes[sid] = (await services().interviews.start(actor, job.id)).ticket

    await push(doors["sess_here"], "")

    assert not await services().calls.admits(passes["sess_here"])
    assert await services().calls.admits(passes["sess_there"])


async def test_a_broken_token_is_no_sign_out(clerk_house):
    ada = a_person(clerk_house, "Ada", "user_ada")
    job, door = a_job_of(clerk_house, ada, "Adas job"), seen_from(DoorState)
    await push(door, token(sub="user_ada"))
    actor = await services().accounts.vouched_for(door._proof)
    ticket = (await services().interviews.start(actor, job.id)).ticket

    await push(door, "broken")

    assert await services().calls.admits(ticket)


async def test_clerk_tells_of_a_sign_out_when_no_page_is_open(clerk_house, clerk_tells):
    here, there = [await a_pass_of(clerk_house, sid) for sid in ("sess_here", "sess_there")]

    await clerk_tells("session.ended", "sess_here")
    await clerk_tells("session.removed", "sess_here")  # it may tell both

    assert not await services().calls.admits(here)
    assert await services().calls.admits(there)


async def test_after_a_sign_out_its_token_opens_nothing_though_its_minute_is_not_over(
    clerk_house, clerk_tells
):
    a_person(clerk_house, "Ada", "user_ada")
    still_good = token(sub="user_ada", sid="sess_here")

    await clerk_tells("session.revoked", "sess_here")

    with pytest.raises(NotSignedIn):
        await services().accounts.prove(still_good)
    assert await services().accounts.prove(token(sub="user_ada", sid="sess_there"))


async def test_a_sign_out_of_somebody_who_never_was_here_is_no_news(clerk_house, clerk_tells):
    await clerk_tells("session.ended", "sess_here")

    assert await services().accounts.prove(token(sub="user_ada", sid="sess_here"))


@pytest.mark.slow
async def test_a_live_call_ends_when_clerk_tells_of_its_sign_out(
    clerk_house, clerk_tells, monkeypatch
):
    monkeypatch.setattr(live_calls, "BEAT_SECONDS", 0.01)
    monkeypatch.setattr(live_calls, "_PATROL_SECONDS", 0.01)
    line = FakeLine(stays=True)
    ticket = await a_pass_of(clerk_house, "sess_here")
    holding = asyncio.create_task(services().calls.conduct(ticket, line))
    async with asyncio.timeout(30):
        while not line.shown:
            await asyncio.sleep(0.01)

    await clerk_tells("session.ended", "sess_here")
    async with asyncio.timeout(30):
        await holding

    assert line.errors() == ["E0796"]


@pytest.fixture
def clerk_tells(clerk_house, monkeypatch):
    """Post a message about a session of Ada's as Clerk does."""
    monkeypatch.setenv(clerk.KEY, clerk_webhooks.SECRET)
    clerk._hook.cache_clear()
    app = Starlette(routes=[Route(clerk.PATH, clerk.answer, methods=["POST"])])

    async def tell(kind, sid):
        body = clerk_webhooks.message(kind, clerk_webhooks.session(sid, "user_ada"))
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            headers = clerk_webhooks.headers(body)
            assert (await client.post(clerk.PATH, content=body, headers=headers)).is_success

    yield tell
    clerk._hook.cache_clear()


async def a_pass_of(house, sid):
    """Return a ticket that Ada has asked for in a session at Clerk."""
    proof = await services().accounts.prove(token(sub="user_ada", sid=sid))
    actor = await services().accounts.vouched_for(proof)
    owner = SimpleNamespace(id=actor.user_id)
    job = a_job_of(house, owner, "Adas job")
    return (await services().interviews.start(actor, job.id)).ticket
