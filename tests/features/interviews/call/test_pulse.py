"""A peer that is gone without closing: noticed within 15 s, and its time does not count."""

import asyncio
import time

import pytest

from darasa_reflex.core.clock import SystemClock
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.call.incoming.handshake import Handshake
from darasa_reflex.features.interviews.call.timing import pulse
from darasa_reflex.features.interviews.call.timing.pulse import Pulse
from darasa_reflex.features.interviews.models import Call, Interview
from darasa_reflex.features.interviews.service import Interviews
from tests.features.interviews.doubles import FakeLine, engines, typed


def silent_for(seconds, *, signs=True, waiting=True):
    own = Pulse(signs)
    if waiting:
        own.wait()
    return any(own.look(0.5) for _ in range(int(seconds * 2)))


def test_a_silent_peer_is_dead_after_three_missed_signs():
    assert not silent_for(14)
    assert silent_for(14.5)


def test_nothing_is_told_from_the_silence_of_clients_that_know_no_signs():
    assert not silent_for(1_000, signs=False)


def test_who_is_busy_with_a_frame_has_not_listened():
    assert not silent_for(1_000, waiting=False)


def test_every_frame_is_a_sign_of_life():
    own = Pulse(signs=True)
    dead = False
    for second in range(100):
        own.wait()
        dead = dead or own.look(1.0)
        if second % 4 == 0:
            own.hear(float(second))

    assert not dead
    assert own.lasted(120.0) == 96.0


@pytest.mark.slow
@pytest.mark.parametrize("signs", [True, False])
async def test_the_length_of_a_lost_call_ends_with_the_last_sign_of_life(
    db, ada, job_info, interviewer, signs, monkeypatch
):
    monkeypatch.setattr(pulse, "SILENT_SECONDS", 2.0)
    monkeypatch.setattr(pulse, "SIGN_SECONDS", 0.5)
    clock = SystemClock()
    calls = Calls(db, clock, engines(interviewer), CallLimits())
    interviews = Interviews(db, clock, calls, limit=None)
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(*typed("Hello."), stays=True)
    began = time.monotonic()
    holding = asyncio.create_task(calls.conduct(started.ticket, line, Handshake(signs=signs)))
    done, _ = await asyncio.wait({holding}, timeout=30 if signs else 8)
    given = [m for m in line.shown if isinstance(m, evi.SessionSettings)]
    if not done:
        line.inbox.put_nowait(None)
        await holding
    lasted = time.monotonic() - began

    def call(session):
        interview = session.get(Interview, started.interview_id)
        return session.get(Call, interview.chat_id)

    kept = db.run_here(call)
    assert bool(done) == signs
    assert kept.end_reason == ("lost" if signs else "hang_up")
    assert kept.seconds < lasted - 1.9 if signs else kept.seconds > 6
    assert bool(given) == signs
