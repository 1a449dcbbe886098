"""An answer spoken once more: heard phrase by phrase, kept with its times, and no sound of it."""

import json
import math
from array import array
from contextlib import asynccontextmanager
from functools import cache
from uuid import uuid4

import pytest

from darasa_reflex.core.engines.cast import Cast, Member
from darasa_reflex.core.errors import NotFound
from darasa_reflex.features.interviews.call.line import LineClosed
from darasa_reflex.features.interviews.device_check.ear_check import END, EarCheck
from darasa_reflex.features.interviews.device_check.ear_passes import EarPasses
from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ
from darasa_reflex.features.interviews.engines.speech.speech import Heard, HeardWord
from darasa_reflex.features.practice.phrases import Phrases
from darasa_reflex.features.practice.service import Attempts
from darasa_reflex.features.practice.speaking import LONGEST_SECONDS, Speaking
from tests.features.feedback import transcripts as said
from tests.features.practice.held import backend_job, held, turn_ids

LINEAR = json.dumps(
    {"type": "session_settings", "audio": {"encoding": "linear16", "sample_rate": HEARD_HZ}}
)


@cache
def _second(peak: int) -> bytes:
    return array("h", (round(peak * math.sin(n * 0.2)) for n in range(HEARD_HZ))).tobytes()


def tone(seconds: int, peak: int = 8_000) -> bytes:
    """A voice, to who looks at loudness alone."""
    return _second(peak) * seconds


def quiet(seconds: int) -> bytes:
    return bytes(seconds * HEARD_HZ * 2)


class Ear:
    """Hears one sentence in each phrase, as long as the phrase."""

    obstacle, label, seats = None, "An ear of a test.", None

    def __init__(self, *sentences: str) -> None:
        self.sentences = list(sentences)

    def warm(self) -> None:
        """Nothing to load."""

    def hearing(self, language):
        return self

    @asynccontextmanager
    async def listen(self, hints):
        yield self

    def utterance(self):
        self.fed = b""
        return self

    async def feed(self, pcm):
        self.fed += pcm

    async def finish(self) -> Heard:
        text = self.sentences.pop(0)
        length = len(self.fed) * 1000 // (HEARD_HZ * 2)
        each = length // max(1, len(text.split()))
        words = [HeardWord(w, n * each, (n + 1) * each) for n, w in enumerate(text.split())]
        return Heard(text, words=tuple(words))


class Wire:
    """A line whose peer sends these frames, then leaves."""

    def __init__(self, *frames) -> None:
        self.frames, self.told, self.closed = list(frames), [], False

    async def receive(self):
        return self.frames.pop(0) if self.frames else None

    async def send(self, frame):
        self.told.append(json.loads(frame))

    async def close(self, code=1000):
        self.closed = True


@pytest.fixture
def attempts(db, clock) -> Attempts:
    return Attempts(db, clock)


@pytest.fixture
def weak(db, clock, ada):
    interview_id = held(db, backend_job(db, ada).id, said.BACKEND_WEAK, clock.now())
    return interview_id, turn_ids(db, interview_id)[2]


def speaking(attempts, clock, *sentences) -> Speaking:
    ear = Ear(*sentences)
    return Speaking(EarCheck(Cast((Member("test", "t", lambda: ear),)), EarPasses(clock)), attempts)


def spent(room: Speaking, actor, place):
    passes = room.ears.passes
    return passes.spend(passes.issue(actor, "en", place))


async def test_what_was_said_is_kept_with_its_times_and_captioned_on_the_way(
    attempts, clock, ada, weak
):
    texts = ["A release broke our invoices and I was on call.", "I rolled it back within minutes."]
    room = speaking(attempts, clock, *texts)
    sound = tone(20) + quiet(1) + tone(19)
    pieces = [sound[at : at + 64_000] for at in range(0, len(sound), 64_000)]
    line = Wire(LINEAR, *pieces, END)

    await room.hear(spent(room, ada, weak), line)
    seen = await attempts.read(ada, *weak)

    assert [one["type"] for one in line.told] == ["caption", "caption", "kept"]
    assert line.told[1]["text"] == " ".join(texts)
    assert seen.newest.told.text == " ".join(texts)
    assert seen.newest.told.spoken
    assert 38 <= seen.newest.told.row.seconds <= 41
    assert line.closed


