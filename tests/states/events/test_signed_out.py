"""A page that tells that its person has signed out at Clerk ends what that session had opened."""

from darasa_reflex.states.events.door import DoorState
from darasa_reflex.wiring import services
from tests.states.conftest import a_job_of, a_person, call, seen_from
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
