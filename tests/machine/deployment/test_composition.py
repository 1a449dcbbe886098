"""The composition of compose.yaml from Debian's programs: two servers, PostgreSQL, Redis, Caddy."""

import asyncio
import os
import re
import signal
import subprocess

import httpx
import psycopg
import pytest

from darasa_reflex.core.clock import SystemClock
from darasa_reflex.core.database.db import Database
from darasa_reflex.features.accounts.tokens.access_tokens import AccessTokens
from tests.conftest import person
from tests.fixtures.server import ROOT
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
    found = asyncio.run(renewal.renewed(composition, 12))

    assert (found.lost, found.twice, found.out_of_order) == (0, 0, 0)
    assert set(found.ended) == {"stopped"}
    assert (found.untold, found.strangers) == (0, 0)


# Blocks of commands for compose.yaml: a backup, back to it, all of it anew.
_BACKUP, _BACK, _ANEW = (
    re.findall(r"docker compose (.*)", block)
    for block in re.findall(
        r"(?:^    docker compose .*\n)+",
        (ROOT / "docs" / "upgrading.md").read_text(),
        re.MULTILINE,
    )
)
_JOB = {"name": "Crowd", "experience_level": "senior", "description": "Queries and indexes."}


def obey(composition, folder, lines):
    """Do what `docker compose …` does; what runs in the database's container runs beside it."""
    servers = {f"app-{number}": one for number, one in enumerate(composition.servers, 1)}
    for line in lines:
        if line.startswith("exec -T database "):
            inside = composition.cluster.inside
            command = line.removeprefix("exec -T database ")
            subprocess.run(command, shell=True, check=True, cwd=folder, env=inside)
            continue
        verb, *words = [word for word in line.split() if not word.startswith("-")]
        for name in [word for word in words if word != "database"] if words else servers:
            servers[name].stop() if verb == "stop" else servers[name].start()


def test_what_was_backed_up_is_there_again(composition, tmp_path):
    """As docs/upgrading.md says it: after a mistake, and after the loss of the volume."""
    database = Database(composition.database)
    ada = person(database, "Ada-who-keeps")
    tokens = AccessTokens(database, SystemClock(), sold=False, limited=False)
    token = asyncio.run(tokens.make(ada, "walk"))
    database.engine.dispose()
    headers = {"authorization": f"Bearer {token}"}
    with httpx.Client(base_url=composition.origin, headers=headers, timeout=20) as api:

        def begin():
            job = api.post("/api/v1/jobs", json=_JOB).raise_for_status().json()
            wish = {"job_id": job["id"], "minutes": 10}
            return api.post("/api/v1/interviews", json=wish).raise_for_status().json()

        def kept():
            until(lambda: api.get("/api/v1/interviews").status_code == 200)
            return [one["id"] for one in api.get("/api/v1/interviews").json()["interviews"]]

        first = begin()["interview_id"]
        obey(composition, tmp_path, _BACKUP)
        begin()
        with psycopg.connect(composition.database.replace("+psycopg", "")) as newer:
            newer.execute("create table of_a_newer_version (id integer)")

        obey(composition, tmp_path, _BACK)
        assert kept() == [first]
        with psycopg.connect(composition.database.replace("+psycopg", "")) as there:
            assert there.execute("select to_regclass('of_a_newer_version')").fetchone() == (None,)

        for server in composition.servers:
            server.kill()
        composition.cluster.with_database("darasa")
        obey(composition, tmp_path, _ANEW)
        assert kept() == [first]
