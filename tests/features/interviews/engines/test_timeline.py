"""Where sound lies in a call."""

from darasa_reflex.features.interviews.engines.timeline import Timeline

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


def paced(began_ms, pieces, pace):
    """Return when pieces come that are sent at a share of real time."""
    return [began_ms + PIECE_MS / pace * n for n in range(1, pieces + 1)]


def test_a_server_that_lags_and_catches_up_leaves_speech_where_its_samples_lie():
    steady = paced(0, 25, 1.0)
    falling_behind = paced(steady[-1], 200, 0.8)  # 8 s of speech in 10 s
    catching_up = paced(falling_behind[-1], 400, 1.2)

    assert gaps(Timeline(), [*steady, *falling_behind, *catching_up]) == [0] * 625


def test_a_stall_that_a_busy_server_makes_good_slowly_is_not_missing():
    steady = paced(0, 25, 1.0)
    stalled = paced(steady[-1] + 4_000, 600, 1.15)

    assert sum(gaps(Timeline(), [*steady, *stalled])) == 0


def test_sound_that_stays_behind_in_bunches_was_never_sent():
    steady = paced(0, 25, 1.0)
    bunches = [6_000.0 + 240 * (n // 6) for n in range(1, 121)]

    (gap,) = [one for one in gaps(Timeline(), [*steady, *bunches]) if one]
    assert 4_600 < gap <= 5_000


def test_a_client_faster_than_the_clock_makes_no_gap():
    assert gaps(Timeline(), [0, 0, 0]) == [0, 0, 0]


def counted(timeline, pieces):
    """Return the gaps before pieces, given as (announced place or None, time of arrival)."""
    found, sound_ms = [], 0.0
    for place_ms, now_ms in pieces:
        if place_ms is not None:
            timeline.place(place_ms)
        gap = timeline.gap_before(sound_ms, PIECE_MS, now_ms)
        sound_ms += gap + PIECE_MS
        found.append(gap)
    return found


def test_counted_sound_on_a_slow_line_is_late_and_never_missing():
    """A line that carries two thirds of real time: 20 s of speech arrive in 30 s."""
    slow = [(0, 1000.0)] + [(None, 1000.0 + 60 * n) for n in range(1, 500)]

    assert counted(Timeline(), slow) == [960.0] + [0.0] * 499


def test_what_a_counting_client_says_is_missing_is_missing():
    before = [(0, 40.0)] + [(None, 40.0 * n) for n in range(2, 26)]
    after = [(6_000, 6_080.0)] + [(None, 6_080 + 40.0 * n) for n in range(1, 100)]

    gaps_found = counted(Timeline(), before + after)

    assert gaps_found[25] == 5_000  # one second was heard before
    assert sum(gaps_found) == 5_000


def test_a_place_that_lies_in_the_past_moves_nothing():
    timeline = Timeline()
    steady = [(0, 40.0)] + [(None, 40.0 * n) for n in range(2, 26)]

    assert sum(counted(timeline, [*steady, (500, 1_040.0)])) == 0
