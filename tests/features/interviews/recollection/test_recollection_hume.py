"""Hume drops the line after every few messages; afterwards its history makes all of it whole."""

import pytest
from pydantic import SecretStr

from darasa_reflex.core.engines.cast import Cast, Member
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.recollection.recollection import Recollection
from darasa_reflex.features.interviews.service import Interviews
from darasa_reflex.providers.interviewer.hume.provider import HumeInterviewer
from tests.vendors.hume.hume import KEY, HumeStandIn
from tests.vendors.hume.hume_candidate import Candidate
from tests.vendors.hume.hume_rest import HumeRestStandIn

# Twenty whole interviews each.
pytestmark = [pytest.mark.slow, pytest.mark.one_database]


@pytest.fixture
async def hume():
    stand_in = await HumeStandIn(tone_ms=10).start()
    yield stand_in
    await stand_in.stop()


# A history without trouble: `tests/providers/hume/test_hume_drops.py`.
@pytest.mark.parametrize("every", [1, 2, 5, 13])
async def test_however_often_the_line_drops_the_transcript_equals_what_was_said(
    db, clock, ada, job_info, hume, every
):
    own = HumeInterviewer(hume.address, SecretStr(KEY), "cfg", clock)
    only = Cast((Member("hume", "Hume EVI", lambda: own),))
    calls = Calls(db, clock, only, CallLimits())
    interviews = Interviews(db, clock, calls, limit=None)
    rest = HumeRestStandIn(page_size=7)
    hume.routes.append(rest.route)
    hume.drop_after = every
    candidate = Candidate()

    interview_id = await candidate.hold(calls, interviews, ada, job_info.id)
    rest.take_over(hume.record)
    rest.doubled = rest.shuffled = True
    whole = await Recollection(db, clock, only).catch_up(interview_id, 60)

    said = hume.record.said
    kept = [(turn.speaker, turn.text) for turn in await interviews.transcript(ada, interview_id)]
    assert whole
    # Typed words that were on their way when the line broke never reached Hume; they are kept.
    unheard = {("actor", text) for text in candidate.typed} - set(said)
    assert [turn for turn in kept if turn not in unheard] == said
    assert len(kept) == len(set(kept))
    assert [text for speaker, text in kept if speaker == "actor"] == [
        text for text in candidate.typed if ("actor", text) in kept
    ]
