"""What Gemini Live's ears know of a voice whose words are still on their way."""

from darasa_reflex.providers.interviewer.gemini_live.ears import Ears
from tests.vendors.gemini.gemini_live_room import LOUD


def heard(ears: Ears, until_ms: int) -> None:
    for now_ms in range(100, until_ms + 1, 100):
        ears.hear(LOUD, now_ms)


def test_voice_in_the_millisecond_in_which_words_came_still_awaits_its_own():
    ears = Ears()
    heard(ears, 500)
    ears.add("I was about", 500)
    assert not ears.awaits_words()

    ears.hear(LOUD, 500)

    assert ears.awaits_words()


def test_words_in_the_millisecond_of_the_voice_are_those_that_it_awaits():
    ears = Ears()
    heard(ears, 500)
    assert ears.awaits_words()

    ears.add("I was about to say", 500)

    assert not ears.awaits_words()
