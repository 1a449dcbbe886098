"""What whoever runs a server learns of its calls: how many live, how they end, how soon replied."""

import pytest

from darasa_reflex.core.monitoring.metrics import REGISTRY
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.line import EndReason
from darasa_reflex.features.interviews.call.timing.reply_delay import ReplyDelay
from tests.features.interviews.doubles import SILENT_WAV, FakeLine, typed


def seen(name, **labels):
    return REGISTRY.get_sample_value(name, labels) or 0.0


@pytest.mark.slow
async def test_a_call_is_counted_while_it_lives_and_by_how_it_ended(
    interviews, calls, ada, job_info
):
    live, over = (
        [],
        {reason: seen("darasa_ended_calls_total", reason=reason) for reason in EndReason},
    )

    class Watching(FakeLine):
        async def send(self, frame):
            live.append(seen("darasa_live_calls", engine="echo"))
            await super().send(frame)

    for frames in (typed("bye"), ()):
        started = await interviews.start(ada, job_info.id)
        await calls.conduct(started.ticket, Watching(*frames, stays=bool(frames)))
    lost = await interviews.start(ada, job_info.id)
    gone = FakeLine(stays=True)
    gone.gone = True
    await calls.conduct(lost.ticket, gone)

    since = {r: seen("darasa_ended_calls_total", reason=r) - over[r] for r in EndReason}
    assert {reason.value: n for reason, n in since.items() if n} == {
        "completed": 1, "hang_up": 1, "lost": 1,
    }  # fmt: skip
    assert max(live) == 1
    assert seen("darasa_live_calls", engine="echo") == 0


def test_a_reply_is_measured_from_the_end_of_speech_to_its_first_sound():
    delay = ReplyDelay("measured")
    sound = evi.AudioOutput(id="m", index=0, data=SILENT_WAV)

    def said(**more):
        words = evi.Text(role="user", content="Well.")
        return evi.UserMessage(message=words, time=evi.Span(begin=0, end=2_000), **more)

    for message, now_ms in (
        (sound, 100),  # the greeting
        (said(interim=True), 1_500),
        (said(), 2_300),
        (sound, 3_200),
        (sound, 4_000),  # the same reply
        (said(from_text=True), 9_000),
        (sound, 9_100),
        (said(), 10_000),
        (evi.UserInterruption(time=9_900), 10_100),
        (sound, 12_000),
    ):
        delay.note(message, now_ms)

    assert seen("darasa_reply_seconds_count", engine="measured") == 1
    assert seen("darasa_reply_seconds_sum", engine="measured") == pytest.approx(1.2)
