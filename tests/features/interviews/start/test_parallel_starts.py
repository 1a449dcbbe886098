"""One person, two servers, two hundred starts at once: exactly what is allowed is granted."""

import json
import os
from collections import Counter

import pytest
from sqlmodel import select

from darasa_reflex.features.accounts import bucket
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.interviews.models import Interview
from tests.machine import warmed

SERVERS, STARTS = 2, 200
# So many are as good a crowd where what is counted is another thing.
FEWER = 80
PROGRAM = "tests.features.interviews.start.crowd"

pytestmark = pytest.mark.slow


class Server:
    """A process that starts interviews."""

    def __init__(self):
        given, typed = os.pipe()
        said, out = os.pipe()
        self.typed, self.said = os.fdopen(typed, "w"), os.fdopen(said)
        self._process = warmed.begun([PROGRAM], os.environ, [given, out, 2])
        os.close(given)
        os.close(out)

    def outcomes(self):
        with self.typed, self.said:
            told = Counter(json.loads(self.said.read()))
            assert self._process.wait(100) == 0
        return told


def ask(db, actor, job, *, starts, features, limited, connect):
    """Let that many starts come at once, shared by real processes; return what came of them."""
    task = {
        "url": db.engine.url.render_as_string(hide_password=False),
        "user_id": str(actor.user_id),
        "job_id": str(job.id),
        "features": features,
        "limited": limited,
        "starts": starts // SERVERS,
        "connect": connect,
    }
    servers = [Server() for _ in range(SERVERS)]
    for server in servers:
        print(json.dumps(task), file=server.typed, flush=True)
    for server in servers:
        assert server.said.readline() == "ready\n"
    for server in servers:
        print("go", file=server.typed, flush=True)
    outcomes = [server.outcomes() for server in servers]
    return sum(outcomes, Counter())


def rows_and_held(db, actor):
    def work(session):
        kept = len(session.exec(select(Interview)).all())
        return kept, session.get_one(User, actor.user_id).interviews_held

    return db.run_here(work)


def test_a_plan_of_two_grants_two_of_two_hundred(db, eager, job):
    asked = {"starts": STARTS, "features": ["1_interview"], "limited": True}

    came = ask(db, eager, job, **asked, connect=False)

    assert came == {"granted": 2, "Your plan includes 2 interviews": STARTS - 2}
    assert rows_and_held(db, eager) == (2, 0)


def test_a_plan_of_two_lets_two_connect_however_many_tabs_try(db, eager, job):
    asked = {"starts": FEWER, "features": ["1_interview"], "limited": True}

    came = ask(db, eager, job, **asked, connect=True)

    assert (came["granted"], came["connected"]) == (2, 2)
    assert came["Your plan includes 2 interviews"] == FEWER - 2
    assert rows_and_held(db, eager) == (2, 2)


def test_the_bucket_grants_twelve_to_a_person_without_a_limit(db, eager, job):
    asked = {"starts": FEWER, "features": ["unlimited_interviews"], "limited": True}

    came = ask(db, eager, job, **asked, connect=False)

    assert came["granted"] == bucket.CAPACITY
    assert came["You have started many interviews today"] == FEWER - bucket.CAPACITY
    assert rows_and_held(db, eager) == (bucket.CAPACITY, 0)
