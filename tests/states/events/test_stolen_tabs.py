"""The name of a tab is no proof of anything: whoever learns it gets nothing of its person."""

import asyncio
import time
from datetime import timedelta

import pytest
from sqlmodel import update

from darasa_reflex.features.accounts.models import SignIn, now
from darasa_reflex.features.feedback.runs.models import Feedback, FeedbackStatus
from darasa_reflex.features.interviews.models import Interview
from tests.fixtures.tabs import HYDRATE, sentences, tab
from tests.machine.inside import serving
from tests.states.conftest import a_job_of, a_person, cookie_of
from tests.vendors.clerk.clerk_tokens import token

pytestmark = pytest.mark.slow

_STATES = "reflex___state____state.darasa_reflex___states___"
TAKE = f"{_STATES}events___door____door_state.take_token"
LOAD = f"{_STATES}jobs___job_info____job_info_state.load"
WATCH = f"{_STATES}report___interview_report____interview_report_state.watch"
ROUTE = "/app/job-infos/[job_info_id]"
NAME = "the-name-of-a-tab"
# As a page that is loaded anew says it, and as a page says it whose line only broke.
FRESH, AGAIN = {"hashes": ["x"]}, {}
WORD = "zebrafish"


def on_the_page(one, job):
    one.route, one.path = ROUTE, f"/app/job-infos/{job.id}"
    return one


@pytest.fixture
def accounts(accounts_house, no_floods):
    with serving() as address:
        yield address


@pytest.fixture
def clerk(clerk_house, no_floods):
    with serving() as address:
        yield address


async def test_the_page_shows_its_own_person_what_is_theirs(accounts_house, accounts):
    ada = a_person(accounts_house, "Ada")
    job = a_job_of(accounts_house, ada, WORD)

    async with tab(accounts, headers=cookie_of(accounts_house, ada)) as one:
        told = await on_the_page(one, job).ask(HYDRATE)

    assert WORD in str(told)


@pytest.mark.parametrize("asked", [FRESH, AGAIN])
@pytest.mark.parametrize("name", ["nobody", "eve"])
async def test_the_tab_of_somebody_else_is_empty(accounts_house, accounts, asked, name):
    ada, eve = a_person(accounts_house, "Ada"), a_person(accounts_house, "Eve")
    job = a_job_of(accounts_house, ada, WORD)
    theirs = cookie_of(accounts_house, eve) if name == "eve" else None
    async with tab(accounts, NAME, headers=cookie_of(accounts_house, ada)) as one:
        await on_the_page(one, job).ask(HYDRATE)

    async with tab(accounts, NAME, headers=theirs) as stolen:
        told = [*await stolen.ask(HYDRATE, asked), *await on_the_page(stolen, job).ask(LOAD)]
        told += await stolen.ask(HYDRATE, asked)

    assert told
    assert WORD not in str(told)


async def test_a_sign_out_counts_on_the_next_event_of_another_line(accounts_house, accounts):
    ada = a_person(accounts_house, "Ada")
    job = a_job_of(accounts_house, ada, WORD)
    async with tab(accounts, headers=cookie_of(accounts_house, ada)) as one:
        await on_the_page(one, job).ask(HYDRATE)

        revoked = update(SignIn).values(revoked_at=now())
        accounts_house.db.run_here(lambda session: session.exec(revoked))
        told = await one.ask(LOAD)

    assert sentences(told) == ["Your sign-in has ended. Please sign in again."]
    assert WORD not in str(told)
    assert "'view_rx_state_': 'closed'" in str(told)


@pytest.mark.slow
async def test_work_in_the_background_tells_nothing_to_a_later_line(accounts_house, accounts):
    ada = a_person(accounts_house, "Ada")
    job = a_job_of(accounts_house, ada, "Mine")
    interview = Interview(job_info_id=job.id)
    running = Feedback(
        interview_id=interview.id,
        status=FeedbackStatus.RUNNING.value,
        rubric_version="1",
        app_version="1",
        judge="local",
        lease_until=now() + timedelta(hours=1),
        lease_token="somebody",
    )
    for row in (interview, running):
        accounts_house.db.run_here(lambda session, row=row: session.add(row))
    async with tab(accounts, NAME, headers=cookie_of(accounts_house, ada)) as one:
        one.route = f"{ROUTE}/interviews/[interview_id]"
        one.path = f"/app/job-infos/{job.id}/interviews/{interview.id}"
        await one.send_event(WATCH, {})
        await asyncio.sleep(0.5)

    async with tab(accounts, NAME) as stolen:
        told = update(Feedback).values(step=WORD)
        accounts_house.db.run_here(lambda session: session.exec(told))
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(stolen.hear(WORD), 2.5)


