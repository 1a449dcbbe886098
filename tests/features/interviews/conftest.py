"""Interviews on a real database with a stand-in interviewer."""

import pytest

from darasa_reflex.features.interviews.calls import CallLimits, Calls
from darasa_reflex.features.interviews.service import Interviews
from tests.features.interviews.doubles import EchoInterviewer, engines


@pytest.fixture
def interviewer() -> EchoInterviewer:
    return EchoInterviewer(goodbye="bye")


@pytest.fixture
def calls(db, clock, interviewer) -> Calls:
    return Calls(db, clock, engines(interviewer), CallLimits())


@pytest.fixture
def interviews(db, clock, calls) -> Interviews:
    return Interviews(db, clock, calls, limit=None)
