"""The room in the candidate's hands: keys, time, notes, and what a screen reader meets."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.look.looking import Look
from tests.browser.steps import at_a_job, captions, eventually, interview, kept, start
from tests.fixtures.server import Server

pytestmark = pytest.mark.browser

KEYS = ("M", "Space", "R", "S", "T", "E")
BUTTONS = ("Mute", "A moment", "Repeat", "Skip", "Type", "End interview")


def in_a_quiet_room(page: Page, server: Server, name: str) -> str:
    """Start an interview with the focus on nothing; return its id."""
    at_a_job(page, server, name)
    interview_id = start(page)
    expect(page.locator(".room")).to_have_attribute("data-status", "connected")
    page.evaluate("document.activeElement.blur()")
    return interview_id


def test_the_room_is_held_by_keys_alone_and_has_no_fault(server, page):
    interview_id = in_a_quiet_room(page, server, "By keys")
    room = page.locator(".room")
    for name in BUTTONS:
        expect(page.get_by_role("button", name=name, exact=True)).to_be_visible()
    assert page.locator(".keys kbd").all_text_contents() == list(KEYS)

    page.keyboard.press("m")
    expect(room).to_have_attribute("data-muted", "true")
    look = Look(page)
    look.at("room-live")
    assert look.faults() == []
    page.set_viewport_size({"width": 1280, "height": 844})
    # What was not asked yet is asked, not repeated.
    assert eventually(lambda: warm_ups(server, interview_id) == 1)
    page.keyboard.press("r")
    question = page.locator('[data-call-text="question"]')
    expect(question).to_have_text("Warm-up, not counted")
    assert eventually(lambda: warm_ups(server, interview_id) == 2)
    page.keyboard.press("Space")
    expect(page.get_by_text("Paused. I will wait.")).to_be_visible()
    look.at("room-held")
    assert look.faults() == []
    page.set_viewport_size({"width": 1280, "height": 844})
    page.keyboard.press("s")
    expect(question).to_have_text("Question 1 of 8")
    expect(room).to_have_attribute("data-held", "false")
    page.keyboard.press("t")
    expect(page.get_by_label("Your answer")).to_be_focused()
    page.keyboard.type("I measure every release, then tell the team.")
    page.keyboard.press("Enter")
    expect(page.locator('.bubble[data-speaker="actor"]')).to_have_count(1)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("e")

    expect(page.get_by_role("button", name="End interview and get feedback")).to_be_focused()
    assert eventually(lambda: any("release, then" in text for text in kept(server, interview_id)))
    page.keyboard.press("Escape")
    page.get_by_label("Your answer").fill("And I would ask about the team.")
    page.get_by_role("button", name="End interview").click()
    expect(page.get_by_role("alertdialog")).to_contain_text("Your typed answer is not sent yet")
    expect(page.get_by_role("button", name="Send it, then end")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/interviews/{interview_id}")

    assert "And I would ask about the team." in kept(server, interview_id)


def warm_ups(server: Server, interview_id: str) -> int:
    return sum("does not count" in text for text in kept(server, interview_id))


def test_what_a_screen_reader_is_told_and_what_the_person_notes(server, page):
    interview_id = in_a_quiet_room(page, server, "By ear")
    page.keyboard.press("m")  # the microphone beeps

    expect(page.get_by_role("status").and_(page.locator(".call-state"))).to_have_text(
        "Waiting for you. Take your time."
    )
    expect(page.locator(".time-left")).to_have_text("10 min left")
    live = page.locator("[aria-live], [role=status], [role=alert]")
    assert live.locator('[data-call-text="interim"], [data-call-text="left"]').count() == 0
    aloud = page.locator(".read-aloud")
    expect(aloud).to_be_hidden()
    page.get_by_role("button", name="Microphone and speaker").click()
    page.get_by_role("button", name="Screen reader reads captions").click()
    expect(aloud).to_have_css("display", "block")
    expect(aloud).to_contain_text("does not count")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Show everything said so far").click()
    expect(page.get_by_text("warm-up, not rated").first).to_be_visible()
    page.keyboard.press("Escape")
    notes_are_kept_as_typed_and_shown_again(server, page, interview_id)


def notes_are_kept_as_typed_and_shown_again(server: Server, page: Page, interview_id: str) -> None:
    notes = page.get_by_label("Notes for yourself")

    page.get_by_role("button", name="Your notes", exact=True).click()
    notes.press_sequentially("Ask about remote work")
    assert eventually(lambda: interview(server, interview_id, "notes") == "Ask about remote work")
    expect(page.get_by_text("Saved")).to_be_visible()
    said = captions(page)
    page.reload()
    expect(notes).to_have_value("Ask about remote work")
    page.get_by_role("button", name="Finish now").click()

    page.get_by_text("Your notes", exact=True).click()
    expect(page.get_by_text("Ask about remote work")).to_be_visible()
    assert not [text for text in said if "remote" in text]


def test_what_is_chosen_before_is_kept(serve, page):
    server = serve()  # others would find what is chosen here
    at_a_job(page, server, "Chosen")
    page.get_by_text("Change", exact=True).click()
    for choice in ("The job itself", "Hard", "Strict"):
        page.locator("label.choice", has_text=choice).click()
    summary = page.get_by_role("status").filter(has_text="minutes")
    expect(summary).to_have_text("10 minutes · the job itself · hard · strict · normal patience")

    interview_id = start(page)

    chosen = [interview(server, interview_id, name) for name in ("kind", "difficulty", "tone")]
    assert chosen == ["technical", "hard", "strict"]
    page.goto(page.url.split("/interviews/")[0])
    expect(summary).to_have_text("10 minutes · the job itself · hard · strict · normal patience")
    again = start(page)
    assert [interview(server, again, name) for name in ("kind", "tone")] == ["technical", "strict"]
