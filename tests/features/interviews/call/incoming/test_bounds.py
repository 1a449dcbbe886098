"""Bounds of a call as they are decided: frames, silence, and length."""

from darasa_reflex.features.interviews.call.incoming.frame_limits import (
    BROKEN_FRAMES,
    FRAME_BURST,
    TOO_BROKEN,
    TOO_MANY,
    FrameLimits,
)
from darasa_reflex.features.interviews.call.line import EndReason
from darasa_reflex.features.interviews.call.timing.timeouts import (
    INACTIVE,
    TIME_IS_UP,
    Timeouts,
)
from darasa_reflex.features.interviews.mind.locales.catalogue import wording_of

ENGLISH = wording_of("en")


def test_a_long_rest_saves_up_one_burst_and_no_more():
    limits = FrameLimits(at=0.0)

    refused = [limits.refuse(b"x", 3_600.0) for _ in range(FRAME_BURST + 1)]

    assert refused[:-1] == [None] * FRAME_BURST
    assert refused[-1] == TOO_MANY


def test_twenty_broken_frames_are_forgiven_and_one_more_ends_the_call():
    limits = FrameLimits(at=0.0)

    told = [limits.count_broken() for _ in range(BROKEN_FRAMES + 1)]

    assert told == [None] * BROKEN_FRAMES + [TOO_BROKEN]


def test_who_listens_to_a_long_sentence_is_not_idle():
    timeouts = Timeouts(idle_ms=60_000, longest_ms=600_000, wording=ENGLISH)

    assert timeouts.warning(61_000, audible_until_ms=50_000) is None
    assert timeouts.warning(110_001, audible_until_ms=50_000) == ENGLISH.still_there
    assert timeouts.end(125_001, audible_until_ms=112_000) is None
    assert timeouts.end(127_001, audible_until_ms=112_000) == (EndReason.INACTIVITY, INACTIVE)


def test_the_longest_time_ends_a_call_when_it_is_up():
    timeouts = Timeouts(idle_ms=60_000, longest_ms=600_000, wording=ENGLISH)

    assert timeouts.end(599_999, audible_until_ms=0) is None
    assert timeouts.end(600_000, audible_until_ms=0) == (EndReason.MAX_DURATION, TIME_IS_UP)


def test_who_answers_the_warning_has_the_whole_silence_again():
    timeouts = Timeouts(idle_ms=60_000, longest_ms=600_000, wording=ENGLISH)

    assert timeouts.warning(60_001, audible_until_ms=0) == ENGLISH.still_there
    timeouts.note_activity(70_000)

    assert timeouts.end(90_000, audible_until_ms=0) is None
    assert timeouts.warning(130_000, audible_until_ms=0) is None
    assert timeouts.warning(130_001, audible_until_ms=0) == ENGLISH.still_there
