"""A person who has used up what they may: why, when again, and where to go."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.steps import make_job, start

pytestmark = pytest.mark.browser


@pytest.fixture
def one_each(serve):
    """A server that allows one interview per person."""
    return serve({"DARASA_INTERVIEW_LIMIT": "1"})


def test_the_second_interview_is_refused_where_the_first_was_held_and_not_before(one_each, page):
    make_job(page, one_each)
    job = page.url
    first = one_each.ticket()[
        "interview_id"
    ]  # another start holds the only place, and does not connect yet
    refused = page.get_by_role("alert").filter(has_text="This server allows 1 interview")

    page.get_by_role("button", name="Start interview").click()
    expect(refused).to_contain_text("being started already")
    expect(page.get_by_text(re.compile(r"Next start possible: .*\d\d?[:.]\d\d"))).to_be_visible()
    expect(page.get_by_role("link", name="Upgrade")).to_have_count(0)
    page.get_by_role("link", name="See your interviews").click()
    expect(page.get_by_role("heading", name="Interviews", exact=True)).to_be_visible()

    page.goto(f"{job}/interviews/{first}/room")
    start(page)
    page.goto(job)
    page.get_by_role("button", name="Start interview").click()

    expect(refused).to_contain_text("and it is used.")