async def test_who_leaves_before_the_end_keeps_nothing(attempts, clock, ada, weak):
    room = speaking(attempts, clock, "I was on call.")

    with pytest.raises(LineClosed):
        await room.hear(spent(room, ada, weak), Wire(LINEAR, tone(2)))

    assert (await attempts.read(ada, *weak)).many == 0


@pytest.mark.slow
async def test_silence_rubbish_and_too_much_are_refused_with_a_sentence(attempts, clock, ada, weak):
    second = quiet(1)
    for frames in (
        (LINEAR, quiet(3), END),
        (tone(1), END),
        ("{}", END),
        (LINEAR, *[second] * (LONGEST_SECONDS + 1), END),
    ):
        room = speaking(attempts, clock, *[""] * 30)
        line = Wire(*frames)
        await room.hear(spent(room, ada, weak), line)

        assert line.told[-1]["type"] == "error"
        assert line.told[-1]["message"].endswith((".", "?"))
    assert (await attempts.read(ada, *weak)).many == 0


async def test_a_pass_for_somebody_elses_answer_keeps_nothing(attempts, clock, ada, eve, weak):
    for actor, place in ((eve, weak), (ada, (weak[0], uuid4())), (ada, None)):
        room = speaking(attempts, clock, "I was on call.")
        line = Wire(LINEAR, tone(2), END)
        await room.hear(spent(room, actor, place), line)

        assert line.told[-1] == {"type": "error", "message": NotFound.sentence}
    assert (await attempts.read(ada, *weak)).many == 0


async def test_a_typed_first_answer_has_no_pace_to_compare(attempts, clock, ada, weak):
    from darasa_reflex.features.practice import comparison

    room = speaking(attempts, clock, said.BACKEND_STRONG[1][1])
    await room.hear(spent(room, ada, weak), Wire(LINEAR, tone(10), END))
    seen = await attempts.read(ada, *weak)

    told = comparison.figures(seen.first.told, seen.newest.told, english=True)
    assert [one.name for one in told] == ["Parts found", "Length"]


async def test_pace_is_compared_from_half_a_minute_on(db, attempts, clock, ada):
    from darasa_reflex.features.practice import comparison

    interview_id = held(db, backend_job(db, ada).id, said.BACKEND_STRONG, clock.now(), typed=False)
    place = (interview_id, turn_ids(db, interview_id)[2])
    found = {}
    for seconds in (20, 40):
        room = speaking(attempts, clock, *[said.BACKEND_STRONG[1][1]] * 3)
        await room.hear(spent(room, ada, place), Wire(LINEAR, tone(seconds), END))
        seen = await attempts.read(ada, *place)
        told = comparison.figures(seen.first.told, seen.newest.told, english=True)
        found[seconds] = {one.name: one for one in told}

    # 65 words at 400 ms each are 26 s: the first is too short as well.
    assert found[20]["Pace"].note == comparison.TOO_FEW
    assert found[40]["Time"].now == "40"
    assert found[40]["Fillers"].note == comparison.TOO_FEW


def test_phrases_end_in_pauses_and_lose_nothing():
    cutting = Phrases()
    sound = tone(5) + quiet(1) + tone(30) + tone(2, peak=300) + tone(3)
    pieces = [sound[at : at + 1_234] for at in range(0, len(sound), 1_234)]

    found = [phrase for piece in pieces for phrase in cutting.take(piece)] + cutting.finish()

    assert b"".join(phrase.pcm for phrase in found) == sound
    assert [phrase.began_ms for phrase in found][:2] == [0, 5_480]
    assert all(len(phrase.pcm) <= 25 * HEARD_HZ * 2 for phrase in found)
