"""A turn whose words are read later: kept with a mark, made whole, and told to the page."""

import asyncio

import pytest

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.call.incoming.handshake import Handshake
from darasa_reflex.features.interviews.service import Interviews
from darasa_reflex.states.report.rows.bubbles import bubbles
from tests.features.interviews.doubles import EchoConversation, EchoInterviewer, FakeLine, engines

pytestmark = pytest.mark.slow

MARKED = evi.UserMessage(
    message=evi.Text(role="user", content=evi.NOT_UNDERSTOOD),
    time=evi.Span(begin=1_000, end=10_000),
    darasa=evi.Measured(
        segments=((1_000, 10_000),),
        unread=((1_000, 10_000),),
        words=((evi.NOT_UNDERSTOOD, 1_000, 10_000),),
    ),
)


def whole(text):
    words = tuple((word, 2_000, 2_100) for word in text.split())
    return MARKED.model_copy(
        update={
            "message": evi.Text(role="user", content=text),
            "darasa": evi.Measured(segments=((1_000, 10_000),), words=words),
        }
    )


@pytest.fixture
async def late():
    return asyncio.get_running_loop().create_future()


class SlowEars(EchoInterviewer):
    """Hears an answer at once, and its words when the test says so."""

    def __init__(self, late, *, at_the_end):
        super().__init__()
        self.late, self.at_the_end = late, at_the_end

    def open(self, brief):
        return _opened(self, brief)


class _opened:
    def __init__(self, ears, brief):
        self.talk = EchoConversation(brief, "Hello.", None)
        marked = MARKED.with_late(ears.late)
        if ears.at_the_end:
            self.talk.finish = lambda: _list(marked)
        else:
            self.talk._out.put_nowait(marked)

    async def __aenter__(self):
        return self.talk

    async def __aexit__(self, *error):
        return None


async def _list(message):
    return [message]


async def a_call(db, clock, ada, job_info, ears, *, signs=True):
    calls = Calls(db, clock, engines(ears), CallLimits())
    interviews = Interviews(db, clock, calls, limit=None)
    started = await interviews.start(ada, job_info.id)
    line = FakeLine(stays=True)
    holding = asyncio.create_task(calls.conduct(started.ticket, line, Handshake(signs=signs)))
    return calls, interviews, started.interview_id, line, holding


async def until(condition):
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0.01)


def changes(line):
    signs = [m.darasa for m in line.shown if isinstance(m, evi.SessionSettings)]
    return sum(bool(sign and sign.changed) for sign in signs)


@pytest.mark.parametrize("signs", [True, False])
async def test_late_words_are_added_to_their_turn_and_the_page_is_told(
    db, clock, ada, job_info, late, signs
):
    ears = SlowEars(late, at_the_end=False)
    _, interviews, interview, line, holding = await a_call(
        db, clock, ada, job_info, ears, signs=signs
    )
    await until(lambda: evi.NOT_UNDERSTOOD in line.texts())
    before = await interviews.transcript(ada, interview)
    late.set_result(whole("I led the move."))
    await until(lambda: changes(line) or not signs)
    await asyncio.sleep(0.1)
    after = await interviews.transcript(ada, interview)
    line.inbox.put_nowait(None)
    await holding

    shown = bubbles(before, "en", live=True)[-1]
    assert [u.text for u in shown.utterances] == ["[9 s not understood]"]
    assert shown.labels == ["not understood: say it again, or type it"]
    assert after[-1].text == "I led the move."
    assert after[-1].unread == []
    assert after[-1].words[0] == ["I", 2_000, 2_100]
    assert changes(line) == signs


async def test_words_that_come_after_the_end_are_there_before_feedback(
    db, clock, ada, job_info, late
):
    ears = SlowEars(late, at_the_end=True)
    calls, interviews, interview, line, holding = await a_call(db, clock, ada, job_info, ears)
    line.inbox.put_nowait(None)
    await holding
    marked = (await interviews.transcript(ada, interview))[-1].text

    asyncio.get_running_loop().call_later(0.1, late.set_result, whole("At last."))
    await calls.late_words.settle(interview, 5)

    assert marked == evi.NOT_UNDERSTOOD
    assert (await interviews.transcript(ada, interview))[-1].text == "At last."


async def test_a_stretch_in_which_nobody_spoke_leaves_no_turn(db, clock, ada, job_info, late):
    ears = SlowEars(late, at_the_end=True)
    calls, interviews, interview, line, holding = await a_call(db, clock, ada, job_info, ears)
    line.inbox.put_nowait(None)
    await holding

    late.set_result(whole(""))
    await calls.late_words.settle(interview, 5)

    spoken = [turn.speaker for turn in await interviews.transcript(ada, interview)]
    assert "actor" not in spoken


async def test_a_server_that_stops_leaves_the_mark(db, clock, ada, job_info, late):
    ears = SlowEars(late, at_the_end=True)
    calls, interviews, interview, line, holding = await a_call(db, clock, ada, job_info, ears)
    line.inbox.put_nowait(None)
    await holding

    await calls.late_words.stop(0.1)

    (turn,) = [t for t in await interviews.transcript(ada, interview) if t.speaker == "actor"]
    assert turn.text == evi.NOT_UNDERSTOOD
    assert turn.unread == [[1_000, 10_000]]
