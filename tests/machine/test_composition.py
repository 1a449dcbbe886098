"""The composition of compose.yaml from Debian's programs: two servers, PostgreSQL, Redis, Caddy."""

import asyncio
import os
import signal

import httpx
import pytest

from tests.load.typed import renewal
from tests.machine.services import composition as composed
from tests.machine.services.composition import LONGEST_SECONDS, ready, until

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(composed.MISSING, reason="Caddy, PostgreSQL or Redis is not installed"),
]
_PERSON = {"email": "ada@example.org", "password": "a long and good password", "name": "Ada"}


@pytest.fixture(scope="module")
def composition(tmp_path_factory):
    with composed.running(tmp_path_factory.mktemp("composition")) as own:
        yield own


def test_a_person_stays_signed_in_while_servers_are_killed_and_renewed(composition):
    origin, servers = composition.origin, composition.servers
    with httpx.Client(base_url=origin, headers={"origin": origin}, timeout=20) as person:
        assert person.post("/auth/sign-up", data=_PERSON).status_code == 303
        assert person.post("/auth/sign-in", data=_PERSON).headers["location"] == "/app"

        servers[0].kill()
        # Not one of them is refused, whichever server was to take it.
        assert [person.get("/app/").status_code for _ in range(20)] == [200] * 20
        assert _PERSON["email"] in exported(person)

        servers[0].start()
        until(lambda: ready(servers[0]))
        os.killpg(servers[1].process.pid, signal.SIGTERM)
        assert [person.get("/app/").status_code for _ in range(20)] == [200] * 20
        servers[1].process.wait(LONGEST_SECONDS)
        servers[1].process = None

        assert _PERSON["email"] in exported(person)
        servers[1].start()
        until(lambda: ready(servers[1]))


def test_what_is_for_those_inside_is_not_served_outside(composition):
    origin, servers = composition.origin, composition.servers

    for path in ("/metrics", "/_ready", "/_health"):
        assert httpx.get(f"{origin}{path}").status_code == 404
    assert all(httpx.get(f"{one.address}/_health").status_code == 200 for one in servers)


def exported(person) -> str:
    """Return the copy of a person's data, as soon as the proxy has a server for it.

    It shuns for 5 s who failed, however soon they are back, and turns to another one only with what
    changes nothing.
    """
    answers = []

    def is_answered() -> bool:
        answers.append(person.post("/export", data={"token": ""}))
        return answers[-1].status_code not in {502, 503}

    until(is_answered)
    answer = answers[-1]
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    return answer.text


def test_nobody_who_types_notices_more_than_a_pause_while_both_servers_are_renewed(composition):
    found = asyncio.run(renewal.renewed(composition, 20))

    assert (found.lost, found.twice, found.out_of_order) == (0, 0, 0)
    assert set(found.ended) == {"stopped"}
    assert (found.untold, found.strangers) == (0, 0)
