"""Two evenings: an interview, one answer again, then the gaps, and whether it got better."""

import json
import re

import pytest
from playwright.sync_api import expect

from darasa_reflex.features.feedback.runs.models import FeedbackStatus
from tests.browser.look.furnished import House
from tests.browser.steps import (
    ANSWERS,
    WARM_UP,
    at_a_job,
    rows,
    start,
    type_answer,
)
from tests.features.feedback import transcripts as said

pytestmark = pytest.mark.browser

EARLIER = 2  # interviews of earlier evenings, so that there is something to compare
# None of them says what the person did themselves, or what came of it.
WEAK = (
    "I like my work, and I have always been interested in how things are built.",
    "There are days with meetings, and days with less of them. It depends on the week.",
    "Quality is very important to me, and I am a hard worker.",
    "Teamwork matters, and people in a team should talk with each other.",
    "Things usually go well, and I stay calm in difficult situations.",
)
STRONG = (
    "In March a release broke our invoices, and I was on call. I rolled it back within ten "
    "minutes because customers could not pay. After that invoices worked again, and I wrote a "
    "check that stopped three broken releases in the next quarter."
)


def held_in_writing(page) -> str:
    """Hold an interview without a word that proves anything; return its id."""
    interview_id = start(page)
    page.get_by_role("button", name="Type", exact=True).click()  # the microphone beeps
    for answer in (WARM_UP, ANSWERS[0], *WEAK):
        # What comes before the question is there would belong to the answer before.
        expect(page.locator(".room")).to_have_attribute(
            "data-interviewer", "waiting", timeout=30_000
        )
        type_answer(page, answer)
    page.get_by_role("button", name="End interview").click()
    page.get_by_role("alertdialog").get_by_role("button", name=re.compile("^End")).click()
    return interview_id


def test_an_answer_again_then_the_gaps_and_progress(server, open_browser):
    context = open_browser().new_context(permissions=["microphone"], reduced_motion="reduce")
    page = context.new_page()
    at_a_job(page, server, "Two evenings")
    job_to = page.url
    house = House(f"sqlite:///{server.database}")
    job = house.newest_job()
    for days in range(EARLIER, 0, -1):
        house.feedback(house.interview(job, said.BACKEND_WEAK, days=days), FeedbackStatus.READY)
    house.close()
    page.goto(job_to)

    interview_id = held_in_writing(page)  # its end leads to the report
    page.get_by_role("button", name="Skip, show the feedback").click()
    expect(page.get_by_role("heading", name="Practise next")).to_be_visible(timeout=30_000)

    # One answer again: by keyboard, from the proposal to the answer that is kept.
    proposed = page.locator(".exercises").get_by_role("link", name="Answer again").first
    proposed.focus()
    page.keyboard.press("Enter")
    field = page.get_by_role("textbox")
    expect(field).to_be_visible()
    field.focus()
    page.keyboard.insert_text(STRONG)
    done = page.get_by_role("button", name="Done", exact=True)
    for _ in range(5):
        if not done.evaluate("element => element === document.activeElement"):
            page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What changed")).to_be_focused()
    best = page.locator(".attempt.best")
    expect(best).to_contain_text("three broken releases")
    expect(best.locator("ins").first).to_be_visible()
    expect(page.locator(".delta")).to_contain_text("Parts found")
    expect(field).to_have_value("")
    drafts = "Object.keys(sessionStorage).filter(name => name.startsWith('draft'))"
    assert page.evaluate(drafts) == []
    before = rows(server, "select count(*) from turn where interview_id = ?", interview_id)

    # The next evening: the gaps.
    page.goto(f"{job_to}/interviews/{interview_id}")
    theirs = page.locator(".exercises").inner_text()
    page.get_by_role("button", name="Practise the gaps").click()
    expect(page.get_by_role("button", name="End interview")).to_be_visible()
    new_id = page.url.split("/")[-2]
    assert new_id != interview_id
    plan = rows(server, "select plan from interview where id = ?", new_id)[0][0]
    expect(page.locator(".captions p").first).to_be_visible()
    first = next(one for one in json.loads(plan)["questions"] if one["key"] == "q1")
    assert first["skill"] or first["text"] in theirs
    assert rows(server, "select count(*) from turn where interview_id = ?", interview_id) == before

    # Progress: a difference, and whether it is one.
    page.goto(f"{job_to}/progress")
    card = page.locator(".trend", has_text="Parts found of those asked for")
    expect(card).to_contain_text("Normal variation")
    expect(card).to_contain_text("No difference: the newer half averages")
    expect(page.locator("section", has_text="Answers you gave again")).to_contain_text("1 attempt")
    expect(page.get_by_label("Job", exact=True)).to_have_value(job_to.split("/")[-1])
