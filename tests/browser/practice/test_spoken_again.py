"""An answer spoken once more, into a microphone, by the ear of interviews."""

import pytest
from playwright.sync_api import expect

from darasa_reflex.features.feedback.runs.models import FeedbackStatus
from tests.browser.look.furnished import House
from tests.browser.steps import at_a_job, rows
from tests.features.feedback import transcripts as said
from tests.load.voice.candidate import ANSWERS as SPOKEN

pytestmark = pytest.mark.browser


def test_an_answer_is_spoken_again_and_no_sound_is_kept(server, open_browser, candidate_wav):
    microphone = candidate_wav([2.0, SPOKEN[1], 60.0])
    page = open_browser(microphone).new_context(permissions=["microphone"]).new_page()
    at_a_job(page, server, "Spoken again")
    job_to = page.url
    house = House(f"sqlite:///{server.database}")
    interview = house.interview(house.newest_job(), said.BACKEND_WEAK)
    house.feedback(interview, FeedbackStatus.READY)
    house.close()
    page.goto(f"{job_to}/interviews/{interview}")
    page.locator(".exercises").get_by_role("link", name="Answer again").first.click()

    page.get_by_role("button", name="Speak it").click()
    done = page.get_by_role("button", name="Done speaking")
    expect(done).to_be_visible()
    # What was said before a pause is written down while the microphone is still open.
    expect(page.locator("[data-speak-text=caption]")).not_to_be_empty(timeout=60_000)
    done.click()

    expect(page.get_by_role("heading", name="What changed")).to_be_focused(timeout=60_000)
    ((text, typed, words),) = rows(
        server, "select text, from_text, words from attempt where interview_id = ?", str(interview)
    )
    assert len(set(text.lower().split()) & set(SPOKEN[1].lower().split())) >= 5
    assert not typed
    assert words != "[]"
    expect(page.locator(".attempt.best, .attempt").last).to_contain_text(text[:20])
    expect(page.get_by_role("button", name="Speak it")).to_be_visible()
