"""One person, two servers, two hundred starts at once: exactly what is allowed is granted."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from sqlmodel import select

from darasa_reflex.features.accounts import bucket
from darasa_reflex.features.accounts.models import User
from darasa_reflex.features.interviews.models import Interview

ROOT = Path(__file__).parents[4]
SERVERS, STARTS = 2, 200

pytestmark = pytest.mark.slow


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
    command = [sys.executable, "-m", "tests.features.interviews.start.crowd"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    servers = [subprocess.Popen(command, cwd=ROOT, **pipes) for _ in range(SERVERS)]
    for server in servers:
        print(json.dumps(task), file=server.stdin, flush=True)
    for server in servers:
        assert server.stdout.readline() == "ready\n"
    for server in servers:
        print("go", file=server.stdin, flush=True)
    outcomes = [Counter(json.loads(server.communicate(timeout=100)[0])) for server in servers]
    assert [server.returncode for server in servers] == [0] * SERVERS
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
    asked = {"starts": STARTS, "features": ["1_interview"], "limited": True}

    came = ask(db, eager, job, **asked, connect=True)

    assert (came["granted"], came["connected"]) == (2, 2)
    assert came["Your plan includes 2 interviews"] == STARTS - 2
    assert rows_and_held(db, eager) == (2, 2)


def test_the_bucket_grants_twelve_to_a_person_without_a_limit(db, eager, job):
    asked = {"starts": STARTS, "features": ["unlimited_interviews"], "limited": True}

    came = ask(db, eager, job, **asked, connect=False)

    assert came["granted"] == bucket.CAPACITY
    assert came["You have started many interviews today"] == STARTS - bucket.CAPACITY
    assert rows_and_held(db, eager) == (bucket.CAPACITY, 0)
