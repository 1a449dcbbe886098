"""What of a call counts as interview time."""

from darasa_reflex.features.interviews.engines.interview_time import InterviewTime


def test_three_minutes_of_moments_are_free_and_the_rest_is_not():
    time = InterviewTime(planned_ms=600_000, earlier_ms=60_000)
    time.pause(10_000)
    time.pause(20_000)
    time.go_on(110_000)
    time.pause(200_000)

    lasting = time.used_ms(220_000)
    time.go_on(400_000)

    assert lasting == 60_000 + 220_000 - 120_000
    assert time.used_ms(400_000) == 60_000 + 400_000 - 180_000


def test_the_end_is_told_once_and_waits_for_who_is_speaking():
    time = InterviewTime(planned_ms=60_000)

    told = [
        time.ends(at_ms, speaking=speaking)
        for at_ms, speaking in ((59_999, False), (60_000, True), (74_999, True), (75_000, True))
    ]

    assert told == [False, False, False, True]
    assert not time.ends(80_000, speaking=False)
