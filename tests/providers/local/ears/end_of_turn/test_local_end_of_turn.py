"""How an answer sounds, beside its words: real ears, a scripted detector, and silence."""

import asyncio
from dataclasses import replace

import pytest

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.providers.interviewer.local.ears.ears import Ears
from darasa_reflex.providers.interviewer.local.ears.end_of_turn import EndOfTurn
from darasa_reflex.providers.interviewer.local.ears.endpointing import Endpointing
from darasa_reflex.providers.interviewer.local.ears.hearing import Hearing
from darasa_reflex.providers.interviewer.local.ears.pace import Pace
from darasa_reflex.providers.interviewer.local.ears.phrase_reader import PhraseReader
from darasa_reflex.providers.interviewer.local.ears.utterance import Utterance
from darasa_reflex.providers.turn.smart_turn.provider import SmartTurn
from darasa_reflex.providers.turn.words import WordsAlone
from tests.providers.local.call.local_room import (
    QUIET,
    VOICE,
    LoudIsSpeech,
    ScriptedTranscriber,
    a_room,
    settle,
)
from tests.providers.speech.real_speech import Shelf

WINDOW_MS = 32
WHOLE = "I measured every query and rewrote the two slowest of them."
OPEN = "I measured every query because"


class Hears:
    """A detector that always says the same, at once or when it is let; None: it failed."""

    label, obstacle, fetched = "Hears.", None, True

    def __init__(self, probability, *, at_once=True):
        self.probability, self.asked = probability, []
        self.let = asyncio.Event()
        if at_once:
            self.let.set()

    async def over(self, pcm):
        self.asked.append(pcm)
        await self.let.wait()
        return self.probability


def ears_of(hearing, detector, patience_ms=1_500):
    ears = Ears(
        PhraseReader(hearing), Endpointing(patience_ms), Pace(patience_ms), vad=LoudIsSpeech()
    )
    ears.end_of_turn = EndOfTurn(detector) if detector else None
    return ears


async def hear(ears, window, seconds):
    """Return the answers that ended within that time."""
    ended = []
    for _ in range(round(seconds * 1000 / WINDOW_MS)):
        now_ms = ears.endpointing.now_ms + WINDOW_MS
        found = await ears.hear(window, now_ms, audible=False)
        ended += [one for one in found if isinstance(one, Utterance)]
        await settle()
        if ended:
            break
    return ended


async def waited(detector, text=WHOLE, *, patience_ms=1_500):
    """Return how long, in ms, the silence after an answer lasted until it counted as over."""
    async with Hearing(Cast.of(ScriptedTranscriber(text)), ()) as hearing:
        ears = ears_of(hearing, detector, patience_ms)
        await hear(ears, VOICE, 2)
        (ended,) = await hear(ears, QUIET, 9)
        await ears.close()
    return ears.endpointing.now_ms - ended.ended.end_ms


async def test_an_answer_that_sounds_finished_is_replied_to_sooner():
    sooner, by_words = await waited(Hears(0.98)), await waited(None)

    assert sooner < by_words - 100


@pytest.mark.parametrize("probability", [0.0, 0.5, 0.8, None])
async def test_one_that_does_not_or_a_detector_that_fails_leaves_it_to_the_words(probability):
    assert await waited(Hears(probability)) == await waited(None)


@pytest.mark.parametrize("probability", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("patience_ms", [800, 1_500])
async def test_no_answer_ends_under_the_floor(probability, patience_ms):
    assert await waited(Hears(probability), patience_ms=patience_ms) >= 600


async def test_a_detector_that_never_answers_holds_nothing_up():
    assert await waited(Hears(1.0, at_once=False)) == await waited(None)


@pytest.mark.parametrize(
    ("text", "given"),
    [(OPEN, {}), (WHOLE, {"patience_ms": 3_000}), ("", {})],
    ids=["unfinished words", "the greatest patience", "no words"],
)
async def test_where_only_words_or_patience_count_nobody_is_asked(text, given):
    detector = Hears(1.0)

    assert await waited(detector, text, **given) == await waited(None, text, **given)
    assert detector.asked == []


async def test_what_is_told_after_the_candidate_went_on_counts_for_nothing():
    detector = Hears(1.0, at_once=False)
    texts = ScriptedTranscriber(WHOLE, OPEN)
    async with Hearing(Cast.of(texts), ()) as hearing:
        ears = ears_of(hearing, detector)
        await hear(ears, VOICE, 2)
        await hear(ears, QUIET, 0.6)
        await hear(ears, VOICE, 1)
        detector.let.set()
        await settle()

        ended = await hear(ears, QUIET, 3)
        await ears.close()

    assert len(detector.asked) == 1
    assert ended == []


async def test_it_hears_the_answer_from_its_beginning_and_at_most_eight_seconds():
    detector = Hears(0.0)
    texts = ScriptedTranscriber(WHOLE, WHOLE)
    async with Hearing(Cast.of(texts), ()) as hearing:
        ears = ears_of(hearing, detector)
        await hear(ears, QUIET, 5)
        await hear(ears, VOICE, 2)
        await hear(ears, QUIET, 0.5)
        await hear(ears, VOICE, 9)
        await hear(ears, QUIET, 3)
        await ears.close()

    first, second = [len(pcm) / 32_000 for pcm in detector.asked]
    assert 2.3 < first < 3
    assert second == pytest.approx(8, abs=0.1)


@pytest.mark.slow
async def test_the_strip_names_smart_turn_only_where_it_was_fetched(clock, tmp_path):
    shelf = Shelf()
    turn = Cast.of(SmartTurn(shelf), WordsAlone(), titles=("Smart Turn", "words alone"))
    async with a_room(clock) as room:
        interviewer = replace(room.interviewer, turn=turn)
        without = interviewer.describe("en")
        shelf.folders["smart-turn"] = tmp_path
        ready = interviewer.describe("en")
        await turn.best.over(b"\0\0")
        broken = interviewer.describe("en")

    assert not any("Smart Turn" in said for said in without)
    assert "Smart Turn hears when an answer sounds finished." in ready
    assert [said for said in broken if "Smart Turn" in said] == [
        "Not Smart Turn: Its model could not be loaded; remove it and fetch it again."
    ]