async def test_an_address_that_was_flooded_is_told_to_wait(accounts_house):
    with serving() as address:
        async with tab(address) as one:
            for _ in range(650):
                await one.send_event(LOAD, {})
            said = sentences(await one.answers())

    assert said[0] == "Please sign in first."
    assert said[-1] == "That was very fast. Wait a minute, then go on."
    assert len(said) == 650


def a_job_of_clerks(clerk_house, subject="user_1"):
    return a_job_of(clerk_house, a_person(clerk_house, subject, subject=subject), WORD)


async def signed_in(one, job, **claims):
    """Sign in and look at a job info; return what was told."""
    told = await on_the_page(one, job).ask(HYDRATE, FRESH)
    return [*told, *await one.ask(TAKE, {"token": token(**claims)})]


async def test_a_page_that_loads_before_its_token_says_so_once_and_in_its_place(clerk_house, clerk):
    async with tab(clerk) as one:
        one.route = one.path = "/app/settings"  # it loads more than a screen

        told = await one.ask(HYDRATE, FRESH)

    assert sentences(told) == ["Please sign in first."]


async def test_a_token_opens_the_page(clerk_house, clerk):
    job = a_job_of_clerks(clerk_house)

    async with tab(clerk) as one:
        told = await signed_in(one, job)

    assert WORD in str(told)
    assert "'standing_rx_state_': 'in'" in str(told)


@pytest.mark.parametrize("asked", [FRESH, AGAIN])
async def test_a_token_counts_only_on_the_line_it_came_by(clerk_house, clerk, asked):
    job = a_job_of_clerks(clerk_house)
    async with tab(clerk, NAME) as one:
        await signed_in(one, job)

    async with tab(clerk, NAME) as stolen:
        on_the_page(stolen, job)
        told = [*await stolen.ask(HYDRATE, asked), *await stolen.ask(LOAD)]
        told += await stolen.ask(TAKE, {"token": token(sub="user_2")})
        told += [*await stolen.ask(HYDRATE, asked), *await stolen.ask(LOAD)]

    assert WORD not in str(told)


async def test_a_line_that_broke_keeps_its_page_and_asks_for_the_token_again(clerk_house, clerk):
    job = a_job_of_clerks(clerk_house)
    async with tab(clerk, NAME) as one:
        await signed_in(one, job)

    async with tab(clerk, NAME) as again:
        on_the_page(again, job)
        held, refused = str(await again.ask(HYDRATE, AGAIN)), await again.ask(LOAD)
        shown = await again.ask(TAKE, {"token": token()})

    assert "'standing_rx_state_': ''" in held
    assert "view_rx_state_" not in held + str(refused)
    assert len(sentences(refused)) == 1
    assert WORD in str(shown)


@pytest.mark.slow
async def test_a_stale_token_closes_no_page_that_is_shown(clerk_house, clerk):
    job = a_job_of_clerks(clerk_house)
    async with tab(clerk) as one:
        await signed_in(one, job, exp=int(time.time()) + 2)
        while not (refused := sentences(await one.ask(LOAD))):
            pass
        told = await one.ask(LOAD)
        elsewhere = await one.ask(f"{_STATES}jobs___dashboard____dashboard_state.load")

    assert refused == ["We are checking that you are still signed in. Try that again in a moment."]
    assert "view_rx_state_" not in str(told) + str(elsewhere)


async def test_signing_out_and_another_person_empty_the_tab(clerk_house, clerk):
    job = a_job_of_clerks(clerk_house)
    async with tab(clerk) as one:
        await signed_in(one, job)
        left = await one.ask(TAKE, {"token": ""})
        again = await one.ask(HYDRATE, AGAIN)
        await one.ask(TAKE, {"token": token()})
        other = await one.ask(TAKE, {"token": token(sub="user_2")})

    assert "'standing_rx_state_': 'out'" in str(left)
    assert "'name_rx_state_': 'Job'" in str(other)
    assert WORD not in str(left) + str(again) + str(other)
