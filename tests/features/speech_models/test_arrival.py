"""What people read of ear and voice while they come."""

from darasa_reflex.features.speech_models.arrival import Arrival, arrivals, is_here
from darasa_reflex.features.speech_models.catalogue import EARS, VOICE, model_of
from darasa_reflex.features.speech_models.job import DownloadView, Stage


def view(key, stage=Stage.ABSENT, share=0.0, **more):
    model = model_of(key)
    return DownloadView(model, stage, int(model.bytes * share), **more)


def seen(base, tiny, voice):
    return arrivals([base, voice, tiny])


BASE, TINY = EARS


def test_how_far_the_ear_is_can_be_read_at_a_glance():
    coming = view(BASE, Stage.RUNNING, 0.625, remaining_seconds=21.0)

    found = seen(coming, view(TINY), view(VOICE, Stage.WAITING))

    assert found[0] == Arrival("Better listening", "62 %, about 20 s left", 62)
    assert found[1] == Arrival("A better voice", "0 %", 0)


def test_one_that_comes_in_place_of_another_is_what_is_told():
    failed = view(BASE, Stage.FAILED, trouble="You seem to be offline.")

    (ear, _) = seen(failed, view(TINY, Stage.RUNNING, 0.5), view(VOICE))

    assert (ear.told, ear.trouble) == ("50 %", "")


def test_nothing_is_told_once_both_are_here():
    failed = view(BASE, Stage.FAILED, trouble="You seem to be offline.")

    assert seen(failed, view(TINY, Stage.READY, 1), view(VOICE, Stage.READY, 1)) == []
    assert is_here([failed, view(TINY, Stage.READY, 1)], EARS)


def test_a_better_ear_on_its_way_is_told_beside_one_that_is_here():
    found = seen(
        view(BASE, Stage.RUNNING, 0.3), view(TINY, Stage.READY, 1), view(VOICE, Stage.READY, 1)
    )

    assert [one.line for one in found] == ["Better listening: 30 %"]


def test_a_better_ear_that_nothing_has_come_of_yet_is_no_news_where_one_is_here():
    found = seen(view(BASE, Stage.RUNNING), view(TINY, Stage.READY, 1), view(VOICE, Stage.READY, 1))

    assert found == []


def test_why_nothing_comes_is_told_with_what_to_do():
    (ear, _) = seen(
        view(BASE, Stage.FAILED, trouble="You seem to be offline."),
        view(TINY, Stage.FAILED, trouble="No package index answers."),
        view(VOICE),
    )

    assert ear.line == "Better listening: could not be fetched. No package index answers."
    assert ear.percent is None


def test_a_machine_that_is_left_alone_says_what_it_lacks():
    (ear, _) = seen(view(BASE), view(TINY), view(VOICE))

    assert ear.line == "Better listening: not here yet; 148 MB once"


def test_a_file_that_is_being_checked_is_never_a_hundred_percent():
    (ear, *_) = seen(view(BASE, Stage.CHECKING, 1), view(TINY), view(VOICE))

    assert ear.percent == 99
