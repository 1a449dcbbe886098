"""Endpointing: a state machine fed with probabilities, 32 ms at a time."""

import pytest

from darasa_reflex.providers.interviewer.local.ears.endpointing import (
    BargeIn,
    Endpointing,
    SpeechBegan,
    SpeechPaused,
    UtteranceEnded,
)

WINDOW_MS = 32


def feed(machine, probability, milliseconds, *, audible=False, echo=False):
    events = []
    for _ in range(round(milliseconds / WINDOW_MS)):
        events += machine.hear(probability, WINDOW_MS, audible=audible, echo=echo)
    return events


def ended(events):
    return [event for event in events if isinstance(event, UtteranceEnded)]


@pytest.mark.parametrize("patience_ms", [800, 1500, 3000])
def test_an_answer_ends_after_the_patience_and_not_before(patience_ms):
    machine = Endpointing(patience_ms)
    feed(machine, 0.1, 960)

    spoken = feed(machine, 0.9, 1920)
    early = feed(machine, 0.1, patience_ms - 64)
    late = feed(machine, 0.1, 96)

    assert spoken == [SpeechBegan(960)]
    assert early == [SpeechPaused(2880)]
    assert late == [UtteranceEnded(960, 2880, ((960, 2880),), 0)]


def test_a_pause_shorter_than_the_patience_stays_inside_the_answer():
    machine = Endpointing(1500)

    events = feed(machine, 0.9, 960) + feed(machine, 0.1, 1280) + feed(machine, 0.9, 960)
    events += feed(machine, 0.1, 1600)

    assert ended(events) == [UtteranceEnded(0, 3200, ((0, 960), (2240, 3200)), 0)]


def test_a_click_is_no_speech():
    machine = Endpointing(800)

    events = feed(machine, 0.9, 160) + feed(machine, 0.1, 2000)

    assert events == []


def test_a_consonant_does_not_split_a_word():
    machine = Endpointing(800)

    events = feed(machine, 0.9, 320) + feed(machine, 0.1, 96) + feed(machine, 0.9, 320)

    assert events == [SpeechBegan(0)]


def test_a_weak_voice_goes_on_but_does_not_begin():
    weak, strong = Endpointing(800), Endpointing(800)

    never = feed(weak, 0.4, 960)
    feed(strong, 0.9, 320)
    on = feed(strong, 0.4, 960)

    assert never == []
    assert on == []
    assert strong.speaking


def test_half_a_second_of_clear_speech_interrupts():
    machine = Endpointing(800)

    before = feed(machine, 0.9, 480, audible=True)
    after = feed(machine, 0.9, 64, audible=True)

    assert before == []
    assert after == [BargeIn(512), SpeechBegan(0)]


def test_unclear_speech_does_not_interrupt():
    machine = Endpointing(800)

    events = feed(machine, 0.65, 3000, audible=True)

    assert events == []


def test_a_short_word_over_the_interviewer_is_no_answer():
    machine = Endpointing(800)

    events = feed(machine, 0.9, 384, audible=True) + feed(machine, 0.1, 3000, audible=False)

    assert events == []


def test_speech_that_outlasts_the_interviewer_is_an_answer_from_its_beginning():
    machine = Endpointing(800)
    feed(machine, 0.9, 384, audible=True)

    events = feed(machine, 0.9, 320, audible=False)

    assert events == [SpeechBegan(0)]


def test_silence_of_a_muted_microphone_ends_nothing_and_is_held():
    machine = Endpointing(800)
    feed(machine, 0.9, 960)
    machine.mute(True)

    muted = feed(machine, 0.1, 9984)
    machine.mute(False)
    events = feed(machine, 0.9, 960) + feed(machine, 0.1, 960)

    assert muted == []
    assert ended(events) == [UtteranceEnded(0, 11904, ((0, 960), (10944, 11904)), 9984)]


def test_what_a_muted_microphone_hears_is_no_speech():
    machine = Endpointing(800)
    machine.mute(True)

    assert feed(machine, 0.99, 3000) == []
    assert not machine.speaking


def test_patience_starts_afresh_after_mute():
    machine = Endpointing(800)
    feed(machine, 0.9, 960)
    feed(machine, 0.1, 640)
    machine.mute(True)
    feed(machine, 0.1, 3200)
    machine.mute(False)

    early, late = feed(machine, 0.1, 768), feed(machine, 0.1, 64)

    assert ended(early) == []
    assert len(ended(late)) == 1


def test_trailing_silence_is_never_held():
    machine = Endpointing(800)
    machine.asked_to_wait = True

    events = feed(machine, 0.9, 960) + feed(machine, 0.1, 960)

    assert ended(events)[0].held_ms == 0


def test_lost_sound_splits_the_stretch_and_is_held():
    machine = Endpointing(800)
    feed(machine, 0.9, 960)

    lost = machine.skip(5000)
    events = feed(machine, 0.9, 960) + feed(machine, 0.1, 960)

    assert lost == [SpeechPaused(960)]
    assert ended(events) == [UtteranceEnded(0, 6920, ((0, 960), (5960, 6920)), 5000)]


def test_cutting_ends_an_open_answer_at_once():
    machine = Endpointing(3000)
    feed(machine, 0.9, 960)

    assert machine.cut() == [SpeechPaused(960), UtteranceEnded(0, 960, ((0, 960),), 0)]
    assert machine.cut() == []


def test_the_interviewers_own_voice_does_not_interrupt_and_is_no_answer():
    machine = Endpointing(800)

    events = feed(machine, 0.9, 2000, audible=True, echo=True)
    events += feed(machine, 0.9, 640, echo=True) + feed(machine, 0.1, 2000)

    assert events == []


def test_half_a_second_of_another_voice_after_its_own_interrupts():
    machine = Endpointing(800)
    feed(machine, 0.9, 960, audible=True, echo=True)

    before = feed(machine, 0.9, 480, audible=True)
    after = feed(machine, 0.9, 64, audible=True)

    assert before == []
    assert after[0] == BargeIn(1472)


def test_sound_that_is_lost_within_the_patience_does_not_use_it_up():
    machine = Endpointing(1500)
    feed(machine, 0.9, 960)
    feed(machine, 0.1, 960)

    machine.skip(2000)
    still_open = feed(machine, 0.1, 480)
    then = feed(machine, 0.1, 96)

    assert ended(still_open) == []
    assert len(ended(then)) == 1
