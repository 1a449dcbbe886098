"""Answers are cut out of the sound of a call to the sample."""

from uuid import uuid4

import numpy as np
import pytest

from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.recordings.recorder import (
    LEAD_MS,
    LONGEST_MS,
    TAIL_MS,
    Recorder,
)

PER_MS = 16
FRAME_MS = 100


class Call:
    """A call of which every sample is another one, so that a cut tells where it was made."""

    def __init__(self, offset_ms=0):
        self.takes = []
        self.recorder = Recorder(uuid4(), offset_ms, self.takes.append)
        self.now_ms = 0

    def talk(self, milliseconds, *, late_ms=0):
        """Let so much sound come in, frame by frame; it may come in all at once, later."""
        for _ in range(milliseconds // FRAME_MS):
            begin = self.now_ms * PER_MS
            self.now_ms += FRAME_MS
            frame = sample(np.arange(begin, self.now_ms * PER_MS)).tobytes()
            self.recorder.hear(frame, self.now_ms + late_ms)

    def cut(self, begin, end):
        self.recorder.cut(uuid4(), evi.Span(begin=begin, end=end))
        return self.takes[-1]


def sample(place):
    """What is heard at a place: a number below 32 000 that comes again after two seconds."""
    return (place % 31_991 + 1).astype("<i2")


def first_and_last(take):
    heard = np.frombuffer(take.pcm, "<i2")
    return int(heard[0]), int(heard[-1])


def expected(begin_ms, end_ms):
    return tuple(int(n) for n in sample(np.array([begin_ms * PER_MS, end_ms * PER_MS - 1])))


def test_an_answer_is_cut_to_the_sample_with_a_breath_before_and_after():
    call = Call()
    call.talk(9_000)

    take = call.cut(3_000, 5_000)

    begin, end = 3_000 - LEAD_MS, 5_000 + TAIL_MS
    assert (take.began_ms, take.milliseconds) == (begin, end - begin)
    assert first_and_last(take) == expected(begin, end)


def test_the_next_answer_begins_after_the_one_before_it():
    call = Call()
    call.talk(9_000)
    call.cut(1_000, 4_000)

    take = call.cut(4_100, 6_000)

    assert take.began_ms == 4_000
    assert first_and_last(take) == expected(4_000, 6_000 + TAIL_MS)


def test_a_later_call_of_an_interview_counts_on():
    call = Call(offset_ms=60_000)
    call.talk(3_000)

    assert call.cut(1_000, 2_000).began_ms == 61_000 - LEAD_MS


def test_sound_that_a_stalled_line_held_back_lies_where_it_was_said():
    call = Call()
    call.recorder.place(0)  # a client that counts its samples, as our page does
    call.talk(2_000)
    call.talk(4_000, late_ms=3_000)

    take = call.cut(4_000, 5_000)

    assert first_and_last(take) == expected(4_000 - LEAD_MS, 5_000 + TAIL_MS)


def test_a_microphone_that_was_off_leaves_silence_where_the_client_says():
    call = Call()
    call.talk(2_000)
    call.now_ms = 7_000
    call.recorder.place(7_000)
    call.talk(3_000)

    take = call.cut(1_000, 9_000)

    heard = np.frombuffer(take.pcm, "<i2")
    gap = heard[(2_000 - take.began_ms) * PER_MS : (7_000 - take.began_ms) * PER_MS]
    assert not gap.any()
    assert first_and_last(take) == expected(1_000 - LEAD_MS, 9_000 + TAIL_MS)


def test_of_a_very_long_answer_the_end_is_kept_and_where_it_begins_is_known():
    call = Call()
    call.talk(LONGEST_MS + 20_000)

    take = call.cut(1_000, LONGEST_MS + 19_000)

    assert take.began_ms == 20_000
    assert first_and_last(take) == expected(20_000, LONGEST_MS + 19_000 + TAIL_MS)


@pytest.mark.parametrize("span", [(0, 0), (50_000, 60_000), (3_000, 1_000)])
def test_what_was_not_heard_is_not_kept(span):
    call = Call()

    call.recorder.cut(uuid4(), evi.Span(begin=span[0], end=span[1]))
    call.talk(1_000)
    call.recorder.cut(uuid4(), evi.Span(begin=50_000, end=60_000))

    assert call.takes == []


def test_a_muted_microphone_is_not_kept():
    call = Call()
    call.recorder.hear(bytes(2 * PER_MS * 3_000), 3_000)

    call.recorder.cut(uuid4(), evi.Span(begin=1_000, end=2_000))

    assert call.takes == []


def test_what_was_said_before_a_stop_is_gone_and_so_is_what_follows():
    call = Call()
    call.talk(2_000)
    call.recorder.stop()
    call.talk(2_000)

    call.recorder.cut(uuid4(), evi.Span(begin=500, end=3_500))

    assert call.takes == []
