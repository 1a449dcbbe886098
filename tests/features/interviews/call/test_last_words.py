"""How a line is closed after the last words: what still comes is taken in."""

import asyncio

import pytest

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call import line as lines
from darasa_reflex.features.interviews.call.incoming.handshake import Handshake
from tests.features.interviews.doubles import FakeLine

FOREVER_SECONDS = 3_600.0
TOO_LARGE = bytes(1_000_000)
SOUND = bytes(1_920)


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(lines, "_SILENT_SECONDS", 0.005)


async def conducted(interviews, calls, ada, job_info, line, *, signs=False):
    started = await interviews.start(ada, job_info.id)
    async with asyncio.timeout(30):
        await calls.conduct(started.ticket, line, Handshake(signs=signs))


async def test_who_speaks_on_after_a_refusal_is_listened_to_and_then_closed(
    interviews, calls, ada, job_info, monkeypatch
):
    monkeypatch.setattr(lines, "_LONGEST_PARTING_SECONDS", FOREVER_SECONDS)
    line = FakeLine(TOO_LARGE, *[SOUND] * 300, stays=True)

    await conducted(interviews, calls, ada, job_info, line)

    assert line.errors() == ["E0102"]
    assert line.inbox.empty()
    assert line.closed_with == lines.NORMAL_CLOSE


async def test_nobody_is_listened_to_for_ever(interviews, calls, ada, job_info, monkeypatch):
    monkeypatch.setattr(lines, "_LONGEST_PARTING_SECONDS", 0.02)

    class Talker(FakeLine):
        async def receive(self):
            await asyncio.sleep(0)
            return TOO_LARGE

    line = Talker()

    await conducted(interviews, calls, ada, job_info, line)

    assert line.closed_with == lines.NORMAL_CLOSE


@pytest.mark.parametrize("signs", [True, False])
async def test_who_has_hung_up_is_not_waited_for(
    interviews, calls, ada, job_info, monkeypatch, signs
):
    monkeypatch.setattr(lines, "_LONGEST_PARTING_SECONDS", FOREVER_SECONDS)
    monkeypatch.setattr(lines, "_SILENT_SECONDS", FOREVER_SECONDS)
    line = FakeLine()

    await conducted(interviews, calls, ada, job_info, line, signs=signs)

    assert line.closed_with == lines.NORMAL_CLOSE


async def test_a_page_is_asked_to_close_before_anything_more_is_taken_in(
    interviews, calls, ada, job_info, monkeypatch
):
    monkeypatch.setattr(lines, "_LONGEST_PARTING_SECONDS", FOREVER_SECONDS)
    monkeypatch.setattr(lines, "_SILENT_SECONDS", 0.0)
    left = []

    class Page(FakeLine):
        async def send(self, frame):
            await super().send(frame)
            if self.shown[-1] == evi.SessionSettings(darasa=evi.Sign(over=True)):
                left.append(self.inbox.qsize())
                asyncio.get_running_loop().call_later(0.05, self.inbox.put_nowait, None)

    line = Page(TOO_LARGE, *[SOUND] * 300, stays=True)

    await conducted(interviews, calls, ada, job_info, line, signs=True)

    assert line.errors() == ["E0102"]
    assert left == [300]
    assert line.inbox.get_nowait() is None
