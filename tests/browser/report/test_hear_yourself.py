"""A person chooses to be recorded, speaks, hears themselves in the report, and deletes it."""

import io

import av
import numpy as np
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import MICROPHONE_HZ
from tests.browser.speaking import Candidate
from tests.browser.steps import ANSWERS, at_a_job, end, eventually, rows, type_answer
from tests.fixtures.server import Server
from tests.load.voice.candidate import ANSWERS as SPOKEN
from tests.load.voice.candidate import in_a_room, silent
from tests.machine.services import weights

pytestmark = pytest.mark.browser

# What is said to the warm-up, or before a question is whole, stands under none in the report.
COUNTED = """select 1 from recording join turn on turn.id = recording.turn_id
    where recording.interview_id = ? and turn.question like 'q%'"""
SOUNDS = "select sound from recording where interview_id = ? order by began_ms"
# Frames of a hundredth of a second. Their loudness is compared: a browser changes the samples of a
# microphone, and not when somebody speaks.
PER_SECOND = 100
ALIKE = 0.8
PLAYS = "() => [...document.querySelectorAll('.hear > audio')].some((one) => one.currentTime > 0.3)"


def test_an_answer_is_heard_again_and_then_deleted(serve, candidate):
    # A server of its own: the choice to be recorded is remembered.
    server = serve({"DARASA_MODELS_FOLDER": str(weights.models_folder("whisper-tiny.en"))})
    page = candidate.page
    at_a_job(page, server, "Heard again")
    interview_id = speak(candidate, server)
    end(page)

    hear(page)

    heard = [loudness(*decoded(sound)) for (sound,) in rows(server, SOUNDS, interview_id)]
    said = loudness(*microphone_of(candidate))
    assert heard
    alike = [likeness(one, said) for one in heard]
    assert max(alike) > ALIKE, alike

    page.get_by_text("Your recordings", exact=True).click()
    page.get_by_role("button", name="Delete the recordings").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Delete the recordings").click()
    expect(page.get_by_role("button", name="Play your answer")).to_have_count(0)
    assert rows(server, SOUNDS, interview_id) == []


def speak(candidate: Candidate, server: Server) -> str:
    """Choose to be recorded, write until it counts, speak; return the interview's id."""
    page = candidate.page
    box = page.get_by_label("Record my answers")
    expect(box).not_to_be_checked()
    box.check()
    page.get_by_role("button", name="Start interview").click()
    expect(page.get_by_role("button", name="End interview")).to_be_visible()
    expect(page.get_by_role("button", name="your answers are being recorded")).to_be_visible()
    interview_id = page.url.split("/")[-2]
    where = page.locator("[data-call-text=question]")
    for answer in ANSWERS:
        type_answer(page, answer)
        if eventually(lambda: "Question 1" in (where.text_content() or ""), 8):
            break
    page.get_by_role("button", name="Speak", exact=True).click()
    candidate.answer(SPOKEN[1])
    # What is kept last of an answer is its sound, as soon as the machine has time.
    assert eventually(lambda: bool(rows(server, COUNTED, interview_id)), 180)
    return interview_id


def hear(page: Page) -> None:
    """Open the spoken answer in the report and play it, with the keyboard alone."""
    card = page.locator("details.answer", has=page.locator(".hear")).first
    expect(card).to_be_visible()
    card.locator("summary").press("Enter")
    play = card.get_by_role("button", name="Play your answer").first
    play.press("Enter")
    expect(card.get_by_role("button", name="Pause your answer").first).to_be_visible()
    assert eventually(lambda: page.evaluate(PLAYS))


def decoded(sound: bytes) -> tuple[np.ndarray, int]:
    with av.open(io.BytesIO(sound)) as container:
        hz = container.streams.audio[0].rate
        pieces = [frame.to_ndarray().reshape(-1) for frame in container.decode(audio=0)]
    return np.concatenate(pieces).astype(float), hz


def microphone_of(candidate: Candidate) -> tuple[np.ndarray, int]:
    """Return what was spoken, in a quiet room for longer than what is recorded around it."""
    quiet = silent(20, MICROPHONE_HZ)
    samples = np.concatenate([quiet, candidate.voice(SPOKEN[1]), quiet])
    return np.frombuffer(in_a_room(samples), "<i2").astype(float), MICROPHONE_HZ


def loudness(samples: np.ndarray, hz: int) -> np.ndarray:
    """How loud each hundredth of a second is."""
    frame = hz // PER_SECOND
    whole = samples[: len(samples) // frame * frame].reshape(-1, frame)
    return np.sqrt((whole * whole).mean(axis=1))


def likeness(part: np.ndarray, whole: np.ndarray) -> float:
    """How much alike a part is to the place in the whole where it fits best: 1 is the same."""
    places = range(max(1, len(whole) - len(part)))
    return max(float(np.corrcoef(part, whole[at : at + len(part)])[0, 1]) for at in places)
