"""A coach reads a report by a link, without an account, and writes to an answer."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from darasa_reflex.features.feedback.runs.models import FeedbackStatus
from tests.browser.look.furnished import House
from tests.browser.look.looking import Look
from tests.features.feedback import transcripts as said
from tests.fixtures.server import Server

pytestmark = pytest.mark.browser

NAME = "Sam, my coach"


def a_report(page: Page, server: Server) -> None:
    """Show the owner a report."""
    page.goto(f"{server.address}/app")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("main .skeletons")).to_have_count(0)
    house = House(f"sqlite:///{server.database}")
    job = house.job("Shared")
    interview = house.interview(job, said.BACKEND_STRONG, typed=False, rough=False)
    house.feedback(interview, FeedbackStatus.READY)
    house.close()
    page.goto(f"{server.address}/app/job-infos/{job}/interviews/{interview}")


def a_link(page: Page) -> str:
    """Make a link on the page of a report."""
    page.get_by_role("button", name="Export").click()
    page.get_by_role("link", name="Share with a coach").click()
    page.get_by_label("For whom").fill(NAME)
    page.get_by_role("button", name="Make a link").click()
    fresh = page.get_by_label("Send this link to your coach.")
    expect(fresh).to_have_value(re.compile(r"/shared#link=[\w-]{43}$"))
    return fresh.input_value()


def listening(context: BrowserContext, secret: str) -> tuple[Page, list[str], list[str]]:
    """Return a page, what of it went over the network with a secret, and what came back with it."""
    page = context.new_page()
    went: list[str] = []
    came: list[str] = []
    page.on("request", lambda asked: secret in asked.url and went.append(asked.url))

    def watch(socket):
        socket.on("framesent", lambda frame: secret in str(frame) and went.append(str(frame)))
        socket.on("framereceived", lambda frame: secret in str(frame) and came.append(str(frame)))

    page.on("websocket", watch)
    return page, went, came


def test_a_coach_reads_and_comments_until_the_link_is_revoked(server, open_browser):
    browser = open_browser()
    owner = browser.new_context().new_page()
    a_report(owner, server)
    secret = (link := a_link(owner)).partition("#link=")[2]

    coach, went, came = listening(browser.new_context(), secret)
    look = Look(coach)
    coach.on("console", lambda m: m.type == "error" and look.console.append(m.text))
    answered = coach.goto(link)
    expect(coach.get_by_text("You were sent this report.")).to_be_visible()
    card = coach.locator("details.answer").nth(1)
    card.locator("summary").click()
    look.at("shared")
    card.get_by_label("Your comment").fill("Say how many callbacks <b>failed</b>.")
    card.get_by_role("button", name="Send comment").click()
    expect(card.get_by_role("alert").filter(has_text="Give your name")).to_be_visible()
    card.get_by_label("Your name").fill("Sam")
    card.get_by_role("button", name="Send comment").click()
    expect(card.locator(".comment-text")).to_have_text("Say how many callbacks <b>failed</b>.")
    expect(card.get_by_label("Your comment")).to_be_focused()
    expect(card.get_by_label("Your comment")).to_have_value("")

    card.get_by_label("Your comment").fill("And when.")
    card.get_by_role("button", name="Take back").click()
    expect(card.locator(".comment-text")).to_have_count(0)
    written = card.get_by_label("Your comment")
    expect(written).to_have_value("Say how many callbacks <b>failed</b>.\n\nAnd when.")
    expect(written).to_be_focused()
    written.fill("Say how many callbacks <b>failed</b>.")
    card.get_by_role("button", name="Send comment").click()
    expect(card.get_by_role("button", name="Take back")).to_be_visible()

    assert answered is not None
    told = {"referrer-policy", "x-robots-tag", "cache-control"}
    assert {name: answered.headers.get(name) for name in told} == {
        "referrer-policy": "no-referrer",
        "x-robots-tag": "noindex, nofollow",
        "cache-control": "no-store",
    }
    # In the one event that opens it, and nowhere else.
    assert went
    assert all("shared_report_state.open" in frame for frame in went)
    assert not any(f"#link={secret}" in frame for frame in went)
    assert came == []
    assert secret not in coach.url + server.log
    assert look.faults() == []

    owner.reload()
    owner.get_by_role("link", name="Answer 2", exact=True).first.click()
    expect(owner.locator(".comment-text")).to_have_text("Say how many callbacks <b>failed</b>.")
    owner.goto(f"{server.address}/app/settings")
    owner.get_by_role("button", name=f"Revoke the link: {NAME}").click()
    expect(owner.get_by_text("No link works at the moment.")).to_be_visible()
    coach.reload()
    expect(coach.get_by_role("heading", name="There is nothing to see here.")).to_be_visible()
    expect(coach.locator("main")).not_to_contain_text("callbacks")
