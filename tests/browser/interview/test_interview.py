"""The stories of one interview, from describing a job to reading feedback."""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import (
    ANSWERS,
    WARM_UP,
    at_a_job,
    captions,
    eventually,
    interview,
    kept,
    make_job,
    rows,
    start,
    type_answer,
)

pytestmark = pytest.mark.browser


# Long enough to be heard as an answer.
SPOKEN = ("I have worked on databases for five years.", "It took two seconds, and we saved money.")


def test_a_spoken_interview_is_held_and_kept(server, candidate):
    page = candidate.page
    make_job(page, server)

    pressed = time.monotonic()
    interview_id = start(page)
    connected = time.monotonic()
    assert eventually(lambda: interview(server, interview_id, "chat_id") is not None)
    mine = page.locator('.bubble[data-speaker="actor"]')
    theirs = page.locator('.bubble[data-speaker="interviewer"]')
    for number, sentence in enumerate(SPOKEN, 1):
        candidate.answer(sentence)
        expect(mine).to_have_count(number, timeout=60_000)
    expect(theirs).to_have_count(3)
    shown = captions(page)
    page.close()
    left = time.monotonic()

    assert eventually(lambda: rows(server, ENDED, interview_id)[0][0] is not None)
    texts = kept(server, interview_id)
    assert set(shown) <= set(texts)
    lasted = interview(server, interview_id, "duration_seconds")
    assert left - connected - 1.5 <= lasted <= left - pressed + 1.5
    assert rows(server, SPEECH, interview_id)[0][0] >= 2


ENDED = "select ended_at from call where interview_id = ? order by connected_at desc"
SPEECH = (
    "select count(*) from turn where interview_id = ? and speaker = 'actor' "
    "and length(text) > 20 and segments != '[]'"
)


def test_nothing_shown_is_lost_when_the_server_is_killed(serve, page):
    server = serve()
    at_a_job(page, server)
    interview_id = start(page)
    type_answer(page, ANSWERS[0])
    group = interview(server, interview_id, "chat_group_id")
    # Every ten seconds the page tells how long it has lasted.
    assert eventually(lambda: (interview(server, interview_id, "duration_seconds") or 0) >= 3)
    shown = captions(page)

    server.kill()
    texts = kept(server, interview_id)
    lagging = interview(server, interview_id, "duration_seconds")
    chat_id = interview(server, interview_id, "chat_id")
    expect(page.get_by_role("button", name="Resume")).to_be_visible()
    server.start()  # and the room comes back by itself
    assert eventually(lambda: interview(server, interview_id, "chat_id") != chat_id, 60)
    expect(page.get_by_role("button", name="End interview")).to_be_visible()
    type_answer(page, ANSWERS[1])

    assert set(shown) <= set(texts)
    assert lagging >= 3
    assert interview(server, interview_id, "chat_id") != chat_id
    assert interview(server, interview_id, "chat_group_id") == group
    assert captions(page)[: len(texts)] == texts
    assert interview(server, interview_id, "duration_seconds") >= lagging


# How a planned question is known from the words before it.
# The time stands right before the first word of a bubble.
ASKED = re.compile(r"\?|(?:Tell|Describe|Talk)\b")


def test_a_whole_interview_by_keyboard_without_a_microphone(server, open_browser):
    browser = open_browser(without=("--use-fake-ui-for-media-stream",))
    page = browser.new_context(permissions=[], reduced_motion="reduce").new_page()
    make_job(page, server, "Typed by keyboard")

    press(page, "Start interview")
    expect(page.get_by_role("alert")).to_contain_text("microphone")
    answer = page.get_by_label("Your answer", exact=True)
    expect(answer).to_be_visible()
    for text in (WARM_UP, *ANSWERS):
        # Who reads the question before answering it, whatever time the machine takes to ask.
        expect(page.locator(".bubble").last).to_contain_text(ASKED, timeout=30_000)
        tab_to(page, "Your answer")
        page.keyboard.type(text[:12])
        # The rest at once: a drawn page for each of a thousand keys took most of this story.
        page.keyboard.insert_text(text[12:])
        page.keyboard.press("Enter")
        expect(page.locator(".bubble", has_text=text[:40])).to_be_attached()
    press(page, "End interview")
    expect(page.get_by_role("alertdialog")).to_be_visible()
    press(page, "End interview and get feedback")

    expect(page.get_by_role("heading", name="Your feedback")).to_be_visible()
    press(page, "All right")
    expect(page.get_by_text("you said it went all right.")).to_be_visible(timeout=30_000)
    page.get_by_text("How this was made").click(timeout=30_000)
    said = " ".join(ANSWERS)
    # Each begins with the number of what is told of it.
    quotes = [text.lstrip("0123456789") for text in page.locator("mark").all_text_contents()]
    expect(page.locator(".lineup")).to_contain_text("Heard byWhisper transcription")
    expect(page.locator(".lineup")).to_contain_text("Spoken byespeak-ng voice. Not Piper:")
    assert quotes
    assert all(words(quote) in words(said) for quote in quotes)


