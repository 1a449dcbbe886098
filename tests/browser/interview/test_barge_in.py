"""Talking over the interviewer, and making noise: real Chromium and the real server."""

import numpy as np
import pytest
import soxr
from playwright.sync_api import expect

from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ
from tests.browser.conftest import MICROPHONE_HZ
from tests.browser.interview.listening import Ear
from tests.browser.steps import at_a_job, captions, eventually, kept, rows, start
from tests.load.voice.candidate import ANSWERS as SPOKEN
from tests.providers.speech import made_sounds

pytestmark = pytest.mark.browser

# Over the first sentences, which last about 6 s, and after them.
NOISES = ("cough", "keyboard", "throat", "door", "cough", "knocks", "keyboard", "throat")
LOUDNESS = 3_000
# A fade of 15 ms and a block or two; the goal is 100 ms.
SILENT_WITHIN = 0.1
TURNS = "select speaker, text, cut_off from turn where interview_id = ? order by position"


def noises():
    """Made sounds as samples of the microphone, with half a second between them."""
    random = np.random.default_rng(5)
    parts = []
    for name in NOISES:
        sound = np.clip(made_sounds.ALL[name](random) * LOUDNESS, -32_768, 32_767)
        parts += [soxr.resample(sound, HEARD_HZ, MICROPHONE_HZ).astype(np.int16), 0.5]
    return parts


def test_coughs_keys_and_doors_interrupt_nothing_and_are_no_answer(
    server, open_browser, candidate_wav
):
    ear = Ear.on(open_browser(candidate_wav([0.8, *noises(), 30.0])))
    at_a_job(ear.page, server, "A noisy room")
    interview_id = start(ear.page)
    state = ear.page.locator(".call-state")
    expect(state).to_contain_text("Speaking")
    expect(state).not_to_contain_text("Speaking", timeout=25_000)
    # Sounds go on after the last word; what they could set off needs the patience and a reply.
    ear.page.wait_for_timeout(12_000)
    played, noise = ear.played(), ear.spoken()

    sounding = np.flatnonzero(np.abs(played) > 0.005)
    wanted = sum(seconds for _, seconds in ear.sentences)
    assert (sounding[-1] - sounding[0]) / ear.rate == pytest.approx(wanted, abs=0.3)
    assert np.abs(noise[sounding[0] : sounding[-1]]).max() > 0.05
    assert ear.of("user_interruption") == []
    texts = [text for text, _ in ear.sentences]
    assert rows(server, TURNS, interview_id) == [("interviewer", text, 0) for text in texts]
    assert texts[-1].endswith("?")


def test_who_talks_over_the_interviewer_silences_it_and_is_heard(
    server, open_browser, candidate_wav, record_property
):
    ear = Ear.on(open_browser(candidate_wav([2.5, SPOKEN[0], 30.0])))
    page = ear.page
    at_a_job(page, server, "Talked over")
    interview_id = start(page)
    mine = page.locator('.bubble[data-speaker="actor"]')
    expect(mine).to_have_count(1, timeout=25_000)
    expect(page.locator('.bubble[data-speaker="interviewer"]')).to_have_count(2)
    wanted = [text for text, _ in ear.sentences]
    shown = captions(page)
    (recognised,) = ear.interrupted_at
    played, spoken = ear.played(), ear.spoken()

    last = last_before(played, ear.rate, recognised + 1)
    onset = np.flatnonzero(np.abs(spoken) > 0.03)[0] / ear.rate
    record_property("recognised_to_silence_ms", round(1000 * (last - recognised)))
    record_property("onset_to_silence_ms", round(1000 * (last - onset)))
    # It may have been between two words just then.
    assert -0.5 < last - recognised < SILENT_WITHIN
    # Half a second of speech is needed; the rest is the way there and back, on a busy machine too.
    assert 0.4 < last - onset < 2

    turns = rows(server, TURNS, interview_id)
    at = [speaker for speaker, *_ in turns].index("actor")
    said = " ".join(text for _, text, _ in turns[:at])
    began = np.flatnonzero(np.abs(played) > 0.005)[0] / ear.rate
    heard = ear.words_within(last - began)
    assert " ".join(wanted).startswith(said)
    assert len(said) < len(" ".join(wanted[:2]))
    assert abs(len(said.split()) - len(heard.split())) <= 2
    assert [cut_off for *_, cut_off in turns[: at + 1]] == [0] * (at - 1) + [1, 0]
    assert len(turns[at][1]) > 20
    assert eventually(lambda: set(shown) <= set(kept(server, interview_id)))
    assert shown[:at] == [text for _, text, _ in turns[:at]]
    expect(page.locator(".bubble").first).to_contain_text("cut off")


def last_before(played: np.ndarray, rate: int, until: float) -> float:
    """Return when the last sound before a time was, which nothing followed for long."""
    return np.flatnonzero(np.abs(played[: round(until * rate)]) > 0.001)[-1] / rate
