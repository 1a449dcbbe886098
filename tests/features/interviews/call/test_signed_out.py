"""A pass and a live call end with the sign-in they were asked for with, and with no other."""

import asyncio
from dataclasses import replace

import pytest
from sqlmodel import select

from darasa_reflex.core.errors import NotSignedIn
from darasa_reflex.features.accounts.local import sign_ins
from darasa_reflex.features.interviews.call import call as live_calls
from darasa_reflex.features.interviews.models import Call
from tests.features.interviews.doubles import FakeLine

pytestmark = pytest.mark.slow

SIGNED_OUT = "E0796"


@pytest.fixture
def browser(db, clock, ada):
    """A browser of Ada's: the secret of its cookie, and Ada as she acts by it."""

    def signed_in():
        begin = lambda s: sign_ins.begin(s, ada.user_id, "Firefox", clock.now())  # noqa: E731
        secret = db.run_here(begin)
        return secret, replace(ada, sign_in=sign_ins.digest_of(secret))

    return signed_in


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(live_calls, "_PATROL_SECONDS", 0.01)


async def test_a_ticket_is_worth_nothing_once_its_person_has_signed_out(
    db, clock, interviews, calls, job_info, browser
):
    (secret, here), (_, there) = browser(), browser()
    ended, other = [await interviews.start(one, job_info.id) for one in (here, there)]

    db.run_here(lambda session: sign_ins.revoke(session, secret, clock.now()))

    assert not await calls.admits(ended.ticket)
    with pytest.raises(NotSignedIn):
        await calls.conduct(ended.ticket, FakeLine())
    assert await calls.admits(other.ticket)


async def test_a_live_call_ends_with_its_sign_in_and_is_told_why(
    db, clock, interviews, calls, job_info, browser
):
    (secret, here), (_, there) = browser(), browser()
    ended, other = [await held(interviews, calls, one, job_info) for one in (here, there)]

    db.run_here(lambda session: sign_ins.revoke(session, secret, clock.now()))
    clock.seconds += 2 * live_calls.BEAT_SECONDS
    async with asyncio.timeout(30):
        await ended[1]

    assert ended[0].errors() == [SIGNED_OUT]
    assert reasons(db) == ["None", "signed_out"]
    await end(*other)
    assert other[0].errors() == []


async def test_a_sign_in_that_another_provider_ended_takes_its_passes_and_calls_along(
    db, clock, interviews, calls, ada, eve, job_info
):
    here, there = replace(ada, sign_in="s" * 64), replace(ada, sign_in="t" * 64)
    ticket = (await interviews.start(here, job_info.id)).ticket
    ended, other = [await held(interviews, calls, one, job_info) for one in (here, there)]
    await interviews.sign_out(replace(eve, sign_in="s" * 64))
    nobodys = reasons(db)

    await interviews.sign_out(here)
    clock.seconds += 2 * live_calls.BEAT_SECONDS
    async with asyncio.timeout(30):
        await ended[1]

    assert nobodys == ["None", "None"]
    assert ended[0].errors() == [SIGNED_OUT]
    assert not await calls.admits(ticket)
    assert reasons(db) == ["None", "signed_out"]
    await end(*other)


async def held(interviews, calls, actor, job_info):
    """Open a call of a new interview; return its line and the task that holds it."""
    started, line = await interviews.start(actor, job_info.id), FakeLine(stays=True)
    holding = asyncio.create_task(calls.conduct(started.ticket, line))
    async with asyncio.timeout(30):
        while len(line.shown) < 3:
            await asyncio.sleep(0.01)
    return line, holding


async def end(line, holding):
    line.inbox.put_nowait(None)
    async with asyncio.timeout(30):
        await holding


def reasons(db):
    return sorted(db.run_here(lambda s: [str(one) for one in s.exec(select(Call.end_reason))]))