def test_an_interview_is_taken_up_after_a_reload_and_saved_and_is_gone_when_discarded(server, page):
    at_a_job(page, server, "Later")
    interview_id = start(page)
    type_answer(page, ANSWERS[0])
    chat_id = interview(server, interview_id, "chat_id")

    # A reload offers to resume, and does not by itself.
    page.reload()
    expect(page.get_by_role("button", name="Resume")).to_be_visible()
    before = captions(page)
    time.sleep(1)
    assert interview(server, interview_id, "chat_id") == chat_id
    page.get_by_role("button", name="Resume").click()
    expect(page.get_by_role("button", name="End interview")).to_be_visible()
    assert eventually(lambda: interview(server, interview_id, "chat_id") != chat_id)
    expect(page.locator(".bubble-body p").nth(len(before))).to_be_attached()
    asked = [text for text in captions(page) if text.endswith("?")]
    assert len(asked) == len(set(asked))

    # Saved, it can be taken up; discarded, it is gone.
    room = page.url
    page.get_by_role("button", name="End interview").click()
    page.get_by_role("button", name="Save and finish later").click()
    expect(page.get_by_role("link", name="Resume").first).to_be_visible()
    page.goto(room)
    page.get_by_role("button", name="Resume").click()
    page.get_by_role("button", name="End interview").click()
    page.get_by_text("Delete this interview…").click()
    page.get_by_role("button", name="Yes, delete it").click()
    expect(page.get_by_role("heading", name="Later")).to_be_visible()
    page.goto(room)
    expect(page.get_by_text("We could not find that.")).to_be_visible()


def test_a_second_tab_takes_over(server, page):
    at_a_job(page, server, "Two tabs")
    start(page)

    second = resume_in_another_tab(page)

    expect(second.get_by_role("button", name="End interview")).to_be_visible()
    expect(page.get_by_role("heading", name="Open in another tab")).to_be_visible()
    expect(page.get_by_role("button", name="Continue here")).to_be_visible()


def test_a_tab_that_loses_its_line_while_another_takes_over_does_not_take_it_back(server, page):
    def break_off(line):
        far_end = line.connect_to_server()
        line.on_message(far_end.send)
        # What tells that it was replaced is lost with the line.
        far_end.on_message(
            lambda frame: line.close(code=1011) if "E0799" in frame else line.send(frame)
        )

    page.route_web_socket("**/v0/evi/chat*", break_off)
    at_a_job(page, server, "Broken off")
    start(page)

    second = resume_in_another_tab(page)

    expect(page.get_by_role("heading", name="Open in another tab")).to_be_visible()
    page.wait_for_timeout(4_000)  # by itself it would have come back after one second, and three
    expect(page.get_by_role("button", name="Continue here")).to_be_visible()
    expect(second.get_by_role("button", name="End interview")).to_be_visible()


def resume_in_another_tab(page: Page) -> Page:
    """Open what a page shows once more, and take the interview over there."""
    second = page.context.new_page()
    second.goto(page.url)
    second.get_by_role("button", name="Resume").click()
    return second


def words(text: str) -> str:
    """Letters and digits only: quotes may be split by dots and cut at clauses."""
    return re.sub(r"[^a-z0-9]+", " ", text.lower().split("\n")[0]).strip()


def focused(page) -> str:
    return page.evaluate(
        """() => { const e = document.activeElement;
           return e.getAttribute("aria-label") || (e.labels?.[0] ?? e).innerText?.trim() || "" }"""
    )


def tab_to(page, name: str) -> None:
    """Press Tab until an element with this name has the focus."""
    for _ in range(60):
        if focused(page) == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{name} cannot be reached by Tab")


def press(page, name: str) -> None:
    """Reach a button by Tab and press it."""
    page.get_by_role("button", name=name).first.wait_for()
    tab_to(page, name)
    page.keyboard.press("Enter")
