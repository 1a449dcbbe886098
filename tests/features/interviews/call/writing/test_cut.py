"""What the interviewer had said when it was talked over, as it is kept."""

import base64
import struct
from contextlib import asynccontextmanager

import pytest

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from tests.features.interviews.doubles import EchoConversation, EchoInterviewer, FakeLine, engines

pytestmark = pytest.mark.slow

SECOND = base64.b64encode(
    struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 32_036, b"WAVE", b"fmt ", 16, 1, 1, 16_000, 32_000,
                2, 16, b"data", 32_000) + bytes(32_000)
).decode()  # fmt: skip
SAID = {"a": "Hello Ada.", "b": "How is your day?"}


class TalkedOver(EchoConversation):
    """Says two sentences, is talked over, and knows what of them was heard."""

    def __init__(self, brief, cut):
        super().__init__(brief, "Welcome.", "bye")
        for key, text in SAID.items():
            words = evi.Text(role="assistant", content=text)
            self._out.put_nowait(evi.AssistantMessage(id=key, message=words))
            self._out.put_nowait(evi.AudioOutput(id=key, index=0, data=SECOND))
        self._out.put_nowait(evi.UserInterruption(time=1, darasa=cut))
        self._out.put_nowait(None)


class TalkedOverInterviewer(EchoInterviewer):
    def __init__(self, cut):
        super().__init__()
        self.cut = cut

    @asynccontextmanager
    async def open(self, brief):
        yield TalkedOver(brief, self.cut)


@pytest.mark.parametrize(
    ("cut", "kept"),
    [
        (evi.Cut(heard={"a": "Hello", "b": ""}), ["Welcome.", "Hello"]),
        (evi.Cut(heard={"b": "How is"}), ["Welcome.", "Hello Ada.", "How is"]),
        (evi.Cut(heard={"nobody's": ""}), ["Welcome.", *SAID.values()]),
        (None, ["Welcome.", *SAID.values()]),
    ],
)
async def test_a_turn_ends_where_it_was_talked_over(
    db, clock, interviews, ada, job_info, cut, kept
):
    started = await interviews.start(ada, job_info.id)
    calls = Calls(db, clock, engines(TalkedOverInterviewer(cut)), CallLimits())

    await calls.conduct(started.ticket, FakeLine(stays=True))

    turns = await interviews.transcript(ada, started.interview_id)
    assert [turn.text for turn in turns] == kept
    assert [turn.cut_off for turn in turns] == [turn.text not in WHOLE for turn in turns]


WHOLE = {"Welcome.", *SAID.values()}
