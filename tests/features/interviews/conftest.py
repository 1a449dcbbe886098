"""Interviews on a real database with a stand-in interviewer."""

import pytest

from darasa_reflex.features.accounts.identity import Actor
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.recollection.recollection import Recollection
from darasa_reflex.features.interviews.service import Interviews
from tests.conftest import a_job, person
from tests.features.interviews.doubles import EchoInterviewer, engines
from tests.features.interviews.recollection.archive import Archive


@pytest.fixture
def interviewer() -> EchoInterviewer:
    return EchoInterviewer(goodbye="bye")


@pytest.fixture
def calls(db, clock, interviewer) -> Calls:
    return Calls(db, clock, engines(interviewer), CallLimits())


@pytest.fixture
def interviews(db, clock, calls) -> Interviews:
    return Interviews(db, clock, calls, limit=None)


@pytest.fixture
def eager(db) -> Actor:
    """A person whom the day limits."""
    return person(db, "Eager", limited=True)


@pytest.fixture
def job(db, eager):
    """A job of that person."""
    return a_job(db, eager)


@pytest.fixture
def archive(clock) -> Archive:
    """What the stand-in has kept of its calls."""
    return Archive(clock)


@pytest.fixture
def remembering(interviewer, archive) -> EchoInterviewer:
    """The stand-in, which can be asked for it."""
    interviewer.history = archive
    return interviewer


@pytest.fixture
def recollection(db, clock, remembering) -> Recollection:
    return Recollection(db, clock, engines(remembering))
