import pytest

from darasa_reflex.features.speech_models import sentences
from darasa_reflex.features.speech_models.job import Job, Stage
from darasa_reflex.features.speech_models.progress import Progress
from tests.features.speech_models.conftest import EAR

MEGABYTE = 1_000_000


def come(progress, clock, seconds, per_second):
    """Let bytes come at a speed, in pieces of a tenth of a second."""
    for _ in range(round(seconds * 10)):
        clock.seconds += 0.1
        progress.came(progress.received + round(per_second / 10))


def test_nothing_is_told_before_it_is_known(clock):
    progress = Progress(clock, 100 * MEGABYTE, 0)

    come(progress, clock, 1.0, 4 * MEGABYTE)

    assert progress.speed is None
    assert progress.remaining_seconds is None


def test_speed_and_remaining_time_are_those_of_the_last_seconds(clock):
    progress = Progress(clock, 100 * MEGABYTE, 20 * MEGABYTE)

    come(progress, clock, 10, 4 * MEGABYTE)

    assert progress.received == 60 * MEGABYTE
    assert progress.speed == pytest.approx(4 * MEGABYTE, rel=0.01)
    assert progress.remaining_seconds == pytest.approx(10, rel=0.01)


def test_bytes_that_were_here_before_are_no_speed(clock):
    progress = Progress(clock, 100 * MEGABYTE, 90 * MEGABYTE)

    clock.seconds += 5
    progress.came(91 * MEGABYTE)

    assert progress.speed == pytest.approx(MEGABYTE / 5)


def test_a_jumping_line_shows_a_calm_speed(clock):
    progress = Progress(clock, 1_000 * MEGABYTE, 0)
    shown = []

    for second in range(40):
        come(progress, clock, 1, (8 if second % 2 else 0) * MEGABYTE)
        shown.append(progress.speed)

    assert max(shown[10:]) - min(shown[10:]) < 1.2 * MEGABYTE


def test_a_line_that_stands_still_tells_no_end(clock):
    progress = Progress(clock, 100 * MEGABYTE, 0)
    come(progress, clock, 5, 4 * MEGABYTE)

    clock.seconds += 4
    slower = progress.speed
    clock.seconds += 20

    assert slower < 3 * MEGABYTE
    assert progress.speed == pytest.approx(0, abs=1)
    assert progress.remaining_seconds is None


def test_a_file_that_begins_anew_begins_the_speed_anew(clock):
    progress = Progress(clock, 100 * MEGABYTE, 0)
    come(progress, clock, 10, 4 * MEGABYTE)

    progress.came(MEGABYTE)

    assert progress.speed is None
    come(progress, clock, 3, 2 * MEGABYTE)
    assert progress.speed == pytest.approx(2 * MEGABYTE, rel=0.01)


def test_only_while_bytes_come_a_speed_is_told(clock):
    job = Job(EAR, Progress(clock, EAR.bytes, 0))
    job.begin({"config.json": 900})
    clock.seconds += 4
    job.on_progress(EAR.files[1], 1_000_000)

    running = job.view()
    job.on_trouble("The line was lost.")
    lost = job.view()
    job.on_trouble("")
    job.on_progress(EAR.files[1], 1_200_000)
    again = job.view()
    job.on_check()

    assert (running.stage, running.received) == (Stage.RUNNING, 1_000_900)
    assert running.speed == pytest.approx(250_000)
    assert running.remaining_seconds == pytest.approx(8, rel=0.01)
    assert (lost.speed, lost.remaining_seconds, lost.trouble) == (None, None, "The line was lost.")
    assert again.speed is None
    clock.seconds += 3
    assert (job.view().stage, job.view().speed) == (Stage.CHECKING, None)


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ((63 * MEGABYTE, 148 * MEGABYTE, 4.1 * MEGABYTE, 20.7), "63 of 148 MB, 4.1 MB/s, 20 s"),
        ((0, 147_769_510, None, None), "0 of 148 MB"),
        ((400_000, 2 * MEGABYTE, 30_000, 53), "0.4 of 2 MB, 0.0 MB/s, 55 s"),
        ((1, 2 * MEGABYTE, MEGABYTE, 0.4), "0.1 of 2 MB, 1.0 MB/s, 5 s"),
        ((MEGABYTE, 2 * MEGABYTE, MEGABYTE, 58), "1 of 2 MB, 1.0 MB/s, 1 min"),
        ((MEGABYTE, 2 * MEGABYTE, MEGABYTE, 170), "1 of 2 MB, 1.0 MB/s, 3 min"),
        ((MEGABYTE, 2 * MEGABYTE, MEGABYTE, 7_000), "1 of 2 MB, 1.0 MB/s, 2 h"),
    ],
)
def test_progress_is_told_in_words(numbers, told):
    said = sentences.progress(*numbers)

    assert said.replace("about ", "").replace(" left", "") == told
