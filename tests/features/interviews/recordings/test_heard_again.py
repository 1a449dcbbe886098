"""What is kept of an answer is that answer, whole, from its first word, and nobody else's sound."""

import asyncio
import io
from uuid import uuid4

import av
import numpy as np
import pytest

from darasa_reflex.core.processes.child import ChildDied
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ
from darasa_reflex.features.interviews.recordings.encoding import by_child
from darasa_reflex.features.interviews.recordings.recorder import LEAD_MS, TAIL_MS, Recorder
from tests.load.voice.candidate import ANSWERS, in_a_room, silent, spoken

pytestmark = pytest.mark.slow

FRAME = 2 * HEARD_HZ // 10
PER_MS = HEARD_HZ // 1000
# Opus changes every sample a little, and the place of none.
SAME, OTHER, MOST_BYTES_PER_SECOND = 0.9, 0.3, 3_500


def samples_of(file):
    """What a player makes of a file, and how long the file says that it is, in seconds."""
    with av.open(io.BytesIO(file)) as container:
        said = container.duration / av.time_base
        resampler = av.AudioResampler(format="s16", layout="mono", rate=HEARD_HZ)
        frames = [*container.decode(audio=0), None]
        pieces = [piece.to_ndarray()[0] for frame in frames for piece in resampler.resample(frame)]
    return np.concatenate(pieces).astype(float), said


def likeness(one, other):
    """How much alike two sounds are, sample by sample: 1 is the same."""
    many = min(len(one), len(other))
    return float(np.corrcoef(one[:many], other[:many])[0, 1])


async def test_each_answer_can_be_heard_again_and_no_other_one():
    parts = [silent(2.0), await spoken(ANSWERS[1]), silent(4.0), await spoken(ANSWERS[2])]
    talk = in_a_room(np.concatenate([*parts, silent(2.0)]))
    ends = np.cumsum([len(part) for part in parts]) // PER_MS
    places = ((ends[0], ends[1]), (ends[2], ends[3]))
    spans = [evi.Span(begin=int(begin), end=int(end)) for begin, end in places]
    takes = []
    recorder = Recorder(uuid4(), 0, takes.append)
    for at in range(0, len(talk), FRAME):
        recorder.hear(talk[at : at + FRAME], (at + FRAME) * 1000 // (2 * HEARD_HZ))
        for span in [s for s in spans if at == (s.end + 1_000) * PER_MS * 2 // FRAME * FRAME]:
            recorder.cut(uuid4(), span)

    files = await asyncio.gather(*(by_child(take.pcm) for take in takes))

    whole = np.frombuffer(talk, "<i2").astype(float)
    assert len(files) == 2
    for take, file, span in zip(takes, files, spans, strict=True):
        heard, told_seconds = samples_of(file)
        begin, end = (span.begin - LEAD_MS) * PER_MS, (span.end + TAIL_MS) * PER_MS
        assert take.began_ms == span.begin - LEAD_MS
        assert abs(len(heard) - (end - begin)) <= PER_MS
        assert abs(told_seconds - (end - begin) / HEARD_HZ) < 0.05
        assert likeness(heard, whole[begin:end]) > SAME
        # A cut a tenth of a second off is another sound altogether.
        assert abs(likeness(heard, whole[begin + 1_600 : end + 1_600])) < OTHER
        assert len(file) < MOST_BYTES_PER_SECOND * told_seconds


async def test_an_encoder_that_dies_says_so():
    with pytest.raises(ChildDied):
        await by_child(b"\x01")  # half a sample
