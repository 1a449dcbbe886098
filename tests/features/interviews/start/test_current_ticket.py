"""A page asks whether its ticket was to blame for a socket that failed."""

from types import SimpleNamespace

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from darasa_reflex.endpoints import evi_ticket
from darasa_reflex.features.interviews.start.ticket import LIFETIME
from tests.features.interviews.doubles import FakeLine


@pytest.fixture
def answer(interviews, monkeypatch):
    """Post a body; return whether it is current, or the status of a refusal."""
    monkeypatch.setattr(evi_ticket, "services", lambda: SimpleNamespace(interviews=interviews))
    routes = [Route(evi_ticket.PATH, evi_ticket.look, methods=["POST"])]
    way = httpx.ASGITransport(Starlette(routes=routes))

    async def posted(body: bytes | str) -> bool | int:
        async with httpx.AsyncClient(transport=way, base_url="http://darasa") as client:
            told = await client.post(evi_ticket.PATH, content=body)
        return told.json()["current"] if told.is_success else told.status_code

    return posted


async def test_a_ticket_is_current_until_it_is_too_old_and_is_not_spent_by_the_question(
    interviews, calls, ada, job_info, clock, answer
):
    started = await interviews.start(ada, job_info.id)

    fresh = await answer(started.ticket)
    clock.seconds += LIFETIME.total_seconds() + 1

    assert fresh is True
    assert await answer(started.ticket) is False


async def test_a_ticket_whose_socket_reached_us_but_not_back_was_not_to_blame(
    interviews, calls, ada, job_info, answer
):
    started = await interviews.start(ada, job_info.id)

    assert await calls.admits(started.ticket)
    await calls.conduct(started.ticket, FakeLine())

    assert not await calls.admits(started.ticket)
    assert await answer(started.ticket) is True


@pytest.mark.parametrize("body", ["", "made up", b"\xff\xfe\x00"])
async def test_what_is_no_ticket_of_ours_is_refused(answer, body):
    assert await answer(body) is False


async def test_a_flood_instead_of_a_ticket_is_not_read_to_its_end(answer):
    assert await answer(b"x" * 100_000) == 413
