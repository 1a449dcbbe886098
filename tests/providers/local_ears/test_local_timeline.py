"""Where sound lies in a call."""

from darasa_reflex.providers.interviewer.local.ears.timeline import Timeline

PIECE_MS = 40


def gaps(timeline, times, sound_ms=0.0):
    found = []
    for now_ms in times:
        gap = timeline.gap_before(sound_ms, PIECE_MS, now_ms)
        sound_ms += gap + PIECE_MS
        found.append(gap)
    return found


def test_sound_that_starts_late_begins_late():
    assert gaps(Timeline(), [3040, 3080, 3120]) == [3000, 0, 0]


def test_a_late_burst_is_not_missing():
    steady = [40 * n for n in range(1, 26)]
    burst = [4000.0] * 75

    assert sum(gaps(Timeline(), steady + burst)) == 0


def test_sound_that_stays_behind_was_never_sent():
    steady = [40 * n for n in range(1, 26)]
    later = [6000 + 40 * n for n in range(1, 101)]

    assert sum(gaps(Timeline(), steady + later)) == 5000


def test_a_client_faster_than_the_clock_makes_no_gap():
    assert gaps(Timeline(), [0, 0, 0]) == [0, 0, 0]
